"""Two counts named side by side, one the same in another article and the other not: "230 seats and 12 doors"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.occasion import apart_in_time, days_apart
from runut.compare.rounding import same_number
from runut.compare.scope import COUNTED, counted_noun, moves, scope_words, stages, state_of
from runut.compare.stretches import Piece, Stretch
from runut.records.marks import Figure
from runut.records.spans import Span

BESIDE = 5
"""Pieces between two counts that are named together."""


@dataclass(frozen=True, slots=True)
class _Couple:
    stretch: Stretch
    pieces: tuple[Piece, Piece]
    nouns: tuple[str, str]
    states: tuple[str, str]


def counts_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Couples of counts of the same two nouns in two articles, of which exactly one differs."""
    couples = [couple for stretch in stretches for couple in _couples(material, stretch)]
    for left, right in combinations(couples, 2):
        if left.nouns != right.nouns or left.states != right.states:
            continue
        if left.stretch.article == right.stretch.article or apart_in_time(left.stretch, right.stretch):
            continue
        if stages(left.stretch) != stages(right.stretch):
            continue
        same = [_same(material, left, right, at) for at in (0, 1)]
        if sum(same) == 1:
            at = same.index(False)
            if not _grew(material, left, right, at):
                yield _difference(material, left, right, at)


def _couples(material: Material, stretch: Stretch) -> Iterator[_Couple]:
    """Neighbouring exact counts of two different nouns, joined by a word that adds."""
    if moves(stretch):
        return
    joins = scope_words(stretch.language, "and")
    counts = [(at, piece) for at, piece in enumerate(stretch.pieces) if piece.figure]
    for (a, left), (b, right) in pairwise(counts):
        if b - a > BESIDE or not any(piece.word in joins for piece in stretch.pieces[a + 1 : b]):
            continue
        assert left.figure and right.figure
        if not (_is_count(left.figure) and _is_count(right.figure)):
            continue
        shadow = material.shadow[stretch.article]
        nouns = (counted_noun(shadow, left, stretch.language), counted_noun(shadow, right, stretch.language))
        states = (state_of(stretch, a), state_of(stretch, b))
        if nouns[0] != nouns[1] or (states[0] and states[1] and states[0] != states[1]):
            yield _Couple(stretch, (left, right), nouns, states)


def _is_count(figure: Figure) -> bool:
    return figure.bound == "exact" and figure.low == figure.high and figure.counts is not None


def _same(material: Material, left: _Couple, right: _Couple, at: int) -> bool:
    figures = left.pieces[at].figure, right.pieces[at].figure
    assert figures[0] and figures[1]
    spans = [Span(c.stretch.article, c.pieces[at].start, c.pieces[at].end) for c in (left, right)]
    return same_number(figures[0], figures[1], material.text(spans[0]), material.text(spans[1]))


def _grew(material: Material, left: _Couple, right: _Couple, at: int) -> bool:
    """Whether the later page has the higher count of people in a state, or the pages are days apart."""
    when = material.published(left.stretch.article), material.published(right.stretch.article)
    if when[0] is None or when[1] is None:
        return bool(left.states[at])
    if days_apart(when[0], when[1]) > 1:
        return True
    if not left.states[at]:
        return False
    figures = left.pieces[at].figure, right.pieces[at].figure
    assert figures[0] and figures[1]
    earlier, later = figures if when[0] <= when[1] else (figures[1], figures[0])
    assert earlier and later
    return left.states[at] not in COUNTED or (later.low or 0.0) >= (earlier.low or 0.0)


def _difference(material: Material, left: _Couple, right: _Couple, at: int) -> Difference:
    spans = _span(left, at), _span(right, at)
    shown = (material.text(spans[0]), material.text(spans[1]))
    figures = left.pieces[at].figure, right.pieces[at].figure
    assert figures[0] and figures[1]
    beside = material.text(_span(left, 1 - at))
    return Difference(
        kind="number",
        tier="B",
        severity="high",
        rule="count-differs",
        slot=left.nouns[at],
        left=f"{figures[0].low:.10g}",
        right=f"{figures[1].low:.10g}",
        shown=shown,
        spans=spans,
        values=(*shown, beside),
    )


def _span(couple: _Couple, at: int) -> Span:
    piece = couple.pieces[at]
    assert piece.figure and piece.figure.counts
    return Span(couple.stretch.article, piece.start, max(piece.end, piece.figure.counts.end))

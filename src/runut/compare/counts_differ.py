"""Two counts named side by side, one the same in another article and the other not: "230 seats and 12 doors"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.occasion import apart_in_time, days_apart
from runut.compare.rounding import same_number
from runut.compare.scope import COUNTED, moves, scope_words, stages, state_of
from runut.compare.stretches import Piece, Stretch
from runut.records.marks import Figure
from runut.records.spans import Span
from runut.text.distance import near_spelling

BESIDE = 8
"""Pieces between two counts that are named together."""
NOUNS = 4
"""Words after a count in which the thing counted is named."""


@dataclass(frozen=True, slots=True)
class _Count:
    piece: Piece
    nouns: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class _Couple:
    stretch: Stretch
    counts: tuple[_Count, _Count]


def counts_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Couples of counts of the same two things in two articles, in either order, of which exactly one differs."""
    couples = [couple for stretch in stretches for couple in _couples(stretch)]
    for left, right in combinations(couples, 2):
        if left.stretch.article == right.stretch.article or apart_in_time(left.stretch, right.stretch):
            continue
        if stages(left.stretch) != stages(right.stretch):
            continue
        for order in ((0, 1), (1, 0)):
            turned = _Couple(right.stretch, (right.counts[order[0]], right.counts[order[1]]))
            if all(_same_thing(a, b) for a, b in zip(left.counts, turned.counts, strict=True)):
                same = [_same(material, left, turned, at) for at in (0, 1)]
                if sum(same) == 1 and not _grew(material, left, turned, same.index(False)):
                    at = same.index(False)
                    yield _difference(material, left, at, (turned.stretch, turned.counts[at]), "count-differs")
                break


def wholes_called_parts(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """A count of people that is the sum of those and others in another article: "242 passengers" of 230 and 12 crew.

    What is right of all aboard is wrong of the passengers. Of things it is not told: a lorry is a vehicle too.
    """
    couples = [couple for stretch in stretches for couple in _couples(stretch) if _are_people(couple)]
    for couple in couples:
        whole = sum(count.piece.figure.low or 0.0 for count in couple.counts if count.piece.figure)
        for stretch in stretches:
            if stretch.article == couple.stretch.article or apart_in_time(stretch, couple.stretch):
                continue
            for at, piece in enumerate(stretch.pieces):
                if not _is_count(piece.figure) or not piece.figure or piece.figure.low != whole:
                    continue
                if _names_both(stretch, at):
                    continue
                count = _Count(piece, _nouns(stretch, at), state_of(stretch, at))
                part = next((at for at in (0, 1) if _is_called(couple.counts[at], count)), None)
                if part is not None:
                    yield _difference(material, couple, part, (stretch, count), "whole-called-part")


def _is_called(part: _Count, whole: _Count) -> bool:
    """Whether a count is named as another is, or closer: "12 crew" is no name of "10 cabin crew"."""
    nouns = part.nouns
    return bool(nouns) and whole.nouns[: len(nouns)] == nouns and part.state == whole.state


def _names_both(stretch: Stretch, at: int) -> bool:
    """Whether a count is of two things together: "242 passengers and crew"."""
    behind = stretch.pieces[at + 1 + len(_nouns(stretch, at)) :][:1]
    return any(piece.word in scope_words(stretch.language, "and") for piece in behind)


def _are_people(couple: _Couple) -> bool:
    return all(count.piece.figure and count.piece.figure.unit == "person" for count in couple.counts)


def _couples(stretch: Stretch) -> Iterator[_Couple]:
    """Neighbouring exact counts of two different things, joined by a word that adds, and counted once: no list."""
    if moves(stretch):
        return
    joins = scope_words(stretch.language, "and")
    counts = [(at, piece) for at, piece in enumerate(stretch.pieces) if piece.figure]
    for (a, left), (b, right) in pairwise(counts):
        if b - a > BESIDE or not any(piece.word in joins for piece in stretch.pieces[a + 1 : b]):
            continue
        if not (_is_count(left.figure) and _is_count(right.figure)):
            continue
        one = _Count(left, _nouns(stretch, a), state_of(stretch, a))
        other = _Count(right, _nouns(stretch, b), state_of(stretch, b))
        rest = [_nouns(stretch, at) for at, piece in counts if piece is not left and piece is not right]
        if any(noun in nouns for nouns in rest for noun in (*one.nouns, *other.nouns)):
            continue
        if not _same_thing(one, other) or (one.state and other.state and one.state != other.state):
            yield _Couple(stretch, (one, other))


def _nouns(stretch: Stretch, at: int) -> tuple[str, ...]:
    """The words right after a count that say what is counted, up to a function word: "unit", "lorry", "tank"."""
    found = []
    for piece in stretch.pieces[at + 1 : at + 1 + NOUNS]:
        if piece.kind != "word" or piece.word in scope_words(stretch.language, "state"):
            break
        found.append(piece.word)
    return tuple(found)


def _is_count(figure: Figure | None) -> bool:
    return figure is not None and figure.bound == "exact" and figure.low == figure.high and figure.counts is not None


def _same_thing(left: _Count, right: _Count) -> bool:
    """Whether two counts are of one thing: a noun in common, or none printed and the same state."""
    if left.state != right.state:
        return False
    if not left.nouns or not right.nouns:
        return bool(left.state) and left.nouns == right.nouns
    return any(a == b or near_spelling(a, b) for a in left.nouns for b in right.nouns)


def _same(material: Material, left: _Couple, right: _Couple, at: int) -> bool:
    pieces = left.counts[at].piece, right.counts[at].piece
    assert pieces[0].figure and pieces[1].figure
    texts = [material.text(Span(c.stretch.article, p.start, p.end)) for c, p in zip((left, right), pieces, strict=True)]
    return same_number(pieces[0].figure, pieces[1].figure, texts[0], texts[1])


def _grew(material: Material, left: _Couple, right: _Couple, at: int) -> bool:
    """Whether the later page has the higher count of people in a state, or the pages are days apart."""
    when = material.published(left.stretch.article), material.published(right.stretch.article)
    if when[0] is None or when[1] is None:
        return bool(left.counts[at].state)
    if days_apart(when[0], when[1]) > 1:
        return True
    if not left.counts[at].state:
        return False
    figures = left.counts[at].piece.figure, right.counts[at].piece.figure
    assert figures[0] and figures[1]
    earlier, later = figures if when[0] <= when[1] else (figures[1], figures[0])
    assert earlier and later
    return left.counts[at].state not in COUNTED or (later.low or 0.0) >= (earlier.low or 0.0)


def _difference(material: Material, couple: _Couple, at: int, other: tuple[Stretch, _Count], rule: str) -> Difference:
    """One count of a couple, the other article's, and the count beside it."""
    count = couple.counts[at]
    spans = _span(couple.stretch, count), _span(*other)
    shown = (material.text(spans[0]), material.text(spans[1]))
    figures = count.piece.figure, other[1].piece.figure
    assert figures[0] and figures[1]
    return Difference(
        kind="number",
        tier="B",
        severity="high",
        rule=rule,
        slot=count.nouns[0] if count.nouns else count.state,
        left=f"{figures[0].low:.10g}",
        right=f"{figures[1].low:.10g}",
        shown=shown,
        spans=spans,
        values=(*shown, material.text(_span(couple.stretch, couple.counts[1 - at]))),
    )


def _span(stretch: Stretch, count: _Count) -> Span:
    assert count.piece.figure
    counts = count.piece.figure.counts
    return Span(stretch.article, count.piece.start, max(count.piece.end, counts.end if counts else 0))

"""One exact figure of one thing, said of two years, months or days."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.stretches import Piece, Stretch
from runut.records.marks import TimeExpression
from runut.records.spans import Span

BEFORE = 12
"""Pieces ahead of a figure in which its time stands."""
BESIDE = 6
"""Pieces ahead of a figure in which a word says what it is of."""
EXACT_DIGITS = 4
"""Digits from which a figure is exact enough to be one and the same wherever it is printed."""
HEAVY = 2.0
"""Weight from which a word says what a figure is of."""


@dataclass(frozen=True, slots=True)
class _Dated:
    stretch: Stretch
    piece: Piece
    time: TimeExpression
    words: frozenset[str]


def dated_figures_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Places where the same figure, after the same word, follows times that exclude each other."""
    found: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for stretch in stretches:
        for dated in _dated(material, stretch):
            figure = dated.piece.figure
            assert figure
            found[figure.unit, f"{figure.low:.10g}"].append(dated)
    for key in sorted(found):
        for left, right in combinations(found[key], 2):
            if left.words & right.words and _exclude(left.time, right.time):
                yield _difference(material, left, right)


def _dated(material: Material, stretch: Stretch) -> Iterator[_Dated]:
    for at, piece in enumerate(stretch.pieces):
        figure = piece.figure
        if figure is None or figure.low != figure.high or figure.bound != "exact":
            continue
        printed = material.text(Span(stretch.article, piece.start, piece.end))
        if sum(char.isdigit() for char in printed) < EXACT_DIGITS:
            continue
        time = _time_before(stretch, at)
        words = frozenset(
            near.key
            for near in stretch.pieces[max(0, at - BESIDE) : at]
            if near.kind in ("word", "name") and near.weight >= HEAVY
        )
        if time and words:
            yield _Dated(stretch, piece, time, words)


def _time_before(stretch: Stretch, at: int) -> TimeExpression | None:
    """The one time of a sentence that stands ahead of a figure with no other figure between."""
    times = [piece.time for piece in stretch.pieces if piece.time and piece.time.first]
    if len(times) != 1:
        return None
    for index in range(at - 1, max(-1, at - BEFORE - 1), -1):
        piece = stretch.pieces[index]
        if piece.kind == "number":
            return None
        if piece.time:
            return piece.time if piece.time.first else None
    return None


def _exclude(left: TimeExpression, right: TimeExpression) -> bool:
    if left.grain != right.grain or not (left.first and left.last and right.first and right.last):
        return False
    return left.last < right.first or right.last < left.first


def _difference(material: Material, left: _Dated, right: _Dated) -> Difference:
    spans = left.time.span, right.time.span
    shown = (material.text(spans[0]), material.text(spans[1]))
    figure = material.text(Span(left.stretch.article, left.piece.start, left.piece.end))
    return Difference(
        kind="date",
        tier="C" if "previous" in (left.time.anchor, right.time.anchor) else "B",
        severity="medium",
        rule="figure-of-two-times",
        slot=figure,
        left=left.time.first or "",
        right=right.time.first or "",
        shown=shown,
        spans=spans,
        values=(figure, *shown),
    )

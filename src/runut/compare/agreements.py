"""Readings that look different and agree: shown so that nobody takes them for a conflict."""

import re
from collections.abc import Iterable, Iterator, Sequence

from runut.compare.aligned import Aligned
from runut.compare.material import Material
from runut.compare.rounding import same_number
from runut.compare.scope import COUNTED, moves, state_of
from runut.compare.stretches import Piece, Stretch
from runut.records.claims import Agreement, Side
from runut.records.marks import TimeExpression
from runut.records.notes import Reason
from runut.records.spans import Span

_YEARS = re.compile(r"P(\d{1,3})Y")
YEARS_OFF = 1
"""Years by which "since 2000" and "in 24 years" may miss each other: a count of years is rounded."""
SHARED_NAMES = 2
SHARED_WEIGHT = 5.0
"""Names, or else weight, that two sentences must share to speak of one beginning."""


def find_agreements(
    material: Material, stretches: Sequence[Stretch], aligned: Iterable[Aligned]
) -> tuple[Agreement, ...]:
    """Each kind of agreement once for each pair of values, in the order of the spans."""
    found: dict[tuple[str, tuple[str, ...]], Agreement] = {}
    for agreement in (*_since_and_for(material, stretches), *_numbers(material, aligned)):
        ends = sorted(side.value for side in agreement.sides)
        found.setdefault((agreement.says.rule, tuple(ends)), agreement)
    return tuple(sorted(found.values(), key=lambda one: (one.says.rule, one.sides[0].spans)))


def _agreement(material: Material, rule: str, left: Span, right: Span, *values: str) -> Agreement:
    shown = material.text(left), material.text(right)
    sides = (Side(shown[0], (left,)), Side(shown[1], (right,)))
    return Agreement(Reason(rule, (*shown, *values), (left, right)), sides)


def _since_and_for(material: Material, stretches: Sequence[Stretch]) -> Iterator[Agreement]:
    """A year and a length of years that begin together, in sentences of two articles that share names."""
    years: list[tuple[Stretch, TimeExpression, int]] = []
    lengths: list[tuple[Stretch, TimeExpression, int]] = []
    for stretch in stretches:
        for piece in stretch.pieces:
            begins = _begins(material, stretch, piece.time) if piece.time else None
            if piece.time and begins:
                (years if piece.time.grain == "year" else lengths).append((stretch, piece.time, begins))
    for one, year, since in years:
        for other, length, start in lengths:
            if one.article != other.article and abs(since - start) <= YEARS_OFF and _share(one, other):
                yield _agreement(material, "since-and-for", year.span, length.span, str(since))


def _begins(material: Material, stretch: Stretch, time: TimeExpression) -> int | None:
    """The year in which a year, or a length of years up to the page's day, begins."""
    if time.grain == "year" or (time.grain == "duration" and time.first):
        return int(time.first[:4]) if time.first else None
    match = _YEARS.fullmatch(time.value or "") if time.grain == "duration" else None
    published = material.published(stretch.article)
    return int(published[:4]) - int(match[1]) if match and published else None


def _share(left: Stretch, right: Stretch) -> bool:
    shared = left.weights.keys() & right.weights.keys()
    names = {piece.key for piece in left.pieces if piece.kind == "name"} & shared
    return len(names) >= SHARED_NAMES or sum(left.weights[key] for key in shared) >= SHARED_WEIGHT


def _numbers(material: Material, aligned: Iterable[Aligned]) -> Iterator[Agreement]:
    """Numbers in one slot that are one when rounded, or one inside the other, or one grown from the other."""
    for one in aligned:
        if moves(one.left) or moves(one.right):
            continue
        for a, b in one.facing():
            left, right = one.left.pieces[a], one.right.pieces[b]
            if left.figure is None or right.figure is None or left.figure.low == right.figure.low:
                continue
            spans = Span(one.left.article, left.start, left.end), Span(one.right.article, right.start, right.end)
            rule = _rule(material, one, (a, b), spans)
            if rule:
                yield _agreement(material, rule, *spans)


def _rule(material: Material, one: Aligned, at: tuple[int, int], spans: tuple[Span, Span]) -> str | None:
    left, right = one.left.pieces[at[0]], one.right.pieces[at[1]]
    assert left.figure and right.figure
    exact = _is_exact(left), _is_exact(right)
    if same_number(left.figure, right.figure, material.text(spans[0]), material.text(spans[1])):
        if all(exact):
            return "rounded-alike"
        return "exact-and-vague" if any(exact) and material.text(spans[0]) != material.text(spans[1]) else None
    states = state_of(one.left, at[0]), state_of(one.right, at[1])
    when = material.published(one.left.article), material.published(one.right.article)
    if states[0] != states[1] or states[0] not in COUNTED or when[0] is None or when[1] is None or not all(exact):
        return None
    earlier, later = (left, right) if when[0] <= when[1] else (right, left)
    assert earlier.figure and later.figure
    return "grew" if (later.figure.low or 0.0) > (earlier.figure.low or 0.0) else None


def _is_exact(piece: Piece) -> bool:
    return piece.figure is not None and piece.figure.bound == "exact" and piece.figure.low == piece.figure.high

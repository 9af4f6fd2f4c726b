"""The only figure of its kind in two articles with another number or unit: none else can be meant, however told."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from runut.compare.aligned import Aligned
from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.numbers_differ import figure_difference, is_torn, may_have_changed
from runut.compare.occasion import apart_in_time, days_apart
from runut.compare.rounding import TWO_DIGITS, is_digit_slip, same_number
from runut.compare.scope import counted_noun, estimators, has_scope, moves, stages, state_of
from runut.compare.stretches import Piece, Stretch, printed_at
from runut.records.marks import Figure

MOST_VALUES = 4
"""Values of one noun or unit in an article up to which a slip of one of them can be told."""
ABOUT = 1.5
"""Times the lower end up to which the upper one may reach in what is about one number."""
NO_MEASURES = ("number", "ordinal", "person", "unit")
"""Units of figures that measure nothing."""
Told = tuple[Stretch, int, Piece]
Counts = dict[str, list[Told]]
"""The values of one article by the noun or unit."""


def lone_figures_differ(
    material: Material, stretches: Sequence[Stretch], near: Sequence[Aligned]
) -> Iterator[Difference]:
    """Figures of one noun or unit that only one of two articles has and that differ by a slip of digits, the only such.

    Where each is its article's only value and their sentences are near each other, any difference counts that time
    does not explain.
    """
    beside = {frozenset((one.left.span, one.right.span)) for one in near}
    told = _told(material, stretches)
    for (left, mine), (right, other) in combinations(sorted(told.items()), 2):
        when = material.published(left), material.published(right)
        if when[0] and when[1] and days_apart(when[0], when[1]) > 1:
            continue
        for key in sorted(mine.keys() & other.keys()):
            alone = [
                (a, b)
                for a, b in _unshared(material, mine[key], other[key])
                if _are_comparable(a, b) and not _is_told(a, mine, other) and not _is_told(b, other, mine)
            ]
            slips = [(a, b) for a, b in alone if _is_slip(a, b)]
            if not slips and len(mine[key]) == len(other[key]) == 1:
                slips = [
                    (a, b)
                    for a, b in alone
                    if frozenset((a[0].span, b[0].span)) in beside
                    and has_scope(*a[:2], "part") == has_scope(*b[:2], "part")
                    and not may_have_changed(material, a[:2], b[:2])
                ]
            if len(slips) == 1:
                a, b = slips[0]
                yield figure_difference(material, (a[0], a[2]), (b[0], b[2]), "C")


def _unshared(material: Material, mine: Sequence[Told], other: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Pairs of values of two articles that the other article lacks; none where either has many, as lists have."""
    left = [a for a in mine if not any(_may_be_one(material, a, b) for b in other)]
    right = [b for b in other if not any(_may_be_one(material, a, b) for a in mine)]
    return list(product(left, right)) if max(len(mine), len(other)) <= MOST_VALUES else []


def _is_told(one: Told, mine: Counts, other: Counts) -> bool:
    """Whether the other article has a number too, of a thing that only it names: "640 plots" and "640 plots of land".

    Numbers of things that both name may have been exchanged, as of the dead and the injured.
    """
    value = one[2].figure.low if one[2].figure else None
    return any(
        told[2].figure is not None and told[2].figure.low == value
        for noun in other.keys() - mine.keys()
        for told in other[noun]
    )


def _is_slip(left: Told, right: Told) -> bool:
    assert left[2].figure and right[2].figure
    return is_digit_slip(left[2].figure, right[2].figure)


def units_differ(material: Material, stretches: Sequence[Stretch], near: Sequence[Aligned]) -> Iterator[Difference]:
    """One number in two units of measure or money; neither article has the other's unit.

    In sentences near each other; sums of money of two digits or more in any.
    """
    beside = {frozenset((one.left.span, one.right.span)) for one in near}
    measured: dict[str, list[tuple[Stretch, Piece]]] = defaultdict(list)
    for stretch in stretches:
        measured[stretch.article] += [(stretch, piece) for piece in _measured(stretch)]
    for (_, mine), (_, other) in combinations(sorted(measured.items()), 2):
        units = [{piece.figure.unit for _, piece in side if piece.figure} for side in (mine, other)]
        for (left, a), (right, b) in product(mine, other):
            assert a.figure and b.figure
            if (a.figure.low, a.figure.high) != (b.figure.low, b.figure.high) or apart_in_time(left, right):
                continue
            if b.figure.unit in units[0] or a.figure.unit in units[1]:
                continue
            money = a.figure.unit.isupper() and b.figure.unit.isupper() and (a.figure.low or 0.0) >= TWO_DIGITS
            if money or frozenset((left.span, right.span)) in beside:
                yield figure_difference(material, (left, a), (right, b), "C")


def _measured(stretch: Stretch) -> list[Piece]:
    """Figures in a unit of measure or money; not counts of things."""
    figures = [(piece, piece.figure) for piece in stretch.pieces if piece.figure]
    return [piece for piece, figure in figures if figure.counts is None and figure.unit not in NO_MEASURES]


def _told(material: Material, stretches: Sequence[Stretch]) -> dict[str, Counts]:
    """For each article the values of each noun or unit, and state of people, with the first place of each value."""
    found: dict[str, dict[str, dict[tuple[float | None, float | None], Told]]] = defaultdict(lambda: defaultdict(dict))
    for stretch in stretches:
        for at, piece in enumerate(stretch.pieces):
            if piece.figure and not is_torn(piece):
                noun = counted_noun(material.shadow[stretch.article], piece, stretch.language)
                values = found[stretch.article][f"{noun} {state_of(stretch, at)}"]
                values.setdefault((piece.figure.low, piece.figure.high), (stretch, at, piece))
    return {article: {noun: list(told.values()) for noun, told in nouns.items()} for article, nouns in found.items()}


def _may_be_one(material: Material, left: Told, right: Told) -> bool:
    mine, other = left[2].figure, right[2].figure
    assert mine and other
    return same_number(mine, other, printed_at(material, left[0], left[2]), printed_at(material, right[0], right[2]))


def _are_comparable(left: Told, right: Told) -> bool:
    """Whether two figures are of one moment and one bound, and of nothing that changes by the hour."""
    (one, _, mine), (two, _, other) = left, right
    assert mine.figure and other.figure
    if mine.figure.bound != other.figure.bound or mine.figure.low is None or other.figure.low is None:
        return False
    if not (_is_one_value(mine.figure) and _is_one_value(other.figure)):
        return False
    if moves(one) or moves(two) or apart_in_time(one, two) or stages(one) != stages(two):
        return False
    guessed = estimators(one), estimators(two)
    return not (guessed[0] and guessed[1] and guessed[0].isdisjoint(guessed[1]))


def _is_one_value(figure: Figure) -> bool:
    """Whether one number is printed, with or without an open end, or about: no vague word, no wide range."""
    return figure.high is None or figure.high <= ABOUT * (figure.low or 0.0)

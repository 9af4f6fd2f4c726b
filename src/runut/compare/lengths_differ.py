"""The same happening, term or sentence with another length of time, in two sentences that tell the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, product

from runut.compare.aligned import Aligned
from runut.compare.difference import Difference
from runut.compare.elapsed_differ import length_of
from runut.compare.material import Material
from runut.compare.occasion import apart_in_time, other_subject, strangers_near
from runut.compare.scope import moves
from runut.compare.stretches import Piece, Stretch
from runut.languages.pack import load_pack
from runut.records.spans import Span
from runut.text.distance import words_of

LEAST_CONTEXT = 7.0
"""Weight of equal words around two lengths from which they measure one thing."""
FEWEST = 2
"""Number of a length from which another of that number is a slip of the unit; everything lasts one of something."""
LEAST_SHARED = 1.0
"""Weight that their sentences must have in common: no more than a word."""
Length = tuple[int, str]


def lengths_differ(material: Material, near: Iterable[Aligned]) -> Iterator[Difference]:
    """Lengths that face each other and differ in their number or unit alone, the only such in their sentences.

    They face each other by their sentences' order, or as the only lengths of their unit or number in their articles.
    """
    lengths = _lengths(material)
    for one in near:
        if apart_in_time(one.left, one.right) or moves(one.left) or moves(one.right):
            continue
        differing = [(a, b) for a, b in one.facing() if _differ(one, a, b)]
        if len(differing) == 1 and one.context_of(*differing[0]) < LEAST_CONTEXT:
            continue
        differing = differing or [(a, b) for a, b in _alone(material, one, lengths) if _differ(one, a, b)]
        if len(differing) != 1:
            continue
        a, b = differing[0]
        if strangers_near(material, one, a, b) or other_subject(one, a, b) or _known_to_other(material, one, a, b):
            continue
        yield _difference(material, (one.left, a), (one.right, b))


def length_units_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """One number of two units of time, the only length of that number in both articles: "ten days" and "ten weeks".

    Their sentences need have no more than a word in common.
    """
    told: dict[str, dict[int, list[tuple[Stretch, int, str]]]] = defaultdict(lambda: defaultdict(list))
    for stretch in stretches:
        for at, (number, unit) in _whole_lengths(material, stretch):
            told[stretch.article][number].append((stretch, at, unit))
    for (_, mine), (_, other) in combinations(sorted(told.items()), 2):
        for number in sorted(mine.keys() & other.keys()):
            if number < FEWEST or len(mine[number]) != 1 or len(other[number]) != 1:
                continue
            (left, a, one), (right, b, two) = mine[number][0], other[number][0]
            shared = sum(weight for key, weight in left.weights.items() if key in right.weights)
            if one != two and shared >= LEAST_SHARED and not apart_in_time(left, right):
                yield _difference(material, (left, a), (right, b))


def _lengths(material: Material) -> dict[str, frozenset[Length]]:
    """The lengths that each article names: how many of which unit."""
    return {
        article: frozenset(length for time in found.times if (length := length_of(time)))
        for article, found in material.found.items()
    }


def _alone(material: Material, one: Aligned, lengths: dict[str, frozenset[Length]]) -> Iterator[tuple[int, int]]:
    """Indices of lengths that are the only ones of their unit, or of their number, in both articles."""
    articles = lengths[one.left.article], lengths[one.right.article]
    for (a, mine), (b, other) in product(_whole_lengths(material, one.left), _whole_lengths(material, one.right)):
        for part in (0, 1):
            alike = mine[part] == other[part]
            if alike and all(sum(length[part] == mine[part] for length in known) == 1 for known in articles):
                yield a, b


def _whole_lengths(material: Material, stretch: Stretch) -> Iterator[tuple[int, Length]]:
    """Lengths of a sentence with their indices; none beside a number ("8 hours 36 minutes") or counted from today."""
    for at, piece in enumerate(stretch.pieces):
        length = length_of(piece.time)
        if length is None or not _ends_in_unit(material, stretch, piece):
            continue
        beside = (*stretch.pieces[max(0, at - 1) : at], *stretch.pieces[at + 1 : at + 2])
        if not any(other.kind in ("number", "time") or other.word.isdigit() for other in beside):
            yield at, length


def _ends_in_unit(material: Material, stretch: Stretch, piece: Piece) -> bool:
    """Whether a length is printed without a word that counts it back from today ("the last two days")."""
    words = words_of(material.shadow[stretch.article], piece.start, piece.end)
    return words[-1].folded in _units(stretch.language)


@cache
def _units(language: str) -> frozenset[str]:
    pack = load_pack(language)
    return frozenset(pack.forms("time_words", role="unit")) if pack else frozenset()


def _differ(one: Aligned, a: int, b: int) -> bool:
    """Whether both are plain lengths, two numbers of one unit or one number of two: what differs in both may be one."""
    left, right = length_of(one.left.pieces[a].time), length_of(one.right.pieces[b].time)
    return left is not None and right is not None and (left[0] == right[0]) != (left[1] == right[1])


def _known_to_other(material: Material, one: Aligned, a: int, b: int) -> bool:
    """Whether either article has the other's length too, as a time or as printed: it tells of both."""
    sides = ((one.left, one.left.pieces[a], one.right), (one.right, one.right.pieces[b], one.left))
    for stretch, piece, other in sides:
        printed = material.text(Span(stretch.article, piece.start, piece.end)).casefold()
        values = {time.value for time in material.found[other.article].times}
        if (piece.time and piece.time.value in values) or printed in material.shadow[other.article].casefold():
            return True
    return False


def _difference(material: Material, left: tuple[Stretch, int], right: tuple[Stretch, int]) -> Difference:
    pieces = left[0].pieces[left[1]], right[0].pieces[right[1]]
    spans = (
        Span(left[0].article, pieces[0].start, pieces[0].end),
        Span(right[0].article, pieces[1].start, pieces[1].end),
    )
    shown = material.text(spans[0]), material.text(spans[1])
    values = [piece.time.value or "" if piece.time else "" for piece in pieces]
    return Difference(
        kind="number",
        tier="C",
        severity="medium",
        rule="length-differs",
        slot="",
        left=values[0],
        right=values[1],
        shown=shown,
        spans=(spans[0], spans[1]),
        values=shown,
    )

"""The same happening, term or sentence with another length of time, in two sentences that tell the same."""

from collections.abc import Iterable, Iterator
from itertools import product

from runut.compare.aligned import Aligned
from runut.compare.difference import Difference
from runut.compare.elapsed_differ import length_of
from runut.compare.material import Material
from runut.compare.occasion import apart_in_time, other_subject, strangers_near
from runut.compare.scope import moves
from runut.compare.stretches import Stretch
from runut.records.spans import Span

LEAST_CONTEXT = 7.0
"""Weight of equal words around two lengths from which they measure one thing."""

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
        differing = differing or [(a, b) for a, b in _alone(one, lengths) if _differ(one, a, b)]
        if len(differing) != 1:
            continue
        a, b = differing[0]
        if strangers_near(material, one, a, b) or other_subject(one, a, b) or _known_to_other(material, one, a, b):
            continue
        yield _difference(material, one, a, b)


def _lengths(material: Material) -> dict[str, frozenset[Length]]:
    """The lengths that each article names: how many of which unit."""
    return {
        article: frozenset(length for time in found.times if (length := length_of(time)))
        for article, found in material.found.items()
    }


def _alone(one: Aligned, lengths: dict[str, frozenset[Length]]) -> Iterator[tuple[int, int]]:
    """Indices of lengths that are the only ones of their unit, or of their number, in both articles."""
    articles = lengths[one.left.article], lengths[one.right.article]
    for (a, mine), (b, other) in product(_whole_lengths(one.left), _whole_lengths(one.right)):
        for part in (0, 1):
            alike = mine[part] == other[part]
            if alike and all(sum(length[part] == mine[part] for length in known) == 1 for known in articles):
                yield a, b


def _whole_lengths(stretch: Stretch) -> Iterator[tuple[int, Length]]:
    """Lengths of a sentence with their indices, those left out that stand beside a number: "8 hours 36 minutes"."""
    for at, piece in enumerate(stretch.pieces):
        beside = (*stretch.pieces[max(0, at - 1) : at], *stretch.pieces[at + 1 : at + 2])
        length = length_of(piece.time)
        if length and not any(other.kind in ("number", "time") or other.word.isdigit() for other in beside):
            yield at, length


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


def _difference(material: Material, one: Aligned, a: int, b: int) -> Difference:
    left, right = one.left.pieces[a], one.right.pieces[b]
    spans = Span(one.left.article, left.start, left.end), Span(one.right.article, right.start, right.end)
    shown = material.text(spans[0]), material.text(spans[1])
    return Difference(
        kind="number",
        tier="C",
        severity="medium",
        rule="length-differs",
        slot="",
        left=left.time.value or "" if left.time else "",
        right=right.time.value or "" if right.time else "",
        shown=shown,
        spans=spans,
        values=shown,
    )

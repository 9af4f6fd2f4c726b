"""The same happening, term or sentence with another length of time, in two sentences that tell the same."""

from collections.abc import Iterable, Iterator

from runut.compare.aligned import Aligned
from runut.compare.difference import Difference
from runut.compare.elapsed_differ import length_of
from runut.compare.material import Material
from runut.compare.occasion import apart_in_time, other_subject, strangers_near
from runut.compare.scope import moves
from runut.records.spans import Span

LEAST_CONTEXT = 7.0
"""Weight of equal words around two lengths from which they measure one thing."""


def lengths_differ(material: Material, aligned: Iterable[Aligned]) -> Iterator[Difference]:
    """Lengths that face each other and differ in their number or unit alone, the only such in their sentences."""
    for one in aligned:
        if apart_in_time(one.left, one.right) or moves(one.left) or moves(one.right):
            continue
        differing = [(a, b) for a, b in one.facing() if _differ(one, a, b)]
        if len(differing) != 1:
            continue
        a, b = differing[0]
        if strangers_near(material, one, a, b) or other_subject(one, a, b) or one.context_of(a, b) < LEAST_CONTEXT:
            continue
        if _known_to_other(material, one, a, b):
            continue
        yield _difference(material, one, a, b)


def _differ(one: Aligned, a: int, b: int) -> bool:
    """Whether both are plain lengths, two numbers of one unit or one number of two: what differs in both may be one."""
    left, right = length_of(one.left.pieces[a]), length_of(one.right.pieces[b])
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

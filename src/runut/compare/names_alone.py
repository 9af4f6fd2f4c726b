"""Names that face each other in any order of words, because none else can be meant."""

from collections import defaultdict
from collections.abc import Iterator

from runut.compare.aligned import Aligned, Slot
from runut.compare.material import Material
from runut.compare.same_name import kind_at, spelt_alike
from runut.compare.stretches import Piece, Stretch, printed_at

MOVED_HELD = 0.85
"""Share of the lighter sentence, but for its name, that the other must hold for names to face each other anywhere."""
Names = dict[str, set[str]]
Facing = tuple[Slot, list[Piece], list[Piece]]


def names_alone(material: Material, one: Aligned, names: dict[str, Names]) -> list[Facing]:
    """Names of one kind that face each other in any order of words, as none else can be meant.

    Each is the only name of its kind that the other sentence lacks, where one sentence holds all else of the other and
    not both articles have both (defendants with one sentence each); or the only place that the other article lacks.
    A word beside both must be the same.
    """
    sides = (one.left, one.right), (one.right, one.left)
    in_sentence = [_alone(material, stretch, names_in(material, other)) for stretch, other in sides]
    in_article = [_alone(material, stretch, names[other.article]) for stretch, other in sides]
    found = [
        facing
        for facing in _single(one, *in_sentence)
        if one.held_without(facing[1][0], facing[2][0]) >= MOVED_HELD
        and not (facing[1][0].key in names[one.right.article] and facing[2][0].key in names[one.left.article])
    ]
    return found or [facing for facing in _single(one, *in_article) if kind_at(material, facing[1][0]) == "place"]


def _single(one: Aligned, left: dict[str, list[int]], right: dict[str, list[int]]) -> Iterator[Facing]:
    """Names (by kind, indices) that are the only ones of their kind on both sides, with the same word beside them."""
    for kind in sorted(left.keys() & right.keys()):
        if len(left[kind]) == len(right[kind]) == 1:
            (a,), (b,) = left[kind], right[kind]
            if _beside(one.left, a) & _beside(one.right, b):
                yield Slot(a, a + 1, b, b + 1), [one.left.pieces[a]], [one.right.pieces[b]]


def _beside(stretch: Stretch, at: int) -> set[str]:
    """Keys of the nearest pieces of weight, two before and one behind a place."""
    ahead = [p.key for p in stretch.pieces[:at] if p.kind != "function"][-2:]
    behind = [p.key for p in stretch.pieces[at + 1 :] if p.kind != "function"][:1]
    return {*ahead, *behind}


def _alone(material: Material, stretch: Stretch, names: Names) -> dict[str, list[int]]:
    """Indices of the names of a sentence that are none of some others, in any spelling, by kind."""
    others = {printed for forms in names.values() for printed in forms}
    found: dict[str, list[int]] = defaultdict(list)
    for at, piece in enumerate(stretch.pieces):
        if piece.kind == "name" and piece.key not in names:
            printed = printed_at(material, stretch, piece)
            if not any(spelt_alike(printed, name) for name in others):
                found[kind_at(material, piece)].append(at)
    return found


def names_in(material: Material, stretch: Stretch) -> Names:
    """The names of a sentence, by key, as printed."""
    found: Names = defaultdict(set)
    for piece in stretch.pieces:
        if piece.kind == "name":
            found[piece.key].add(printed_at(material, stretch, piece))
    return found

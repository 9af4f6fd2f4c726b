"""Another person, body or place in the same place of a sentence; two names exchanged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from runut.compare.aligned import Aligned, Slot
from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.names_alone import Facing, Names, names_alone, names_in
from runut.compare.names_swapped import swapped_names
from runut.compare.occasion import apart_in_time, days_apart, is_copied, same_figures
from runut.compare.same_name import entity_at, kind_at, may_be_one
from runut.compare.stretches import Piece, Stretch, printed_at
from runut.knowledge.world import place_of
from runut.languages.pack import load_pack
from runut.records.claims import Tier
from runut.records.spans import Span

CERTAIN_CONTEXT = 9.0
"""Weight of equal words around two names from which they stand in one slot."""
CERTAIN_ORDER = 0.6
"""Likeness of the two sentences' order from which nothing but the name differs much."""
LEAST_CONTEXT = 6.0
BODIES = ("organisation", "agency", "outlet")
DATELINE = 3
"""Pieces at the head of a sentence where a place is the dateline."""

MOST_NAMES = 3
"""Names on both sides of a place together; more are lists."""


def names_differ(material: Material, stretches: Iterable[Stretch], near: Iterable[Aligned]) -> Iterator[Difference]:
    """Names that face each other in sentences near each other and cannot be one; the only such in their sentences."""
    names: dict[str, Names] = defaultdict(lambda: defaultdict(set))
    for stretch in stretches:
        for key, forms in names_in(material, stretch).items():
            names[stretch.article][key] |= forms
    speakers = {
        (s.content.article, s.speaker.span.start, s.speaker.span.end)
        for s in material.statements
        if s.speaker and s.speaker.span
    }
    for one in near:
        if apart_in_time(one.left, one.right) or not same_figures(one):
            continue
        found = [facing for slot in one.slots if (facing := _facing(one, slot))] if one.firm else []
        swapped = swapped_names(one, found)
        if swapped:
            yield _difference(material, one, swapped, "B", "roles-swapped")
            continue
        tier: Tier | None = None
        strange = [facing for facing in found if _is_strange(material, one, facing, speakers)]
        if strange:
            tier = _tier(material, one, strange[0])
        elif one.weight >= LEAST_CONTEXT:
            strange = [
                facing for facing in names_alone(material, one, names) if _is_strange(material, one, facing, speakers)
            ]
            strange = [facing for facing in strange if _are_known(material, one, facing)]
            tier = "C"
        if len(strange) == 1 and tier and not _is_dateline(material, strange[0]):
            yield _difference(material, one, (strange[0][1][0], strange[0][2][0]), tier)


def _is_strange(material: Material, one: Aligned, facing: Facing, speakers: set[tuple[str, int, int]]) -> bool:
    """Whether two names that face each other are two, and neither is the speaker of a statement."""
    return _are_two(material, one, facing) and not _speaks(one, facing, speakers)


def _is_dateline(material: Material, facing: Facing) -> bool:
    """Whether a place stands at the head of either sentence, where a dateline does."""
    at_head = min(facing[0].left_start, facing[0].right_start) < DATELINE
    return at_head and kind_at(material, facing[1][0]) == "place"


def _facing(one: Aligned, slot: Slot) -> Facing | None:
    """The names of a slot in which little else stands: a title, function words, what a place lies in."""
    sides = _content(one, slot)
    left, right = ([piece for piece in side if piece.kind == "name"] for side in sides)
    if not left or not right or len(left) + len(right) > MOST_NAMES:
        return None
    others = [piece.kind for side in sides for piece in side if piece.kind != "name"]
    return (slot, left, right) if len(others) <= 2 and set(others) <= {"word"} else None


def _speaks(one: Aligned, facing: Facing, speakers: set[tuple[str, int, int]]) -> bool:
    """Whether a name is the speaker of a statement: who said what is another question than what a sentence tells."""
    sides = ((one.left.article, facing[1]), (one.right.article, facing[2]))
    for stretch, slot_start in ((one.left, facing[0].left_start), (one.right, facing[0].right_start)):
        if slot_start and stretch.pieces[slot_start - 1].word in _speech(stretch.language):
            return True
    return any(
        article == where and start <= piece.start < end
        for where, pieces in sides
        for piece in pieces
        for article, start, end in speakers
    )


@cache
def _speech(language: str) -> frozenset[str]:
    pack = load_pack(language)
    return frozenset(pack.forms("speech_verbs")) if pack else frozenset()


def _content(one: Aligned, slot: Slot) -> tuple[list[Piece], list[Piece]]:
    left = [piece for piece in one.left.pieces[slot.left_start : slot.left_end] if piece.kind != "function"]
    right = [piece for piece in one.right.pieces[slot.right_start : slot.right_end] if piece.kind != "function"]
    return left, right


def _are_two(material: Material, one: Aligned, facing: Facing) -> bool:
    """Whether two names are of one kind, may not be one, and neither stands elsewhere in the other's sentence."""
    for one_name in facing[1]:
        for other in facing[2]:
            if one_name.key in one.right.weights or other.key in one.left.weights:
                return False
            printed = printed_at(material, one.left, one_name), printed_at(material, one.right, other)
            if may_be_one(material, one_name, other, printed):
                return False
    left, right = facing[1][0], facing[2][0]
    if _is_apposed(material, one.left, left) != _is_apposed(material, one.right, right):
        return False
    return _comparable(material, left, right)


def _is_apposed(material: Material, stretch: Stretch, piece: Piece) -> bool:
    """Whether a comma or a bracket stands before a name: it adds to what is there, and does not stand in its place."""
    return material.shadow[stretch.article][max(0, piece.start - 4) : piece.start].rstrip()[-1:] in (",", "(")


def _comparable(material: Material, left: Piece, right: Piece) -> bool:
    kinds = kind_at(material, left), kind_at(material, right)
    if {"agency", "outlet"} & set(kinds):
        return False
    return kinds[0] == kinds[1] or (kinds[0] in BODIES and kinds[1] in BODIES)


def _tier(material: Material, one: Aligned, facing: Facing) -> Tier | None:
    slot = facing[0]
    context = one.context(slot.left_start, slot.left_end)
    touching = _touching(one, slot)
    if context < LEAST_CONTEXT or not touching:
        return None
    when = material.published(one.left.article), material.published(one.right.article)
    near = when[0] is None or when[1] is None or days_apart(when[0], when[1]) <= 1
    if not _are_known(material, one, facing):
        return "C"
    titled = any(piece.kind == "word" for side in _content(one, slot) for piece in side)
    certain = context >= CERTAIN_CONTEXT and one.order >= CERTAIN_ORDER and touching == 2 and near and not titled
    return "B" if certain else "C"


def _are_known(material: Material, one: Aligned, facing: Facing) -> bool:
    """Whether of two places both are known; of other names nothing is asked."""
    if kind_at(material, facing[1][0]) != "place":
        return True
    return _is_known(material, one.left, facing[1][0]) and _is_known(material, one.right, facing[2][0])


def _is_known(material: Material, stretch: Stretch, piece: Piece) -> bool:
    """Whether a place is a country or stands in the tables: of others nothing says that they do not overlap."""
    return entity_at(material, piece) is None or place_of(printed_at(material, stretch, piece)) is not None


def _touching(one: Aligned, slot: Slot) -> int:
    """On how many sides of a slot the next piece is the same; the sentence's end on both counts as the same."""
    matched = dict(one.matches)
    before = matched.get(slot.left_start - 1) == slot.right_start - 1 and slot.left_start > 0
    ends = slot.left_end == len(one.left.pieces), slot.right_end == len(one.right.pieces)
    after = all(ends) or (not any(ends) and matched.get(slot.left_end) == slot.right_end)
    return before + after


def _difference(
    material: Material,
    one: Aligned,
    facing: tuple[Piece, Piece],
    tier: Tier,
    rule: Literal["name-differs", "place-differs", "roles-swapped"] | None = None,
) -> Difference:
    left, right = facing
    shown = (printed_at(material, one.left, left), printed_at(material, one.right, right))
    is_place = kind_at(material, left) == "place" and rule is None
    return Difference(
        kind="place" if is_place else "actor",
        tier=tier,
        severity="critical" if rule == "roles-swapped" else "high",
        rule=rule or ("place-differs" if is_place else "name-differs"),
        slot="",
        left=left.key,
        right=right.key,
        shown=shown,
        spans=(Span(one.left.article, left.start, left.end), Span(one.right.article, right.start, right.end)),
        values=shown,
        verbatim=is_copied(material, one) and (is_place or rule is not None),
    )

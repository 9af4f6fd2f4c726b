"""One sentence affirms what the other denies: a negation on one side only, or words that exclude each other."""

from collections.abc import Iterable, Iterator

from runut.compare.aligned import Aligned, Slot
from runut.compare.contrasts import opposed, overtaken
from runut.compare.difference import Difference
from runut.compare.force import denials, negations
from runut.compare.material import Material
from runut.compare.occasion import apart_in_time, same_figures
from runut.compare.scope import moves, scope_words
from runut.compare.stretches import Piece, Stretch
from runut.languages.pack import load_pack
from runut.records.claims import Tier
from runut.records.spans import Span

CERTAIN_ORDER = 0.75
"""Likeness of order from which nothing but the denial differs; below, the negation often belongs to another verb."""
LEAST_ORDER = 0.5
CERTAIN_CONTEXT = 8.0
LEAST_CONTEXT = 5.0
_STOPS = frozenset(".!?;")
MOST_BESIDE = 3
"""Other words of weight that may stand in the place of a negation; with any, it is only worth checking."""
MOVED_HELD = 0.85
"""Share of the lighter sentence that the other must hold for a denial to be told apart in any order of words."""
NEXT = 2
"""Pieces after a denial among which the word that it denies stands."""


def polarity_differs(material: Material, aligned: Iterable[Aligned]) -> Iterator[Difference]:
    """Slots of aligned sentences in which one denies, or says the opposite, and the rest is the same."""
    for one in aligned:
        if one.left.language != one.right.language or apart_in_time(one.left, one.right):
            continue
        if moves(one.left) or not same_figures(one):
            continue
        found = [
            difference
            for slot in (one.slots if one.order >= LEAST_ORDER else ())
            if (difference := _denied(material, one, slot) or _opposite(material, one, slot))
        ]
        yield from found or _moved(material, one)


def _moved(material: Material, one: Aligned) -> Iterator[Difference]:
    """The only denial of two sentences of which one holds the other, before a word that the other affirms elsewhere."""
    denying = [denials([piece.word for piece in s.pieces], s.language) for s in (one.left, one.right)]
    if one.weight < CERTAIN_CONTEXT or len(denying[0]) + len(denying[1]) != 1:
        return
    side = 0 if denying[0] else 1
    stretch, other = ((one.left, one.right), (one.right, one.left))[side]
    (at,) = denying[side]
    piece, next_one = stretch.pieces[at], _next_of_weight(stretch, at + 1)
    passing = scope_words(stretch.language, "not-yet")
    if piece.word not in _plain(stretch) or piece.word in passing or next_one is None or next_one - at > NEXT:
        return
    denied = stretch.pieces[next_one]
    affirmed = [p for p in other.pieces if p.key == denied.key]
    if len(affirmed) != 1 or affirmed[0].word != denied.word or one.held_without(piece, piece) < MOVED_HELD:
        return
    if any(p.key == denied.key and p is not denied for p in stretch.pieces):
        return
    if _stands_alone(material, stretch, piece):
        return
    if _was_lifted(material, stretch, piece, other):
        return
    spans = (
        Span(stretch.article, piece.start, stretch.pieces[next_one].end),
        Span(other.article, affirmed[0].start, affirmed[0].end),
    )
    yield _difference(material, spans if side == 0 else (spans[1], spans[0]), side, "C")


def _sides(one: Aligned, slot: Slot) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    return one.left.pieces[slot.left_start : slot.left_end], one.right.pieces[slot.right_start : slot.right_end]


def _plain(stretch: Stretch) -> frozenset[str]:
    """Negating words that deny what follows at once; "not yet" is a matter of time."""
    pack = load_pack(stretch.language)
    return frozenset(pack.forms("negation", kind="verb")) & negations(stretch.language) if pack else frozenset()


def _denied(material: Material, one: Aligned, slot: Slot) -> Difference | None:
    """A slot that ends in a negation on one side, before the word that both sides have."""
    sides = _sides(one, slot)
    passing = scope_words(one.left.language, "not-yet")
    negated = [[piece for piece in side if piece.word not in passing] for side in _denied_in(one, slot)]
    if len(negated[0]) + len(negated[1]) != 1 or _denied_elsewhere(one, slot):
        return None
    at = 0 if negated[0] else 1
    piece = negated[at][0]
    if any(other.kind != "function" or other.word in negations(one.left.language) for other in sides[1 - at]):
        return None
    rest = [other for side in sides for other in side if other.kind != "function" and other is not piece]
    closes = all(other.kind == "function" for other in sides[at] if other.start > piece.start)
    opens = 0 in (slot.left_start, slot.right_start)
    if not closes or len(rest) > (0 if opens else MOST_BESIDE) or not _same_follows(one, slot):
        return None
    if _in_added_clause(material, one, slot):
        return None
    tier = _tier(one, slot)
    stretch, other = (one.left, one.right) if at == 0 else (one.right, one.left)
    if _was_lifted(material, stretch, piece, other):
        return None
    if tier is None or _stands_alone(material, stretch, piece):
        return None
    return _difference(material, _around(one, slot), at, "C" if rest else tier)


def _difference(material: Material, spans: tuple[Span, Span], denying: int, tier: Tier) -> Difference:
    """The words of both sentences; the side `denying` (0 or 1) denies."""
    shown = (material.text(spans[0]), material.text(spans[1]))
    return Difference(
        kind="polarity",
        tier=tier,
        severity="critical",
        rule="denied",
        slot=f"{spans[0].article}:{spans[0].start}",
        left=shown[0],
        right=shown[1],
        shown=shown,
        spans=spans,
        values=(shown[denying], shown[1 - denying]),
    )


def _was_lifted(material: Material, stretch: Stretch, negation: Piece, other: Stretch) -> bool:
    """Whether a denial of what may yet come ("has not") stands on the earlier page: time lifted it."""
    before = [piece.word for piece in stretch.pieces if piece.end <= negation.start][-1:]
    when = material.published(stretch.article), material.published(other.article)
    perfect = any(word in scope_words(stretch.language, "not-yet") for word in before)
    return perfect and bool(when[0] and when[1] and when[0] < when[1])


def _denying(stretch: Stretch) -> list[int]:
    """Indices of the words of a sentence that deny what follows at once."""
    words = [piece.word for piece in stretch.pieces]
    return [at for at in denials(words, stretch.language) if words[at] in _plain(stretch)]


def _denied_in(one: Aligned, slot: Slot) -> tuple[list[Piece], list[Piece]]:
    """The denying words of a slot, on both sides."""
    left = [one.left.pieces[at] for at in _denying(one.left) if slot.left_start <= at < slot.left_end]
    right = [one.right.pieces[at] for at in _denying(one.right) if slot.right_start <= at < slot.right_end]
    return left, right


def _denied_elsewhere(one: Aligned, slot: Slot) -> bool:
    """Whether the other side has a negation of its own somewhere else: the denial only stands elsewhere."""
    ours = [bool(side) for side in _denied_in(one, slot)]
    for other in one.slots:
        theirs = [bool(side) for side in _denied_in(one, other)]
        if other is not slot and theirs[0] != theirs[1] and theirs != ours:
            return True
    return False


def _same_follows(one: Aligned, slot: Slot) -> bool:
    """Whether what is denied is the same on both sides: the next piece, and the next of weight where that has none."""
    matched = dict(one.matches)
    if matched.get(slot.left_end, -1) != slot.right_end:
        return False
    left, right = _next_of_weight(one.left, slot.left_end), _next_of_weight(one.right, slot.right_end)
    return matched.get(left, -1) == right if left is not None else right is None


def _next_of_weight(stretch: Stretch, at: int) -> int | None:
    """The index of the first piece from a place on that is no function word."""
    return next((i for i in range(at, len(stretch.pieces)) if stretch.pieces[i].kind != "function"), None)


def _in_added_clause(material: Material, one: Aligned, slot: Slot) -> bool:
    """Whether a stop stands between the slot's neighbours on one side only: a clause was added, and it denies."""
    found = []
    for stretch, start, end in (
        (one.left, slot.left_start, slot.left_end),
        (one.right, slot.right_start, slot.right_end),
    ):
        first = stretch.pieces[start - 1].end if start else stretch.pieces[start].start
        last = stretch.pieces[end].start
        found.append(bool(_STOPS & set(material.shadow[stretch.article][first:last])))
    return found[0] != found[1]


def _stands_alone(material: Material, stretch: Stretch, piece: Piece) -> bool:
    """Whether a negation is an answer of its own: a stop or a comma follows it."""
    return material.shadow[stretch.article][piece.end : piece.end + 1] in tuple(".,!?;:")


def _around(one: Aligned, slot: Slot) -> tuple[Span, Span]:
    """The slot with the word after it, on each side."""
    left = one.left.pieces[slot.left_start : slot.left_end + 1]
    right = one.right.pieces[slot.right_start : slot.right_end + 1]
    return (
        Span(one.left.article, left[0].start, left[-1].end),
        Span(one.right.article, right[0].start, right[-1].end),
    )


def _opposite(material: Material, one: Aligned, slot: Slot) -> Difference | None:
    """A slot with one word on each side, the two being opposites."""
    left, right = ([piece for piece in side if piece.kind != "function"] for side in _sides(one, slot))
    if len(left) != 1 or len(right) != 1:
        return None
    contrasts = opposed(left[0].word, right[0].word, one.left.language)
    if contrasts is None or overtaken(material, (one.left.article, contrasts[0]), (one.right.article, contrasts[1])):
        return None
    if contrasts[0].frame in ("before", "same") and one.order < CERTAIN_ORDER:
        return None
    tier = _tier(one, slot)
    if tier is None or len(_denying(one.left)) != len(_denying(one.right)):
        return None
    spans = Span(one.left.article, left[0].start, left[0].end), Span(one.right.article, right[0].start, right[0].end)
    shown = (material.text(spans[0]), material.text(spans[1]))
    return Difference(
        kind=contrasts[0].kind,
        tier=tier,
        severity="critical" if contrasts[0].kind == "polarity" else "high",
        rule="opposite",
        slot="",
        left=left[0].word,
        right=right[0].word,
        shown=shown,
        spans=spans,
        values=shown,
    )


def _tier(one: Aligned, slot: Slot) -> Tier | None:
    context = one.context(slot.left_start, max(slot.left_end, slot.left_start + 1))
    if context < LEAST_CONTEXT:
        return None
    return "B" if context >= CERTAIN_CONTEXT and one.order >= CERTAIN_ORDER else "C"

"""Words inside one quotation that differ although the rest is the same; words that narrow it, in one version only."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from runut.compare.aligned import Aligned, Slot
from runut.compare.difference import Difference
from runut.compare.force import denials, forces_in
from runut.compare.material import Material, Token
from runut.compare.same_name import alike
from runut.compare.scope import scope_words
from runut.compare.stretches import Piece, Stretch, is_quoted, quoted_in
from runut.languages.pack import load_pack
from runut.records.claims import ConflictKind
from runut.records.spans import Span
from runut.text.distance import near_spelling

LEAST_ORDER = 0.55
"""Likeness of order from which two quotations are one; below, they are two sentences on one topic."""
LEAST_CONTEXT = 5.0
STATE_CONTEXT, STATE_ORDER = 2.0, 0.6
"""The same two for words of state, which say more than their weight."""
MOST_WORDS = 2
"""Content words of a replaced run; longer ones are paraphrases."""

SAME_QUOTE = 0.9
"""Likeness of order from which two quotations that differ in one place were said once: neither translates the other."""
SAME_INSIDE, LEAST_INSIDE = 0.7, 5
"""The same for what stands inside the marks alone, where one run differs; and the equal words asked for there."""
MOST_INSIDE = 3
"""Content words of such a run: one side's may be more than the other's."""
VERBATIM = 0.85
"""Likeness of order from which a quotation was written down from the same words."""
MOST_LEFT_OUT = 3
"""Words that one version lacks: more are a clause, which an outlet may leave out."""

Quoted = dict[str, list[tuple[int, int]]]


def wording_differs(material: Material, near: Iterable[Aligned]) -> Iterator[Difference]:
    """Replaced words, and words of scope or degree that one version lacks, inside quotations of both articles.

    Words that put counted people in different states count outside quotations too, in sentences only near each other.
    """
    quoted = quoted_in(material)
    for one in near:
        if one.left.language != one.right.language:
            continue
        for slot in one.slots:
            found = _state(material, one, slot) or (_inside(material, one, slot, quoted) if one.firm else None)
            if found:
                yield found


def _inside(material: Material, one: Aligned, slot: Slot, quoted: Quoted) -> Difference | None:
    if one.order < LEAST_ORDER or not _both_quoted(one, slot, quoted):
        return None
    if one.context(slot.left_start, max(slot.left_end, slot.left_start + 1)) < LEAST_CONTEXT:
        return None
    return (
        _renamed(material, one, slot)
        or _replaced(material, one, slot, quoted)
        or _narrowed(material, one, slot)
        or _left_out(material, one, slot, quoted)
    )


def _renamed(material: Material, one: Aligned, slot: Slot) -> Difference | None:
    """A name in the place of a capitalised word that is no name: a translation or a correction that went wrong."""
    left, right = ([piece for piece in side if piece.kind != "function"] for side in _sides(one, slot))
    if len(left) != 1 or len(right) != 1 or {left[0].kind, right[0].kind} != {"name", "word"}:
        return None
    at = 0 if left[0].kind == "word" else 1
    stretch, (word,), (name,) = ((one.left, left, right), (one.right, right, left))[at]
    printed = material.text(Span(stretch.article, word.start, word.end))
    if not printed[:1].isupper() or word.start == stretch.pieces[0].start or name.key in stretch.weights:
        return None
    other = (one.right, one.left)[at]
    named = material.text(Span(other.article, name.start, name.end))
    if word.key in other.weights or alike(printed, named):
        return None
    return _difference(material, one, left, right, "garbled", "name-differs")


def _content(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.kind == "word"]


def _sides(one: Aligned, slot: Slot) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    return one.left.pieces[slot.left_start : slot.left_end], one.right.pieces[slot.right_start : slot.right_end]


def _both_quoted(one: Aligned, slot: Slot, quoted: Quoted) -> bool:
    """Whether the slot lies inside a quotation on both sides."""
    return is_quoted(one.left, slot.left_start, quoted) and is_quoted(one.right, slot.right_start, quoted)


def _replaced(material: Material, one: Aligned, slot: Slot, quoted: Quoted) -> Difference | None:
    """One or two words in the place of others; up to three where nothing else differs inside the marks."""
    sides = _sides(one, slot)
    left, right = map(_content, sides)
    alone = _alone(one, slot, quoted)
    denying = [bool(denials([piece.word for piece in side], one.left.language)) for side in sides]
    if all(denying) and max(map(len, sides)) == 1:
        return None
    if alone and any(denying) and not all(denying):
        left, right = left or list(sides[0]), right or list(sides[1])
    most = MOST_INSIDE if alone else MOST_WORDS
    if not (1 <= len(left) <= most and 1 <= len(right) <= most) or (len(left) != len(right) and not alone):
        return None
    if any(piece.kind in ("name", "number", "time") for piece in (*sides[0], *sides[1])):
        return None
    if any(near_spelling(a.word, b.word) or _shares_stem(a.word, b.word) for a in left for b in right):
        return None
    wider = _wider(one.left.language)
    narrower = any(wider.get(a.word) == b.word or wider.get(b.word) == a.word for a in left for b in right)
    found = _difference(material, one, left, right, "object" if narrower else "wording", "word-replaced")
    return replace(found, verbatim=alone or (one.order >= SAME_QUOTE and len(one.slots) == 1))


def _alone(one: Aligned, slot: Slot, quoted: Quoted) -> bool:
    """Whether a slot is the only place in which what two sentences have inside their marks differs."""
    left, right = (
        sum(is_quoted(stretch, at, quoted) for at in range(len(stretch.pieces))) for stretch in (one.left, one.right)
    )
    equal = sum(is_quoted(one.left, a, quoted) and is_quoted(one.right, b, quoted) for a, b in one.matches)
    differ = slot.left_end - slot.left_start, slot.right_end - slot.right_start
    same_rest = (left - differ[0], right - differ[1]) == (equal, equal)
    return same_rest and equal >= LEAST_INSIDE and 2 * equal >= SAME_INSIDE * (left + right)


def _shares_stem(left: str, right: str) -> bool:
    """Whether two words share a run of letters long enough to be one root in two forms."""
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) < 4:
        return shorter in longer
    return any(shorter[at : at + 4] in longer for at in range(len(shorter) - 3))


@cache
def _wider(language: str) -> dict[str, str]:
    pack = load_pack(language)
    return {row["form"]: row["wider"] for row in pack.table("hyponyms")} if pack else {}


def _narrowed(material: Material, one: Aligned, slot: Slot) -> Difference | None:
    """A word of degree, certainty, time or scope on one side, with nothing of weight in its place."""
    sides = _sides(one, slot)
    for at, stretch in ((0, one.left), (1, one.right)):
        words = _weighty(sides[at], stretch.language)
        other = _content(sides[1 - at])
        at_edge = bool(words) and words[-1].start in (sides[at][0].start, sides[at][-1].start)
        if words and not _weighty(sides[1 - at], stretch.language) and (len(other) <= 1 or at_edge):
            beside = _neighbour(one, slot, 1 - at)
            if beside is None:
                return None
            return _one_sided(material, one, words, beside, at)
    return None


def _left_out(material: Material, one: Aligned, slot: Slot, quoted: Quoted) -> Difference | None:
    """Words that one version of a quotation lacks where it goes on, the two being the same in all else."""
    if one.order < VERBATIM or any(other is not slot and _both_quoted(one, other, quoted) for other in one.slots):
        return None
    sides = _sides(one, slot)
    at = 0 if sides[0] else 1
    words = _content(sides[at])
    if sides[1 - at] or len(words) != len(sides[at]) or not 1 < len(words) <= MOST_LEFT_OUT:
        return None
    beside = _neighbour(one, slot, 1 - at)
    if beside is None or not all(is_quoted(stretch, end, quoted) for stretch, end in _ends(one, slot)):
        return None
    return _one_sided(material, one, words, beside, at)


def _one_sided(material: Material, one: Aligned, words: Sequence[Piece], beside: Piece, at: int) -> Difference:
    """Words that the version on side `at` alone has; `beside` is where the other goes on."""
    left, right = (words, [beside]) if at == 0 else ([beside], words)
    found = _difference(material, one, left, right, "wording", "word-left-out")
    return found if at == 0 else replace(found, values=tuple(reversed(found.values)))


def _ends(one: Aligned, slot: Slot) -> tuple[tuple[Stretch, int], tuple[Stretch, int]]:
    """Both sentences with the index of what follows the slot."""
    return (one.left, slot.left_end), (one.right, slot.right_end)


def _weighty(pieces: Sequence[Piece], language: str) -> list[Piece]:
    limits = scope_words(language, "limit").keys() | scope_words(language, "state").keys()
    tokens = [Token(p.key, "word", p.word, p.start, p.end, p.weight) for p in pieces]
    forceful = {force.token.start for force in forces_in(tokens, language)}
    return [piece for piece in pieces if piece.word in limits or piece.start in forceful]


def _neighbour(one: Aligned, slot: Slot, side: int) -> Piece | None:
    """The piece of the shorter version beside the place where the word is missing."""
    pieces = one.left.pieces if side == 0 else one.right.pieces
    at = slot.left_start if side == 0 else slot.right_start
    return pieces[at] if at < len(pieces) else pieces[-1] if pieces else None


def _state(material: Material, one: Aligned, slot: Slot) -> Difference | None:
    """Words that put the same people in two states: brought home against taken to safety."""
    states = scope_words(one.left.language, "state")
    left, right = ([piece for piece in side if piece.word in states] for side in _sides(one, slot))
    if len(left) != 1 or len(right) != 1 or any(len(_content(side)) > MOST_WORDS for side in _sides(one, slot)):
        return None
    if states[left[0].word] == states[right[0].word]:
        return None
    if one.context(slot.left_start, slot.left_end) < STATE_CONTEXT or one.order < STATE_ORDER:
        return None
    return _difference(material, one, left, right, "wording", "state-differs")


def _difference(
    material: Material, one: Aligned, left: Sequence[Piece], right: Sequence[Piece], kind: ConflictKind, rule: str
) -> Difference:
    spans = (
        Span(one.left.article, left[0].start, left[-1].end),
        Span(one.right.article, right[0].start, right[-1].end),
    )
    shown = (material.text(spans[0]), material.text(spans[1]))
    return Difference(
        kind=kind,
        tier="C",
        severity="low",
        rule=rule,
        slot="",
        left=" ".join(piece.word for piece in left),
        right=" ".join(piece.word for piece in right),
        shown=shown,
        spans=spans,
        values=shown,
    )

"""Two names exchanged around one deed: who acts and who is acted on."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

from runut.compare.aligned import Aligned
from runut.compare.names_alone import Facing
from runut.compare.scope import scope_words
from runut.compare.stretches import Piece, Stretch
from runut.languages.roots import root_of, voice_of
from runut.text.distance import likeness

SWAP_LIKE = 0.6
"""Likeness of the words between two exchanged names."""
SWAP_ORDER = 0.5
"""Likeness of order from which two sentences with exchanged names are still one sentence."""


def swapped_names(one: Aligned, found: Sequence[Facing]) -> tuple[Piece, Piece] | None:
    """Two names in the other order around the same verb, or in one order around its other voice: who acts and who is
    acted on are exchanged.

    The words between the names must be the same, or their synonyms, in the same voice (or the other one), and must hold
    a word of content, so that a list in another order is none.
    """
    if one.order < SWAP_ORDER:
        return None
    alone = [facing for facing in found if len(facing[1]) == len(facing[2]) == 1]
    for (_, (a,), (b,)), (_, (c,), (d,)) in combinations(alone, 2):
        places = one.left.pieces.index(a), one.left.pieces.index(c)
        if a.key == d.key and b.key == c.key and a.key != b.key and not _is_mutual(one.left, *places):
            return a, b
    left, right = _single_names(one.left), _single_names(one.right)
    shared = [key for key in left if key in right]
    for first, second in pairwise(shared):
        mine = _between(one.left, left[first], left[second])
        if not mine or _is_mutual(one.left, left[first], left[second]):
            continue
        if right[second] < right[first]:
            exchanged = likeness(mine, _between(one.right, right[second], right[first])) >= SWAP_LIKE
        else:
            exchanged = _voice_is_other(mine, _between(one.right, right[first], right[second]))
        if exchanged:
            return one.left.pieces[left[first]], one.right.pieces[right[second]]
    return None


def _voice_is_other(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> bool:
    """Whether the same words stand between two names, a verb among them active on one side and passive on the other."""
    if [root for root, _ in left] != [root for root, _ in right]:
        return False
    return [{a, b} for (_, a), (_, b) in zip(left, right, strict=True) if a != b] == [{"active", "passive"}]


def _single_names(stretch: Stretch) -> dict[str, int]:
    """Names that stand once in a sentence, with their places, in order."""
    counts = Counter(piece.key for piece in stretch.pieces)
    return {piece.key: at for at, piece in enumerate(stretch.pieces) if piece.kind == "name" and counts[piece.key] == 1}


def _is_mutual(stretch: Stretch, start: int, end: int) -> bool:
    """Whether a deed that both do to each other stands between two places ("faced", "met"): either may come first."""
    words = scope_words(stretch.language, "mutual")
    return any(piece.word in words for piece in stretch.pieces[start + 1 : end])


def _between(stretch: Stretch, start: int, end: int) -> list[tuple[str, str]]:
    """The content words between two places, by root or group of synonyms, each with its voice."""
    words = [piece.word for piece in stretch.pieces[start + 1 : end] if piece.kind == "word"]
    return [(root_of(word, stretch.language), voice_of(word, stretch.language)) for word in words]

"""Sentences of a paragraph, as offsets; never inside a quotation, never after an abbreviation."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

_END = re.compile(r"[.!?…]+[\"”»’')\]]*")
_NEXT = re.compile(r"\s*(\S?)")
_TITLE = re.compile(r"\s+([a-z]{2,4})\.?\s+[A-Z]")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_]){0,3}")
_WORD_BEFORE = re.compile(r"[\w.-]{1,24}$")
_LOOK_BACK = 24
_OPENING = frozenset('"“”«')
_PLATFORM = "x"
"""A single letter that ends sentences as a name of its own (the network X) and begins none."""


def split_sentences(
    shadow: str,
    start: int,
    end: int,
    abbreviations: Collection[str] = (),
    protected: Sequence[tuple[int, int]] = (),
    leads: Collection[str] = (),
) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences in `shadow[start:end]`, trimmed of space, in order.

    Args:
        shadow: text from `make_shadow`.
        start: where the paragraph begins.
        end: where it ends.
        abbreviations: words before a full stop that end nothing, lower case without the stop ("dr", "prof", "no").
        protected: spans (quotations), in order, that are not split inside.
        leads: titles in lower case that may begin a sentence before a name ("dr").

    A stop ends a sentence when a space and a capital, digit or mark follow, or, as on pages that lost their line
    breaks, when a capital follows a lower-case word or a bracket at once ("katanya.Sebelumnya").
    """
    starts = [span[0] for span in protected]
    cuts: list[int] = []
    for match in _END.finditer(shadow, start, end):
        inside = bisect_right(starts, match.start()) - 1
        if inside >= 0 and match.start() < protected[inside][1] and match.end() < protected[inside][1]:
            continue
        if _ends_here(shadow, start, end, match, abbreviations, leads):
            cuts.append(match.end())
    return [span for span in _trimmed(shadow, [start, *cuts, end]) if span[0] < span[1]]


def _ends_here(
    shadow: str, start: int, end: int, match: re.Match[str], abbreviations: Collection[str], leads: Collection[str]
) -> bool:
    at, after = match.start(), match.end()
    found = _NEXT.match(shadow, after, end)
    following = found[1] if found else ""
    if following and not shadow[after].isspace():
        before = shadow[at - 1] if at > start else " "
        glued = following.isupper() and (before.islower() or before in ")]") and match[0] == "."
        return glued and shadow[after + 1 : after + 2].islower()
    if following and following.islower():
        title = _TITLE.match(shadow, after, end)
        if not title or title[1] not in leads:
            return False
    if match[0].startswith(".") and not match[0].startswith(".."):
        word = _WORD_BEFORE.search(shadow, max(start, at - _LOOK_BACK), at)
        name = word[0].lower() if word else ""
        initial = _INITIALS.fullmatch(name) and name != _PLATFORM and following not in _OPENING
        return not (name in abbreviations or initial)
    return True


def _trimmed(shadow: str, cuts: Sequence[int]) -> list[tuple[int, int]]:
    spans = []
    for left, right in pairwise(cuts):
        while left < right and shadow[left].isspace():
            left += 1
        while right > left and shadow[right - 1].isspace():
            right -= 1
        spans.append((left, right))
    return spans

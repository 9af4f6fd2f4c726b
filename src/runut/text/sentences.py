"""Sentences of a paragraph, as offsets; never inside a quotation, never after an abbreviation."""

import re
from collections.abc import Collection, Sequence

_END = re.compile(r"[.!?…]+[\"”»’')\]]*")
_OPENING = frozenset('"“”«')
_PLATFORM = "x"
"""A single letter that ends sentences as a name of its own (the network X) and begins none."""
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_]){0,3}")
_WORD_BEFORE = re.compile(r"[\w.-]+$")


def split_sentences(
    shadow: str,
    start: int,
    end: int,
    abbreviations: Collection[str] = (),
    protected: Sequence[tuple[int, int]] = (),
) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences in `shadow[start:end]`, trimmed of space, in order.

    Args:
        shadow: text from `make_shadow`.
        start: where the paragraph begins.
        end: where it ends.
        abbreviations: words before a full stop that end nothing, lower case without the stop ("dr", "prof", "no").
        protected: spans (quotations) that are not split inside.

    A stop ends a sentence when a space and a capital, digit or mark follow, or, as on pages that lost their line
    breaks, when a capital follows a lower-case word at once ("katanya.Sebelumnya").
    """
    cuts: list[int] = []
    for match in _END.finditer(shadow, start, end):
        at, after = match.start(), match.end()
        if any(a <= at < b and after < b for a, b in protected):
            continue
        rest = shadow[after : after + 1]
        if rest and not rest.isspace():
            before = shadow[at - 1] if at > start else " "
            if not (
                rest.isupper()
                and (before.islower() or before in ")]")
                and match[0] == "."
                and shadow[after + 1 : after + 2].islower()
            ):
                continue
        elif rest:
            following = shadow[after:end].lstrip()[:1]
            if following and following.islower():
                continue
        quoted = shadow[after:end].lstrip()[:1] in _OPENING
        if match[0].startswith(".") and not match[0].startswith(".."):
            word = _WORD_BEFORE.search(shadow, max(start, at - 24), at)
            name = word[0].lower() if word else ""
            if name in abbreviations or (_INITIALS.fullmatch(name) and name != _PLATFORM and not quoted):
                continue
        cuts.append(after)
    spans, begin = [], start
    for cut in [*cuts, end]:
        left, right = begin, cut
        while left < right and shadow[left].isspace():
            left += 1
        while right > left and shadow[right - 1].isspace():
            right -= 1
        if left < right:
            spans.append((left, right))
        begin = cut
    return spans

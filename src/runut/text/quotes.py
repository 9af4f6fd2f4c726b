"""Quotation marks in pairs, whatever their make, without ever failing on an odd one."""

import re
from dataclasses import dataclass

_OPEN = "“«„"
_CLOSE = "”»"
_STRAIGHT = '"'
_NEAR = 4
"""Characters around a mark among which space is passed over."""
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}{_STRAIGHT}]")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: offsets of what stands between the marks, and of the marks themselves.

    `start:end` is the inside; `outer_start:outer_end` includes the marks that are there. `closed` is False when the
    closing mark is missing (a quotation that goes on in the next paragraph, or a slip); `opened` is False when only a
    closing mark is there: `start` is then the end of the quotation before, or of the paragraph's beginning.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    opened: bool = True

    @property
    def whole(self) -> bool:
        """Whether both marks are there."""
        return self.closed and self.opened


def pair_quotes(shadow: str, start: int = 0, end: int | None = None) -> list[Quote]:
    """Quotations in `shadow[start:end]` (one paragraph, from `make_shadow`), in order, not nested.

    A mark opens when space or punctuation stands before it and a letter or digit after it, whichever way it is bent:
    Indonesian pages open with ” as often as with “. A mark that cannot open closes. A mark that can only open, where a
    new sentence begins, ends an earlier quotation that was never closed.
    """
    end = len(shadow) if end is None else end
    found: list[Quote] = []
    opened: int | None = None
    last = start
    for at in (mark.start() for mark in _MARKS.finditer(shadow, start, end)):
        if opened is None:
            if _may_open(shadow, at, start, end) or _opens_loosely(shadow, at, start, end):
                opened = at
            elif _ends_speech(shadow, at, last):
                found.append(Quote(last, at, last, at + 1, opened=False))
                last = at + 1
            continue
        if _must_open(shadow, at, start, end):
            found.append(Quote(opened + 1, at, opened, at, closed=False))
            opened = at
            continue
        if at > opened + 1:
            found.append(Quote(opened + 1, at, opened, at + 1))
            last = at + 1
        opened = None
    if opened is not None and end > opened + 1:
        found.append(Quote(opened + 1, end, opened, end, closed=False))
    return found


def begins_closed(shadow: str, start: int, end: int) -> bool:
    """Whether a line begins with a mark that closes what stood before it, and goes on in the same sentence."""
    if shadow[start] not in _CLOSE + _STRAIGHT or _may_open(shadow, start, start, end):
        return False
    return shadow[start + 1 : end].lstrip(" ,")[:1].islower()


def _may_open(shadow: str, at: int, start: int, end: int) -> bool:
    before = shadow[at - 1] if at > start else " "
    after = shadow[at + 1] if at + 1 < end else " "
    return not after.isspace() and not (before.isalnum() and shadow[at] != "“") and after not in ".,;:!?"


def _opens_loosely(shadow: str, at: int, start: int, end: int) -> bool:
    """Whether a mark with space on both sides opens: after a stop, comma or colon, before a capital."""
    before, after = shadow[max(start, at - _NEAR) : at], shadow[at + 1 : min(end, at + _NEAR)]
    if not before[-1:].isspace() or shadow[at] in _CLOSE:
        return False
    return before.rstrip()[-1:] in (".", "!", "?", ",", ":") and after.lstrip()[:1].isupper()


def _must_open(shadow: str, at: int, start: int, end: int) -> bool:
    """Whether a mark inside a quotation opens another.

    Space before it, a capital after it, and the end of a sentence or a colon before that.
    """
    after = shadow[at + 1] if at + 1 < end else " "
    if not (
        at > start and shadow[at - 1].isspace() and (after.isupper() or after in "([") and shadow[at] not in _CLOSE
    ):
        return False
    if shadow[at] in _OPEN:
        return True
    before = shadow[start:at].rstrip()[-1:] if at - start < 40 else shadow[at - 40 : at].rstrip()[-1:]
    return before in ".!?:,"


def _ends_speech(shadow: str, at: int, last: int) -> bool:
    """Whether a closing mark that nothing opened ends words of its own: `… besok," kata Siti`, or heads a line."""
    return at > last + 1 and shadow[at - 1] in ",.!?…\n"

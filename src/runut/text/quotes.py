"""Quotation marks in pairs, whatever their make, without ever failing on an odd one."""

from dataclasses import dataclass

_OPEN = "“«"
_CLOSE = "”»"
_STRAIGHT = '"'


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: offsets of what stands between the marks, and of the marks themselves.

    `start:end` is the inside; `outer_start:outer_end` includes the marks that are there. `closed` is False when a
    paragraph ends before its closing mark (a quotation that goes on in the next one).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True


def pair_quotes(shadow: str, start: int = 0, end: int | None = None) -> list[Quote]:
    """Quotations in `shadow[start:end]` (one paragraph, from `make_shadow`), in order, not nested.

    A mark opens when space or punctuation stands before it and a letter or digit after it, whichever way it is bent:
    Indonesian pages open with ” as often as with “. A mark that cannot open closes.
    """
    end = len(shadow) if end is None else end
    found: list[Quote] = []
    opened: int | None = None
    for at in range(start, end):
        mark = shadow[at]
        if mark not in _STRAIGHT and mark not in _OPEN and mark not in _CLOSE:
            continue
        if opened is None:
            if _may_open(shadow, at, start, end):
                opened = at
        elif mark in _OPEN and _may_open(shadow, at, start, end) and not _may_close(shadow, at, start):
            found.append(Quote(opened + 1, at, opened, at, closed=False))
            opened = at
        else:
            if at > opened + 1:
                found.append(Quote(opened + 1, at, opened, at + 1))
            opened = None
    if opened is not None and end > opened + 1:
        found.append(Quote(opened + 1, end, opened, end, closed=False))
    return found


def _may_open(shadow: str, at: int, start: int, end: int) -> bool:
    before = shadow[at - 1] if at > start else " "
    after = shadow[at + 1] if at + 1 < end else " "
    return not after.isspace() and not (before.isalnum() and shadow[at] != "“") and after not in ".,;:!?"


def _may_close(shadow: str, at: int, start: int) -> bool:
    return at > start and not shadow[at - 1].isspace()

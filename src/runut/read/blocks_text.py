"""Stretches of a page to a block's text, with runs that lead every character back."""

import re
from functools import lru_cache
from html import unescape

from runut.read.stamp import FILLER

_ODD_SPACE = re.compile(r"[^\S \u00a0]\s*|[ \u00a0]\s+")
"""White space that is not one plain or no-break space; a single one stays inside its run."""

_PRINTED = re.compile(rf"[^{FILLER}]+")
_NO_BREAK = "\u00a0"

_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")

RunTuple = tuple[int, int, int, int]
"""Offset in the block, offset on the page, length in the block, length on the page."""


@lru_cache(maxsize=4096)
def _character(entity: str) -> str:
    return unescape(entity)


class Writer:
    """Stretches of a page to a block's text with its runs; white space between words is one space, outside all runs."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.pieces: list[str] = []
        self.runs: list[RunTuple] = []
        self.length = 0
        self.space = False

    def add(self, start: int, end: int) -> None:
        """Add the page's characters `start` to `end`."""
        raw = self.page[start:end]
        if "&" not in raw:
            self._words(raw, start)
            return
        at = 0
        for match in _ENTITY.finditer(raw):
            char = _character(match[0])
            if char == match[0]:
                continue
            self._words(raw[at : match.start()], start + at)
            at = match.end()
            if char.isspace() and not (char == _NO_BREAK and self._between_words(raw, match)):
                self.space = True
            else:
                self._put(char, start + match.start(), len(match[0]))
        self._words(raw[at:], start + at)

    def _between_words(self, raw: str, match: re.Match[str]) -> bool:
        """Whether an entity for a no-break space has a word on either side, and stays one."""
        before = raw[match.start() - 1] if match.start() else " "
        after = raw[match.end()] if match.end() < len(raw) else " "
        return not before.isspace() and before != ";" and not after.isspace() and after != "&"

    def _words(self, raw: str, start: int) -> None:
        if FILLER in raw:
            for match in _PRINTED.finditer(raw):
                self._stretch(match[0], start + match.start())
        else:
            self._stretch(raw, start)

    def _stretch(self, raw: str, start: int) -> None:
        inner = raw.lstrip()
        if len(inner) < len(raw):
            self.space = True
            start += len(raw) - len(inner)
            raw = inner
        inner = raw.rstrip()
        at = 0
        for match in _ODD_SPACE.finditer(inner):
            self._put(inner[at : match.start()], start + at, match.start() - at)
            self.space = True
            at = match.end()
        if at < len(inner):
            self._put(inner[at:], start + at, len(inner) - at)
        if len(inner) < len(raw):
            self.space = True

    def _put(self, text: str, start: int, page_length: int) -> None:
        if self.space and self.length:
            self.pieces.append(" ")
            self.length += 1
        self.space = False
        last = self.runs[-1] if self.runs else None
        if (
            last
            and last[2] == last[3]
            and len(text) == page_length
            and last[0] + last[2] == self.length
            and last[1] + last[3] == start
        ):
            self.runs[-1] = (last[0], last[1], last[2] + len(text), last[3] + page_length)
        else:
            self.runs.append((self.length, start, len(text), page_length))
        self.pieces.append(text)
        self.length += len(text)

"""Residue inside a paragraph: a link in brackets, an advertisement, desk initials behind the last sentence."""

import re
from functools import cache
from typing import NamedTuple

from runut.languages.pack import FOLDERS, load_pack
from runut.read.lines import LineKind, closing_initials, read_line
from runut.read.saved_text_blocks import Block

Spans = tuple[tuple[int, int], ...]
_BRACKETED = re.compile(r"\s?[(\[]([^()\[\]\n]{8,200})[)\]]")


class Cut(NamedTuple):
    """A stretch of a block: what it is, by which rule, and its half-open offsets on the page."""

    kind: LineKind
    rule: str
    spans: Spans


def cut_block(block: Block, page: str) -> list[Cut]:
    """The stretches of a body block in page order: one of kind "body", residue taken out of it, initials behind it."""
    residue: list[Cut] = []
    kept: list[tuple[int, int]] = []
    for start, end in block.pieces:
        at = start
        for first, last, rule in _inside(page, start, end):
            if at < first:
                kept.append((at, first))
            residue.append(Cut("residue", rule, ((first, last),)))
            at = last
        if at < end:
            kept.append((at, end))
    kept = [span for span in (_trimmed(page, *span) for span in kept) if span]
    closing: list[Cut] = []
    if kept:
        start, end = kept[-1]
        initials = closing_initials(page[start:end])
        if initials:
            closing.append(Cut("byline", "initials", ((start + initials, end),)))
            trimmed = _trimmed(page, start, start + initials)
            kept[-1:] = [trimmed] if trimmed else []
    body = [Cut("body", "", tuple(kept))] if kept else []
    return [*body, *residue, *closing]


def _trimmed(page: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and page[start].isspace():
        start += 1
    while end > start and page[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _inside(page: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Offsets of residue within a piece of a paragraph, in order, with the rule."""
    found = [(match.start(), match.end(), "advert") for match in _noise().finditer(page, start, end)]
    for match in _BRACKETED.finditer(page, start, end):
        reading = read_line(match[1])
        if reading and reading.rule in ("read-also", "advert", "embed"):
            found.append((match.start(), match.end(), reading.rule))
    found.sort()
    kept: list[tuple[int, int, str]] = []
    for span in found:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


@cache
def _noise() -> re.Pattern[str]:
    forms = {form for code in FOLDERS if (pack := load_pack(code)) for form in pack.forms("noise")}
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))))

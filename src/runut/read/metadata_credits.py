"""Credits of an article: agencies and outlets that its text came through, and those that its photos came from.

The two are kept apart: a photo credit never says that a story came through an agency.
"""

import re
from collections.abc import Iterator, Sequence

from runut.knowledge.known import Known
from runut.knowledge.world import agency_of, known_at, outlet_of
from runut.read.lines import photo_credit
from runut.records.article import Credit
from runut.records.spans import Part, Span

_DATELINE = re.compile(r"[^\n]{0,60}?\(([^()\n]{2,30})\)\s*[-–—]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]|_")
_ONE_NAME = 80
"""Characters of a line of provenance within which every name counts; in a longer one only the first does, since the
title of the source article follows it."""

_CREDIT_LABEL = re.compile(r"[^\W\d_]{2,20}(?:\s[^\W\d_]{2,12})?\s?[:：]\s*")


def find_credits(article: str, text: str, parts: Sequence[Part], outlet: str | None) -> tuple[Credit, ...]:
    """The credits printed in an article's parts, in text order, each with its span.

    Args:
        article: the article's id, for the spans.
        text: the article's text.
        parts: its parts.
        outlet: the outlet's own name, which is no credit.
    """
    found: list[Credit] = []
    first_body = True
    for part in parts:
        line = text[part.start : part.end]
        if part.kind in ("caption", "credit"):
            span = _photo_span(line, part)
            if span:
                found.append(Credit(line[span[0] : span[1]], "photo", _span(article, part, span)))
        elif part.kind in ("provenance", "byline"):
            for who, span in _named(line, part.kind == "byline"):
                found += [Credit(who.name, "text", _span(article, part, span))] if not _is_own(who, outlet) else []
        elif part.kind == "body" and first_body:
            first_body = False
            dateline = _DATELINE.match(line)
            known = _media(dateline[1].strip()) if dateline else None
            if dateline and known and not _is_own(known, outlet):
                found.append(Credit(known.name, "text", _span(article, part, dateline.span(1))))
    return tuple(found)


def _span(article: str, part: Part, span: tuple[int, int]) -> Span:
    return Span(article, part.start + span[0], part.start + span[1])


def _photo_span(line: str, part: Part) -> tuple[int, int] | None:
    """Offsets of the photo's credit in a caption, or of all but its label in a line of credit."""
    found = photo_credit(line)
    if found is None and part.kind == "caption":
        return None
    start, end = found or (0, len(line))
    label = _CREDIT_LABEL.match(line[start:end])
    start += label.end() if label else 0
    return (start, end) if start < end else None


def _named(line: str, alone: bool) -> Iterator[tuple[Known, tuple[int, int]]]:
    """Agencies and outlets named in a line, with their offsets; with `alone` only a name that is the whole line."""
    if alone:
        known = agency_of(line.strip(" .|,")) if len(line) <= 40 else None
        if known:
            yield known, (0, len(line))
        return
    words = list(_WORD.finditer(line))
    tokens = [word[0] for word in words]
    at = 0
    while at < len(tokens):
        size, readings = known_at(tokens, at)
        media = next((known for known in readings if known.kind in ("agency", "outlet")), None)
        if media:
            yield media, (words[at].start(), words[at + size - 1].end())
            if len(line) > _ONE_NAME:
                return
        at += max(size, 1)


def _media(name: str) -> Known | None:
    """The agency or outlet with this name; a short one must be printed as its table has it ("ANI" is none of "Ani")."""
    known = agency_of(name) or outlet_of(name)
    return known if known and (len(name) > 4 or name in known.forms) else None


def _is_own(known: Known, outlet: str | None) -> bool:
    own = outlet_of(outlet) or agency_of(outlet) if outlet else None
    return bool(outlet) and (known.name == outlet or (own is not None and known.name == own.name))

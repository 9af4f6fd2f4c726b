"""A cheap look at a page: its language, and whether it holds running text. For archives with a million pages.

No tree is built. Text is taken from between `<p>` and `</p>`, or from between all tags where there are no paragraphs;
every step runs over the page once. A page that is read properly afterwards gets its language again, from its body.
"""

import re
from typing import Literal, NamedTuple

from runut.read.decode import decode_page
from runut.read.language import identify
from runut.records.page import Page

SAMPLE_CHARS = 500
"""Characters that settle the language: on 300 pages in 37 languages 298 get the code they get from 1,500."""
SAMPLE_BYTES = 20_000
"""Bytes of paragraphs that are gathered for it."""
ENOUGH_BYTES = 1500
"""Bytes of running text after which no more is gathered."""
LINE_CHARS = 60
"""From here on a line counts as running text; titles in lists are mostly shorter."""
ARTICLE_CHARS = 400
"""Characters of running text from which a page counts as an article."""

_TAG = re.compile(rb"<[^<>]*(?:>|\Z)")
_ENTITY = re.compile(rb"&#?[A-Za-z0-9]{1,10};")
_SPACE = re.compile(rb"\s+")
_SKIPPED = ((b"<script", b"</script"), (b"<style", b"</style"), (b"<!--", b"-->"), (b"<noscript", b"</noscript"))

Look = Literal["article", "index", "empty"]


class Triage(NamedTuple):
    """Language code ("und" without letters), and what the page looks like."""

    language: str
    look: Look


def triage(page: Page, body: bytes) -> Triage:
    """The language and look of a page, in about a fortieth of the time that reading it takes."""
    lines = _lines(body) if page.medium == "html" else [line.strip() for line in body[:SAMPLE_BYTES].split(b"\n")]
    running = [line for line in lines if len(line) >= LINE_CHARS]
    sample = b"\n".join(running or lines)
    language = identify(_decoded(sample, page, body)[:SAMPLE_CHARS])
    if sum(map(len, running)) >= ARTICLE_CHARS:
        return Triage(language, "article")
    return Triage(language, "index" if any(lines) else "empty")


def _decoded(sample: bytes, page: Page, body: bytes) -> str:
    try:
        return sample.decode("utf-8")
    except UnicodeDecodeError:
        return sample.decode(decode_page(body, page.charset).charset, "replace")


def _lines(body: bytes) -> list[bytes]:
    """The text of the paragraphs; of all that stands between tags where there are none."""
    found: list[bytes] = []
    at = total = running = 0
    while total < SAMPLE_BYTES and running < ENOUGH_BYTES:
        start = body.find(b"<p", at)
        if start < 0 or start + 2 >= len(body):
            break
        at = start + 2
        if body[at] not in b"> \n\t\r":
            continue
        end = body.find(b"</p", at)
        if end < 0:
            break
        found.append(_plain(body[at - 2 : end]))
        total += len(found[-1])
        running += len(found[-1]) if len(found[-1]) >= LINE_CHARS else 0
        at = end
    if total >= ARTICLE_CHARS:
        return found
    return [*found, *(_plain(line) for line in _visible(body).split(b"\n"))]


def _plain(piece: bytes) -> bytes:
    return _SPACE.sub(b" ", _ENTITY.sub(b" ", _TAG.sub(b" ", piece))).strip(b" <>")


def _visible(body: bytes) -> bytes:
    """At most `SAMPLE_BYTES` of text between tags, scripts and the like left out; a tag ends a line."""
    for opening, closing in _SKIPPED:
        kept: list[bytes] = []
        at = 0
        while (start := body.find(opening, at)) >= 0:
            kept.append(body[at:start])
            end = body.find(closing, start)
            at = len(body) if end < 0 else end + len(closing)
        body = b"".join([*kept, body[at:]])
    lines = (line.strip() for line in _TAG.sub(b"\n", body).split(b"\n"))
    return b"\n".join(line for line in lines if line)[:SAMPLE_BYTES]

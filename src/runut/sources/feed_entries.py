"""Entries of a feed in one shape, whatever its dialect. Source: RSS 2.0, RFC 4287, JSON Feed 1.1, Media RSS 1.5."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser
import msgspec

_ELEMENT = re.compile(rb"<(?:[A-Za-z][\w.-]{0,40}:)?(?:item|entry)[\s>/]", re.IGNORECASE)
_NAME_IN_MAIL = re.compile(r"\(([^()]{2,200})\)\s*$")
_MAIL = re.compile(r"[<(]?(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,253}[>)]?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `offset` and `length` are bytes of the feed, 0 where they could not be told; texts as printed."""

    url: str = ""
    title: str = ""
    content: str = ""
    is_html: bool = True
    published: str = ""
    outlet: str = ""
    """The outlet the entry names as its source, or the feed's title."""
    feed: str = ""
    authors: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    offset: int = 0
    length: int = 0


class _JsonAuthor(msgspec.Struct):
    name: str | None = None


class _JsonItem(msgspec.Struct):
    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    author: _JsonAuthor | None = None
    authors: list[_JsonAuthor] | None = None


class _JsonFeed(msgspec.Struct):
    version: str
    items: list[msgspec.Raw]
    title: str | None = None
    home_page_url: str | None = None


def parse_feed(body: bytes, url: str | None = None) -> tuple[list[Entry], str]:
    """Entries in the feed's order, and what is wrong with it ("" if nothing)."""
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_entries(body.removeprefix(b"\xef\xbb\xbf"), url)
    return _xml_entries(body, url)


def _json_entries(body: bytes, url: str | None) -> tuple[list[Entry], str]:
    try:
        feed = msgspec.json.decode(body, type=_JsonFeed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return [], str(error)
    entries: list[Entry] = []
    fault, at = "", 0
    for raw in feed.items:
        one = bytes(raw)
        at = body.index(one, at)
        try:
            item = msgspec.json.decode(one, type=_JsonItem)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            fault = fault or str(error)
            continue
        authors = item.authors or ([item.author] if item.author else [])
        entries.append(
            Entry(
                url=_joined(url or feed.home_page_url, item.external_url or item.url),
                title=(item.title or "").strip(),
                content=item.content_html or item.content_text or "",
                is_html=item.content_html is not None,
                published=item.date_published or item.date_modified or "",
                outlet=(feed.title or "").strip(),
                feed=(feed.title or "").strip(),
                authors=_names(author.name or "" for author in authors),
                offset=at,
                length=len(one),
            )
        )
    return entries, fault


def _xml_entries(body: bytes, url: str | None) -> tuple[list[Entry], str]:
    plain = body
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # feedparser wants a declaration beside the mark
        plain = codecs.BOM_UTF8 + body.decode("utf-16", "replace").encode("utf-8", "replace")
    try:
        found: Any = feedparser.parse(BytesIO(plain), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser's own faults; a feed is input and must not end the run
        return [], f"feedparser failed: {type(error).__name__}: {error}"
    fault = str(found.get("bozo_exception", "")) if found.get("bozo") and not _harmless(found) else ""
    title = _text(found.feed.get("title"))
    base = url or _text(found.feed.get("link"))
    places = _places(body, len(found.entries))
    entries = [_entry(raw, title, base, place) for raw, place in zip(found.entries, places, strict=True)]
    return entries, fault


def _harmless(found: Any) -> bool:
    return isinstance(found.get("bozo_exception"), (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType))


def _entry(raw: Any, feed: str, base: str, place: tuple[int, int]) -> Entry:
    contents = [part for part in raw.get("content", ()) if _text(part.get("value"))]
    best = max(contents, key=lambda part: len(_text(part.get("value"))), default=None)
    summary = raw.get("summary_detail") or {}
    if best is None or len(_text(summary.get("value"))) > len(_text(best.get("value"))):
        best = summary
    source = raw.get("source") or {}
    dated = (raw.get(key) for key in ("published", "updated", "created"))
    return Entry(
        url=_joined(base, _text(raw.get("link"))),
        title=_text(raw.get("title")),
        content=_text(best.get("value")),
        is_html="plain" not in _text(best.get("type")),
        published=next((_text(date) for date in dated if date), ""),
        outlet=_text(source.get("title") or source.get("value")) or feed,
        feed=feed,
        authors=_authors(raw),
        photo_credits=_names(_text(credit.get("content")) for credit in raw.get("media_credit", ())),
        offset=place[0],
        length=place[1],
    )


def _authors(raw: Any) -> tuple[str, ...]:
    listed = [_text(author.get("name")) for author in raw.get("authors", ()) if isinstance(author, dict)]
    return _names(listed or [_text(raw.get("author"))])


def _names(printed: Iterable[str]) -> tuple[str, ...]:
    """Names, each once; of "a@b.c (Name)" the name; mail addresses alone are no names."""
    found: list[str] = []
    for text in printed:
        inner = _NAME_IN_MAIL.search(text) if "@" in text else None
        name = inner[1].strip() if inner else " ".join(_MAIL.sub(" ", text).split())
        if name and name not in found:
            found.append(name)
    return tuple(found)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _joined(base: str | None, link: str | None) -> str:
    try:
        return urljoin(base or "", (link or "").strip())
    except ValueError:
        return link or ""


def _places(body: bytes, number: int) -> list[tuple[int, int]]:
    """Offset and length of each entry's element, where their number shows that none was missed."""
    starts = [match.start() for match in _ELEMENT.finditer(body)]
    if not starts or len(starts) != number:
        return [(0, 0)] * number
    ends = [*starts[1:], len(body)]
    return [(start, end - start) for start, end in zip(starts, ends, strict=True)]

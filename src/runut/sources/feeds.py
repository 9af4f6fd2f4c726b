"""Feeds: RSS, Atom, RDF and JSON Feed. Entries that hold their article become pages; the others only name one.

What the feed says beside the text stays with the page: title, time, authors, the outlet that an aggregator names as its
`<source>`, credits of pictures. A teaser is never taken for an article.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

from runut.records.notes import Problem
from runut.records.page import Medium, Page, Place
from runut.settings import Settings
from runut.sources.door import Door
from runut.sources.feed_dates import iso_date
from runut.sources.feed_entries import Entry, parse_feed
from runut.sources.fetch import read_page_at
from runut.sources.files import load, make_page, name_of

Got = tuple[Page, bytes] | Problem

FULL_CHARS = 600
"""Characters of text from which an entry counts as the article itself; the longest teasers seen have about 500."""
MAX_FOLLOWED = 200
"""Links that are followed from one feed."""
_TAG = re.compile(r"<[^<>]{0,2000}>")
_CUT = ("...", "…", "...]", "…]", "... ]", "… ]")
"""How a text ends that was broken off."""


def read_feed(file: Path, settings: Settings, door: Door | None = None) -> Iterator[Got]:
    """Pages of a feed file; with a door, those its entries point to as well."""
    body = load(file, settings)
    if isinstance(body, Problem):
        yield body
    else:
        yield from feed_pages(body, name_of(file), door)


def feed_pages(body: bytes, name: str, door: Door | None, url: str | None = None) -> Iterator[Got]:
    """Pages of a feed's bytes. `name` is its file or address; `url` what its relative links are relative to."""
    entries, fault = parse_feed(body, url)
    if not entries:
        says = f"there are no entries in this feed{': ' + fault if fault else ''}"
        yield Problem("sources", "no-pages", name, says)
        return
    if fault:
        says = f"the feed is damaged ({fault}); {len(entries)} entries were read from it"
        yield Problem("sources", "feed-damaged", name, says, severity="warning")
    teasers = [entry for entry in entries if not is_full(entry.content)]
    for entry in entries:
        if is_full(entry.content):
            yield _page(entry, name)
    if teasers and door is None:
        first = teasers[0].url or teasers[0].title or "without a link"
        says = f"{len(teasers)} of {len(entries)} entries hold only a teaser (the first: {first}); --fetch follows them"
        yield Problem("sources", "teasers", name, says, severity="note")
    elif door:
        yield from _follow(teasers, name, door)


def is_full(content: str) -> bool:
    """Whether an entry's content is an article and no teaser: long enough, and not broken off with dots."""
    text = " ".join(unescape(_TAG.sub(" ", content)).split())
    return len(text) >= FULL_CHARS and not text.endswith(_CUT)


def _page(entry: Entry, name: str) -> tuple[Page, bytes]:
    body = entry.content.encode("utf-8", "replace")
    medium: Medium = "html" if entry.is_html else "text"
    page = make_page(body, Place(name, entry.offset, entry.length), medium, entry.url or None, charset="utf-8")
    return beside(page, entry), body


def beside(page: Page, entry: Entry) -> Page:
    """The page with what the feed says of it."""
    return replace(
        page,
        outlet=entry.outlet or None,
        published=(iso_date(entry.published) or entry.published) or None,
        title=entry.title or None,
        bylines=entry.authors,
        photo_credits=entry.photo_credits,
        feed=entry.feed or None,
    )


def _follow(entries: Sequence[Entry], name: str, door: Door) -> Iterator[Got]:
    for entry in entries[:MAX_FOLLOWED]:
        if not entry.url:
            says = f"the entry {entry.title!r} has neither its article nor a link to it"
            yield Problem("sources", "no-link", name, says, severity="warning")
            continue
        for got in read_page_at(entry.url, door):
            yield got if isinstance(got, Problem) else (beside(got[0], entry), got[1])
    if len(entries) > MAX_FOLLOWED:
        says = f"{len(entries)} entries to follow; only the first {MAX_FOLLOWED} were"
        yield Problem("sources", "too-many", name, says, severity="warning")

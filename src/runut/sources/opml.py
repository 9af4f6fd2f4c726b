"""OPML, the lists of feeds that readers of feeds exchange: in and out. Source: OPML 2.0."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from lxml import etree

from runut.records.notes import Problem
from runut.records.page import Page
from runut.settings import Settings
from runut.sources.door import Door
from runut.sources.fetch import read_address
from runut.sources.files import load, name_of

Got = tuple[Page, bytes] | Problem


class Feed(NamedTuple):
    """A feed in a list: its address, its title, and the folders it lies in, joined by slashes."""

    url: str
    title: str = ""
    folder: str = ""


def read_opml(file: Path, settings: Settings, door: Door | None = None) -> Iterator[Got]:
    """Pages of all the feeds that an OPML file lists, which have to be fetched."""
    body = load(file, settings)
    if isinstance(body, Problem):
        yield body
        return
    feeds = feeds_in(body)
    if isinstance(feeds, str):
        yield Problem("sources", "bad-opml", name_of(file), f"this OPML cannot be read: {feeds}")
    elif not feeds:
        yield Problem("sources", "no-pages", name_of(file), "there are no feeds in this OPML file")
    elif door is None:
        says = f"it lists {len(feeds)} feeds, which are only fetched with --fetch (the first: {feeds[0].url})"
        yield Problem("sources", "fetch-off", name_of(file), says)
    else:
        for feed in feeds:
            yield from read_address(feed.url, door)


def feeds_in(body: bytes) -> list[Feed] | str:
    """The feeds of an OPML document, each once, in its order; or what is wrong with it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return str(error)
    if root is None:
        return "it holds no XML"
    found: dict[str, Feed] = {}
    for outline in root.iter("outline"):
        url = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if url:
            above = [parent.get("text") or "" for parent in outline.iterancestors("outline")]
            title = (outline.get("title") or outline.get("text") or "").strip()
            found.setdefault(url, Feed(url, title, "/".join(reversed([name for name in above if name]))))
    return list(found.values())


def write_opml(feeds: Iterable[Feed], title: str) -> str:
    """An OPML 2.0 document that lists the feeds, those of one folder together, as other readers take it in."""
    folders: dict[str, list[Feed]] = {}
    for feed in feeds:
        folders.setdefault(feed.folder, []).append(feed)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += [f"<head><title>{_escaped(title)}</title></head>", "<body>"]
    for folder, inside in folders.items():
        names = [name for name in folder.split("/") if name]
        lines += [f"<outline text={_quoted(name)}>" for name in names]
        lines += [
            f'<outline type="rss" text={_quoted(feed.title or feed.url)} xmlUrl={_quoted(feed.url)}/>'
            for feed in inside
        ]
        lines += ["</outline>" for _ in names]
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))


def _escaped(text: str) -> str:
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(char for char in text if char >= " " or char in "\t\n")

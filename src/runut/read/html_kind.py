"""What kind of page this is: one article, a part of one, an index, a gallery, a live blog, a round-up."""

import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import parse_qs, urljoin, urlsplit

from runut.read.blocks import Tree
from runut.read.html_assemble import Piece
from runut.read.metadata_head import Head
from runut.read.page_words import forms_of
from runut.records.article import ArticleKind

_INDEX_TYPES = ("CollectionPage", "SearchResultsPage", "ItemList", "ProfilePage")
_GALLERY_TYPES = ("ImageGallery", "MediaGallery")
_MAY_NAME_PART = re.compile(r"[?&][A-Za-z_]{1,12}=\d|[/-]\d{1,2}/?(?:[?#]|$)")
_NOWHERE = "https://page.invalid/page"
"""Stands for the address of a page that has none; its own parts are still told by links such as "?page=2"."""

_OF_TOTAL = re.compile(r"\D*(\d{1,2})\D{1,12}(\d{1,2})\b")
_SHORT_BODY = 600
"""Characters of body below which a page of many headlines is an index, not a short article beside a list."""

_MANY_LINES = 12
_FEW = 3
_STAMPED_POSTS = 4


def kind_of(tree: Tree, head: Head, pieces: Sequence[Piece], url: str | None, got_from: str | None) -> ArticleKind:
    """The kind of the page.

    Args:
        tree: the page's blocks.
        head: the page's own statements.
        pieces: the article's pieces and the removed lines beside it, in page order.
        url: the article's address.
        got_from: the address it was got from, which may name a part.
    """
    body = sum(piece.last - piece.first for piece in pieces if piece.kind == "body")
    captions = [piece for piece in pieces if piece.kind == "caption"]
    if head.jsonld.has_type("LiveBlogPosting") or _is_live(tree, pieces):
        return "liveblog"
    if is_index(tree, head, body, url):
        return "index"
    shown = sum(piece.last - piece.first for piece in captions)
    if head.jsonld.has_type(*_GALLERY_TYPES) or (len(captions) >= _FEW and shown > 1.5 * body):
        return "gallery"
    if _is_roundup(pieces):
        return "roundup"
    return "part" if is_part(tree, pieces, url, got_from) else "article"


def is_index(tree: Tree, head: Head, body: int, url: str | None) -> bool:
    """Whether the page lists articles: it says so, or is all headlines with little prose and no article of its own."""
    if head.jsonld.articles or head.meta("og:type").lower() == "article":
        return False
    if head.jsonld.has_type(*_INDEX_TYPES) and body < 2 * _SHORT_BODY:
        return True
    path = urlsplit(url).path.strip("/") if url else "x"
    headlines = sum(block.link_share > 0.8 and len(block.text) >= 30 for block in tree.blocks)
    return (not path and headlines >= _FEW) or (body < _SHORT_BODY and headlines >= _MANY_LINES)


def is_part(tree: Tree, pieces: Sequence[Piece], url: str | None, got_from: str | None) -> bool:
    """Whether the article goes on at another address: the page links to its own page 2, or is one itself.

    A page that prints all its parts below each other ("4 / 4" in its text) is whole.
    """
    own = got_from or url
    own = own or _NOWHERE
    if _is_whole(own) or _prints_all(pieces):
        return False
    if (_page_number(got_from or "") or 0) >= 2:
        return True
    base = _without_page(own)
    plain = _without_page(url or own)
    for element in tree.root.iter("a", "link"):
        href = element.get("href") or ""
        if element.tag == "link" and "next" not in (element.get("rel") or "").lower():
            continue
        if (
            _MAY_NAME_PART.search(href)
            and (_page_number(href) or 0) >= 2
            and _without_page(_join(own, href)) in (base, plain)
        ):
            return True
    return False


def _join(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""


def _page_number(address: str) -> int | None:
    """The number of the part that an address names, or None."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    for key, values in parse_qs(parts.query).items():
        if key.lower() in forms_of("url-page") and values[0].isdigit() and len(values[0]) <= 2:
            return int(values[0])
    match = _trailing_number().search(parts.path)
    return int(match[1]) if match else None


def _is_whole(address: str) -> bool:
    """Whether an address asks for all parts on one page ("?page=all")."""
    try:
        query = parse_qs(urlsplit(address).query)
    except ValueError:
        return False
    whole = forms_of("url-whole")
    return any(key.lower() in forms_of("url-page") and values[0].lower() in whole for key, values in query.items())


@cache
def _trailing_number() -> re.Pattern[str]:
    """The number of a part at the end of a path: "/2", "/page/2"."""
    return re.compile(rf"/(?:(?:{'|'.join(sorted(forms_of('url-page')))})[/-])?(\d{{1,2}})/?$")


def _without_page(address: str) -> tuple[str, str]:
    """Host and path of an address without the number of a part."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    return host, _trailing_number().sub("", parts.path.rstrip("/")).rstrip("/")


def _prints_all(pieces: Sequence[Piece]) -> bool:
    """Whether the page counts its parts up to the last one, all in one text."""
    totals = [match for p in pieces if p.rule == "parts" and (match := _OF_TOTAL.match(p.block.text))]
    return any(match[1] == match[2] and int(match[2]) > 1 for match in totals)


def _is_live(tree: Tree, pieces: Sequence[Piece]) -> bool:
    """Whether the body lies in a live blog's box and is cut by stamps of time."""
    live = [piece for piece in pieces if piece.kind == "body" and "live" in tree.roles[piece.block.box]]
    stamps = [piece for piece in pieces if piece.kind in ("date", None) and piece.rule in ("date-line", "date", "age")]
    return len(live) >= _FEW and len(stamps) >= _STAMPED_POSTS


def _is_roundup(pieces: Sequence[Piece]) -> bool:
    """Whether every section under a subhead ends in a link to its full story."""
    sections: list[bool] = []
    for piece in pieces:
        if piece.kind == "subhead":
            sections.append(False)
        elif sections and piece.kind is None and piece.rule == "read-also" and piece.block.links > 0:
            sections[-1] = True
    return len(sections) >= _FEW and all(sections)

"""An HTML page to its article: blocks with offsets, body, lines beside it, metadata."""

from runut.read.blocks import read_blocks
from runut.read.body import choose_blocks
from runut.read.decode import Decoded
from runut.read.html_assemble import Piece, join_pieces
from runut.read.html_kind import kind_of
from runut.read.html_lines import Zone, read_zone
from runut.read.language import identify
from runut.read.metadata import find_metadata
from runut.read.metadata_head import read_head
from runut.read.metadata_title import find_title
from runut.read.stamp import stamp_page
from runut.records.article import Article, Credit
from runut.records.ids import make_id
from runut.records.notes import Problem
from runut.records.page import Page
from runut.records.spans import Part, Span

_LANGUAGE_CHARS = 3000


def read_html(page: Page, decoded: Decoded) -> Article | Problem:
    """The article of an HTML page, or a Problem where it holds no text."""
    stamped = stamp_page(decoded.text)
    tree = read_blocks(decoded.text, stamped)
    if not tree.blocks:
        return Problem("read", "no-text", page.place.file, "the page holds no text that a reader could see")
    head = read_head(decoded.text, stamped, tree.root)
    title, at = find_title(tree, head)
    keep, rule = choose_blocks(tree, head, at)
    body = "\n".join(block.text for block, kept in zip(tree.blocks, keep, strict=True) if kept)
    language = identify(body[:_LANGUAGE_CHARS])
    summary = head.meta("og:description", "description", "twitter:description")
    pieces = read_zone(Zone(tree, keep, at, summary, language, rule))
    text, parts, text_map, removed = join_pieces(pieces)
    if not any(part.kind == "body" for part in parts):
        return Problem("read", "no-body", page.place.file, "the page holds no article text, only headings and links")
    bylines, dates = printed_lines(pieces)
    known = find_metadata(page, head, bylines, dates, language)
    kind = kind_of(tree, head, keep, pieces)
    id = make_id("ar", page.id, text)
    return Article(
        id,
        page.id,
        page.place,
        "html",
        text,
        language,
        title=title or page.title,
        kind=kind,
        complete=kind != "part",
        url=known.url,
        outlet=known.outlet,
        owner=known.owner,
        published=known.published,
        modified=known.modified,
        bylines=known.bylines,
        editors=known.editors,
        credits=credits_of(id, text, parts),
        parts=parts,
        removed=removed,
        text_map=text_map,
    )


def printed_lines(pieces: list[Piece]) -> tuple[list[str], list[str]]:
    """(lines that may name people, lines that print a date), in page order."""
    bylines = [p.block.text[p.first : p.last] for p in pieces if p.kind in ("byline", "provenance", "date")]
    dates = [p.block.text[p.first : p.last] for p in pieces if p.kind in ("date", "byline")]
    return bylines, dates


def credits_of(id: str, text: str, parts: tuple[Part, ...]) -> tuple[Credit, ...]:
    """Credits for the text (lines of provenance) and for photos (in captions), kept apart."""
    found: list[Credit] = []
    for part in parts:
        if part.kind == "credit":
            found.append(Credit(text[part.start : part.end], "photo", Span(id, part.start, part.end)))
    return tuple(found)

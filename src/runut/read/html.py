"""An HTML page to its article: blocks with offsets, body, lines beside it, metadata."""

from runut.read.blocks import read_blocks
from runut.read.body import choose_blocks
from runut.read.decode import Decoded
from runut.read.html_assemble import Piece, join_pieces
from runut.read.html_kind import kind_of
from runut.read.html_lines import Zone, read_zone
from runut.read.language import identify
from runut.read.metadata import find_metadata
from runut.read.metadata_credits import find_credits
from runut.read.metadata_head import read_head
from runut.read.metadata_people import Printing, read_printed
from runut.read.metadata_title import find_title
from runut.read.stamp import stamp_page
from runut.records.article import Article, Credit
from runut.records.ids import make_id
from runut.records.notes import Problem
from runut.records.page import Page

_LANGUAGE_CHARS = 3000
_LONGEST_LINE = 400


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
    has_body = any(part.kind == "body" for part in parts)
    if not text:
        return Problem("read", "no-body", page.place.file, "the page holds no article text, only headings and links")
    lines, dates = printed_lines(pieces)
    known = find_metadata(page, head, read_printed(lines), dates, language, decoded.text)
    kind = kind_of(tree, head, pieces, known.url, page.url)
    kind = "other" if kind in ("article", "part") and not has_body else kind
    id = make_id("ar", page.id, text)
    return Article(
        id,
        page.id,
        page.place,
        "html",
        text,
        language,
        title=page.title or title,
        kind=kind,
        complete=kind != "part" and (has_body or kind == "gallery") and stamped.whole,
        url=known.url,
        outlet=known.outlet,
        owner=known.owner,
        published=known.published,
        modified=known.modified,
        bylines=known.bylines,
        editors=known.editors,
        credits=(*find_credits(id, text, parts, known.outlet), *(Credit(who, "photo") for who in page.photo_credits)),
        parts=parts,
        removed=removed,
        text_map=text_map,
    )


def printed_lines(pieces: list[Piece]) -> tuple[list[Printing], list[str]]:
    """(lines near the article, lines that print a date), in page order."""
    lines: list[Printing] = []
    at_head = True
    for piece in pieces:
        at_head = at_head and piece.kind != "body"
        if piece.kind not in ("title", "body", "standfirst", "subhead") and piece.last - piece.first <= _LONGEST_LINE:
            lines.append(Printing(piece.block.text[piece.first : piece.last], piece.kind, piece.rule, at_head))
    return lines, [line.text for line in lines if line.kind in ("date", "byline")]

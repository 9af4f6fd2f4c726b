"""A page's markup as blocks of text, in page order, each with exact runs back to the page.

A block is what a reader sees as one paragraph, heading, list item, caption or cell. White space is collapsed as a
browser does, entities become characters; everything else is as on the page. Blocks know the boxes (elements) around
them and what those are called, so that later steps can tell an article from a menu.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from runut.read.blocks_text import Writer
from runut.read.boxes import Block, Box, roles_around
from runut.read.page_words import roles_of
from runut.read.stamp import FIRST_MARK, Stamped

_BLOCK_TAGS = """
address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol option p picture pre section
select summary table tbody td tfoot th thead tr ul video audio
"""
BLOCK_TAGS = frozenset(_BLOCK_TAGS.split())
_SPLITTING = frozenset({"date", "byline", "caption", "credit", "related", "ad", "share", "paging"})
"""Roles that make an inline element a block of its own: two neighbouring spans are not one line of prose."""

_KEPT_IN_DEEP = re.compile(r"</?(?:p|h[1-6]|li|td|br|a|time|figcaption|title|meta|link)(?=[\s/>])", re.IGNORECASE)
_A_TAG = re.compile(r"<[^<>]*>")
MAX_DEPTH = 1500
"""Elements inside each other beyond which a page is read without its boxes; the parser itself stops at 2,048."""


@dataclass(slots=True)
class Tree:
    """A page in blocks: the boxes by number, the blocks in page order, the parsed root."""

    root: etree._Element
    boxes: list[Box]
    blocks: list[Block]
    page: str
    roles: list[frozenset[str]]
    """For each box the roles of it and all around it, those of boxes that hold most of the page's prose left out."""

    def within(self, block: Block) -> Iterator[int]:
        """Numbers of the boxes around a block, innermost first."""
        at = block.box
        while at >= 0:
            yield at
            at = self.boxes[at].parent

    def tags_around(self, block: Block) -> Iterator[str]:
        """Tags of the boxes around a block, innermost first."""
        return (self.boxes[box].tag for box in self.within(block))


@dataclass(slots=True)
class _Open:
    """The block being gathered."""

    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    href: str = ""
    after_break: bool = False


def read_blocks(page: str, stamped: Stamped) -> Tree:
    """The blocks of a page whose text was numbered by `stamp_page`."""
    root = _parse(stamped.markup)
    tree = _walk(page, stamped, root)
    kept = sum(len(block.runs) > 0 for block in tree.blocks)
    if not kept and stamped.starts:
        flat = _A_TAG.sub(lambda m: m[0] if _KEPT_IN_DEEP.match(m[0]) else " ", stamped.markup)
        tree = _walk(page, stamped, _parse(flat))
    return tree


def _parse(markup: str) -> etree._Element:
    parser = etree.HTMLParser(huge_tree=True, recover=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    raw = markup.encode("utf-8", "replace")
    root = etree.fromstring(raw, parser) if markup.strip() else None
    return root if root is not None else etree.Element("html")


def _walk(page: str, stamped: Stamped, root: etree._Element) -> Tree:
    return _Walk(page, stamped).run(root)


class _Walk:
    """One pass over the tree, gathering blocks."""

    def __init__(self, page: str, stamped: Stamped) -> None:
        self.page, self.clean, self.starts, self.ends = page, stamped.clean, stamped.starts, stamped.ends
        self.boxes: list[Box] = []
        self.blocks: list[Block] = []
        self.open = _Open()
        self.links = self.bolds = 0
        self.image = False
        self.closed: etree._Element | None = None

    def run(self, root: etree._Element) -> Tree:
        stack = [-1]
        none: frozenset[str] = frozenset()
        inline: list[tuple[bool, bool, bool]] = []
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag
            if event == "start":
                if tag in _EMPTY_TAGS:
                    if tag == "br":
                        self._flush(stack[-1])
                        self.open.after_break = True
                    else:
                        self.image = True
                    inline.append((False, False, False))
                    continue
                given = dict(element.items())
                key, own = self._roles(tag, given) if given or tag in _NAMED_TAGS else ("", none)
                is_block = tag in BLOCK_TAGS or "-" in tag or (tag != "a" and not _SPLITTING.isdisjoint(own))
                is_link, is_bold = tag == "a", tag in ("b", "strong")
                self.links += is_link
                self.bolds += is_bold
                if is_link:
                    self.open.href = self.open.href or given.get("href", "")
                    if self.closed is not None and element.getprevious() is self.closed:
                        self.open.pieces.append((" ", False, False))
                inline.append((is_block, is_link, is_bold))
                if is_block:
                    self._flush(stack[-1])
                    self.boxes.append(Box(tag, stack[-1], none if tag in _PAGE_TAGS else own, key))
                    stack.append(len(self.boxes) - 1)
                if element.text:
                    self.open.pieces.append((element.text, self.links > 0, self.bolds > 0))
            else:
                is_block, is_link, is_bold = inline.pop()
                self.links -= is_link
                self.closed = element if is_link and not element.tail else None
                self.bolds -= is_bold
                if is_block:
                    self._flush(stack.pop())
                if element.tail:
                    self.open.pieces.append((element.tail, self.links > 0, self.bolds > 0))
        self._flush(max(stack[-1], 0))
        blocks = join_datelines(self.blocks)
        return Tree(root, self.boxes, blocks, self.page, roles_around(self.boxes, blocks))

    def _roles(self, tag: str, given: dict[str, str]) -> tuple[str, frozenset[str]]:
        """An element's names (class, id, itemprop together) and the roles that they, its tag and its style give it."""
        key = f"{given.get('class', '')} {given.get('id', '')} {given.get('itemprop', '')}".strip()
        own = roles_of(key, tag) if key or tag in _NAMED_TAGS else frozenset[str]()
        if own and tag in _PROSE_TAGS:
            own = own - _OF_BOXES
        style = given.get("style")
        hidden = "hidden" in given or given.get("aria-hidden") == "true"
        if hidden or (style and _HIDDEN_STYLE.search(style)):
            own = own | _HIDDEN
        return key, own

    def _flush(self, box: int) -> None:
        """End the block being gathered, in this box."""
        if not self.open.pieces:
            self.open.href = ""
            return
        pieces, self.open = self.open, _Open()
        if all(string.isspace() for string, _, _ in pieces.pieces):
            return
        writer = Writer(self.clean)
        links = bold = 0
        limit = FIRST_MARK + len(self.starts)
        for string, linked, strong in pieces.pieces:
            before = writer.length
            numbers = string.split()
            for position, group in enumerate(numbers):
                if position or string[0].isspace():
                    writer.space = True
                for number in map(ord, group):
                    if FIRST_MARK <= number < limit:
                        writer.add(self.starts[number - FIRST_MARK], self.ends[number - FIRST_MARK])
            if string[-1].isspace():
                writer.space = True
            links += (writer.length - before) * linked
            bold += (writer.length - before) * strong
        if writer.runs:
            if not self.boxes:
                self.boxes.append(Box("html", -1, frozenset(), ""))
            box = max(box, 0)
            text = "".join(writer.pieces)
            tag = self.boxes[box].tag
            self.blocks.append(
                Block(text, tuple(writer.runs), box, tag, links, bold, pieces.after_break, pieces.href, self.image)
            )
            self.image = False


_HIDDEN = frozenset({"hidden"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_PROSE_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_OF_BOXES = frozenset({"form", "nav", "footer", "sidebar", "comment", "bio", "paging"})
"""Roles that a single paragraph's name does not give: "paywall" on each paragraph says nothing about it."""

_EMPTY_TAGS = frozenset({"br", "img", "amp-img", "source", "wbr", "input"})
_PAGE_TAGS = frozenset({"html", "body", "main"})
_NAMED = "nav aside footer header form button figcaption figure time address select label option"
_NAMED_TAGS = frozenset(_NAMED.split())


def join_datelines(blocks: list[Block]) -> list[Block]:
    """The blocks with a dateline that stands in a box of its own ("Jakarta -") joined to the paragraph it opens."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before and _DATELINE.fullmatch(before.text) and len(block.text) >= _PARAGRAPH:
            shift = len(before.text) + 1
            runs = before.runs + tuple((at + shift, page, length, size) for at, page, length, size in block.runs)
            block.text, block.runs = f"{before.text} {block.text}", runs
            block.links, block.bold = block.links + before.links, block.bold + before.bold
            block.after_image = before.after_image
            joined[-1] = block
        else:
            joined.append(block)
    return joined


_DATELINE = re.compile(r"[^\n.!?:;]{2,50}(?:\.(?:com|id|co|net)[^\n.!?:;]{0,30})?\s?[-–—]", re.IGNORECASE)
_PARAGRAPH = 60

"""A page's markup as blocks of text, in page order, each with exact runs back to the page.

A block is what a reader sees as one paragraph, heading, list item, caption or cell. White space is collapsed as a
browser does, entities become characters; everything else is as on the page. Blocks know the boxes (elements) around
them and what those are called, so that later steps can tell an article from a menu.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from lxml import etree

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

_ODD_SPACE = re.compile(r"[^\S \u00a0]\s*|[ \u00a0]\s+")
"""White space that is not one plain or no-break space; a single one stays inside its run."""

_NO_BREAK = "\u00a0"

_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_KEPT_IN_DEEP = re.compile(r"</?(?:p|h[1-6]|li|td|br|a|time|figcaption|title|meta|link)(?=[\s/>])", re.IGNORECASE)
_A_TAG = re.compile(r"<[^<>]*>")
MAX_DEPTH = 1500
"""Elements inside each other beyond which a page is read without its boxes; the parser itself stops at 2,048."""

RunTuple = tuple[int, int, int, int]
"""Offset in the block, offset on the page, length in the block, length on the page."""


@dataclass(frozen=True, slots=True)
class Box:
    """An element around blocks: its tag, its parent's number (-1 for the root), the roles its names give it."""

    tag: str
    parent: int
    own: frozenset[str]
    name: str


@dataclass(slots=True)
class Block:
    """One block: its text, its runs, how much of it is link and bold text, the box it stands in.

    `start` and `end` are page offsets. `links` and `bold` are characters. `after_break`: only a `<br>` parts it from
    the block before. `after_image`: a picture stands between it and the block before.
    """

    text: str
    runs: tuple[RunTuple, ...]
    box: int
    tag: str
    links: int
    bold: int
    after_break: bool
    href: str
    after_image: bool

    @property
    def start(self) -> int:
        """Where it begins on the page."""
        return self.runs[0][1]

    @property
    def end(self) -> int:
        """Where it ends on the page."""
        return self.runs[-1][1] + self.runs[-1][3]

    @property
    def link_share(self) -> float:
        """Share of its characters inside links, 0 to 1."""
        return self.links / len(self.text)


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
        self.page, self.starts, self.ends = page, stamped.starts, stamped.ends
        self.boxes: list[Box] = []
        self.blocks: list[Block] = []
        self.open = _Open()
        self.links = self.bolds = 0
        self.image = False

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
                key = element.get("class", "") + " " + element.get("id", "") + " " + element.get("itemprop", "")
                own = roles_of(key, tag) if key != "  " or tag in _NAMED_TAGS else none
                if tag in _PROSE_TAGS and own:
                    own = own - _OF_BOXES
                if _is_hidden(element):
                    own = own | _HIDDEN
                is_block = tag in BLOCK_TAGS or "-" in tag or (tag != "a" and not _SPLITTING.isdisjoint(own))
                is_link, is_bold = tag == "a", tag in ("b", "strong")
                self.links += is_link
                self.bolds += is_bold
                if is_link and not self.open.href:
                    self.open.href = element.get("href") or ""
                inline.append((is_block, is_link, is_bold))
                if is_block:
                    self._flush(stack[-1])
                    self.boxes.append(Box(tag, stack[-1], none if tag in _PAGE_TAGS else own, key.strip()))
                    stack.append(len(self.boxes) - 1)
                if element.text:
                    self.open.pieces.append((element.text, self.links > 0, self.bolds > 0))
            else:
                is_block, is_link, is_bold = inline.pop()
                self.links -= is_link
                self.bolds -= is_bold
                if is_block:
                    self._flush(stack.pop())
                if element.tail:
                    self.open.pieces.append((element.tail, self.links > 0, self.bolds > 0))
        self._flush(max(stack[-1], 0))
        blocks = join_datelines(self.blocks)
        return Tree(root, self.boxes, blocks, self.page, roles_around(self.boxes, blocks))

    def _flush(self, box: int) -> None:
        """End the block being gathered, in this box."""
        if not self.open.pieces:
            self.open.href = ""
            return
        pieces, self.open = self.open, _Open()
        writer = _Writer(self.page)
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


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    return element.get("hidden") is not None or element.get("aria-hidden") == "true"


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


def prose_weight(block: Block) -> float:
    """How much a block looks like prose: its characters outside links, 0 where it cannot be prose."""
    size = len(block.text) - block.links
    if size < 40 or block.links > size or block.tag in _NEVER_PROSE:
        return 0.0
    if _SENTENCE_END.search(block.text[-8:]):
        return float(size)
    return size * 0.5 if size >= 100 else 0.0


def roles_around(boxes: list[Box], blocks: list[Block]) -> list[frozenset[str]]:
    """The roles in force in each box. A name such as "tag-politik" on the box of the whole article says nothing."""
    sums = [0.0] * len(boxes)
    named: dict[str, float] = {}
    headed: set[int] = set()
    total = 0.0
    for block in blocks:
        amount = prose_weight(block)
        if block.tag == "h1":
            at = block.box
            while at >= 0:
                headed.add(at)
                at = boxes[at].parent
        total += amount
        at = block.box if amount else -1
        if amount and boxes[at].own:
            named[boxes[at].name] = named.get(boxes[at].name, 0.0) + amount
        while at >= 0:
            sums[at] += amount
            at = boxes[at].parent
    roles: list[frozenset[str]] = []
    none: frozenset[str] = frozenset()
    for number, box in enumerate(boxes):
        around = roles[box.parent] if box.parent >= 0 else none
        own = box.own
        if own and total and max(sums[number], named.get(box.name, 0.0)) >= _MOST * total:
            own = own & (_ALWAYS if number in headed else _ALWAYS | _FOOTER)
        elif own and sums[number] >= _SOME:
            own = own - _SHORT_ROLES
        if "body" in own:
            around = around & _ALWAYS
        roles.append(around | own if own else around)
    return roles


_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$|[\"”»]\s*$")
_NEVER_PROSE = frozenset({"h1", "h2", "h3", "h4", "figcaption", "button", "label", "option", "legend", "th"})
_MOST = 0.4
_SOME = 250.0
"""Characters of prose in a box from which names such as "share-wrapper" only say what else is in it."""

_SHORT_ROLES = frozenset({"share", "tags", "paging", "date", "byline", "title", "credit"})
_FOOTER = frozenset({"footer"})
_ALWAYS = frozenset({"body", "comment", "live", "gallery"})


class _Writer:
    """Stretches of a page to a block's text with its runs; white space between words is one space, outside all runs."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.pieces: list[str] = []
        self.runs: list[RunTuple] = []
        self.length = 0
        self.space = False

    def add(self, start: int, end: int) -> None:
        """Add the page's characters `start` to `end`."""
        raw = self.page[start:end]
        if "&" not in raw:
            self._words(raw, start)
            return
        at = 0
        for match in _ENTITY.finditer(raw):
            char = unescape(match[0])
            if char == match[0]:
                continue
            self._words(raw[at : match.start()], start + at)
            at = match.end()
            if char.isspace() and not (char == _NO_BREAK and self._between_words(raw, match)):
                self.space = True
            else:
                self._put(char, start + match.start(), len(match[0]))
        self._words(raw[at:], start + at)

    def _between_words(self, raw: str, match: re.Match[str]) -> bool:
        """Whether an entity for a no-break space has a word on either side, and stays one."""
        before = raw[match.start() - 1] if match.start() else " "
        after = raw[match.end()] if match.end() < len(raw) else " "
        return not before.isspace() and before != ";" and not after.isspace() and after != "&"

    def _words(self, raw: str, start: int) -> None:
        inner = raw.lstrip()
        if len(inner) < len(raw):
            self.space = True
            start += len(raw) - len(inner)
            raw = inner
        inner = raw.rstrip()
        at = 0
        for match in _ODD_SPACE.finditer(inner):
            self._put(inner[at : match.start()], start + at, match.start() - at)
            self.space = True
            at = match.end()
        if at < len(inner):
            self._put(inner[at:], start + at, len(inner) - at)
        if len(inner) < len(raw):
            self.space = True

    def _put(self, text: str, start: int, page_length: int) -> None:
        if self.space and self.length:
            self.pieces.append(" ")
            self.length += 1
        self.space = False
        last = self.runs[-1] if self.runs else None
        if (
            last
            and last[2] == last[3]
            and len(text) == page_length
            and last[0] + last[2] == self.length
            and last[1] + last[3] == start
        ):
            self.runs[-1] = (last[0], last[1], last[2] + len(text), last[3] + page_length)
        else:
            self.runs.append((self.length, start, len(text), page_length))
        self.pieces.append(text)
        self.length += len(text)

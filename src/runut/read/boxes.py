"""Blocks of text and the boxes around them: what each box is called, and which of those names say something."""

import re
from dataclasses import dataclass

from runut.read.blocks_text import RunTuple

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$|[\"”»]\s*$")
_NEVER_PROSE = frozenset({"h1", "h2", "h3", "h4", "figcaption", "button", "label", "option", "legend", "th"})
_MOST = 0.4
_SOME = 250.0
"""Characters of prose in a box from which names such as "share-wrapper" only say what else is in it."""

_SHORT_ROLES = frozenset({"share", "tags", "paging", "date", "byline", "title", "credit"})
_FOOTER = frozenset({"footer"})
_ALWAYS = frozenset({"body", "comment", "live", "gallery"})


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

"""What each block near the article is: title, standfirst, byline, date, body, subhead, caption, credit, or removed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runut.read.blocks import Tree
from runut.read.boxes import Block
from runut.read.bylines import is_name, role_alone
from runut.read.html_assemble import Piece, whole
from runut.read.lines import Reading, closing_initials, is_sentence, read_line
from runut.read.metadata_title import fold
from runut.records.spans import PartKind

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FURNITURE = ("ad", "related", "comment", "share", "tags", "paging", "form", "bio", "nav", "footer", "sidebar")
"""Roles of boxes whose lines are no part of an article, in the order in which they name the rule."""

_BEFORE, _AFTER = 12, 25
"""Blocks before the title or body and after the body in which bylines, dates and provenance are looked for."""

_SIDE_KINDS: dict[str, PartKind] = {
    "byline": "byline", "date": "date", "provenance": "provenance", "credit": "credit", "caption": "caption",
}  # fmt: skip
_TOP = 8
"""Blocks at the head of the body among which dates and names may stand."""

_REACH = {"byline": 25, "provenance": 25, "date": 3}
"""Blocks behind the body within which a line of this kind still belongs to the article; dates soon are others'."""

_CAPTIONS_AFTER = 6
_LONGEST_CREDIT = 50
"""Characters of a line in a caption's box that may be a credit alone."""

_LONGEST_CAPTION = 300
"""Characters of a caption outside a caption's box; a longer paragraph that ends in "(AFP)" is prose."""

_SENTENCES = re.compile(r"[a-z0-9\"”)]\.\s+[A-Z\"“]")
_MOST_LINES = 4000
"""Blocks whose conventions are looked at; the rest of a longer text is taken as it stands, to bound the time."""

_LONGEST_HEAD = 120
_LIST_TAKES = 8
"""Lines that a heading of a list ("Baca juga:") may take with it."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The part of a page that is read: body flags by block, the title's block (-1 for none), the summary stated."""

    tree: Tree
    keep: Sequence[bool]
    title: int
    summary: str
    language: str
    rule: str

    @property
    def first(self) -> int:
        """The first block of the body."""
        return self.keep.index(True)

    @property
    def last(self) -> int:
        """The last block of the body."""
        return len(self.keep) - 1 - self.keep[::-1].index(True)


def read_zone(zone: Zone) -> list[Piece]:
    """The pieces of the article and the removed lines beside them, in page order."""
    if True not in zone.keep:
        return [whole(zone.tree.blocks[zone.title], "title", "title")] if zone.title >= 0 else []
    first, last = zone.first, zone.last
    begin = max(0, min(first, zone.title if 0 <= zone.title < first else first) - _BEFORE)
    pieces: list[Piece] = []
    listing = 0
    for number in range(begin, min(len(zone.keep), last + 1 + _AFTER)):
        block = zone.tree.blocks[number]
        if number == zone.title:
            pieces.append(whole(block, "title", "title"))
            continue
        reading = read_line(block.text, zone.language) if number - begin < _MOST_LINES else None
        if listing and _in_list(block, reading):
            listing -= 1
            pieces.append(whole(block, None, "list"))
            continue
        if reading is None and _is_beside_role(zone, number):
            pieces.append(whole(block, "byline", "name-line"))
            continue
        listing = _LIST_TAKES if reading is not None and reading.extent != "line" else 0
        pieces += _read_block(zone, number, block, reading)
    return pieces


def _is_beside_role(zone: Zone, number: int) -> bool:
    """Whether a block is a name and the block before or behind it a word of role ("Reporter")."""
    blocks = zone.tree.blocks
    if len(blocks[number].text) > _LONGEST_CREDIT or not is_name(blocks[number].text):
        return False
    beside = [blocks[at].text for at in (number - 1, number + 1) if 0 <= at < len(blocks)]
    return any(role_alone(text) for text in beside)


def _in_list(block: Block, reading: Reading | None) -> bool:
    """Whether a line behind the heading of a list belongs to it: a link, or a headline in a list."""
    if reading is not None and reading.kind not in ("residue", "date"):
        return False
    return block.link_share > 0.6 or (block.tag == "li" and not is_sentence(block.text)) or reading is not None


def _read_block(zone: Zone, number: int, block: Block, reading: Reading | None) -> Iterator[Piece]:
    roles = zone.tree.roles[block.box]
    if not zone.keep[number]:
        yield from _beside(zone, number, block, reading, roles)
        return
    if "embed" in roles:
        yield whole(block, "body", "embed")
    elif _captioned(block, reading, roles):
        yield whole(block, "caption", "caption-box")
    elif reading is not None and reading.kind == "caption" and not _may_be_caption(zone, block, roles):
        yield from _body(block, zone.rule)
    elif reading is not None and reading.kind in _SIDE_KINDS:
        yield whole(block, _SIDE_KINDS[reading.kind], reading.rule)
    elif reading is not None and reading.rule in ("number", "marks") and block.tag in ("td", "th"):
        yield whole(block, "body", "table")
    elif reading is not None and reading.kind == "residue":
        yield whole(block, None, reading.rule)
    elif "credit" in roles:
        yield whole(block, "credit", "credit-box")
    elif (role := _furniture(roles)) and not (is_sentence(block.text) and block.link_share < 0.5 and role != "ad"):
        yield whole(block, None, role)
    elif ("date" in roles or "byline" in roles) and not is_sentence(block.text) and number < zone.first + _TOP:
        yield whole(block, None, "date" if "date" in roles else "byline")
    elif block.link_share > 0.9 and not is_sentence(block.text):
        yield whole(block, None, "link-line")
    elif number > zone.first and "|" in block.text and _names_only(block.text):
        yield whole(block, "byline", "names")
    elif block.tag in HEADINGS:
        yield whole(block, "subhead", "heading")
    elif block.bold > 0.9 * len(block.text) and len(block.text) <= _LONGEST_HEAD and not is_sentence(block.text):
        yield whole(block, "subhead", "bold-line")
    else:
        yield from _body(block, zone.rule)


def _names_only(text: str) -> bool:
    """Whether a line is names with bars between them, as under an article ("SITI RAHMA | ANN REED")."""
    return len(text) <= _LONGEST_HEAD and all(is_name(piece) for piece in text.split("|"))


def _captioned(block: Block, reading: Reading | None, roles: frozenset[str]) -> bool:
    """Whether a line in a caption's box is a caption: longer than a bare credit, whatever its end looks like."""
    if "caption" not in roles or (reading is not None and reading.kind == "residue"):
        return False
    return reading is None or len(block.text) > _LONGEST_CREDIT


def _may_be_caption(zone: Zone, block: Block, roles: frozenset[str]) -> bool:
    """Whether a line that ends like a caption stands where one can: at a picture, in its box, or before the body."""
    if not {"caption", "credit"}.isdisjoint(roles):
        return True
    if zone.first == zone.last:
        return False
    if len(block.text) > _LONGEST_CAPTION or len(_SENTENCES.findall(block.text)) > 1:
        return False
    if block.after_image or "gallery" in roles:
        return True
    return any(tag == "figure" for tag in zone.tree.tags_around(block))


def _body(block: Block, rule: str) -> Iterator[Piece]:
    at = closing_initials(block.text)
    if at is None:
        yield whole(block, "body", rule)
        return
    yield Piece(block, "body", rule, 0, at)
    yield Piece(block, "byline", "initials", at, len(block.text))


def _beside(zone: Zone, number: int, block: Block, reading: Reading | None, roles: frozenset[str]) -> Iterator[Piece]:
    """A block outside the body: kept where it says who, when or through whom, else removed."""
    role = _furniture(roles)
    between = zone.title < number < zone.first if zone.title >= 0 else number < zone.first
    behind = number - zone.last
    close = behind <= _CAPTIONS_AFTER
    says = reading is not None and reading.kind in _REACH and behind <= _REACH[reading.kind]
    if _captioned(block, reading, roles) and not role and close:
        yield whole(block, "caption", "caption-box")
        return
    if reading is not None and says and role in ("", "share", "bio", "tags"):
        yield whole(block, _SIDE_KINDS[reading.kind], reading.rule)
        return
    if reading is not None and reading.kind in ("caption", "credit") and not role and close:
        yield whole(block, _SIDE_KINDS[reading.kind], reading.rule)
    elif between and not role and reading is None and _is_standfirst(zone, block, roles):
        yield whole(block, "standfirst", "standfirst")
    elif between and not role and reading is None and "byline" in roles and is_name(block.text):
        yield whole(block, "byline", "byline-box")
    elif zone.first - _BEFORE <= number:
        yield whole(block, None, reading.rule if reading is not None else role or "outside")


def _is_standfirst(zone: Zone, block: Block, roles: frozenset[str]) -> bool:
    if len(block.text) < 40 or block.link_share > 0.5:
        return False
    same = zone.summary and fold(block.text)[:60] == fold(zone.summary)[:60]
    return bool(same) or "summary" in roles or (block.tag in ("h2", "h3") and len(block.text) < 400)


def _furniture(roles: frozenset[str]) -> str:
    return next((role for role in _FURNITURE if role in roles), "") if roles else ""

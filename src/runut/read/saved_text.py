"""Saved text of a page to article: what a browser or an archive kept of it, menus and other headlines glued on.

Nothing is marked in such a text, so the body is found by the look and place of its blocks (`saved_text_body`), head and
foot by conventions (`saved_text_head`). Everything left out is kept as `Removed` with the rule that removed it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from runut.knowledge.world import outlet_of, owner_of
from runut.read.dates import Stamp, publication, read_stamp
from runut.read.language import identify
from runut.read.metadata_credits import find_credits
from runut.read.saved_text_blocks import Block, split_blocks
from runut.read.saved_text_body import find_body
from runut.read.saved_text_cuts import cut_block
from runut.read.saved_text_head import Head, find_outlet, read_head, with_lead
from runut.records.article import Article, ArticleKind, Published
from runut.records.ids import make_id
from runut.records.notes import Problem
from runut.records.page import Page
from runut.records.spans import Part, PartKind, Removed, Run, TextMap

_SUBHEAD_WORDS = 14
_PARTS_AFTER = 8
"""Blocks behind the body within which a line of page numbers says that the article goes on elsewhere."""
_INDEX_WORDS, _INDEX_LINES = 60, 25
"""Words of body below which, and other headlines from which, a page is a list of articles."""


def read_saved_text(page: Page, text: str) -> Article | Problem:
    """The article in the saved text of a page, or why there is none.

    Args:
        page: the page, for its id and what its source says beside it.
        text: the decoded text; `page_…` offsets count its characters.
    """
    blocks = split_blocks(text)
    body = find_body(blocks)
    if not body:
        return Problem("read", "no-text", page.place.file, "no words were found in this text")
    body = with_lead(blocks, body)
    language = identify(" ".join(blocks[at].text for at in body[:40]))
    head = read_head(blocks, body, language)
    made = _assemble(text, blocks, body, head)
    id = make_id("ar", page.id, made.text)
    known = outlet_of(page.url or "")
    outlet = page.outlet or (known.name if known else find_outlet(blocks, body, head))
    published, modified = _published(page, head.stamps, language)
    kind, complete = _kind(blocks, body)
    return Article(
        id,
        page.id,
        page.place,
        page.medium,
        made.text,
        language,
        title=blocks[head.title].text if head.title >= 0 else page.title,
        kind=kind,
        complete=complete,
        url=page.url,
        outlet=outlet,
        owner=owner_of(outlet) if outlet else None,
        published=published,
        modified=modified,
        bylines=tuple(head.writers),
        editors=tuple(head.editors),
        credits=find_credits(id, made.text, made.parts, outlet),
        parts=tuple(made.parts),
        removed=tuple(made.removed),
        text_map=TextMap(tuple(made.runs)),
    )


@dataclass(slots=True)
class _Made:
    """An article's text as it grows, with its parts, its runs to the page, and what was left out."""

    text: str = ""
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    parts: list[Part] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)

    def add(self, kind: PartKind, rule: str, page: str, spans: Sequence[tuple[int, int]]) -> None:
        """Adds a part made of slices of the page, joined by one space where anything stood between them."""
        if self.length:
            self.pieces.append("\n")
            self.length += 1
        start, after = self.length, -1
        for begin, end in spans:
            if 0 <= after < begin:
                self.pieces.append(" ")
                self.length += 1
            self.pieces.append(page[begin:end])
            self.runs.append(Run(self.length, begin, end - begin, end - begin))
            self.length += end - begin
            after = end
        self.parts.append(Part(kind, start, self.length, rule))


def _assemble(text: str, blocks: Sequence[Block], body: Sequence[int], head: Head) -> _Made:
    made = _Made()
    inside = set(body)
    for at, block in enumerate(blocks):
        kind, rule = head.kinds.get(at, (None, ""))
        if kind is None and at in inside:
            for cut in cut_block(block, text):
                if cut.kind == "residue":
                    made.removed += [Removed(cut.rule, text[a:b], a, b) for a, b in cut.spans]
                elif cut.kind == "body":
                    part = _body_kind(blocks, at, inside)
                    made.add(part, "text-stretch", text, cut.spans)
                else:
                    made.add(cut.kind, cut.rule, text, cut.spans)
        elif kind is not None:
            made.add(kind, rule, text, block.pieces)
        else:
            rule = _why_removed(blocks, at, body)
            made.removed.append(Removed(rule, text[block.start : block.end], block.start, block.end))
    made.text = "".join(made.pieces)
    return made


def _body_kind(blocks: Sequence[Block], at: int, inside: set[int]) -> PartKind:
    """A short line without an end before a paragraph is a subhead, anything else is body."""
    text = blocks[at].text
    ends = text[-1] in ".!?,;:”\"'’)…" or text[0].islower() or text[0] in "“\"'‘-–—(" or text[0].isdigit()
    followed = at + 1 in inside and len(blocks[at + 1].text) > len(text)
    return "subhead" if not ends and followed and len(text.split()) <= _SUBHEAD_WORDS else "body"


def _why_removed(blocks: Sequence[Block], at: int, body: Sequence[int]) -> str:
    reading = blocks[at].reading
    if reading:
        return reading.rule
    return "above-text" if at < body[0] else "below-text" if at > body[-1] else "between-text"


def _published(page: Page, stamps: Sequence[Stamp], language: str) -> tuple[Published | None, Published | None]:
    """When it was published and changed: as printed in the head, else as the source says."""
    timed = [stamp for stamp in stamps if stamp.has_time]
    first, changed = publication((*timed, *(stamp for stamp in stamps if not stamp.has_time)))
    published = Published(first, "byline") if first else None
    if published is None and page.published:
        published = _from_source(page.published, language)
    return published, Published(changed, "byline") if changed else None


def _from_source(printed: str, language: str) -> Published | None:
    value = read_stamp(printed, language)
    return Published(value, "source") if value else None


def _kind(blocks: Sequence[Block], body: Sequence[int]) -> tuple[ArticleKind, bool]:
    """An article, a part of one whose pages go on elsewhere, or an index of headlines; and whether it is complete."""
    words = sum(len(blocks[at].text.split()) for at in body)
    others = sum(block.reading is None and 4 <= len(block.text.split()) <= 22 for block in blocks) - len(body)
    if words < _INDEX_WORDS and others >= _INDEX_LINES:
        return "index", True
    for block in _foot(blocks, body[-1]):
        if block.reading and block.reading.rule == "parts":
            numbers = [int(number) for number in block.text.split() if number.isdigit()]
            if len(numbers) == 2 and numbers[0] == numbers[1]:
                return "article", True
            return "part", False
    return "article", True


def _foot(blocks: Sequence[Block], last: int) -> Iterator[Block]:
    for block in blocks[last + 1 : last + 1 + _PARTS_AFTER]:
        if block.reading and block.reading.extent == "foot":
            return
        yield block

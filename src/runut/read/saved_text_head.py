"""What a saved text says of itself around its body: title, standfirst, names, times, outlet.

Nothing marks these in plain text, so they are told by where they stand and how they look: a title is a headline before
the body that shares its words or is printed twice; a date line of the article stands before the body, dates after it
are those of other articles.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from runut.knowledge.world import agency_of, outlet_of
from runut.read.bylines import as_name, is_name, read_byline, role_alone
from runut.read.dates import Stamp, find_stamps
from runut.read.lines import is_sentence
from runut.read.metadata_title import fold
from runut.read.saved_text_blocks import Block
from runut.records.spans import PartKind

_BEFORE, _AFTER = 40, 25
"""Blocks before the body among which the title is sought, and behind it among which names and provenance are."""
_NEAR = 6
"""Blocks before the title or body that a date line or name may stand."""
_PARAGRAPH, _LEAD = 8, 5
_DOUBLED, _CAPTION = 24, 400
"""Letters from which a repeated line is no subhead, and that are compared."""
_FEWEST, _MOST = 3, 30
"""Words of a title."""
_LONGEST_NAME = 40
"""Letters of a masthead."""
_WORD = re.compile(r"[^\W_]{4,}")
_DATELINE = re.compile(r"(?P<head>[^\n]{2,80}?)\s?(?:\s[-–—]|[-–—]{2}|[–—]|\)\s?-)\s")
_SUFFIX = re.compile(r"(?<!\s)\s+(?:[|•·»]|[-–—])\s+([^\s|•·»–—][^|•·»–—]{1,39})$")
_SITE = re.compile(r"[\w-]{2,30}\.(?:com|co\.id|id|net|co|org|news|tv|my)\b", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[^\w]*(?:(?:19|20)\d\d\s*[-–]?\s*)*(?P<who>[^,.|©]{2,50})", re.IGNORECASE
)


@dataclass(slots=True)
class Head:
    """What was found: kinds of blocks by index, names, times as printed, the page's own outlet."""

    kinds: dict[int, tuple[PartKind, str]] = field(default_factory=dict)
    writers: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    title: int = -1


def read_head(blocks: Sequence[Block], body: Sequence[int], language: str) -> Head:
    """The head of the article whose body is at the indices `body` (not empty)."""
    head = Head()
    first, last = body[0], body[-1]
    head.title = _find_title(blocks, body)
    top = max(0, min(first, head.title if head.title >= 0 else first) - _NEAR)
    if head.title >= 0:
        head.kinds[head.title] = ("title", "title")
    inside = set(body)
    for at in range(top, last + 1):
        if at not in inside and at != head.title:
            _read_side(blocks, at, first, head, language)
    for at in range(last + 1, min(len(blocks), last + 1 + _AFTER)):
        reading = blocks[at].reading
        if reading and reading.extent == "foot":
            break
        if reading and reading.kind in ("byline", "provenance", "credit"):
            head.kinds[at] = (reading.kind, reading.rule)
    _mark_standfirst(blocks, body, head)
    _mark_doubled(blocks, body, head)
    _read_names(blocks, head)
    return head


def _find_title(blocks: Sequence[Block], body: Sequence[int]) -> int:
    """The block that is most like a title of this body, or -1."""
    first = body[0]
    counts = Counter(fold(block.text) for block in blocks)
    known = {word for at in body[:40] for word in _WORD.findall(blocks[at].text[:2000].casefold())}
    best, best_score = -1, 1.0
    for at in range(max(0, first - _BEFORE), first):
        block = blocks[at]
        words = block.text.split()
        if block.reading or not _FEWEST <= len(words) <= _MOST or (is_sentence(block.text) and block.text[-1] == "."):
            continue
        own = _WORD.findall(block.text.casefold())
        share = sum(word in known for word in own) / max(1, len(own))
        score = 2 * share + 0.7 * (counts[fold(block.text)] > 1) + min(len(words), 8) / 16 - (first - at) / 40
        if score > best_score:
            best, best_score = at, score
    twins = [at for at in range(max(0, best - _NEAR), best) if fold(blocks[at].text) == fold(blocks[best].text)]
    return twins[0] if best >= 0 and twins else best


def _read_side(blocks: Sequence[Block], at: int, first: int, head: Head, language: str) -> None:
    """A block before or between the body's: a caption, credit, byline, date, or nothing of the article."""
    block = blocks[at]
    reading = block.reading
    if reading is None:
        if head.title < at < first and _is_writer(blocks, at, language):
            head.kinds[at] = ("byline", "name-by-date")
        return
    if reading.kind == "residue":
        return
    if reading.kind in ("date", "byline") and at > first and reading.rule != "initials":
        if reading.kind == "byline":
            head.kinds[at] = ("byline", reading.rule)
        return
    head.kinds[at] = (reading.kind, reading.rule)
    if reading.kind in ("date", "byline"):
        head.stamps += find_stamps(block.text, language)


def _is_writer(blocks: Sequence[Block], at: int, language: str) -> bool:
    """Whether a block is a name beside a date line or a word of role ("Siti Rahma - Kabar", "Siti Rahma,")."""
    text = blocks[at].text
    name = re.split(r"\s[-–—|]\s|,\s*$", text, maxsplit=1)[0]
    if len(text) > 70 or not is_name(name) or len(name.split()) < 2:
        return False
    for there in range(max(0, at - 3), min(len(blocks), at + 4)):
        reading = blocks[there].reading
        if there != at and reading and reading.kind in ("date", "byline"):
            return True
    return False


def _mark_standfirst(blocks: Sequence[Block], body: Sequence[int], head: Head) -> None:
    """Sentences between the title and a date, byline, caption or dateline are the standfirst, not the body's first."""
    lead = next((n for n, at in enumerate(body[:4]) if dateline_end(blocks[at].text)), 0)
    parted = [at for at, (kind, _) in head.kinds.items() if kind in ("date", "byline", "caption", "credit")]
    for number, at in enumerate(body[:3]):
        behind = any(at < there <= body[min(number + 1, len(body) - 1)] for there in parted)
        if number < lead or (behind and number == 0 and at > head.title >= 0 and len(body) > 3):
            head.kinds[at] = ("standfirst", "standfirst")
        else:
            break
    for at in range(head.title + 1, body[0]):
        if head.title >= 0 and at not in head.kinds and is_paragraph(blocks[at]):
            head.kinds[at] = ("standfirst", "standfirst")


def is_paragraph(block: Block, words: int = _PARAGRAPH) -> bool:
    """Whether a block is a sentence of so many words or more that follows no convention."""
    return block.reading is None and is_sentence(block.text) and len(block.text.split()) >= words


def _mark_doubled(blocks: Sequence[Block], body: Sequence[int], head: Head) -> None:
    """A line printed twice at once, with a credit or without, is a photo's caption: no writer repeats a sentence so."""
    for at in range(body[0], min(body[-1] + 1, len(blocks) - 1)):
        one, two = fold(blocks[at].text[:_CAPTION]), fold(blocks[at + 1].text[:_CAPTION])
        if min(len(one), len(two)) >= _DOUBLED and (one.startswith(two) or two.startswith(one)):
            for there in (at, at + 1):
                if head.kinds.get(there, ("caption", ""))[0] == "caption":
                    head.kinds[there] = ("caption", "doubled")


def with_lead(blocks: Sequence[Block], body: Sequence[int]) -> list[int]:
    """The body with the paragraphs that stand at once before its first block, up to a title or menu."""
    first = body[0]
    while first > 0 and body[0] - first < _NEAR and is_paragraph(blocks[first - 1], _LEAD):
        first -= 1
    return [*range(first, body[0]), *body]


def dateline_end(text: str) -> int:
    """Where the text after a dateline begins ("JAKARTA, KABAR.com - Warga …", "Kabar – …"); 0 where there is none.

    >>> dateline_end("AMBON (KABAR) - Warga pulang.")
    16
    >>> dateline_end("Warga pulang - kata Siti - dengan kapal.")
    0
    """
    match = _DATELINE.match(text)
    if not match:
        return 0
    words = re.findall(r"[^\W_][\w.]*", match["head"])
    if not 1 <= len(words) <= 8 or not all(word[0].isupper() or "." in word for word in words):
        return 0
    rest = text[match.end() :].lstrip()
    return match.end() if rest[:1].isupper() or rest[:1] in "“\"'‘" else 0


def _read_names(blocks: Sequence[Block], head: Head) -> None:
    """Writers and editors from the head's and foot's lines; a word of role alone belongs to the name beside it."""
    lines = sorted(at for at, (kind, _) in head.kinds.items() if kind in ("byline", "provenance"))
    for at in lines:
        role = role_alone(blocks[at].text)
        if role:
            for there in (at - 1, at + 1):
                if there in head.kinds and head.kinds[there][1] == "name-by-date":
                    _add(head.editors if role == "editor" else head.writers, as_name(blocks[there].text))
                    break
            continue
        named = read_byline(blocks[at].text)
        for name in named.writers if named else ():
            _add(head.writers, name)
        for name in named.editors if named else ():
            _add(head.editors, name)
    for at in lines:
        if head.kinds[at][1] == "name-by-date":
            name = as_name(re.split(r"\s[-–—|]\s|,\s*$", blocks[at].text, maxsplit=1)[0])
            if name not in head.editors:
                _add(head.writers, name)


def _add(names: list[str], name: str) -> None:
    if name and name not in names:
        names.append(name)


def find_outlet(blocks: Sequence[Block], body: Sequence[int], head: Head) -> str | None:
    """The outlet that published the page: a known one by its canonical name, else as printed; None where none shows.

    In this order: the dateline, the title's or first line's suffix, the line of copyright, a site's name alone; last a
    name that nobody knows, told in two places.
    """
    for found in _outlets(blocks, body, head):
        name = found.strip(" .,-–—:()")
        if not name or (agency_of(name) and not outlet_of(name)):
            continue
        known = outlet_of(name)
        return known.name if known else name
    return _told_twice(blocks, body, head)


def _told_twice(blocks: Sequence[Block], body: Sequence[int], head: Head) -> str | None:
    """A name that nobody knows but two places give: dateline, title's suffix, masthead, line of copyright."""
    places: list[str] = []
    end = dateline_end(blocks[body[0]].text)
    if end:
        places.append(re.split(r"[,(]", blocks[body[0]].text[:end].rstrip(" -–—)"))[-1])
    suffix = _SUFFIX.search(blocks[head.title].text) if head.title >= 0 else None
    if suffix:
        places.append(suffix[1])
    if body[0] > 0 and head.title != 0 and len(blocks[0].text) <= _LONGEST_NAME:
        places.append(blocks[0].text)
    for block in blocks[body[-1] :]:
        owner = _COPYRIGHT.search(block.text) if block.reading and block.reading.rule == "copyright" else None
        if owner:
            places.append(owner["who"])
            break
    names = [place.strip(" .,-–—:()") for place in places]
    counts = Counter(fold(name) for name in names if name)
    twice = [name for name in names if name and counts[fold(name)] > 1 and not agency_of(name)]
    return max(twice, key=lambda name: (not name.isupper(), -names.index(name)), default=None)


def _outlets(blocks: Sequence[Block], body: Sequence[int], head: Head) -> Iterator[str]:
    for at in body[:3]:
        end = dateline_end(blocks[at].text)
        pieces = re.split(r"[,()]|\s[-–—]", blocks[at].text[:end].rstrip(" -–—")) if end else []
        for piece in pieces:
            if outlet_of(piece.strip()) or _SITE.fullmatch(piece.strip()):
                yield piece
        if len(pieces) == 1 and re.search(r"[a-z][A-Z]", pieces[0]):
            yield pieces[0]
    for at in (head.title, 0):
        suffix = _SUFFIX.search(blocks[at].text) if at >= 0 else None
        if suffix and (outlet_of(suffix[1]) or _SITE.fullmatch(suffix[1])):
            yield suffix[1]
    for block in blocks[body[-1] :]:
        owner = _COPYRIGHT.search(block.text) if block.reading and block.reading.rule == "copyright" else None
        if owner and outlet_of(owner["who"].strip()):
            yield owner["who"]
    for block in blocks[: body[0]]:
        if len(block.text) <= 40 and (_SITE.fullmatch(block.text) or outlet_of(block.text)):
            yield block.text

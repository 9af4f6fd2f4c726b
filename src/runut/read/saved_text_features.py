"""What the trees that find the body of a saved text see of each block, as numbers.

They know no language: lengths, small letters, marks, conventions (`read_line`), repetition, words shared with the
densest stretch of sentences, what stands before and behind. The order of a row is fixed: weights depend on it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from runut.read.lines import closing_initials, is_sentence
from runut.read.saved_text_blocks import Block

Row = list[float]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MARK = re.compile(r"[,;:.!?“”\"]")
_DIGIT = re.compile(r"\d")
_PROSE_WORDS, _HEADLINE_WORDS, _LONG_WORDS = 8, 4, 22
"""Words from which a sentence is prose, a line without an end a headline, and longer than any headline."""
_CAP = 80
"""Words of one block that count: one very long paragraph is no more of an article than three good ones."""
_SAMPLE = 120
_COSTS = {"H": 12, "S": 8}
_COST = 3
"""Words of prose that outweigh a headline, a shorter line, a convention when the densest stretch is sought."""
SHAPES = ("P", "p", "L", "H", "S")
_GROUPS = {"date": 7, "byline": 7, "caption": 8, "credit": 8, "provenance": 9}
_FAR = 99.0


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a saved text with what is counted once for all of them.

    `shapes`: P prose, p a short sentence, L long without an end, H a headline's length, S shorter, "" a convention.
    `shared`: the share of a block's long words that stand in other prose of the densest stretch, `first` to `last`.
    """

    blocks: Sequence[Block]
    words: Sequence[Sequence[str]]
    shapes: Sequence[str]
    mass: Sequence[int]
    groups: Sequence[int]
    small: Sequence[float]
    shared: Sequence[float]
    first: int
    last: int


def describe(blocks: Sequence[Block]) -> Page:
    """What is counted once for a page; `first` to `last` is the stretch in which prose most outweighs other blocks."""
    words = [_WORD.findall(block.text) for block in blocks]
    shapes = [_shape(block, len(found)) for block, found in zip(blocks, words, strict=True)]
    mass = [
        min(len(found), _CAP) if shape in ("P", "p", "L") else 0 for shape, found in zip(shapes, words, strict=True)
    ]
    groups = [_group(block, shape) for block, shape in zip(blocks, shapes, strict=True)]
    small = [sum(word[0].islower() for word in found) / max(1, len(found)) for found in words]
    first, last = _densest(shapes, words)
    return Page(blocks, words, shapes, mass, groups, small, _shared(words, mass, first, last), first, last)


def feature_rows(page: Page) -> list[Row]:
    """One row of numbers for every block, in order."""
    own = list(_own(page))
    context, windows = list(_context(page)), list(_windows(page))
    return [[*own[at], *context[at], *_neighbours(page, at), *windows[at]] for at in range(len(page.blocks))]


def _shape(block: Block, count: int) -> str:
    if block.reading:
        return ""
    if is_sentence(block.text) or closing_initials(block.text) is not None:
        return "P" if count >= _PROSE_WORDS else "p"
    if count > _LONG_WORDS:
        return "L"
    return "H" if count >= _HEADLINE_WORDS else "S"


def _group(block: Block, shape: str) -> int:
    """A number for the shape, or for the kind of convention."""
    reading = block.reading
    if reading is None:
        return SHAPES.index(shape)
    if reading.extent != "line":
        return 5 if reading.extent == "foot" else 6
    return _GROUPS.get(reading.kind, 10 if reading.rule in ("age", "counts") else 11)


def _densest(shapes: Sequence[str], words: Sequence[Sequence[str]]) -> tuple[int, int]:
    """First and last block of the best stretch. Source: maximum subarray (Bentley 1984) over words, as Finn et al.

    (2001) find the body of a page over its tags.
    """
    best, span, total, start = 0, (0, 0), 0, 0
    for at, shape in enumerate(shapes):
        count = len(words[at])
        gain = min(count, _CAP) if shape in ("P", "p") else count // 3 if shape == "L" else -_COSTS.get(shape, _COST)
        if total <= 0:
            total, start = 0, at
        total += gain
        if total > best:
            best, span = total, (start, at)
    return span


def _shared(words: Sequence[Sequence[str]], mass: Sequence[int], first: int, last: int) -> list[float]:
    long = [{word.casefold() for word in found[:_SAMPLE] if len(word) > 4} for found in words]
    known: Counter[str] = Counter()
    inside = [first <= at <= last and mass[at] > 0 for at in range(len(long))]
    for at, found in enumerate(long):
        if inside[at]:
            known.update(found)
    return [
        sum(known[word] > inside[at] for word in found) / len(found) if found else 0.3 for at, found in enumerate(long)
    ]


def _own(page: Page) -> Iterator[Row]:
    """Numbers of the block itself."""
    counts = Counter(block.text.casefold() for block in page.blocks)
    prose = sorted(len(page.words[at]) for at in range(page.first, page.last + 1) if page.mass[at]) or [20]
    typical = prose[len(prose) // 2]
    for at, block in enumerate(page.blocks):
        text, count = block.text, len(page.words[at])
        yield [
            page.groups[at],
            count,
            page.shared[at],
            page.small[at],
            min(1.0, 4 * len(_MARK.findall(text, 0, 600)) / max(1, count)),
            text[0].islower(),
            counts[text.casefold()] > 1,
            block.bullet,
            text.isupper(),
            text.endswith(":"),
            text.endswith(("…", "...")),
            text.endswith("?"),
            '"' in text or "“" in text,
            _DIGIT.search(text, 0, 100) is not None,
            min(2.0, count / typical) if page.mass[at] else 0.0,
            block.gap,
            len(block.pieces),
        ]


def _context(page: Page) -> Iterator[Row]:
    """Numbers of the place: before or behind the densest stretch, since the last foot, list, date or byline."""
    count = len(page.blocks)
    total = sum(page.mass) or 1
    before, behind = _distances(page.shapes), _distances(page.shapes[::-1])[::-1]
    runs = _runs(page.shapes)
    feet, past, commented = 0, 0, False
    foot, foot_mass, stamp, stamp_mass = _FAR, 0, _FAR, 0
    for at, block in enumerate(page.blocks):
        reading = block.reading
        foot, foot_mass, stamp, stamp_mass = foot + 1, foot_mass + page.mass[at], stamp + 1, stamp_mass + page.mass[at]
        if reading and reading.extent == "foot":
            foot, foot_mass, feet = 0, 0, feet + (at > page.first)
            commented = commented or (reading.rule == "comments" and past > 0.05 * total)
        if page.groups[at] == _GROUPS["date"] and reading and reading.rule != "initials":
            stamp, stamp_mass = 0, 0
        yield [
            page.first <= at <= page.last,
            math.log1p(max(0, page.first - at)),
            math.log1p(max(0, at - page.last)),
            min(20, before[at]),
            min(20, behind[at]),
            runs[at],
            min(3, feet),
            foot,
            min(2000, foot_mass),
            stamp,
            min(2000, stamp_mass),
            at,
            at / count,
            past / total,
            page.mass[at] / total,
            commented,
        ]
        past += page.mass[at]


def _distances(shapes: Sequence[str]) -> list[int]:
    """How many blocks ago the last prose stood."""
    ages, age = [], int(_FAR)
    for shape in shapes:
        ages.append(age)
        age = 1 if shape in ("P", "L") else age + 1
    return ages


def _runs(shapes: Sequence[str]) -> list[int]:
    """For a headline or shorter line, how many of them stand together, conventions between them left out; else 0."""
    runs = [0] * len(shapes)
    members: list[int] = []
    for at, shape in enumerate([*shapes, "P"]):
        if shape in ("H", "S"):
            members.append(at)
        elif shape:
            for member in members:
                runs[member] = len(members)
            members = []
    return runs


def _neighbours(page: Page, at: int) -> Row:
    row: Row = []
    for there in (at - 2, at - 1, at + 1, at + 2):
        if 0 <= there < len(page.blocks):
            row += [page.groups[there], len(page.words[there]), page.shared[there], page.small[there]]
        else:
            row += [-1, 0, 0, 0]
    return row


def _windows(page: Page) -> Iterator[Row]:
    """Words of prose, headlines, dates and lists near each block, before and behind it."""
    count = len(page.blocks)
    mass = _sums(page.mass)
    kin = _sums([share * words for share, words in zip(page.shared, page.mass, strict=True)])
    short = _sums([group in (3, 4) for group in page.groups])
    dated = _sums([group in (7, 10) for group in page.groups])
    lists = _sums([group in (5, 6) for group in page.groups])
    for at in range(count):
        low, high = max(0, at - 5), min(count, at + 6)
        near, far = max(0, at - 3), min(count, at + 4)
        yield [
            mass[at] - mass[near],
            mass[far] - mass[at + 1],
            mass[at] - mass[low],
            mass[high] - mass[at + 1],
            mass[at] - mass[max(0, at - 15)],
            mass[min(count, at + 16)] - mass[at + 1],
            short[at] - short[low],
            short[high] - short[at + 1],
            dated[high] - dated[low],
            lists[at] - lists[low],
            lists[high] - lists[at + 1],
            (kin[far] - kin[near]) / ((mass[far] - mass[near]) or 1),
        ]


def _sums(values: Sequence[float]) -> list[float]:
    """Sums of the first 0, 1, 2 … values: any stretch's sum is a difference of two."""
    return [0.0, *accumulate(values)]

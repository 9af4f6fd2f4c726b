"""Lines of a saved text, sentences that its links cut put together again, each with its place in the file.

A browser that saves a page as text may put every link on a line of its own, so that a sentence lies on three lines. A
block is one paragraph, headline or menu entry again: one or more lines that go on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from runut.read.lines import Reading, is_sentence, read_line

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
EDGES = " \t\xa0\u200b\u200e\u200f\ufeff\x00\u3000"
_BULLET = re.compile(r"(?:[*•·▪■●○►▶›»]|#{1,6}|-)\s+")
_GOES_ON = re.compile(r"[,.;:!?)\]”’%…]|[^\W\d_A-Z]")
_DATELINE = re.compile(r"[^\W\d_a-z][^\n.!?]{1,50}\s?[-–—]")
"""A line that is a dateline alone ("Jakarta -"); its paragraph stands on the next."""
_MOST_PIECES = 40
"""Lines that one block may join; more is no sentence but a list in small letters."""
_PROSE, _LINK = 6, 10
"""Words that a line must have to be joined by what follows a link; words of the longest link taken for one."""
_HEAD, _SHORT = 120, 40
"""Characters of a line that are asked for a convention, and from which something may be glued to it."""
_OPENING = re.compile(r"\s([“\"])(?=[^\W\d_])")
_UNFINISHED = 12
"""Words of a line that breaks off in a small letter and is joined to a long line at once behind it."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block: `pieces` are half-open offsets in the file, one a line, bullets and white space at the edges left out.

    `text` is the pieces joined by one space, `gap` counts the empty lines before, `reading` is its convention.
    """

    pieces: tuple[tuple[int, int], ...]
    text: str
    gap: int = 0
    bullet: bool = False
    reading: Reading | None = None

    @property
    def start(self) -> int:
        """Offset in the file of its first character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset in the file behind its last character."""
        return self.pieces[-1][1]


def split_blocks(text: str, language: str = "id") -> list[Block]:
    """The blocks of a saved text in order; every character outside them is white space, a bullet or a line's end."""
    lines = _unglued(_lines(text, language), language)
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        last = _joined(lines, at)
        first, pieces = lines[at], lines[at : last + 1]
        at = last + 1
        if len(pieces) == 1:
            blocks.append(first)
            continue
        whole = " ".join(piece.text for piece in pieces)
        spans = tuple(span for piece in pieces for span in piece.pieces)
        blocks.append(Block(spans, whole, first.gap, first.bullet, read_line(whole, language)))
    return blocks


def _lines(text: str, language: str) -> list[Block]:
    lines: list[Block] = []
    before = 0
    for match in LINE.finditer(text):
        start, end = match.span()
        while start < end and (text[start] in EDGES or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in EDGES or text[end - 1].isspace()):
            end -= 1
        if start == end:
            continue
        bullet = _BULLET.match(text, start, end)
        start = bullet.end() if bullet and bullet.end() < end else start
        gap = text.count("\n", before, start) if lines else 1
        line = text[start:end]
        lines.append(Block(((start, end),), line, max(0, gap - 1), bool(bullet), read_line(line, language)))
        before = end
    return lines


def _unglued(lines: Sequence[Block], language: str) -> list[Block]:
    """The lines, one that begins with a link to another article ("Baca juga: …") parted from what is glued to it."""
    parted: list[Block] = []
    for number, line in enumerate(lines):
        following = lines[number + 1].text if number + 1 < len(lines) else ""
        reading = read_line(line.text[:_HEAD]) if len(line.text) > _SHORT else None
        cut = _glue(line.text, following) if reading and reading.rule == "read-also" else 0
        if not cut:
            parted.append(line)
            continue
        start, end = line.pieces[0]
        head = line.text[:cut].rstrip()
        parted.append(Block(((start, start + len(head)),), head, line.gap, line.bullet, reading))
        rest = line.text[cut:]
        parted.append(Block(((start + cut, end),), rest, 0, False, read_line(rest, language)))
    return parted


def _glue(text: str, following: str) -> int:
    """Where prose glued behind a headline begins: at a quotation that runs on, or at words that begin the next line."""
    quote = _OPENING.search(text, 12)
    if quote and len(text[quote.end() :].split()) >= _PROSE:
        return quote.start(1)
    words = following.split()
    for size in range(min(8, len(words)), 2, -1):
        tail = " ".join(words[:size])
        if text.endswith(" " + tail):
            return len(text) - len(tail)
    return 0


def _joined(lines: Sequence[Block], at: int) -> int:
    """The last line that belongs to the block which begins at line `at`."""
    last = at
    while last + 1 < len(lines) and last - at < _MOST_PIECES:
        step = _next_piece(lines, at, last)
        if not step:
            break
        last = step
    return last


def _next_piece(lines: Sequence[Block], at: int, last: int) -> int:
    """The line up to which the block from `at` to `last` goes on, or 0 where it ends."""
    here, following = lines[last], lines[last + 1]
    if following.bullet or following.reading:
        return 0
    alone = last == at
    words = len(lines[at].text.split()) if alone else _PROSE
    if is_sentence(here.text) or (alone and here.reading):
        return 0
    if _GOES_ON.match(following.text) and (words >= 3 or _is_mark(following.text)):
        return last + 1
    if alone and _DATELINE.fullmatch(here.text) and _words(following) >= _PROSE:
        return last + 1
    opening = lines[at].text[-1] == "," or (last + 2 < len(lines) and _is_mark(lines[last + 2].text))
    if words < (2 if opening else _PROSE) and alone:
        return 0
    link = _words(following)
    after = lines[last + 2] if last + 2 < len(lines) else None
    if link <= _LINK and after and _GOES_ON.match(after.text) and not is_sentence(following.text):
        return 0 if after.bullet else last + 2
    breaks_off = here.text.rsplit(None, 1)[-1][0].islower() or here.text[-1] in ",–—-(“"
    runs_on = not following.gap and link >= _PROSE and is_sentence(following.text)
    return last + 1 if breaks_off and runs_on and words >= _UNFINISHED else 0


def _words(line: Block) -> int:
    """How many words a line has, as far as it matters for a link."""
    return len(line.text[:400].split())


def _is_mark(text: str) -> bool:
    return text[0] in ",.;:!?)]”’"

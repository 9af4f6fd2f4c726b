"""Pieces of blocks, in page order, to an article's text with its parts and its map back to the page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from runut.read.blocks_text import RunTuple
from runut.read.boxes import Block
from runut.records.spans import Part, PartKind, Removed, Run, TextMap


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `first` to `last` of a block, as a part of the article (`kind`) or removed (`kind` None), and why."""

    block: Block
    kind: PartKind | None
    rule: str
    first: int
    last: int


def whole(block: Block, kind: PartKind | None, rule: str) -> Piece:
    """All of a block as one piece."""
    return Piece(block, kind, rule, 0, len(block.text))


def join_pieces(pieces: Iterable[Piece]) -> tuple[str, tuple[Part, ...], TextMap, tuple[Removed, ...]]:
    """The text (kept pieces joined by one newline), its parts, its map to the page, and what was removed."""
    texts: list[str] = []
    parts: list[Part] = []
    runs: list[Run] = []
    removed: list[Removed] = []
    at = 0
    for piece in pieces:
        block, first, last = piece.block, *_trimmed(piece)
        if first >= last:
            continue
        cut = list(slice_runs(block.runs, first, last))
        if piece.kind is None:
            begin, end = cut[0][1], cut[-1][1] + cut[-1][3]
            removed.append(Removed(piece.rule, block.text[first:last], begin, end))
            continue
        runs += [Run(at + start - first, page, length, page_length) for start, page, length, page_length in cut]
        texts.append(block.text[first:last])
        parts.append(Part(piece.kind, at, at + last - first, piece.rule))
        at += last - first + 1
    return "\n".join(texts), tuple(parts), TextMap(tuple(runs)), tuple(removed)


def _trimmed(piece: Piece) -> tuple[int, int]:
    text = piece.block.text[piece.first : piece.last]
    first = piece.first + len(text) - len(text.lstrip())
    return first, first + len(text.strip())


def slice_runs(runs: Sequence[RunTuple], first: int, last: int) -> Iterator[RunTuple]:
    """The runs of characters `first` to `last` of a block; a run that stands for an entity is never cut."""
    for start, page, length, page_length in runs:
        begin, end = max(start, first), min(start + length, last)
        if begin >= end:
            continue
        if length == page_length:
            yield begin, page + begin - start, end - begin, end - begin
        else:
            yield begin, page, end - begin, page_length

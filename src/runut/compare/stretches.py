"""Sentences laid out for comparing: numbers and times masked, so that the places where they stand can be aligned."""

import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from runut.compare.material import Material, Token
from runut.records.marks import Figure, TimeExpression
from runut.records.spans import Span

PieceKind = Literal["word", "name", "number", "time", "function"]
RARE = 3.5
"""Weight of a word that stands in one sentence of the story, whatever the story's size: so that what is asked of two
sentences of a short story is what is asked of two of a long one."""
MASK_WEIGHT = 0.5
"""Weight of a masked number or time: that both sentences have one says little."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of a sentence. `key` of a number is its unit, of a time its grain; what it is worth stands beside it."""

    key: str
    kind: PieceKind
    word: str
    start: int
    end: int
    weight: float
    figure: Figure | None = None
    time: TimeExpression | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence with its pieces in order."""

    span: Span
    language: str
    pieces: tuple[Piece, ...]
    weights: dict[str, float]
    total: float

    @property
    def article(self) -> str:
        """The article that the sentence stands in."""
        return self.span.article


def story_scale(material: Material) -> float:
    """What the weights of a story's keys are multiplied by, so that a word of one sentence weighs `RARE`."""
    total = sum(len(findings.sentences) for findings in material.findings)
    return RARE / max(1.0, math.log((total + 1) / 1.5))


def stretches_of(material: Material) -> list[Stretch]:
    """Every sentence of a story that holds a word, in text order, articles in the order of their ids."""
    found = []
    scale = story_scale(material)
    for article, findings in zip(material.articles, material.findings, strict=True):
        marks = _marks(findings.figures, findings.times)
        starts = [mark[0] for mark in marks]
        for sentence in findings.sentences:
            pieces = tuple(_pieces(material.tokens_in(sentence), marks, starts, scale))
            weights = {piece.key: piece.weight for piece in pieces}
            if weights:
                found.append(Stretch(sentence, article.language, pieces, weights, sum(weights.values())))
    return found


def printed_at(material: Material, stretch: Stretch, piece: Piece) -> str:
    """A piece as the page prints it."""
    return material.text(Span(stretch.article, piece.start, piece.end))


def quoted_in(material: Material) -> dict[str, list[tuple[int, int]]]:
    """For each article, what stands in quotation marks of its statements: sorted offsets."""
    quoted: dict[str, set[tuple[int, int]]] = {article.id: set() for article in material.articles}
    for statement in material.statements:
        quoted[statement.content.article].update((quote.start, quote.end) for quote in statement.quotes)
    return {article: sorted(spans) for article, spans in quoted.items()}


def is_quoted(stretch: Stretch, at: int, quoted: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether a piece of a sentence, or its last where there are no more, stands in quotation marks."""
    piece = stretch.pieces[min(at, len(stretch.pieces) - 1)]
    return any(start <= piece.start < end for start, end in quoted[stretch.article])


Mark = tuple[int, int, Figure | None, TimeExpression | None]


def _marks(figures: tuple[Figure, ...], times: tuple[TimeExpression, ...]) -> list[Mark]:
    marks: list[Mark] = [(figure.span.start, figure.span.end, figure, None) for figure in figures]
    marks += [(time.span.start, time.span.end, None, time) for time in times]
    return sorted(marks, key=lambda mark: mark[:2])


def _pieces(tokens: tuple[Token, ...], marks: list[Mark], starts: list[int], scale: float) -> list[Piece]:
    pieces: list[Piece] = []
    for token in tokens:
        if pieces and token.start < pieces[-1].end:
            continue
        mark = _mark_at(token, marks, starts)
        if mark is None:
            pieces.append(Piece(token.key, token.kind, token.word, token.start, token.end, token.weight * scale))
            continue
        start, end, figure, time = mark
        if figure:
            pieces.append(Piece(f"#{figure.unit}", "number", token.word, start, end, MASK_WEIGHT, figure=figure))
        elif time:
            pieces.append(Piece(f"~{_grain(time)}", "time", token.word, start, end, MASK_WEIGHT, time=time))
    return pieces


def _mark_at(token: Token, marks: list[Mark], starts: list[int]) -> Mark | None:
    at = bisect_left(starts, token.end) - 1
    if at >= 0 and marks[at][0] < token.end and token.start < marks[at][1]:
        return marks[at]
    return None


def _grain(time: TimeExpression) -> str:
    return "clock" if time.grain in ("minute", "hour") else time.grain

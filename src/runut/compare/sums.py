"""Sums that do not add up within one sentence: parts, and the total that the sentence says they make. Provable."""

from collections.abc import Iterator, Sequence

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.rounding import grain_of, scale_of
from runut.compare.scope import scope_words
from runut.compare.stretches import Piece, Stretch
from runut.records.spans import Span

MOST_PARTS = 6
NEARLY = 0.02
"""How near, as a share of the total, parts must come to be meant as its parts: a miss by more is another list."""


def sums_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Totals whose parts, named right before them in the same unit, do not make them, by more than rounding may."""
    for stretch in stretches:
        figures = [(at, piece) for at, piece in enumerate(stretch.pieces) if piece.figure]
        for at, total in figures:
            if not _is_total(stretch, at):
                continue
            parts = _parts(figures, at, total)
            if len(parts) >= 2:
                found = _off(material, stretch, parts, total)
                if found:
                    yield found


def _is_total(stretch: Stretch, at: int) -> bool:
    """Whether a word of totals stands right before a figure, within its clause."""
    words = {form for form, group in scope_words(stretch.language, "stage").items() if group == "total"}
    for index in range(at - 1, max(-1, at - 5), -1):
        piece = stretch.pieces[index]
        if piece.kind == "number":
            return False
        if piece.word in words:
            return True
    return False


def _parts(figures: Sequence[tuple[int, Piece]], at: int, total: Piece) -> list[Piece]:
    """The figures of the total's unit right before it, each smaller, as far back as they run without another total."""
    assert total.figure
    parts: list[Piece] = []
    for index, piece in reversed(figures):
        if index >= at:
            continue
        figure = piece.figure
        assert figure
        same = figure.unit == total.figure.unit and figure.bound == "exact" and figure.low == figure.high
        if not same or (figure.low or 0.0) >= (total.figure.low or 0.0) or len(parts) == MOST_PARTS:
            break
        parts.append(piece)
    return parts[::-1]


def _off(material: Material, stretch: Stretch, parts: Sequence[Piece], total: Piece) -> Difference | None:
    assert total.figure
    text = material.article[stretch.article].text
    stated = total.figure.low or 0.0
    if total.figure.bound != "exact" or total.figure.low != total.figure.high:
        return None
    made = sum(part.figure.low or 0.0 for part in parts if part.figure)
    grains = [grain_of(piece.figure, text[piece.start : piece.end]) for piece in (*parts, total) if piece.figure]
    slack = sum(grains) / 2 * 1.001
    gap = abs(made - stated)
    if gap <= slack or gap > NEARLY * stated:
        return None
    span = Span(stretch.article, parts[0].start, total.end)
    shown = text[total.start : total.end]
    made_text = f"{made / scale_of(total.figure, shown):.10g}"
    made_text = made_text.replace(".", ",") if "," in shown else made_text
    return Difference(
        kind="number",
        tier="A",
        severity="medium",
        rule="parts-make-another-sum",
        slot=stretch.article,
        left=f"{stated:.10g}",
        right=f"{stated:.10g}",
        shown=(shown, shown),
        spans=(span, span),
        values=(shown, made_text, " + ".join(text[part.start : part.end] for part in parts)),
    )

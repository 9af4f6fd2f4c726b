"""Drawings as SVG text, made from edges and rows: no script, no style attribute, each with a title for every reader."""

from collections.abc import Sequence
from html import escape

from runut.present.sheet import Edge, TimeRow

WIDTH = 900
ROW = 34
BOX = 232
LETTERS = 30
"""Letters of a name that fit its box at the drawing's type size."""
MOST_NODES = 14
"""Names in a column; a drawing of more cannot be read, the list under it holds all."""


def chain_svg(edges: Sequence[Edge], title: str, heads: tuple[str, str, str]) -> str:
    """Speakers on the left, agencies and relays in the middle, outlets on the right; a line for each way, its width
    by the number of statements. Empty when there is nothing to draw.
    """
    columns = _columns(edges)
    if not all((columns[0], columns[2])):
        return ""
    place = {
        (column, name): (column * (WIDTH - BOX) // 2, 30 + row * ROW + _lead(columns, column))
        for column, names in enumerate(columns)
        for row, name in enumerate(names)
    }
    height = 44 + ROW * max(map(len, columns))
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" class="chain" xmlns="http://www.w3.org/2000/svg">',
        f"<title>{escape(title)}</title>",
    ]
    for column, head in enumerate(heads):
        if columns[column]:
            x = column * (WIDTH - BOX) // 2 + BOX // 2
            parts.append(f'<text class="head" x="{x}" y="14" text-anchor="middle">{escape(head)}</text>')
    parts += [_line(edge, place) for edge in edges]
    parts += [_box(name, column, *at) for (column, name), at in place.items()]
    return "".join([*parts, "</svg>"])


def _columns(edges: Sequence[Edge]) -> tuple[list[str], list[str], list[str]]:
    """Names of each column, the busiest first. A relay that also speaks stands in both columns."""
    weights: tuple[dict[str, int], ...] = ({}, {}, {})
    relays = {edge.source for edge in edges if edge.kind == "agency"}
    for edge in edges:
        left = 1 if edge.kind == "agency" else 0
        right = 1 if edge.target in relays and edge.kind != "agency" else 2
        for column, name in ((left, edge.source), (right, edge.target)):
            weights[column][name] = weights[column].get(name, 0) + edge.count
    first, middle, last = (sorted(w, key=lambda name: (-w[name], name))[:MOST_NODES] for w in weights)
    return first, middle, last


def _lead(columns: tuple[list[str], ...], column: int) -> int:
    """How far a shorter column is set down to stand in the middle."""
    return (max(map(len, columns)) - len(columns[column])) * ROW // 2


def _line(edge: Edge, place: dict[tuple[int, str], tuple[int, int]]) -> str:
    start = place.get((1 if edge.kind == "agency" else 0, edge.source))
    end = place.get((1, edge.target)) if edge.kind != "agency" else None
    end = end or place.get((2, edge.target))
    if start is None or end is None or start[0] >= end[0]:
        return ""
    x1, y1, x2, y2 = start[0] + BOX, start[1] + 12, end[0], end[1] + 12
    bend = (x2 - x1) // 2
    width = min(7.0, 1 + edge.count / 3)
    says = escape(f"{edge.source} → {edge.target}: {edge.count}")
    path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    return f'<path class="{edge.kind}" d="{path}" stroke-width="{width:.1f}"><title>{says}</title></path>'


def _box(name: str, column: int, x: int, y: int) -> str:
    shown = name if len(name) <= LETTERS else f"{name[: LETTERS - 1]}…"
    kind = ("speaker", "agency", "outlet")[column]
    return (
        f'<g class="node {kind}"><title>{escape(name)}</title><rect x="{x}" y="{y}" width="{BOX}" height="25" rx="5"/>'
        f'<text x="{x + BOX // 2}" y="{y + 17}" text-anchor="middle">{escape(shown)}</text></g>'
    )


LANES = ("event", "statement", "publication")
MOST_DAYS = 12
"""Days on the axis, the latest; earlier ones stand in the table."""


def time_svg(rows: Sequence[TimeRow], days: Sequence[str], title: str, lanes: tuple[str, str, str]) -> str:
    """Three lanes over the days of the story: what happened, what was said, what was published; a dot for each row.

    `days` are the rows' first days as shown. The axis has one step for each day that something stands on, whatever lies
    between. Empty when fewer than two days are known.
    """
    steps = list(dict.fromkeys(days))[-MOST_DAYS:]
    if len(steps) < 2:
        return ""
    gap = (WIDTH - 190) / len(steps)
    parts = [
        f'<svg viewBox="0 0 {WIDTH} 190" role="img" class="time" xmlns="http://www.w3.org/2000/svg">',
        f"<title>{escape(title)}</title>",
    ]
    for lane, name in enumerate(lanes):
        y = 34 + lane * 44
        parts.append(f'<text class="head" x="0" y="{y + 4}">{escape(name)}</text>')
        parts.append(f'<line class="lane" x1="130" y1="{y}" x2="{WIDTH - 20}" y2="{y}"/>')
    seen: dict[tuple[str, str], int] = {}
    for row, step in zip(rows, days, strict=True):
        if step not in steps:
            continue
        number = seen.get((row.kind, step), 0)
        seen[row.kind, step] = number + 1
        if number >= int(gap // 9):
            continue
        x = 150 + steps.index(step) * gap + number * 9
        y = 34 + LANES.index(row.kind) * 44
        says = escape(f"{row.when}: {row.what}")
        parts.append(f'<circle class="{row.kind}" cx="{x:.0f}" cy="{y}" r="4"><title>{says}</title></circle>')
    for number, step in enumerate(steps):
        x = 150 + number * gap
        lower = 10 * (number % 2) if len(steps) > 6 else 0
        parts.append(f'<text class="day" x="{x:.0f}" y="{160 + 1.4 * lower:.0f}">{escape(step)}</text>')
    return "".join([*parts, "</svg>"])

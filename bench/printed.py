"""Figures in what a scorer prints.

A scorer stays a script that prints lines for people; a `Figure` finds one kind of line and names it. The groups of its
expression: `value` (a number, or "39/40"), and optionally `set`, which fills `{set}` in what is measured.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bench.rows import Row

SHARED = Path(__file__).resolve().parents[2] / "shared"
HOW = Literal["tuned", "unseen", "own", "machine"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A kind of printed line and the row it becomes; `peers` tells what others reach, by the line's set or, under "",
    for every set that has none of its own.
    """

    line: str
    what: str
    data: str
    part: HOW
    better: Literal["more", "less"] = "more"
    peers: Mapping[str, str] = field(default_factory=dict)
    floor: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bench: its name, its scorer's words after `python`, and the files without which it is skipped."""

    name: str
    words: tuple[str, ...]
    figures: tuple[Figure, ...]
    needs: tuple[str, ...] = ("data",)

    def missing(self) -> list[str]:
        """Files and folders of the shared data that it needs and are not there."""
        return [need for need in self.needs if not (SHARED / need).exists()]


def rows_in(part: Part, printed: str) -> Iterator[Row]:
    """The rows that a part's output holds, in the order of its figures."""
    for figure in part.figures:
        for match in re.finditer(figure.line, printed, re.MULTILINE):
            of = " ".join(match.groupdict().get("set", "").split())
            peers = figure.peers.get(of, figure.peers.get("", ""))
            yield Row(
                part.name, figure.what.format(set=of), figure.data, figure.part, _number(match["value"]),
                figure.better, peers, figure.floor,
            )  # fmt: skip


def unseen_figures(part: Part, printed: str) -> list[str]:
    """A sentence for each figure that the output does not hold."""
    absent = [figure for figure in part.figures if not re.search(figure.line, printed, re.MULTILINE)]
    return [f"{part.name}: {figure.what!r} was not printed" for figure in absent]


def _number(text: str) -> float:
    above, slash, below = text.replace(" of ", "/").partition("/")
    return float(above) / max(1.0, float(below)) if slash else float(above)

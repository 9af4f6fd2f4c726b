"""Which blocks of a saved text are the article's: the best stretch by trees grown on saved pages.

Each block gets log-odds from the trees of `saved_text_trees.json` (see docs/models/saved_text.md); the body is the
stretch whose sum is greatest, long blocks counting more, and within it the blocks that the trees believe or that are
plainly prose. Taken together this never returns scraps from all over a page.
"""

import json
import math
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from runut.read.saved_text_blocks import Block
from runut.read.saved_text_features import Page, describe, feature_rows

_CLIP = 4.0
"""Log-odds beyond which a block says no more; keeps one very sure block from outweighing five fairly sure ones."""
_LEAN = 0.5
"""Added to every block: losing a paragraph is worse than keeping a line that the conventions will remove."""
_PROSE_FLOOR = -2.0
"""Log-odds from which a sentence inside the stretch is kept. Both measured on the development half of the captures."""
_CONVENTION = 0.3
_MOST_WORDS = 60
_RESUMED, _BRIDGE = 4, 60
_RESUME, _RESUME_WORDS, _RESUME_SHARE = 1.0, 40, 0.7
"""A text goes on beyond a list or form of up to `_BRIDGE` blocks where prose of so many words, taken for a little more
likely than it seems, shares nearly as many words with the main stretch as its own paragraphs do; teasers share half."""
_AT_ONCE = 2000
"""Blocks judged together; bounds memory on a text of a hundred thousand lines."""


class _Trees(NamedTuple):
    """All nodes in one list; a leaf leads to itself, so every row takes `depth` steps in every tree."""

    bias: float
    depth: int
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    value: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    root: NDArray[np.int32]


def find_body(blocks: Sequence[Block]) -> list[int]:
    """Indices of the blocks that are body or subhead, in order; empty only where no block holds words."""
    if not blocks:
        return []
    page = describe(blocks)
    return choose_body(page, block_odds(page))


def choose_body(page: Page, odds: Sequence[float]) -> list[int]:
    """The body by given log-odds of its blocks; the densest stretch of prose where they find none."""
    span = _best_stretch(page, odds, 0, len(odds), _LEAN)
    if span:
        span = _continued(page, odds, *span)
    kept = list(_kept(page, odds, *span)) if span else []
    if not any(page.mass[at] for at in kept):
        kept = [at for at in range(page.first, page.last + 1) if page.mass[at]]
    return kept


def block_odds(page: Page) -> list[float]:
    """Log-odds of every block to be body, in order."""
    trees = _trees()
    rows = np.array(feature_rows(page), dtype=np.float64)
    odds: list[float] = []
    for low in range(0, len(rows), _AT_ONCE):
        some = rows[low : low + _AT_ONCE]
        across = np.arange(len(some))[:, None]
        node = np.tile(trees.root, (len(some), 1))
        for _ in range(trees.depth):
            goes_left = some[across, trees.feature[node]] <= trees.threshold[node]
            node = np.where(goes_left, trees.left[node], trees.right[node])
        odds += (trees.bias + trees.value[node].sum(axis=1)).tolist()
    return odds


def _continued(page: Page, odds: Sequence[float], first: int, last: int) -> tuple[int, int]:
    """The stretch with what lies beyond an advertisement, form or list: prose that shares as many words with it."""
    core = _mean_shared(page, first, last)
    for _ in range(_RESUMED):
        behind = _best_stretch(page, odds, last + 1, min(len(odds), last + 1 + _BRIDGE), _LEAN + _RESUME)
        if not behind or _commented(page, last, behind[0]) or not _is_kin(page, behind, core):
            break
        last = behind[1]
    before = _best_stretch(page, odds, max(0, first - _BRIDGE), first, _LEAN + _RESUME)
    if before and _is_kin(page, before, core):
        first = before[0]
    return first, last


def _is_kin(page: Page, stretch: tuple[int, int], core: float) -> bool:
    words = sum(page.mass[stretch[0] : stretch[1] + 1])
    return words >= _RESUME_WORDS and _mean_shared(page, *stretch) >= _RESUME_SHARE * core


def _mean_shared(page: Page, first: int, last: int) -> float:
    """The mean share of known words in the prose of a stretch, by words."""
    words = sum(page.mass[first : last + 1]) or 1
    return sum(page.shared[at] * page.mass[at] for at in range(first, last + 1)) / words


def _commented(page: Page, last: int, until: int) -> bool:
    """Whether readers' comments begin between two blocks."""
    readings = (block.reading for block in page.blocks[last + 1 : until])
    return any(reading and reading.rule == "comments" for reading in readings)


def _best_stretch(page: Page, odds: Sequence[float], low: int, high: int, lean: float) -> tuple[int, int] | None:
    best, span, total, start = 0.0, None, 0.0, low
    for at in range(low, high):
        leaning = max(-_CLIP, min(_CLIP, odds[at] + lean))
        if page.blocks[at].reading:
            gain = min(0.0, leaning) * _CONVENTION
        else:
            gain = leaning * math.sqrt(min(_MOST_WORDS, max(1, len(page.words[at]))))
        if total <= 0:
            total, start = 0.0, at
        total += gain
        if total > best:
            best, span = total, (start, at)
    return span


def _kept(page: Page, odds: Sequence[float], first: int, last: int) -> Iterator[int]:
    """The blocks of a stretch that belong to the body; headlines behind "Baca juga:" go with it."""
    listing = False
    for at in range(first, last + 1):
        reading, shape = page.blocks[at].reading, page.shapes[at]
        if reading:
            listing = listing or reading.extent != "line"
            continue
        prose = shape in ("P", "L")
        listing = listing and not prose
        if not listing and (odds[at] >= 0 or (prose and odds[at] >= _PROSE_FLOOR)):
            yield at


@cache
def _trees() -> _Trees:
    raw: dict[str, Any] = json.loads(files("runut.read").joinpath("saved_text_trees.json").read_text(encoding="utf-8"))
    feature = np.array(raw["feature"], dtype=np.int32)
    number = np.array(raw["threshold"], dtype=np.float64)
    leaf, itself = feature < 0, np.arange(len(feature), dtype=np.int32)
    return _Trees(
        float(raw["bias"]),
        int(raw["depth"]),
        np.where(leaf, 0, feature),
        number,
        np.where(leaf, number, 0.0),
        np.where(leaf, itself, np.array(raw["left"], dtype=np.int32)),
        np.where(leaf, itself, np.array(raw["right"], dtype=np.int32)),
        np.array(raw["root"], dtype=np.int32),
    )

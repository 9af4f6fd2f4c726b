"""Which blocks of a saved text are the article's: the best stretch by trees grown on saved pages.

Each block gets log-odds from the trees of `saved_text_trees.json` (see docs/models/saved_text.md); the body is the
stretch whose sum is greatest, long blocks counting more, and within it the blocks that the trees believe or that are
plainly prose. Taken together this never returns scraps from all over a page.
"""

import json
import math
from collections.abc import Sequence
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
_DEPTH = 16


class _Trees(NamedTuple):
    bias: float
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    root: NDArray[np.int32]


def find_body(blocks: Sequence[Block]) -> list[int]:
    """Indices of the blocks that are body or subhead, in order; empty only where no block holds words."""
    if not blocks:
        return []
    page = describe(blocks)
    odds = block_odds(page)
    span = _best_stretch(page, odds)
    kept = [at for at in range(span[0], span[1] + 1) if _is_kept(page, odds, at)] if span else []
    if not any(page.mass[at] for at in kept):
        kept = [at for at in range(page.first, page.last + 1) if page.mass[at]]
    return kept


def block_odds(page: Page) -> list[float]:
    """Log-odds of every block to be body, in order."""
    trees = _trees()
    rows = np.array(feature_rows(page), dtype=np.float64)
    odds: NDArray[np.float64] = np.full(len(rows), trees.bias)
    every = np.arange(len(rows))
    for root in trees.root:
        node = np.full(len(rows), root, dtype=np.int32)
        for _ in range(_DEPTH):
            feature = trees.feature[node]
            inner = feature >= 0
            if not inner.any():
                break
            goes_left = rows[every, np.maximum(feature, 0)] <= trees.threshold[node]
            node = np.where(inner, np.where(goes_left, trees.left[node], trees.right[node]), node)
        odds += trees.threshold[node]
    return [float(value) for value in odds]


def _best_stretch(page: Page, odds: Sequence[float]) -> tuple[int, int] | None:
    best, span, total, start = 0.0, None, 0.0, 0
    for at, value in enumerate(odds):
        leaning = max(-_CLIP, min(_CLIP, value + _LEAN))
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


def _is_kept(page: Page, odds: Sequence[float], at: int) -> bool:
    if page.blocks[at].reading:
        return False
    return odds[at] >= 0 or (page.shapes[at] in ("P", "L") and odds[at] >= _PROSE_FLOOR)


@cache
def _trees() -> _Trees:
    raw: dict[str, Any] = json.loads(files("runut.read").joinpath("saved_text_trees.json").read_text(encoding="utf-8"))
    return _Trees(
        float(raw["bias"]),
        np.array(raw["feature"], dtype=np.int32),
        np.array(raw["threshold"], dtype=np.float64),
        np.array(raw["left"], dtype=np.int32),
        np.array(raw["right"], dtype=np.int32),
        np.array(raw["root"], dtype=np.int32),
    )

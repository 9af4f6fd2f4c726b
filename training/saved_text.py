"""Makes the trees that find the body of a saved text: `python training/saved_text.py [--check]`.

Data: captures made by `bench/captures.py` from the Scrapinghub set and half of the Fundus set (both MIT). scikit-learn
grows the trees; it is needed here alone. `--check` judges every page by trees that never saw it (three folds of pages,
all styles of a page in one fold) and prints the scores of blocks; without it the trees of all pages are written. The
other half of Fundus and all Indonesian pages are never trained on.
"""

import collections
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

from captures import READING, Capture, make_captures  # noqa: E402
from runut.read.saved_text_blocks import Block, split_blocks  # noqa: E402
from runut.read.saved_text_features import describe, feature_rows  # noqa: E402

TARGET = ROOT / "src" / "runut" / "read" / "saved_text_trees.json"
STYLES = ("blocks", "links", "glued")
FOLDS, DEPTH = 3, 3
MARKS = re.compile(r"[\W_]+")


class Example(NamedTuple):
    """A capture with its blocks, their rows, and 1 for each that belongs to the body."""

    capture: Capture
    blocks: list[Block]
    rows: list[list[float]]
    weights: list[float]
    labels: list[int]


def fold_text(text: str) -> str:
    return MARKS.sub("", text).casefold()


def label(blocks: Sequence[Block], body: str) -> list[int]:
    """1 for blocks that stand in the body in its order; short ones only between two that do."""
    truth = fold_text(body)
    texts = [fold_text(block.text) for block in blocks]
    spans: dict[int, tuple[int, int]] = {}
    after = 0
    for at, text in enumerate(texts):
        place = truth.find(text, after) if len(text) >= 30 else -1
        if place >= 0:
            after = place + len(text)
            spans[at] = (place, after)
    paragraphs = [p for p in map(fold_text, body.split("\n")) if len(p) >= 40]
    partly = {
        at
        for at, text in enumerate(texts)
        if at not in spans and len(text) >= 40 and 2 * sum(len(p) for p in paragraphs if p in text) >= len(text)
    }
    known = sorted(set(spans) | partly)
    if not known:
        return [0] * len(blocks)
    labels, reached = [], 0
    upcoming = _upcoming(len(blocks), spans, len(truth))
    for at, text in enumerate(texts):
        inside = at in spans or at in partly
        if at in spans:
            reached = spans[at][1]
        elif not inside and 0 < len(text) < 30 and known[0] - 3 <= at <= known[-1] + 3:
            place = truth.find(text, reached, upcoming[at])
            inside = 0 <= place <= reached + 200
            reached = place + len(text) if inside else reached
        labels.append(int(inside))
    return labels


def _upcoming(count: int, spans: dict[int, tuple[int, int]], end: int) -> list[int]:
    limits = [end] * count
    for at in range(count - 1, -1, -1):
        limits[at] = end
        end = spans[at][0] if at in spans else end
    return limits


def prepare(captures: Iterable[Capture]) -> list[Example]:
    found = []
    for capture in captures:
        blocks = split_blocks(capture.text)
        page = describe(blocks)
        weights = np.sqrt([max(1, len(words)) for words in page.words])
        found.append(
            Example(
                capture, blocks, feature_rows(page), (weights / weights.sum()).tolist(), label(blocks, capture.body)
            )
        )
    return found


def training_captures() -> list[Capture]:
    """All Scrapinghub pages and the half of the Fundus pages that is not kept unseen."""
    return [c for c in make_captures(("scrapinghub", "fundus")) if c.style in STYLES and is_trained_on(c)]


def is_trained_on(capture: Capture) -> bool:
    return capture.source == "scrapinghub" or (capture.source == "fundus" and not capture.is_unseen)


def fit(examples: Sequence[Example]) -> HistGradientBoostingClassifier:
    used = [example for example in examples if any(example.labels)]
    model = HistGradientBoostingClassifier(
        max_iter=200, learning_rate=0.08, max_depth=DEPTH, min_samples_leaf=60, l2_regularization=5.0,
        early_stopping=False, random_state=0,
    )  # fmt: skip
    rows = np.array([row for example in used for row in example.rows], dtype=np.float64)
    weights = np.array([weight for example in used for weight in example.weights])
    labels = np.array([found for example in used for found in example.labels])
    return model.fit(rows, labels, sample_weight=weights * len(weights) / weights.sum())


def fold_of(key: str) -> int:
    return hashlib.sha256(f"f{key}".encode()).digest()[0] % FOLDS


def export(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """The trees as flat lists: for every node its feature (-1 in a leaf), threshold or value, and the left child.

    The right child stands behind the left one's subtree and is listed too.
    """
    nodes: dict[str, list[Any]] = {"feature": [], "threshold": [], "left": [], "right": [], "root": []}
    for (predictor,) in model._predictors:
        base = len(nodes["feature"])
        nodes["root"].append(base)
        for node in predictor.nodes:
            leaf = bool(node["is_leaf"])
            nodes["feature"].append(-1 if leaf else int(node["feature_idx"]))
            nodes["threshold"].append(float(f"{node['value'] if leaf else node['num_threshold']:.5g}"))
            nodes["left"].append(base + int(node["left"]) if not leaf else 0)
            nodes["right"].append(base + int(node["right"]) if not leaf else 0)
    return {"depth": DEPTH, "bias": float(model._baseline_prediction.ravel()[0]), **nodes}


def main() -> None:
    if not READING.is_dir():
        sys.exit(f"nothing was trained: there is no data at {READING}")
    examples = prepare(training_captures())
    if "--check" in sys.argv:
        check(examples)
        return
    TARGET.write_text(json.dumps(export(fit(examples)), separators=(",", ":")) + "\n", encoding="utf-8")
    print(TARGET.name, TARGET.stat().st_size, "bytes")


def check(examples: Sequence[Example]) -> None:
    """Scores of blocks: each page judged by trees that never saw it."""
    counts: collections.Counter[str] = collections.Counter()
    for fold in range(FOLDS):
        model = fit([e for e in examples if fold_of(e.capture.key) != fold])
        for example in (e for e in examples if fold_of(e.capture.key) == fold):
            guesses = model.predict(np.array(example.rows, dtype=np.float64))
            for guess, truth, weight in zip(guesses, example.labels, example.weights, strict=True):
                counts[f"{int(guess)}{truth}"] += weight
    print(
        {
            "precision": counts["11"] / (counts["11"] + counts["10"]),
            "recall": counts["11"] / (counts["11"] + counts["01"]),
        }
    )


if __name__ == "__main__":
    main()

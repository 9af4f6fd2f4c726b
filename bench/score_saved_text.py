"""Bodies of saved texts: `python bench/score_saved_text.py [--folds] [--worst N]`.

Prints 4-gram shingle P, R, F1 (mean over pages, as the Scrapinghub benchmark counts) for each set and style. The unseen
half of Fundus, the Indonesian pages and the captures that came with them were never trained on. The shipped trees have
seen the other pages: with `--folds` (needs scikit-learn) those are judged by trees that have not.
"""

import argparse
import collections
import hashlib
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from captures import Capture, make_captures, saved_captures
from runut.read.language import identify
from runut.read.saved_text import read_saved_text
from runut.records.article import Article
from runut.records.page import Page, Place
from runut.text.places import body_of

WORD = re.compile(r"\w+")


class Score(NamedTuple):
    capture: Capture
    precision: float
    recall: float


def shingles(text: str, size: int = 4) -> collections.Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    count = max(1, len(words) - size + 1) if words else 0
    return collections.Counter(tuple(words[at : at + size]) for at in range(count))


def judge(capture: Capture, body: str) -> Score:
    got, truth = shingles(body), shingles(capture.body)
    common = sum((got & truth).values())
    precision = common / sum(got.values()) if got else 0.0
    return Score(capture, precision, common / sum(truth.values()) if truth else 1.0)


def shipped(capture: Capture) -> str:
    """The body as the package reads it."""
    article = read_saved_text(Page("pg-x", "", Place("capture.txt"), "text"), capture.text)
    return body_of(article) if isinstance(article, Article) else ""


def folded() -> Callable[[Capture], str]:
    """A reader of Scrapinghub captures whose trees never saw the page."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))
    import numpy as np

    import saved_text as training
    from runut.read.saved_text_blocks import split_blocks
    from runut.read.saved_text_body import choose_body
    from runut.read.saved_text_features import describe, feature_rows
    from runut.read.saved_text_head import with_lead

    examples = training.prepare(training.training_captures())
    models = [
        training.fit([e for e in examples if training.fold_of(e.capture.key) != fold]) for fold in range(training.FOLDS)
    ]

    def read(capture: Capture) -> str:
        blocks = split_blocks(capture.text)
        page = describe(blocks)
        rows = np.array(feature_rows(page), dtype=np.float64)
        odds = models[training.fold_of(capture.key)].decision_function(rows).tolist()
        body = choose_body(page, odds)
        return "\n".join(blocks[at].text for at in (with_lead(blocks, body) if body else body))

    return read


def group_of(capture: Capture) -> str:
    language = identify(capture.body) if capture.source == "scrapinghub" else ""
    half = "unseen" if capture.is_unseen else "looked at"
    name = {"en": "English", "id": "Indonesian", "ms": "Indonesian"}.get(language, "others") if language else ""
    if capture.source == "fundus":
        return f"fundus ({half})"
    return f"{capture.source} {name} ({half})" if name else capture.source


def show(scores: Iterable[Score]) -> None:
    groups: dict[tuple[str, str], list[Score]] = collections.defaultdict(list)
    for score in scores:
        for style in (score.capture.style, "all"):
            groups[group_of(score.capture), style].append(score)
    for (group, style), found in sorted(groups.items()):
        precision = sum(s.precision for s in found) / len(found)
        recall = sum(s.recall for s in found) / len(found)
        mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"{group:34} {style:7} {len(found):4}  P {precision:.4f}  R {recall:.4f}  F1 {mean:.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--sample", type=int, default=1, help="every so many pages only")
    given = parser.parse_args()
    captures = [*saved_captures(), *make_captures(("fundus", "indonesian") + (("scrapinghub",) if given.folds else ()))]
    captures = [c for c in captures if hashlib.sha256(c.key.encode()).digest()[1] % given.sample == 0]
    shipped(captures[0])
    start = time.process_time()
    bodies = [shipped(c) for c in captures]
    print(f"{len(bodies)} captures, {len(bodies) / (time.process_time() - start):.0f} per CPU-second")
    if given.folds:
        fold = folded()
        seen = [c.source == "scrapinghub" or (c.source == "fundus" and not c.is_unseen) for c in captures]
        bodies = [fold(c) if is_seen else body for c, body, is_seen in zip(captures, bodies, seen, strict=True)]
    scores = [judge(c, body) for c, body in zip(captures, bodies, strict=True)]
    show(scores)
    for score in sorted(scores, key=lambda s: s.precision + s.recall)[: given.worst]:
        c = score.capture
        print(f"{score.precision:.3f} {score.recall:.3f} {c.source} {c.style} {c.key[:16]} {c.body[:60]!r}")


if __name__ == "__main__":
    main()

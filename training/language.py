"""Makes the weights that tell Malay from Indonesian: `python training/language.py [--check]`.

Data: DSLCC v2 test sentences (1,000 Indonesian, 1,000 Malay; CC0). A quarter, chosen by hash, is never trained on; its
score is printed and stands in docs/models/language.md. `--check` only prints, with five folds over the other part too.
"""

import collections
import hashlib
import io
import math
import sys
import tarfile
from collections.abc import Sequence
from functools import cache

import numpy as np

from runut.read.language import identify, malay_evidence
from training_data import DATA, ROOT, need

SENTENCES = "reading/dslcc2-id-ms.tar.gz"
TARGET = ROOT / "src" / "runut" / "read" / "malay_indonesian.tsv"
SMOOTHING, AT_LEAST, KEPT = 0.5, 2, 0.4
"""Added to every count; sentences a feature must be in; smallest log-odds that are written down."""

Sentence = tuple[str, int]


def read_sentences() -> list[Sentence]:
    """All sentences with 1 for Malay, in the order of their hashes."""
    with tarfile.open(DATA / SENTENCES) as archive:
        member = archive.extractfile("dslcc2-id-ms/test-gold.id-my.tsv")
        assert member is not None
        lines = io.TextIOWrapper(member, encoding="utf-8").read().splitlines()
    rows = [tuple(line.split("\t")) for line in lines]
    return sorted(((text, int(label == "my")) for text, label in rows), key=lambda row: digest(row[0]))


def digest(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def is_unseen(text: str) -> bool:
    """Whether a sentence belongs to the quarter that is never trained on."""
    return digest(text) % 4 == 0


@cache
def evidence(text: str) -> tuple[float, list[str], list[str]]:
    return malay_evidence(text)


def count(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Log-odds of every word and piece seen often enough."""
    seen: tuple[collections.Counter[str], collections.Counter[str]] = (collections.Counter(), collections.Counter())
    total = [0, 0]
    for text, label in sentences:
        _, words, pieces = evidence(text)
        seen[label].update([*words, *pieces])
        total[label] += 1
    odds = {}
    for form in set(seen[0]) | set(seen[1]):
        if seen[0][form] + seen[1][form] >= AT_LEAST:
            rates = [(seen[side][form] + SMOOTHING) / (total[side] + 2 * SMOOTHING) for side in (0, 1)]
            odds[form] = round(math.log(rates[1] / rates[0]), 2)
    return {form: value for form, value in odds.items() if abs(value) >= KEPT}


def row(text: str, odds: dict[str, float]) -> list[float]:
    lead, words, pieces = evidence(text)
    return [lead, sum(odds.get(word, 0.0) for word in words), sum(odds.get(piece, 0.0) for piece in pieces)]


def fit(sentences: Sequence[Sentence]) -> dict[str, float]:
    """All weights: odds from the sentences, mixed by a logistic regression over rows that their own half never saw."""
    halves = [sentences[::2], sentences[1::2]]
    rows: list[list[float]] = []
    labels: list[int] = []
    for train, test in (halves, halves[::-1]):
        odds = count(train)
        rows += [row(text, odds) for text, _ in test]
        labels += [label for _, label in test]
    x, y = np.array(rows), np.array(labels)
    spread = x.std(axis=0)
    x = x / spread
    weights, bias = np.zeros(3), 0.0
    for _ in range(3000):
        error = 1 / (1 + np.exp(-(x @ weights + bias))) - y
        weights -= 0.5 * (x.T @ error / len(y) + 0.01 * weights)
        bias -= 0.5 * float(error.mean())
    mixed = weights / spread
    fixed = {"=bias": bias, "=langid": mixed[0], "=words": mixed[1], "=pieces": mixed[2]}
    return {**{key: round(float(value), 4) for key, value in fixed.items()}, **count(sentences)}


def judge(weights: dict[str, float], sentences: Sequence[Sentence]) -> tuple[float, float]:
    """Shares that are right: single sentences, and six of one language joined."""

    def malay(text: str) -> bool:
        values = row(text, weights)
        mix = [weights["=langid"], weights["=words"], weights["=pieces"]]
        return weights["=bias"] + sum(a * b for a, b in zip(mix, values, strict=True)) > 0

    single = [malay(text) == bool(label) for text, label in sentences]
    joined = []
    for label in (0, 1):
        texts = [text for text, found in sentences if found == label]
        for at in range(0, len(texts) - 5, 6):
            joined.append(malay(" ".join(texts[at : at + 6])) == bool(label))
    return sum(single) / len(single), sum(joined) / len(joined)


def main() -> None:
    need(SENTENCES)
    sentences = read_sentences()
    train = [row for row in sentences if not is_unseen(row[0])]
    unseen = [row for row in sentences if is_unseen(row[0])]
    if "--check" in sys.argv:
        for fold in range(5):
            rest = [row for at, row in enumerate(train) if at % 5 != fold]
            print(f"fold {fold}:", judge(fit(rest), train[fold::5]))
    weights = fit(train)
    print("unseen quarter:", len(unseen), judge(weights, unseen), "features:", len(weights))
    if "--check" not in sys.argv:
        lines = [f"{form}\t{value:g}" for form, value in sorted(weights.items())]
        TARGET.write_text("form\tweight\n" + "\n".join(lines) + "\n", encoding="utf-8")
    else:
        right = sum(identify(text) == ("ms" if label else "id") for text, label in unseen)
        print("identify on the unseen quarter:", right / len(unseen))


if __name__ == "__main__":
    main()

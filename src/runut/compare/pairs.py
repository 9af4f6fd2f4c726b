"""Pairs of statements that may render the same thing, with the evidence for it, cheapest evidence first."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from runut.compare.material import Material, Token
from runut.compare.voices import Fit, fit_voices
from runut.ports import Embedder
from runut.records.statements import Statement
from runut.text.distance import likeness

WEIGHTS = {
    "none": -2.2, "held": 0.9, "shared": 3.1, "order": 3.8, "both": 1.8, "lighter": -1.5,
    "same": 1.7, "other": -2.2, "unknown": -0.4,
}  # fmt: skip
"""Weights of the evidence that two statements are one, as log-odds: logistic regression over all pairs of statements of
the development stories (gold statements), regularised, one left out in turn: F1 of pairs .67 before grouping. "none" is
set so that 0 is the best line after grouping."""
SAME_SCORE = 0.0
"""Log-odds from which two statements count as one; higher splits paraphrases, lower joins neighbours."""
UNDECIDED = (-2.5, 3.0)
"""Log-odds between which the embedder is asked: outside, it changed no decision on the development stories."""
MEANING_SLOPE = 4.0
"""Log-odds for a cosine that goes from `same_score` to 1 (swept over 0, 1.5, 2.5, 4 on the same stories:
mean F1 of grouped pairs .76, .75, .76, .78)."""
MOST_EMBEDDED = 60
"""Statements embedded for one story: six seconds on one core, of the ten that a story may take."""
HEAVIEST = 10
"""Keys of a statement that may bring it together with others; six lost paraphrases, twenty only cost time."""
MOST_SHARED = 300
"""Statements that one key may bring together; bounds the work of very large stories."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements and how much speaks for their being one.

    `held` = share of the lighter one's weight that the other has too; `shared` = share of both; `order` = likeness of
    the two word sequences; `score` 0..1 is what grouping goes by. `meaning` is the cosine where it was asked for.
    """

    left: str
    right: str
    fit: Fit
    held: float
    shared: float
    order: float
    weight: float
    score: float
    meaning: float | None = None

    @property
    def likelihood(self) -> float:
        """The score as a share, 0..1."""
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.score))))


def lexical_pairs(material: Material) -> list[Pair]:
    """Every pair of statements that share a word worth mentioning, in the order of their ids."""
    tokens = {statement.id: material.tokens_in(statement.content) for statement in material.statements}
    by_id = {statement.id: statement for statement in material.statements}
    pairs = (_weigh(material, by_id[a], by_id[b], tokens[a], tokens[b]) for a, b in _candidates(tokens))
    return [pair for pair in pairs if pair.weight > 0]


def with_meaning(material: Material, pairs: Sequence[Pair], embedder: Embedder) -> list[Pair]:
    """The same pairs, the undecided ones judged again by what the embedder says; decided ones are left alone.

    Only as many statements are embedded as `MOST_EMBEDDED` allows, those of the pairs nearest to the line first.
    """
    undecided = sorted(
        (pair for pair in pairs if UNDECIDED[0] <= pair.score <= UNDECIDED[1] and pair.fit != "other"),
        key=lambda pair: (abs(pair.score - SAME_SCORE), pair.left, pair.right),
    )
    chosen: dict[str, int] = {}
    for pair in undecided:
        fresh = [one for one in (pair.left, pair.right) if one not in chosen]
        if len(chosen) + len(fresh) <= MOST_EMBEDDED:
            for one in fresh:
                chosen[one] = len(chosen)
    if not chosen:
        return list(pairs)
    content = {statement.id: statement.content for statement in material.statements}
    rows = embedder.embed([material.text(content[one]) for one in chosen])
    judged = []
    asked = {(pair.left, pair.right) for pair in undecided}
    for pair in pairs:
        if (pair.left, pair.right) in asked and pair.left in chosen and pair.right in chosen:
            meaning = float(np.dot(rows[chosen[pair.left]], rows[chosen[pair.right]]))
            judged.append(_with_meaning(pair, meaning, embedder))
        else:
            judged.append(pair)
    return judged


def _with_meaning(pair: Pair, meaning: float, embedder: Embedder) -> Pair:
    nearness = (meaning - embedder.same_score) / (1.0 - embedder.same_score)
    return replace(pair, score=pair.score + MEANING_SLOPE * nearness, meaning=meaning)


def _candidates(tokens: dict[str, tuple[Token, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs that share one of their heaviest keys; keys found in very many statements bring nobody together."""
    posting: dict[str, list[str]] = defaultdict(list)
    for statement in sorted(tokens):
        weights = {token.key: token.weight for token in tokens[statement] if token.kind != "function"}
        for key in sorted(weights, key=lambda k: (-weights[k], k))[:HEAVIEST]:
            posting[key].append(statement)
    found: set[tuple[str, str]] = set()
    for key in sorted(posting):
        if len(posting[key]) <= MOST_SHARED:
            found.update(combinations(posting[key], 2))
    yield from sorted(found)


def _weigh(
    material: Material, left: Statement, right: Statement, mine: Sequence[Token], other: Sequence[Token]
) -> Pair:
    first = {token.key: token.weight for token in mine}
    second = {token.key: token.weight for token in other}
    both = sum(weight for key, weight in first.items() if key in second)
    whole = (sum(first.values()), sum(second.values()))
    lighter = max(min(whole), 0.1)
    held, shared = both / lighter, 2 * both / max(sum(whole), 0.1)
    order = likeness([token.key for token in mine], [token.key for token in other])
    fit = fit_voices(material.voices[left.id], material.voices[right.id])
    score = (
        WEIGHTS["none"]
        + WEIGHTS["held"] * held
        + WEIGHTS["shared"] * shared
        + WEIGHTS["order"] * order
        + WEIGHTS["both"] * math.log1p(both)
        + WEIGHTS["lighter"] * math.log1p(lighter)
        + WEIGHTS.get(fit, 0.0)
    )
    return Pair(left.id, right.id, fit, held, shared, order, both, score)

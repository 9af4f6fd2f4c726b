"""Pairs of statements that may render the same thing, with the evidence for it."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from runut.compare.grams import GramScale, Weights, overlap
from runut.compare.material import Material, Token
from runut.compare.voices import Fit, fit_voices
from runut.ports import Embedder
from runut.records.statements import Statement
from runut.text.distance import likeness

WEIGHTS = {
    "none": -5.1, "shared": 3.6, "held": 5.2, "order": 6.0,
    "same": 1.3, "compatible": 1.3, "unknown": 0.0, "other": -2.4,
}  # fmt: skip
"""Weights of the evidence that two statements are one, as log-odds: logistic regression over all pairs of the
development stories, annotated and recognised statements both, each story left out in turn. "none" is set 0.6 above
the regression's, for the best F1 of pairs after grouping; "unknown" was set on 63 stories more (the bench's --real).
Cosines, counts of common figures, days, forms, the best sentences of either, and being each other's best in
the two articles added nothing to these on stories left out."""
LITTLE, MUCH = 2.0, 9.0
"""Weight of words in common below which nothing is the same: scraps such as a place or "the death of", and, between two
speakers, the formulas of the trade ("may he rest in peace")."""
ACROSS = {"none": 0.9, "slope": 80.0, "same": 1.0, "compatible": 0.5, "unknown": 0.0, "other": -2.5}
"""The same for two languages, where only meaning, names and figures can agree: log-odds at the embedder's `same_score`,
and for a cosine of 1 more. Measured on 425 sentence pairs of one development set (bench/score_alignment.py --pairs):
F1 .931 on the half it was set on, .972 on the other."""
FEWEST_ACROSS = 0.5
"""Share of the lighter one's names and figures that two renderings in two languages must have in common where the
embedder does not cross languages."""
ORDER_OTHER, ORDER_OTHER_HERE = 0.6, 0.9
"""Likeness of word order from which words of two known speakers are one matter; and where one article has both."""
ORDER_HERE = 0.6
"""The same for two statements of one article and speaker: an article says a thing once, or in nearly the same words."""
ORDER_QUOTED = 0.3
"""The same where one of the two is a quotation and the other is not: the lead says what is quoted further down."""
MOST_EMBEDDED = 80
"""Statements embedded for one story: eight seconds on one core, of the ten that a story of fifty articles may take."""
ALL_PAIRS = 90
"""Statements up to which every pair is weighed; larger stories weigh the nearest of each."""
NEAREST = 40
"""Others that a statement of a large story is weighed against, those that share the heaviest words."""
MOST_SHARED = 250
"""Statements that one word may bring together; bounds the work of very large stories."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements and how much speaks for their being one.

    `held` = share of the lighter one's letters that the other has too, `shared` = share of both, the rare ones weighing
    more; `order` = likeness of the two word sequences; `weight` = weight of the words in common; `score` is the
    log-odds that grouping goes by. `meaning` is the cosine where it was asked for.
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
    """Pairs of statements weighed by their words and speakers, in the order of their ids."""
    scale = GramScale(material)
    tokens = {statement.id: material.tokens_in(statement.content) for statement in material.statements}
    grams = {statement.id: scale.weigh(statement.content) for statement in material.statements}
    by_id = {statement.id: statement for statement in material.statements}
    return [
        _weigh(material, (by_id[a], by_id[b]), (tokens[a], tokens[b]), (grams[a], grams[b]))
        for a, b in _candidates(tokens)
    ]


def with_meaning(material: Material, pairs: Sequence[Pair], embedder: Embedder) -> list[Pair]:
    """The same pairs, those of two languages judged by what the embedder says; the others are left alone.

    Only as many statements are embedded as `MOST_EMBEDDED` allows, those first whose speaker, names and figures agree
    best.
    """
    content = {statement.id: statement.content for statement in material.statements}
    language = {id: material.article[span.article].language for id, span in content.items()}
    across = [pair for pair in pairs if language[pair.left] != language[pair.right]]
    if not across:
        return list(pairs)
    across.sort(key=lambda pair: (-ACROSS[pair.fit], -pair.weight, pair.left, pair.right))
    chosen: dict[str, int] = {}
    for pair in across:
        for one in (pair.left, pair.right):
            if one not in chosen and len(chosen) < MOST_EMBEDDED:
                chosen[one] = len(chosen)
    rows = embedder.embed([material.text(content[one]) for one in chosen]) if embedder.crosses_languages else None
    judged = []
    for pair in pairs:
        if language[pair.left] == language[pair.right]:
            judged.append(pair)
        elif rows is not None and pair.left in chosen and pair.right in chosen:
            meaning = float(np.dot(rows[chosen[pair.left]], rows[chosen[pair.right]]))
            judged.append(_by_meaning(pair, meaning, embedder.same_score))
        else:
            judged.append(replace(pair, score=_by_names(material, pair)))
    return judged


def _by_meaning(pair: Pair, meaning: float, same_score: float) -> Pair:
    score = ACROSS["none"] + ACROSS["slope"] * (meaning - same_score) + ACROSS[pair.fit]
    return replace(pair, score=score, meaning=meaning)


def _by_names(material: Material, pair: Pair) -> float:
    """Without a sense of meaning over languages: one speaker, and names and figures in common, or nothing."""
    kept = [
        {t.key: t.weight for t in material.tokens_in(material.statement[id].content) if t.kind in ("name", "number")}
        for id in (pair.left, pair.right)
    ]
    both = sum(weight for key, weight in kept[0].items() if key in kept[1])
    lighter = min(sum(kept[0].values()), sum(kept[1].values()))
    enough = lighter > 0 and both / lighter >= FEWEST_ACROSS and len(kept[0].keys() & kept[1].keys()) > 1
    return 0.5 if enough and pair.fit == "same" else WEIGHTS["none"]


def _candidates(tokens: Mapping[str, Sequence[Token]]) -> Iterator[tuple[str, str]]:
    """All pairs of a small story; of a large one, each statement with those that share its heaviest words."""
    ids = sorted(tokens)
    if len(ids) <= ALL_PAIRS:
        yield from combinations(ids, 2)
        return
    weights = {id: {t.key: t.weight for t in tokens[id] if t.kind != "function"} for id in ids}
    posting: dict[str, list[str]] = defaultdict(list)
    for id in ids:
        for key in weights[id]:
            posting[key].append(id)
    found: set[tuple[str, str]] = set()
    for id in ids:
        near: dict[str, float] = defaultdict(float)
        for key, weight in weights[id].items():
            if len(posting[key]) <= MOST_SHARED:
                for other in posting[key]:
                    near[other] += weight
        near.pop(id, None)
        best = sorted(near, key=lambda other: (-near[other], other))[:NEAREST]
        found.update((min(id, other), max(id, other)) for other in best)
    yield from sorted(found)


def _weigh(
    material: Material,
    statements: tuple[Statement, Statement],
    tokens: tuple[Sequence[Token], Sequence[Token]],
    grams: tuple[Weights, Weights],
) -> Pair:
    left, right = statements
    held, shared = overlap(*grams)
    order = likeness([token.key for token in tokens[0]], [token.key for token in tokens[1]])
    mine = {token.key: token.weight for token in tokens[0]}
    common = {token.key for token in tokens[1]}
    weight = math.fsum(w for key, w in mine.items() if key in common)
    fit = fit_voices(material.voices[left.id], material.voices[right.id])
    score = (
        WEIGHTS["none"] + WEIGHTS["held"] * held + WEIGHTS["shared"] * shared + WEIGHTS["order"] * order + WEIGHTS[fit]
    )
    here = left.content.article == right.content.article
    quoted = (left.form == "direct") != (right.form == "direct")
    if weight < (MUCH if fit == "other" else LITTLE) or order < _least_order(fit, here, quoted):
        score = min(score, WEIGHTS["none"])
    return Pair(left.id, right.id, fit, held, shared, order, weight, score)


def _least_order(fit: Fit, here: bool, quoted: bool) -> float:
    """Likeness of word order below which two statements are not one.

    By their speakers, whether one article has both, and whether one of them alone is a quotation.
    """
    if fit == "other":
        return ORDER_OTHER_HERE if here else ORDER_OTHER
    if not here or fit != "same":
        return 0.0
    return ORDER_QUOTED if quoted else ORDER_HERE

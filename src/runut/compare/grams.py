"""Likeness by runs of letters, the rare ones weighing more: blind to affixes, spelling slips and lost spaces."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from runut.compare.material import FEWEST_SENTENCES, Material
from runut.records.spans import Span
from runut.text.distance import fold_word

SIZE = 5
"""Letters of a run. Runs over words without their spaces keep glued words whole ("menterisiti")."""
LEAST = 0.2
"""Weight of a run that every sentence has."""
_NOT_LETTERS = re.compile(r"[\W_]+")

Weights = Mapping[str, float]


class GramScale:
    """Weights of runs of letters in one story: the fewer of its sentences have one, the heavier it is.

    Source: inverse document frequency, Spärck Jones 1972; character n-grams, Damashek 1995.
    """

    def __init__(self, material: Material) -> None:
        self._material = material
        self._count: Counter[str] = Counter()
        self._sentences = 0
        for found in material.findings:
            for sentence in found.sentences:
                self._sentences += 1
                self._count.update(self._grams(sentence))

    def weigh(self, span: Span) -> Weights:
        """The runs of a span with their weights."""
        sentences = max(self._sentences, FEWEST_SENTENCES)
        return {gram: max(LEAST, math.log((sentences + 1) / (self._count[gram] + 0.5))) for gram in self._grams(span)}

    def _grams(self, span: Span) -> frozenset[str]:
        """Runs of the span's letters; figures stand as their value, so that "six" and "6" are one."""
        shadow = self._material.shadow[span.article]
        parts = []
        for token in self._material.tokens_in(span):
            if token.kind == "number":
                parts.append(token.key)
            elif token.kind == "name":
                parts.append(_NOT_LETTERS.sub("", fold_word(shadow[token.start : token.end])))
            else:
                parts.append(_NOT_LETTERS.sub("", token.word))
        text = "".join(parts)
        return frozenset(text[at : at + SIZE] for at in range(max(1, len(text) - SIZE + 1))) if text else frozenset()


def overlap(left: Weights, right: Weights) -> tuple[float, float]:
    """Shares of weight in common: of the lighter one's, and of both."""
    both = total(weight for gram, weight in left.items() if gram in right)
    mine, theirs = total(left.values()), total(right.values())
    return both / max(0.1, min(mine, theirs)), 2 * both / max(0.1, mine + theirs)


def total(weights: Iterable[float]) -> float:
    """A sum that does not depend on the order of its parts."""
    return math.fsum(weights)

"""Weighted terms of a text: roots of words, heavy where they are rare in news at large.

The weights come from counts shipped beside this module, never from the pile at hand: so an article's terms are the
same whatever it is compared with.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from runut.languages.roots import root_of

_WORD = re.compile(r"[^\W_]+")
COUNTED = ("id", "en")
"""Languages with counts; in others every word weighs the same."""
MOST_KEPT = 200_000
"""Words whose term is kept at hand; beyond that they are looked up anew."""


def words_of_text(text: str) -> list[str]:
    """The words and numbers of a text in order, case folded, marks left out.

    >>> words_of_text("Rp 2.500, kata Sri-Ayu")
    ['rp', '2', '500', 'kata', 'sri', 'ayu']
    """
    return _WORD.findall(text.casefold())


def weigh_terms(words: Sequence[str], language: str, most: int) -> tuple[tuple[str, float], ...]:
    """The `most` heaviest terms of folded words with their weights (unit length), in alphabetical order.

    A term is the root of a word of two letters or more. Its weight is its rarity, times one plus the logarithm of how
    often it stands there.
    """
    table = _terms(language)
    numbers, counts = np.unique(np.array([table[word] for word in words], dtype=np.int64), return_counts=True)
    weights = (1 + np.log(counts)) * table.rarities(numbers)
    found = [(table.terms[n], w) for n, w in zip(numbers.tolist(), weights.tolist(), strict=True) if w > 0]
    if len(found) > most:
        found.sort(key=lambda pair: (-pair[1], pair[0]))
        del found[most:]
    found.sort()
    length = math.sqrt(sum(weight * weight for _, weight in found))
    return tuple((term, weight / length) for term, weight in found)


class _Terms(dict[str, int]):
    """Numbers of terms by word, given when a word is first met; 0 is no term. Numbers never leave this module."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._numbers: dict[str, int] = {"": 0}
        self.terms = [""]
        self._rarities = np.zeros(1024)

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_KEPT:
            self.clear()
        term = root_of(word, self._language) if len(word) > 1 else ""
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self.terms)
            self.terms.append(term)
            if number >= len(self._rarities):
                self._rarities = np.concatenate([self._rarities, np.zeros(number)])
            rarity, unseen = _rarity(self._language)
            self._rarities[number] = rarity.get(term, unseen)
        self[word] = number
        return number

    def rarities(self, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
        """The rarity of each numbered term."""
        return np.asarray(self._rarities[numbers])


@cache
def _terms(language: str) -> _Terms:
    return _Terms(language)


@cache
def _rarity(language: str) -> tuple[dict[str, float], float]:
    """How rare each term is (the logarithm of articles per article that holds it), and a term that was never seen."""
    if language not in COUNTED:
        return {}, 1.0
    counts: Counter[str] = Counter()
    text = files("runut.group").joinpath(f"term_counts_{language}.tsv").read_text(encoding="utf-8")
    total = 1
    for line in text.splitlines()[2:]:
        word, _, count = line.partition("\t")
        if word == "*":
            total = int(count)
        else:
            counts[root_of(word, language)] += int(count)
    rarity = {term: math.log((total + 1) / (min(total, count) + 0.5)) for term, count in counts.items()}
    return rarity, math.log((total + 1) / 1.5)

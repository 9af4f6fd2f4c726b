"""Weighted terms of a text: roots of words, heavy where they are rare in news at large.

The weights come from counts shipped beside this module, never from the pile at hand: so an article's terms are the
same whatever it is compared with.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from runut.languages.roots import root_of
from runut.text.tables import load_table

_WORD = re.compile(r"[^\W_]+")
COUNTED = ("id", "en")
"""Languages with counts; texts in others are weighed by how often a word stands in them alone."""


def words_of_text(text: str) -> list[str]:
    """The words and numbers of a text in order, case folded, marks left out.

    >>> words_of_text("Rp 2.500, kata Sri-Ayu")
    ['rp', '2', '500', 'kata', 'sri', 'ayu']
    """
    return _WORD.findall(text.casefold())


def weigh_terms(counts: Mapping[str, int], language: str, most: int) -> tuple[tuple[str, float], ...]:
    """The `most` heaviest terms with their weights, in alphabetical order; the weights have unit length."""
    rarity, unseen = _rarity(language)
    weighed = [((1 + math.log(count)) * rarity.get(term, unseen), term) for term, count in counts.items()]
    if len(weighed) > most:
        weighed.sort(key=lambda pair: (-pair[0], pair[1]))
        del weighed[most:]
    length = math.sqrt(sum(weight * weight for weight, _ in weighed))
    return tuple(sorted((term, weight / length) for weight, term in weighed)) if length else ()


def roots_of(words: Iterable[str], language: str) -> list[str]:
    """The roots of words, in order; single letters and digits are left out."""
    return [root_of(word, language) for word in words if len(word) > 1]


def rarity_of(word: str, language: str) -> float:
    """How rare a word's root is in news at large: the logarithm of articles per article that holds it."""
    rarity, unseen = _rarity(language)
    return rarity.get(root_of(word, language), unseen)


@cache
def _rarity(language: str) -> tuple[dict[str, float], float]:
    if language not in COUNTED:
        return {}, 1.0
    counts: Counter[str] = Counter()
    total = 1
    for row in load_table("runut.group", f"term_counts_{language}"):
        if row["word"] == "*":
            total = int(row["count"])
        else:
            counts[root_of(row["word"], language)] += int(row["count"])
    rarity = {term: math.log((total + 1) / (min(total, count) + 0.5)) for term, count in counts.items()}
    return rarity, math.log((total + 1) / 1.5)

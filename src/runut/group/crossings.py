"""How alike two articles in different languages are: by names, numbers, days, and words that sound alike.

No dictionary and no model: what crosses a border between languages as it is. Made for few joins that are right.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from runut.group.days import day_number
from runut.group.linkage import Edge
from runut.group.sparse import make_index
from runut.records.groups import Signature

WINDOW_DAYS = 4
"""News crosses languages within days."""
LEAST_ECHO = 0.05
LEAST = 0.5
"""Weaker likenesses are left out: a wrong join of two languages costs more than a missed one. On pages made of every
other sentence of translated agency news on one war (240 of each language) seven in ten joins from here on are right."""
ECHOES, NAMES, NAMED, FIGURES, CONSTANT = 16.0, 6.5, 1.1, 1.0, -7.0
"""Logistic regression on those pages: cosine of sound keys, share of names in common, their weight, common figures."""
DAYS_APART, UNDATED = -1.6, -0.5
HEAVIEST_NAMES = 12.0

_VOWELS = re.compile("[aeiouy]+")
_DOUBLE = re.compile(r"(.)\1+")
_COUNTRY = re.compile("[A-Z]{3}")
_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("qu", "k"), ("ch", "k"), ("kh", "k"), ("c", "k"), ("x", "ks"), ("v", "f"), ("z", "s"),
    ("th", "t"), ("gh", "g"), ("sh", "s"),
)  # fmt: skip
SHORTEST = 5


def sound_key(term: str) -> str:
    """First letter and next four consonants of a longer word, spelt one way; short ones and numbers as they are.

    >>> sound_key("inflation"), sound_key("inflasi")[:4], sound_key("2025")
    ('inflt', 'infl', '2025')
    """
    if len(term) < SHORTEST or not term.isalpha():
        return term
    for spelling, sound in _SOUNDS:
        term = term.replace(spelling, sound)
    return term[:1] + _DOUBLE.sub(r"\1", _VOWELS.sub("", term[1:]))[:4]


def crossings(ordered: Sequence[Signature]) -> Iterator[Edge]:
    """Pairs of different languages, as (earlier index, later index, likeness); `ordered` as in `likenesses`."""
    languages = np.array([signature.language for signature in ordered])
    if len(set(languages.tolist())) < 2:
        return
    echoes = make_index([_echoes(signature) for signature in ordered])
    numbers = [day_number(signature.day) for signature in ordered]
    days = np.array([np.inf if number is None else number for number in numbers])
    for right, signature in enumerate(ordered):
        begin = int(np.searchsorted(days, days[right] - WINDOW_DAYS)) if np.isfinite(days[right]) else 0
        lefts, cosines = echoes.near(right, begin, LEAST_ECHO)
        for left, cosine in zip(lefts.tolist(), cosines.tolist(), strict=True):
            if languages[left] != languages[right]:
                chance = _chance(ordered[left], signature, cosine, days[left], days[right])
                if chance >= LEAST:
                    yield left, right, chance


def _echoes(signature: Signature) -> list[tuple[str, float]]:
    keys: dict[str, float] = {}
    for term, weight in signature.terms:
        key = sound_key(term)
        keys[key] = keys.get(key, 0.0) + weight
    length = sum(weight * weight for weight in keys.values()) ** 0.5
    return [(key, weight / length) for key, weight in keys.items()]


def _chance(left: Signature, right: Signature, echo: float, left_day: float, right_day: float) -> float:
    ours, theirs = set(left.names), set(right.names)
    common = _weight(ours & theirs)
    share = common / ((_weight(ours) * _weight(theirs)) ** 0.5 or 1.0)
    figures = min(2, len(set(left.figures) & set(right.figures)))
    score = ECHOES * echo + NAMES * share + NAMED * min(common, HEAVIEST_NAMES) / 6 + FIGURES * figures + CONSTANT
    known = np.isfinite(left_day) and np.isfinite(right_day)
    score += DAYS_APART * float(np.log1p(abs(left_day - right_day))) if known else UNDATED
    return float(1 / (1 + np.exp(-score)))


def _weight(names: set[str]) -> float:
    """Countries weigh one, what the tables know two, other names two for each of their first two words."""
    return sum(1.0 if _COUNTRY.fullmatch(name) else 2.0 * min(2, name.count(" ") + 1) for name in sorted(names))

"""How alike two articles are as tellings of one happening, 0 to 1."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from runut.group.days import day_number
from runut.group.linkage import Edge
from runut.group.sparse import make_index
from runut.records.groups import Signature

Floats = NDArray[np.float64]

WINDOW_DAYS = 14
"""A running matter is followed over two weeks; what comes later joins through what lies between."""
LEAST_COSINE = 0.1
"""Pairs below are not looked at: none of the judged pairs of one happening lies there."""
LEAST_SCORE = -3.0
"""Log odds below which a likeness (0.05) is left out: it joins nothing, and a pile has many."""
HOPE = 0.75
"""What names and named days may still add to a likeness that is looked at closely: half of what they can."""
LEAD, TERMS, DAYS_APART, DAYS_NAMED, NAMES, CONSTANT = 4.84, 5.35, -1.64, 0.75, 0.72, -4.8
"""Logistic regression on judged Indonesian pairs and on ten stories: cosine of leads, cosine of terms, logarithm of the
days apart, share of named days and of names in common."""
OFFSETS = {"en": 2.3}
"""Added for a language whose term counts come from fewer and shorter texts, so that likenesses of one meaning have one
value."""
UNDATED_GAP = 0.3
"""What stands for the logarithm of the days apart where one article has no date."""
NEAR_DAYS = 3
"""Days apart up to which an inferred day counts as no day: it is seldom off by more, and often by one or two."""


def likenesses(ordered: Sequence[Signature]) -> Iterator[Edge]:
    """Pairs of one language that share weighty terms, as (earlier index, later index, likeness).

    `ordered` is by day and id, undated last.

    Depends on nothing but the two articles, save that in a very large pile a term brings up only the nearest articles
    that hold it.
    """
    terms = make_index([signature.terms for signature in ordered])
    leads = make_index([signature.lead for signature in ordered])
    numbers = [day_number(signature.day) for signature in ordered]
    days = np.array([np.inf if number is None else number for number in numbers])
    inferred = np.array([signature.inferred for signature in ordered], dtype=bool)
    languages = np.array([signature.language for signature in ordered])
    named = [frozenset(signature.days) for signature in ordered]
    names = [frozenset(signature.names) for signature in ordered]
    for right, signature in enumerate(ordered):
        begin = int(np.searchsorted(days, days[right] - WINDOW_DAYS)) if np.isfinite(days[right]) else 0
        lefts, cosines = terms.near(right, begin, LEAST_COSINE)
        same = languages[lefts] == languages[right]
        lefts, cosines = lefts[same], cosines[same]
        if not len(lefts):
            continue
        score = LEAD * leads.cosines(right, lefts) + TERMS * cosines + CONSTANT + OFFSETS.get(signature.language, 0.0)
        score += DAYS_APART * _gaps(days[lefts], days[right], inferred[lefts] | inferred[right])
        hopeful = score >= LEAST_SCORE - HOPE
        for left, value in zip(lefts[hopeful].tolist(), score[hopeful].tolist(), strict=True):
            value += DAYS_NAMED * _within(named[left], named[right]) + NAMES * _common(names[left], names[right])
            if value >= LEAST_SCORE:
                yield left, right, 1 / (1 + math.exp(-value))


def _gaps(lefts: Floats, right: float, inferred: NDArray[np.bool_]) -> Floats:
    known = np.isfinite(lefts) & np.isfinite(right)
    apart = np.abs(np.where(known, lefts, 0.0) - (right if np.isfinite(right) else 0.0))
    gaps = np.where(known, np.log1p(apart), UNDATED_GAP)
    return np.where(inferred & (apart <= NEAR_DAYS), np.minimum(gaps, UNDATED_GAP), gaps)


def _common(left: frozenset[str], right: frozenset[str]) -> float:
    """How many names both have, against the mean of how many each has."""
    return len(left & right) / ((len(left) * len(right)) ** 0.5 or 1.0)


def _within(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the days that the one names which the other names too, seen from the one that names fewer."""
    return len(left & right) / (min(len(left), len(right)) or 1)

"""How alike two articles are, as tellings of one happening and as parts of one running matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from runut.records.groups import Signature

WINDOW_DAYS = 14
MOST_POSTINGS = 2_000
LEAST = 0.06


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles by index, and how alike they are as story and as storyline, 0..1."""

    left: int
    right: int
    story: float
    storyline: float


def likenesses(ordered: Sequence[Signature]) -> list[Likeness]:
    """Likeness of all pairs that share weighty terms; `ordered` by day and id, undated last."""
    found = []
    for right, (lefts, cosines) in enumerate(_cosines(ordered)):
        for left, cosine in zip(lefts.tolist(), cosines.tolist(), strict=True):
            found.append(Likeness(left, right, cosine, cosine))
    return found


def _cosines(ordered: Sequence[Signature]) -> list[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    numbers = {term: n for n, term in enumerate(sorted({t for s in ordered for t, _ in s.terms}))}
    postings: list[list[int]] = [[] for _ in numbers]
    weights: list[list[float]] = [[] for _ in numbers]
    days = [_ordinal(s.day) for s in ordered]
    found = []
    low = 0
    for at, signature in enumerate(ordered):
        day = days[at]
        if day is not None:
            while days[low] is not None and day - (days[low] or 0) > WINDOW_DAYS:
                low += 1
        begin = low if day is not None else 0
        scores = np.zeros(at - begin)
        for term, weight in signature.terms:
            number = numbers[term]
            members = np.array(postings[number][-MOST_POSTINGS:], dtype=np.int64)
            if len(members):
                values = np.array(weights[number][-MOST_POSTINGS:])
                inside = members >= begin
                scores[members[inside] - begin] += weight * values[inside]
            postings[number].append(at)
            weights[number].append(weight)
        near = np.flatnonzero(scores >= LEAST)
        found.append((near + begin, scores[near]))
    return found


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None

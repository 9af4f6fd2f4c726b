"""Pairs of articles that may share text, from sentences and fingerprints that both have."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from runut.group.days import day_number
from runut.group.words import Hashes
from runut.records.groups import Signature

Indexes = NDArray[np.int64]

WINDOW_DAYS = 7
"""Copies of news appear within days (median 3 hours on the Indonesian stream); undated articles meet all others."""
MOST_SHARING = 50
"""A fingerprint or sentence of more articles than this says nothing about any two of them."""
MOST_IN_OUTLET = 20
"""One that stands in more articles than this of one outlet is that outlet's furniture, not news."""
LEAST_FINGERPRINTS = 2
LEAST_SHARE = 0.04
"""Share of the shorter text's fingerprints from which a pair is looked at: finds all but 1 % of the pairs that share a
tenth of their shingles, at some three looked at in vain for each found."""
ANY_DAY = -1


def candidate_pairs(signatures: Sequence[Signature]) -> list[tuple[int, int]]:
    """Index pairs (smaller first, sorted) of articles that share a long sentence or enough fingerprints."""
    if len(signatures) < 2:
        return []
    outlets = _numbered([signature.outlet or signature.article for signature in signatures])
    pairs, shared = _sharing([signature.fingerprints for signature in signatures], outlets)
    counts = np.array([max(1, len(signature.fingerprints)) for signature in signatures])
    shorter = np.minimum(counts[pairs // len(signatures)], counts[pairs % len(signatures)])
    enough = pairs[(shared >= LEAST_FINGERPRINTS) & (shared >= LEAST_SHARE * shorter)]
    by_sentence, _ = _sharing([signature.sentences for signature in signatures], outlets)
    found = np.union1d(enough, by_sentence)
    left, right = found // len(signatures), found % len(signatures)
    near = _within_days(signatures, left, right)
    return list(zip(left[near].tolist(), right[near].tolist(), strict=True))


def _numbered(names: Sequence[str]) -> Indexes:
    numbers = {name: number for number, name in enumerate(sorted(set(names)))}
    return np.array([numbers[name] for name in names], dtype=np.int64)


def _sharing(hashes: Sequence[tuple[int, ...]], outlets: Indexes) -> tuple[Indexes, Indexes]:
    """Pairs as `left * count + right`, each once and sorted, and how many hashes they share."""
    count = len(hashes)
    sizes = [len(each) for each in hashes]
    owners = np.repeat(np.arange(count, dtype=np.int64), sizes)
    values: Hashes = np.fromiter((h for each in hashes for h in each), dtype=np.uint64, count=sum(sizes))
    order = np.lexsort((owners, values))
    values, owners = values[order], owners[order]
    if len(values) > 1:
        fresh = np.r_[True, (values[1:] != values[:-1]) | (owners[1:] != owners[:-1])]
        values, owners = values[fresh], owners[fresh]
    starts = np.flatnonzero(np.r_[True, values[1:] != values[:-1]]) if len(values) else np.empty(0, dtype=np.int64)
    lengths = np.diff(np.r_[starts, len(values)])
    useful = (lengths > 1) & (lengths <= MOST_SHARING)
    found = []
    for size in np.unique(lengths[useful]).tolist():
        rows = owners[starts[useful & (lengths == size)][:, None] + np.arange(size)]
        if size > MOST_IN_OUTLET:
            rows = rows[[_is_news(outlets[row]) for row in rows]]
        first, second = np.triu_indices(size, 1)
        found.append((rows[:, first] * count + rows[:, second]).ravel())
    if not found:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    pairs, shared = np.unique(np.concatenate(found), return_counts=True)
    return pairs, shared


def _is_news(outlets: Indexes) -> bool:
    return int(np.unique(outlets, return_counts=True)[1].max()) <= MOST_IN_OUTLET


def _within_days(signatures: Sequence[Signature], left: Indexes, right: Indexes) -> NDArray[np.bool_]:
    numbers = [day_number(signature.day) for signature in signatures]
    days = np.array([ANY_DAY if number is None else number for number in numbers], dtype=np.int64)
    first, second = days[left], days[right]
    return np.asarray((first < 0) | (second < 0) | (np.abs(first - second) <= WINDOW_DAYS))

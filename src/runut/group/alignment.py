"""Which words two texts share, in spans: exact runs as seeds, joined over small edits."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from runut.group.words import SHINGLE, Hashes, hash_words, shingle_hashes
from runut.records.article import Article
from runut.text.places import parts_of
from runut.text.quotes import pair_quotes
from runut.text.shadow import make_shadow

_WORD = re.compile(r"[^\W_]+")

EDIT_WORDS = 6
"""Words that may be changed, left out or added inside one span: a copied sentence with a name or a date replaced."""
SPAN_WORDS = 8
"""Words from which a shared run counts as a span; shorter ones are set phrases and names with their titles."""

MOST_RUNS = 400
"""Longest runs looked at, so that a text of one repeated phrase costs no more than any other."""


@dataclass(frozen=True, slots=True)
class Words:
    """An article's prose in words: hashes, offsets in the article's text, and whether each stands in a quotation."""

    hashes: Hashes
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    quoted: NDArray[np.bool_]
    shingles: Hashes
    distinct: Hashes


@dataclass(frozen=True, slots=True)
class SharedSpan:
    """Words `left_start:left_end` and `right_start:right_end` that correspond; `same` of them are equal.

    `own` counts the equal words that stand outside quotation marks on both sides.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    same: int
    own: int


def make_words(article: Article) -> Words:
    """The words of the prose (standfirst and body) of an article."""
    shadow = make_shadow(article.text)
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    quoted: list[tuple[int, int]] = []
    for part in parts_of(article, "standfirst", "body"):
        for match in _WORD.finditer(shadow, part.start, part.end):
            texts.append(match[0].casefold())
            spans.append(match.span())
        for line in re.finditer(r"[^\n]+", shadow[part.start : part.end]):
            start, end = part.start + line.start(), part.start + line.end()
            quoted += [(quote.start, quote.end) for quote in pair_quotes(shadow, start, end)]
    offsets = np.array(spans, dtype=np.int64).reshape(-1, 2)
    inside = np.zeros(len(spans), dtype=np.bool_)
    for start, end in quoted:
        inside[np.searchsorted(offsets[:, 0], start) : np.searchsorted(offsets[:, 0], end)] = True
    hashes = hash_words(texts)
    shingles = shingle_hashes(hashes)
    return Words(hashes, offsets[:, 0], offsets[:, 1], inside, shingles, np.unique(shingles))


def containment(left: Words, right: Words) -> tuple[float, float]:
    """The share of the left's and of the right's distinct five-word shingles that the other has too."""
    if not len(left.distinct) or not len(right.distinct):
        return 0.0, 0.0
    shared = len(np.intersect1d(left.distinct, right.distinct, assume_unique=True))
    return shared / len(left.distinct), shared / len(right.distinct)


def shared_spans(left: Words, right: Words) -> list[SharedSpan]:
    """Spans of words that both texts have, in the left's order, disjoint on both sides.

    Longest exact runs first, each word used once; runs that follow each other on both sides with few words between
    them become one span.

    Source: seed and extend over shared n-grams, as in passim (Smith, Cordell and Mullen 2015).
    """
    runs = _disjoint(_runs(left.shingles, right.shingles))
    spans: list[list[int]] = []
    for start, other, length in sorted(runs):
        last = spans[-1] if spans else None
        if last and start - last[1] <= EDIT_WORDS and 0 <= other - last[3] <= EDIT_WORDS:
            last[1], last[3] = start + length, other + length
            last[4] += length
            last[5] += _own(left, right, start, other, length)
        else:
            spans.append(
                [start, start + length, other, other + length, length, _own(left, right, start, other, length)]
            )
    return [SharedSpan(*span) for span in spans if span[4] >= SPAN_WORDS]


def _own(left: Words, right: Words, start: int, other: int, length: int) -> int:
    return int(np.count_nonzero(~(left.quoted[start : start + length] | right.quoted[other : other + length])))


def _runs(left: Hashes, right: Hashes) -> list[tuple[int, int, int]]:
    """Maximal runs of equal words of five or more: (start left, start right, words)."""
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    low, high = np.searchsorted(ordered, left, "left"), np.searchsorted(ordered, left, "right")
    counts = np.minimum(high - low, 4)
    at = np.repeat(np.arange(len(left)), counts)
    if not len(at):
        return []
    steps = np.arange(len(at)) - np.repeat(np.cumsum(counts) - counts, counts)
    other = order[np.repeat(low, counts) + steps]
    by_diagonal = np.lexsort((at, at - other))
    at, other = at[by_diagonal], other[by_diagonal]
    breaks = np.flatnonzero((np.diff(at) != 1) | (np.diff(at - other) != 0)) + 1
    starts, ends = np.r_[0, breaks], np.r_[breaks, len(at)]
    return [
        (int(at[s]), int(other[s]), int(e - s) + SHINGLE - 1)
        for s, e in zip(starts.tolist(), ends.tolist(), strict=True)
    ]


def _disjoint(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Longest first, cut to what is still free on both sides."""
    kept: list[tuple[int, int, int]] = []
    for start, other, length in sorted(runs, key=lambda run: (-run[2], run[0], run[1]))[:MOST_RUNS]:
        for had, had_other, had_length in kept:
            shift = max(0, had + had_length - start if had <= start else 0)
            shift = max(shift, had_other + had_length - other if had_other <= other else 0)
            start, other, length = start + shift, other + shift, length - shift
            if had >= start:
                length = min(length, had - start)
            if had_other >= other:
                length = min(length, had_other - other)
            if length < SHINGLE - 1:
                break
        else:
            kept.append((start, other, length))
    return kept

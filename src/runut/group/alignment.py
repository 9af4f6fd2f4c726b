"""Which words two texts share, in spans: exact runs as seeds, joined over small edits."""

import itertools
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from runut.group.words import SHINGLE, Hashes, hash_words, shingle_hashes
from runut.records.article import Article
from runut.text.places import parts_of
from runut.text.quotes import pair_quotes
from runut.text.shadow import make_shadow

Indexes = NDArray[np.int64]

_WORDS = re.compile(r"([^\W_]+)")
_MARK = re.compile('[“”„«»"]')

EDIT_WORDS = 6
"""Words that may be changed, left out or added inside one span: a copied sentence with a name or a date replaced."""
SPAN_WORDS = 8
"""Words from which a shared run counts as a span; shorter ones are set phrases and names with their titles."""
MOST_RUNS = 400
"""Longest runs looked at, so that a text of one repeated phrase costs no more than any other."""
MOST_REPEATS = 4
"""Places of one shingle that are looked at in a text."""


@dataclass(frozen=True, slots=True)
class Words:
    """An article's prose in words: hashes, offsets in the article's text, whether each stands in a quotation.

    `shingles` in the order of the text, `order` sorts them, `distinct` is how many there are.
    """

    hashes: Hashes
    starts: Indexes
    ends: Indexes
    quoted: NDArray[np.bool_]
    shingles: Hashes
    order: Indexes
    distinct: int


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


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles share: the share of the left's and of the right's distinct shingles, and the spans."""

    containment: tuple[float, float]
    spans: tuple[SharedSpan, ...]


def make_words(article: Article) -> Words:
    """The words of the prose (standfirst and body) of an article."""
    shadow = make_shadow(article.text)
    texts: list[str] = []
    sizes: list[int] = []
    at = 0
    for part in parts_of(article, "standfirst", "body"):
        pieces = _WORDS.split(shadow[part.start : part.end])
        if len(pieces) > 1:
            texts += pieces[1::2]
            sizes.append(part.start - at + len(pieces[0]))
            sizes += map(len, pieces[1:-1])
            at = part.end - len(pieces[-1])
    return _words(texts, _offsets(sizes), _quotes(shadow, article))


def _offsets(sizes: list[int]) -> Indexes:
    """Start and end of each word from the lengths of gaps and words in turn."""
    return np.cumsum(np.array(sizes, dtype=np.int64)).reshape(-1, 2)


def _quotes(shadow: str, article: Article) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for part in parts_of(article, "standfirst", "body"):
        start = part.start
        for line in shadow[part.start : part.end].split("\n"):
            if _MARK.search(line):
                found += [(quote.start, quote.end) for quote in pair_quotes(shadow, start, start + len(line))]
            start += len(line) + 1
    return found


def _words(texts: list[str], offsets: Indexes, quotes: list[tuple[int, int]]) -> Words:
    starts, ends = offsets[:, 0], offsets[:, 1]
    quoted = np.zeros(len(texts), dtype=np.bool_)
    if quotes:
        bounds = np.searchsorted(starts, np.array(quotes, dtype=np.int64))
        for first, last in bounds.tolist():
            quoted[first:last] = True
    hashes = hash_words("\0".join(texts).casefold().split("\0")) if texts else hash_words(())
    shingles = shingle_hashes(hashes)
    order = np.argsort(shingles, kind="stable")
    ordered = shingles[order]
    distinct = int(np.count_nonzero(ordered[1:] != ordered[:-1])) + 1 if len(ordered) else 0
    return Words(hashes, starts, ends, quoted, shingles, order, distinct)


def compare_words(left: Words, right: Words) -> Shared:
    """What the two texts share. Spans come in the left's order and are disjoint on both sides.

    Longest exact runs first, each word used once; runs that follow each other on both sides with few words between
    them become one span.

    Source: seed and extend over shared n-grams, as in passim (Smith, Cordell and Mullen 2015).
    """
    if not left.distinct or not right.distinct:
        return Shared((0.0, 0.0), ())
    ordered = right.shingles[right.order]
    low = np.searchsorted(ordered, left.shingles, "left")
    high = np.searchsorted(ordered, left.shingles, "right")
    shared = len(np.unique(left.shingles[high > low]))
    spans = _joined(_disjoint(_runs(low, high, right.order)), left, right)
    return Shared((shared / left.distinct, shared / right.distinct), spans)


def _runs(low: Indexes, high: Indexes, order: Indexes) -> list[tuple[int, int, int]]:
    """Maximal runs of equal words of five or more: (start left, start right, words)."""
    counts = np.minimum(high - low, MOST_REPEATS)
    at = np.repeat(np.arange(len(counts)), counts)
    if not len(at):
        return []
    steps = np.arange(len(at)) - np.repeat(np.cumsum(counts) - counts, counts)
    other = order[np.repeat(low, counts) + steps]
    by_diagonal = np.lexsort((at, at - other))
    at, other = at[by_diagonal], other[by_diagonal]
    breaks = (np.flatnonzero((np.diff(at) != 1) | (np.diff(other) != 1)) + 1).tolist()
    bounds = [0, *breaks, len(at)]
    return [(int(at[start]), int(other[start]), end - start + SHINGLE - 1) for start, end in itertools.pairwise(bounds)]


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
    return sorted(kept)


def _joined(runs: list[tuple[int, int, int]], left: Words, right: Words) -> tuple[SharedSpan, ...]:
    spans: list[list[int]] = []
    for start, other, length in runs:
        quoted = left.quoted[start : start + length] | right.quoted[other : other + length]
        own = length - int(np.count_nonzero(quoted))
        last = spans[-1] if spans else None
        if last and start - last[1] <= EDIT_WORDS and 0 <= other - last[3] <= EDIT_WORDS:
            last[1], last[3] = start + length, other + length
            last[4] += length
            last[5] += own
        else:
            spans.append([start, start + length, other, other + length, length, own])
    return tuple(SharedSpan(*span) for span in spans if span[4] >= SPAN_WORDS)

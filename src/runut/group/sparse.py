"""Sparse vectors by rows and by columns, and the cosines of one row with the rows before it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indexes = NDArray[np.int64]

MOST_POSTINGS, MOST_NEAR = 500, 300
"""Rows before it that a term brings up for a row (the nearest), and rows that come near at most (the most alike). They
bound the cost of a row in a pile of any size."""


@dataclass(frozen=True, slots=True)
class Index:
    """Unit vectors: `starts[row]:starts[row + 1]` are a row's entries in `columns` and `weights`.

    `keys` are `column * rows + row`, ascending, of the same entries by column; `places` says where a row's entry stands
    there, `by_column` are the weights in that order. `scratch` holds one number a column, all 0 between two questions.
    """

    starts: Indexes
    columns: Indexes
    weights: Floats
    keys: Indexes
    places: Indexes
    by_column: Floats
    scratch: Floats

    @property
    def rows(self) -> int:
        """How many vectors there are."""
        return len(self.starts) - 1

    def near(self, row: int, begin: int, least: float) -> tuple[Indexes, Floats]:
        """The rows from `begin` to before `row` of cosine `least` or more with it, ascending, and the cosines."""
        entries = slice(self.starts[row], self.starts[row + 1])
        ends = self.places[entries]
        lows = np.searchsorted(self.keys, self.columns[entries] * self.rows + begin)
        lows = np.maximum(lows, ends - MOST_POSTINGS)
        counts = ends - lows
        at = _ranges(lows, counts)
        others = self.keys[at] % self.rows - begin
        products = self.by_column[at] * np.repeat(self.weights[entries], counts)
        sums = np.bincount(others, products, row - begin)
        found = np.flatnonzero(sums >= least / 2)
        if len(found) > MOST_NEAR:
            found = np.sort(found[np.lexsort((-found, -sums[found]))[:MOST_NEAR]])
        found = (found + begin).astype(np.int64)
        cosines = self.cosines(row, found)
        near = cosines >= least
        return found[near], cosines[near]

    def cosines(self, row: int, others: Indexes) -> Floats:
        """The cosines of one row with each of `others`."""
        entries = slice(self.starts[row], self.starts[row + 1])
        self.scratch[self.columns[entries]] = self.weights[entries]
        lows, counts = self.starts[others], self.starts[others + 1] - self.starts[others]
        at = _ranges(lows, counts)
        owners = np.repeat(np.arange(len(others)), counts)
        sums = np.bincount(owners, self.scratch[self.columns[at]] * self.weights[at], len(others))
        self.scratch[self.columns[entries]] = 0.0
        return sums.astype(np.float64)


def _ranges(lows: Indexes, counts: Indexes) -> Indexes:
    """The numbers `low` to `low + count - 1` of each pair, one after the other."""
    total = int(counts.sum())
    return np.arange(total) + np.repeat(lows - np.cumsum(counts) + counts, counts)


def make_index(vectors: Sequence[Sequence[tuple[str, float]]]) -> Index:
    """The index of sparse vectors; a column for each term, in alphabetical order."""
    numbers = {term: number for number, term in enumerate(sorted({term for vector in vectors for term, _ in vector}))}
    sizes = np.array([len(vector) for vector in vectors], dtype=np.int64)
    starts = np.r_[np.int64(0), np.cumsum(sizes)]
    columns = np.fromiter((numbers[term] for vector in vectors for term, _ in vector), np.int64, int(starts[-1]))
    weights = np.fromiter((weight for vector in vectors for _, weight in vector), np.float64, int(starts[-1]))
    keys = columns * len(vectors) + np.repeat(np.arange(len(vectors)), sizes)
    order = np.argsort(keys)
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return Index(starts, columns, weights, keys[order], places, weights[order], np.zeros(len(numbers)))

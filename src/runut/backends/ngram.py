"""Hashed character n-grams: an embedder without weights, for machines where nothing else loads."""

from collections.abc import Sequence

import numpy as np
import xxhash
from numpy.typing import NDArray

DIMENSIONS = 1024
"""Power of two; doubling it changed no alignment on the development stories, halving it merged unlike short ones."""


class NgramEmbedder:
    """Counts of 3- to 5-grams of the folded text, hashed with a sign into `DIMENSIONS`, damped and scaled to length 1.

    Source: the hashing trick, Weinberger et al. 2009.
    """

    name = f"ngram-3-5-{DIMENSIONS}"
    same_score = 0.55
    crosses_languages = False

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit-length row for each text, in order; a text without letters gives zeros."""
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            folded = f" {' '.join(text.lower().split())} "
            for size in (3, 4, 5):
                for at in range(len(folded) - size + 1):
                    key = xxhash.xxh32_intdigest(folded[at : at + size].encode("utf-8", "surrogatepass"))
                    row[key % DIMENSIONS] += 1.0 if key & 0x80000000 else -1.0
            np.copyto(row, np.sign(row) * np.sqrt(np.abs(row)))
            length = float(np.linalg.norm(row))
            if length:
                row /= length
        return rows

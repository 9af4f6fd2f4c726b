"""How far two word sequences are from each other, and where they differ; knows no language."""

import re
import unicodedata
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel, Levenshtein

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")

_SEAM = re.compile(r"[^\W\d_A-Z](?=[A-Z][a-z])|[A-Z]{3}(?=[a-z]{4})")
"""Where a page glued two words when it lost the space of a link: "KebudayaanSiti", "APBNsepanjang"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a number as it stands in a text: folded, and its offsets there."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """Items `left_start:left_end` of one sequence where the other has `right_start:right_end`; either may be empty."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """Lower case without accents, apostrophes as one mark.

    >>> fold_word("Ma’ruf"), fold_word("É")
    ("ma'ruf", 'e')
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Words and numbers of `text[start:end]`, with offsets in `text`. A number keeps its points and commas.

    Words that a page glued together are cut where a capital begins.

    >>> [word.folded for word in words_of("MenteriSiti tiba 2.500")]
    ['menteri', 'siti', 'tiba', '2.500']
    """
    end = len(text) if end is None else end
    found = []
    for match in _WORD.finditer(text, start, end):
        begin = match.start()
        for seam in _SEAM.finditer(match[0]):
            found.append(Word(fold_word(text[begin : match.start() + seam.end()]), begin, match.start() + seam.end()))
            begin = match.start() + seam.end()
        found.append(Word(fold_word(text[begin : match.end()]), begin, match.end()))
    return found


def changes(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Change]:
    """Where `right` departs from `left`, in order: replaced, left out (right empty) and added (left empty) runs.

    Neighbouring deletions and insertions are one change.

    Source: longest common subsequence (insertion-deletion distance), as in rapidfuzz.
    """
    found: list[Change] = []
    for op in Indel.opcodes(left, right):
        if op.tag == "equal":
            continue
        last = found[-1] if found else None
        if last and last.left_end == op.src_start and last.right_end == op.dest_start:
            found[-1] = Change(last.left_start, op.src_end, last.right_start, op.dest_end)
        else:
            found.append(Change(op.src_start, op.src_end, op.dest_start, op.dest_end))
    return found


def likeness(left: Sequence[Hashable], right: Sequence[Hashable]) -> float:
    """Share of items in their order that two sequences have in common, 0..1 (insertion-deletion similarity)."""
    return float(Indel.normalized_similarity(left, right)) if left and right else 0.0


def near_spelling(left: str, right: str) -> bool:
    """Whether two folded words are spellings of one: one letter in five or more, or two in nine or more.

    >>> near_spelling("baretta", "bareta"), near_spelling("rudal", "modal")
    (True, False)
    """
    shorter = min(len(left), len(right))
    allowed = 2 if shorter >= 9 else 1 if shorter >= 5 else 0
    return left == right or (allowed > 0 and Levenshtein.distance(left, right, score_cutoff=allowed) <= allowed)

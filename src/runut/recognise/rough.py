"""A quick look at a stretch of text, to pass over what cannot matter to a recogniser."""

from functools import lru_cache

_KEPT = 512
"""Stretches whose words are kept: several recognisers look at each sentence of an article, one after the other."""
_MARKS = str.maketrans(dict.fromkeys('.,;:!?()[]"“”‘—–…/%*\u00a0\n', " "))


@lru_cache(maxsize=_KEPT)
def rough_words(shadow: str, start: int, end: int) -> frozenset[str]:
    """The words of a stretch in small letters, without marks around them, and the parts of hyphened ones."""
    words = set(shadow[start:end].lower().translate(_MARKS).split())
    return frozenset(words.union(part for word in words if "-" in word for part in word.split("-")))

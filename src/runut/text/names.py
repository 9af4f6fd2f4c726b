"""Names as sets of folded words, so that spellings and short forms can be compared; knows no language."""

import re
import unicodedata
from functools import lru_cache

_PARTS = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´ʼ")


@lru_cache(maxsize=20_000)
def name_sequence(name: str) -> tuple[str, ...]:
    """The words of a name in order, without case, accents, apostrophes and marks; hyphens part words.

    >>> name_sequence("Chang Ho-jin, Ma’ruf Erdoğan")
    ('chang', 'ho', 'jin', 'maruf', 'erdogan')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES)).casefold()
    return tuple(_PARTS.findall("".join(char for char in plain if not unicodedata.combining(char))))


def name_words(name: str) -> frozenset[str]:
    """The words of a name as a set, folded as in `name_sequence`."""
    return frozenset(name_sequence(name))

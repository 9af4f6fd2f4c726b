"""Quotations in single marks, as many British papers print them, given double ones; offsets stay."""

import re
from collections.abc import Iterator

_LEAST_WORDS = 3
"""Words from which what stands between single marks shows that a text quotes with them."""
_MANY = 4
"""Quotations in single marks for each double mark outside them, from which a text quotes with single ones."""
_SINGLE = re.compile(r"(?P<open>(?<![^\s(\[–—])[‘'](?=[^\W_]|[“\"(\[…]))|(?P<close>[’'](?![^\W_]))")
_DOUBLE = re.compile('[“”"„«»]')
_STOPS = ",.!?…"
_BEHIND = ",.;:?!)"
_INNER = str.maketrans({"“": "‘", "„": "‘", "«": "‘", "”": "’", "»": "’", '"': "'"})


def with_double_marks(shadow: str) -> str:
    """`shadow` with double marks around what it quotes in single ones, where those are its marks of quotation.

    Double marks within become single. Nothing changes in a text that quotes with double marks, nor one whose single
    marks are apostrophes or hold words of one or two.

    >>> with_double_marks("‘The workers’ hall is shut,’ said Marsh.")
    '“The workers’ hall is shut,” said Marsh.'
    >>> with_double_marks("The club's 'Red Nine' sang: “Come here.”")
    "The club's 'Red Nine' sang: “Come here.”"
    """
    if "‘" not in shadow and "'" not in shadow:
        return shadow
    pairs = [pair for line in re.finditer(r"[^\n]+", shadow) for pair in _pairs(shadow, *line.span())]
    spoken = sum(surely and len(shadow[start:end].split()) >= _LEAST_WORDS for start, end, surely in pairs)
    if not spoken or spoken < _MANY * _outside(shadow, pairs):
        return shadow
    pieces, at = [], 0
    for start, end, _ in pairs:
        closed = shadow[end : end + 1] in ("’", "'")
        pieces += [shadow[at:start], "“", shadow[start + 1 : end].translate(_INNER), "”" * closed]
        at = end + closed
    return "".join(pieces) + shadow[at:]


def _pairs(shadow: str, first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """Offsets of the marks of each pair in a line, and whether a stop shows that the second one closes.

    A mark behind a letter may be an apostrophe ("workers’"): it closes only where none beside a stop follows. A line
    that opens with a mark which nothing closes is quoted to its end, as where speech goes on in the next one.
    """
    start, doubtful = -1, -1
    for mark in _SINGLE.finditer(shadow, first, last):
        at = mark.start()
        if mark["open"]:
            if doubtful >= 0:
                yield start, doubtful, False
            start, doubtful = at, -1
        elif start >= 0 and (shadow[at - 1] in _STOPS or shadow[at + 1 : at + 2] in tuple(_BEHIND)):
            yield start, at, True
            start = doubtful = -1
        elif start >= 0 and doubtful < 0:
            doubtful = at
    if doubtful >= 0 or (start >= 0 and not shadow[first:start].strip()):
        yield start, doubtful if doubtful >= 0 else last, False


def _outside(shadow: str, pairs: list[tuple[int, int, bool]]) -> int:
    """How many double marks stand outside the pairs."""
    inside = sum(len(_DOUBLE.findall(shadow, start, end)) for start, end, _ in pairs)
    return len(_DOUBLE.findall(shadow)) - inside

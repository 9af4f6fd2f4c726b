"""Words of a view with their offsets, and phrases of tables found among them."""

import re
from collections.abc import Container, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from runut.text.pieces import PIECE

_WITH_ARTICLE = re.compile(r"(?:a[lnrstdz]|ash|el|ul)-[A-ZÀ-ÖØ-Þ]")
"""An Arabic name behind its article, which newspapers print in lower case ("al-Hashimi")."""
_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-Z]{2})(?=[a-z]{4})")

_NAME = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,}(?![^\W_])")

Value = TypeVar("Value")


class Word(NamedTuple):
    """A word or a mark, as printed and in lower case; offsets are those of the text.

    `is_name`: it begins with a capital, behind an Arabic article ("al-Sisi") too. `is_mark`: it is a mark, not a word
    or number. Both are asked for so often that they are kept; `make_word` finds them.
    """

    start: int
    end: int
    text: str
    low: str
    is_name: bool
    is_mark: bool


def make_word(start: int, end: int, text: str, low: str) -> Word:
    """The word with these characters at these offsets."""
    return Word(start, end, text, low, _is_name(text), not text[:1].isalnum())


def _is_name(text: str) -> bool:
    return text[:1].isupper() or ("-" in text and _WITH_ARTICLE.match(text) is not None)


def split_words(
    shadow: str,
    start: int,
    end: int,
    known: Container[str] = frozenset(),
    printed: Container[str] = frozenset(),
    tails: Container[str] = frozenset(),
) -> list[Word]:
    """Words and marks of `shadow[start:end]`.

    Words that a page glued together come apart where the case changes ("dilansirNews18", "NDTVmelaporkan") if a piece
    is one of `known` or stands alone elsewhere in the text (`printed`), and where a name is followed by one of `tails`
    of six letters or more ("Mulyanimeminta"), or a name that stands alone elsewhere by one of `known`.
    """
    words: list[Word] = []
    for match in PIECE.finditer(shadow, start, end):
        text, low = match[0], match[0].lower()
        start, end = match.span()
        if len(text) > 6 and low not in known and (cut := _glued_at(text, known, printed, tails)):
            words.append(make_word(start, start + cut, text[:cut], low[:cut]))
            words.append(make_word(start + cut, end, text[cut:], low[cut:]))
        else:
            words.append(Word(start, end, text, low, _is_name(text), not text[0].isalnum()))
    return words


def _glued_at(text: str, known: Container[str], printed: Container[str], tails: Container[str]) -> int:
    if text.islower():
        return 0
    for match in _GLUED.finditer(text):
        at = match.start()
        if text[:at].lower() in known or text[at:].lower() in known or text[:at] in printed or text[at:] in printed:
            return at
    if text[0].isupper() and len(text) > 9 and text[1:].islower():
        for at in range(3, len(text) - 5):
            if text[at:] in tails or (text[at:] in known and text[:at] in printed):
                return at
    return 0


def printed_names(shadow: str) -> frozenset[str]:
    """The capitalised words of four letters or more that stand alone in a text."""
    return frozenset(_NAME.findall(shadow))


class Phrases(Generic[Value]):
    """Phrases of one or more words with a value each, matched longest first."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._single: dict[str, tuple[Value, int]] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], tuple[Value, int]]]]] = {}
        self._lasts: set[str] = set()
        for form, value in entries:
            first, *rest = [word.low for word in split_words(form, 0, len(form))] or [""]
            self._lasts.add(rest[-1] if rest else first)
            if rest:
                by_second = self._longer.setdefault(first, {})
                by_second.setdefault(rest[0], []).append((tuple(rest), (value, len(rest) + 1)))
            elif first:
                self._single.setdefault(first, (value, 1))
        for by_second in self._longer.values():
            for found in by_second.values():
                found.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[Word], index: int, end: int) -> tuple[Value, int] | None:
        """The value of the longest phrase that begins at `words[index]` and its length in words."""
        if index >= end or index >= len(words):
            return None
        low = words[index].low
        by_second = self._longer.get(low)
        if by_second is not None and index + 1 < end and index + 1 < len(words):
            for rest, found in by_second.get(words[index + 1].low, ()):
                stop = index + found[1]
                if stop <= end and stop <= len(words) and _reads(words, index + 1, rest):
                    return found
        return self._single.get(low)

    def ending(self, words: Sequence[Word], end: int, longest: int = 4) -> tuple[Value, int] | None:
        """The value of the longest phrase that ends just before `words[end]` and its length in words."""
        if not 0 < end <= len(words) or words[end - 1].low not in self._lasts:
            return None
        for size in range(min(longest, end), 0, -1):
            found = self.at(words, end - size, end)
            if found and found[1] == size:
                return found
        return None

    def __contains__(self, low: object) -> bool:
        """Whether one word is a phrase by itself."""
        return low in self._single

    def firsts(self) -> Iterable[str]:
        """The first words of all phrases."""
        return self._single.keys() | self._longer.keys()


def _reads(words: Sequence[Word], at: int, rest: Sequence[str]) -> bool:
    for low in rest:
        if words[at].low != low:
            return False
        at += 1
    return True

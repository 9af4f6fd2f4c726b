"""Words of a view with their offsets, and phrases of tables found among them."""

import re
from collections.abc import Container, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]|_")
_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-Z]{2})(?=[a-z]{4})")

_NAME = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,}(?![^\W_])")

Value = TypeVar("Value")


class Word(NamedTuple):
    """A word or a mark, as printed and in lower case; offsets are those of the text.

    `is_name`: it begins with a capital. `is_mark`: it is a mark, not a word or number. Both are asked for so often that
    they are kept; `make_word` finds them.
    """

    start: int
    end: int
    text: str
    low: str
    is_name: bool
    is_mark: bool


def make_word(start: int, end: int, text: str, low: str) -> Word:
    """The word with these characters at these offsets."""
    first = text[:1]
    return Word(start, end, text, low, first.isupper(), not first.isalnum())


def split_words(
    shadow: str, start: int, end: int, known: Container[str] = frozenset(), printed: Container[str] = frozenset()
) -> list[Word]:
    """Words and marks of `shadow[start:end]`.

    Words that a page glued together come apart where the case changes ("dilansirNews18", "NDTVmelaporkan") if a piece
    is one of `known` or stands alone elsewhere in the text (`printed`), and where a name is followed by one of `known`
    of six letters or more ("Mulyanimeminta").
    """
    words: list[Word] = []
    for match in _WORD.finditer(shadow, start, end):
        text, low = match[0], match[0].lower()
        start, end = match.span()
        if len(text) > 6 and low not in known and (cut := _glued_at(text, known, printed)):
            words.append(make_word(start, start + cut, text[:cut], low[:cut]))
            words.append(make_word(start + cut, end, text[cut:], low[cut:]))
        else:
            first = text[0]
            words.append(Word(start, end, text, low, first.isupper(), not first.isalnum()))
    return words


def _glued_at(text: str, known: Container[str], printed: Container[str]) -> int:
    if text.islower():
        return 0
    for match in _GLUED.finditer(text):
        at = match.start()
        if text[:at].lower() in known or text[at:].lower() in known or text[:at] in printed or text[at:] in printed:
            return at
    if text[0].isupper() and len(text) > 9 and text[1:].islower():
        for at in range(3, len(text) - 5):
            if text[at:] in known:
                return at
    return 0


def printed_names(shadow: str) -> frozenset[str]:
    """The capitalised words of four letters or more that stand alone in a text."""
    return frozenset(_NAME.findall(shadow))


class Phrases(Generic[Value]):
    """Phrases of one or more words with a value each, matched longest first."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for form, value in entries:
            parts = tuple(word.low for word in split_words(form, 0, len(form)))
            if parts:
                self._by_first.setdefault(parts[0], []).append((parts, value))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[Word], index: int, end: int) -> tuple[Value, int] | None:
        """The value of the longest phrase that begins at `words[index]` and its length in words."""
        if index >= end or index >= len(words):
            return None
        entries = self._by_first.get(words[index].low)
        if entries is None:
            return None
        end = min(end, len(words))
        for parts, value in entries:
            size = len(parts)
            if size == 1:
                return value, 1
            if index + size <= end and all(words[index + k].low == parts[k] for k in range(1, size)):
                return value, size
        return None

    def ending(self, words: Sequence[Word], end: int, longest: int = 4) -> tuple[Value, int] | None:
        """The value of the longest phrase that ends just before `words[end]` and its length in words."""
        for size in range(min(longest, end), 0, -1):
            found = self.at(words, end - size, end)
            if found and found[1] == size:
                return found
        return None

    def __contains__(self, low: object) -> bool:
        """Whether one word is a phrase by itself."""
        return isinstance(low, str) and any(len(parts) == 1 for parts, _ in self._by_first.get(low, ()))

    def firsts(self) -> Iterable[str]:
        """The first words of all phrases."""
        return self._by_first.keys()

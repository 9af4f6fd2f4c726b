"""What every recogniser looks at: the article's shadow, its paragraphs, their quotations and sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from runut.languages.pack import LanguagePack
from runut.recognise.words import Word, split_words
from runut.records.article import Article
from runut.records.spans import Span
from runut.text.quotes import Quote, begins_closed, pair_quotes
from runut.text.sentences import split_sentences
from runut.text.shadow import make_shadow

_DATELINE, _HEAD = 12, 200
"""Words among which a dateline's dash must stand, and characters that they are looked for in."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of an article, or two that a mark holds together: kind, offsets, quotations and sentences.

    All offsets are those of the article.
    """

    kind: str
    start: int
    end: int
    quotes: tuple[Quote, ...]
    sentences: tuple[tuple[int, int], ...]

    def in_quote(self, at: int) -> bool:
        """Whether the character at `at` stands inside a quotation that a mark opens."""
        last = bisect_right(self.quotes, at, key=lambda quote: quote.start) - 1
        return last >= 0 and self.quotes[last].opened and at < self.quotes[last].end


@dataclass(frozen=True, slots=True)
class View:
    """An article prepared for recognising. `shadow` has the length of `article.text`; noise in it is blank."""

    article: Article
    pack: LanguagePack
    shadow: str
    paragraphs: tuple[Paragraph, ...]

    def span(self, start: int, end: int) -> Span:
        """A span of this article."""
        return Span(self.article.id, start, end)

    def in_quote(self, at: int) -> bool:
        """Whether the character at `at` stands inside a quotation."""
        return any(p.in_quote(at) for p in self.paragraphs if p.start <= at < p.end)


def make_view(article: Article, pack: LanguagePack) -> View:
    """The view of an article in one language. Every part is a paragraph, of its part's kind."""
    shadow = _blank_noise(make_shadow(article.text), pack)
    abbreviations = _abbreviations(pack)
    lines = [(part.kind, *line) for part in article.parts for line in _lines(shadow, part.start, part.end)]
    paragraphs = []
    for kind, start, end in _mended(shadow, lines):
        quotes = tuple(pair_quotes(shadow, start, end))
        protected = [(q.outer_start, q.outer_end) for q in quotes if q.whole]
        sentences = tuple(split_sentences(shadow, start, end, abbreviations, protected, _titles(pack)))
        paragraphs.append(Paragraph(kind, start, end, quotes, sentences))
    return View(article, pack, shadow, tuple(paragraphs))


def _mended(shadow: str, lines: Sequence[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The lines, one that begins with a closing mark put back to what it closes (`Kami siap⏎" kata Siti`)."""
    found: list[tuple[str, int, int]] = []
    for kind, start, end in lines:
        if found and found[-1][0] == kind and begins_closed(shadow, start, end):
            start = found.pop()[1]
        found.append((kind, start, end))
    return found


def _lines(shadow: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    for match in re.finditer(r"[^\n]+", shadow[start:end]):
        if match[0].strip():
            spans.append((start + match.start(), start + match.end()))
    return spans


@cache
def _abbreviations(pack: LanguagePack) -> frozenset[str]:
    return frozenset(pack.forms("abbreviations"))


@cache
def _titles(pack: LanguagePack) -> frozenset[str]:
    """Titles of people in lower case."""
    return frozenset(form for form in pack.forms("titles", place="before", kind="academic") if form.islower())


@cache
def _noise(pack: LanguagePack) -> re.Pattern[str]:
    forms = sorted(pack.forms("noise"), key=len, reverse=True)
    return re.compile("|".join(re.escape(form) for form in forms))


def _blank_noise(shadow: str, pack: LanguagePack) -> str:
    return _noise(pack).sub(lambda match: " " * len(match[0]), shadow)


def dateline_size(shadow: str, words: Sequence[Word]) -> int:
    """How many words at the head of a paragraph are a dateline ("AMBON, KABAR - ", "AMBON, Oct 3 (Kabar) - "): names,
    marks and numbers up to a dash.
    """
    for at, word in enumerate(words[:_DATELINE]):
        spaced = shadow[word.start - 1 : word.start].isspace() or shadow[word.end : word.end + 1].isspace()
        if at and (word.text in "–—" or (word.text == "-" and spaced)):
            return at + 1
        if not (word.is_name or word.is_mark or (at and (word.text.isdigit() or words[at - 1].text == "."))):
            return 0
    return 0


def told_sentences(view: View) -> Iterator[tuple[int, int]]:
    """The sentences of a view, that of a paragraph's head without its dateline ("AMBON, KABAR - ")."""
    for paragraph in view.paragraphs:
        for number, (start, end) in enumerate(paragraph.sentences):
            words = split_words(view.shadow, start, min(end, start + _HEAD)) if number == 0 else []
            size = dateline_size(view.shadow, words)
            yield (words[size].start if 0 < size < len(words) else start), end

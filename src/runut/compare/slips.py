"""Rare slips of spelling that two articles share: nobody makes the same one twice, so one has it from the other."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from runut.compare.material import Material, Token
from runut.languages.roots import root_of
from runut.records.spans import Span

SHORTEST = 8
"""Letters of a word whose misspelling tells; shorter words lie one letter from other words."""
USUAL = 3
"""Articles that must have the right spelling, none of them the slip."""


class Slips:
    """The slips of a story: words that two of its articles have where at least three others spell them otherwise.

    Source: Dong, Berti-Equille & Srivastava 2009: shared rare errors reveal copiers.
    """

    def __init__(self, material: Material) -> None:
        self._material = material

    @cached_property
    def _articles(self) -> dict[str, set[str]]:
        """The articles that have a long word, for each such word."""
        found: dict[str, set[str]] = defaultdict(set)
        for article, tokens in self._material.tokens.items():
            for token in tokens:
                if token.kind == "word" and len(token.word) >= SHORTEST:
                    found[token.word].add(article)
        return found

    @cached_property
    def _usual(self) -> list[str]:
        return sorted(word for word, articles in self._articles.items() if len(articles) >= USUAL)

    def shared(self, left: Iterable[Span], right: Iterable[Span]) -> list[tuple[str, Span, Span]]:
        """Slips that stand in both sides' words, with where; the sides are of two articles."""
        mine, theirs = self._rare(left), self._rare(right)
        return [
            (word, mine[word], theirs[word])
            for word in sorted(mine.keys() & theirs.keys())
            if mine[word].article != theirs[word].article and self._is_slip(word, mine[word].article)
        ]

    def _rare(self, spans: Iterable[Span]) -> dict[str, Span]:
        """Long words of these spans that exactly two articles of the story have."""
        found: dict[str, Span] = {}
        for span in spans:
            for token in self._material.tokens_in(span):
                if token.kind == "word" and len(self._articles.get(token.word, ())) == 2:
                    found.setdefault(token.word, _place(span, token))
        return found

    def _is_slip(self, word: str, article: str) -> bool:
        """Whether a usual word lies one letter away and is no other form of the same root."""
        language = self._material.article[article].language
        root = root_of(word, language)
        return any(
            abs(len(usual) - len(word)) <= 1
            and root_of(usual, language) != root
            and not self._articles[usual] & self._articles[word]
            and Levenshtein.distance(word, usual, score_cutoff=1) == 1
            for usual in self._usual
        )


def _place(span: Span, token: Token) -> Span:
    return Span(span.article, token.start, token.end)

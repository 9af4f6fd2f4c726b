"""What changed on a page between two readings of one address: sentences added, removed, reworded, and figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.languages.pack import load_pack
from runut.records.article import Article
from runut.records.claims import WordDifference
from runut.records.revisions import PageChange, Revision
from runut.records.spans import Span
from runut.text.distance import Word, changes, likeness, words_of
from runut.text.quotes import pair_quotes
from runut.text.sentences import split_sentences
from runut.text.shadow import make_shadow

MOST_COMPARED = 250_000
"""Pairs of sentences compared in one place; a page rewritten beyond that is told as all gone and all new."""
REWORDED = 0.5
"""Likeness of two sentences in the same place from which one is the other's new wording; below, one came, one went."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    words: tuple[Word, ...]

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(word.folded for word in self.words)


def compare_readings(before: Article, after: Article) -> Revision:
    """What changed from one reading of a page to the next. Case, marks and spacing are no change.

    Source: longest common subsequence of sentences, then of words inside the sentences that changed places.
    """
    old, new = _sentences(before), _sentences(after)
    found: list[PageChange] = []
    for change in changes([sentence.key for sentence in old], [sentence.key for sentence in new]):
        found += _changed(old[change.left_start : change.left_end], new[change.right_start : change.right_end])
    titles = (before.title or "", after.title or "")
    retitled = [word.folded for word in words_of(titles[0])] != [word.folded for word in words_of(titles[1])]
    return Revision(before.id, after.id, tuple(found), titles if retitled else None)


def _sentences(article: Article) -> list[_Sentence]:
    shadow = make_shadow(article.text)
    pack = load_pack(article.language)
    abbreviations = frozenset(pack.forms("abbreviations")) if pack else frozenset()
    parts = [(part.start, part.end) for part in article.parts] or [(0, len(article.text))]
    found = []
    for start, end in parts:
        quotes = [(quote.outer_start, quote.outer_end) for quote in pair_quotes(shadow, start, end)]
        for left, right in split_sentences(shadow, start, end, abbreviations, quotes):
            words = tuple(words_of(shadow, left, right))
            if words:
                found.append(_Sentence(Span(article.id, left, right), words))
    return found


def _changed(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> list[PageChange]:
    """The changes among sentences that stand in one place: likely rewordings first, the rest came or went."""
    if len(old) * len(new) > MOST_COMPARED:
        return [*map(_gone, old), *map(_came, new)]
    scored = sorted(
        ((likeness(a.key, b.key), n, m) for n, a in enumerate(old) for m, b in enumerate(new)),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    partner: dict[int, int] = {}
    for score, n, m in scored:
        if score >= REWORDED and n not in partner.values() and m not in partner:
            partner[m] = n
    found = [_gone(sentence) for n, sentence in enumerate(old) if n not in partner.values()]
    for m, sentence in enumerate(new):
        found.append(_reworded(old[partner[m]], sentence) if m in partner else _came(sentence))
    return found


def _gone(sentence: _Sentence) -> PageChange:
    return PageChange("removed", sentence.span, None, figures=_has_figures(sentence.words))


def _came(sentence: _Sentence) -> PageChange:
    return PageChange("added", None, sentence.span, figures=_has_figures(sentence.words))


def _reworded(old: _Sentence, new: _Sentence) -> PageChange:
    differences, figures = [], False
    for change in changes(old.key, new.key):
        left = old.words[change.left_start : change.left_end]
        right = new.words[change.right_start : change.right_end]
        figures = figures or _has_figures(left) or _has_figures(right)
        differences.append(WordDifference(_run(old.span.article, left), _run(new.span.article, right)))
    return PageChange("reworded", old.span, new.span, tuple(differences), figures)


def _run(article: str, words: Sequence[Word]) -> Span | None:
    return Span(article, words[0].start, words[-1].end) if words else None


def _has_figures(words: Sequence[Word]) -> bool:
    return any(word.folded[0].isdigit() for word in words)

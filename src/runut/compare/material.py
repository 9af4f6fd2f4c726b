"""A story laid out for comparing: every article's words as weighted keys, and who speaks."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from runut.compare.entities import merge_entities
from runut.compare.voices import Voice, find_voices
from runut.knowledge.world import country_of
from runut.languages.roots import root_of, stopwords
from runut.records.article import Article
from runut.records.claims import StoryEntity
from runut.records.findings import Findings
from runut.records.spans import Span
from runut.records.statements import Statement
from runut.text.distance import Word, words_of
from runut.text.shadow import make_shadow

KeyKind = Literal["word", "name", "number", "function"]
LONG_NAME = 2
"""Words from which a name that one article has is a name wherever the story prints it."""
FEWEST_SENTENCES = 60
"""Sentences that a story is taken to have at least: in two short articles every word looks common."""
FUNCTION_WEIGHT = 0.1
"""Function words count a little, so that equal wording beats equal topics (measured on the development stories)."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an article with the key by which it is matched: a root, `@` and a name, `#` and a number."""

    key: str
    kind: KeyKind
    word: str
    start: int
    end: int
    weight: float


@dataclass(slots=True)
class Material:
    """One story, prepared. Articles and findings are in the order of their ids.

    `entity_of` knows entities by the ids of articles' entities, `named` by the names that only one of them has.
    """

    articles: tuple[Article, ...]
    findings: tuple[Findings, ...]
    entities: tuple[StoryEntity, ...]
    article: dict[str, Article] = field(default_factory=dict)
    found: dict[str, Findings] = field(default_factory=dict)
    shadow: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, tuple[Token, ...]] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    statement: dict[str, Statement] = field(default_factory=dict)
    voices: dict[str, Voice] = field(default_factory=dict)
    entity_of: dict[str, StoryEntity] = field(default_factory=dict)
    named: dict[str, StoryEntity] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin inside a span, in order."""
        starts = self._starts[span.article]
        return self.tokens[span.article][bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def text(self, span: Span) -> str:
        """The words of a span as printed."""
        return self.article[span.article].text[span.start : span.end]

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which a span begins, or the span itself."""
        for sentence in self.found[span.article].sentences:
            if sentence.start <= span.start < sentence.end:
                return sentence
        return span

    def published(self, article: str) -> str | None:
        """When an article was published, as far as that is known: ISO, comparable as text."""
        published = self.article[article].published or self.found[article].anchor
        return published.value if published else None


def lay_out(articles: Sequence[Article], findings: Sequence[Findings]) -> Material:
    """The material of a story; the same whatever the order of the articles."""
    by_id = {article.id: article for article in articles}
    found = tuple(sorted(findings, key=lambda f: f.article))
    ordered = tuple(by_id[f.article] for f in found)
    material = Material(ordered, found, merge_entities(found))
    material.article = by_id
    material.found = {f.article: f for f in found}
    material.shadow = {article.id: make_shadow(article.text) for article in ordered}
    material.entity_of = {member: entity for entity in material.entities for member in entity.members}
    times = Counter(name for entity in material.entities for name in {*entity.names, entity.name})
    material.named = {
        name: entity for entity in material.entities for name in (*entity.names, entity.name) if times[name] == 1
    }
    material.statements = tuple(statement for f in found for statement in f.statements)
    material.statement = {statement.id: statement for statement in material.statements}
    names = _long_names(material)
    keyed = {article.id: _keys(material, article, names) for article in ordered}
    weight = _weigh(material, keyed)
    for article in ordered:
        tokens = tuple(
            Token(key, kind, word.folded, word.start, word.end, FUNCTION_WEIGHT if kind == "function" else weight[key])
            for key, kind, word in keyed[article.id]
        )
        material.tokens[article.id] = tokens
        material._starts[article.id] = [token.start for token in tokens]
    material.voices = find_voices(found, material.entities, material.entity_of)
    return material


def _key_of(entity: StoryEntity) -> str:
    """The key of an entity's mentions; that of a country is its code, whatever the language."""
    return (
        f"@{entity.country}" if entity.kind == "place" and entity.country and _is_country(entity) else f"@{entity.id}"
    )


Names = dict[str, dict[tuple[str, ...], str]]


def _long_names(material: Material) -> Names:
    """Keys of the story's names of two words or more, by their words as printed, by their first words."""
    found: Names = defaultdict(dict)
    for name, entity in material.named.items():
        words = tuple(name.split())
        if len(words) >= LONG_NAME and all(word[:1].isupper() for word in words):
            found[words[0]][words] = _key_of(entity)
    return found


def _told_elsewhere(
    material: Material, article: Article, words: Sequence[Word], names: Names
) -> Iterator[tuple[int, int, str]]:
    """Places of an article where a name stands that was recognised in another one alone: offsets and its key."""
    text = article.text
    for at, word in enumerate(words):
        for name, key in names.get(text[word.start : word.end], {}).items():
            last = words[at + len(name) - 1] if at + len(name) <= len(words) else word
            if text[word.start : last.end].split() == list(name):
                yield word.start, last.end, key


def _keys(material: Material, article: Article, names: Names) -> list[tuple[str, KeyKind, Word]]:
    """Keys of an article's words; a mention of a name and a figure are one key each."""
    found = material.found[article.id]
    covers: dict[int, tuple[int, str, KeyKind]] = {}
    for figure in found.figures:
        if figure.low is not None or figure.high is not None:
            covers[figure.span.start] = (figure.span.end, f"#{_number(figure.low)}~{_number(figure.high)}", "number")
    for entity in found.entities:
        whole = material.entity_of.get(entity.id)
        if whole is None:
            continue
        key = _key_of(whole)
        for mention in entity.mentions:
            if mention.start not in covers or covers[mention.start][0] < mention.end:
                covers[mention.start] = (mention.end, key, "name")
    words = words_of(material.shadow[article.id])
    for start, end, key in _told_elsewhere(material, article, words, names):
        covers.setdefault(start, (end, key, "name"))
    keys: list[tuple[str, KeyKind, Word]] = []
    until = 0
    stops = stopwords(article.language)
    for word in words:
        if word.start < until:
            continue
        cover = covers.get(word.start)
        if cover:
            until = cover[0]
            keys.append((cover[1], cover[2], Word(word.folded, word.start, max(until, word.end))))
        elif word.folded[0].isdigit():
            keys.append((f"#{_digits(word.folded)}", "number", word))
        elif word.folded in stops:
            keys.append((word.folded, "function", word))
        else:
            keys.append((root_of(word.folded, article.language), "word", word))
    return keys


def _is_country(entity: StoryEntity) -> bool:
    """Whether a place is a country itself, and not only somewhere in one."""
    return any(country_of(name) is not None for name in (entity.name, *entity.names))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _digits(printed: str) -> str:
    return printed.replace(".", "").replace(",", ".") if printed.count(",") <= 1 else printed


def _weigh(material: Material, keyed: dict[str, list[tuple[str, KeyKind, Word]]]) -> dict[str, float]:
    """Weights of keys: the rarer among the story's sentences, the heavier.

    Source: inverse document frequency, Spärck Jones 1972.
    """
    counts: Counter[str] = Counter()
    total = 0
    for found in material.findings:
        starts = [sentence.start for sentence in found.sentences]
        total += len(starts)
        seen: set[tuple[int, str]] = set()
        for key, _, word in keyed[found.article]:
            at = bisect_left(starts, word.start + 1)
            if (at, key) not in seen:
                seen.add((at, key))
                counts[key] += 1
    total = max(total, FEWEST_SENTENCES)
    return {key: max(0.4, math.log((total + 1) / (count + 0.5))) for key, count in counts.items()}

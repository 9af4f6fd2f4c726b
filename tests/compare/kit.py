"""Small stories written out: articles with their sentences, speakers and statements, without any recogniser."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.backends.ngram import NgramEmbedder
from runut.compare.material import Material, lay_out
from runut.compare.story import compare_story
from runut.records.article import Article, Published
from runut.records.claims import Claim, Comparison
from runut.records.findings import Findings
from runut.records.groups import Direction, ReuseKind, ReusePair, Story
from runut.records.ids import make_id
from runut.records.marks import Entity, Figure
from runut.records.notes import Judgement
from runut.records.page import Place
from runut.records.spans import Part, Span
from runut.records.statements import Cue, Form, Link, Polarity, Said, Speaker, SpeakerHow, Statement
from runut.text.sentences import split_sentences


@dataclass(frozen=True)
class Words:
    """A statement to be: its content as it stands in the text, who speaks, and how it came."""

    content: str
    speaker: str | None = None
    how: SpeakerHow = "named"
    via: str | None = None
    said: str | None = None
    form: Form = "indirect"
    cue: Polarity | None = None
    roles: tuple[str, ...] = ()
    country: str | None = None


def told(
    id: str, text: str, *words: Words, outlet: str | None = None, language: str = "id", day: str | None = "2025-03-04"
) -> tuple[Article, Findings]:
    """An article of one outlet and what was recognised in it; names given as speakers are its entities."""
    name = f"ar-{id}"
    published = Published(day, "source") if day else None
    parts = (Part("body", 0, len(text)),) if text else ()
    article = Article(
        name, f"pg-{id}", Place(f"{id}.txt"), "record", text, language,
        outlet=outlet or id, published=published, parts=parts, record=id,
    )  # fmt: skip
    entities = _entities(name, text, words)
    by_name = {entity.name: entity.id for entity in entities}
    return article, Findings(
        name,
        language,
        len(text),
        sentences=tuple(Span(name, start, end) for start, end in split_sentences(text, 0, len(text))),
        entities=entities,
        figures=_figures(name, text),
        statements=tuple(_statement(name, text, one, by_name) for one in words),
        anchor=published,
    )


def _entities(article: str, text: str, words: Sequence[Words]) -> tuple[Entity, ...]:
    found = {}
    for one in words:
        if one.speaker and one.how == "named" and one.speaker in text:
            at = text.index(one.speaker)
            span = Span(article, at, at + len(one.speaker))
            id = make_id("en", article, one.speaker)
            found[id] = Entity(id, "person", one.speaker, (one.speaker,), (span,), one.roles, one.country)
    return tuple(found.values())


def _figures(article: str, text: str) -> tuple[Figure, ...]:
    found, at = [], 0
    for word in text.split(" "):
        digits = word.strip(".,")
        if digits.isdigit():
            span = Span(article, at, at + len(digits))
            found.append(Figure(make_id("fg", article, at), span, float(digits), float(digits), "thing", "exact"))
        at += len(word) + 1
    return tuple(found)


def _statement(article: str, text: str, one: Words, entities: dict[str, str]) -> Statement:
    start = text.index(one.content)
    content = Span(article, start, start + len(one.content))
    speaker = Speaker(one.speaker, one.how, entity=entities.get(one.speaker)) if one.speaker else None
    chain: tuple[Link, ...] = ()
    if one.via:
        at = text.index(one.via)
        chain = (Link(one.via, "quoted", Span(article, at, at + len(one.via))),)
    said = Said(one.said.split("/")[0], one.said.split("/")[-1]) if one.said else None
    cue = Cue(Span(article, 0, 1), "kata", one.cue) if one.cue else None
    id = make_id("st", article, start, content.end)
    quotes = (content,) if one.form == "direct" else ()
    return Statement(id, content, one.form, quotes=quotes, cue=cue, speaker=speaker, said=said, chain=chain)


def lay(*pages: tuple[Article, Findings]) -> Material:
    """The material of a story of these pages."""
    return lay_out([article for article, _ in pages], [findings for _, findings in pages])


def compare(
    *pages: tuple[Article, Findings], reuse: Sequence[ReusePair] = (), judgements: Sequence[Judgement] = ()
) -> Comparison:
    """What comparing a story of these pages finds, with the embedder that needs no weights."""
    articles = [article for article, _ in pages]
    story = Story("sy-x", "sl-x", tuple(article.id for article in articles), None, None)
    return compare_story(story, articles, [findings for _, findings in pages], reuse, NgramEmbedder(), judgements)


def shared(
    left: str, right: str, kind: ReuseKind = "copy", source: Direction = "unknown", length: int = 1000
) -> ReusePair:
    """Text that two articles share, from their first to their last character."""
    return ReusePair(f"ar-{left}", f"ar-{right}", (0.9, 0.9), kind, source, (), ((0, length, 0, length),))


def claim_with(found: Comparison, page: tuple[Article, Findings], content: str) -> Claim:
    """The claim that holds the statement with these words of a page."""
    article, findings = page
    start = article.text.index(content)
    id = next(s.id for s in findings.statements if s.content.start == start)
    return next(claim for claim in found.claims if id in claim.statements)

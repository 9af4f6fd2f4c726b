"""Article and findings → signature: all that grouping compares, without the text."""

from collections.abc import Iterable

from runut.group.terms import weigh_terms, words_of_text
from runut.group.words import hash_words, sentence_hashes, shingle_hashes, winnow
from runut.records.article import Article
from runut.records.findings import Findings
from runut.records.groups import Signature
from runut.records.marks import Entity
from runut.text.names import name_sequence
from runut.text.places import PROSE_KINDS

MOST_TERMS = 64
"""Heaviest terms kept. 48 to 100 give the same storylines on the judged Indonesian pairs; more only costs."""
WORDS_WEIGHED, WORDS_LEAD = 240, 80
"""Words that give the terms of an article and of its lead. What happened stands in the lead, what it belongs to in the
paragraphs below; on the judged pairs 70 to 140 and 150 to 400 do about as well."""
NAMED_KINDS = ("person", "organisation", "place")


def sign_article(article: Article, findings: Findings) -> Signature:
    """The signature of one article; depends on nothing but the two arguments.

    Hashes are made of the prose (standfirst and body), terms of the title and the beginning of the prose.
    """
    words: list[str] = []
    lengths: list[int] = []
    for start, end in _sentences(article, findings):
        found = words_of_text(article.text[start:end])
        words += found
        lengths.append(len(found))
    hashes = hash_words(words)
    title = words_of_text(article.title or "")
    return Signature(
        article=article.id,
        language=article.language,
        day=article.published.day if article.published else None,
        outlet=article.outlet,
        owner=article.owner,
        sentences=sentence_hashes(hashes, lengths),
        fingerprints=tuple(winnow(shingle_hashes(hashes)).tolist()),
        terms=weigh_terms(title + title + words[:WORDS_WEIGHED], article.language, MOST_TERMS),
        names=_names(findings.entities),
        days=_days(findings),
        words=len(words),
        figures=_figures(findings),
        lead=weigh_terms((title + words[:WORDS_LEAD])[:WORDS_LEAD], article.language, MOST_TERMS),
        inferred=article.published is not None and article.published.how == "inferred",
    )


def _sentences(article: Article, findings: Findings) -> Iterable[tuple[int, int]]:
    """Sentences of the prose; whole parts where nothing was recognised."""
    prose = [(part.start, part.end) for part in article.parts if part.kind in PROSE_KINDS]
    spans = findings.sentences
    if not spans:
        return prose
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in prose:
        while at < len(spans) and spans[at].start < start:
            at += 1
        while at < len(spans) and spans[at].start < end:
            found.append((spans[at].start, spans[at].end))
            at += 1
    return found


def _names(entities: Iterable[Entity]) -> tuple[str, ...]:
    """One key for each who or where: a Wikidata id, else a country's code, else the folded name; sorted."""
    return tuple(sorted({_key(entity) for entity in entities if entity.kind in NAMED_KINDS} - {""}))


def _key(entity: Entity) -> str:
    if entity.wikidata:
        return entity.wikidata
    if entity.kind == "place" and entity.country:
        return entity.country
    return " ".join(name_sequence(entity.name))


def _days(findings: Findings) -> tuple[str, ...]:
    return tuple(sorted({time.first for time in findings.times if time.first and time.first == time.last}))


def _figures(findings: Findings) -> tuple[str, ...]:
    """Exact numbers with their units, in both languages alike: "12 person", "2.84 percent"; small ones left out."""
    exact = {
        f"{figure.low:g} {figure.unit}"
        for figure in findings.figures
        if figure.low is not None and figure.low == figure.high and figure.low > 2
    }
    return tuple(sorted(exact))

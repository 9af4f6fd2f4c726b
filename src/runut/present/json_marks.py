"""What was recognised in one article, as JSON: entities, times, figures, statements, events, commitments."""

from collections.abc import Mapping
from typing import Any

from runut.records.article import Article
from runut.records.events import Clause, Commitment, Event
from runut.records.findings import Findings
from runut.records.marks import Entity, Figure, TimeExpression
from runut.records.spans import Span
from runut.records.statements import Link, Statement
from runut.text.places import page_offsets

CONTRACT = 1
Json = dict[str, Any]


def findings_json(article: Article, found: Findings) -> Json:
    """One document of `recognise`."""
    return {
        "contract": CONTRACT,
        "id": article.record or article.id,
        "article": article.id,
        "source": {"file": article.place.file},
        "language": article.language,
        "published": found.anchor.day if found.anchor else None,
        "published_how": found.anchor.how if found.anchor else None,
        "entities": [_entity(article, entity) for entity in found.entities],
        "times": [_time(article, time) for time in found.times],
        "figures": [_figure(article, figure) for figure in found.figures],
        "statements": [statement_json(article, statement, _names_in(found)) for statement in found.statements],
        "events": [event_json(article, event) for event in found.events],
        "commitments": [commitment_json(article, commitment) for commitment in found.commitments],
    }


def _names_in(found: Findings) -> Mapping[str, tuple[str, ...]]:
    return {entity.id: entity.names for entity in found.entities}


def offsets(span: Span) -> Json:
    """Start and end in the article's text."""
    return {"start": span.start, "end": span.end}


def _placed(article: Article, span: Span) -> Json:
    place = page_offsets(article.text_map, span.start, span.end)
    page = {"page": {"start": place[0], "end": place[1]}} if place else {}
    return offsets(span) | page


def _entity(article: Article, entity: Entity) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "country": entity.country,
        "wikidata": entity.wikidata,
        "names": list(entity.names),
        "roles": list(entity.roles),
        "mentions": [_placed(article, span) for span in entity.mentions],
    }


def _time(article: Article, time: TimeExpression) -> Json:
    return _placed(article, time.span) | {
        "text": article.text[time.span.start : time.span.end],
        "value": time.value,
        "first": time.first,
        "last": time.last,
        "grain": time.grain,
        "in_quote": time.in_quote,
        "anchor": time.anchor,
        "flags": list(time.flags),
        "because": time.because,
    }


def _figure(article: Article, figure: Figure) -> Json:
    return _placed(article, figure.span) | {
        "text": article.text[figure.span.start : figure.span.end],
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "counts": offsets(figure.counts) if figure.counts else None,
        "bound": figure.bound,
    }


def statement_json(article: Article, statement: Statement, names: Mapping[str, tuple[str, ...]]) -> Json:
    """One statement; `names` are the names of entities by id.

    `chain` holds the hops that are sources of their own; `settings` the rest: the written form, the outlet's own group.
    """
    return {
        "id": statement.id,
        **_placed(article, statement.content),
        "text": article.text[statement.content.start : statement.content.end],
        "form": statement.form,
        "cue": {
            **offsets(statement.cue.span),
            "lemma": statement.cue.lemma,
            "polarity": statement.cue.polarity,
        }
        if statement.cue
        else None,
        "speaker": _speaker(statement, names),
        "candidates": list(statement.candidates),
        "addressee": statement.addressee,
        "said": {
            "first": statement.said.first,
            "last": statement.said.last,
            "text": article.text[statement.said.span.start : statement.said.span.end] if statement.said.span else None,
        }
        if statement.said
        else None,
        "place": statement.place,
        "negated": statement.negated,
        "modality": statement.modality,
        "quotes": [offsets(span) for span in statement.quotes],
        "chain": [_link(link) for link in statement.chain if link.adds_origin],
        "settings": [_link(link) for link in statement.chain if not link.adds_origin],
        "rule": statement.rule,
    }


def _link(link: Link) -> Json:
    return {"who": link.who, "how": link.how} | (offsets(link.span) if link.span else {})


def _speaker(statement: Statement, names: Mapping[str, tuple[str, ...]]) -> Json | None:
    speaker = statement.speaker
    if speaker is None:
        return None
    known = names.get(speaker.entity or "", ())
    return {
        "name": speaker.name,
        "names": list(dict.fromkeys([*speaker.names, *known])),
        "entity": speaker.entity,
        "how": speaker.how,
    } | (offsets(speaker.span) if speaker.span else {})


def event_json(article: Article, event: Event) -> Json:
    """One event."""
    return _placed(article, event.sentence) | {
        "id": event.id,
        "article": article.id,
        "trigger": offsets(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "when": {"first": event.first, "last": event.last} if event.first or event.last else None,
        "where": event.where,
        "factuality": event.factuality,
    }


def commitment_json(article: Article, commitment: Commitment) -> Json:
    """One commitment."""
    return _placed(article, commitment.sentence) | {
        "id": commitment.id,
        "article": article.id,
        "kind": commitment.kind,
        "speaker": commitment.speaker,
        "statement": commitment.statement,
        "obligors": list(commitment.obligors),
        "toward": list(commitment.toward),
        "condition": _clause(article, commitment.condition),
        "consequence": _clause(article, commitment.consequence),
        "strength": commitment.strength,
    }


def _clause(article: Article, clause: Clause | None) -> Json | None:
    if clause is None:
        return None
    return {
        "text": article.text[clause.span.start : clause.span.end],
        **_placed(article, clause.span),
        "type": clause.type,
        "actors": list(clause.actors),
        "recipients": list(clause.recipients),
    }

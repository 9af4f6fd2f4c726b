"""Commitments: obligations, threats, promises, offers, refusals, assurances and hints, with their conditions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from runut.languages.pack import LanguagePack
from runut.recognise.conditions import any_form, find_conditions
from runut.recognise.events_actors import Actors, codes_of, find_actors
from runut.recognise.view import View
from runut.records.events import Clause, Commitment, CommitmentKind, Event, Strength
from runut.records.ids import make_id
from runut.records.marks import Entity
from runut.records.spans import Span
from runut.records.statements import Statement

_LOOK_BACK = 400
"""Characters before a threat in which the speaker may stand who goes on without being named again."""
_AGREEMENTS = frozenset({"SUPPORT", "AGREE", "COOPERATE", "CONSULT"})
_EDGES = re.compile(r"^[\s,;:\"“”]+|(?<![\s,;:.!?\"“”])[\s,;:.!?\"“”]+$")


@dataclass(frozen=True, slots=True)
class CommitmentLexicon:
    """The table `commitment_words` of a language: one pattern, and kind, strength, "needs no condition" by form."""

    words: re.Pattern[str]
    readings: dict[str, tuple[CommitmentKind, Strength, bool]]


@cache
def commitment_lexicon(pack: LanguagePack) -> CommitmentLexicon:
    """The commitment words of a language, read and compiled once."""
    readings = {
        row["form"].lower(): (
            cast("CommitmentKind", row["kind"]),
            cast("Strength", row["strength"]),
            row["alone"] == "yes",
        )
        for row in pack.table("commitment_words")
    }
    return CommitmentLexicon(any_form(readings), readings)


def find_commitments(
    view: View, entities: Sequence[Entity], statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[Commitment, ...]:
    """Commitments of an article in text order, at most one a sentence.

    A sentence needs a word of commitment and, unless that word binds by itself, a condition clause; and, but for an
    obligation with its condition, somebody who is bound or who speaks.
    """
    lexicon, actors = commitment_lexicon(view.pack), find_actors(entities, view.pack)
    found: list[Commitment] = []
    for paragraph in view.paragraphs:
        for start, end in paragraph.sentences:
            hits = list(lexicon.words.finditer(view.shadow, start, end))
            if not hits:
                continue
            conditions = find_conditions(view.shadow, start, end, view.pack)
            outside = [h for h in hits if not any(first <= h.start() < last for first, last in conditions)]
            usable = [h for h in outside if conditions or lexicon.readings[h[0].lower()][2]]
            if usable:
                made = _commitment(view, usable[0], (start, end), conditions, actors, statements, events)
                found += [made] if made else []
    return tuple(found)


def _commitment(
    view: View,
    hit: re.Match[str],
    sentence: tuple[int, int],
    conditions: Sequence[tuple[int, int]],
    actors: Actors,
    statements: Sequence[Statement],
    events: Sequence[Event],
) -> Commitment | None:
    kind, strength, _ = commitment_lexicon(view.pack).readings[hit[0].lower()]
    statement = _statement_at(statements, hit.start())
    speaker = statement.speaker if statement else None
    condition = _clause(view, conditions[0], events, actors) if conditions else None
    consequence = _clause(view, _consequence(sentence, conditions, hit), events, actors)
    obligors = _obligors(kind, hit, sentence, conditions, actors, statement, events)
    if not obligors and kind == "threat":
        obligors = _speaker_before(sentence[0], statements, actors)
    if not obligors and speaker is None and kind != "obligation":
        return None
    toward = _toward(obligors, sentence, () if kind == "assurance" else conditions, actors)
    return Commitment(
        id=make_id("cm", view.article.id, *sentence),
        sentence=view.span(*sentence),
        kind=kind,
        strength=strength,
        consequence=consequence,
        condition=condition,
        speaker=speaker.name if speaker else None,
        statement=statement.id if statement else None,
        obligors=obligors,
        toward=toward,
    )


def _statement_at(statements: Sequence[Statement], at: int) -> Statement | None:
    """The statement that holds a word, or whose cue is that word."""
    for statement in statements:
        cue = statement.cue.span if statement.cue else None
        if statement.content.start <= at < statement.content.end or (cue and cue.start <= at < cue.end):
            return statement
    return None


def _consequence(
    sentence: tuple[int, int], conditions: Sequence[tuple[int, int]], hit: re.Match[str]
) -> tuple[int, int]:
    """The part of the sentence on the side of its condition where the word of commitment stands."""
    start, end = sentence
    for first, last in conditions:
        if last <= hit.start():
            start = max(start, last)
        elif first >= hit.end():
            end = min(end, first)
    return start, end


def _clause(view: View, place: tuple[int, int], events: Sequence[Event], actors: Actors) -> Clause | None:
    start, end = place
    text = view.shadow[start:end]
    trimmed = _EDGES.sub("", text)
    if not trimmed:
        return None
    start += text.index(trimmed)
    span: Span = view.span(start, start + len(trimmed))
    event = next((e for e in events if span.start <= e.trigger.start < span.end), None)
    if event:
        return Clause(span, event.type, event.actors, event.recipients)
    return Clause(span, None, codes_of(actors.between(span.start, span.end))[:1])


def _obligors(
    kind: CommitmentKind,
    hit: re.Match[str],
    sentence: tuple[int, int],
    conditions: Sequence[tuple[int, int]],
    actors: Actors,
    statement: Statement | None,
    events: Sequence[Event],
) -> tuple[str, ...]:
    """Who is bound: the parties of an obligation, else the country of whoever speaks or stands first."""
    if kind == "obligation":
        named = codes_of(actors.between(*sentence))
        return named[:2] if len(named) > 1 else _parties(hit.start(), events)
    span = statement.speaker.span if statement and statement.speaker else None
    spoken = codes_of(actors.between(span.start, span.end)) if span else ()
    outside = [
        mention
        for mention in actors.between(sentence[0], hit.start())
        if not any(start <= mention.start < end for start, end in conditions)
    ]
    return spoken[:1] or codes_of(outside)[:1]


def _speaker_before(at: int, statements: Sequence[Statement], actors: Actors) -> tuple[str, ...]:
    """The country of the last speaker shortly before an offset: a threat told on without naming its speaker again."""
    spans = [s.speaker.span for s in statements if s.speaker and s.speaker.span]
    near = [span for span in spans if at - _LOOK_BACK <= span.start < at]
    last = max(near, key=lambda span: span.start, default=None)
    return codes_of(actors.between(last.start, last.end))[:1] if last else ()


def _parties(at: int, events: Sequence[Event]) -> tuple[str, ...]:
    """The two countries of the nearest agreement told before an offset, or else after it."""
    pairs = [
        (event.trigger.start, pair)
        for event in events
        if event.type in _AGREEMENTS and len(pair := tuple(dict.fromkeys((*event.actors, *event.recipients)))) == 2
    ]
    before = [pair for start, pair in pairs if start < at]
    return before[-1] if before else pairs[0][1] if pairs else ()


def _toward(
    obligors: tuple[str, ...], sentence: tuple[int, int], conditions: Sequence[tuple[int, int]], actors: Actors
) -> tuple[str, ...]:
    """Whom it is said to: the first other country of the condition, or of the sentence; parties bind one another."""
    if len(obligors) > 1:
        return obligors
    places = [*conditions, sentence]
    for start, end in places:
        others = tuple(code for code in codes_of(actors.between(start, end)) if code not in obligors)
        if others:
            return others[:1]
    return ()

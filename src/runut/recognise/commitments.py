"""Commitments: obligations, threats, promises, offers, refusals, assurances and hints, with their conditions."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from runut.recognise.commitments_parties import (
    Hit,
    Said,
    obligors_of,
    speaker_labels,
    toward_whom,
)
from runut.recognise.commitments_words import CommitmentLexicon, Word, commitment_lexicon
from runut.recognise.conditions import find_conditions
from runut.recognise.events_actors import Actors, codes_of, find_actors
from runut.recognise.events_clauses import make_scene, stretches
from runut.recognise.events_factuality import statements_in
from runut.recognise.events_words import Entries, event_lexicon, find_phrases, may_hold, split_tokens
from runut.recognise.rough import rough_words
from runut.recognise.view import View
from runut.records.events import Clause, Commitment, CommitmentKind, Event
from runut.records.ids import make_id
from runut.records.marks import Entity
from runut.records.statements import Statement

_EDGES = re.compile(r"^[\s,;:.\"“”()–—-]+|[\s,;:.!?\"“”(–—-]+$")
_HARMFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "THREATEN", "MOBILIZE", "REJECT"})
_HELPFUL = frozenset({"AID", "SUPPORT", "COOPERATE", "RETREAT", "CONCEDE"})


def find_commitments(
    view: View, entities: Sequence[Entity], statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[Commitment, ...]:
    """Commitments of an article in text order, at most one a sentence.

    A sentence needs a word of commitment, with a condition clause unless that word binds by itself; or a condition
    clause and beside it something harmful or helpful to come. Somebody must be bound, but for an obligation with its
    condition.
    """
    lexicon, actors = commitment_lexicon(view.pack), find_actors(entities, view.pack)
    starts = [event.trigger.start for event in events]
    found: list[Commitment] = []
    for start, end in (s for p in view.paragraphs for one in p.sentences for s in stretches(*one)):
        rough = rough_words(view.shadow, start, end)
        if not may_hold(rough, lexicon.words) and not may_hold(rough, lexicon.conditions):
            continue
        words = find_phrases(split_tokens(view.shadow, start, end), lexicon.words)
        conditions = find_conditions(view.shadow, start, end, view.pack)
        if not words and not conditions:
            continue
        inside = events[bisect_left(starts, start) : bisect_left(starts, end)]
        said = _said(view, (start, end), conditions, statements, actors, inside)
        made = _commitment(view, said, _hits(words, said, event_lexicon(view.pack).modals), events, lexicon)
        found += [made] if made else []
    return tuple(found)


def _said(
    view: View,
    sentence: tuple[int, int],
    conditions: Sequence[tuple[int, int]],
    statements: Sequence[Statement],
    actors: Actors,
    events: Sequence[Event],
) -> Said:
    near = statements_in(statements, *sentence)
    cues = sorted(s.cue.span.start for s in near if s.cue and sentence[0] <= s.cue.span.start < sentence[1])
    scene = make_scene(view.shadow, sentence, actors, cues, event_lexicon(view.pack), bare=True)
    assert scene is not None
    return Said(
        sentence, scene, conditions, _statement_of(near, sentence), _before(statements, sentence[0]), actors, events
    )


def _before(statements: Sequence[Statement], start: int) -> Sequence[Statement]:
    """The last statements that begin before an offset."""
    last = bisect_left(statements, start, key=lambda one: one.content.start)
    return statements[max(0, last - _STATEMENTS_BACK) : last]


_STATEMENTS_BACK = 6
"""Statements before a sentence among which the speaker of a threat without a name is looked for."""


def _statement_of(statements: Sequence[Statement], sentence: tuple[int, int]) -> Statement | None:
    """The statement of which a sentence holds the most, if any."""
    shares = [
        (min(s.content.end, sentence[1]) - max(s.content.start, sentence[0]), -at, s) for at, s in enumerate(statements)
    ]
    best = max(shares, default=None, key=lambda one: one[:2])
    return best[2] if best and best[0] > 0 else None


def _hits(words: Sequence[tuple[int, int, Word]], said: Said, modals: Entries[str]) -> list[Hit]:
    """Words of commitment outside condition clauses, those that need a condition only where there is one."""
    hits = []
    for first, last, word in words:
        at = said.start_of(first)
        outside = not any(start <= at < end for start, end in said.conditions)
        if outside and (said.conditions or word.alone) and not _is_unreal(first, said, modals):
            hits.append(Hit(first, last, word))
    return hits


def _is_unreal(first: int, said: Said, modals: Entries[str]) -> bool:
    """Whether a word of commitment is denied, asked for or past: "tidak berjanji", "meminta massa berjanji"."""
    near = said.scene.tokens[max(0, first - _UNREAL_REACH) : first]
    return any(value in ("negated", "requested", "historical", "denied") for _, _, value in find_phrases(near, modals))


_UNREAL_REACH = 3
"""Words before a word of commitment among which one may take it out of the present."""


def _commitment(
    view: View, said: Said, hits: Sequence[Hit], events: Sequence[Event], lexicon: CommitmentLexicon
) -> Commitment | None:
    for hit in hits:
        obligors = obligors_of(hit, said, events)
        unnamed = hit.word.kind == "obligation" and said.conditions and find_phrases(said.scene.tokens, lexicon.parties)
        if obligors or unnamed:
            return _made(view, said, hit.word, _consequence(hit, said), obligors)
    event = _coming(said, lexicon) if said.conditions else None
    if event is None:
        return None
    kind: CommitmentKind = "threat" if event.type in _HARMFUL else "promise"
    obligors = event.actors or speaker_labels(said)
    place = _main_clause(event.trigger.start, said)
    return _made(view, said, Word(kind, "will", False, "clause", "subject"), place, obligors) if obligors else None


def _coming(said: Said, lexicon: CommitmentLexicon) -> Event | None:
    """Something harmful or helpful that a sentence with a condition puts into the future, outside the condition."""
    tokens = said.scene.tokens
    ends = [tokens[last - 1].end for _, last, _ in find_phrases(tokens, lexicon.coming)]
    for event in said.events:
        at = event.trigger.start
        is_main = not any(start <= at < end for start, end in said.conditions)
        near = any(0 <= at - end <= _COMING_CHARS for end in ends)
        if is_main and near and event.type in _HARMFUL | _HELPFUL and event.factuality not in ("negated", "denied"):
            return event
    return None


_COMING_CHARS = 25
"""Characters between a word of the future and what is to come: an adverb or two."""


def _made(
    view: View, said: Said, word: Word, consequence: tuple[int, int], obligors: tuple[str, ...]
) -> Commitment | None:
    statement = said.statement
    speaker = statement.speaker if statement else None
    then = _clause(view, consequence, said)
    if then is None:
        return None
    return Commitment(
        id=make_id("cm", view.article.id, *said.sentence),
        sentence=view.span(*said.sentence),
        kind=word.kind,
        strength=word.strength,
        consequence=then,
        condition=_clause(view, said.conditions[0], said) if said.conditions else None,
        speaker=speaker.name if speaker else None,
        statement=statement.id if statement else None,
        obligors=obligors,
        toward=toward_whom(word, obligors, then, said),
    )


def _clause(view: View, place: tuple[int, int], said: Said) -> Clause | None:
    start, end = place
    text = view.shadow[start:end]
    trimmed = _EDGES.sub("", text)
    if not trimmed:
        return None
    start += text.index(trimmed)
    span = view.span(start, start + len(trimmed))
    event = next((e for e in said.events if span.start <= e.trigger.start < span.end), None)
    if event:
        return Clause(span, event.type, event.actors, event.recipients)
    return Clause(span, None, codes_of(said.actors.between(span.start, span.end))[:1])


def _consequence(hit: Hit, said: Said) -> tuple[int, int]:
    """Where what is promised or threatened stands: after the word, or the main clause around it."""
    at = said.start_of(hit.first)
    start, end = _main_clause(at, said)
    if hit.word.content != "after":
        return start, end
    after = said.start_of(hit.last)
    stops = [first for first, _ in said.conditions if first > at]
    return (after, min([end, *stops])) if after < end else (start, end)


def _main_clause(at: int, said: Said) -> tuple[int, int]:
    """The part of the sentence around an offset: the content of what is said, without the condition clauses."""
    start, end = said.sentence
    statement = said.statement
    if statement and statement.content.start <= at < statement.content.end:
        start, end = max(start, statement.content.start), min(end, statement.content.end)
    for first, last in said.conditions:
        if last <= at:
            start = max(start, last)
        elif first > at:
            end = min(end, first)
    return start, end

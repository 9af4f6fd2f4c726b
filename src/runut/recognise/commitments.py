"""Commitments: obligations, threats, promises, offers, refusals, assurances and hints, with their conditions."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runut.recognise.commitments_words import CommitmentLexicon, Word, commitment_lexicon
from runut.recognise.conditions import find_conditions
from runut.recognise.events_actors import ActorMention, Actors, codes_of, find_actors
from runut.recognise.events_clauses import Scene, clause_end, make_scene, stretches, subjects
from runut.recognise.events_factuality import statements_in
from runut.recognise.events_words import Entries, event_lexicon, find_phrases, may_hold, split_tokens
from runut.recognise.rough import rough_words
from runut.recognise.view import View
from runut.records.events import Clause, Commitment, CommitmentKind, Event
from runut.records.ids import make_id
from runut.records.marks import Entity
from runut.records.statements import Statement

_LOOK_BACK = 400
"""Characters before a threat in which the speaker may stand who goes on without being named again."""
_WE_REACH = 3
"""Words before a word of commitment among which "we" binds the speaker."""
_AGREEMENTS = frozenset({"SUPPORT", "AGREE", "COOPERATE", "CONSULT"})
_EDGES = re.compile(r"^[\s,;:.\"“”()–—-]+|[\s,;:.!?\"“”(–—-]+$")
_HARMFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "THREATEN", "MOBILIZE", "REJECT"})
_HELPFUL = frozenset({"AID", "SUPPORT", "COOPERATE", "RETREAT", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that may commit somebody: its scene, condition clauses, statement, and what the article holds."""

    sentence: tuple[int, int]
    scene: Scene
    conditions: Sequence[tuple[int, int]]
    statement: Statement | None
    statements: Sequence[Statement]
    actors: Actors
    events: Sequence[Event]

    def start_of(self, token: int) -> int:
        """The offset at which a token begins, or the sentence's end past the last."""
        return self.scene.tokens[token].start if token < len(self.scene.tokens) else self.sentence[1]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word of commitment at tokens `first` up to `last`, as its table reads it."""

    first: int
    last: int
    word: Word


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
) -> _Said:
    near = statements_in(statements, *sentence)
    cues = sorted(s.cue.span.start for s in near if s.cue and sentence[0] <= s.cue.span.start < sentence[1])
    scene = make_scene(view.shadow, sentence, actors, cues, event_lexicon(view.pack), bare=True)
    assert scene is not None
    return _Said(
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


def _hits(words: Sequence[tuple[int, int, Word]], said: _Said, modals: Entries[str]) -> list[_Hit]:
    """Words of commitment outside condition clauses, those that need a condition only where there is one."""
    hits = []
    for first, last, word in words:
        at = said.start_of(first)
        outside = not any(start <= at < end for start, end in said.conditions)
        if outside and (said.conditions or word.alone) and not _is_unreal(first, said, modals):
            hits.append(_Hit(first, last, word))
    return hits


def _is_unreal(first: int, said: _Said, modals: Entries[str]) -> bool:
    """Whether a word of commitment is denied, asked for or past: "tidak berjanji", "meminta massa berjanji"."""
    near = said.scene.tokens[max(0, first - _UNREAL_REACH) : first]
    return any(value in ("negated", "requested", "historical", "denied") for _, _, value in find_phrases(near, modals))


_UNREAL_REACH = 3
"""Words before a word of commitment among which one may take it out of the present."""


def _commitment(
    view: View, said: _Said, hits: Sequence[_Hit], events: Sequence[Event], lexicon: CommitmentLexicon
) -> Commitment | None:
    for hit in hits:
        obligors = _obligors(hit, said, events)
        unnamed = hit.word.kind == "obligation" and said.conditions and find_phrases(said.scene.tokens, lexicon.parties)
        if obligors or unnamed:
            return _made(view, said, hit.word, _consequence(hit, said), obligors)
    event = _coming(said, lexicon) if said.conditions else None
    if event is None:
        return None
    kind: CommitmentKind = "threat" if event.type in _HARMFUL else "promise"
    obligors = event.actors or _speaker_labels(said)
    place = _main_clause(event.trigger.start, said)
    return _made(view, said, Word(kind, "will", False, "clause", "subject"), place, obligors) if obligors else None


def _coming(said: _Said, lexicon: CommitmentLexicon) -> Event | None:
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
    view: View, said: _Said, word: Word, consequence: tuple[int, int], obligors: tuple[str, ...]
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
        toward=_toward(word, obligors, then, said),
    )


def _clause(view: View, place: tuple[int, int], said: _Said) -> Clause | None:
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


def _consequence(hit: _Hit, said: _Said) -> tuple[int, int]:
    """Where what is promised or threatened stands: after the word, or the main clause around it."""
    at = said.start_of(hit.first)
    start, end = _main_clause(at, said)
    if hit.word.content != "after":
        return start, end
    after = said.start_of(hit.last)
    stops = [first for first, _ in said.conditions if first > at]
    return (after, min([end, *stops])) if after < end else (start, end)


def _main_clause(at: int, said: _Said) -> tuple[int, int]:
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


def _obligors(hit: _Hit, said: _Said, events: Sequence[Event]) -> tuple[str, ...]:
    """Who is bound: whoever says "we", the subject of the word or its object, the parties of a pact, the speaker."""
    scene = said.scene
    window = range(max(0, hit.first - _WE_REACH), min(hit.last, len(scene.joints)))
    if hit.word.bound != "object" and any(scene.joints[at] == "we" for at in window):
        return _speaker_labels(said)
    if hit.word.bound == "object":
        stop = clause_end(scene, hit.last)
        objects = [p.mention for p in scene.before(hit.last, stop) if not p.role and p.mention.kind != "place"]
        return said.actors.labels(objects[:2]) if objects else _parties(said, hit, events)
    if hit.word.kind == "obligation":
        named = codes_of(said.actors.between(*said.sentence))
        own = subjects(scene, hit.first)
        if own and len(named) < _PARTIES:
            return said.actors.labels([phrase.mention for phrase in own])
        return named[:_PARTIES] if len(named) >= _PARTIES else _parties(said, hit, events)
    if hit.word.bound == "speaker":
        return _speaker_labels(said) or (_speaker_before(said) if said.conditions else ())
    own = subjects(scene, hit.first)
    if own and hit.word.bound == "person":
        own = [phrase for phrase in own if phrase.mention.kind in ("person", "country")]
    if own:
        return said.actors.labels([phrase.mention for phrase in own])
    return _speaker_labels(said) if own is None else ()


_PARTIES = 2
"""The countries that a pact binds to each other."""


def _speaker_labels(said: _Said) -> tuple[str, ...]:
    """What the sentence's speaker is called as a party: a name of the article that may act."""
    speaker = said.statement.speaker if said.statement else None
    mentions: Sequence[ActorMention] = ()
    if speaker and speaker.span:
        mentions = said.actors.between(speaker.span.start, speaker.span.end)
    if not mentions and speaker:
        mentions = [m for m in said.actors.mentions if m.name == speaker.name][:1]
    named = [m for m in mentions if speaker and m.name == speaker.name]
    people = named or [m for m in mentions if m.kind == "person"][-1:] or list(mentions[:1])
    code = next((m.code for m in mentions if m.code), "")
    return said.actors.labels([replace(one, code=one.code or code) for one in people[:1]])


def _speaker_before(said: _Said) -> tuple[str, ...]:
    """The last speaker shortly before a sentence: a threat told on without naming its speaker again."""
    at = said.sentence[0]
    spans = [s.speaker.span for s in said.statements if s.speaker and s.speaker.span]
    near = [span for span in spans if at - _LOOK_BACK <= span.start < at]
    last = max(near, key=lambda span: span.start, default=None)
    return said.actors.labels(said.actors.between(last.start, last.end)[:1]) if last else ()


def _parties(said: _Said, hit: _Hit, events: Sequence[Event]) -> tuple[str, ...]:
    """The two countries of the nearest agreement told before an offset, or else after it."""
    at = said.start_of(hit.first)
    pairs = [
        (event.trigger.start, pair)
        for event in events
        if event.type in _AGREEMENTS
        and len(pair := tuple(dict.fromkeys((*event.actors, *event.recipients)))) == _PARTIES
    ]
    before = [pair for start, pair in pairs if start < at]
    return before[-1] if before else pairs[0][1] if pairs else ()


def _toward(word: Word, obligors: tuple[str, ...], then: Clause, said: _Said) -> tuple[str, ...]:
    """Whom it is said to: who receives in the consequence, or acts in the condition; parties bind one another."""
    if len(obligors) == _PARTIES and word.kind == "obligation":
        return obligors
    if then.recipients:
        return tuple(name for name in then.recipients if name not in obligors)
    bound = word.bound in ("speaker", "object")
    for start, end in [(then.span.start, then.span.end), *(said.sentence for _ in range(bound))]:
        mentions = [m for m in said.actors.between(start, end) if m.kind != "place"]
        others = [label for label in said.actors.labels(mentions) if label not in obligors]
        if others and (word.kind in ("threat", "assurance", "hint") or said.conditions):
            return tuple(others[:1])
    return _who_must_not(obligors, said)


def _who_must_not(obligors: tuple[str, ...], said: _Said) -> tuple[str, ...]:
    """Whose act the condition is: the name with which it opens."""
    for start, end in said.conditions:
        opening = [p for p in said.scene.phrases if start <= p.mention.start < end and not p.role][:1]
        if opening and said.scene.tokens[opening[0].first].start - start <= _OPENING_CHARS:
            return tuple(name for name in said.actors.labels([opening[0].mention]) if name not in obligors)
    return ()


_OPENING_CHARS = 14
"""Characters of the longest word that opens a condition, after which its subject stands."""

"""Who is bound by words of commitment, and towards whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from runut.recognise.commitments_words import Word
from runut.recognise.events_actors import ActorMention, Actors, codes_of
from runut.recognise.events_clauses import Scene
from runut.recognise.events_subjects import clause_end, subjects
from runut.records.events import Clause, Event
from runut.records.statements import Statement

_LOOK_BACK = 400
"""Characters before a threat in which the speaker may stand who goes on without being named again."""
_WE_REACH = 3
"""Words before a word of commitment among which "we" binds the speaker."""
_AGREEMENTS = frozenset({"SUPPORT", "AGREE", "COOPERATE", "CONSULT"})


@dataclass(frozen=True, slots=True)
class Said:
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
class Hit:
    """A word of commitment at tokens `first` up to `last`, as its table reads it."""

    first: int
    last: int
    word: Word


def obligors_of(hit: Hit, said: Said, events: Sequence[Event]) -> tuple[str, ...]:
    """Who is bound: whoever says "we", the subject of the word or its object, the parties of a pact, the speaker."""
    scene = said.scene
    window = range(max(0, hit.first - _WE_REACH), min(hit.last, len(scene.joints)))
    if hit.word.bound != "object" and any(scene.joints[at] == "we" for at in window):
        return speaker_labels(said)
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
        return speaker_labels(said) or (_speaker_before(said) if said.conditions else ())
    own = subjects(scene, hit.first)
    if own and hit.word.bound == "person":
        own = [phrase for phrase in own if phrase.mention.kind in ("person", "country")]
    if own:
        return said.actors.labels([phrase.mention for phrase in own])
    return speaker_labels(said) if own is None else ()


_PARTIES = 2
"""The countries that a pact binds to each other."""


def speaker_labels(said: Said) -> tuple[str, ...]:
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


def _speaker_before(said: Said) -> tuple[str, ...]:
    """The last speaker shortly before a sentence: a threat told on without naming its speaker again."""
    at = said.sentence[0]
    spans = [s.speaker.span for s in said.statements if s.speaker and s.speaker.span]
    near = [span for span in spans if at - _LOOK_BACK <= span.start < at]
    last = max(near, key=lambda span: span.start, default=None)
    return said.actors.labels(said.actors.between(last.start, last.end)[:1]) if last else ()


def _parties(said: Said, hit: Hit, events: Sequence[Event]) -> tuple[str, ...]:
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


def toward_whom(word: Word, obligors: tuple[str, ...], then: Clause, said: Said) -> tuple[str, ...]:
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


def _who_must_not(obligors: tuple[str, ...], said: Said) -> tuple[str, ...]:
    """Whose act the condition is: the name with which it opens."""
    for start, end in said.conditions:
        opening = [p for p in said.scene.phrases if start <= p.mention.start < end and not p.role][:1]
        if opening and said.scene.tokens[opening[0].first].start - start <= _OPENING_CHARS:
            return tuple(name for name in said.actors.labels([opening[0].mention]) if name not in obligors)
    return ()


_OPENING_CHARS = 14
"""Characters of the longest word that opens a condition, after which its subject stands."""

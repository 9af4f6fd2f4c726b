"""Events in PLOVER terms: a table of words, who takes part, where and when, and whether they are told as fact.

Source: PLOVER 2.0 draft manual (types, modes).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from runut.recognise.conditions import find_conditions
from runut.recognise.events_actors import ActorMention, find_actors
from runut.recognise.events_clauses import Phrase, Scene, make_scene, stretches
from runut.recognise.events_factuality import FRAMES, Told, factuality_of, statements_in
from runut.recognise.events_subjects import clause_end, clause_start, named_by, subjects
from runut.recognise.events_words import EventLexicon, Trigger, event_lexicon, find_phrases
from runut.recognise.view import View, told_sentences
from runut.records.events import Event, Factuality
from runut.records.ids import make_id
from runut.records.marks import Entity, TimeExpression
from runut.records.statements import Statement

_OBJECT_REACH = 3
"""Words between a verb and the name that is its object: a title and a rank; farther names are other roles."""
_CARRY_REACH = 3
"""Words before a verb in which "and", "to" or "we" says whose it is."""
_AGENT_REACH = 6
"""Words between a passive verb and "by"."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A trigger as read: who acts, who receives, in phrases."""

    trigger: Trigger
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]


def find_events(
    view: View, entities: Sequence[Entity], times: Sequence[TimeExpression], statements: Sequence[Statement]
) -> tuple[Event, ...]:
    """Events in text order in which somebody named takes part; roles that are not clear are left open."""
    lexicon, actors = event_lexicon(view.pack), find_actors(entities, view.pack)
    cues = sorted(s.cue.span.start for s in statements if s.cue)
    found: list[Event] = []
    if not actors.mentions:
        return ()
    for start, end in (s for one in told_sentences(view) for s in stretches(*one)):
        spoken = cues[bisect_left(cues, start) : bisect_left(cues, end)]
        scene = make_scene(view.shadow, (start, end), actors, spoken, lexicon)
        if scene is None:
            continue
        conditions = find_conditions(view.shadow, start, end, view.pack)
        inside = times[bisect_left(times, start, key=_start) : bisect_left(times, end, key=_start)]
        said = statements_in(statements, start, end)
        told = Told((start, end), scene, conditions, inside, said, actors, lexicon)
        found += _events(view, told)
    return tuple(found)


def _start(time: TimeExpression) -> int:
    return time.span.start


def _events(view: View, told: Told) -> list[Event]:
    found: list[Event] = []
    before: _Read | None = None
    frame: Trigger | None = None
    for trigger in told.scene.triggers:
        read = _read(trigger, told, before, frame)
        if read:
            found.append(_event(view, read, factuality_of(trigger, told, frame), told))
            before = read
        if trigger.type in FRAMES and trigger.voice != "noun":
            frame = trigger
    return found


def _event(view: View, read: _Read, factuality: Factuality, told: Told) -> Event:
    trigger, tokens = read.trigger, told.scene.tokens
    start, end = tokens[trigger.first].start, tokens[trigger.last - 1].end
    day = _day(told) if factuality in ("actual", "negated", "denied", "future") else None
    if factuality == "actual" and day and _is_old(view, day[1]):
        factuality = "historical"
    return Event(
        id=make_id("ev", view.article.id, start, end),
        trigger=view.span(start, end),
        sentence=view.span(*told.sentence),
        type=trigger.type,
        mode=trigger.mode or None,
        actors=told.actors.labels(read.actors, read.recipients),
        recipients=told.actors.labels(read.recipients, read.actors),
        first=day[0] if day else None,
        last=day[1] if day else None,
        where=_where(trigger, told.scene),
        factuality=factuality,
    )


def _read(trigger: Trigger, told: Told, before: _Read | None, frame: Trigger | None) -> _Read | None:
    """Who takes part in a trigger's event; None if nobody named does."""
    scene = told.scene
    after = scene.before(trigger.last, clause_end(scene, trigger.last))
    if trigger.voice == "noun":
        return _read_noun(trigger, after)
    voice = _voice(trigger, scene)
    ahead = subjects(scene, trigger.first)
    subject = _mentions(ahead or ()) or (_carried(trigger, told, before, frame) if ahead is None else ())
    if voice == "passive":
        agents = [p for p in after if p.role == "agent" and p.first - trigger.last <= _AGENT_REACH]
        agents = agents or [p for p in after if p.first == trigger.last and _near(trigger, p, scene, told.lexicon)]
        return _made(trigger, _mentions(_with_joined(agents[:1], after, scene)), subject)
    objects = _objects(trigger, after, scene, told.lexicon)
    if trigger.voice == "mutual":
        return _made(trigger, (*subject, *_mentions(objects)), ())
    sides = (subject, _mentions(objects))
    if voice in ("host", "hosted"):
        return _made(trigger, *(sides[::-1] if voice == "host" else sides)) if all(sides) else None
    read = _made(trigger, *sides)
    if read and trigger.voice == "between" and not _between_countries(read):
        return None
    return read


def _voice(trigger: Trigger, scene: Scene) -> str:
    """The voice of a trigger here: a past form is passive after a word such as "was"."""
    if trigger.voice != "past":
        return trigger.voice
    before = range(max(0, trigger.first - 2), trigger.first)
    return "passive" if any(scene.joints[at] == "aux" for at in before) else "active"


def _between_countries(read: _Read) -> bool:
    """Whether somebody of one country acts towards another: a verb of many senses ("mengakui") is political there."""
    codes = [{mention.code for mention in side if mention.code} for side in (read.actors, read.recipients)]
    return bool(codes[0] and codes[1] and not codes[0] & codes[1])


def _read_noun(trigger: Trigger, after: Sequence[Phrase]) -> _Read | None:
    """The name right after a noun or after "by" acts, the one after "on" receives: "serangan Rusia ke Ukraina"."""
    doers = [p for p in after if p.role == "agent" or (not p.role and p.first - trigger.last <= 1)][:1]
    goals = [p for p in after if p.role in ("to", "with") and p not in doers][:1]
    return _made(trigger, _mentions(doers), _mentions(goals)) if doers and goals else None


def _made(trigger: Trigger, actors: tuple[ActorMention, ...], goals: tuple[ActorMention, ...]) -> _Read | None:
    names = {mention.name for mention in actors}
    codes = {mention.code for mention in actors if mention.code}
    goals = tuple(m for m in goals if m.name not in names and not (m.kind == "country" and m.code in codes))
    return _Read(trigger, actors, goals) if actors or goals else None


def _mentions(phrases: Sequence[Phrase]) -> tuple[ActorMention, ...]:
    return tuple(phrase.mention for phrase in phrases)


def _with_joined(chosen: Sequence[Phrase], after: Sequence[Phrase], scene: Scene) -> list[Phrase]:
    """A phrase and those that "and" joins to it."""
    joined = list(chosen)
    for phrase in after:
        if joined and phrase.first == joined[-1].last + 1 and scene.joints[joined[-1].last] == "and":
            joined.append(phrase)
    return joined


def _objects(trigger: Trigger, after: Sequence[Phrase], scene: Scene, modals: EventLexicon) -> list[Phrase]:
    """Who receives: the name right after the verb, or the first that "to", "against" or "with" governs."""
    direct = [p for p in after if _near(trigger, p, scene, modals)]
    if direct and trigger.type not in _WITHOUT_OBJECT:
        return _with_joined([named_by(direct[0], scene)], after, scene)
    if trigger.mode == "visit":
        goals = [p for p in after if p.role in ("to", "place", "with") and p.mention.is_place and p.mention.code]
    else:
        goals = [p for p in after if p.role in _goal_roles(trigger) and p.mention.kind != "place"]
        goals = [p for p in goals[:1] if _leads_to(trigger, p, scene)]
    return _with_joined([named_by(goal, scene) for goal in goals[:1]], after, scene)


def _leads_to(trigger: Trigger, phrase: Phrase, scene: Scene) -> bool:
    """Whether no other preposition stands between a verb and the one before a phrase."""
    if any(trigger.last <= other.first < phrase.first for other in scene.triggers):
        return False
    between = {scene.joints[at] for at in range(trigger.last, phrase.first)}
    return between <= {"", "state", "title", "arms", "thing", "and", "from", "done", phrase.role}


def _goal_roles(trigger: Trigger) -> tuple[str, ...]:
    """Prepositions that lead to who receives: "for" only for those who get something."""
    return ("to", "with", "for") if trigger.type in ("AID", "SUPPORT", "AGREE") else ("to", "with")


_WITHOUT_OBJECT = frozenset({"MOBILIZE", "PROTEST"})
"""Types whose object is what is used, not whom it is done to."""


_BROAD = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "AGREE", "CONCEDE"})
"""Types of words and gestures: what they are about may be somebody's plan or deed, and still be towards them."""


def _near(trigger: Trigger, phrase: Phrase, scene: Scene, lexicon: EventLexicon) -> bool:
    """Whether a name is the object of a verb: right after it but for a title, or the owner of what is spoken of."""
    if phrase.role or phrase.mention.kind == "place" or (phrase.is_possessor and trigger.type not in _BROAD):
        return False
    gap = range(trigger.last, phrase.last)
    between = [at for at in gap if scene.tokens[at].start < phrase.mention.start]
    allowed = ("", "state", "title") if trigger.type in _BROAD and trigger.voice != "passive" else ("state", "title")
    if any(trigger.last <= other.first < phrase.first for other in scene.triggers):
        return False
    if len(between) > _OBJECT_REACH or any(scene.joints[at] not in allowed for at in between):
        return False
    return not find_phrases([scene.tokens[at] for at in between], lexicon.modals)


def _carried(trigger: Trigger, told: Told, before: _Read | None, frame: Trigger | None) -> tuple[ActorMention, ...]:
    """Who acts where the clause names nobody: whoever acted before "and", was asked to, or says "we"."""
    scene = told.scene
    window = range(max(0, trigger.first - _CARRY_REACH), trigger.first)
    roles = [scene.joints[at] for at in window]
    if "we" in roles:
        return _speaker(told, scene.tokens[trigger.first].start)
    if before is None or "relative" in roles or "pronoun" in roles:
        return ()
    if "purpose" in roles:
        asked = frame is before.trigger and frame.type == "REQUEST" and before.recipients
        return before.recipients if asked else before.actors
    between = scene.tokens[before.trigger.last : trigger.first]
    if "and" in roles and not any(token.low in ';:."“”' for token in between):
        return before.actors if before.trigger.voice == trigger.voice != "passive" else ()
    return ()


def _speaker(told: Told, at: int) -> tuple[ActorMention, ...]:
    """The named speaker of the words at an offset."""
    for statement in told.statements:
        if statement.content.start <= at < statement.content.end and statement.speaker and statement.speaker.span:
            span = statement.speaker.span
            return told.actors.between(span.start, span.end)[:1]
    return ()


def _where(trigger: Trigger, scene: Scene) -> str | None:
    """The place that a preposition of place puts the event in: the nearest of the clause, after the trigger first."""
    stop = clause_end(scene, trigger.last)
    after = [p for p in scene.before(trigger.last, stop) if p.role == "place" and p.mention.is_place]
    start = clause_start(scene, trigger.first)
    ahead = [
        p
        for p in scene.before(0, trigger.first)
        if p.role == "place" and p.mention.is_place and (p.first >= start or p.first <= 1)
    ]
    chosen = after[:1] or ahead[-1:]
    return chosen[0].mention.name if chosen else None


def _day(told: Told) -> tuple[str, str] | None:
    """The day that a sentence names, if it is the only one; the first and last of a printed span of days."""
    start, end = told.sentence
    inside = [
        t
        for t in told.times
        if start <= t.span.start < end and t.first and t.last and t.grain in _DAYS and not _bounds(t, told.scene)
    ]
    days = {(t.first, t.last) for t in inside if not t.in_quote} or {(t.first, t.last) for t in inside}
    if len(days) != 1:
        return None
    first, last = days.pop()
    return (first, last) if first and last else None


def _bounds(time: TimeExpression, scene: Scene) -> bool:
    """Whether a time says not when something happens: "since 2000", a budget's year, the days to come."""
    at = bisect_left(scene.tokens, time.span.start, key=lambda token: token.start)
    roles = {scene.joints[k] for k in (at - 1, at) if 0 <= k < len(scene.joints)}
    if roles & {"other", "cut"} or (time.anchor == "published" and "/" in (time.value or "")):
        return True
    return time.grain in ("month", "year") and time.anchor == "none" and not roles & {"to", "place"}


_DAYS = frozenset({"minute", "hour", "part", "day", "month", "year"})


def _is_old(view: View, last: str) -> bool:
    published = view.article.published
    if published is None:
        return False
    year = f"{int(published.day[:4]) - 1:04}{published.day[4:]}" if published.day[:4].isdigit() else ""
    return last < year

"""Events in PLOVER terms: a table of words, the countries around them, and whether they are told as having happened.

Source: PLOVER 2.0 draft manual (types, modes); the clause rules follow the pilot described in docs/scores.md.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from runut.languages.pack import LanguagePack
from runut.recognise.conditions import any_form, find_conditions
from runut.recognise.events_actors import ActorMention, Actors, codes_of, find_actors
from runut.recognise.view import View
from runut.records.events import Event, Factuality
from runut.records.ids import make_id
from runut.records.marks import Entity, TimeExpression
from runut.records.statements import Statement

_REACH = 60
"""Characters before a trigger in which a modal word still governs it: about eight words."""
_AGENT_REACH = 12
"""Characters between a passive word and its agent, room for a preposition: farther countries are other roles."""
_STOP = re.compile(r"[,;:()\"“”]")
_ORDER: tuple[Factuality, ...] = ("denied", "negated", "alleged", "requested", "possible", "future", "historical")
"""Where several modal words stand before a trigger, the first of these counts."""


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """The tables `event_verbs` and `modals` of a language: patterns, and rows by form."""

    triggers: re.Pattern[str]
    readings: dict[str, tuple[str, str, str]]
    places: re.Pattern[str]
    modals: re.Pattern[str]
    factuality: dict[str, str]


@cache
def event_lexicon(pack: LanguagePack) -> EventLexicon:
    """The event tables of a language, read and compiled once."""
    rows = pack.table("event_verbs")
    readings = {
        row["form"].lower(): (row["type"], row["mode"], row["voice"])
        for row in reversed(rows)
        if row["voice"] != "place"
    }
    places = any_form(row["form"] for row in rows if row["voice"] == "place")
    factuality = {row["form"].lower(): row["factuality"] for row in reversed(pack.table("modals"))}
    return EventLexicon(any_form(readings), readings, places, any_form(factuality), factuality)


def find_events(
    view: View, entities: Sequence[Entity], times: Sequence[TimeExpression], statements: Sequence[Statement]
) -> tuple[Event, ...]:
    """Events between countries, in text order; one that names no country is left out."""
    lexicon, actors = event_lexicon(view.pack), find_actors(entities)
    found: list[Event] = []
    if not actors.mentions:
        return ()
    for paragraph in view.paragraphs:
        for start, end in paragraph.sentences:
            conditions = find_conditions(view.shadow, start, end, view.pack)
            scene = _Scene((start, end), actors, conditions, times, statements)
            frame: Event | None = None
            for hit in lexicon.triggers.finditer(view.shadow, start, end):
                event = _event(view, hit, scene, frame)
                if event:
                    found.append(event)
                    frame = (
                        event if event.type in _FRAMES and lexicon.readings[hit[0].lower()][2] == "active" else frame
                    )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with all that its events are read against."""

    sentence: tuple[int, int]
    actors: Actors
    conditions: Sequence[tuple[int, int]]
    times: Sequence[TimeExpression]
    statements: Sequence[Statement]


def _event(view: View, hit: re.Match[str], scene: _Scene, frame: Event | None) -> Event | None:
    """The event of a trigger; inside what an earlier word of the sentence accuses of, asks or threatens (`frame`)."""
    kind, mode, voice = event_lexicon(view.pack).readings[hit[0].lower()]
    doers, receivers = _roles(voice, *_actors_around(view, hit, scene, frame, voice))
    if not doers or (voice == "noun" and not receivers):
        return None
    factuality = _factuality(view, hit.start(), scene)
    if frame and factuality == "actual":
        factuality = _FRAMES[frame.type]
    day = _day(scene.times, *scene.sentence) if factuality == "actual" else None
    return Event(
        id=make_id("ev", view.article.id, hit.start(), hit.end()),
        trigger=view.span(hit.start(), hit.end()),
        sentence=view.span(*scene.sentence),
        type=kind,
        mode=mode or None,
        actors=doers,
        recipients=receivers,
        first=day[0] if day else None,
        last=day[1] if day else None,
        factuality=factuality,
    )


def _actors_around(
    view: View, hit: re.Match[str], scene: _Scene, frame: Event | None, voice: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes before and after a trigger. The frame or the speaker supplies an actor that its clause lacks."""
    before, after = clause_actors(view.shadow, hit.start(), hit.end(), _bounds(hit.start(), scene), scene.actors)
    places = event_lexicon(view.pack).places
    if voice == "passive":
        after = tuple(m for m in after if m.start - hit.end() <= _AGENT_REACH)
    acting = [m for m in before if not (m.is_place and places.search(view.shadow, max(0, m.start - 12), m.start))]
    if frame:
        acting = [m for m in acting if m.start >= frame.trigger.end]
        receivers = [m.code for m in acting if m.code in frame.recipients]
        return (tuple(receivers) or codes_of(acting) or frame.recipients or frame.actors), codes_of(after)
    if not acting and voice == "active":
        return _speaker_country(scene, hit.start()), codes_of(after)
    return codes_of(acting), codes_of(after)


def _bounds(at: int, scene: _Scene) -> tuple[int, int]:
    """The condition clause that holds an offset, or the sentence up to the next condition clause."""
    start, end = scene.sentence
    for first, last in scene.conditions:
        if first <= at < last:
            return first, last
        end = min(end, first) if at < first else end
    return start, end


def _speaker_country(scene: _Scene, at: int) -> tuple[str, ...]:
    """The country of whoever says the quoted words at an offset: its "we" acts."""
    for statement in scene.statements:
        span = statement.speaker.span if statement.speaker else None
        if span and statement.form == "direct" and statement.content.start <= at < statement.content.end:
            return codes_of(scene.actors.between(span.start, span.end))[:1]
    return ()


def clause_actors(
    shadow: str, start: int, end: int, sentence: tuple[int, int], actors: Actors
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Mentions before and after a trigger, within its clause; an empty clause before it looks back over one comma."""
    cuts = [hit.end() for hit in _STOP.finditer(shadow, sentence[0], start)]
    before = actors.between(cuts[-1] if cuts else sentence[0], start)
    if not before and cuts:
        before = actors.between(cuts[-2] if len(cuts) > 1 else sentence[0], start)
    stop = _STOP.search(shadow, end, sentence[1])
    return before, actors.between(end, stop.start() if stop else sentence[1])


def _roles(voice: str, before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients: the first country of the clause acts, the first other one after the trigger receives."""
    first, other = before[:1], after
    receivers = tuple(code for code in other if code not in first)[:1]
    if voice == "passive":
        return receivers, first
    if voice == "mutual":
        return (*before[:2], *receivers)[:2], ()
    if voice == "noun":
        return other[:1], other[1:2]
    return first, receivers


def _day(times: Sequence[TimeExpression], start: int, end: int) -> tuple[str | None, str | None] | None:
    inside = [t for t in times if start <= t.span.start < end and t.first and t.grain in ("day", "minute")]
    return (inside[0].first, inside[0].last) if len({t.first for t in inside}) == 1 else None


def _factuality(view: View, at: int, scene: _Scene) -> Factuality:
    """Whether an event is told as having happened: by conditions, modal words, then the cue of its speech."""
    if any(first <= at < last for first, last in scene.conditions):
        return "hypothetical"
    lexicon = event_lexicon(view.pack)
    window = max(scene.sentence[0], at - _REACH)
    found = {lexicon.factuality[hit[0].lower()] for hit in lexicon.modals.finditer(view.shadow, window, at)}
    governing: Factuality | None = next((kind for kind in _ORDER if kind in found), None)
    if governing or scene.conditions:
        return governing or "hypothetical"
    for statement in scene.statements:
        if statement.content.start <= at < statement.content.end and statement.cue:
            return _BY_CUE.get(statement.cue.polarity, "actual")
    return "actual"


_FRAMES: dict[str, Factuality] = {
    "ACCUSE": "alleged",
    "REQUEST": "requested",
    "THREATEN": "hypothetical",
    "REJECT": "denied",
}
_BY_CUE: dict[str, Factuality] = {"deny": "denied", "accuse": "alleged", "demand": "requested", "plan": "future"}

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
_STOP = re.compile(r"[,;:()\"“”]")
_ORDER: tuple[Factuality, ...] = ("denied", "negated", "alleged", "requested", "possible", "future", "historical")
"""Where several modal words stand before a trigger, the first of these counts."""


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """The tables `event_verbs` and `modals` of a language: patterns, and rows by form."""

    triggers: re.Pattern[str]
    readings: dict[str, tuple[str, str, str]]
    modals: re.Pattern[str]
    factuality: dict[str, str]


@cache
def event_lexicon(pack: LanguagePack) -> EventLexicon:
    """The event tables of a language, read and compiled once."""
    readings = {
        row["form"].lower(): (row["type"], row["mode"], row["voice"]) for row in reversed(pack.table("event_verbs"))
    }
    factuality = {row["form"].lower(): row["factuality"] for row in reversed(pack.table("modals"))}
    return EventLexicon(any_form(readings), readings, any_form(factuality), factuality)


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
            for hit in lexicon.triggers.finditer(view.shadow, start, end):
                event = _event(view, hit, (start, end), actors, conditions, times, statements)
                if event:
                    found.append(event)
    return tuple(found)


def _event(
    view: View,
    hit: re.Match[str],
    sentence: tuple[int, int],
    actors: Actors,
    conditions: Sequence[tuple[int, int]],
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
) -> Event | None:
    lexicon = event_lexicon(view.pack)
    kind, mode, voice = lexicon.readings[hit[0].lower()]
    before, after = clause_actors(view.shadow, hit.start(), hit.end(), sentence, actors)
    doers, receivers = _roles(voice, before, after)
    if not doers or (voice == "noun" and not receivers):
        return None
    day = _day(times, *sentence)
    return Event(
        id=make_id("ev", view.article.id, hit.start(), hit.end()),
        trigger=view.span(hit.start(), hit.end()),
        sentence=view.span(*sentence),
        type=kind,
        mode=mode or None,
        actors=doers,
        recipients=receivers,
        first=day[0] if day else None,
        last=day[1] if day else None,
        factuality=_factuality(view, hit.start(), sentence[0], conditions, statements),
    )


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


def _roles(
    voice: str, before: Sequence[ActorMention], after: Sequence[ActorMention]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients: the first country of the clause acts, the first other one after the trigger receives."""
    first, other = codes_of(before)[:1], codes_of(after)
    receivers = tuple(code for code in other if code not in first)[:1]
    if voice == "passive":
        return receivers, first
    if voice == "mutual":
        return (*codes_of(before)[:2], *receivers)[:2], ()
    if voice == "noun":
        return other[:1], other[1:2]
    return first, receivers


def _day(times: Sequence[TimeExpression], start: int, end: int) -> tuple[str | None, str | None] | None:
    inside = [t for t in times if start <= t.span.start < end and t.first and t.grain in ("day", "minute")]
    return (inside[0].first, inside[0].last) if len({t.first for t in inside}) == 1 else None


def _factuality(
    view: View, at: int, start: int, conditions: Sequence[tuple[int, int]], statements: Sequence[Statement]
) -> Factuality:
    if any(first <= at < last for first, last in conditions):
        return "hypothetical"
    lexicon = event_lexicon(view.pack)
    found = {
        lexicon.factuality[hit[0].lower()] for hit in lexicon.modals.finditer(view.shadow, max(start, at - _REACH), at)
    }
    governing: Factuality | None = next((kind for kind in _ORDER if kind in found), None)
    if governing:
        return governing
    if conditions:
        return "hypothetical"
    for statement in statements:
        if statement.content.start <= at < statement.content.end and statement.cue:
            polarity = statement.cue.polarity
            if polarity in ("deny", "accuse", "demand", "plan"):
                return _BY_CUE[polarity]
    return "actual"


_BY_CUE: dict[str, Factuality] = {"deny": "denied", "accuse": "alleged", "demand": "requested", "plan": "future"}

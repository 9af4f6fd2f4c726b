"""Whether an event is told as having happened, as to come, as denied, asked for, alleged or conditional."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from runut.recognise.events_actors import Actors
from runut.recognise.events_clauses import Scene
from runut.recognise.events_words import EventLexicon, Trigger, find_phrases
from runut.records.events import Factuality
from runut.records.marks import TimeExpression
from runut.records.statements import Statement

_NEGATION_REACH = 3
"""Words between a negation and what it denies ("tidak akan pernah menyerang")."""
_MODAL_REACH = 8
"""Words before a trigger in which another modal word of its clause governs it."""
_ORDER: tuple[Factuality, ...] = ("denied", "negated", "alleged", "requested", "possible", "future", "historical")
"""Where several modal words stand before a trigger, the first of these counts."""
FRAMES: dict[str, Factuality] = {
    "ACCUSE": "alleged",
    "REQUEST": "requested",
    "THREATEN": "hypothetical",
    "REJECT": "denied",
}
"""What is told within an accusation, a request, a threat or a refusal."""
_BY_CUE: dict[str, Factuality] = {"deny": "denied", "accuse": "alleged", "demand": "requested", "plan": "future"}


@dataclass(frozen=True, slots=True)
class Told:
    """All that the events of a sentence are read against."""

    sentence: tuple[int, int]
    scene: Scene
    conditions: Sequence[tuple[int, int]]
    times: Sequence[TimeExpression]
    statements: Sequence[Statement]
    actors: Actors
    lexicon: EventLexicon


def statements_in(statements: Sequence[Statement], start: int, end: int) -> list[Statement]:
    """The statements that share characters with a stretch of text; statements stand in text order."""
    last = bisect_left(statements, end, key=lambda one: one.content.start)
    near = statements[max(0, last - _NEAR_STATEMENTS) : last]
    return [one for one in near if one.content.end > start or (one.cue and start <= one.cue.span.start < end)]


_NEAR_STATEMENTS = 40
"""Statements before a stretch of text that may reach into it."""


def factuality_of(trigger: Trigger, told: Told, frame: Trigger | None) -> Factuality:
    """Whether an event is told as having happened: by conditions, modal words, its frame, the cue of its speech."""
    at = told.scene.tokens[trigger.first].start
    if any(first <= at < last for first, last in told.conditions):
        return "hypothetical"
    governing = _modal(trigger, told)
    settled = trigger.type in FRAMES or _is_settled(trigger, told.scene)
    if governing or (told.conditions and not settled):
        return governing or "hypothetical"
    if frame and _goes_on(frame, trigger, told.scene):
        return FRAMES[frame.type]
    for statement in told.statements:
        if statement.content.start <= at < statement.content.end and statement.cue:
            return _BY_CUE.get(statement.cue.polarity, "actual")
    return "actual"


def _is_settled(trigger: Trigger, scene: Scene) -> bool:
    """Whether a trigger stands in a relative clause or after "has": a condition elsewhere does not reach it."""
    window = range(max(0, trigger.first - _NEGATION_REACH), trigger.first)
    return any(scene.joints[at] in ("relative", "done") for at in window)


def _goes_on(frame: Trigger, trigger: Trigger, scene: Scene) -> bool:
    """Whether a trigger stands in what an earlier one accuses of, asks or threatens: no comma with "and" parts them."""
    between = range(frame.last, trigger.first)
    return not any(scene.tokens[at].low in ",;" or scene.joints[at] == "relative" for at in between)


def _modal(trigger: Trigger, told: Told) -> Factuality | None:
    scene = told.scene
    first = max(0, trigger.first - _MODAL_REACH)
    found: set[str] = set()
    for _, stop, value in find_phrases(scene.tokens[first : trigger.first], told.lexicon.modals):
        gap = range(first + stop, trigger.first)
        if value == "negated" and len(gap) > _NEGATION_REACH:
            continue
        if not any(scene.tokens[at].low in ',;:"“”' or scene.joints[at] == "relative" for at in gap):
            found.add(value)
    if trigger.type in FRAMES:
        found -= {"alleged", "denied", "requested"}
    return next((kind for kind in _ORDER if kind in found), None)

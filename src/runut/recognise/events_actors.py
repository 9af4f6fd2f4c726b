"""Countries and bodies in a sentence, as codes in text order: who may be actor or recipient of an event."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from runut.records.marks import Entity


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A mention of an actor: offsets, the ISO 3166 alpha-3 code of its country, whether it is a place."""

    start: int
    end: int
    code: str
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Actors:
    """All mentions of actors of an article, in text order."""

    mentions: tuple[ActorMention, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_actors(entities: Sequence[Entity]) -> Actors:
    """Mentions of entities whose country is known. Agencies and outlets report and never act."""
    found = {
        (mention.start, mention.end, entity.country, entity.kind == "place")
        for entity in entities
        if entity.country and entity.kind not in ("agency", "outlet")
        for mention in entity.mentions
    }
    mentions = tuple(ActorMention(*one) for one in sorted(found))
    return Actors(mentions, tuple(mention.start for mention in mentions))


def codes_of(mentions: Sequence[ActorMention]) -> tuple[str, ...]:
    """The distinct codes of mentions, first seen first."""
    return tuple(dict.fromkeys(mention.code for mention in mentions))

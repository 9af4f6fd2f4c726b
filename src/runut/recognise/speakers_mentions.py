"""Where the people and bodies of an article are mentioned, as those ask who look for a speaker."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from runut.recognise.clauses import Text
from runut.records.marks import Entity

BODIES = ("organisation", "agency", "outlet")
"""Kinds of entities that speak and are no people."""

Piece = tuple[int, int]
"""A half-open range of words of a text."""


class Mention(NamedTuple):
    """A mention of an entity, by offsets of the text."""

    start: int
    end: int
    entity: Entity


class Mentions:
    """The mentions of one article's entities, in text order."""

    def __init__(self, text: Text, entities: Sequence[Entity]) -> None:
        self.text = text
        spans = sorted((m.start, m.end, n) for n, entity in enumerate(entities) for m in entity.mentions)
        self._all = [Mention(start, end, entities[n]) for start, end, n in spans]
        self.people = [m for m in self._all if m.entity.kind == "person"]
        """Mentions of people in text order."""
        self.persons = tuple({m.entity.id: m.entity for m in self.people}.values())
        """The people, in the order of their first mention."""
        self.bodies = tuple({m.entity.id: m.entity for m in self._all if m.entity.kind in BODIES}.values())
        """The bodies, in the order of their first mention."""

    def within(self, piece: Piece) -> list[Mention]:
        """The mentions that begin inside a phrase."""
        start, end = self.text.words[piece[0]].start, self.text.words[piece[1] - 1].end
        at = bisect_left(self._all, start, key=lambda mention: mention.start)
        found = []
        while at < len(self._all) and self._all[at].start < end:
            found.append(self._all[at])
            at += 1
        return found

    def first_between(self, start: int, end: int) -> Mention | None:
        """The first mention of a person that begins in `start:end`."""
        at = bisect_left(self.people, start, key=lambda mention: mention.start)
        return self.people[at] if at < len(self.people) and self.people[at].start < end else None

    def bodies_before(self, start: int) -> Iterator[Mention]:
        """Mentions of bodies that begin before an offset, the nearest first."""
        return (m for m in reversed(self._all) if m.start < start and m.entity.kind in BODIES)

    def is_place(self, begin: int, end: int) -> bool:
        """Whether the name of a place begins at a word."""
        start = self.text.words[begin].start if begin < end else -1
        return any(m.start == start and m.entity.kind == "place" for m in self.within((begin, end)))

    def person(self, identifier: str) -> Entity | None:
        """The person with this identifier."""
        return next((m.entity for m in self.people if m.entity.id == identifier), None)

    def writes_nothing(self, identifier: str | None) -> bool:
        """Whether an entity is no body whose paper "dokumen itu" may be: a person, a medium, nobody known."""
        return not any(body.id == identifier and body.kind == "organisation" for body in self.bodies)

    def demonstrates(self, low: str) -> bool:
        """Whether a word points back ("itu")."""
        return self.text.lexicon.pronoun_kinds.get(low) == "demonstrative"

"""Who may act in an event: named people, bodies and countries of an article, and the label that they get."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from runut.knowledge.world import country_of
from runut.languages.pack import LanguagePack
from runut.records.marks import Entity

ActorKind = Literal["country", "body", "person", "place"]
_HOME = 0.6
"""Share of an article's country mentions from which one country is its home: its people and bodies go by name."""
_MEMBERS = 3
"""People and bodies of a country below which it is no home: in a text of one sentence any country would be."""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A mention: offsets, the name of its entity, the ISO 3166 alpha-3 code of its country, and what it is.

    A country, or what stands for its government ("Moskow"), may act; any other place is only where something happens.
    """

    start: int
    end: int
    name: str
    code: str
    kind: ActorKind

    @property
    def is_place(self) -> bool:
        """Whether it names a place, of whatever size."""
        return self.kind in ("country", "place")


@dataclass(frozen=True, slots=True)
class Actors:
    """All mentions of an article that may take part in events, in text order, and the article's home country."""

    mentions: tuple[ActorMention, ...]
    starts: tuple[int, ...]
    home: str = ""

    def between(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def labels(self, own: Sequence[ActorMention], others: Sequence[ActorMention] = ()) -> tuple[str, ...]:
        """What the participants of one side are called: their country's code, or a name.

        A name where they have no country, where the other side is of the same country, and where the country is the
        article's home and no other country takes part: there the code would not tell one from another.
        """
        there = {mention.code for mention in others}
        abroad = (there | {mention.code for mention in own}) - {"", self.home}
        found: dict[str, None] = {}
        for mention in own:
            by_name = not mention.code or mention.code in there or (mention.code == self.home and not abroad)
            found[mention.name if by_name and not mention.is_place else mention.code or mention.name] = None
        return tuple(found)


@cache
def _state_words(pack: LanguagePack) -> frozenset[str]:
    return frozenset(row["form"] for row in pack.table("event_joints") if row["role"] == "state")


def _code(entity: Entity, pack: LanguagePack) -> str:
    """The country that an entity acts for: a place, somebody known or in office, a body of the state. Else none."""
    known = entity.wikidata or any(name in _standing_for(pack) for name in entity.names)
    if entity.kind in ("place", "role") or known or (entity.kind == "person" and entity.roles):
        return entity.country or ""
    is_organ = any(word.lower() in _state_words(pack) for name in entity.names for word in name.split()[:1])
    if entity.kind != "organisation" or not is_organ:
        return ""
    country = country_of(entity.name.partition(" ")[2])
    return entity.country or (country.country if country else "")


@cache
def _standing_for(pack: LanguagePack) -> frozenset[str]:
    return frozenset(row["form"] for row in pack.table("metonyms"))


def find_actors(entities: Sequence[Entity], pack: LanguagePack) -> Actors:
    """Mentions of people, offices, bodies and places. Agencies and outlets report and never act."""
    found: set[ActorMention] = set()
    countries: Counter[str] = Counter()
    members: Counter[str] = Counter()
    for entity in entities:
        kind = _kind(entity, pack)
        if kind is None:
            continue
        code = _code(entity, pack)
        members[entity.country or ""] += kind in ("person", "body")
        for mention in entity.mentions:
            found.add(ActorMention(mention.start, mention.end, entity.name, code, kind))
            countries[entity.country or ""] += 1
    del countries[""]
    most = countries.most_common(1)
    home = most[0][0] if most and most[0][1] >= _HOME * countries.total() else ""
    home = home if members[home] >= _MEMBERS else ""
    mentions = _outermost(sorted(found, key=lambda one: (one.start, -one.end, one.name)))
    return Actors(mentions, tuple(mention.start for mention in mentions), home)


def _outermost(mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    kept: list[ActorMention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _kind(entity: Entity, pack: LanguagePack) -> ActorKind | None:
    if entity.kind == "person" or (entity.kind == "role" and entity.country):
        return "person"
    if entity.kind == "organisation":
        return "body"
    if entity.kind != "place":
        return None
    stands = any(country_of(name) or name in _standing_for(pack) for name in entity.names)
    return "country" if entity.country and stands else "place"


def codes_of(mentions: Sequence[ActorMention]) -> tuple[str, ...]:
    """The distinct country codes of mentions, first seen first."""
    return tuple(dict.fromkeys(mention.code for mention in mentions if mention.code))

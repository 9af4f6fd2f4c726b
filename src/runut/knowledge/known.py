"""Somebody or something that the tables beside this module know, and the tables read, each once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from runut.text.tables import Row, load_table

KnownKind = Literal["person", "organisation", "place", "country", "outlet", "agency"]
KINDS: tuple[KnownKind, ...] = ("country", "person", "agency", "outlet", "organisation", "place")
"""Kinds in the order in which they claim a form that several of them have."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office held by a person: a role key ("president"), the country's code and the closed interval of days.

    `last` is empty while the office is held; `country` is empty for an international body's office.
    """

    role: str
    country: str
    first: str
    last: str

    def covers(self, day: str) -> bool:
        """Whether the office was held on this day (YYYY-MM-DD)."""
        return self.first <= day and (not self.last or day <= self.last)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something in the tables.

    `name` is canonical, `forms` are the surfaces it is printed with (the name among them), `ambiguous` those of them
    that are ordinary words or other names too and need context. `country` is an ISO 3166 alpha-3 code or empty; open
    `offices` are unknown after `known_until`; `owner` and `domains` are an outlet's, `part_of` a place's; `kind_of` is
    what the table calls it ("province", "party").
    """

    kind: KnownKind
    name: str
    forms: tuple[str, ...]
    country: str = ""
    wikidata: str = ""
    ambiguous: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    known_until: str = ""
    domains: tuple[str, ...] = ()
    owner: str = ""
    part_of: str = ""
    kind_of: str = ""
    adjectives: tuple[str, ...] = ()
    capital: str = ""
    name_id: str = ""

    def offices_on(self, day: str) -> tuple[Office, ...]:
        """The offices that this person is known to have held on a day, in table order."""
        return tuple(o for o in self.offices if o.covers(day) and (o.last or day <= self.known_until))


def known_of(kind: KnownKind) -> tuple[Known, ...]:
    """All entries of one kind, in table order."""
    return _tables()[kind]


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (piece.strip() for piece in cell.split(";")) if part)


def _offices(cell: str) -> tuple[Office, ...]:
    offices = []
    for piece in _list(cell):
        role, country, first, last = (part.strip() for part in piece.split(","))
        offices.append(Office(role, country, first or "0000", last))
    return tuple(offices)


def _read(kind: KnownKind, row: Row) -> Known:
    return Known(
        kind=kind,
        name=row["name"],
        forms=_list(row["forms"]),
        country=row.get("code") or row.get("country", ""),
        wikidata=row.get("wikidata", ""),
        ambiguous=_list(row.get("ambiguous", "")),
        offices=_offices(row.get("offices", "")),
        known_until=row.get("known_until", ""),
        domains=_list(row.get("domains", "")),
        owner=row.get("owner", ""),
        part_of=row.get("part_of", ""),
        kind_of=row.get("kind", ""),
        adjectives=_list(row.get("adjectives", "")),
        capital=row.get("capital", ""),
        name_id=row.get("id", ""),
    )


_TABLE: Mapping[KnownKind, str] = {
    "country": "countries",
    "person": "people",
    "agency": "agencies",
    "outlet": "outlets",
    "organisation": "organisations",
    "place": "places",
}


@cache
def _tables() -> Mapping[KnownKind, tuple[Known, ...]]:
    return MappingProxyType(
        {kind: tuple(_read(kind, row) for row in load_table("runut.knowledge", _TABLE[kind])) for kind in KINDS}
    )

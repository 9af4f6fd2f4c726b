"""The world as the recognisers know it: countries, people with dated offices, bodies, places, outlets, agencies.

The tables beside this module hold the facts, each row with its source; this module answers questions about them. A
form is looked up exactly as printed, case included ("AS" is a country, "as" is not); only hosts and outlet names also
answer to a folded key. Everything is read once and kept.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from runut.text.tables import Row, load_table

KnownKind = Literal["person", "organisation", "place", "country", "outlet", "agency"]
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]|_")
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


def country_of(form: str) -> Known | None:
    """The country with this name, short form or English adjective, exactly as printed.

    >>> country_of("Korut").country
    'PRK'
    >>> country_of("as") is None
    True
    """
    return _index("country").get(form) or _adjectives().get(form)


def country_with(code: str) -> Known | None:
    """The country with this alpha-3 code."""
    return _codes().get(code)


def person_of(form: str, day: str | None = None) -> Known | None:
    """The person printed so. Where several share a form, the one in office on `day`, else the first in the table."""
    sharing = _sharing("person").get(form, ())
    if day and len(sharing) > 1:
        return next((person for person in sharing if person.offices_on(day)), sharing[0])
    return sharing[0] if sharing else None


def holder_of(role: str, country: str, day: str) -> Known | None:
    """Who held a role ("president") of a country on a day, or None."""
    return next((p for p in _holders().get((role, country), ()) if _holds(p, role, country, day)), None)


def organisation_of(form: str) -> Known | None:
    """The organisation printed so."""
    return _index("organisation").get(form)


def place_of(form: str) -> Known | None:
    """The place printed so; of several of one name the first in the table (larger ones stand first)."""
    return _index("place").get(form)


def agency_of(form: str) -> Known | None:
    """The news agency with this form or host ("AFP", "apnews.com")."""
    return _index("agency").get(form) or _keys("agency").get(_fold(form)) or _by_host("agency", form)


def outlet_of(form: str) -> Known | None:
    """The outlet with this form, folded name or host ("Tribunnews.com", "cnnindonesia", "https://news.detik.com/…").

    >>> outlet_of("cnnindonesia").name
    'CNN Indonesia'
    >>> outlet_of("https://www.finance.detik.com/a/b").name
    'detikFinance'
    """
    return _index("outlet").get(form) or _keys("outlet").get(_fold(form)) or _by_host("outlet", form)


def owner_of(outlet: str) -> str | None:
    """The owner group of an outlet, by form or host, or None where it is not known."""
    known = outlet_of(outlet)
    return (known.owner or None) if known else None


def known_at(words: Sequence[str], at: int) -> tuple[int, tuple[Known, ...]]:
    """The longest form that begins at word `at`: how many words it has, and all that are printed so, by `KINDS`.

    (0, ()) where none begins. `words` are words and marks apart, as `form_words` cuts them.
    """
    lengths = _lengths().get(words[at])
    if not lengths:
        return 0, ()
    forms = _forms()
    for count in lengths:
        if at + count <= len(words):
            found = forms.get(" ".join(words[at : at + count]))
            if found:
                return count, found
    return 0, ()


def form_words(form: str) -> tuple[str, ...]:
    """Words and marks of a form, in order.

    >>> form_words("Kompas.com, al-Sisi")
    ('Kompas', '.', 'com', ',', 'al-Sisi')
    """
    return tuple(_WORD.findall(form))


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


def _gather(pairs: Iterable[tuple[str, Known]]) -> Mapping[str, tuple[Known, ...]]:
    found: dict[str, list[Known]] = {}
    for form, known in pairs:
        entries = found.setdefault(form, [])
        if known not in entries:
            entries.append(known)
    return MappingProxyType({form: tuple(entries) for form, entries in found.items()})


@cache
def _sharing(kind: KnownKind) -> Mapping[str, tuple[Known, ...]]:
    return _gather((form, known) for known in known_of(kind) for form in known.forms)


@cache
def _index(kind: KnownKind) -> Mapping[str, Known]:
    return MappingProxyType({form: entries[0] for form, entries in _sharing(kind).items()})


@cache
def _forms() -> Mapping[str, tuple[Known, ...]]:
    pairs = ((form, known) for kind in KINDS for known in known_of(kind) for form in known.forms + known.adjectives)
    return _gather((" ".join(form_words(form)), known) for form, known in pairs)


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    counts: dict[str, set[int]] = {}
    for form in _forms():
        words = form.split(" ")
        counts.setdefault(words[0], set()).add(len(words))
    return MappingProxyType({word: tuple(sorted(sizes, reverse=True)) for word, sizes in counts.items()})


@cache
def _adjectives() -> Mapping[str, Known]:
    pairs = _gather((form, known) for known in known_of("country") for form in known.adjectives)
    return MappingProxyType({form: entries[0] for form, entries in pairs.items()})


@cache
def _codes() -> Mapping[str, Known]:
    return MappingProxyType({known.country: known for known in known_of("country")})


@cache
def _holders() -> Mapping[tuple[str, str], tuple[Known, ...]]:
    found: dict[tuple[str, str], list[Known]] = {}
    for person in known_of("person"):
        for office in person.offices:
            found.setdefault((office.role, office.country), []).append(person)
    return MappingProxyType({key: tuple(people) for key, people in found.items()})


def _holds(person: Known, role: str, country: str, day: str) -> bool:
    return any(office.role == role and office.country == country for office in person.offices_on(day))


def _fold(form: str) -> str:
    return re.sub(r"[\W_]+", "", form.casefold())


@cache
def _keys(kind: KnownKind) -> Mapping[str, Known]:
    pairs = _gather((_fold(form), known) for known in known_of(kind) for form in known.forms)
    return MappingProxyType({form: entries[0] for form, entries in pairs.items()})


@cache
def _hosts(kind: KnownKind) -> Mapping[str, Known]:
    pairs = _gather((domain, known) for known in known_of(kind) for domain in known.domains)
    return MappingProxyType({domain: entries[0] for domain, entries in pairs.items()})


_URL = re.compile(r"^(?:[a-z]+://)?(?:(?:www|m|amp)\.){0,3}([a-z0-9.-]{1,253}\.[a-z]{2,})(/[^\s/?#]*)?")


def _by_host(kind: KnownKind, form: str) -> Known | None:
    match = _URL.match(form.strip().lower())
    if not match:
        return None
    hosts = _hosts(kind)
    host, first = match[1], (match[2] or "").rstrip("/")
    labels = host.split(".")
    for at in range(len(labels) - 1):
        domain = ".".join(labels[at:])
        known = hosts.get(domain + first) or hosts.get(domain)
        if known:
            return known
    return None

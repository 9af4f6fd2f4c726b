"""The world as the recognisers know it: countries, people with dated offices, bodies, places, outlets, agencies.

The tables beside this module hold the facts, each row with its source; this module answers questions about them. A
form is looked up exactly as printed, case included ("AS" is a country, "as" is not); only hosts and outlet names also
answer to a folded key. Everything is read once and kept.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from runut.knowledge.known import KINDS, Known, KnownKind, known_of
from runut.text.pieces import PIECE


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
    return tuple(PIECE.findall(form))


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

"""The tables of the world: that they load, that their rows hold together, and the look-ups."""

import re

import pytest

from runut.knowledge import world
from runut.languages.pack import load_pack

DAY = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.mark.parametrize("kind", world.KINDS)
def test_every_entry_has_its_name_among_its_forms_once(kind: world.KnownKind) -> None:
    entries = world.known_of(kind)
    assert len(entries) > 75
    for entry in entries:
        assert entry.forms and len(set(entry.forms)) == len(entry.forms), entry
        assert entry.name in entry.forms or kind in ("place", "person"), entry
        assert set(entry.ambiguous) <= set(entry.forms), entry
        assert not entry.wikidata or re.fullmatch(r"Q\d+", entry.wikidata), entry


def test_countries_of_all_tables_exist() -> None:
    for kind in world.KINDS:
        for entry in world.known_of(kind):
            assert not entry.country or world.country_with(entry.country), entry


def test_offices_are_dated_and_run_forwards() -> None:
    for person in world.known_of("person"):
        for office in person.offices:
            assert DAY.fullmatch(office.first), person
            assert not office.last or (DAY.fullmatch(office.last) and office.first <= office.last), person
        assert not any(not office.last for office in person.offices) or DAY.fullmatch(person.known_until), person


def test_every_minister_of_the_tables_has_a_role_word() -> None:
    pack = load_pack("id")
    assert pack is not None
    keys = {row["key"] for row in pack.table("roles")}
    held = {office.role for person in world.known_of("person") for office in person.offices if office.country == "IDN"}
    missing = {role for role in held if role.endswith(" minister") and not role.startswith("deputy")} - keys
    assert missing <= {"creative economy minister", "transmigration minister", "investment minister"}


def test_at_least_120_outlets_with_owner_and_domain() -> None:
    outlets = world.known_of("outlet")
    assert sum(bool(outlet.owner and outlet.domains) for outlet in outlets) >= 120


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Korut", "PRK"),
        ("AS", "USA"),
        ("Inggris", "GBR"),
        ("Tiongkok", "CHN"),
        ("South Korean", "KOR"),
        ("Uni Soviet", "SUN"),
    ],
)
def test_country_of_written_forms(form: str, code: str) -> None:
    found = world.country_of(form)
    assert found and found.country == code


@pytest.mark.parametrize("form", ["as", "us", "ri", "korut", "Rusiaa", ""])
def test_forms_are_taken_as_printed(form: str) -> None:
    assert world.country_of(form) is None


def test_who_was_in_office_depends_on_the_day() -> None:
    before, after = (world.holder_of("president", "IDN", day) for day in ("2024-10-19", "2024-10-21"))
    assert before and before.name == "Joko Widodo"
    assert after and after.name == "Prabowo Subianto"
    assert world.holder_of("president", "IDN", "1900-01-01") is None
    assert world.holder_of("finance minister", "IDN", "2040-01-01") is None


def test_a_day_of_two_holders_gives_one_of_them() -> None:
    found = world.holder_of("finance minister", "IDN", "2025-09-08")
    assert found and found.name in ("Sri Mulyani Indrawati", "Purbaya Yudhi Sadewa")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("detikFinance", "detikFinance"),
        ("cnnindonesia", "CNN Indonesia"),
        ("https://www.cnnindonesia.com/nasional/x", "CNN Indonesia"),
        ("https://jabar.tribunnews.com/a", "Tribun Jabar"),
        ("bbc.com/indonesia/articles/1", "BBC Indonesia"),
        ("https://edition.cnn.com/x", "CNN"),
        ("m.detik.com", "detikcom"),
    ],
)
def test_outlet_by_form_and_host(form: str, name: str) -> None:
    found = world.outlet_of(form)
    assert found and found.name == name


def test_two_outlets_of_one_owner() -> None:
    assert world.owner_of("Okezone") == world.owner_of("sindonews.com") == "MNC Media"
    assert world.owner_of("an outlet nobody knows") is None


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("AP", "Associated Press"),
        ("Kantor Berita Antara", "Antara"),
        ("antaranews.com", "Antara"),
        ("RIA Novosti", "RIA Novosti"),
    ],
)
def test_agency_of(form: str, name: str) -> None:
    found = world.agency_of(form)
    assert found and found.name == name


def test_known_at_takes_the_longest_form() -> None:
    words = world.form_words("Polres Jakarta Selatan, U.S. dan Kompas.com")
    assert world.known_at(words, 1)[0] == 2
    size, found = world.known_at(words, 4)
    assert size == 4 and found[0].country == "USA"
    size, found = world.known_at(words, 9)
    assert size == 3 and found[0].kind == "outlet"
    assert world.known_at(words, 0) == (0, ())


def test_odd_addresses_are_no_outlets() -> None:
    for odd in ("http://", "://", "....", "a.b", "x" * 5000, "https://[::1]/"):
        assert world.outlet_of(odd) is None

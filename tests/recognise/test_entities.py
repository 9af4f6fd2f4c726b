"""Entities: which mentions are one, and what must hold of every result."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.languages.pack import load_pack
from runut.recognise.entities import find_entities
from runut.recognise.view import View, make_view
from runut.records.article import Article, Published
from runut.records.marks import Entity
from runut.records.page import Place
from runut.records.spans import Part


def view_of(text: str, language: str = "id", day: str | None = None) -> View:
    pack = load_pack(language)
    assert pack is not None
    parts = tuple(Part("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    published = Published(day, "source") if day else None
    article = Article("ar-x", "pg-x", Place("x.txt"), "text", text, language, published=published, parts=parts)
    return make_view(article, pack)


def people(text: str, day: str | None = None) -> list[Entity]:
    return [entity for entity in find_entities(view_of(text, day=day)) if entity.kind == "person"]


def test_mentions_are_the_printed_names() -> None:
    text = "Siti Rahmawati hadir. Menurut Siti, jalan itu rusak."
    (siti,) = people(text)
    assert [text[m.start : m.end] for m in siti.mentions] == ["Siti Rahmawati", "Siti"]
    assert siti.names == ("Siti Rahmawati", "Siti") and siti.name == "Siti Rahmawati"


def test_two_people_of_one_family_stay_apart() -> None:
    found = people("Joko Santosa dan Ratna Santosa hadir. Joko pulang lebih dulu, kata Ratna.")
    assert [entity.name for entity in found] == ["Joko Santosa", "Ratna Santosa"]
    assert [len(entity.mentions) for entity in found] == [2, 2]


def test_spellings_of_one_name_meet() -> None:
    assert len(people("Nasaruddin Latif hadir. Nasarudin Latif kemudian pulang.")) == 1
    assert len(people("Ahmad Rizal hadir. Ahmad Faisal kemudian pulang.")) == 2


def test_an_office_joins_the_only_one_who_has_it() -> None:
    text = "Gubernur Maluku Salman Hakim hadir. Kemarin Gubernur Maluku meninjau pasar."
    (salman,) = people(text)
    assert "Gubernur Maluku" in salman.names and len(salman.mentions) == 2


def test_an_office_of_another_place_does_not() -> None:
    text = "Bupati Sleman Salman Hakim hadir. Kemarin Bupati Seram Bagian Barat meninjau pasar."
    found = find_entities(view_of(text))
    salman = next(entity for entity in found if entity.name == "Salman Hakim")
    assert len(salman.mentions) == 1


def test_the_office_is_that_of_the_article_day() -> None:
    before, after = (people("Kemarin Presiden RI meninjau pasar.", day) for day in ("2024-06-01", "2024-12-01"))
    assert [entity.name for entity in before] == ["Joko Widodo"]
    assert [entity.name for entity in after] == ["Prabowo Subianto"]
    assert people("Kemarin Presiden RI meninjau pasar.") == []


def test_the_president_of_a_body_is_not_that_of_the_state() -> None:
    found = find_entities(view_of("Kemarin Presiden Persija meninjau stadion.", day="2024-12-01"))
    assert not [entity for entity in found if entity.kind == "person"]


def test_the_same_view_gives_the_same_entities() -> None:
    text = "Menteri Siti Rahmawati (SR) dan Joko hadir di Ambon. SR pulang ke Jakarta, kata Kementerian Sosial."
    assert find_entities(view_of(text)) == find_entities(view_of(text))


@given(st.text(alphabet=st.sampled_from("aA bB.,()-\"'\n/0Siti Dr KPK bin Menkeu"), max_size=120))
@settings(max_examples=60, deadline=None)
def test_spans_fit_and_mentions_are_in_order(text: str) -> None:
    for language in ("id", "en"):
        entities = find_entities(view_of(text, language))
        assert list(entities) == sorted(entities, key=lambda e: (e.mentions[0].start, e.mentions[0].end, e.kind))
        for entity in entities:
            assert all(m.end <= len(text) for m in entity.mentions)
            assert list(entity.mentions) == sorted(entity.mentions)
        assert len({entity.id for entity in entities}) == len(entities)


SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the development data is not beside the checkout")
def test_the_first_story_names_its_people() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        found = find_entities(view_of(path.read_text(encoding="utf-8"), day="2024-06-21"))
        by_name = {entity.name: entity for entity in found}
        assert by_name["Vladimir Putin"].wikidata == "Q7747"
        assert by_name["Kim Jong Un"].country == "PRK"

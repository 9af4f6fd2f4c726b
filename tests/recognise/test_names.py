"""Names case by case: the marked sentences of each language, with the tagger and by rules alone."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from runut.languages.pack import FOLDERS, load_pack
from runut.recognise.entities import find_entities
from runut.recognise.names import find_lines
from runut.recognise.view import View, make_view
from runut.records.article import Article, Published
from runut.records.marks import Entity
from runut.records.page import Place
from runut.records.spans import Part


def view_of(text: str, language: str = "id", day: str | None = None) -> View:
    """A view of a text, each of its lines a paragraph."""
    pack = load_pack(language)
    assert pack is not None
    parts = tuple(Part("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    published = Published(day, "source") if day else None
    article = Article("ar-x", "pg-x", Place("x.txt"), "text", text, language, published=published, parts=parts)
    return make_view(article, pack)


def cases(language: str) -> list[dict[str, Any]]:
    """The cases of a language."""
    text = files(f"runut.languages.{FOLDERS[language]}").joinpath("cases/names.toml").read_text(encoding="utf-8")
    return [{**case, "language": language} for case in tomllib.loads(text)["case"]]


def fits(entity: Entity, wanted: dict[str, Any]) -> bool:
    """Whether an entity has all that a case wants of it."""
    return (
        entity.kind == wanted["kind"]
        and set(wanted["names"]) <= set(entity.names)
        and wanted.get("name", entity.name) == entity.name
        and set(wanted.get("roles", ())) <= set(entity.roles)
        and wanted.get("country", entity.country) == entity.country
    )


def check(case: dict[str, Any], trained: bool) -> None:
    found = find_entities(view_of(case["text"], case["language"], case.get("day")), trained)
    for wanted in case["has"]:
        assert any(fits(entity, wanted) for entity in found), (
            wanted,
            [(e.kind, e.name, e.names, e.roles) for e in found],
        )
    for kind, surfaces in case.get("hasnot", {}).items():
        names = {name for entity in found if entity.kind == kind for name in entity.names}
        assert not names & set(surfaces)


@pytest.mark.parametrize("case", cases("id"), ids=lambda case: case["text"][:40])
def test_indonesian_with_the_tagger(case: dict[str, Any]) -> None:
    check(case, trained=True)


@pytest.mark.parametrize("case", cases("en"), ids=lambda case: case["text"][:40])
def test_english(case: dict[str, Any]) -> None:
    check(case, trained=True)


def test_rules_alone_pass_most_indonesian_cases() -> None:
    passed = 0
    for case in cases("id"):
        try:
            check(case, trained=False)
        except AssertionError:
            continue
        passed += 1
    assert passed >= 0.8 * len(cases("id"))


def test_words_glued_to_a_name_come_off() -> None:
    found = find_entities(view_of("Menteri Sri Mulyanimenggunakan dana itu, kata Sri Mulyani."))
    assert "Sri Mulyani" in {name for entity in found for name in entity.names}


@pytest.mark.parametrize(
    "text", ["", "a", "...", "(", "A" * 3000, "A. " * 400, "“" * 50, "Siti-" * 200, "\u0301\u200b K", "Dr. Dr. Dr."]
)
def test_nothing_makes_it_fail(text: str) -> None:
    for language in ("id", "en"):
        for line in find_lines(view_of(text, language)):
            assert all(0 <= name.first < name.last <= len(line.words) for name in line.names)
        find_entities(view_of(text, language))

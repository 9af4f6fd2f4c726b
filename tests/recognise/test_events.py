"""Events and commitments: marked cases of each language."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from runut.languages.pack import FOLDERS
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.findings import Findings
from runut.records.page import Place
from runut.records.spans import Part


def cases(name: str) -> list[dict[str, Any]]:
    found = []
    for code, folder in FOLDERS.items():
        text = files(f"runut.languages.{folder}").joinpath(f"cases/{name}.toml").read_text(encoding="utf-8")
        found += [{**case, "language": code} for case in tomllib.loads(text)["case"]]
    return found


def findings(text: str, language: str) -> Findings:
    published = Published("2025-03-14", "source")
    parts = (Part("body", 0, len(text)),)
    return recognise_article(
        Article("ar-x", "pg-x", Place("x.txt"), "text", text, language, published=published, parts=parts)
    )


@pytest.mark.parametrize("case", cases("events"), ids=lambda case: case["text"][:40])
def test_marked_events(case: dict[str, Any]) -> None:
    text = case["text"]
    rows = [
        [text[e.trigger.start : e.trigger.end], e.type, list(e.actors), list(e.recipients), e.factuality]
        for e in findings(text, case["language"]).events
    ]
    wanted = case["events"]
    assert [row for row in rows if row in wanted] == wanted
    assert len(rows) == len(wanted)


@pytest.mark.parametrize("case", cases("commitments"), ids=lambda case: case["text"][:40])
def test_marked_commitments(case: dict[str, Any]) -> None:
    text = case["text"]
    rows = [
        [
            c.kind,
            c.strength,
            list(c.obligors),
            text[c.condition.span.start : c.condition.span.end] if c.condition else "",
        ]
        for c in findings(text, case["language"]).commitments
    ]
    assert rows == case["commitments"]


def test_an_event_has_its_place_and_day_but_not_since_when() -> None:
    (event,) = findings("Thailand menyerang Malaysia di Laos pada 3 Maret 2025.", "id").events
    assert (event.where, event.first, event.last) == ("Laos", "2025-03-03", "2025-03-03")
    (event,) = findings("Thailand mendukung Malaysia sejak 3 Maret 2025.", "id").events
    assert event.first is None


def test_old_events_are_history() -> None:
    (event,) = findings("Thailand menyerang Malaysia pada 3 Maret 1999.", "id").events
    assert event.factuality == "historical"


def test_people_of_one_country_go_by_name() -> None:
    text = "Presiden Prabowo Subianto meminta Menteri Keuangan Sri Mulyani menghemat anggaran."
    (event,) = findings(text, "id").events
    assert event.actors == ("Prabowo Subianto",)
    assert event.recipients[0].startswith("Sri Mulyani")


def test_broken_text_is_survived() -> None:
    text = 'Jika Thailand (31/2) menyerang "Malaysia, 12 orang akan dihukum membayar Rp 5 jika H-3 Lebaran.'
    for language in FOLDERS:
        for cut in range(0, len(text), 3):
            findings(text[cut:] + text[: cut // 2], language)

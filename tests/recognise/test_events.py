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

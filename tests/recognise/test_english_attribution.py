"""English chains against the marked cases: who speaks, and which media a statement came through."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from runut.languages.pack import load_pack
from runut.recognise import parsed
from runut.recognise.entities import find_entities
from runut.recognise.statements import find_statements
from runut.recognise.view import make_view
from runut.records.article import Article
from runut.records.page import Place
from runut.records.spans import Part
from runut.records.statements import Statement

TABLE = files("runut.languages.english").joinpath("cases", "attribution.toml")
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]

pytestmark = pytest.mark.skipif(parsed.load_parser("en") is None, reason="no English parser is installed")


def statements_of(text: str, outlet: str | None) -> dict[str, Statement]:
    """Statements by what they say."""
    pack = load_pack("en")
    assert pack is not None
    parts = tuple(Part("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    view = make_view(Article("ar-en", "pg-en", Place("en.txt"), "text", text, "en", outlet=outlet, parts=parts), pack)
    return {text[s.content.start : s.content.end]: s for s in find_statements(view, find_entities(view))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_case(case: dict[str, Any]) -> None:
    marked = case["text"].strip()
    contents = re.findall("⟦([^⟧]*)⟧", marked)
    found = statements_of(re.sub("[⟦⟧]", "", marked), case.get("outlet"))
    assert sorted(found) == sorted(contents)
    for content, speaker, via in zip(contents, case["speakers"], case["via"], strict=True):
        statement = found[content]
        assert statement.speaker is not None
        assert set(speaker.split()) <= set(statement.speaker.name.split())
        assert ";".join(link.who for link in statement.chain if link.adds_origin) == via


def test_releases_and_posts_are_hops_that_add_no_origin() -> None:
    (statement,) = statements_of("“The gates stay shut,” Mayor Haddad said in a statement on Friday.", None).values()
    assert [(link.how, link.adds_origin) for link in statement.chain] == [("released", False)]
    (statement,) = statements_of("“The gates stay shut,” Mayor Haddad wrote in a post on X.", None).values()
    assert {link.how for link in statement.chain} == {"posted"}

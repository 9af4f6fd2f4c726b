"""Statements against the marked cases of each language, the examples of its verbs, and texts that make no sense."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.languages.pack import FOLDERS, load_pack
from runut.recognise.entities import find_entities
from runut.recognise.statements import find_statements
from runut.recognise.times import find_times
from runut.recognise.view import make_view
from runut.records.article import Article, Published
from runut.records.ids import make_id
from runut.records.page import Place
from runut.records.spans import Part
from runut.records.statements import Statement

PUBLISHED = Published("2025-03-07", "source")


def article_of(text: str, language: str, outlet: str | None = None) -> Article:
    """An article whose lines are paragraphs."""
    parts = tuple(Part("body", m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    place, name = Place("test.txt"), make_id("ar", text)
    return Article(name, "pg-test", place, "text", text, language, outlet=outlet, published=PUBLISHED, parts=parts)


def statements_of(text: str, language: str = "id", outlet: str | None = None) -> tuple[Statement, ...]:
    """Statements read with the entities and times that they rest on."""
    pack = load_pack(language)
    assert pack is not None
    view = make_view(article_of(text, language, outlet), pack)
    return find_statements(view, find_entities(view), find_times(view, PUBLISHED))


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its ⟦ ⟧ and the spans they held, in the order in which they open.

    >>> unmark("a ⟦b ⟦c⟧⟧ d")
    ('a b c d', [(2, 5), (4, 5)])
    """
    text, spans, open_marks = "", [], []
    for letter in marked.strip():
        if letter == "⟦":
            open_marks.append(len(spans))
            spans.append((len(text), 0))
        elif letter == "⟧":
            at = open_marks.pop()
            spans[at] = (spans[at][0], len(text))
        else:
            text += letter
    return text, spans


def words_of(name: str) -> set[str]:
    """The words of a name: how much of it is known is for the tests of entities to say."""
    return set(re.findall(r"\w+", name.casefold()))


def cases(table: str) -> list[Any]:
    """The cases of a table in every language that has it, each under its own words."""
    found = []
    for code, folder in FOLDERS.items():
        path = files(f"runut.languages.{folder}").joinpath("cases", f"{table}.toml")
        if path.is_file():
            rows = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
            found += [pytest.param(code, row, id=f"{code}: {row['about']}") for row in rows]
    return found


@pytest.mark.parametrize(("language", "case"), [*cases("statements"), *cases("attribution"), *cases("circumstances")])
def test_case(language: str, case: dict[str, Any]) -> None:
    text, spans = unmark(case["text"])
    found = {(s.content.start, s.content.end): s for s in statements_of(text, language, case.get("outlet"))}
    assert [text[a:b] for a, b in sorted(found)] == [text[a:b] for a, b in sorted(spans)]
    for at, span in enumerate(spans):
        statement = found[span]
        named = statement.speaker.name if statement.speaker else ""
        wanted = words_of(case["speakers"][at])
        assert not wanted or wanted & words_of(named), f"{text[slice(*span)]!r} was given to {named!r}"
        if "forms" in case:
            assert statement.form == case["forms"][at]
        if "hows" in case:
            assert statement.speaker is not None
            assert statement.speaker.how == case["hows"][at]
        if "days" in case:
            assert (statement.said.first if statement.said else "") == case["days"][at]
        if "places" in case:
            assert (statement.place or "") == case["places"][at]
        if "occasions" in case:
            occasion = statement.occasion
            assert (text[occasion.start : occasion.end] if occasion else "") == case["occasions"][at]
        if "via" in case:
            via = [link.who for link in statement.chain if link.adds_origin]
            assert via == [name for name in case["via"][at].split(";") if name], text[slice(*span)]


def examples() -> list[Any]:
    """Every active cue of every language with the sentence that its row shows it in."""
    found = []
    for code in FOLDERS:
        pack = load_pack(code)
        assert pack is not None
        for row in pack.table("speech_verbs"):
            if row["frame"] != "none" and row["order"] != "passive":
                found.append(pytest.param(code, row["form"], row["example"], id=f"{code}: {row['form']}"))
    return found


@pytest.mark.parametrize(("language", "form", "example"), examples())
def test_every_cue_reports_in_its_own_example(language: str, form: str, example: str) -> None:
    cues = {example[s.cue.span.start : s.cue.span.end].lower() for s in statements_of(example, language) if s.cue}
    assert form in cues


def test_same_text_same_statements() -> None:
    text = '"Pasar buka," kata Siti Aminah. Siti menambahkan, jalan ditutup. "Besok juga," ujarnya.'
    assert statements_of(text) == statements_of(text)


def test_ids_tell_places() -> None:
    statements = statements_of('"Pasar buka," kata Siti Aminah. "Pasar buka," ujarnya.')
    assert len({s.id for s in statements}) == len(statements) == 2


WORDS = "kata ujarnya menurut dikutip yang bahwa oleh seperti dan Reuters mengatakan tidak Senin (2/7) said he İ é 𝔘 \0"
MARKS = "\" “ ” ' , . : ( ) — &ldquo;"
PIECES = st.sampled_from([*WORDS.split(" "), *MARKS.split(" "), "\n", "Siti Aminah", "pasar buka", "according to"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from([" ", ""]))
def test_nonsense_never_fails_and_spans_hold(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    for statement in statements_of(text):
        assert text[statement.content.start : statement.content.end].strip()
        if statement.speaker and statement.speaker.span:
            assert statement.speaker.span.end <= len(text)

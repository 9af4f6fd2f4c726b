"""The rules of the house that no linter knows."""

import ast
from pathlib import Path

import pytest

import runut
from runut.languages.pack import FOLDERS
from runut.text.tables import parse_table

SOURCE = Path(runut.__file__).parent
ROOT = SOURCE.parents[1]
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
BANNED = {"utils", "helpers", "common", "misc", "base", "manager", "handler", "processor", "data", "info"}


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_a_module_is_short_says_what_it_is_and_has_a_name_that_means_something(file):
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    assert ast.get_docstring(ast.parse(text)) or not text.strip(), "a module begins with a docstring"
    assert not BANNED & set(file.stem.split("_")), "house-style: banned names"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("folder", FOLDERS.values())
def test_every_row_of_a_language_shows_itself_at_work_and_says_where_it_is_from(folder):
    for file in sorted((SOURCE / "languages" / folder).glob("*.tsv")):
        for number, row in enumerate(
            parse_table(file.read_text(encoding="utf-8"), file.name, ("example", "source")), 1
        ):
            assert row["example"], f"{folder}/{file.name}, row {number}: {dict(row)}"
            assert row["source"], f"{folder}/{file.name}, row {number}: {dict(row)}"


def test_both_languages_hold_the_same_tables():
    names = {
        folder: {file.name for file in (SOURCE / "languages" / folder).rglob("*.t*")} for folder in FOLDERS.values()
    }
    first, *others = names.values()
    for other in others:
        assert first ^ other == set()


def test_decisions_are_numbered_without_gaps_and_dated():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        lines = page.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith(f"# {int(page.name[:4])}. "), page.name
        assert len(lines[1]) == 10 and lines[1][4] == "-", f"{page.name}: its second line is its date"

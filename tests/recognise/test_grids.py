"""Speakers of attributions as they come: every pattern with every role, the names in turn."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

from runut.languages.pack import FOLDERS
from tests.recognise.test_statements import statements_of, unmark


def rows() -> Iterator[tuple[str, str, str]]:
    """Language, marked text, name of the speaker."""
    for language, folder in FOLDERS.items():
        source = files(f"runut.languages.{folder}.cases").joinpath("grids.toml")
        for grid in tomllib.loads(source.read_text(encoding="utf-8"))["grid"]:
            for number, role in enumerate(grid["roles"]):
                for shift, pattern in enumerate(grid["patterns"]):
                    title, _, name = grid["names"][(number + shift) % len(grid["names"])].rpartition("|")
                    printed = role[0].upper() + role[1:] if pattern.startswith("ROLE") else role
                    yield language, pattern.replace("ROLE", printed).replace("NAME", title + name), name


@pytest.mark.parametrize(("language", "marked", "name"), tuple(rows()))
def test_the_named_speaker(language: str, marked: str, name: str) -> None:
    text, spans = unmark(marked)
    found = {(s.content.start, s.content.end): s for s in statements_of(text, language)}
    assert [text[a:b] for a, b in found] == [text[a:b] for a, b in spans]
    speaker = found[spans[0]].speaker
    assert speaker and name in speaker.names, speaker

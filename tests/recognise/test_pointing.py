"""Sentences that go back to what was said before them."""

from typing import Any

import pytest

from runut.languages.pack import FOLDERS, load_pack
from runut.recognise.clauses import prepare
from runut.recognise.cues import load_lexicon
from runut.recognise.entities import find_entities
from runut.recognise.pointing import find_pointings
from runut.recognise.view import make_view
from tests.recognise.test_statements import article_of


def examples() -> list[Any]:
    """Every verb that tells of speaking, and every phrase for what others said alike, with its row's sentence."""
    found = []
    for code in FOLDERS:
        pack = load_pack(code)
        assert pack is not None
        alike = [row for row in pack.table("speech_nouns") if row["kind"] == "likewise"]
        rows = [*pack.table("telling"), *alike]
        found += [pytest.param(code, row["example"], "kind" in row, id=f"{code}: {row['form']}") for row in rows]
    return found


@pytest.mark.parametrize(("language", "example", "likewise"), examples())
def test_every_row_points_back_in_its_own_example(language: str, example: str, likewise: bool) -> None:
    pack = load_pack(language)
    assert pack is not None
    view = make_view(article_of(example, language), pack)
    (pointing,) = find_pointings(prepare(view, load_lexicon(pack), (), find_entities(view))).values()
    assert pointing.likewise == likewise

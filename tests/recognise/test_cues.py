"""Words that report speech, as the tables of each language say."""

import pytest

from runut.languages.pack import FOLDERS, load_pack
from runut.recognise.cues import find_cues, load_lexicon, misspelt_cue
from runut.recognise.words import split_words

TABLES = {
    "speech_verbs": ("polarity", {"assert", "confirm", "deny", "accuse", "hedge", "demand", "plan", "warn"}),
    "provenance": ("how", {"quoted", "told", "reported", "posted", "released", "translated"}),
    "hedges": ("modality", {"possible", "future", "conditional", "obliged"}),
    "negation": ("kind", {"verb", "noun", "prohibition", "lexical", "nothing"}),
}
ALL = ["speech_verbs", "speech_nouns", "provenance", "pronouns", "collectives", "anonymous", "negation", "hedges"]


def found(text: str, language: str = "id") -> list[tuple[str, str]]:
    pack = load_pack(language)
    assert pack is not None
    lexicon = load_lexicon(pack)
    return [
        (text[hit.start : hit.end], hit.readings[0].lemma)
        for hit in find_cues(split_words(text, 0, len(text)), lexicon)
    ]


def test_cues_with_lemmas() -> None:
    assert found("Siti mengatakan pasar buka, ujarnya") == [("mengatakan", "kata"), ("ujarnya", "ujar")]


def test_a_slip_of_one_letter_is_the_cue() -> None:
    pack = load_pack("id")
    assert pack is not None
    lexicon = load_lexicon(pack)
    for slip, lemma in (("tegasny", "tegas"), ("unkap", "ungkap"), ("tutupnha", "tutup"), ("ujanya", "ujar")):
        (word,) = split_words(slip, 0, len(slip))
        hit = misspelt_cue(word, 0, lexicon)
        assert hit is not None
        assert hit.readings[0].lemma == lemma
    for other in ("salah", "mungkin", "kara", "Tegasny"):
        (word,) = split_words(other, 0, len(other))
        assert misspelt_cue(word, 0, lexicon) is None


def test_words_that_only_look_like_cues() -> None:
    assert found("nilainya naik, laporannya tebal, selanjutnya sepi") == []


@pytest.mark.parametrize("language", sorted(FOLDERS))
@pytest.mark.parametrize("table", sorted(TABLES))
def test_cells_are_of_the_vocabulary(language: str, table: str) -> None:
    pack = load_pack(language)
    assert pack is not None
    column, allowed = TABLES[table]
    assert {row[column] for row in pack.table(table)} <= allowed


@pytest.mark.parametrize("language", sorted(FOLDERS))
@pytest.mark.parametrize("table", [*ALL, "occasions", "clause_ends"])
def test_every_row_shows_its_form_and_names_its_source(language: str, table: str) -> None:
    pack = load_pack(language)
    assert pack is not None
    for row in pack.table(table):
        assert row["form"].strip("-").lower() in row["example"].lower(), row["form"]
        assert row["source"], row["form"]


def test_both_languages_have_the_same_columns() -> None:
    packs = [load_pack(code) for code in sorted(FOLDERS)]
    for table in [*ALL, "occasions", "clause_ends"]:
        columns = {tuple(pack.table(table)[0]) for pack in packs if pack}
        assert len(columns) == 1, table

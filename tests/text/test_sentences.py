"""Where sentences end, and where they do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.text.quotes import pair_quotes
from runut.text.sentences import split_sentences

ABBREVIATIONS = frozenset({"dr", "no", "jl"})


def sentences(text: str) -> list[str]:
    protected = [(q.outer_start, q.outer_end) for q in pair_quotes(text) if q.whole]
    return [text[a:b] for a, b in split_sentences(text, 0, len(text), ABBREVIATIONS, protected)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Pasar buka. Jalan tutup.", ["Pasar buka.", "Jalan tutup."]),
        ("Siti, dr. Budi, dan Tono hadir.", ["Siti, dr. Budi, dan Tono hadir."]),
        ("UU No. 12 berlaku.", ["UU No. 12 berlaku."]),
        ("Nilainya 3.500 ton. Cukup.", ["Nilainya 3.500 ton.", "Cukup."]),
        ("R.M. Soedjono datang. Ia duduk.", ["R.M. Soedjono datang.", "Ia duduk."]),
        ("Kata G.S. Malik, jalan aman.", ["Kata G.S. Malik, jalan aman."]),
        ('"Buka. Tutup," katanya. Selesai.', ['"Buka. Tutup," katanya.', "Selesai."]),
        ("Begitu katanya.Sebelumnya jalan tutup.", ["Begitu katanya.", "Sebelumnya jalan tutup."]),
        ("Tiba sore (17.25 GMT).Kapal lain menyusul.", ["Tiba sore (17.25 GMT).", "Kapal lain menyusul."]),
        ("Baca di kabar.com sekarang.", ["Baca di kabar.com sekarang."]),
        ("Siapa? Aku! Baik…", ["Siapa?", "Aku!", "Baik…"]),
        ("", []),
        ("   ", []),
    ],
)
def test_split(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet='aB. "?\n(1)', max_size=60))
def test_sentences_are_ordered_trimmed_and_lose_no_letter(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert sum(letter.isalnum() for a, b in spans for letter in text[a:b]) == sum(letter.isalnum() for letter in text)

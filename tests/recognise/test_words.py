"""Words with offsets, glued words, phrases."""

import pytest

from runut.recognise.words import Phrases, printed_names, split_words

TAILS = frozenset({"meminta"})
KNOWN = frozenset({"antara", "dilansir", "melaporkan", "meminta", "menyebut"})


def texts(text: str, printed: frozenset[str] = frozenset()) -> list[str]:
    return [word.text for word in split_words(text, 0, len(text), KNOWN, printed, TAILS)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kata Siti, ya.", ["Kata", "Siti", ",", "ya", "."]),
        ("wanti-wanti O’Carroll", ["wanti-wanti", "O’Carroll"]),
        ("dilansirNews18", ["dilansir", "News18"]),
        ("NDTVmelaporkan", ["NDTV", "melaporkan"]),
        ("Mulyanimeminta izin", ["Mulyani", "meminta", "izin"]),
        ("Rudiantara", ["Rudiantara"]),
        ("YouTube", ["YouTube"]),
        ("(2/7)", ["(", "2", "/", "7", ")"]),
        ("", []),
    ],
)
def test_split(text: str, words: list[str]) -> None:
    assert texts(text) == words


def test_a_name_printed_alone_elsewhere_comes_apart() -> None:
    assert texts("kata MenteriLaksmi", printed_names("Nama Laksmi ada di sini")) == ["kata", "Menteri", "Laksmi"]
    assert texts("Mulyanimelaporkan", printed_names("kata Sri Mulyani.")) == ["Mulyani", "melaporkan"]


def test_offsets_are_those_of_the_text() -> None:
    text = "  Ia dilansirAFP."
    assert all(text[w.start : w.end] == w.text for w in split_words(text, 0, len(text), KNOWN))


def test_longest_phrase_wins() -> None:
    phrases = Phrases([("dikutip", 1), ("dikutip dari", 2)])
    words = split_words("Dikutip dari Reuters", 0, 20)
    assert phrases.at(words, 0, 3) == (2, 2)
    assert phrases.at(words, 0, 1) == (1, 1)
    assert phrases.at(words, 2, 3) is None
    assert phrases.at(words, 3, 3) is None
    assert phrases.ending(words, 2) == (2, 2)
    assert "dikutip" in phrases
    assert "dari" not in phrases


def test_the_longest_phrase_wins_and_the_single_word_stands_in() -> None:
    phrases = Phrases([("kata", 1), ("kata sandi", 2), ("kata sandi lama", 3), ("kata", 9), ("baru saja", 4)])
    words = split_words("kata sandi lama kata baru", 0, 25)
    assert phrases.at(words, 0, 5) == (3, 3)
    assert phrases.at(words, 0, 2) == (2, 2)
    assert phrases.at(words, 0, 1) == (1, 1)
    assert phrases.at(words, 3, 5) == (1, 1)
    assert phrases.at(words, 4, 5) is None
    assert phrases.ending(words, 3) == (3, 3)
    assert phrases.ending(words, 5) is None
    assert "kata" in phrases
    assert "baru" not in phrases

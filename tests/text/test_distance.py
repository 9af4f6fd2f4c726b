"""Words with their offsets, and where two sequences of them differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.text.distance import changes, fold_word, likeness, near_spelling, words_of

WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ma’ruf tiba pukul 10.30.", ["ma'ruf", "tiba", "pukul", "10.30"]),
        ("kebudayaanSiti dan APBNsepanjang", ["kebudayaan", "siti", "dan", "apbn", "sepanjang"]),
        ("anak-anak, 2.500 orang; 1,5%", ["anak-anak", "2.500", "orang", "1,5"]),
        ("", []),
        ("—!?", []),
    ],
)
def test_words_and_numbers(text: str, words: list[str]) -> None:
    assert [word.folded for word in words_of(text)] == words


@given(st.text(max_size=60), st.integers(0, 20), st.integers(20, 60))
def test_offsets_are_those_of_the_text(text: str, start: int, end: int) -> None:
    last = start
    for word in words_of(text, start, min(end, len(text))):
        assert last <= word.start < word.end <= end
        assert fold_word(text[word.start : word.end]) == word.folded
        last = word.end


def test_replaced_left_out_and_added_runs() -> None:
    left, right = ["polisi", "menangkap", "tiga", "orang", "kemarin"], ["polisi", "kota", "menangkap", "empat", "orang"]
    found = [(left[c.left_start : c.left_end], right[c.right_start : c.right_end]) for c in changes(left, right)]
    assert found == [([], ["kota"]), (["tiga"], ["empat"]), (["kemarin"], [])]


@given(WORDS, WORDS)
def test_changes_turn_one_into_the_other(left: list[str], right: list[str]) -> None:
    made, at = [], 0
    for change in changes(left, right):
        assert change.left_start < change.left_end or change.right_start < change.right_end
        made += left[at : change.left_start] + right[change.right_start : change.right_end]
        at = change.left_end
    assert made + left[at:] == right
    assert (not changes(left, right)) == (left == right)


@given(WORDS, WORDS)
def test_likeness_is_a_share_and_has_no_side(left: list[str], right: list[str]) -> None:
    assert 0.0 <= likeness(left, right) <= 1.0
    assert likeness(left, right) == pytest.approx(likeness(right, left))
    assert likeness(left, left) == (1.0 if left else 0.0)


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [("siti", "sito", False), ("rahim", "rahem", True), ("rahim", "rohem", False), ("hasanuddin", "hasanudin", True)],
)
def test_spellings_of_one_word(left: str, right: str, near: bool) -> None:
    assert near_spelling(left, right) == near == near_spelling(right, left)

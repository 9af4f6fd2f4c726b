"""Hashes of words, shingles and sentences."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from runut.group.alignment import make_words
from runut.group.terms import weigh_terms
from runut.group.words import SHINGLE, WINDOW, hash_words, sentence_hashes, shingle_hashes, winnow
from tests.group.conftest import make_article

words = st.lists(st.sampled_from(["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan"]), max_size=40)


def test_a_hash_is_the_same_on_every_machine() -> None:
    assert hash_words(["berita"]).tolist() == [11212859624994193697]


@given(words, words)
def test_twelve_words_in_common_share_a_fingerprint(before: list[str], after: list[str]) -> None:
    common = [f"kata{n}" for n in range(SHINGLE + WINDOW - 1)]
    left, right = (set(winnow(shingle_hashes(hash_words(w))).tolist()) for w in (before + common, common + after))
    assert left & right


@given(words)
def test_equal_shingles_have_equal_hashes(found: list[str]) -> None:
    hashes = shingle_hashes(hash_words(found)).tolist()
    shingles = [tuple(found[n : n + SHINGLE]) for n in range(len(found) - SHINGLE + 1)]
    assert len(hashes) == len(shingles)
    assert len(set(hashes)) == len(set(shingles))


def test_short_sentences_have_no_hash() -> None:
    hashes = hash_words(["ia", "tidak", "menjawab", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh"])
    assert len(sentence_hashes(hashes, [3, 7])) == 1


@given(st.text(alphabet='ab Ç"“”.\nİß1', max_size=80))
def test_words_keep_their_places(text: str) -> None:
    article = make_article("a", text)
    found = make_words(article)
    for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True):
        assert text[start:end].isalnum()
    assert len(found.hashes) == len(found.starts) == len(found.quoted)
    assert np.all(np.diff(found.starts) > 0)


def test_terms_are_heavy_where_they_are_rare() -> None:
    terms = dict(weigh_terms(["presiden", "yang", "bertemu", "ahli", "vulkanologi", "yang"], "id", 10))
    assert terms["yang"] < min(weight for term, weight in terms.items() if term != "yang")
    assert abs(sum(weight**2 for weight in terms.values()) - 1) < 1e-9
    assert weigh_terms([], "id", 10) == ()

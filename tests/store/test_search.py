"""Searching: all forms of a word, phrases as printed, and no operator that a person can type by accident."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.records.article import Article
from runut.store import open_store
from runut.store.sqlite import Store
from tests.contracts.test_stores import article, page

TEXTS = {
    "jembatan": "Petugas mengirim tiang jembatan itu sejak Senin pagi.",
    "pasar": "Pengiriman beras di pasar berlangsung dua hari.",
    "bridge": "Officials opened the bridge to the public on Monday.",
    "kafe": "Kafé itu tutup AND buka OR NOT NEAR lagi.",
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store("") as made:
        for name, text in TEXTS.items():
            one, body = page(text.encode(), f"https://a.example/{name}")
            made.keep_pages([(one, body)])
            made.keep_articles([article(one, text)])
        yield made


def names(found: tuple[Article, ...]) -> set[str]:
    return {str(one.url).rsplit("/", 1)[-1] for one in found}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dikirim", {"jembatan", "pasar"}),
        ("kirim jembatan", {"jembatan"}),
        ('"dua hari"', {"pasar"}),
        ('"hari dua"', set()),
        ("“beras di pasar” kiriman", {"pasar"}),
        ("kafe", {"kafe"}),
        ("BRIDGE", {"bridge"}),
        ("AND", {"kafe"}),
        ("tidakada", set()),
        ("", set()),
        ('"', set()),
        ("'; DROP TABLE words; --", set()),
    ],
)
def test_what_is_found(store: Store, words: str, found: set[str]) -> None:
    assert names(store.search(words)) == found


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_any_words_may_be_asked(store: Store, words: str) -> None:
    store.search(words)


def test_what_comes_later_is_found_too_and_nothing_twice(tmp_path: Path) -> None:
    file = str(tmp_path / "a.db")
    with open_store(file) as store:
        one, body = page(b"Jembatan")
        store.keep_pages([(one, body)])
        store.keep_articles([article(one, "Jembatan dibuka.")])
        assert len(store.search("jembatan")) == 1
        store.keep_articles([article(one, "Jembatan dibuka."), article(one, "Jembatan ditutup.")])
        assert len(store.search("jembatan")) == 2
        assert len(store.search("jembatan", limit=1)) == 1
    with open_store(file, read_only=True) as reader:
        assert len(reader.search("jembatan")) == 2

"""What every store must do: in memory and in a file, the same body for both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from runut.records.article import Article, Published
from runut.records.dossier import Dossier
from runut.records.ids import hash_bytes, make_id
from runut.records.notes import Judgement, Problem
from runut.records.page import Page, Place
from runut.records.spans import Part
from runut.store import open_store
from runut.store.sqlite import BATCH, Store


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_store("" if request.param == "memory" else str(tmp_path / "a" / "toko.db")) as made:
        yield made


def page(body: bytes, url: str | None = None, file: str = "a.html") -> tuple[Page, bytes]:
    digest = hash_bytes(body)
    return Page(make_id("pg", url or "", digest), digest, Place(file, 0, len(body)), "html", url), body


def article(of: Page, text: str) -> Article:
    id = make_id("ar", of.id, text)
    when = Published("2025-05-05", "meta")
    parts = (Part("body", 0, len(text), "test"),)
    return Article(id, of.id, of.place, "html", text, "id", url=of.url, published=when, parts=parts)


def test_pages_come_back_with_their_bytes(store: Store) -> None:
    one, body = page("Jembatan é\x00".encode())
    store.keep_pages([(one, body)])
    assert store.page(one.id) == one
    assert store.body(one.body_hash) == body
    assert store.page("pg-tidak-ada") is None
    assert store.body("0" * 40) is None


def test_keeping_twice_changes_nothing(store: Store) -> None:
    one = page(b"Jembatan", "https://a.example/1")
    for _ in range(2):
        store.keep_pages([one, one])
        store.keep_articles([article(one[0], "Jembatan")])
    assert store.articles_at("https://a.example/1") == (article(one[0], "Jembatan"),)


def test_a_page_that_moved_is_found_where_it_is_now(store: Store) -> None:
    store.keep_pages([page(b"Jembatan", file="lama.html")])
    now, body = page(b"Jembatan", file="baru.html")
    store.keep_pages([(now, body)])
    kept = store.page(now.id)
    assert kept is not None
    assert kept.place.file == "baru.html"


def test_revisions_of_an_address_in_the_order_they_came(store: Store) -> None:
    texts = ["Tiga orang tewas.", "Empat orang tewas.", "Lima orang tewas."]
    pages = [page(text.encode(), "https://a.example/1") for text in texts]
    for (one, body), text in zip(pages, texts, strict=True):
        store.keep_pages([(one, body)])
        store.keep_articles([article(one, text)])
    store.keep_articles([article(pages[0][0], texts[0])])  # read again: still the first
    assert [found.text for found in store.articles_at("https://a.example/1")] == texts
    assert store.articles_at("https://a.example/2") == ()


def test_the_memo_keeps_what_it_is_given(store: Store) -> None:
    for number in range(BATCH * 2 + 5):
        store.put(f"kunci {number}", str(number).encode() * 50)
    assert store.get("kunci 0") == b"0" * 50
    assert store.get(f"kunci {BATCH * 2 + 4}") == str(BATCH * 2 + 4).encode() * 50
    assert store.get("lain") is None
    store.put("kunci 0", b"baru")
    assert store.get("kunci 0") == b"baru"


def test_the_newest_dossier_that_shows_an_id(store: Store) -> None:
    old, new = Dossier("runut 1", ()), Dossier("runut 2", ())
    store.keep_dossier(old, ["ln-a", "ln-b", "ln-a"])
    assert store.dossier_showing("ln-a") == old
    store.keep_dossier(new, ["ln-a"])
    assert store.dossier_showing("ln-a") == new
    assert store.dossier_showing("ln-c") is None


def test_problems_are_kept_once_and_forgotten_when_the_file_is_read_again(store: Store) -> None:
    empty = Problem("sources", "empty", "a.html", "the file is empty")
    cut = Problem("sources", "warc-cut", "b.warc", "cut", 100, 20)
    store.keep_problems([cut, empty, empty])
    store.keep_problems([empty])
    assert store.problems() == (empty, cut)
    store.keep_problems([], files=["a.html"])
    assert store.problems() == (cut,)


def test_judgements_are_appended_and_stay_in_order(store: Store) -> None:
    given = [
        Judgement(make_id("jd", str(number)), "st-a", "st-b", "same", "rina", "2025-05-05T00:00:00+00:00", "catatan")
        for number in range(3)
    ]
    for judgement in (*given, given[0]):
        store.judge(judgement)
    assert store.judgements() == tuple(given)

"""Records: the body as given, offsets its own."""

import json

import pytest

from runut.read.article import page_text, read_page
from runut.records.article import Article
from runut.records.notes import Problem
from runut.records.page import Page, Place
from runut.text.places import body_of, page_offsets


def page_of(body: bytes) -> Page:
    return Page("pg-1", "0", Place("r.jsonl", 10, len(body)), "record")


def test_text_is_kept_to_the_character() -> None:
    text = "Kapal bersandar.\n\n “Benar,” kata Siti.\n"
    body = json.dumps({"id": 7, "text": text, "published": "2024-06-20", "outlet": "Kabar", "x": 1}).encode()
    article = read_page(page_of(body), body)
    assert isinstance(article, Article)
    assert article.text == text == page_text(page_of(body), body)
    assert (article.record, article.outlet, article.published and article.published.day) == ("7", "Kabar", "2024-06-20")
    assert body_of(article) == "Kapal bersandar.\n “Benar,” kata Siti."
    assert page_offsets(article.text_map, 3, 9) == (3, 9)


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b"{}", b'{"text": 3}', b'{"text": "  "}', b"\xff", b'{"a":' * 5000, b'{"text":"a","url":5}']
)
def test_what_is_no_record_is_a_problem(body: bytes) -> None:
    found = read_page(page_of(body), body)
    assert isinstance(found, Problem)
    assert (found.file, found.offset) == ("r.jsonl", 10)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2025/06/12 18:37:19", "2025-06-12T18:37:19"),
        ("Kabar.com - 02/07/2025, 13:43 WIB", "2025-07-02T13:43:00+07:00"),
        ("Rabu, 02 Jul 2025 13:43 WITA", "2025-07-02T13:43:00+08:00"),
        ("2025-07-02T11:42:23.000Z", "2025-07-02T11:42:23+00:00"),
        ("2025-07-02", "2025-07-02"),
        ("", None),
        ("kemarin", None),
    ],
)
def test_the_time_that_a_record_gives_is_read_however_it_is_written(given: str, value: str | None) -> None:
    body = json.dumps({"id": "a", "text": "Warga menanam bakau di pesisir.", "published": given, "language": "id"})
    article = read_page(page_of(body.encode()), body.encode())
    assert isinstance(article, Article)
    assert (article.published.value if article.published else None) == value

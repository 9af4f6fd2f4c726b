"""Dates, people, kinds: what a page states, checked against what it prints."""

import json

import pytest

from runut.read.article import read_page
from runut.records.article import Article
from runut.records.notes import Problem
from runut.records.page import Page, Place

PROSE = "".join(
    f"<p>Kapal ke-{number} bersandar di dermaga pada pagi hari, kata petugas pelabuhan itu kepada wartawan.</p>"
    for number in range(2, 6)
)


def read(head: str = "", before: str = "", after: str = "", url: str | None = None) -> Article:
    body = f"<html lang=id><head>{head}</head><body><h1>Kapal bersandar lagi</h1>{before}{PROSE}{after}</body>".encode()
    article = read_page(Page("pg-1", "0", Place("a.html", 0, len(body)), "html", url=url), body)
    assert isinstance(article, Article)
    return article


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


@pytest.mark.parametrize(
    ("head", "before", "value", "how"),
    [
        (ld(datePublished="2024-06-20T05:48:00Z"), "", "2024-06-20T12:48:00+07:00", "jsonld"),
        (ld(datePublished="2024-06-20T17:48:00Z"), "", "2024-06-21T00:48:00+07:00", "jsonld"),
        (ld(datePublished="2024-06-20 12:48:00"), "", "2024-06-20T12:48:00+07:00", "jsonld"),
        (ld(datePublished="2024-06-20T12:48:00Z"), "<p>Kamis, 20 Juni 2024 12:48 WIB</p>", "2024-06-20T12:48:00+07:00",
         "jsonld"),
        (ld(datePublished="2024-06-20T05:48:00Z"), "<p>Kamis, 20 Juni 2024 13:48 WITA</p>",
         "2024-06-20T13:48:00+08:00", "jsonld"),
        ("<meta property='article:published_time' content='2024-06-20T14:48:00+09:00'>", "",
         "2024-06-20T14:48:00+09:00", "meta"),
        ("", "<div>Kamis, 20 Juni 2024 | 14:48 WIT</div>", "2024-06-20T14:48:00+09:00", "byline"),
        ("<meta name=pubdate content='20240620T0548Z'>", "", "2024-06-20T12:48:00+07:00", "meta"),
        ("<meta name=publishdate content='2024-06-20 12:48:01'>", "<p>Kamis, 20 Jun 2024 14:48 WIT</p>",
         "2024-06-20T14:48:01+09:00", "meta"),
        ("<meta name=publishdate content='kemarin sore'>", "", None, None),
    ],
)  # fmt: skip
def test_published(head: str, before: str, value: str | None, how: str | None) -> None:
    published = read(head, before).published
    assert (published and published.value, published and published.how) == (value, how)


def test_day_in_the_address() -> None:
    published = read(url="https://x.example/2024/06/20/kapal").published
    assert published and (published.value, published.how) == ("2024-06-20", "url")


@pytest.mark.parametrize(
    ("head", "before", "after", "writers", "editors"),
    [
        (ld(author={"@type": "Person", "name": "Siti Rahma"}), "", "", ("Siti Rahma",), ()),
        (ld(author={"name": "Budi Hartono"}), "<p>Penulis: Siti Rahma</p><p>Editor: Budi Hartono</p>", "",
         ("Siti Rahma",), ("Budi Hartono",)),
        (ld(author={"name": "Budi Hartono"}), "", "<p>Pewarta: Siti Rahma Editor: Budi Hartono</p>",
         ("Siti Rahma",), ("Budi Hartono",)),
        ("", "<p>LAPORAN: SITI RAHMA Jumat, 21 Juni 2024, 12:48 WIB</p>", "", ("Siti Rahma",), ()),
        ("", "<p><span>Reporter</span></p><p>Siti Rahma</p><p><span>Editor</span></p><p>Ann Reed</p>", "",
         ("Siti Rahma",), ("Ann Reed",)),
        (ld(author="Tim Redaksi"), "", "<p>Laporan: Siti Rahma</p>", ("Siti Rahma",), ()),
        (ld(author=[{"name": "Siti Rahma"}, {"name": "Ann Reed"}]), "", "", ("Siti Rahma", "Ann Reed"), ()),
        (ld(author={"@type": "Organization", "name": "Kabar Pesisir"}), "", "", (), ()),
        ("<meta name=author content='https://x.example/penulis/siti'>", "", "", (), ()),
        ("<meta name=author content='By Siti Rahma and Ann Reed'>", "", "", ("Siti Rahma", "Ann Reed"), ()),
    ],
)  # fmt: skip
def test_people(head: str, before: str, after: str, writers: tuple[str, ...], editors: tuple[str, ...]) -> None:
    article = read(head, before, after)
    assert (article.bylines, article.editors) == (writers, editors)


@pytest.mark.parametrize(
    ("after", "url", "kind"),
    [
        ("", "https://x.example/kapal", "article"),
        ("<a href='?page=2'>2</a>", "https://x.example/kapal", "part"),
        ("<a href='/kapal/2'>2</a>", "https://x.example/kapal", "part"),
        ("<a href='/kapal?page=2'>2</a>", "https://x.example/kapal?page=all", "article"),
        ("<a href='/lain?page=2'>2</a>", "https://x.example/kapal", "article"),
        ("", "https://x.example/kapal?page=3", "part"),
        ("<a href='?page_num=2'>Selanjutnya</a>", "", "part"),
    ],
)
def test_parts(after: str, url: str, kind: str) -> None:
    article = read(after=after, url=url or None)
    assert (article.kind, article.complete) == (kind, kind == "article")


def test_photo_and_text_credits_stay_apart() -> None:
    after = (
        "<figure><img src=a><figcaption>Dermaga dua (Foto: AFP/Siti Rahma)</figcaption></figure><p>Sumber: Reuters</p>"
    )
    credits = {(credit.who, credit.of) for credit in read(after=after).credits}
    assert ("Reuters", "text") in credits
    assert ("AFP", "text") not in credits


@pytest.mark.parametrize("body", [b"", b"   ", b"<html></html>", b"\0\0\0", b"<script>x</script>"])
def test_a_page_without_text_is_a_problem(body: bytes) -> None:
    found = read_page(Page("pg-1", "0", Place("a.html"), "html"), body)
    assert isinstance(found, Problem)
    assert found.file == "a.html"

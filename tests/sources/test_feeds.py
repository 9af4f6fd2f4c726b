"""Feeds of every dialect: what is an article, what only a teaser, and what the feed says beside it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from runut.records.notes import Problem
from runut.records.page import Page
from runut.settings import Settings
from runut.sources import open_sources
from runut.sources.door import Door
from runut.sources.feed_dates import iso_date
from runut.sources.feeds import feed_pages, is_full
from runut.sources.opml import Feed, feeds_in, write_opml
from tests.sources.server import Server, answer, serving

LONG = "<p>" + "Warga desa memanen padi lebih awal karena hujan turun sejak pekan lalu. " * 12 + "</p>"
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Kabar Gabungan</title><link>https://gabungan.example/</link>
<item><title>Panen lebih awal</title><link>/panen</link><pubDate>Sen, 05 Mei 2025 10:00:00 +0700</pubDate>
<dc:creator>Siti Rahma</dc:creator><source url="https://harian.example/rss">Harian Desa</source>
<description>Ringkasan.</description><content:encoded><![CDATA[{LONG}]]></content:encoded>
<media:content url="https://harian.example/a.jpg"><media:credit>Foto: Budi/Harian Desa</media:credit></media:content>
</item>
<item><title>Pasar ditutup</title><link>https://gabungan.example/pasar</link><author>kawat@example (Tono)</author>
<description>Pasar itu ditutup sementara...</description></item>
</channel></rss>""".encode()
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar Atom</title>
<entry><title>Panen</title><link href="https://atom.example/panen"/><updated>2025-05-05T03:00:00Z</updated>
<author><name>Siti Rahma</name></author><author><name>Budi</name></author>
<content type="html">{LONG.replace("<", "&lt;")}</content></entry></feed>""".encode()
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Kabar JSON",
        "items": [
            {"id": 1, "url": "https://json.example/panen", "title": "Panen", "content_html": LONG,
             "date_published": "2025-05-05T10:00:00+07:00", "authors": [{"name": "Siti Rahma"}]},
            {"id": 2, "url": "https://json.example/pasar", "content_text": "Pasar itu ditutup."},
            {"id": 3, "url": 7},
        ],
    }
).encode()  # fmt: skip


def split(got: Iterator[tuple[Page, bytes] | Problem]) -> tuple[list[Page], list[Problem]]:
    kept = list(got)
    return [g[0] for g in kept if not isinstance(g, Problem)], [g for g in kept if isinstance(g, Problem)]


def test_what_the_feed_says_stays_with_the_page() -> None:
    (page,), problems = split(feed_pages(RSS, "a.xml", None))
    assert page.title == "Panen lebih awal"
    assert page.url == "https://gabungan.example/panen"
    assert page.published == "2025-05-05T10:00:00+07:00"
    assert (page.outlet, page.feed) == ("Harian Desa", "Kabar Gabungan")
    assert page.bylines == ("Siti Rahma",)
    assert page.photo_credits == ("Foto: Budi/Harian Desa",)
    assert RSS[page.place.offset : page.place.offset + page.place.length].startswith(b"<item><title>Panen")
    assert [problem.code for problem in problems] == ["teasers"]
    assert "1 of 2 entries" in problems[0].says


@pytest.mark.parametrize("body", [ATOM, JSON, ATOM.decode().encode("utf-16")])
def test_other_dialects(body: bytes) -> None:
    (page,), _ = split(feed_pages(body, "a", None))
    assert page.title == "Panen"
    assert page.bylines[0] == "Siti Rahma"
    assert page.published in ("2025-05-05T03:00:00+00:00", "2025-05-05T10:00:00+07:00")


def test_a_feed_cut_off_gives_what_it_has() -> None:
    pages, problems = split(feed_pages(RSS[:-200], "a.xml", None))
    assert len(pages) == 1
    assert "feed-damaged" in [problem.code for problem in problems]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<rss", b"<rss><channel><item>", b"{", b'{"version": "1", "items": {}}', b"\x00" * 50, b"<feed>" * 5000,
        b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>'
        b"&c;&c;&c;</title></item></channel></rss>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel>'
        b"</rss>",
    ],
)  # fmt: skip
def test_broken_and_hostile_feeds_never_raise(body: bytes) -> None:
    pages, problems = split(feed_pages(body, "a.xml", None))
    assert problems
    assert not any(b"root:" in repr(page).encode() for page in pages)


def test_a_teaser_is_no_article() -> None:
    assert is_full(LONG)
    assert not is_full("<p>" + "a" * 100 + "</p>")
    assert not is_full(LONG.removesuffix("</p>") + " [&hellip;]</p>")
    assert not is_full(LONG.removesuffix("</p>") + "...</p>")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Mon, 05 May 2025 10:00:00 GMT", "2025-05-05T10:00:00+00:00"),
        ("Sen, 05 Mei 2025 10:00:00 +0700", "2025-05-05T10:00:00+07:00"),
        ("Jum'at, 03 Januari 2025 08:00 WITA", "2025-01-03T08:00:00+08:00"),
        ("Senin, 5 Agt 2024 | 10.00 WIB", "2024-08-05T10:00:00+07:00"),
        ("Kamis, 05 Desember 2025", "2025-12-05"),
        ("2025-05-05T03:00:00Z", "2025-05-05T03:00:00+00:00"),
        ("2025-05-05", "2025-05-05"),
        ("Sen, 31 Feb 2025 10:00:00 +0700", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("kemarin", None),
        ("", None),
        ("5" * 5000, None),
    ],
)
def test_dates_in_the_words_of_both_languages(printed: str, value: str | None) -> None:
    assert iso_date(printed) == value


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def door(**settings: object) -> Door:
    made = Settings(fetch_loopback=True, **settings)  # type: ignore[arg-type]
    return Door(made, look_up=lambda host, port: ["127.0.0.1"], clock=lambda: 0.0, sleep=lambda seconds: None)


def test_entries_are_followed_through_the_door(server: Server) -> None:
    page = f"<html><body>{LONG}</body></html>".encode()
    server.says("/pasar", answer(page))
    feed = RSS.replace(b"https://gabungan.example/pasar", server.url("/pasar").encode())
    pages, problems = split(feed_pages(feed, "a.xml", door()))
    assert not problems
    assert (pages[1].title, pages[1].outlet, pages[1].bylines) == ("Pasar ditutup", "Kabar Gabungan", ("Tono",))
    assert pages[1].url == server.url("/pasar")


def test_a_feed_cannot_lead_us_home(server: Server) -> None:
    feed = RSS.replace(b"https://gabungan.example/pasar", b"http://169.254.169.254/latest/meta-data")
    guarded = Door(Settings(), clock=lambda: 0.0, sleep=lambda seconds: None)
    _, problems = split(feed_pages(feed, "a.xml", guarded))
    assert [problem.code for problem in problems] == ["private-address"]


def test_a_feed_at_an_address(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    url = server.says("/rss", answer(RSS, Content_Type="text/html"))
    got = split(open_sources([url], Settings(fetch_loopback=True), fetch=True))
    assert [page.title for page in got[0]] == ["Panen lebih awal"]


@pytest.mark.parametrize(
    ("body", "media", "code"),
    [
        (b"", "text/html", "empty"),
        (b"\x89PNG" + b"x" * 40, "text/html", "binary"),
        (b'{"a": 1}', "text/json", "unknown-kind"),
    ],
)
def test_an_address_that_holds_no_page(server: Server, body: bytes, media: str, code: str) -> None:
    url = server.says("/a", answer(body, Content_Type=media))
    _, problems = split(open_sources([url], Settings(fetch_loopback=True), fetch=True))
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-1252"])
def test_the_charset_of_the_answer_goes_with_the_page(server: Server, charset: str) -> None:
    body = "<html><p>“Kami siap”</p></html>".encode(charset)
    url = server.says("/a", answer(body, Content_Type=f'text/html; charset="{charset}"'))
    (page,), _ = split(open_sources([url], Settings(fetch_loopback=True), fetch=True))
    assert (page.charset, page.medium) == (charset, "html")


def test_lists_of_feeds_go_out_and_come_in_again(tmp_path: Path) -> None:
    feeds = [
        Feed("https://a.example/rss?x=1&y=2", 'Kabar "A" & B', "Daerah/Barat"),
        Feed("https://b.example/rss", "Kabar <B>", "Daerah/Barat"),
        Feed("https://c.example/rss", "Kabar C"),
    ]
    written = write_opml(feeds, "Daftar\x00 <saya>")
    assert feeds_in(written.encode()) == feeds
    file = tmp_path / "a.opml"
    file.write_text(written, encoding="utf-8")
    _, problems = split(open_sources([str(file)], Settings()))
    assert problems[0].code == "fetch-off"
    assert "3 feeds" in problems[0].says


@pytest.mark.parametrize("body", [b"", b"<", b"<a>", b"\xff\xfe", b"<opml>" * 2000])
def test_a_broken_list_gives_no_feeds(body: bytes) -> None:
    assert not feeds_in(body) or isinstance(feeds_in(body), str)


FIXTURES = Path("../shared/data/reading/feed-fixtures.tar.gz")


@pytest.mark.skipif(not FIXTURES.is_file(), reason="needs the shared data")
def test_all_the_fixtures_of_feedparser_are_read() -> None:
    import tarfile

    number = 0
    with tarfile.open(FIXTURES) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() and member.name.endswith((".xml", ".json")) else None
            if file:
                number += 1
                assert list(feed_pages(file.read(), member.name, None))
    assert number > 1800

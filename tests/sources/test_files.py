"""Files and folders of every kind, most of them bad: each gives a page or says what is wrong with it."""

import gzip
import io
import json
import os
import sys
from functools import partial
from pathlib import Path

import pytest

from runut.records.notes import Problem
from runut.records.page import Page
from runut.settings import Settings
from runut.sources import open_sources

PAGE = b"<!DOCTYPE html><html><body><p>Jembatan Sukamaju dibuka.</p></body></html>"
FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title></channel></rss>'
RECORD = {"id": "r1", "text": "Jembatan Sukamaju dibuka."}
gz = partial(gzip.compress, mtime=0)
"""Without the time of day, so that every worker collects the same tests."""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


def opened(*words: Path | str, **settings: object) -> tuple[list[tuple[Page, bytes]], list[Problem]]:
    got = list(open_sources([str(word) for word in words], Settings(**settings)))  # type: ignore[arg-type]
    return [g for g in got if not isinstance(g, Problem)], [g for g in got if isinstance(g, Problem)]


def made(folder: Path, name: str, body: bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)
    return file


@pytest.mark.parametrize(
    ("name", "body", "medium"),
    [
        ("a.html", PAGE, "html"),
        ("a.HTM", PAGE, "html"),
        ("a.html.gz", gz(PAGE), "html"),
        ("a.html.gz", gz(PAGE[:20]) + gz(PAGE[20:]), "html"),
        ("a.html.gz", PAGE, "html"),  # unpacked on the way, its name kept
        ("a.html", gz(PAGE), "html"),  # and the other way round
        ("a.txt", b"Jembatan Sukamaju dibuka.", "text"),
        ("a.txt", PAGE, "html"),
        ("a.txt", b"\xef\xbb\xbf\n<!-- disimpan --><html><body>x</body></html>", "html"),
        ("a.txt", "Harga < 5 dan > 3".encode("utf-16"), "text"),
        ("a.txt", b"< dan >", "text"),
        ("page", PAGE, "html"),
        ("a.xml", b'<?xml version="1.0"?><!DOCTYPE html><html><p>x</p></html>', "html"),
        ("a.html", PAGE.replace(b"dibuka", b"di\x00buka"), "html"),
        ("a.html", "<p>Jembatan</p>".encode("utf-16-le"), "html"),
        ("a.html", b"<p>Jembatan \xe9\xff dibuka</p>", "html"),
        ("a.jsonl", json.dumps(RECORD).encode(), "record"),
        ("a.jsonl", b"\xef\xbb\xbf" + json.dumps(RECORD).encode(), "record"),
        ("a.json", json.dumps(RECORD, indent=1).encode(), "record"),
        ("a.json", json.dumps([RECORD]).encode(), "record"),
        ("a.json", (json.dumps(RECORD) + "\n").encode(), "record"),
    ],
)
def test_a_page_whatever_its_name(tmp_path: Path, name: str, body: bytes, medium: str) -> None:
    pages, problems = opened(made(tmp_path, name, body))
    assert [page.medium for page, _ in pages] == [medium]
    assert all(problem.severity == "note" for problem in problems)


@pytest.mark.parametrize(
    ("name", "body", "code", "says"),
    [
        ("a.html", b"", "empty", "empty"),
        ("a.html", b" \n\t ", "empty", "empty"),
        ("a.html", PNG, "binary", "PNG"),
        ("a.txt", b"%PDF-1.7" + b"x" * 100, "binary", "PDF"),
        ("a.html", bytes(range(256)) * 40, "binary", "no text"),
        ("a.html.gz", gz(PAGE)[:-9], "broken-gzip", "too early"),
        ("a.html.gz", b"\x1f\x8b\x08" + b"\xff" * 100, "broken-gzip", "gzip"),
        ("a.html.gz", gz(gz(PAGE)), "binary", "gzip inside gzip"),
        ("a.html", b"<p>" + b"x" * 1_000_001, "too-large", "max_page_megabytes"),
        ("a.html.gz", gz(b"<p>" + b"x" * 50_000_000), "too-large", "max_page_megabytes"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"x" * 50, "unknown-kind", "JPEG"),
        ("a.docx", b"PK\x03\x04" + b"x" * 50, "unknown-kind", "ZIP"),
        ("a.xyz", b"abc", "unknown-kind", "runut reads"),
        ("a.jsonl", PAGE, "bad-records", "JSON object"),
        ("a.jsonl", b"\n\n", "empty", "no records"),
        ("a.json", b"{", "bad-json", "JSON"),
        ("a.json", b'{"a": 1}', "unknown-kind", "neither"),
        ("a.json", b"[" * 100_000, "bad-json", "JSON"),
        ("a.opml", b"", "empty", "empty"),
        ("a.opml", b"<opml><body/></opml>", "no-pages", "no feeds"),
        ("a.xml", b"<a><b/></a>", "no-pages", "no entries"),
        ("a.rss", FEED, "no-pages", "no entries"),
        ("a.warc", b"", "empty", "empty"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, body: bytes, code: str, says: str) -> None:
    file = made(tmp_path, name, body)
    pages, problems = opened(file, max_page_megabytes=1)
    assert not pages
    told = [problem for problem in problems if problem.severity == "error"]
    assert [problem.code for problem in told] == [code]
    assert says in told[0].says
    assert told[0].file == str(file)


def test_a_line_of_fifty_megabytes_among_records(tmp_path: Path) -> None:
    line = json.dumps(RECORD).encode() + b"\n"
    huge = b'{"text": "' + b"x" * 50_000_000 + b'"}\n'
    pages, problems = opened(made(tmp_path, "a.jsonl", line + huge + line))
    assert [page.place.offset for page, _ in pages] == [0, len(line) + len(huge)]
    assert (problems[0].code, problems[0].offset, problems[0].length) == ("too-large", len(line), len(huge))


def test_records_of_an_array_know_their_place(tmp_path: Path) -> None:
    file = made(tmp_path, "a.json", json.dumps([RECORD, RECORD | {"id": "r2"}], indent=2).encode())
    pages, _ = opened(file)
    for page, body in pages:
        assert file.read_bytes()[page.place.offset : page.place.offset + page.place.length] == body


def test_broken_gzip_of_records_keeps_what_came_before(tmp_path: Path) -> None:
    lines = b"".join(
        json.dumps(RECORD | {"id": str(n), "note": os.urandom(40).hex()}).encode() + b"\n" for n in range(900)
    )
    pages, problems = opened(made(tmp_path, "a.jsonl.gz", gz(lines)[:-3000]))
    assert len(pages) > 100
    assert problems[-1].code == "broken-gzip"


def test_a_folder_in_order_and_what_was_left_out(tmp_path: Path) -> None:
    for name in ("b.html", "a/c.html", "a/b.txt", "Berita_files/iklan.html", "Berita.html", "x.css", "y.css", "z.png"):
        made(tmp_path, name, PAGE if name.endswith("html") else b"teks biasa")
    (tmp_path / "putus.html").symlink_to(tmp_path / "tidak-ada.html")
    (tmp_path / "d.html").mkdir()
    made(tmp_path, "d.html/e.html", PAGE)
    pages, problems = opened(tmp_path)
    assert [Path(page.place.file).relative_to(tmp_path).as_posix() for page, _ in pages] == [
        "Berita.html", "b.html", "a/b.txt", "a/c.html", "d.html/e.html",
    ]  # fmt: skip
    told = {problem.code: problem.says for problem in problems}
    assert told.keys() == {"not-found", "page-parts", "other-files"}
    assert "2 .css, 1 .png" in told["other-files"]


@pytest.mark.parametrize("name", ["kosong", "kosong.html"])
def test_a_folder_without_pages(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    pages, problems = opened(tmp_path / name)
    assert not pages
    assert problems[0].code == "no-pages"
    assert ".html" in problems[0].says


def test_things_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "putus.html").symlink_to(tmp_path / "tidak-ada")
    os.mkfifo(tmp_path / "pipa.html")
    _, problems = opened(tmp_path / "tidak-ada.html", tmp_path / "putus.html", tmp_path / "pipa.html", "a\0b")
    assert [problem.code for problem in problems] == ["not-found", "not-found", "unknown-kind", "not-found"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_what_we_may_not_read(tmp_path: Path) -> None:
    made(tmp_path, "tutup.html", PAGE).chmod(0)
    made(tmp_path, "tutup/a.html", PAGE).parent.chmod(0)
    _, problems = opened(tmp_path)
    (tmp_path / "tutup").chmod(0o700)
    assert [problem.code for problem in problems][:2] == ["unreadable", "unreadable"]


def test_a_reader_that_fails_to_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = made(tmp_path, "a.html", PAGE)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    _, problems = opened(file)
    assert problems[0].code == "unreadable"
    assert "Permission denied" in problems[0].says


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/\xff\xfe.html"
    try:
        Path(os.fsdecode(file)).write_bytes(PAGE)
    except OSError:
        pytest.skip("this file system takes no such names")
    pages, _ = opened(tmp_path)
    assert pages[0][0].place.file.endswith("\ufffd\ufffd.html")


def test_records_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(RECORD).encode())))
    pages, _ = opened("-")
    assert pages[0][0].place.file == "-"


def test_addresses_need_the_word_fetch() -> None:
    _, problems = opened("https://contoh.example/a", "HTTP://contoh.example/a")
    assert [problem.code for problem in problems] == ["fetch-off", "fetch-off"]


def test_the_same_bytes_have_the_same_id(tmp_path: Path) -> None:
    one, two = made(tmp_path, "a.html", PAGE), made(tmp_path, "b/c.html", PAGE)
    pages, _ = opened(one, two)
    assert pages[0][0].id == pages[1][0].id

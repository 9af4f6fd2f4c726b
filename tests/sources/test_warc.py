"""WARC archives: sound, damaged, cut, hostile."""

import gzip
import random  # noqa: TID251, with a seed
import tracemalloc
import zlib
from pathlib import Path

import brotli
import pytest
import zstandard

from runut.records.notes import Problem
from runut.records.page import Page
from runut.settings import Settings
from runut.sources.warc import read_warc
from tests.sources.archives import archive, bomb, one, page

PAGES = 120


DEFAULT = Settings()


def read(file: Path, raw: bytes, settings: Settings = DEFAULT) -> tuple[list[tuple[Page, bytes]], list[Problem]]:
    file.write_bytes(raw)
    got = list(read_warc(file, settings))
    return [g for g in got if not isinstance(g, Problem)], [g for g in got if isinstance(g, Problem)]


@pytest.fixture(params=[True, False], ids=["gzip", "plain"])
def packed(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def file(tmp_path: Path, packed: bool) -> Path:
    return tmp_path / ("a.warc.gz" if packed else "a.warc")


def test_every_page_with_its_address_time_and_place(file: Path, packed: bool) -> None:
    raw = archive(PAGES, packed=packed)
    pages, problems = read(file, raw)
    assert [body for _, body in pages] == [page(at) for at in range(PAGES)]
    assert not problems
    first = pages[5][0]
    assert (first.url, first.charset, first.fetched_at) == ("https://contoh.example/5", "utf-8", "2025-05-05T03:00:00Z")
    record = raw[first.place.offset : first.place.offset + first.place.length]
    assert page(5) in (gzip.decompress(record) if packed else record)


@pytest.mark.parametrize("seed", range(12))
def test_two_hundred_damaged_bytes_cost_two_pages_at_most(file: Path, packed: bool, seed: int) -> None:
    raw = bytearray(archive(PAGES, packed=packed))
    chance = random.Random(seed)
    at = chance.randrange(len(raw) - 200)
    raw[at : at + 200] = chance.randbytes(200)
    pages, problems = read(file, bytes(raw))
    whole = [body for _, body in pages if body in {page(number) for number in range(PAGES)}]
    assert len(whole) >= PAGES - 2
    told = [p for p in problems if p.code in ("warc-damaged", "warc-cut", "warc-digest")]
    assert told, "damage is never silent"
    assert any(p.offset is not None and p.length and p.offset <= at + 200 and p.offset + p.length > at for p in told)
    assert len(pages) == PAGES or any("at least" in p.says and p.code == "warc-summary" for p in problems)


@pytest.mark.parametrize("share", [0.3, 0.5003, 0.77, 0.999])
def test_a_cut_file_says_so(file: Path, packed: bool, share: float) -> None:
    raw = archive(PAGES, packed=packed)
    pages, problems = read(file, raw[: int(len(raw) * share)])
    assert [body for _, body in pages] == [page(at) for at in range(len(pages))]
    assert any(p.code == "warc-cut" for p in problems)


def test_a_bomb_costs_little_memory_and_no_other_page(file: Path, packed: bool) -> None:
    raw = archive(3, packed=packed)
    hostile = bomb(60) if packed else gzip.decompress(bomb(12))
    whole = hostile + raw
    tracemalloc.start()
    pages, problems = read(file, whole, Settings(max_page_megabytes=1))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(pages) == 3
    assert [p.code for p in problems] == ["too-large"]
    assert peak < 20_000_000


def test_a_bomb_inside_the_payload_is_left(file: Path, packed: bool) -> None:
    inner = gzip.compress(b"a" * 30_000_000)
    raw = one(inner, packed=packed, Content_Encoding="gzip")
    _, problems = read(file, raw, Settings(max_page_megabytes=1))
    assert problems[0].code == "too-large"


@pytest.mark.parametrize(
    ("name", "packer"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", brotli.compress),
        ("zstd", zstandard.compress),
        ("gzip", bytes),  # a header left over from before unpacking
        ("identity", bytes),
    ],
)
def test_payloads_are_unpacked(tmp_path: Path, name: str, packer) -> None:
    body = page(1)
    pages, problems = read(tmp_path / "a.warc.gz", one(packer(body), Content_Encoding=name))
    assert pages[0][1] == body
    assert not problems


def test_chunks_are_joined(tmp_path: Path) -> None:
    body = page(1)
    chunked = b"".join(
        b"%x;ext=1\r\n%s\r\n" % (len(body[at : at + 97]), body[at : at + 97]) for at in range(0, len(body), 97)
    )
    pages, _ = read(tmp_path / "a.warc.gz", one(chunked + b"0\r\n\r\n", Transfer_Encoding="chunked"))
    assert pages[0][1] == body
    pages, _ = read(tmp_path / "b.warc.gz", one(body, Transfer_Encoding="chunked"))
    assert pages[0][1] == body


def test_an_unknown_encoding_is_a_problem(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "a.warc.gz", one(page(1), Content_Encoding="rot13"))
    assert "rot13" in problems[0].says


def test_what_is_no_page_is_counted(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "a.warc.gz", one(b"\x89PNG", "image/png") + one(page(1), status="404 Not Found"))
    assert "1 of type image/png" in problems[0].says
    assert "1 with status 404" in problems[0].says
    assert problems[1].code == "no-pages"


@pytest.mark.parametrize(
    "raw", [b"", b"<html></html>", b"\x1f\x8b\x08" + b"x" * 300, b"WARC/1.0\r\n\r\n", gzip.compress(b"x", mtime=0)]
)
def test_no_archive_at_all(tmp_path: Path, raw: bytes) -> None:
    pages, problems = read(tmp_path / "a.warc", raw)
    assert not pages
    assert problems[-1].code in ("no-pages", "empty")


def test_reading_takes_one_record_at_a_time(tmp_path: Path) -> None:
    """Memory does not grow with the file."""
    peaks = []
    for number in (50, 500):
        file = tmp_path / f"{number}.warc.gz"
        file.write_bytes(archive(number))
        tracemalloc.start()
        assert sum(not isinstance(got, Problem) for got in read_warc(file, Settings())) == number
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 200_000

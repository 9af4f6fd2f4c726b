"""Whatever bytes come in, sources and decoders give pages or problems, within their limits."""

import gzip
import io
import zlib
from pathlib import Path

import brotli
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runut.records.notes import Problem
from runut.settings import Settings
from runut.sources import READERS, open_sources
from runut.sources.decoding import UNPACKERS, CannotDecode, decode_payload, join_chunks
from runut.sources.feeds import feed_pages
from runut.sources.opml import Feed, feeds_in, write_opml
from runut.sources.sniff import binary_kind, sniff
from runut.sources.vetting import Refused, parse_address
from runut.sources.warc import split_http
from runut.sources.warc_records import Damage, walk_records
from tests.sources.archives import archive

PACKERS = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstandard.compress}
SMALL = settings(max_examples=60, deadline=None)
WARCS = {True: archive(12), False: archive(12, packed=False)}
PRINTABLE = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), max_size=30)


@SMALL
@given(st.binary(max_size=4000), st.sampled_from(sorted(PACKERS)), st.integers(0, 5000))
def test_packed_and_unpacked_again_up_to_the_limit(body: bytes, name: str, limit: int) -> None:
    if name == "br" and body.lstrip()[:1] == b"<":
        return
    assert decode_payload(PACKERS[name](body), limit, name) == body[: limit + 1]


@SMALL
@given(st.binary(max_size=2000), st.sampled_from(sorted(UNPACKERS)), st.integers(0, 3000))
def test_any_bytes_under_any_encoding(body: bytes, name: str, limit: int) -> None:
    for damaged in (body, *(PACKERS[name](body * 3)[: len(body)] for _ in "x" if name in PACKERS)):
        try:
            assert len(decode_payload(damaged, limit, f"{name}, {name}", "chunked")) <= limit + 1
        except CannotDecode as error:
            assert str(error)


@SMALL
@given(st.lists(st.binary(min_size=1, max_size=50), max_size=8), st.sampled_from([b"\r\n", b"\n"]))
def test_chunks_are_joined(chunks: list[bytes], end: bytes) -> None:
    sent = b"".join(b"%x%s%s%s" % (len(chunk), end, chunk, end) for chunk in chunks) + b"0" + end + end
    assert join_chunks(sent) == b"".join(chunks)


@SMALL
@given(st.binary(max_size=3000))
def test_any_http_answer_is_taken_apart(block: bytes) -> None:
    status, _, payload = split_http(block)
    assert 0 <= status <= 999
    assert block.endswith(payload)


def edits(size: int) -> st.SearchStrategy[list[tuple[int, bytes]]]:
    return st.lists(st.tuples(st.integers(0, size - 1), st.binary(max_size=30)), min_size=1, max_size=4)


@SMALL
@given(st.booleans(), st.data())
def test_a_damaged_archive_gives_records_in_order_and_tells_what_is_lost(packed: bool, data: st.DataObject) -> None:
    raw = bytearray(WARCS[packed])
    for at, piece in data.draw(edits(len(raw))):
        raw[at : at + len(piece)] = piece
    last = -1
    for record in walk_records(io.BytesIO(raw), 10_000):
        start = record.start if isinstance(record, Damage) else record.offset
        assert start >= last
        last = start
        if isinstance(record, Damage):
            assert record.start < record.end <= len(raw)
        else:
            assert len(record.block) <= 10_001


@SMALL
@given(st.binary(max_size=500))
def test_any_bytes_as_a_feed_a_list_or_a_file(body: bytes) -> None:
    for start in (b"", b"<rss><channel><item>", b"<feed><entry>", b'{"version":"1","items":[', b"<opml><body>"):
        assert list(feed_pages(start + body, "a", None))
        feeds_in(start + body)
        sniff(start + body)
        binary_kind(start + body)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(READERS)), st.binary(max_size=300))
def test_any_bytes_under_any_name(tmp_path: Path, ending: str, body: bytes) -> None:
    file = tmp_path / f"a{ending}"
    file.write_bytes(body)
    got = list(open_sources([str(file)], Settings()))
    assert got, "never silence"
    assert all(isinstance(item, Problem) or item[1] for item in got)


@SMALL
@given(st.text(max_size=60))
def test_any_text_as_an_address(text: str) -> None:
    for address in (text, f"http://{text}", f"https://contoh.example/{text}", f"http://contoh.example:{text}/"):
        try:
            target = parse_address(address)
        except Refused:
            continue
        assert target.url.isascii()
        assert not set(target.path) & set(" \r\n\t")
        assert parse_address(target.url) == target, "an address taken apart twice is the same"


@SMALL
@given(st.lists(st.tuples(PRINTABLE, PRINTABLE), max_size=5))
def test_lists_of_feeds_survive_the_journey(pairs: list[tuple[str, str]]) -> None:
    feeds = [
        Feed(f"https://a.example/{number}", title.strip(), folder.replace("/", "").strip())
        for number, (title, folder) in enumerate(pairs)
    ]
    found = feeds_in(write_opml(feeds, "x").encode())
    assert isinstance(found, list)
    assert {feed.url: feed.folder for feed in found} == {feed.url: feed.folder for feed in feeds}


@pytest.mark.parametrize("name", sorted(PACKERS))
def test_a_bomb_is_unpacked_no_further_than_the_limit(name: str) -> None:
    bomb = PACKERS[name](b"a" * 50_000_000)
    assert len(decode_payload(bomb, 1000, name)) == 1001

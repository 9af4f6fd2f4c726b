"""One page in one file: HTML, or the text that a browser or archive saved of it; plain or gzip."""

import zlib
from collections.abc import Iterator
from pathlib import Path

from runut.records.ids import hash_bytes, make_id
from runut.records.notes import Problem
from runut.records.page import Medium, Page, Place
from runut.settings import Settings

MEGABYTE = 1_000_000
CHUNK = 1 << 16


def read_html(file: Path, settings: Settings) -> Iterator[tuple[Page, bytes] | Problem]:
    """The page in an HTML file."""
    yield _read_page(file, "html", settings)


def read_text(file: Path, settings: Settings) -> Iterator[tuple[Page, bytes] | Problem]:
    """The page in a saved text."""
    yield _read_page(file, "text", settings)


def make_page(
    body: bytes,
    place: Place,
    medium: Medium,
    url: str | None = None,
    *,
    charset: str | None = None,
    fetched_at: str | None = None,
) -> Page:
    """The Page of these bytes; its id is that of its address and bytes."""
    digest = hash_bytes(body)
    return Page(make_id("pg", url or "", digest), digest, place, medium, url, charset, fetched_at)


def _read_page(file: Path, medium: Medium, settings: Settings) -> tuple[Page, bytes] | Problem:
    limit = settings.max_page_megabytes * MEGABYTE
    name = str(file)
    if file.suffix == ".gz":
        body, fault = unpack(file, limit)
    else:
        with file.open("rb") as stream:
            body, fault = stream.read(limit + 1), ""
    if fault:
        return Problem("sources", "broken-gzip", name, f"the gzip data is broken: {fault}")
    if len(body) > limit:
        says = f"larger than {settings.max_page_megabytes} MB (setting max_page_megabytes); not read"
        return Problem("sources", "too-large", name, says)
    if not body.strip():
        return Problem("sources", "empty", name, "the file is empty")
    return make_page(body, Place(name, 0, len(body)), medium), body


def unpack(file: Path, limit: int) -> tuple[bytes, str]:
    """At most `limit + 1` bytes that a gzip file unpacks to, and what is wrong with it ("" if nothing)."""
    body = bytearray()
    unpacker = zlib.decompressobj(wbits=31)
    with file.open("rb") as stream:
        while len(body) <= limit:
            packed = unpacker.unconsumed_tail or stream.read(CHUNK)
            if not packed:
                return bytes(body), "it ends too early" if not unpacker.eof else ""
            try:
                body += unpacker.decompress(packed, limit + 1 - len(body))
            except zlib.error as error:
                return bytes(body), str(error)
            if unpacker.eof:
                return bytes(body), ""
    return bytes(body), ""

"""One page in one file: HTML, or the text that a browser or archive saved of it; plain or gzip."""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from runut.records.ids import hash_bytes, make_id
from runut.records.notes import Problem
from runut.records.page import Medium, Page, Place
from runut.settings import Settings
from runut.sources.sniff import SNIFF_BYTES, binary_kind

MEGABYTE = 1_000_000
CHUNK = 1 << 16
GZIP = b"\x1f\x8b"

Got = tuple[Page, bytes] | Problem


def read_html(file: Path, settings: Settings, _door: object = None) -> Iterator[Got]:
    """The page in an HTML file."""
    yield _read_page(file, "html", settings)


def read_text(file: Path, settings: Settings, _door: object = None) -> Iterator[Got]:
    """The page in a saved text."""
    yield _read_page(file, "text", settings)


def name_of(file: Path) -> str:
    """The file's name as it is shown and kept; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(file).decode("utf-8", "replace")


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


def _read_page(file: Path, medium: Medium, settings: Settings) -> Got:
    body = load(file, settings)
    if isinstance(body, Problem):
        return body
    return make_page(body, Place(name_of(file), 0, len(body)), medium), body


def load(file: Path, settings: Settings) -> bytes | Problem:
    """The bytes of a file, unpacked if they are gzip whatever its name says; or why they are no page."""
    limit, name = settings.max_page_megabytes * MEGABYTE, name_of(file)
    with file.open("rb") as stream:
        packed = stream.read(2) == GZIP
        stream.seek(0)
        body, fault = (b"", "") if packed else (stream.read(limit + 1), "")
    if packed:
        body, fault = unpack(file, limit)
    if fault:
        return Problem("sources", "broken-gzip", name, f"the gzip data is broken: {fault}; save or download it again")
    if len(body) > limit:
        says = f"larger than {settings.max_page_megabytes} MB (setting max_page_megabytes); not read"
        return Problem("sources", "too-large", name, says)
    if not body.strip(b" \t\r\n\0"):
        return Problem("sources", "empty", name, "the file is empty")
    if kind := binary_kind(body[:SNIFF_BYTES]):
        return Problem("sources", "binary", name, f"this is no page: {kind}")
    return body


def first_bytes(file: Path) -> bytes:
    """The first bytes of what a file holds, unpacked if it is gzip."""
    with file.open("rb") as stream:
        start = stream.read(SNIFF_BYTES)
    if not start.startswith(GZIP):
        return start
    try:
        return zlib.decompressobj(wbits=31).decompress(start, SNIFF_BYTES)
    except zlib.error:
        return start


def unpack(file: Path, limit: int) -> tuple[bytes, str]:
    """At most `limit + 1` bytes that a gzip file unpacks to, all members, and what is wrong with it ("" if nothing)."""
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
                rest = unpacker.unused_data or stream.read(CHUNK)
                if not rest.startswith(GZIP):
                    return bytes(body), ""
                stream.seek(-len(rest), 1)
                unpacker = zlib.decompressobj(wbits=31)
    return bytes(body), ""

"""Records: JSON Lines, or a JSON array, whose `text` is already an article's body."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from runut.records.notes import Problem
from runut.records.page import Page, Place
from runut.settings import Settings
from runut.sources.files import GZIP, MEGABYTE, first_bytes, make_page, name_of
from runut.sources.sniff import sniff

Got = tuple[Page, bytes] | Problem
CHUNK = 1 << 20


def read_records(file: Path, settings: Settings, _door: object = None) -> Iterator[Got]:
    """One page for each line of a file of records, plain or gzip."""
    if sniff(first_bytes(file)) not in ("json", "text"):
        says = "these are no records; each line of the file must be a JSON object with a text"
        yield Problem("sources", "bad-records", name_of(file), says)
        return
    with file.open("rb") as plain:
        packed = plain.read(2) == GZIP
        plain.seek(0)
        if not packed:
            yield from read_record_stream(plain, name_of(file), settings)
            return
        with gzip.GzipFile(fileobj=plain) as stream:
            try:
                yield from read_record_stream(stream, name_of(file), settings)
            except (EOFError, gzip.BadGzipFile, zlib.error) as error:
                says = f"the gzip data is broken: {error}; what came before is read"
                yield Problem("sources", "broken-gzip", name_of(file), says)


def read_record_stream(stream: IO[bytes] | gzip.GzipFile, name: str, settings: Settings) -> Iterator[Got]:
    """One page for each line; a line over the page limit is skipped and reported with its offset."""
    limit = settings.max_page_megabytes * MEGABYTE
    offset = number = found = 0
    while line := stream.readline(limit + 1):
        number += 1
        start, offset = offset, offset + len(line)
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(CHUNK)
                offset += len(line)
            says = f"line {number} is larger than {settings.max_page_megabytes} MB; not read"
            yield Problem("sources", "too-large", name, says, offset=start, length=offset - start)
            found += 1
        elif body := line.removeprefix(b"\xef\xbb\xbf" if number == 1 else b"").strip():
            found += 1
            yield make_page(body, Place(name, start, len(line)), "record"), body
    if not found:
        yield Problem("sources", "empty", name, "there are no records")


def read_record_array(body: bytes, name: str) -> Iterator[Got]:
    """One page for each object of a JSON array that fits in memory.

    Raises:
        msgspec.DecodeError: this is no JSON array.
    """
    at = 0
    for raw in msgspec.json.decode(body, type=list[msgspec.Raw]):
        one = bytes(raw)
        at = body.index(one, at)
        yield make_page(one, Place(name, at, len(one)), "record"), one
        at += len(one)

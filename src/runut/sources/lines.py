"""Records: JSON Lines whose `text` is already an article's body."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from runut.records.notes import Problem
from runut.records.page import Page, Place
from runut.settings import Settings
from runut.sources.files import MEGABYTE, make_page


def read_records(file: Path, settings: Settings) -> Iterator[tuple[Page, bytes] | Problem]:
    """One page for each line of a file of records, plain or gzip."""
    with file.open("rb") as plain:
        if file.suffix != ".gz":
            yield from read_record_stream(plain, str(file), settings)
            return
        with gzip.GzipFile(fileobj=plain) as stream:
            try:
                yield from read_record_stream(stream, str(file), settings)
            except (EOFError, gzip.BadGzipFile, zlib.error) as error:
                yield Problem("sources", "broken-gzip", str(file), f"the gzip data is broken: {error}")


def read_record_stream(
    stream: IO[bytes] | gzip.GzipFile, name: str, settings: Settings
) -> Iterator[tuple[Page, bytes] | Problem]:
    """One page for each line; a line over the page limit is skipped and reported with its offset."""
    limit = settings.max_page_megabytes * MEGABYTE
    offset = number = 0
    while line := stream.readline(limit + 1):
        number += 1
        start, offset = offset, offset + len(line)
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
                offset += len(line)
            says = f"line {number} is larger than {settings.max_page_megabytes} MB; not read"
            yield Problem("sources", "too-large", name, says, offset=start, length=offset - start)
        elif line.strip():
            body = line.strip()
            yield make_page(body, Place(name, start, len(line)), "record"), body
    if not number:
        yield Problem("sources", "empty", name, "there are no records")

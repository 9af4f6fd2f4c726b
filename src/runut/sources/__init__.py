"""EDGE: files, folders, WARC, feeds, records in; pages with their bytes out.

`open_sources` is the one door. Which reader a file gets is told by its name (`READERS`); what cannot be used is yielded
as a `Problem`, in its place in the order, and the rest goes on.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from runut.records.notes import Problem
from runut.records.page import Page
from runut.settings import Settings

Got = tuple[Page, bytes] | Problem
Reader = Callable[[Path, Settings], Iterator[Got]]

READERS: dict[str, str] = {
    ".html": "files:read_html",
    ".htm": "files:read_html",
    ".html.gz": "files:read_html",
    ".htm.gz": "files:read_html",
    ".txt": "files:read_text",
    ".txt.gz": "files:read_text",
    ".jsonl": "lines:read_records",
    ".jsonl.gz": "lines:read_records",
    ".ndjson": "lines:read_records",
    ".warc": "warc:read_warc",
    ".warc.gz": "warc:read_warc",
    ".xml": "feeds:read_feed",
    ".rss": "feeds:read_feed",
    ".atom": "feeds:read_feed",
    ".json": "feeds:read_feed",
    ".opml": "opml:read_opml",
}
"""File-name ending to the function that reads it, as `module:function` of this package, loaded when first needed."""


def open_sources(words: Sequence[str], settings: Settings, *, fetch: bool = False) -> Iterator[Got]:
    """Pages of all the sources named, in order: files, folders (sorted, deep), "-" for records on standard input.

    An address is a Problem unless `fetch` allows it.
    """
    for word in words:
        if word == "-":
            from runut.sources.lines import read_record_stream

            yield from read_record_stream(sys.stdin.buffer, "-", settings)
        elif word.startswith(("http://", "https://")):
            yield from _open_address(word, settings, fetch)
        else:
            yield from _open_path(Path(word), settings)


def _open_address(address: str, settings: Settings, fetch: bool) -> Iterator[Got]:
    if not fetch:
        yield Problem("sources", "fetch-off", address, "addresses are only fetched with --fetch")
        return
    from runut.sources.fetch import read_address

    yield from read_address(address, settings)


def _open_path(path: Path, settings: Settings) -> Iterator[Got]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and reader_name(file))
        if not files:
            says = f"no pages in this folder; runut reads {', '.join(READERS)}"
            yield Problem("sources", "no-pages", str(path), says)
        for file in files:
            yield from _read(file, settings)
    elif not path.exists():
        yield Problem("sources", "not-found", str(path), "there is no such file or folder")
    else:
        yield from _read(path, settings)


def _read(file: Path, settings: Settings) -> Iterator[Got]:
    name = reader_name(file)
    if name is None:
        says = f"this kind of file is not read; runut reads {', '.join(READERS)}"
        yield Problem("sources", "unknown-kind", str(file), says)
        return
    module, function = name.split(":")
    reader: Reader = getattr(import_module(f"runut.sources.{module}"), function)
    try:
        yield from reader(file, settings)
    except OSError as error:
        yield Problem("sources", "unreadable", str(file), f"cannot be read: {error.strerror or error}")


def reader_name(file: Path) -> str | None:
    """The entry of `READERS` for this file's name, or None; the longest ending wins."""
    name = file.name.lower()
    for ending in sorted(READERS, key=len, reverse=True):
        if name.endswith(ending) and len(name) > len(ending):
            return READERS[ending]
    return None

"""EDGE: files, folders, WARC, feeds, records, addresses in; pages with their bytes out.

`open_sources` is the one door. Which reader a file gets is told by its name (`READERS`) and then by its first bytes,
for names lie; what cannot be used is yielded as a `Problem`, in its place in the order, and the rest goes on.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from runut.ports import Memo
from runut.records.notes import Problem
from runut.records.page import Page
from runut.settings import Settings
from runut.sources.files import first_bytes, name_of
from runut.sources.folders import files_under
from runut.sources.sniff import Kind, binary_kind, sniff

if TYPE_CHECKING:
    from runut.sources.door import Door

Got = tuple[Page, bytes] | Problem
Reader = Callable[[Path, Settings, "Door | None"], Iterator[Got]]

READERS: dict[str, str] = {
    ".html": "files:read_html",
    ".htm": "files:read_html",
    ".xhtml": "files:read_html",
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
    ".json": "documents:read_json",
    ".opml": "opml:read_opml",
}
"""File-name ending to the function that reads it, as `module:function` of this package, loaded when first needed."""

_BY_CONTENT: dict[Kind, str] = {
    "html": "files:read_html",
    "feed": "feeds:read_feed",
    "opml": "opml:read_opml",
    "warc": "warc:read_warc",
    "json": "documents:read_json",
}
_CALLED: dict[Kind, str] = {"html": "HTML", "feed": "a feed", "opml": "OPML", "warc": "a WARC", "json": "JSON"}


def open_sources(
    words: Sequence[str], settings: Settings, *, fetch: bool = False, memo: Memo | None = None
) -> Iterator[Got]:
    """Pages of all the sources named, in order: files, folders (sorted, deep), "-" for records on standard input.

    An address is a Problem unless `fetch` allows it; `memo` keeps what was fetched, to ask next time if it changed.
    """
    door = _make_door(settings, memo) if fetch else None
    for word in words:
        if word == "-":
            from runut.sources.lines import read_record_stream

            yield from read_record_stream(sys.stdin.buffer, "-", settings)
        elif word.lower().startswith(("http://", "https://")):
            yield from _open_address(word, door)
        else:
            yield from _open_path(Path(word), settings, door)


def _make_door(settings: Settings, memo: Memo | None) -> "Door":
    from runut.sources.door import Door

    return Door(settings, memo)


def _open_address(address: str, door: "Door | None") -> Iterator[Got]:
    if door is None:
        yield Problem("sources", "fetch-off", address, "addresses are only fetched with --fetch")
        return
    from runut.sources.fetch import read_address

    yield from read_address(address, door)


def _open_path(path: Path, settings: Settings, door: "Door | None") -> Iterator[Got]:
    try:
        is_folder, is_file, is_there = path.is_dir(), path.is_file(), path.exists()
    except (OSError, ValueError) as error:
        yield Problem("sources", "unreadable", name_of(path), f"cannot be read: {error}")
        return
    if is_folder:
        yield from _open_folder(path, settings, door)
    elif is_file:
        yield from _read(path, settings, door)
    elif is_there:
        yield Problem("sources", "unknown-kind", name_of(path), "this is neither a file nor a folder")
    elif path.is_symlink():
        yield Problem("sources", "not-found", name_of(path), f"the link leads nowhere: {name_of(path.readlink())}")
    else:
        yield Problem("sources", "not-found", name_of(path), "there is no such file or folder")


def _open_folder(folder: Path, settings: Settings, door: "Door | None") -> Iterator[Got]:
    found, others = 0, Counter[str]()
    for file in files_under(folder):
        if isinstance(file, Problem):
            yield file
        elif reader_name(file) is None:
            others[file.suffix.lower() or "without ending"] += 1
        else:
            found += 1
            yield from _read(file, settings, door)
    if not found:
        says = f"no pages in this folder; runut reads {', '.join(READERS)}"
        yield Problem("sources", "no-pages", name_of(folder), says)
    if others:
        kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(others.items()))
        yield Problem(
            "sources", "other-files", name_of(folder), f"files of other kinds left out: {kinds}", severity="note"
        )


def _read(file: Path, settings: Settings, door: "Door | None") -> Iterator[Got]:
    try:
        name, note = _reader_for(file)
        if note:
            yield note
        if name is None:
            return
        module, function = name.split(":")
        reader: Reader = getattr(import_module(f"runut.sources.{module}"), function)
        yield from reader(file, settings, door)
    except OSError as error:
        says = f"cannot be read: {error.strerror or error}"
        yield Problem("sources", "unreadable", name_of(file), says)


def _reader_for(file: Path) -> tuple[str | None, Problem | None]:
    """The reader that a file's content asks for, and a note where its name says something else."""
    named = reader_name(file)
    start = first_bytes(file)
    kind = sniff(start)
    if named is None and kind not in _BY_CONTENT:
        what = binary_kind(start) or "its content does not show what it is"
        says = f"this kind of file is not read ({what}); runut reads {', '.join(READERS)}"
        return None, Problem("sources", "unknown-kind", name_of(file), says)
    fits = (
        named is None
        or kind not in _BY_CONTENT
        or named == _BY_CONTENT[kind]
        or (kind == "json" and named != "feeds:read_feed")
        or (kind == "html" and named in ("lines:read_records", "opml:read_opml"))
    )
    if named is None:
        return _BY_CONTENT[kind], None
    if fits:
        return named, None
    says = f"this file holds {_CALLED[kind]}, whatever its name says; read as that"
    return _BY_CONTENT[kind], Problem("sources", "other-kind", name_of(file), says, severity="note")


def reader_name(file: Path) -> str | None:
    """The entry of `READERS` for this file's name, or None; the longest ending wins."""
    name = file.name.lower()
    for ending in sorted(READERS, key=len, reverse=True):
        if name.endswith(ending) and len(name) > len(ending):
            return READERS[ending]
    return None

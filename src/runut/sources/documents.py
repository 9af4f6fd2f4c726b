"""JSON files: a JSON Feed, an array of records, one record, or records line by line under another name."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from runut.records.notes import Problem
from runut.records.page import Page, Place
from runut.settings import Settings
from runut.sources.door import Door
from runut.sources.feeds import feed_pages
from runut.sources.files import load, make_page, name_of
from runut.sources.lines import read_record_array, read_records

Got = tuple[Page, bytes] | Problem


class _Shape(msgspec.Struct):
    """What tells a feed from a record."""

    version: str | None = None
    items: msgspec.Raw | None = None
    text: str | None = None


def read_json(file: Path, settings: Settings, door: Door | None = None) -> Iterator[Got]:
    """The pages of a JSON file."""
    name = name_of(file)
    body = load(file, settings)
    if isinstance(body, Problem):
        if body.code == "too-large":
            yield from read_records(file, settings)  # records line by line may be of any number
        else:
            yield body
        return
    body = body.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        if body.startswith(b"["):
            yield from read_record_array(body, name)
            return
        shape = msgspec.json.decode(body, type=_Shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        first = body.split(b"\n", 1)[0]
        if first != body and _is_object(first):
            yield from read_records(file, settings)
        else:
            yield Problem("sources", "bad-json", name, f"this JSON cannot be read: {error}")
        return
    if shape.items is not None and shape.version is not None:
        yield from feed_pages(body, name, door)
    elif shape.text is not None:
        yield make_page(body, Place(name, 0, len(body)), "record"), body
    else:
        says = 'this JSON is neither a JSON Feed ("version", "items") nor a record ("text")'
        yield Problem("sources", "unknown-kind", name, says)


def _is_object(line: bytes) -> bool:
    try:
        msgspec.json.decode(line, type=_Shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True

"""Records: JSON objects whose `text` is already an article's body."""

import re

import msgspec

from runut.knowledge.world import outlet_of, owner_of
from runut.read.dates import given_time
from runut.read.language import identify
from runut.records.article import Article
from runut.records.ids import make_id
from runut.records.notes import Problem
from runut.records.page import Page
from runut.records.spans import Part, Run, TextMap

_LINE = re.compile(r"[^\n]+")


class Record(msgspec.Struct, frozen=True):
    """The fields that a record may have; others are ignored. Only `text` is needed."""

    text: str
    id: str | int | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None


def record_text(body: bytes) -> str:
    """The `text` of a record, or "" where it has none that can be read."""
    found = _decode(body)
    return found.text if isinstance(found, Record) else ""


def read_record(page: Page, body: bytes) -> Article | Problem:
    """The article of a record: one part a line, offsets those of the record's `text`."""
    found = _decode(body)
    if isinstance(found, str):
        says = f"this is no record runut can read: {found}"
        return Problem("read", "bad-record", page.place.file, says, page.place.offset, page.place.length)
    text = found.text
    name = None if found.id is None else str(found.id)
    if not text.strip():
        says = "the record's text is empty"
        return Problem("read", "empty", page.place.file, says, page.place.offset, page.place.length, name)
    parts = tuple(
        Part("body", line.start(), line.end(), "record") for line in _LINE.finditer(text) if not line[0].isspace()
    )
    language = found.language or identify(text)
    outlet = found.outlet or page.outlet
    known = outlet_of(found.url) if found.url and not outlet else None
    return Article(
        make_id("ar", page.id, text),
        page.id,
        page.place,
        "record",
        text,
        language,
        title=found.title or page.title,
        url=found.url or page.url,
        outlet=outlet or (known.name if known else None),
        owner=owner_of(outlet) if outlet else (known.owner or None if known else None),
        published=given_time(found.published or page.published, language),
        parts=parts,
        text_map=TextMap((Run(0, 0, len(text), len(text)),)),
        record=name,
    )


def _decode(body: bytes) -> Record | str:
    """The record in these bytes, or what is wrong with them."""
    try:
        return msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"), type=Record)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        return str(error)
    except RecursionError:
        return "it is nested too deeply"

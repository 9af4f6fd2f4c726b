"""WARC archives of any size, plain or gzip: every HTML answer in them as a page, and what was lost to damage."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from runut.records.notes import Problem
from runut.records.page import Medium, Page, Place
from runut.settings import Settings
from runut.sources.decoding import CannotDecode, decode_payload
from runut.sources.files import MEGABYTE, make_page, name_of
from runut.sources.warc_records import Damage, Record, walk_records

HTML = ("text/html", "application/xhtml+xml")
HTTP_HEAD = 1 << 16
"""Bytes in which the head of an HTTP answer must end."""

Got = tuple[Page, bytes] | Problem


def read_warc(file: Path, settings: Settings, _door: object = None) -> Iterator[Got]:
    """Pages of a WARC in its order; damaged stretches as problems in their place, and a count at the end.

    A page's place is the record's (in a gzip WARC: the packed member's) offset and length in the file.
    """
    limit = settings.max_page_megabytes * MEGABYTE
    name = name_of(file)
    pages, others, recovered, lost = 0, Counter[str](), 0, 0
    if not file.stat().st_size:
        yield Problem("sources", "empty", name, "the file is empty")
        return
    with file.open("rb") as stream:
        for record in walk_records(stream, limit):
            if isinstance(record, Damage):
                lost += record.lost
                yield _damage(record, name)
                continue
            recovered += lost > 0
            got = _page(record, name, limit)
            if isinstance(got, str):
                others[got] += 1
            else:
                pages += not isinstance(got, Problem)
                yield got
            if record.digest_ok is False and record.kind == "response":
                says = "the record does not have the check sum it names; it may be damaged"
                yield Problem("sources", "warc-digest", name, says, record.offset, record.length, severity="warning")
    if lost:
        says = f"{pages} pages read; at least {lost} records lost to damage, {recovered} records recovered after it"
        yield Problem("sources", "warc-summary", name, says, severity="warning")
    if others:
        kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(others.items()))
        yield Problem("sources", "warc-other", name, f"records that are no pages: {kinds}", severity="note")
    if not pages:
        says = (
            "there is no HTML page in this archive" if others else "no WARC record can be read here; is it an archive?"
        )
        yield Problem("sources", "no-pages", name, says)


def _damage(damage: Damage, name: str) -> Problem:
    length = damage.end - damage.start
    if damage.cut:
        says = f"the file ends in the middle of a record; its last {length} bytes cannot be read"
        return Problem("sources", "warc-cut", name, says, damage.start, length)
    says = f"{length} bytes are damaged, with at least {damage.lost} records in them; reading went on after them"
    return Problem("sources", "warc-damaged", name, says, damage.start, length)


def _page(record: Record, name: str, limit: int) -> Got | str:
    """The page of a record, the problem with it, or in a word what it is instead of a page."""
    if record.kind == "conversion" and record.media.startswith("text/plain"):
        return _made(record, record.block, "text", "utf-8", name, limit)
    if record.kind == "resource" and record.media.startswith(HTML):
        return _made(record, record.block, "html", _charset(record.media), name, limit)
    if record.kind != "response" or not record.uri.startswith(("http://", "https://")):
        return record.kind
    status, headers, payload = split_http(record.block)
    media = headers.get("content-type", "").lower()
    if not 200 <= status < 300:
        return f"with status {status}"
    if not media.startswith(HTML) and (media or not _looks_html(payload)):
        return f"of type {media.split(';')[0].strip() or 'unknown'}"
    if len(record.block) > limit:
        return _made(record, record.block, "html", None, name, limit)
    try:
        body = decode_payload(payload, limit, headers.get("content-encoding", ""), headers.get("transfer-encoding", ""))
    except CannotDecode as error:
        says = f"{record.uri}: the payload cannot be decoded: {error}"
        return Problem("sources", "payload", name, says, record.offset, record.length)
    return _made(record, body, "html", _charset(media), name, limit)


def _made(record: Record, body: bytes, medium: Medium, charset: str | None, name: str, limit: int) -> Got:
    if len(body) > limit:
        says = f"{record.uri}: larger than {limit // MEGABYTE} MB (setting max_page_megabytes); not read"
        return Problem("sources", "too-large", name, says, record.offset, record.length)
    if not body.strip():
        return Problem("sources", "empty", name, f"{record.uri}: the page is empty", record.offset, record.length)
    place = Place(name, record.offset, record.length)
    return make_page(body, place, medium, record.uri, charset=charset, fetched_at=record.date or None), body


def split_http(block: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in small letters, the first of each) and payload of an HTTP answer; status 0 if none."""
    head_end, gap = block.find(b"\r\n\r\n", 0, HTTP_HEAD), 4
    if head_end < 0:
        head_end, gap = block.find(b"\n\n", 0, HTTP_HEAD), 2
    if head_end < 0:
        head_end, gap = len(block[:HTTP_HEAD]), 0
    first, *lines = block[:head_end].decode("latin-1").splitlines() or [""]
    words = first.split(None, 2)
    if len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isascii() or not words[1].isdigit():
        return 0, {}, block
    headers: dict[str, str] = {}
    for line in lines:
        key, colon, value = line.partition(":")
        if colon:
            headers.setdefault(key.strip().lower(), value.strip())
    return int(words[1][:3]), headers, block[head_end + gap :]


def _charset(media: str) -> str | None:
    for parameter in media.split(";")[1:]:
        key, _, value = parameter.partition("=")
        if key.strip() == "charset":
            return value.strip(" \"'") or None
    return None


def _looks_html(payload: bytes) -> bool:
    start = payload[:1024].lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html"))

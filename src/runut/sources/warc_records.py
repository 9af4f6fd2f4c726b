"""The records of a WARC file, plain or gzip, one after the other; after damage reading goes on at the next sound one.

FastWARC reads; it stops at damage and is silent about a cut, so both are looked after here. Only one record is in
memory at a time.
"""

import zlib
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1
from typing import IO, Any

from fastwarc.warc import ArchiveIterator

GZIP = b"\x1f\x8b\x08"
HEAD = b"WARC/1."
STEP = 1 << 20
TAIL_BYTES = 1 << 24
"""A last record longer than this (a whole file in one gzip member) is not unpacked again to look behind it."""
HEAD_BYTES = 1 << 16
"""Bytes in which a record's own head must end; FastWARC refuses longer ones too."""


@dataclass(frozen=True, slots=True)
class Record:
    """One WARC record. `offset` and `length` are bytes of the file as it lies on the disk."""

    kind: str
    uri: str
    date: str
    media: str
    block: bytes
    """At most `limit + 1` bytes."""
    offset: int
    length: int
    digest_ok: bool | None
    """Whether the block has the digest it names; None where it names none of a known kind or is over the limit, and in
    a gzip file, whose own check sums are stronger."""
    truncated: str
    """Why the archiver cut the payload short (WARC-Truncated), or empty."""


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes `start` to `end` of the file give no sound record. `lost` is the least number of records in them."""

    start: int
    end: int
    lost: int
    cut: bool
    """The file ends in the middle of a record."""


def walk_records(stream: IO[bytes], limit: int) -> Iterator[Record | Damage]:
    """Records and damaged stretches in the order of the file; blocks of at most `limit + 1` bytes."""
    size = stream.seek(0, 2)
    stream.seek(0)
    packed = stream.read(2) == GZIP[:2]
    at, broken = 0, -1
    while at < size:
        stream.seek(at)
        waiting: Record | None = None
        try:
            for raw in ArchiveIterator(stream, parse_http=False):
                if broken >= 0:
                    yield _damage(stream, broken, at, packed)
                    broken = -1
                if waiting:
                    yield _until(waiting, raw.stream_pos, size)
                at, waiting = raw.stream_pos, None
                waiting = _take(raw, limit, check=not packed)
            end_reached = True
        except (OSError, ValueError):
            end_reached = False
        if end_reached:
            if waiting:
                yield _until(waiting, size, size)
                yield from _tail(stream, waiting, size, packed)
            break
        sound_to = _end_of(stream, waiting, packed) if waiting else 0
        if waiting and sound_to:
            yield _until(waiting, sound_to, size)
        if broken < 0:
            broken = sound_to or at
        at = _next_head(stream, max(at + 1, sound_to), packed)
    if broken >= 0:
        yield _damage(stream, broken, size, packed)


def _tail(stream: IO[bytes], last: Record, size: int, packed: bool) -> Iterator[Damage]:
    """What FastWARC is silent about: bytes after the last record that were to become another one."""
    if size - last.offset > TAIL_BYTES:
        return
    end = _end_of(stream, last, packed)
    stream.seek(end)
    if not end:  # its text is whole, the check sum after it is not
        yield Damage(last.offset, size, 0, cut=True)
    elif stream.read(TAIL_BYTES).strip(b"\r\n\0"):
        yield _damage(stream, end, size, packed)


def _take(raw: Any, limit: int, *, check: bool) -> Record:
    """The record with its block read; `check` compares it with the digest that it names.

    Raises:
        OSError: the record is cut off or its head is damaged.
    """
    headers = raw.headers
    if not headers.get("Content-Length") or not headers.get("WARC-Type"):
        raise OSError("a record without type or length")
    block = bytes(raw.reader.read(limit + 1))
    if len(block) < min(raw.content_length, limit + 1):
        raise OSError("the record ends too early")
    return Record(
        headers["WARC-Type"].lower(),
        (headers.get("WARC-Target-URI") or "").strip("<> "),
        headers.get("WARC-Date") or "",
        (headers.get("Content-Type") or "").lower(),
        block,
        raw.stream_pos,
        0,
        _digest_ok(headers.get("WARC-Block-Digest") or "", block) if check and len(block) <= limit else None,
        headers.get("WARC-Truncated") or "",
    )


def _digest_ok(named: str, block: bytes) -> bool | None:
    kind, _, value = named.partition(":")
    if kind.lower() != "sha1" or len(value) not in (32, 40):
        return None
    digest = sha1(block, usedforsecurity=False)
    return value.lower() in (digest.hexdigest(), b32encode(digest.digest()).decode("ascii").lower())


def _until(record: Record, end: int, size: int) -> Record:
    """The record with its length; several in one gzip member share its place."""
    length = (end if end > record.offset else size) - record.offset
    return Record(
        record.kind,
        record.uri,
        record.date,
        record.media,
        record.block,
        record.offset,
        length,
        record.digest_ok,
        record.truncated,
    )


def _end_of(stream: IO[bytes], record: Record, packed: bool) -> int:
    """Where a record ends whose follower is damaged; 0 where it is itself damaged."""
    if packed:
        return _member_end(stream, record.offset)
    stream.seek(record.offset)
    head_end = stream.read(HEAD_BYTES).find(b"\r\n\r\n")
    return 0 if head_end < 0 else record.offset + head_end + 4 + len(record.block)


def _member_end(stream: IO[bytes], start: int) -> int:
    """Where the gzip member at `start` ends; 0 where it is broken or cut off. Its check sum is checked."""
    stream.seek(start)
    unpacker = zlib.decompressobj(wbits=31)
    read = 0
    while piece := stream.read(HEAD_BYTES):
        read += len(piece)
        try:
            while piece:
                unpacker.decompress(piece, STEP)
                piece = unpacker.unconsumed_tail
        except zlib.error:
            return 0
        if unpacker.eof:
            return start + read - len(unpacker.unused_data)
    return 0


def _next_head(stream: IO[bytes], start: int, packed: bool) -> int:
    """Where the next record that begins soundly lies, at or after `start`; the file's size where there is none."""
    for at in _heads(stream, start, packed):
        if not packed:
            return at
        stream.seek(at)
        try:
            if zlib.decompressobj(wbits=31).decompress(stream.read(512), len(HEAD)) == HEAD:
                return at
        except zlib.error:
            continue
    return stream.seek(0, 2)


def _heads(stream: IO[bytes], start: int, packed: bool) -> Iterator[int]:
    """Offsets of all that looks like the first bytes of a record."""
    mark = GZIP if packed else HEAD
    base, kept = start, b""
    while True:
        stream.seek(base + len(kept))
        piece = stream.read(STEP)
        if not piece:
            return
        window = kept + piece
        at = window.find(mark)
        while at >= 0:
            yield base + at
            at = window.find(mark, at + 1)
        keep = len(mark) - 1
        base, kept = base + len(window) - keep, window[-keep:]


def _damage(stream: IO[bytes], start: int, end: int, packed: bool) -> Damage:
    reader_at = stream.tell()  # FastWARC goes on reading from there
    lost = 0
    for at in _heads(stream, start, packed):
        if at >= end:
            break
        lost += 1
    found = Damage(start, end, max(1, lost), end == stream.seek(0, 2) and _is_cut(stream, start, packed))
    stream.seek(reader_at)
    return found


def _is_cut(stream: IO[bytes], start: int, packed: bool) -> bool:
    """Whether the bytes from `start` to the end of the file are sound as far as they go."""
    stream.seek(start)
    if not packed:
        return stream.read(len(HEAD)) in (HEAD, HEAD[: stream.seek(0, 2) - start])
    unpacker = zlib.decompressobj(wbits=31)
    try:
        while piece := stream.read(HEAD_BYTES):
            while piece:
                unpacker.decompress(piece, STEP)
                piece = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return not unpacker.eof

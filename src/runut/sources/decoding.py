"""HTTP payloads to plain bytes: chunks joined, gzip, deflate, brotli and zstd unpacked, never beyond a limit.

Servers and archives often keep a header whose encoding has already been taken off; a payload that does not look like
what its header says is therefore taken as it stands.
"""

import zlib
from collections.abc import Callable

import brotli
import zstandard

NESTED = 2
"""Encodings one upon the other that are followed; real pages have one, a bomb has many."""
CHUNK_LINE = 1024
ZSTD_WINDOW = 1 << 23
"""Memory that a zstd frame may ask for; 8 MB is what RFC 9659 allows for HTTP."""


class CannotDecode(Exception):
    """The payload is broken or in an encoding that is not known; the text says which. Never leaves `sources/`."""


def decode_payload(payload: bytes, limit: int, encoding: str = "", transfer: str = "") -> bytes:
    """At most `limit + 1` bytes of the payload without its transfer and content encodings.

    Args:
        payload: the bytes after the HTTP head.
        limit: bytes; one more than this in the result means that there was more.
        encoding: the header Content-Encoding, as printed.
        transfer: the header Transfer-Encoding, as printed.

    Raises:
        CannotDecode: an unknown encoding, too many of them, or broken data from which nothing could be had.
    """
    if "chunked" in transfer.lower():
        payload = join_chunks(payload)
    names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
    if len(names) > NESTED:
        raise CannotDecode(f"{len(names)} encodings one upon the other")
    for name in reversed(names):
        if name not in UNPACKERS:
            raise CannotDecode(f"the content encoding {name!r} is not known")
        payload = UNPACKERS[name](payload, limit)
    return payload[: limit + 1]


def join_chunks(payload: bytes) -> bytes:
    """The chunks' contents joined; a payload that does not begin with a chunk's length comes back as it is.

    Source: RFC 9112, section 7.1.
    """
    joined = bytearray()
    at = 0
    while at < len(payload):
        end = payload.find(b"\n", at, at + CHUNK_LINE)
        size = _chunk_size(payload[at:end]) if end >= 0 else None
        if size is None:
            return bytes(joined) if at else payload
        if size == 0:
            break
        joined += payload[end + 1 : end + 1 + size]
        at = end + 1 + size
        at += 2 if payload[at : at + 2] == b"\r\n" else payload[at : at + 1] == b"\n"
    return bytes(joined)


def _chunk_size(line: bytes) -> int | None:
    digits = line.split(b";")[0].strip()
    if not digits or len(digits) > 12 or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def gunzip(packed: bytes, limit: int) -> bytes:
    """At most `limit + 1` bytes of gzip members; what came before a fault is kept."""
    if packed[:2] != b"\x1f\x8b":
        return packed
    found = bytearray()
    while packed[:2] == b"\x1f\x8b" and len(found) <= limit:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            found += unpacker.decompress(packed, limit + 1 - len(found))
        except zlib.error as error:
            return _what_came(found, f"broken gzip data: {error}")
        if not unpacker.eof and len(found) <= limit:
            return _what_came(found, "the gzip data is cut off")
        packed = unpacker.unused_data
    return bytes(found)


def _inflate(packed: bytes, limit: int) -> bytes:
    for window in (15, -15):  # zlib's wrapper as the RFC asks, raw as some servers send
        unpacker = zlib.decompressobj(wbits=window)
        try:
            return unpacker.decompress(packed, limit + 1)
        except zlib.error:
            continue
    return packed


def _unbrotli(packed: bytes, limit: int) -> bytes:
    unpacker = brotli.Decompressor()
    found = bytearray()
    try:
        found += unpacker.process(packed, output_buffer_limit=limit + 1)
        while len(found) <= limit and not unpacker.can_accept_more_data():
            found += unpacker.process(b"", output_buffer_limit=limit + 1 - len(found))
    except brotli.error as error:
        if not found and packed.lstrip()[:1] == b"<":
            return packed
        return _what_came(found, f"broken brotli data: {error}")
    return bytes(found[: limit + 1])


def _unzstd(packed: bytes, limit: int) -> bytes:
    if packed[:4] != b"\x28\xb5\x2f\xfd":
        return packed
    found = bytearray()
    unpacker = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    try:
        with unpacker.stream_reader(packed, read_across_frames=True) as stream:
            while len(found) <= limit and (piece := stream.read(min(1 << 16, limit + 1 - len(found)))):
                found += piece
    except zstandard.ZstdError as error:
        return _what_came(found, f"broken zstd data: {error}")
    return bytes(found)


def _what_came(found: bytearray, fault: str) -> bytes:
    if not found:
        raise CannotDecode(fault)
    return bytes(found)


UNPACKERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": gunzip,
    "x-gzip": gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
"""Name in Content-Encoding to the function that unpacks at most so many bytes."""

"""What a file really holds, told by its first bytes: a name's ending is only a promise."""

import codecs
import re
from typing import Literal

Kind = Literal["html", "feed", "opml", "json", "warc", "text", "binary"]

SNIFF_BYTES = 4096
"""First bytes that are looked at."""

_MAGIC = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or a film (RIFF)"), (b"%PDF-", "a PDF; save the page as HTML or text"),
    (b"PK\x03\x04", "a ZIP archive or an office document; unpack it first"), (b"\x1f\x8b", "gzip inside gzip"),
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a SQLite database"), (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "zstd data; unpack it first"), (b"BZh", "bzip2 data; unpack it first"),
    (b"bplist00", "a property list (a Safari archive?); save the page as HTML or text"),
    (b"ID3", "a sound"), (b"OggS", "a sound or a film"), (b"\x00\x00\x00\x1cftyp", "a film"),
)  # fmt: skip
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ODD = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x08"))
"""Control characters that text does not hold."""
_ODD_SHARE = 0.02

_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|div|article|p|h1|meta|title|table)[\s>]", re.IGNORECASE)
_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,40})")
_PROLOG = (("<!--", "-->"), ("<?", "?>"), ("<!", ">"))
_ROOTS: dict[str, Kind] = {"rss": "feed", "feed": "feed", "rdf": "feed", "channel": "feed", "opml": "opml"}


def sniff(start: bytes) -> Kind:
    """The kind of a file whose first bytes these are; "text" where nothing says otherwise."""
    if start.startswith(b"WARC/1."):
        return "warc"
    if binary_kind(start):
        return "binary"
    text = _decoded(start).lstrip("\ufeff \t\r\n\0")
    if text[:1] in ("{", "["):
        return "json"
    if not text.startswith("<"):
        return "text"
    text = _without_prolog(text)
    root = _ROOT.match(text)
    if root and root[1].lower() in _ROOTS:
        return _ROOTS[root[1].lower()]
    return "html" if _HTML.search(text) else "text"


def _without_prolog(text: str) -> str:
    """The text from its first element or its HTML doctype on: XML declarations, comments, other doctypes left out."""
    at = 0
    while True:
        opening = next((pair for pair in _PROLOG if text.startswith(pair[0], at)), None)
        if opening is None or text[at : at + 14].lower().startswith("<!doctype html"):
            return text[at:]
        end = text.find(opening[1], at + len(opening[0]))
        if end < 0:
            return text[at:]
        at = end + len(opening[1])
        at += len(text[at:]) - len(text[at:].lstrip())


def binary_kind(start: bytes) -> str:
    """What binary thing begins so, in words; empty for text, also for text in UTF-16 and with a stray NUL."""
    for magic, says in _MAGIC:
        if start.startswith(magic):
            return says
    odd = len(start) - len(start.translate(None, _ODD))
    if not start or odd <= max(2, _ODD_SHARE * len(start)) or _is_wide(start):
        return ""
    return "no text (bytes that no text has)"


def _is_wide(start: bytes) -> bool:
    """Whether these are characters of two bytes: marked so, or with nearly every second byte zero."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    return len(start) > 16 and max(start[::2].count(0), start[1::2].count(0)) > 0.4 * len(start)


def _decoded(start: bytes) -> str:
    for mark, name in _MARKS:
        if start.startswith(mark):
            return start[len(mark) :].decode(name, "replace")
    return start.decode("latin-1").replace("\0", "")

"""Bytes of a page to text, and why that charset was believed.

Order of belief: byte order mark, the charset the source was sent with, the page's own `<meta>`, valid UTF-8, detection
from the bytes. UTF-8 that decodes without a fault and holds more than ASCII is believed over any other declaration:
no other text looks like it by accident. Offsets of a page count the characters of the text made here.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Literal

from resiliparse.parse.encoding import detect_encoding

CharsetHow = Literal["bom", "sent", "declared", "utf-8", "detected"]

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
"""Bytes in which a `<meta>` with the charset is looked for; the HTML standard asks for it in the first 1,024."""

_DETECT_BYTES = 60_000
_FEW_BROKEN = 0.05
"""Share of non-ASCII bytes that may be broken in text still called UTF-8: a cut character, one pasted quotation."""

_WIDENED = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip
"""What browsers read instead of a declared charset. Source: WHATWG Encoding Standard, section 4.2."""

_NEVER = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined", "mbcs", "oem", "charmap"}
)
_WIDE = ("utf-16", "utf-32", "utf_16", "utf_32")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, the Python name of its charset, and how that was found."""

    text: str
    charset: str
    how: CharsetHow


def decode_page(body: bytes, sent: str | None = None) -> Decoded:
    """The page's text; broken bytes become U+FFFD, a byte order mark stays as its first character.

    Args:
        body: the page's bytes.
        sent: the charset that came with them (an HTTP header), if any.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return Decoded(body.decode(name, "replace"), name, "bom")
    try:
        clean: str | None = body.decode("utf-8")
    except UnicodeDecodeError:
        clean = None
    if clean is not None and not body.isascii():
        return Decoded(clean, "utf-8", "utf-8")
    stated = ((sent or "", "sent"), (_declared(body), "declared"))
    for label, how in stated:
        stated_name = _charset_of(label)
        if stated_name and not (stated_name == "utf-8" and clean is None and _broken_share(body) > _FEW_BROKEN):
            text = body.decode(stated_name, "replace")
            return Decoded(text, stated_name, "sent" if how == "sent" else "declared")
    if clean is not None:
        return Decoded(clean, "utf-8", "utf-8")
    if _broken_share(body) <= _FEW_BROKEN:
        return Decoded(body.decode("utf-8", "replace"), "utf-8", "detected")
    guess = _charset_of(str(detect_encoding(body[:_DETECT_BYTES])))
    name = guess if guess and guess != "utf-8" else "cp1252"
    return Decoded(body.decode(name, "replace"), name, "detected")


def _declared(body: bytes) -> str:
    head = body[:_HEAD_BYTES]
    match = _DECLARED.search(head) or _XML.match(head)
    return match[1].decode("ascii") if match else ""


def _charset_of(label: str) -> str | None:
    """The Python codec for a label, widened as browsers do, or None where it names no charset of bytes."""
    try:
        found = codecs.lookup(label.strip().lower()) if label.strip() else None
    except (LookupError, ValueError):
        return None
    if found is None or found.name in _NEVER or not getattr(found, "_is_text_encoding", True):
        return None
    if found.name.startswith(_WIDE):
        return "utf-8"  # a label that could be read byte by byte is not in UTF-16
    return _WIDENED.get(found.name, found.name)


def _broken_share(body: bytes) -> float:
    """Replacement characters per non-ASCII character when the bytes are read as UTF-8, 0 to 1."""
    text = body[: 20 * _DETECT_BYTES].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    other = sum(1 for char in text if char > "\x7f")
    return broken / other if other else 0.0

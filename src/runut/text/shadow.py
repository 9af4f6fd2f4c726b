"""A shadow of a text: same length, folded characters, so that rules match it and offsets stay those of the text."""

import re

from runut.text.single_marks import with_double_marks

_ONE = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200b": " ", "\ufeff": " ", "\u00ad": " ",
    "\t": " ", "\r": " ", "\x0b": " ", "\x0c": " ", "\u2028": " ", "\u2029": " ", "\u2010": "-", "\u2011": "-",
    "\u201f": "“", "\u201e": "“", "\u2033": '"', "\u2036": '"', "\u301d": "“", "\u301e": "”", "\uff02": '"',
    "\u2032": "'", "\u201a": "‘", "\u201b": "‘", "\u00b4": "'", "\u0060": "'", "\u02bc": "'", "\ufffd": "?",
}  # fmt: skip
_ODD = re.compile(f"[{re.escape(''.join(_ONE))}]")
_ENTITIES = {
    "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "bdquo": "“", "laquo": "«", "raquo": "»", "quot": '"',
    "apos": "'", "#39": "'", "#039": "'", "#34": '"', "#8220": "“", "#8221": "”", "#8216": "‘", "#8217": "’",
    "nbsp": " ", "#160": " ", "ndash": "–", "mdash": "—", "#8211": "–", "#8212": "—", "hellip": "…", "amp": "&",
}  # fmt: skip
_ENTITY = re.compile(r"&(#?[0-9A-Za-z]{2,6});")
_OPENING = "“‘«"
_DOUBLED = re.compile(r"(?<!')'{2,3}(?!')")


def make_shadow(text: str) -> str:
    """`text` with odd spaces, marks and left-over HTML entities folded, every offset unchanged.

    An entity becomes its character and spaces beside it: before an opening quotation mark, after anything else, so that
    the mark touches what it quotes. Two single marks that stand for a double one become a double one and a space, in
    the same way, and so do the single marks of a text that quotes with them. Case, letters and ordinary marks are kept.

    >>> make_shadow("&ldquo;Iya,&rdquo; ujar Rahim")
    '      “Iya,”       ujar Rahim'
    >>> make_shadow("''Iya,'' ujar Rahim")
    ' "Iya,"  ujar Rahim'
    >>> len(make_shadow("a&nbsp;b")) == len("a&nbsp;b")
    True
    """
    folded = _ODD.sub(lambda match: _ONE[match[0]], text)
    folded = _ENTITY.sub(_unfold, folded) if "&" in folded else folded
    folded = _DOUBLED.sub(_join, folded) if "''" in folded else folded
    return with_double_marks(folded)


def _join(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1] if match.start() else " "
    single = "'" * (len(match[0]) - 2)
    if before.isspace() or before in "([":
        return ' "' + single
    return single + '" '


def _unfold(match: re.Match[str]) -> str:
    mark = _ENTITIES.get(match[1].lower())
    if mark is None:
        return match[0]
    pad = " " * (len(match[0]) - 1)
    before = match.string[match.start() - 1] if match.start() else " "
    opening = mark in _OPENING or (mark in "\"'" and not (before.isalnum() or before in ".,!?)…"))
    return pad + mark if opening else mark + pad

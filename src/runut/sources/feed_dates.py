"""Dates as feeds print them, in the words of any language that runut has tables for, to ISO 8601."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache

from runut.languages.pack import FOLDERS, load_pack

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WORD = re.compile(r"[^\W\d_][\w']{0,20}")
_DAY_FIRST = re.compile(r"(\d{1,2})[\s-]+([A-Z][a-z]{2})[\s-]+(\d{4})[,\s]*(?:(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?")
_ZONE = re.compile(r"([+-]\d{2}):?(\d{2})\s*$")
_YEARS = range(1990, 2100)


def iso_date(printed: str) -> str | None:
    """The date or time with its zone as ISO 8601, or None; a time without zone stays without.

    >>> iso_date("Sen, 05 Mei 2025 10:00:00 +0700")
    '2025-05-05T10:00:00+07:00'
    >>> iso_date("Senin, 5 Mei 2025 10.00 WIB")
    '2025-05-05T10:00:00+07:00'
    """
    text = " ".join(printed.split())[:100]
    for read in (_iso, _mail, _worded):
        found, clock = read(text)
        if found is not None and found.year in _YEARS:
            return found.isoformat(timespec="seconds") if clock else found.date().isoformat()
    return None


Found = tuple[datetime | None, bool]
"""A moment, and whether its clock was printed."""


def _iso(text: str) -> Found:
    try:
        return datetime.fromisoformat(text), ":" in text
    except ValueError:
        return None, False


def _mail(text: str) -> Found:
    try:
        return parsedate_to_datetime(_in_mail_words(text)), ":" in text
    except (ValueError, IndexError, TypeError, OverflowError):
        return None, False


def _worded(text: str) -> Found:
    """Day, month in words, year, and what follows: times with a dot, separators that mail does not know."""
    plain = _in_mail_words(text).replace("|", " ")
    match = _DAY_FIRST.search(plain)
    if match is None or match[2] not in _MONTHS:
        return None, False
    zone = _ZONE.search(plain, match.end())
    try:
        number = _MONTHS.index(match[2]) + 1
        iso = f"{match[3]}-{number:02}-{int(match[1]):02}T{int(match[4] or 0):02}:{match[5] or '00'}:{match[6] or '00'}"
        return datetime.fromisoformat(iso + (f"{zone[1]}:{zone[2]}" if zone and match[4] else "")), bool(match[4])
    except ValueError:
        return None, False


def _in_mail_words(text: str) -> str:
    """The text with months and zones as RFC 5322 writes them, weekdays left out."""
    words = _words()
    return _WORD.sub(lambda word: words.get(word[0].lower(), word[0]), text).lstrip(" ,")


@cache
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for code in FOLDERS:
        pack = load_pack(code)
        assert pack is not None
        for row in pack.table("calendar"):
            written = "" if row["kind"] == "weekday" else _MONTHS[int(row["number"]) - 1]
            found.setdefault(row["form"].lower(), written)
        for row in pack.table("time_words"):
            if row["role"] == "zone" and row["value"][:1] in ("+", "-"):
                found.setdefault(row["form"].lower(), row["value"].replace(":", ""))
    return found

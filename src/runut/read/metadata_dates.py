"""When a page was published and last changed: what it states, checked against what it prints."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone

from runut.read.dates import find_stamps
from runut.read.metadata_head import Head, meta_names
from runut.records.article import Published, PublishedHow

_ISO = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{0,2})?)?"
)
_COMPACT = re.compile(r"\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?\s*$")
_UNIX = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d{1,3}(?:\D|$))")
_LONGEST_FOREIGN = 1_000_000
_EARLIEST = 1990
_NEAR = timedelta(minutes=90)
"""Two statements of one time may lie this far apart: saving and publishing are not the same click."""

LOCAL_ZONE = timedelta(hours=7)
"""The zone in which an Indonesian page that only states UTC is read (WIB; most newsrooms stand there)."""


def read_iso(text: str) -> str | None:
    """ISO 8601 of a machine-readable date ("2024-06-21 12:48:00", "20240621T1248+0700", a Unix time), or None."""
    if unix := _UNIX.match(text):
        return _valid(datetime.fromtimestamp(int(unix[1]), UTC).isoformat())
    match = _ISO.match(text)
    compact = None if match else _COMPACT.match(text)
    fields = match or compact
    if fields is None:
        return next((stamp.value for stamp in find_stamps(text, "en")), None)
    year, month, day, hour, minute, second, zone = fields.groups()
    value = f"{year}-{int(month):02}-{int(day):02}"
    if hour is not None:
        value += f"T{int(hour):02}:{minute}:{second or '00'}{_zone(zone)}"
    return _valid(value)


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:4]}"


def _valid(value: str) -> str | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return value if moment.year >= _EARLIEST else None


def find_dates(
    head: Head, printed: Sequence[str], url: str | None, indonesian: bool, foreign: str = ""
) -> tuple[Published | None, Published | None]:
    """(published, modified) of a page.

    Args:
        head: the page's own statements.
        printed: lines near the title that print a date, in page order.
        url: the page's address, if known.
        indonesian: whether days without a zone, and UTC times, are read in Indonesian time.
        foreign: the page itself where its language is none of ours: htmldate, which knows the months of fifty
            languages, looks where nothing else is found.
    """
    language = "id" if indonesian else "en"
    stamps = [stamp for line in printed for stamp in find_stamps(line, language)]
    shown = [stamp.value for stamp in stamps if stamp.role != "modified"]
    changed = [stamp.value for stamp in stamps if stamp.role == "modified"]
    published = _first(_stated(head, ("datePublished", "dateCreated", "uploadDate"), "published", "publish"))
    modified = _first(_stated(head, ("dateModified",), "modified", "modif"))
    result = None
    if published:
        result = Published(_reconciled(published[0], shown, indonesian), published[1])
    elif shown:
        result = Published(shown[0], "byline")
    elif (day := _url_day(url)) is not None:
        result = Published(day, "url")
    elif foreign and (day := _foreign_day(foreign)):
        result = Published(day, "body")
    elif modified or changed:
        value = changed[0] if changed else _reconciled(modified[0], [], indonesian) if modified else ""
        result = Published(value, modified[1] if modified else "byline")
    later = None
    if modified:
        later = Published(_reconciled(modified[0], changed, indonesian), modified[1])
    elif changed:
        later = Published(changed[0], "byline")
    return result, None if result and later and _is_same(result.value, later.value) else later


def _foreign_day(page: str) -> str | None:
    from htmldate import find_date  # costs a third of a second; most runs never need it

    if len(page) > _LONGEST_FOREIGN:
        return None
    try:
        found = find_date(page, extensive_search=False, original_date=True)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return _valid(found) if isinstance(found, str) else None


def _is_same(published: str, modified: str) -> bool:
    """Whether a page only repeats its time of publication as that of its last change."""
    one, other = datetime.fromisoformat(published), datetime.fromisoformat(modified)
    if (one.tzinfo is None) != (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return abs(one - other) < timedelta(minutes=1)


def _stated(head: Head, keys: tuple[str, ...], field: str, word: str) -> Iterable[tuple[str, PublishedHow]]:
    yield head.jsonld.first(*keys), "jsonld"
    for name in meta_names(field):
        yield head.meta(name), "meta"
    for value, names in head.times:
        if word in names.lower() or (word == "publish" and ("pubdate" in names or "entry-date" in names)):
            yield value, "meta"
    if word == "publish" and head.times:
        yield head.times[0][0], "meta"


def _first(stated: Iterable[tuple[str, PublishedHow]]) -> tuple[str, PublishedHow] | None:
    for text, how in stated:
        value = read_iso(text) if text else None
        if value:
            return value, how
    return None


def _reconciled(stated: str, shown: Sequence[str], indonesian: bool) -> str:
    """The stated time in the zone that the page prints, where it prints the same time; else as stated.

    A page that labels its local clock as UTC is found out by printing the same clock with another zone.
    """
    moment = datetime.fromisoformat(stated)
    if "T" not in stated:
        return next((value for value in shown if value[:10] == stated and "T" in value), stated)
    for value in shown:
        other = datetime.fromisoformat(value)
        if "T" not in value or other.tzinfo is None:
            continue
        if _same_clock(moment, other):
            return moment.replace(tzinfo=other.tzinfo).isoformat()
        if moment.tzinfo is None and indonesian:
            moment = moment.replace(tzinfo=timezone(LOCAL_ZONE))
        if moment.tzinfo is not None and abs(moment - other) <= _NEAR:
            return moment.astimezone(other.tzinfo).isoformat()
    if indonesian and moment.tzinfo is not None and moment.utcoffset() == timedelta(0):
        return (moment + LOCAL_ZONE).replace(tzinfo=None).isoformat() + "+07:00"
    if indonesian and moment.tzinfo is None:
        return moment.isoformat() + "+07:00"
    return stated


def _same_clock(one: datetime, other: datetime) -> bool:
    return abs(one.replace(tzinfo=None) - other.replace(tzinfo=None)) <= timedelta(minutes=5)


def _url_day(url: str | None) -> str | None:
    match = _IN_URL.search(url or "")
    return _valid(f"{match[1]}-{match[2]}-{match[3]}") if match else None

"""Printed times of publication, as ISO 8601 with the zone the page gives; a bare date stays a date.

Both languages' words are read side by side: an Indonesian page may well print "May 5, 2025".
"""

import re
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from runut.languages.pack import FOLDERS, load_pack
from runut.records.article import Published
from runut.text.tables import Row

StampRole = Literal["published", "modified", ""]
_LONGEST_LINE = 400
"""Characters of a line that are searched; a line of dates is short, and no page is read twice for them."""
_DIGITS = re.compile(r"\d\d")
_GAP = 24
"""Characters that may stand between a day and its clock ("Senin, 5 Mei 2025 | Pukul: 10.15")."""
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:\.\d{1,6})?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
)
_FULL = r"(?:19|20)\d\d"


class Stamp(NamedTuple):
    """A printed time: ISO value, what the page calls it, half-open offsets in the line (its label left out)."""

    value: str
    role: StampRole
    start: int
    end: int

    @property
    def has_time(self) -> bool:
        """Whether a clock time stands beside the day."""
        return "T" in self.value


class _Words(NamedTuple):
    months: dict[str, int]
    zones: dict[str, str]
    roles: dict[str, StampRole]
    day: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    label: re.Pattern[str]


def given_time(given: str | None, language: str) -> Published | None:
    """The time that a record or a feed gives, however it is written; None where no day can be read from it.

    >>> given_time("2025/06/12 18:37:19", "id").value, given_time("Kabar.com - 02/07/2025, 13:43 WIB", "id").value
    ('2025-06-12T18:37:19', '2025-07-02T13:43:00+07:00')
    """
    for reading in ("id" if language in ("id", "ms") else "en", "id"):
        stamps = find_stamps(given or "", reading)
        if stamps:
            return Published(stamps[0].value, "source")
    return None


def find_stamps(text: str, language: str = "id") -> tuple[Stamp, ...]:
    """The dates with a year in a line, in order, each with the clock and zone beside it.

    `language` settles what 5/4/2025 means: the fourth month in Indonesian; in English only where one number is above
    12 or both are equal.

    >>> find_stamps("Senin, 5 Mei 2025 | 10:00 WITA")[0].value
    '2025-05-05T10:00:00+08:00'
    >>> find_stamps("Posted May 5th, 2025")[0]
    Stamp(value='2025-05-05', role='published', start=7, end=20)
    """
    line = text[:_LONGEST_LINE]
    if not _DIGITS.search(line):
        return ()
    words = _words()
    found: list[Stamp] = []
    at = 0
    while match := words.day.search(line, at):
        at = match.end()
        day = _day(match, words, language)
        if day is None:
            continue
        stamp = _with_clock(line, match, day, words)
        found.append(stamp)
        at = max(at, stamp.end)
    return tuple(found)


def read_stamp(text: str, language: str = "id") -> str | None:
    """The first printed date of a text as ISO 8601, or None.

    >>> read_stamp("Kamis, 02 Nov 2023 20:59 WIB")
    '2023-11-02T20:59:00+07:00'
    """
    stamps = find_stamps(text, language)
    return stamps[0].value if stamps else None


def publication(stamps: tuple[Stamp, ...]) -> tuple[str | None, str | None]:
    """Which of a line's stamps tell when it was published and when changed; an unnamed one counts as published.

    >>> publication(find_stamps("Diperbarui 13 Mei 2024, 18:13 WIBDiterbitkan 13 Mei 2024, 13:00 WIB"))
    ('2024-05-13T13:00:00+07:00', '2024-05-13T18:13:00+07:00')
    """
    changed = next((stamp.value for stamp in stamps if stamp.role == "modified"), None)
    first = next((stamp.value for stamp in stamps if stamp.role == "published"), None)
    unnamed = next((stamp.value for stamp in stamps if not stamp.role), None)
    return first or unnamed, changed


def _with_clock(line: str, match: re.Match[str], day: date, words: _Words) -> Stamp:
    """The stamp of a day, with the clock behind it or else the one before it."""
    start, end = match.span()
    value = day.isoformat()
    clock = words.after.match(line, end, end + _GAP + 32)
    if clock:
        end = clock.end()
    else:
        back = max(0, start - _GAP - 24)
        clock = words.before.search(line, back, start)
        start = clock.start("hour") if clock else start
    if clock and (time := _clock(clock, day, words)):
        value += time
    label = words.label.search(line, max(0, match.start() - 48), start)
    role = words.roles[label[1].casefold()] if label else ""
    return Stamp(value, role, start, end)


def _day(match: re.Match[str], words: _Words, language: str) -> date | None:
    groups = match.groupdict()
    if groups["iso_y"]:
        return _date(groups["iso_y"], groups["iso_m"], groups["iso_d"])
    if groups["num_y"]:
        first, second = int(groups["num_1"]), int(groups["num_2"])
        if second > 12 or (language == "en" and first > 12):
            first, second = (second, first) if second > 12 else (first, second)
        elif language == "en" and first != second and first <= 12:
            return None
        return _date(groups["num_y"], str(second), str(first))
    name = groups["month_1"] or groups["month_2"]
    number = groups["day_1"] or groups["day_2"]
    year = (groups["year_1"] or groups["year_2"]).lstrip("'’")
    return _date(year if len(year) == 4 else "20" + year, str(words.months[name.casefold()]), number)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _clock(match: re.Match[str], day: date, words: _Words) -> str | None:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    half = (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return None
    return f"T{hour:02}:{minute:02}:{second:02}{_offset(match['zone'] or '', day, words)}"


def _offset(zone: str, day: date, words: _Words) -> str:
    """The distance from UTC of a printed zone ("WIB", "GMT+7", "+0700", "ET"), or "" where none is known."""
    if not zone:
        return ""
    if zone == "Z":
        return "+00:00"
    shift = re.search(r"([+-])\s?(\d{1,2}):?(\d\d)?$", zone)
    if shift:
        return f"{shift[1]}{int(shift[2]):02}:{shift[3] or '00'}"
    winter, _, summer = words.zones.get(zone.casefold(), "").partition(";")
    return summer if summer and _is_summer(day) else winter


def _is_summer(day: date) -> bool:
    """Whether North America keeps summer time on a day. Source: Energy Policy Act of 2005, section 110."""
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))


def _rows(table: str) -> list[Row]:
    packs = [load_pack(code) for code in FOLDERS]
    return [row for pack in packs if pack for row in pack.table(table)]


def _either(forms: list[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(set(forms), key=lambda form: (-len(form), form)))


@cache
def _words() -> _Words:
    calendar, stamps = _rows("calendar"), _rows("stamps")
    months = {row["form"].casefold(): int(row["number"]) for row in calendar if row["kind"] == "month"}
    zoned = [row for row in [*_rows("time_words"), *stamps] if row["role"] == "zone" and row["value"]]
    zones = {row["form"].casefold(): row["value"] for row in zoned}
    roles: dict[str, StampRole] = {}
    for row in stamps:
        if row["role"] in ("published", "modified"):
            roles[row["form"].casefold()] = "published" if row["role"] == "published" else "modified"
    month = _either(list(months))
    day = re.compile(
        rf"(?<!\d)(?P<iso_y>{_FULL})[-/](?P<iso_m>\d\d)[-/](?P<iso_d>\d\d)(?!\d)"
        rf"|(?<![\d/.-])(?P<num_1>\d{{1,2}})(?P<sep>[/.-])(?P<num_2>\d{{1,2}})(?P=sep)(?P<num_y>{_FULL})(?!\d)"
        rf"|(?<!\d)(?P<day_1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:of\s+)?|[-/.])(?P<month_1>{month})\b\.?,?(?:\s+|[-/.])"
        rf"(?P<year_1>{_FULL}|['’]\d\d|\d\d)(?!\d|[:.]\d)"
        rf"|\b(?P<month_2>{month})\b\.?\s+(?P<day_2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year_2>{_FULL})(?!\d)",
        re.IGNORECASE,
    )
    at = _either([row["form"] for row in stamps if row["role"] == "at"])
    printed = [row["form"] for row in zoned]
    zone = (
        rf"(?P<zone>(?:GMT|UTC)\s?[+-]\s?\d{{1,2}}(?::?\d\d)?|(?-i:(?:{_either(printed)})(?![a-z]))|[+-]\d\d:?\d\d|Z\b)"
    )
    after = re.compile(
        rf"(?:T|[\s,;:|()\-–—·•/@]{{1,8}}(?:(?:{at})[\s:]{{0,3}})?){_CLOCK}(?:\s?\(?{zone}\)?)?", re.IGNORECASE
    )
    before = re.compile(
        rf"(?<![\d:.]){_CLOCK}(?:\s?\(?{zone}\)?)?[\s,;|()\-–—·•/]{{1,8}}(?:[^\W\d]{{2,9}}[\s,.]{{1,3}})?$",
        re.IGNORECASE,
    )
    label = re.compile(rf"({_either(list(roles))})[\s:]{{0,4}}(?:[^\W\d]{{2,9}}[,.]?\s{{0,2}}){{0,2}}$", re.IGNORECASE)
    return _Words(months, zones, roles, day, after, before, label)

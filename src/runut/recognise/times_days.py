"""Days and clock times: dates with and without year, weekdays, words such as "yesterday"."""

import re
from dataclasses import replace
from datetime import date

from runut.recognise.times_grammar import Match
from runut.recognise.times_values import (
    WEEKDAYS,
    Context,
    Reading,
    candidate_day,
    choose_slip,
    make_day,
    nearest_weekday,
    read_day,
    shift_days,
    whole_year,
)
from runut.recognise.times_words import Atom

_PARTS = re.compile(r"\d+")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d\d))?(?:[.:](\d\d))?\s?([apAP])?")


def read_date(match: Match, context: Context, month_first: bool) -> Reading | None:
    """A day with or without a clock time, as one reading."""
    day = _written_day(match, context, month_first) or _relative_day(match, context)
    clock = clock_of(match)
    return day if clock is None or day is None else add_clock(day, clock, match)


def _written_day(match: Match, context: Context, month_first: bool) -> Reading | None:
    numbers = date_numbers(match, month_first)
    if numbers is None:
        return None
    year, month, day = numbers
    weekday = match.first("w")
    return resolve_day(year, month, day, int(weekday.value) if weekday else None, context, *side_of(match))


def side_of(match: Match) -> tuple[bool, int]:
    """Whether a word of the future governs a match, and on which side of the anchor a word behind it says it is."""
    where = match.first("r")
    return match.ahead, int(where.value) if where else 0


def date_numbers(match: Match, month_first: bool) -> tuple[int | None, int, int] | None:
    """Year (None where not printed), month and day as the match prints them, in digits or by the month's name."""
    digits = match.first("d")
    return _numbers(digits.text, month_first) if digits else _named_numbers(match)


def _numbers(text: str, month_first: bool) -> tuple[int | None, int, int] | None:
    parts = [int(part) for part in _PARTS.findall(text)[:3]]
    if re.match(r"\d{4}-", text):
        return parts[0], parts[1], parts[2]
    day, month = parts[0], parts[1]
    if month > 12 or (month_first and day <= 12 and len(parts) == 3):
        day, month = month, day
    return whole_year(parts[2]) if len(parts) == 3 else None, month, day


def _named_numbers(match: Match) -> tuple[int | None, int, int] | None:
    month, day, year = match.first("m"), match.first("nK"), match.first("y")
    if month is None or day is None:
        return None
    return (int(year.value) if year else None), int(month.value), int(day.value)


def resolve_day(
    year: int | None,
    month: int,
    day: int,
    weekday: int | None,
    context: Context,
    ahead: bool = False,
    step: int = 0,
) -> Reading:
    """A day and month, with the year found from the anchor where none is printed, tested against its weekday.

    `ahead` and `step` are those of `candidate_day`.
    """
    if not (1 <= month <= 12 and 1 <= day <= 31) or make_day(2024, month, day) is None:
        return Reading(None, flags=("impossible-date",), because=f"there is no day {day} in month {month}")
    if year is not None:
        found, because = make_day(year, month, day), "printed in full"
        if found is None:
            return Reading(None, flags=("impossible-date",), because=f"{year} has no day {day} in month {month}")
    elif context.anchor is None:
        return Reading(f"XXXX-{month:02}-{day:02}", because=_yearless(month, day, weekday))
    else:
        found = candidate_day(context.anchor, month, day, weekday, ahead, step)
        side = ("nearest the anchor", "next after the anchor", "last before the anchor")[step]
        because = f"the year {side} {context.anchor}"
        if found is None:
            return Reading(None, flags=("impossible-date",), because="no year near the anchor has this day")
    if weekday is None or found.weekday() == weekday:
        fits = "" if weekday is None else f"; a {WEEKDAYS[weekday]}"
        return read_day(found, because + fits, "none" if year else "published")
    likely, reason = choose_slip(found, weekday, context)
    says = f"{found} is a {WEEKDAYS[found.weekday()]}, not a {WEEKDAYS[weekday]}; read as {likely}: {reason}"
    return read_day(likely, says, "none" if year else "published", ("weekday-mismatch",))


def _yearless(month: int, day: int, weekday: int | None) -> str:
    name = "" if weekday is None else f"{WEEKDAYS[weekday]} "
    return f"{name}{day:02}-{month:02} of an unknown year: no anchor"


def _relative_day(match: Match, context: Context) -> Reading | None:
    anchor = context.anchor
    back = match.first("SHv")
    if back:
        day = shift_days(context.previous, int(back.value or 0)) if context.previous else None
        if day is None:
            return None
        return read_day(day, f"{int(back.value or 0):+d} days from the day named before", "previous")
    weekday = match.first("w")
    if match.first("p") and match.first("z"):
        anchor = context.previous or anchor
    if anchor is None:
        return Reading(None, anchor="published", because="relative to a date of publication that is unknown")
    if weekday:
        return _weekday_alone(match, int(weekday.value), anchor)
    word = match.first("D")
    offset = int(word.value) if word else _part_offset(match)
    day = shift_days(anchor, offset)
    return read_day(day, f"{offset:+d} days from the anchor {anchor}", "published") if day else None


def _part_offset(match: Match) -> int:
    """Days from the anchor for a part of a day that a word places: "pagi ini", "malam tadi", "last night"."""
    part, where = match.first("p"), match.first("rjbe")
    if where is None:
        return 0
    if where.code == "e":
        return -1 if part and part.value == "NI" else 0
    return int(where.value)


def _weekday_alone(match: Match, weekday: int, anchor: date) -> Reading | None:
    where, unit = match.first("rjbD"), next((u for u in match.all("u") if u.value == "W"), None)
    step = int(where.value) if where else 0
    if unit:
        monday = shift_days(anchor, 7 * step - anchor.weekday())
        day = shift_days(monday, weekday) if monday else None
    elif where is None:
        day = nearest_weekday(anchor, weekday, ahead=match.ahead)
    elif step < 0:
        before = shift_days(anchor, -1)
        day = nearest_weekday(before, weekday) if before else None
    else:
        day = nearest_weekday(anchor, weekday, ahead=step > 0)
    return read_day(day, f"the {WEEKDAYS[weekday]} nearest the anchor {anchor}", "published") if day else None


def clock_of(match: Match) -> Atom | None:
    """The clock time of a match: digits with minutes, with a.m. or p.m., or the hour after "pukul"."""
    clock = match.first("tT")
    if clock is None:
        for at, atom in enumerate(match.atoms[1:], 1):
            if atom.code == "n" and match.atoms[at - 1].code in "cCu":
                return atom
    return clock


def add_clock(day: Reading, clock: Atom, match: Match) -> Reading:
    """A day's reading with its clock time; hours of the afternoon and evening count from noon."""
    found = _CLOCK.match(clock.text)
    if found is None:
        return day
    hour, minute = int(found[1]), int(found[2] or 0)
    part, half = match.first("p"), (found[4] or "").lower()
    if hour > 24 or minute > 59 or (half and hour > 12):
        return replace(day, flags=(*day.flags, "impossible-time"))
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif part and part.value == "AF" and hour == 12:
        pass
    elif part and ((part.value in ("NI", "EV") and 6 <= hour < 12) or (part.value == "AF" and hour < 7)):
        hour += 12
    value = None if day.value is None else f"{day.value}T{hour % 24:02}:{minute:02}"
    return replace(day, value=value, grain="minute")


def read_clock(match: Match, context: Context) -> Reading | None:
    """A clock time alone: on the day named before it, or else on the day of publication."""
    clock = clock_of(match)
    if clock is None:
        return None
    day = context.previous or context.anchor
    if day is None:
        return add_clock(Reading(None, because="a clock time of an unknown day"), clock, match)
    reading = read_day(day, f"a clock time on {day}", "previous" if context.previous else "published")
    return add_clock(reading, clock, match)

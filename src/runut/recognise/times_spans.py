"""Months, quarters, years, decades, durations and distances."""

from dataclasses import replace
from datetime import date

from runut.recognise.times_days import resolve_day
from runut.recognise.times_grammar import Match
from runut.recognise.times_values import (
    Context,
    Reading,
    make_day,
    month_interval,
    read_day,
    read_month,
    read_week,
    read_year,
    shift_days,
    shift_month,
)
from runut.records.marks import TimeAnchor

_LENGTHS = {"D": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y", "TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S"}
_TENS = {"DE": 10, "CE": 100}
_CLOCK_UNITS = ("TH", "TM", "TS")
NO_ANCHOR = Reading(None, anchor="published", because="relative to a date of publication that is unknown")


def read_month_words(match: Match, context: Context) -> Reading | None:
    """A month, its year printed, found on the same page, or the latest past one."""
    month, year, where = match.first("m"), match.first("y"), match.first("rjb")
    if month is None:
        return None
    number = int(month.value)
    if year:
        return read_month(int(year.value), number, "printed with its year")
    if where is None and number in context.months:
        return read_month(context.months[number], number, "the same month stands with its year on this page")
    if context.anchor is None:
        return Reading(None, grain="month", because=NO_ANCHOR.because)
    step, anchor = int(where.value) if where else 0, context.anchor
    found = anchor.year
    if (step < 0 and number >= anchor.month) or (where is None and number > anchor.month + 1):
        found -= 1
    elif step > 0 and number <= anchor.month:
        found += 1
    return read_month(found, number, f"the year nearest the anchor {anchor}", "published")


def read_relative(match: Match, context: Context) -> Reading | None:
    """Read this, last or next week, month, year; with its beginning, middle or end."""
    unit, where, stage = match.first("u"), match.first("rjbv"), match.first("s")
    if unit is None or where is None:
        return None
    if where.code == "v":
        if unit.value == "D" and context.previous:
            return _moved(context.previous, int(where.value), "D", "previous")
        if unit.value != "Y" or context.previous_year is None:
            return Reading(None, anchor="previous", because="nothing before it to count from")
        found = context.previous_year + int(where.value)
        return read_year(found, f"next to the year {context.previous_year} named before", "previous")
    return relative_unit(unit.value, int(where.value), stage.value if stage else "", context)


def relative_unit(unit: str, step: int, stage: str, context: Context) -> Reading | None:
    """The unit `step` units from the anchor's own; a stage of a week is its middle day or its weekend."""
    anchor = context.anchor
    if anchor is None:
        return NO_ANCHOR
    because = f"{step:+d} from the anchor {anchor}" if step else f"that of the anchor {anchor}"
    if unit == "W":
        day = shift_days(anchor, 7 * step)
        return None if day is None else _stage_of_week(day, stage, because)
    if unit == "M":
        return read_month(*shift_month(anchor, step), because, "published")
    if unit == "Y":
        return read_year(anchor.year + step, because, "published")
    if unit == "D":
        day = shift_days(anchor, step)
        return None if day is None else read_day(day, because, "published")
    if unit in _TENS:
        return _read_tens(anchor.year // _TENS[unit] * _TENS[unit] + step * _TENS[unit], _TENS[unit], because)
    return None


def _stage_of_week(day: date, stage: str, because: str) -> Reading:
    week = read_week(day, because)
    if week.first is None or week.last is None or not stage:
        return week
    if stage == "MID":
        middle = date.fromordinal(week.first.toordinal() + 2)
        around = (date.fromordinal(middle.toordinal() - 1), date.fromordinal(middle.toordinal() + 1))
        return Reading(middle.isoformat(), *around, "day", "published", (), "the middle of the week; " + because)
    if stage == "END":
        saturday = date.fromordinal(week.last.toordinal() - 1)
        return Reading(f"{week.value}-WE", saturday, week.last, "part", "published", (), "a weekend; " + because)
    return week


def _read_tens(year: int, width: int, because: str) -> Reading:
    if not 1 < year < 9000:
        return Reading(None, grain="decade", because="beyond the calendar")
    value = str(year // width)
    return Reading(value, date(year, 1, 1), date(year + width - 1, 12, 31), "decade", "none", (), because)


def read_stage(match: Match, context: Context) -> Reading | None:
    """The beginning, middle or end of a month or year that only the anchor names ("akhir tahun")."""
    unit, stage = match.first("u"), match.first("s")
    if unit is None or stage is None or unit.value not in ("M", "Y", "W"):
        return None
    return relative_unit(unit.value, 0, stage.value, context)


def read_year_words(match: Match, context: Context) -> Reading | None:
    """A year."""
    atom = match.first("y")
    if atom is None:
        return None
    return read_year(int(atom.value), "printed")


def read_years(match: Match, context: Context) -> Reading | None:
    """A stretch of years or decades, both named."""
    years = match.all("y")
    if len(years) == 2:
        first, last = (int(year.value) for year in years)
    else:
        decades = [_decade_start(atom.text) for atom in match.all("Y")]
        if len(decades) != 2:
            return None
        first, last = decades[0], decades[1] + 9
    if last < first:
        return None
    return Reading(f"{first}/{last}", date(first, 1, 1), date(last, 12, 31), "year", "none", (), "both ends printed")


def _decade_start(text: str) -> int:
    digits = "".join(letter for letter in text if letter.isdigit())
    number = int(digits)
    return number if len(digits) == 4 else 1900 + number if number > 29 else 2000 + number


def read_decade(match: Match, context: Context) -> Reading | None:
    """A decade: "1990-an", "the 1990s"."""
    atom = match.first("Y")
    return _read_tens(_decade_start(atom.text) // 10 * 10, 10, "printed") if atom else None


def read_months(match: Match, context: Context) -> Reading | None:
    """Two months of one year."""
    months, year = match.all("m"), match.first("y")
    if year is None:
        return None
    first = month_interval(int(year.value), int(months[0].value))[0]
    last = month_interval(int(year.value), int(months[1].value))[1]
    if last < first:
        return None
    return Reading(f"{first:%Y-%m}/{last:%Y-%m}", first, last, "month", "none", (), "both ends printed")


def read_quarter(match: Match, context: Context) -> Reading | None:
    """A quarter or half-year, as the interval of its days."""
    word, number, year = match.first("Q"), match.first("R"), match.first("y")
    if word is None or number is None:
        return None
    months = int(word.value)
    found = int(year.value) if year else context.anchor.year if context.anchor else None
    start = (int(number.value) - 1) * months + 1
    if found is None or start + months - 1 > 12:
        return Reading(None, grain="quarter", because=NO_ANCHOR.because)
    first, last = month_interval(found, start)[0], month_interval(found, start + months - 1)[1]
    because = "printed" if year else "the year of the anchor"
    return Reading(f"{first}/{last}", first, last, "quarter", "none" if year else "published", (), because)


def _length(match: Match) -> tuple[int | None, str]:
    fused = match.first("N")
    if fused:
        count, unit = fused.value.split()
        return int(count), unit
    number, unit_atom = match.first("n"), match.first("u")
    return (int(number.value) if number else None), unit_atom.value if unit_atom else "D"


def length_value(count: int | None, unit: str) -> str | None:
    """A TIMEX3 duration: ("20", "Y") is P20Y; decades and centuries in years."""
    if unit in _TENS:
        return f"P{count * _TENS[unit]}Y" if count is not None else "PXY"
    return _LENGTHS[unit].format("X" if count is None else count)


def read_length(match: Match, context: Context) -> Reading | None:
    """A duration."""
    count, unit = _length(match)
    value = None if count is None else length_value(count, unit)
    return Reading(value, grain="duration", because="a length of time")


def read_past(match: Match, context: Context) -> Reading | None:
    """The years of "in so many years": those up to the anchor; shorter lengths stay lengths."""
    count, unit = _length(match)
    anchor = context.anchor
    if count is None or unit != "Y" or anchor is None or count < 2 or anchor.year <= count:
        return read_length(match, context)
    first = date(anchor.year - count, 1, 1)
    value = f"{anchor.year - count:04}/{anchor.year:04}"
    return Reading(value, first, anchor, "duration", "published", (), f"the {count} years up to the anchor {anchor}")


def read_distance(match: Match, context: Context) -> Reading | None:
    """A length counted from a day: back or on from the anchor, or from the day named before."""
    count, unit = _length(match)
    where = match.first("rkvgb")
    if where is None:
        return None
    step = int(where.value)
    if where.code in "kb" or step == 0:
        return _window(count, unit, step, context)
    if unit in _CLOCK_UNITS or count is None:
        return Reading(length_value(count, unit) if count else None, grain="duration", because="a length of time")
    back = where.code == "v" and context.previous is not None
    anchor: TimeAnchor = "previous" if back else "published"
    origin = context.previous if back else context.anchor
    if origin is None:
        return NO_ANCHOR
    return _moved(origin, count * step, unit, anchor)


def _moved(origin: date, count: int, unit: str, anchor: TimeAnchor) -> Reading | None:
    because = f"{count:+d} {unit} from {origin}"
    if unit in _TENS:
        return read_year(origin.year + count * _TENS[unit], because, anchor)
    if unit == "Y":
        return read_year(origin.year + count, because, anchor)
    if unit == "M":
        return read_month(*shift_month(origin, count), because, anchor)
    day = shift_days(origin, count * (7 if unit == "W" else 1))
    if day is None:
        return None
    return read_week(day, because, anchor) if unit == "W" else read_day(day, because, anchor)


def _window(count: int | None, unit: str, step: int, context: Context) -> Reading:
    """The last or next so many units, as an interval where days can say it."""
    anchor = context.anchor
    if step > 0 and unit == "D" and count and anchor and count < 400:
        first, last = shift_days(anchor, 1), shift_days(anchor, count)
        if first and last:
            return Reading(f"{first}/{last}", first, last, "day", "published", (), f"after the anchor {anchor}")
    return Reading(length_value(count, unit), grain="duration", anchor="published", because="a length up to the anchor")


def read_range(match: Match, context: Context) -> Reading | None:
    """Two days: "18-19 Juni 2024", a year or month printed once reaching both."""
    days, months, years = match.all("n"), match.all("m"), match.all("y")
    if len(days) != 2 or not months:
        return None
    printed = [int(year.value) for year in years]
    last = resolve_day(printed[-1] if printed else None, int(months[-1].value), int(days[1].value), None, context)
    if last.first is None:
        return Reading(None, flags=last.flags, because=last.because)
    start = printed[0] if printed else last.first.year
    first = make_day(start, int(months[0].value), int(days[0].value))
    if first and first > last.first and len(printed) == 1:
        last = resolve_day(
            None, last.first.month, last.first.day, None, replace(context, anchor=shift_days(first, 365))
        )
    if first is None or last.first is None or first > last.first:
        return None
    return Reading(f"{first}/{last.value}", first, last.first, "day", last.anchor, (), "both ends printed")

"""Weeks, months, quarters, seasons, years and decades, and ranges of days."""

from dataclasses import replace
from datetime import date

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
    whole_year,
)
from runut.records.marks import TimeAnchor

TENS = {"DE": 10, "CE": 100}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First months of the seasons of the north, where the news that names them is from."""
_SEASON_STARTS = 7
"""Month in which a season of league sports begins, as most football leagues play."""
NO_ANCHOR = Reading(None, anchor="published", because="relative to a date of publication that is unknown")


def read_month_words(match: Match, context: Context) -> Reading | None:
    """A month, its year printed, found on the same page, or the latest past one; or a stage of it."""
    month, stage = _read_month_named(match, context), match.first("s")
    return _stage_of_month(month, stage.value if stage else "") if month else None


def _read_month_named(match: Match, context: Context) -> Reading | None:
    month, year, where = match.first("m"), match.first("y"), match.first("rjbD")
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
    if (step < 0 and number >= anchor.month) or (where is None and number > anchor.month + 1 and not match.ahead):
        found -= 1
    elif (step > 0 and number <= anchor.month) or (where is None and match.ahead and number < anchor.month):
        found += 1
    return read_month(found, number, f"the year nearest the anchor {anchor}", "published")


def read_relative(match: Match, context: Context) -> Reading | None:
    """Read this, last or next week, month, year; with its beginning, middle or end."""
    unit, where, stage = match.first("u"), match.first("rjbvD"), match.first("s")
    if unit is None or where is None:
        return None
    if where.code == "v":
        if unit.value == "D" and context.previous:
            return moved(context.previous, int(where.value), "D", "previous")
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
        return _stage_of_month(read_month(*shift_month(anchor, step), because, "published"), stage)
    if unit == "Y":
        return read_year(anchor.year + step, because, "published")
    if unit == "D":
        day = shift_days(anchor, step)
        return None if day is None else read_day(day, because, "published")
    if unit == "SE":
        return _read_league_season(anchor.year + step - (anchor.month < _SEASON_STARTS), because)
    if unit in TENS:
        return _read_tens(anchor.year // TENS[unit] * TENS[unit] + step * TENS[unit], TENS[unit], because)
    return None


def _stage_of_month(month: Reading, stage: str) -> Reading:
    """The days of a month that its beginning, middle or end are: the first ten, the second, the rest."""
    if month.first is None or month.last is None or not stage:
        return month
    first, last = {"START": (1, 10), "MID": (11, 20)}.get(stage, (21, month.last.day))
    return replace(month, first=month.first.replace(day=first), last=month.first.replace(day=last))


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


def _read_league_season(year: int, because: str) -> Reading:
    """A season of sports that begins in one year and ends in the next."""
    if not 1 < year < 9000:
        return Reading(None, grain="year", because="beyond the calendar")
    first, last = date(year, _SEASON_STARTS, 1), date(year + 1, _SEASON_STARTS - 1, 30)
    return Reading(f"{year:04}/{year + 1:04}", first, last, "year", "published", (), "the season " + because)


def read_season(match: Match, context: Context) -> Reading | None:
    """A season of the year: "the summer of 2011" is 2011-SU."""
    season, year, where = match.first("E"), match.first("y"), match.first("rjb")
    if season is None:
        return None
    if year is None and context.anchor is None:
        return Reading(None, grain="quarter", because=NO_ANCHOR.because)
    month = _SEASONS[season.value]
    found = int(year.value) if year else _season_year(month, int(where.value) if where else 0, context)
    if not 1 < found < 9000:
        return None
    first, last = month_interval(found, month)[0], month_interval(*shift_month(date(found, month, 1), 2))[1]
    because = "printed with its year" if year else f"the year nearest the anchor {context.anchor}"
    return Reading(f"{found:04}-{season.value}", first, last, "quarter", "none" if year else "published", (), because)


def _season_year(month: int, step: int, context: Context) -> int:
    anchor = context.anchor
    if anchor is None:
        return 0
    if step < 0:
        return anchor.year - (anchor.month < month + 3)
    return anchor.year + (step > 0 and anchor.month >= month)


def read_weekend(match: Match, context: Context) -> Reading | None:
    """Saturday and Sunday: of the anchor's week, the one before or after; "the weekend" is over unless it is now."""
    atom, anchor = match.atoms[0], context.anchor
    if anchor is None:
        return NO_ANCHOR
    now = anchor.weekday() >= 5
    step = int(atom.value) if not now else max(0, int(atom.value))
    day = shift_days(anchor, 7 * step)
    return None if day is None else _stage_of_week(day, "END", f"{step:+d} weeks from the anchor {anchor}")


def read_holiday(match: Match, context: Context) -> Reading | None:
    """A day counted from a holiday ("H-3 Lebaran"): of the printed year, or that nearest the anchor."""
    holiday, number, year, anchor = match.first("J"), match.first("n"), match.first("y"), context.anchor
    if holiday is None or number is None:
        return None
    printed = int(year.value) if year else None
    days = _holiday_days(
        holiday.value, [printed] if printed else [anchor.year + k for k in (-1, 0, 1)] if anchor else []
    )
    if not days:
        return Reading(None, anchor="event", because="counted from a holiday of an unknown year")
    base = min(days, key=lambda day: abs(day - anchor)) if anchor else days[0]
    sign = -1 if match.atoms[1].text in "-–—" else 1
    day = shift_days(base, sign * int(number.value))
    return read_day(day, f"{sign * int(number.value):+d} days from the holiday on {base}", "event") if day else None


def _holiday_days(days: str, years: list[int]) -> list[date]:
    """The days of a holiday in some years: fixed ("12-25") or listed year by year."""
    if ";" not in days:
        month, day = (int(part) for part in days.split("-"))
        return [made for year in years if (made := make_day(year, month, day))]
    listed = [date.fromisoformat(day) for day in days.split(";")]
    return [day for day in listed if day.year in years]


def read_month_day(match: Match, context: Context) -> Reading | None:
    """A day of the month without its month ("tanggal 27"): the one nearest the anchor."""
    number, anchor = match.first("n"), context.anchor
    if number is None or anchor is None or not 1 <= int(number.value) <= 31:
        return None
    months = [shift_month(anchor, step) for step in (-1, 0, 1)]
    days = [made for year, month in months if (made := make_day(year, month, int(number.value)))]
    if not days:
        return None
    best = min(days, key=lambda day: abs(day - anchor))
    return read_day(best, f"the day of the month nearest the anchor {anchor}", "published")


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
    """A stretch of years or decades, both named: "1999-2001", "2024-25", "2024/2025"."""
    years, short = match.all("y"), match.first("n")
    if short:
        if len(short.text) != 2 or int(short.text) != (int(years[0].value) + 1) % 100:
            return read_year_words(match, context)
        first, last = int(years[0].value), int(years[0].value) + 1
    elif len(years) == 2:
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
    return whole_year(int("".join(letter for letter in text if letter.isdigit())))


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
    word, number, year = match.first("Q"), match.first("RU"), match.first("y")
    if word is None or number is None or not number.value:
        return None
    months = int(word.value)
    found = int(year.value) if year else context.anchor.year if context.anchor else None
    start = (int(number.value) - 1) * months + 1
    if found is None or start + months - 1 > 12:
        return Reading(None, grain="quarter", because=NO_ANCHOR.because)
    first, last = month_interval(found, start)[0], month_interval(found, start + months - 1)[1]
    because = "printed" if year else "the year of the anchor"
    return Reading(f"{first}/{last}", first, last, "quarter", "none" if year else "published", (), because)


def moved(origin: date, count: int, unit: str, anchor: TimeAnchor) -> Reading | None:
    """The day, week, month or year so many units from a day."""
    because = f"{count:+d} {unit} from {origin}"
    if unit in TENS:
        return read_year(origin.year + count * TENS[unit], because, anchor)
    if unit == "Y":
        return read_year(origin.year + count, because, anchor)
    if unit == "M":
        return read_month(*shift_month(origin, count), because, anchor)
    if unit == "SE":
        return None
    day = shift_days(origin, count * (7 if unit == "W" else 1))
    if day is None:
        return None
    return read_week(day, because, anchor) if unit == "W" else read_day(day, because, anchor)

"""Readings of expressions of time: calendar arithmetic behind values and intervals, without any words."""

import calendar
from dataclasses import dataclass, field
from datetime import MINYEAR, date, timedelta

from runut.recognise.numbers import NumberStyle
from runut.records.marks import Grain, TimeAnchor

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
AHEAD_DAYS = 60
"""How far ahead of the anchor a day and month without a year may lie: news announces weeks ahead and looks back months
(60: facts of the research page on times, tried on the development stories)."""
FAR_AHEAD_DAYS = 200
"""The same where a word of the future governs it ("sentencing is set for June 28")."""
NEAR_DAYS = 45
"""A day and month so near the anchor whose weekday does not fit is a slip, not a date of another year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: TIMEX3 value, closed interval of days, grain, anchor, and why."""

    value: str | None
    first: date | None = None
    last: date | None = None
    grain: Grain = "day"
    anchor: TimeAnchor = "none"
    flags: tuple[str, ...] = ()
    because: str = ""


@dataclass(slots=True)
class Context:
    """What an expression is read against: the anchor, the last day read in the narrative, months with years."""

    anchor: date | None
    style: NumberStyle | None = None
    previous: date | None = None
    previous_year: int | None = None
    days: list[date] = field(default_factory=list)
    months: dict[int, int] = field(default_factory=dict)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    if not (MINYEAR < year < 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def shift_days(day: date, days: float) -> date | None:
    """`day` moved by whole days, or None beyond the calendar."""
    try:
        return day + timedelta(days=int(days))
    except OverflowError:
        return None


def month_interval(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def shift_month(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    number = day.year * 12 + day.month - 1 + months
    return number // 12, number % 12 + 1


LAST_SHORT = 30
"""The last year that two digits put into this century: pages speak of what was more often than of what will be."""


def whole_year(number: int) -> int:
    """The year that one of two digits stands for; any other as it is.

    >>> whole_year(97), whole_year(11), whole_year(2019)
    (1997, 2011, 2019)
    """
    return number if number >= 100 else number + (2000 if number <= LAST_SHORT else 1900)


def read_day(day: date, because: str, anchor: TimeAnchor = "none", flags: tuple[str, ...] = ()) -> Reading:
    """A single day."""
    return Reading(day.isoformat(), day, day, "day", anchor, flags, because)


def read_month(year: int, month: int, because: str, anchor: TimeAnchor = "none") -> Reading:
    """A month."""
    if not MINYEAR < year < 9999:
        return Reading(None, grain="month", because="beyond the calendar")
    first, last = month_interval(year, month)
    return Reading(f"{year:04}-{month:02}", first, last, "month", anchor, (), because)


def read_year(year: int, because: str, anchor: TimeAnchor = "none") -> Reading:
    """A year."""
    if not MINYEAR < year < 9999:
        return Reading(None, grain="year", because="beyond the calendar")
    return Reading(f"{year:04}", date(year, 1, 1), date(year, 12, 31), "year", anchor, (), because)


def read_week(day: date, because: str, anchor: TimeAnchor = "published") -> Reading:
    """The week, Monday to Sunday, that holds a day."""
    first = shift_days(day, -day.weekday())
    last = shift_days(day, 6 - day.weekday())
    year, week, _ = day.isocalendar()
    return Reading(f"{year:04}-W{week:02}", first, last, "week", anchor, (), because)


def candidate_day(
    anchor: date, month: int, day: int, weekday: int | None, ahead: bool = False, step: int = 0
) -> date | None:
    """The day with this month and day nearest the anchor, not far ahead of it; of another year if only that fits.

    `ahead`: a word of the future governs it; `step`: a word behind it says on which side of the anchor it is
    ("24 April mendatang", "24 April lalu"), -1 before or 1 after.

    The weekday moves it to a neighbouring year only when it lies well away from the anchor: near it, a weekday that
    does not fit is a slip of the page.
    """
    years = [made for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (made := make_day(year, month, day))]
    if step:
        sided = [one for one in years if (one - anchor).days * step >= 0]
        return min(sided, key=lambda one: abs((one - anchor).days), default=None)
    usual = [one for one in years if (one - anchor).days <= (FAR_AHEAD_DAYS if ahead else AHEAD_DAYS)]
    if not usual:
        return years[0] if years else None
    best = usual[-1]
    if weekday is None or best.weekday() == weekday or abs((best - anchor).days) <= NEAR_DAYS:
        return best
    fitting = [one for one in years if one.weekday() == weekday]
    return min(fitting, key=lambda one: abs((one - anchor).days), default=best)


def nearest_weekday(anchor: date, weekday: int, ahead: bool = False) -> date | None:
    """The last such weekday up to the anchor, or the first after it."""
    back = (anchor.weekday() - weekday) % 7
    return shift_days(anchor, 7 - back) if ahead else shift_days(anchor, -back)


def choose_slip(printed: date, weekday: int, context: Context) -> tuple[date, str]:
    """Which of a date and a weekday that contradict each other is the likelier, and the reason.

    The day with the printed weekday wins when the page names that very day elsewhere, or when it is the day before the
    printed date and the page appeared on one of the two: a page tells of what has happened. The last such weekday up to
    the anchor wins when only its month or year is printed otherwise. Otherwise the date stands.
    """
    name = WEEKDAYS[weekday]
    near = [made for step in (-1, 1, -2, 2, -3, 3) if (made := shift_days(printed, step)) and made.weekday() == weekday]
    stated = [day for day in near if day in context.days]
    if stated and printed not in context.days:
        return stated[0], f"the page names {name} {stated[0]} elsewhere"
    before = shift_days(printed, -1)
    if context.anchor and before and before <= context.anchor <= printed and before.weekday() == weekday:
        return before, f"{name} was the day before, and the page of {context.anchor} tells of what has happened"
    recent = nearest_weekday(context.anchor, weekday) if context.anchor else None
    if recent and recent.day == printed.day and (recent.month == printed.month or recent.year == printed.year):
        return recent, f"{recent} was the {name} up to the page of {context.anchor}, with the same day of the month"
    return printed, "nothing else speaks for the weekday"

"""The day of an article that states none, from weekdays beside days and months in its own text."""

from collections.abc import Sequence
from datetime import date

from runut.recognise.times_values import make_day

FIRST_YEAR, LAST_YEAR = 2005, 2027
"""Years that a news page may be of: a weekday, day and month recur every 5, 6 or 11 years. The last is the year after
that of the release, and is raised with it: no page is of a time to come."""
AHEAD = 1
"""How many years before the latest printed one a page may be of: it speaks of a season or a budget of next year."""


def usual_day(days: Sequence[date]) -> date | None:
    """The day named most often, the first of several: news opens with the day of its happening; None without any.

    The latest would be a day announced, the earliest one of the background.
    """
    return max(days, key=lambda day: (days.count(day), -days.index(day)), default=None)


def infer_day(constraints: Sequence[tuple[int, int, int]], years: Sequence[int]) -> date | None:
    """The usual day among yearless dates once their weekdays and the latest printed year fix the year, or None.

    `constraints` are (weekday, month, day). The year is the first, from the one before the latest printed year
    on, in which most weekdays fit; without a printed year it is fixed only when no other year fits as well.

    >>> infer_day([(2, 6, 19), (3, 6, 20)], [2022])
    datetime.date(2024, 6, 19)
    >>> infer_day([(3, 7, 3)], [2020, 2026])
    datetime.date(2025, 7, 3)
    >>> infer_day([(2, 6, 19)], []) is None
    True
    """
    printed = [year for year in years if FIRST_YEAR <= year <= LAST_YEAR]
    first = max(printed, default=FIRST_YEAR + AHEAD) - AHEAD
    fits = {year: _fitting(constraints, year) for year in range(first, LAST_YEAR + 1)}
    most = max(fits.values(), default=0)
    best = [year for year, count in fits.items() if count == most]
    if not most or 2 * most <= len(constraints) or not (printed or len(best) == 1):
        return None
    days = [made for _, month, day in constraints if (made := make_day(best[0], month, day))]
    return usual_day(days)


def _fitting(constraints: Sequence[tuple[int, int, int]], year: int) -> int:
    days = ((weekday, make_day(year, month, day)) for weekday, month, day in constraints)
    return sum(made is not None and made.weekday() == weekday for weekday, made in days)

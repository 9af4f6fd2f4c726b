"""The day of an article that states none, from weekdays beside days and months in its own text."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from runut.recognise.times_values import make_day

FIRST_YEAR, LAST_YEAR = 2005, 2027
"""Years that a news page may be of: a weekday, day and month recur every 5, 6 or 11 years. The last is the year after
that of the release, and is raised with it: no page is of a time to come."""
AHEAD = 1
"""How many years before the latest printed one a page may be of: it speaks of a season or a budget of next year."""


_WITH_WEEKDAY, _AHEAD, _ENOUGH = 2, -3, 2
"""What a date says of the day of publication beside standing there (1): news gives the days it tells of with their
weekday ("Senin (16/9/2019)") and those of the past without; what is announced lies ahead. Below the last, no day is
taken. Measured on 3,000 undated articles of September 2019: 19 in 20 days lie within three days of publication, 7 in
8 without these weights."""


class NamedDay(NamedTuple):
    """A full date that an article prints: whether with its weekday, and whether as one to come."""

    day: date
    weekday: bool
    ahead: bool


def told_day(named: Iterable[NamedDay]) -> date | None:
    """The day that an article tells of, so about that of its publication: the one with the most weight, the first of
    equals; None where none has enough.

    >>> wedding, upload = date(2019, 8, 19), date(2019, 9, 15)
    >>> told_day([NamedDay(wedding, False, False), NamedDay(upload, True, False)])
    datetime.date(2019, 9, 15)
    >>> told_day([NamedDay(wedding, False, False)]) is None
    True
    """
    weights: dict[date, int] = {}
    for day, weekday, ahead in named:
        weights[day] = weights.get(day, 0) + 1 + _WITH_WEEKDAY * weekday + _AHEAD * ahead
    best = max(weights, key=lambda day: weights[day], default=None)
    return best if best and weights[best] >= _ENOUGH else None


def infer_day(constraints: Sequence[tuple[int, int, int]], years: Sequence[int]) -> date | None:
    """The day named most often among yearless dates (the first of several), where a year fits their weekdays; or None.

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
    return max(days, key=days.count, default=None)


def _fitting(constraints: Sequence[tuple[int, int, int]], year: int) -> int:
    days = ((weekday, make_day(year, month, day)) for weekday, month, day in constraints)
    return sum(made is not None and made.weekday() == weekday for weekday, made in days)

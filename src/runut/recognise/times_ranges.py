"""Ranges and lists of days: "18-19 Juni 2024", "(9-11/6)", "28 dan 29 Juni", "30 Mei-2 Juni"."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from runut.recognise.times_days import date_numbers, read_date, resolve_day, side_of
from runut.recognise.times_grammar import Match
from runut.recognise.times_values import WEEKDAYS, Context, Reading, make_day, shift_days, whole_year

_LONGEST_DAYS = 40
"""Days that a range without a printed year spans at most: longer ones are two dates of another year or no range."""


def read_range(match: Match, context: Context, month_first: bool) -> Reading | None:
    """Two days, a year or month printed once reaching both; the first weekday is tested against the first day."""
    ends = _days_in_digits(match, context) or _written(match, context, month_first) or _named(match, context)
    if ends is None:
        return None
    first, last = ends
    if first > last:
        return None
    weekday = match.first("w")
    flags: tuple[str, ...] = ()
    because = "both ends printed"
    if weekday and first.weekday() != int(weekday.value):
        flags = ("weekday-mismatch",)
        because = f"{first} is a {WEEKDAYS[first.weekday()]}, not a {WEEKDAYS[int(weekday.value)]}"
    anchor = "none" if match.first("y") else "published"
    return Reading(f"{first}/{last}", first, last, "day", anchor, flags, because)  # type: ignore[arg-type]


def _days_in_digits(match: Match, context: Context) -> tuple[date, date] | None:
    """The ends of "9-11/6/2025"."""
    atom = match.first("B")
    if atom is None:
        return None
    numbers = [int(part) for part in re.findall(r"\d+", atom.text)]
    year = None if len(numbers) < 4 else whole_year(numbers[3])
    weekday = match.first("w")
    start = resolve_day(
        year, numbers[2], numbers[0], int(weekday.value) if weekday else None, context, *side_of(match)
    ).first
    last = resolve_day(year, numbers[2], numbers[1], None, context, *side_of(match)).first
    return (last.replace(day=numbers[0]), last) if start and last and numbers[0] <= last.day else None


def _written(match: Match, context: Context, month_first: bool) -> tuple[date, date] | None:
    """The ends of "30/5-2/6" and "30 Mei-2 Juni 2025"."""
    pieces = _halves(match)
    if pieces is None:
        return None
    left, right = (date_numbers(piece, month_first) for piece in pieces)
    if left is None or right is None:
        return None
    last = resolve_day(right[0], right[1], right[2], None, context, *side_of(match)).first
    if last is None:
        return None
    first = make_day(left[0] or last.year, left[1], left[2])
    if first and first > last and left[0] is None:
        first = make_day(last.year - 1, left[1], left[2])
    if first and left[0] and right[0] is None and first > last:
        near = replace(context, anchor=shift_days(first, _LONGEST_DAYS))
        last = resolve_day(None, right[1], right[2], None, near).first or last
    return (first, last) if first else None


def _halves(match: Match) -> tuple[Match, Match] | None:
    """The atoms before and after the mark between two dates that both name their month."""
    for at, atom in enumerate(match.atoms):
        left, right = match.atoms[:at], match.atoms[at + 1 :]
        if atom.code in "-x" and all(any(one.code in "md" for one in side) for side in (left, right)):
            return Match("day", left, "", ""), Match("day", right, "", "")
    return None


def _named(match: Match, context: Context) -> tuple[date, date] | None:
    """The ends of "18-19 Juni 2024" and "28, 29 dan 30 Juni"; days that do not rise are no list."""
    days, month, year = [int(atom.value) for atom in match.all("nK")], match.first("m"), match.first("y")
    if month is None or len(days) < 2 or any(a >= b for a, b in pairwise(days)):
        return None
    last = resolve_day(
        int(year.value) if year else None, int(month.value), days[-1], None, context, *side_of(match)
    ).first
    first = make_day(last.year, int(month.value), days[0]) if last else None
    return (first, last) if first and last else None


def read_first_of_range(match: Match, context: Context, month_first: bool) -> Reading:
    """What a range that is none leaves: its last date."""
    reading = read_date(match, context, month_first)
    return reading or Reading(None, flags=("impossible-date",), because="two days that make no range")

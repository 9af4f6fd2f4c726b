"""Expressions of time: found by one grammar in every language, read against the article's date."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from runut.recognise.dating import infer_day, usual_day
from runut.recognise.times_days import date_numbers, read_clock, read_date
from runut.recognise.times_grammar import Match, match_times
from runut.recognise.times_spans import (
    read_decade,
    read_distance,
    read_length,
    read_month_words,
    read_months,
    read_past,
    read_quarter,
    read_range,
    read_relative,
    read_stage,
    read_year_words,
    read_years,
)
from runut.recognise.times_values import Context, Reading
from runut.recognise.times_words import TimeLexicon, split_atoms, time_lexicon
from runut.recognise.view import Paragraph, View
from runut.records.article import Published
from runut.records.ids import make_id
from runut.records.marks import TimeExpression

READERS: dict[str, Callable[[Match, Context], Reading | None]] = {
    "range": read_range, "clock": read_clock, "years": read_years, "months": read_months, "quarter": read_quarter,
    "decade": read_decade, "back": read_distance, "past": read_past, "month": read_month_words,
    "relative": read_relative, "year": read_year_words, "stage": read_stage, "length": read_length,
}  # fmt: skip
_STAMPS = frozenset({"date", "byline", "dateline"})
"""Kinds of paragraphs whose clock times are those of publication, and carry their zone in the value."""


def find_times(view: View, anchor: Published | None) -> tuple[TimeExpression, ...]:
    """Every expression of time in an article, in order, none overlapping.

    `anchor` is the article's date. Without one, dates printed in full date the others: the one named most often, the
    first of several, stands in. Days inside a quotation are read against the time of speaking, where the same
    paragraph names it.
    """
    lexicon = time_lexicon(view.pack)
    matches = [(p, _kept(view, p, lexicon)) for p in view.paragraphs]
    context = _context(matches, anchor, lexicon)
    found: list[TimeExpression] = []
    for paragraph, inside in matches:
        spoken = _time_of_speaking(paragraph, inside, context, lexicon)
        for match in inside:
            found.append(_mark(view, paragraph, match, context, spoken, lexicon))
    return tuple(found)


def _kept(view: View, paragraph: Paragraph, lexicon: TimeLexicon) -> list[Match]:
    atoms = split_atoms(view.shadow, paragraph.start, paragraph.end, lexicon)
    return [match for match in match_times(atoms, lexicon.month_first) if _is_time(match)]


def _is_time(match: Match) -> bool:
    """Whether a match is a time in its surroundings, not a part of a name, a number or an age."""
    first = match.atoms[0]
    if match.rule == "year" and first.code == "y":
        return not match.before.endswith(("L", "#-", "n-", "/")) and match.after[:1] not in ("#", "n", "/")
    if match.rule == "relative" and match.before.endswith("-"):
        return False
    if match.rule == "length" and (match.before[-1:] in tuple("AL(") or first.code == "N" or _is_age(match)):
        return False
    if match.rule == "month" and len(match.atoms) == 1:
        return (not first.ambiguous and not match.after.startswith("_")) or match.before[-1:] in tuple("ofixs")
    if match.rule == "day" and len(match.atoms) == 1 and first.code == "w" and first.ambiguous:
        return match.before[-1:] in tuple("ofi,")
    if match.rule == "day" and first.code == "d" and len(match.atoms) == 1 and first.text.count("/") == 1:
        return match.before[-1:] in tuple("of")
    return True


def _is_age(match: Match) -> bool:
    """Whether a length in years stands between commas, as after a name: "Siti, 45 tahun, ..."."""
    unit = match.atoms[-1]
    return unit.value == "Y" and match.before.endswith(",") and match.after[:1] in ("", ",", ".", ")")


def _context(matches: list[tuple[Paragraph, list[Match]]], anchor: Published | None, lexicon: TimeLexicon) -> Context:
    context = Context(_as_date(anchor.day) if anchor else None)
    months: dict[int, set[int]] = {}
    for _, inside in matches:
        for match in inside:
            month, year = match.first("m"), match.first("y")
            if match.rule in ("month", "day") and month and year:
                months.setdefault(int(month.value), set()).add(int(year.value))
    context.months.update({month: max(years) for month, years in months.items() if len(years) == 1})
    if context.anchor is None:
        full = _consistent_days(matches, context, lexicon)
        context.anchor = usual_day(full) or _inferred(matches, lexicon)
    context.days.extend(_consistent_days(matches, context, lexicon))
    return context


def _inferred(matches: list[tuple[Paragraph, list[Match]]], lexicon: TimeLexicon) -> date | None:
    """The day that weekdays beside days and months, and printed years, allow for an article without any full date."""
    every = [match for _, inside in matches for match in inside]
    constraints = []
    for match in every:
        weekday, numbers = match.first("w"), date_numbers(match, lexicon.month_first)
        if weekday and numbers and numbers[0] is None:
            constraints.append((int(weekday.value), numbers[1], numbers[2]))
    years = [int(atom.value) for match in every for atom in match.all("y")]
    return infer_day(constraints, years)


def _as_date(day: str) -> date | None:
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return None
    return found if 1000 < found.year < 3000 else None


def _consistent_days(
    matches: list[tuple[Paragraph, list[Match]]], context: Context, lexicon: TimeLexicon
) -> list[date]:
    """Days that the page names by date and that no weekday contradicts."""
    days = []
    for _, inside in matches:
        for match in inside:
            if match.rule == "day" and (match.first("d") or match.first("m")):
                reading = read_date(match, context, lexicon.month_first)
                if reading and reading.first and not reading.flags:
                    days.append(reading.first)
    return days


def _time_of_speaking(
    paragraph: Paragraph, matches: list[Match], context: Context, lexicon: TimeLexicon
) -> date | None:
    """The day that a paragraph names beside its quotation, when it is not after the anchor."""
    for match in matches:
        if _quoted(paragraph, match.atoms[0].start) or match.rule != "day" or not match.first("dmw"):
            continue
        reading = read_date(match, context, lexicon.month_first)
        if reading and reading.first and (context.anchor is None or reading.first <= context.anchor):
            return reading.first
    return None


def _quoted(paragraph: Paragraph, at: int) -> bool:
    return any(q.opened and q.start <= at < q.end for q in paragraph.quotes)


def _mark(
    view: View, paragraph: Paragraph, match: Match, context: Context, spoken: date | None, lexicon: TimeLexicon
) -> TimeExpression:
    start, end = match.atoms[0].start, match.atoms[-1].end
    quoted = _quoted(paragraph, start)
    local = replace(context, anchor=spoken) if quoted and spoken else context
    if match.rule == "day":
        reading = read_date(match, local, lexicon.month_first)
    else:
        reading = READERS[match.rule](match, local)
    reading = reading or Reading(None, grain="unknown", because="no reading")
    if quoted and spoken and reading.anchor == "published":
        reading = replace(reading, anchor="utterance")
    zone = match.first("z")
    if zone and zone.value and reading.value and "T" in reading.value and paragraph.kind in _STAMPS:
        reading = replace(reading, value=reading.value + zone.value)
    _remember(context, match, reading, quoted)
    return TimeExpression(
        id=make_id("tm", view.article.id, start, end),
        span=view.span(start, end),
        value=reading.value,
        first=reading.first.isoformat() if reading.first else None,
        last=reading.last.isoformat() if reading.last else None,
        grain=reading.grain,
        anchor=reading.anchor,
        in_quote=quoted,
        flags=reading.flags,
        because=reading.because,
    )


def _remember(context: Context, match: Match, reading: Reading, quoted: bool) -> None:
    if reading.first and reading.first == reading.last and not quoted and match.rule in ("day", "back"):
        context.previous = reading.first
    if reading.first and reading.last and reading.first.year == reading.last.year and reading.grain != "week":
        context.previous_year = reading.first.year

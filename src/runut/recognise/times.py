"""Expressions of time: found by one grammar in every language, read against the article's date."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from runut.recognise.dating import NamedDay, infer_day, told_day
from runut.recognise.times_days import date_numbers, read_clock, read_date
from runut.recognise.times_grammar import Match, match_times
from runut.recognise.times_lengths import (
    read_after_event,
    read_days_so_far,
    read_distance,
    read_length,
    read_lengths,
    read_past,
    read_span,
)
from runut.recognise.times_ranges import read_first_of_range, read_range
from runut.recognise.times_spans import (
    read_decade,
    read_holiday,
    read_month_day,
    read_month_words,
    read_months,
    read_quarter,
    read_relative,
    read_season,
    read_stage,
    read_weekend,
    read_year_words,
    read_years,
)
from runut.recognise.times_values import Context, Reading, shift_days
from runut.recognise.times_words import TimeLexicon, split_sentences, time_lexicon
from runut.recognise.view import Paragraph, View
from runut.records.article import Published
from runut.records.ids import make_id
from runut.records.marks import TimeExpression

READERS: dict[str, Callable[[Match, Context], Reading | None]] = {
    "clock": read_clock, "lengths": read_lengths, "span": read_span, "event": read_after_event, "season": read_season,
    "monthday": read_month_day, "weekend": read_weekend, "holiday": read_holiday, "years": read_years,
    "months": read_months, "quarter": read_quarter, "decade": read_decade, "back": read_distance, "past": read_past,
    "month": read_month_words, "relative": read_relative, "year": read_year_words, "stage": read_stage,
    "length": read_length, "days so far": read_days_so_far,
}  # fmt: skip
_STAMPS = frozenset({"date", "byline", "dateline"})
"""Kinds of paragraphs whose clock times are those of publication, and carry their zone in the value."""


def find_times(view: View, anchor: Published | None) -> tuple[TimeExpression, ...]:
    """Every expression of time in an article, in order, none overlapping.

    `anchor` is the article's date; without one, the day that its own text tells of stands in (`infer_published`). Days
    inside a quotation are read against the time of speaking, where the same paragraph names it.
    """
    lexicon = time_lexicon(view.pack)
    anchor = anchor or infer_published(view)
    matches = _matches(view, lexicon)
    context = _context(matches, anchor, lexicon)
    found: list[TimeExpression] = []
    for paragraph, inside in matches:
        spoken = _time_of_speaking(paragraph, inside, context, lexicon)
        for at, match in enumerate(inside):
            named = _named_beside(inside, at, context, lexicon)
            local = named or (spoken if paragraph.in_quote(match.atoms[0].start) else None)
            mark = _mark(view, paragraph, match, context, local, bool(named), lexicon)
            found += [mark] if mark else []
    return tuple(found)


def infer_published(view: View) -> Published | None:
    """About when an article was published, from the dates it prints: the day it tells of, marked as inferred.

    Without a full date, weekdays beside days and months fix the year. None where the dates do not say.
    """
    lexicon = time_lexicon(view.pack)
    matches = _matches(view, lexicon)
    day = told_day(_full_days(matches, _context(matches, None, lexicon), lexicon)) or _inferred(matches, lexicon)
    return Published(day.isoformat(), "inferred", day.isoformat()) if day else None


def _matches(view: View, lexicon: TimeLexicon) -> list[tuple[Paragraph, list[Match]]]:
    shadow = view.shadow.replace("’", "'")
    return [(paragraph, _kept(shadow, paragraph, lexicon)) for paragraph in view.paragraphs]


def _kept(shadow: str, paragraph: Paragraph, lexicon: TimeLexicon) -> list[Match]:
    atoms = split_sentences(shadow, paragraph.sentences, paragraph.start, paragraph.end, lexicon)
    return [match for match in match_times(atoms, lexicon.month_first) if _is_time(match)]


def _is_time(match: Match) -> bool:
    """Whether a match is a time in its surroundings, not a part of a name, a number or an age."""
    first, alone = match.atoms[0], len(match.atoms) == 1
    if match.rule in ("year", "years") and first.code == "y":
        return not match.before.endswith(("L", "#-", "n-", "/")) and match.after[:1] not in tuple("#n/PM")
    if match.rule == "relative" and match.before.endswith("-"):
        return False
    if match.rule in ("length", "lengths", "span", "past"):
        return not (
            (first.code == "N" and "-" not in first.text and first.value[:2] == "1 ")
            or match.before[-1:] == "L"
            or _is_age(match)
        )
    if match.rule == "month" and alone:
        plain = not first.ambiguous and not match.after.startswith(("_", "W"))
        return plain or match.before[-1:] in tuple("ofixsF")
    if match.rule == "day" and alone and first.code == "w" and first.ambiguous:
        return match.before[-1:] in tuple("ofi,")
    if match.rule == "day" and first.code == "d" and alone and first.text.count("/") == 1:
        return match.before[-1:] in tuple("of")
    return True


def _is_age(match: Match) -> bool:
    """Whether a length in years is an age: "berusia 45 tahun", "Siti, 45 tahun,", "(45 tahun)", "pria 45 tahun"."""
    if match.rule == "past" or not any(atom.value == "Y" for atom in match.all("u")):
        return False
    before, after = match.before, match.after[:1]
    if after == "A":
        return True
    if "A" in before[-4:].replace(".", "") or before[-1:] in tuple("(PW"):
        return before[-1:] != "W" or len(before) > 1
    return before.endswith(",") and after in ("", ",", ".", ")")


def _context(matches: list[tuple[Paragraph, list[Match]]], anchor: Published | None, lexicon: TimeLexicon) -> Context:
    context = Context(_as_date(anchor.day) if anchor else None, lexicon.style)
    months: dict[int, set[int]] = {}
    for _, inside in matches:
        for match in inside:
            month, year = match.first("m"), match.first("y")
            if match.rule in ("month", "day") and month and year:
                months.setdefault(int(month.value), set()).add(int(year.value))
    context.months.update({month: max(years) for month, years in months.items() if len(years) == 1})
    context.days.extend(named.day for named in _full_days(matches, context, lexicon))
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


def _full_days(matches: list[tuple[Paragraph, list[Match]]], context: Context, lexicon: TimeLexicon) -> list[NamedDay]:
    """Days that the page names by date and that no weekday contradicts."""
    days = []
    for _, inside in matches:
        for match in inside:
            if match.rule == "day" and match.first("dm"):
                reading = read_date(match, context, lexicon.month_first)
                if reading and reading.first and not reading.flags:
                    days.append(NamedDay(reading.first, match.first("w") is not None, match.ahead))
    return days


def _time_of_speaking(
    paragraph: Paragraph, matches: list[Match], context: Context, lexicon: TimeLexicon
) -> date | None:
    """The day that a paragraph names beside its quotation, when it is not after the anchor."""
    for match in matches:
        if paragraph.in_quote(match.atoms[0].start) or match.rule != "day" or not match.first("dmw"):
            continue
        reading = read_date(match, context, lexicon.month_first)
        if reading and reading.first and (context.anchor is None or reading.first <= context.anchor):
            return reading.first
    return None


def _named_beside(matches: list[Match], at: int, context: Context, lexicon: TimeLexicon) -> date | None:
    """The anchor that makes a word such as "today" the date printed right beside it ("besok, 29 Juni")."""
    match = matches[at]
    word = match.first("D")
    if match.rule != "day" or word is None or match.first("dmw"):
        return None
    for other in matches[at + 1 : at + 2] + matches[max(0, at - 1) : at]:
        left, right = sorted((match, other), key=lambda one: one.atoms[0].start)
        gap = right.atoms[0].start - left.atoms[-1].end
        if other.rule == "day" and other.first("dm") and gap <= (_BESIDE if other is right else 1):
            reading = read_date(other, context, lexicon.month_first)
            if reading and reading.first:
                return shift_days(reading.first, -int(word.value))
    return None


_BESIDE = 8
"""Characters between "today" and its date: a comma, a bracket or a preposition."""


def _mark(
    view: View,
    paragraph: Paragraph,
    match: Match,
    context: Context,
    local_anchor: date | None,
    is_named: bool,
    lexicon: TimeLexicon,
) -> TimeExpression | None:
    start, end = match.atoms[0].start, match.atoms[-1].end
    quoted = paragraph.in_quote(start)
    local = replace(context, anchor=local_anchor) if local_anchor else context
    if match.rule == "day":
        reading = read_date(match, local, lexicon.month_first)
    elif match.rule == "range":
        reading = read_range(match, local, lexicon.month_first)
        reading = reading or read_first_of_range(match, local, lexicon.month_first)
    else:
        reading = READERS[match.rule](match, local)
    if reading is None:
        return None
    if local_anchor and reading.anchor == "published":
        reading = replace(reading, anchor="event" if is_named and not quoted else "utterance")
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

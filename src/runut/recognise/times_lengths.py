"""Lengths of time, and days a length away."""

from datetime import date

from runut.recognise.numbers import NumberStyle, read_digits
from runut.recognise.times_grammar import Match
from runut.recognise.times_spans import NO_ANCHOR, TENS, moved
from runut.recognise.times_values import Context, Reading, shift_days
from runut.recognise.times_words import Atom
from runut.records.marks import TimeAnchor

_LENGTHS = {"D": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y", "TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S"}
_CLOCK_UNITS = ("TH", "TM", "TS")
_VAGUE = {unit: value.format("X") for unit, value in _LENGTHS.items()} | {"DE": "PXY", "CE": "PXY"}
_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60)}
"""Units of which a part ("6,5 tahun") is told in whole smaller ones."""


def _number(atom: Atom, style: NumberStyle | None) -> float | None:
    if atom.code == "n":
        return float(atom.value)
    if atom.code == "q":
        return float(atom.value) if atom.value else None
    return read_digits(atom.text, style) if style else None


def _length(match: Match, style: NumberStyle | None = None) -> tuple[float | None, str]:
    fused = match.first("N")
    if fused:
        count, unit = fused.value.split()
        return float(count), unit
    number, unit_atom = match.first("nq#"), match.first("u")
    return (_number(number, style) if number else None), unit_atom.value if unit_atom else "D"


def length_value(count: float | None, unit: str) -> str | None:
    """A TIMEX3 duration: (20, "Y") is P20Y, (6.5, "Y") P6Y6M; decades and centuries in years. None without a count."""
    if count is None or (unit not in _LENGTHS and unit not in TENS):
        return None
    if unit in TENS:
        return f"P{count * TENS[unit]:.0f}Y"
    whole = int(count)
    if count != whole and unit in _SMALLER:
        smaller, size = _SMALLER[unit]
        part = round((count - whole) * size, 2)
        if part == int(part):
            return (
                _LENGTHS[unit].format(whole) if whole else "PT" if unit == "TH" else "P"
            ) + f"{part:.0f}{smaller[-1]}"
    return _LENGTHS[unit].format(whole if count == whole else f"{count:g}")


def read_length(match: Match, context: Context) -> Reading | None:
    """A duration."""
    count, unit = _length(match, context.style)
    return Reading(length_value(count, unit), grain="duration", because="a length of time")


def read_after_event(match: Match, context: Context) -> Reading | None:
    """A length before or after something that happened: its day is not known here."""
    count, unit = _length(match, context.style)
    value = length_value(count, unit)
    return Reading(value, grain="duration", anchor="event", because="counted from an event, not from a date")


def read_lengths(match: Match, context: Context) -> Reading | None:
    """A length in several units: "5 tahun dan 6 bulan" is P5Y6M."""
    days, clock, number = "", "", None
    for atom in match.atoms:
        if atom.code in "n#":
            number = _number(atom, context.style)
        elif atom.code == "u" and number is not None:
            value = length_value(number, atom.value) or ""
            days += value[1:] if not value.startswith("PT") else ""
            clock += value[2:] if value.startswith("PT") else ""
    return Reading(f"P{days}{'T' if clock else ''}{clock}", grain="duration", because="a length of time in parts")


def read_span(match: Match, context: Context) -> Reading | None:
    """A length between two: "2-3 hari" is P2D/P3D; none where the second is not greater."""
    low, high = (float(atom.value) for atom in match.all("n"))
    unit = match.first("u")
    if unit is None or low >= high:
        return None
    value = f"{length_value(low, unit.value)}/{length_value(high, unit.value)}"
    return Reading(value, grain="duration", because="a length between two")


def read_past(match: Match, context: Context) -> Reading | None:
    """The years of "first in so many years": those up to the anchor; otherwise "in so long" is a length."""
    count, unit = _length(match, context.style)
    anchor = context.anchor
    told = "U" in match.before[-_FIRST_IN:] or "U" in match.after[:2]
    if not told or count is None or unit != "Y" or anchor is None or count < 2 or anchor.year <= count:
        return read_length(match, context)
    start = anchor.year - int(count)
    value, because = f"{start:04}/{anchor.year:04}", f"the {count:g} years up to the anchor {anchor}"
    return Reading(value, date(start, 1, 1), anchor, "duration", "published", (), because)


_FIRST_IN = 4
"""Atoms before "in so many years" in which "first" or "worst" may stand."""


def read_distance(match: Match, context: Context) -> Reading | None:
    """A length counted from a day: back or on from the anchor, or from the day named before."""
    count, unit = _length(match, context.style)
    where = match.first("rkvgbj")
    if where is None:
        return None
    step = int(where.value)
    if where.code in "kbj" or step == 0:
        return _window(count, unit, step, context)
    if unit in _CLOCK_UNITS or count is None:
        return Reading(length_value(count, unit), grain="duration", because="a length of time")
    back = where.code == "v" and context.previous is not None
    anchor: TimeAnchor = "previous" if back else "published"
    origin = context.previous if back else context.anchor
    if origin is None:
        return NO_ANCHOR
    if count != int(count):
        return Reading(length_value(count, unit), grain="duration", anchor=anchor, because="about so long away")
    return moved(origin, int(count) * step, unit, anchor)


def read_days_so_far(match: Match, context: Context) -> Reading | None:
    """The days up to now of "dua hari ini", where the table has "hari ini" as one form."""
    count, word = _length(match, context.style)[0], match.first("D")
    if word is None or word.value != "0":
        return None
    return _window(count, "D", 0, context)


def _window(count: float | None, unit: str, step: int, context: Context) -> Reading:
    """The last or next so many units, as an interval where days can say it."""
    anchor = context.anchor
    if step > 0 and unit == "D" and count and anchor and count < 400:
        first, last = shift_days(anchor, 1), shift_days(anchor, count)
        if first and last:
            return Reading(f"{first}/{last}", first, last, "day", "published", (), f"after the anchor {anchor}")
    value = length_value(count, unit) or _VAGUE.get(unit)
    return Reading(value, grain="duration", anchor="published", because="a length up to the anchor")

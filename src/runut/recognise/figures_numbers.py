"""Numbers in a text as intervals: in digits, in words, vague, with their scale, and two joined to a range."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runut.recognise.figures_words import FigureLexicon, ending_form
from runut.recognise.numbers import NumberStyle, read_digits, read_words, swap_marks
from runut.recognise.rough import rough_words
from runut.records.marks import Bound

_DIGITS = re.compile(r"\d(?<![\d/.,]\d)\d*(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_LOOK_BACK = 18
"""Characters before digits in which a mark of money or magnitude may stand."""
_NATIVE_OR_NOT = re.compile(
    r"(?<![\d.,])\d{1,3}(?:([.,])\d{3})+(?:([.,])\d+)?(?![\d.,]*\d)|(?<![\d.,])\d+([.,])\d{1,2}(?![\d.,]*\d)"
)
_AHEAD = 6
"""Numbers looked at for the second of a range: those within the first ("dua ratus lima") come between."""
_FRACTION = re.compile(r"(?<![\d/])([1-9])/([2-9]|10)(?![\d/])")


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in the text: offsets, interval, and its unit where a mark before it says so.

    `written` are its digits when a single mark before three of them leaves open whether they are thousands.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str = ""
    bound: Bound = "exact"
    written: str = ""
    is_word: bool = False


def page_style(shadow: str, style: NumberStyle, times: Sequence[tuple[int, int]]) -> NumberStyle:
    """How a page writes its decimals: as its language does, unless it shows the other style and never its own.

    Evidence is what can be read in one way only: both marks in one number, several groups of thousands, or one or two
    digits after a mark, which no thousands have. `times` are the offsets of times in order: "07.00" is no decimal.
    """
    own = other = 0
    for hit in _NATIVE_OR_NOT.finditer(shadow):
        at = bisect_right(times, (hit.start(), len(shadow))) - 1
        if at >= 0 and times[at][1] > hit.start():
            continue
        grouping, rest, decimal = hit[1], hit[2], hit[3]
        if decimal:
            own, other = own + (decimal == style.decimal), other + (decimal != style.decimal)
        elif rest and rest != grouping:
            own, other = own + (rest == style.decimal), other + (rest != style.decimal)
        elif hit[0].count(grouping) > 1:
            own, other = own + (grouping == style.thousands), other + (grouping != style.thousands)
    return swap_marks(style) if other > own else style


def find_numbers(
    shadow: str,
    start: int,
    end: int,
    sentences: Sequence[tuple[int, int]],
    lexicon: FigureLexicon,
    style: NumberStyle,
) -> Iterator[Number]:
    """Numbers and vague number words of a paragraph with these sentences, ranges joined, in order."""
    single = [n for hit in _DIGITS.finditer(shadow, start, end) if (n := _read(shadow, hit, end, lexicon, style))]
    single += _fractions(shadow, start, end)
    vague, begins = lexicon.vague, lexicon.begins
    counting = [(a, b) for a, b in sentences if _counts(rough_words(shadow, a, b), lexicon)]
    for hit in (hit for a, b in counting for hit in _WORD.finditer(shadow, a, b)):
        low = hit[0].lower()
        if low in vague:
            single += _vague(shadow, hit, low, end, lexicon)
        if low in begins and (number := _read_words(shadow, hit.start(), end, lexicon)):
            single.append(number)
    ordered = sorted(single, key=lambda number: (number.start, -number.end))
    skip = -1
    for at, number in enumerate(ordered):
        if number.start < skip:
            continue
        following = next((other for other in ordered[at + 1 : at + _AHEAD] if other.start >= number.end), None)
        joined = _join(shadow, number, following, lexicon, style) if following else None
        skip = (joined or number).end
        yield joined or number


def _counts(words: frozenset[str], lexicon: FigureLexicon) -> bool:
    """Whether a number in words may begin with one of these."""
    return not lexicon.begins.isdisjoint(words) or any(word in lexicon.vague for word in words)


def _fractions(shadow: str, start: int, end: int) -> list[Number]:
    if shadow.find("/", start, end) < 0:
        return []
    found = []
    for hit in _FRACTION.finditer(shadow, start, end):
        value = int(hit[1]) / int(hit[2])
        if value < 1 and shadow[hit.end() : hit.end() + 1].isspace():
            found.append(Number(hit.start(), hit.end(), value, value, "share"))
    return found


def _vague(shadow: str, hit: re.Match[str], low: str, end: int, lexicon: FigureLexicon) -> list[Number]:
    for form in lexicon.vague[low]:
        stop = hit.start() + len(form)
        if stop <= end and shadow[hit.start() : stop].lower() == form and not shadow[stop : stop + 1].isalnum():
            ends = lexicon.approximations["vague", form]
            bound: Bound = "exact" if ends.low == ends.high else "about"
            return [Number(hit.start(), stop, float(ends.low), float(ends.high), "", bound, is_word=True)]
    return []


def _join(shadow: str, left: Number, right: Number, lexicon: FigureLexicon, style: NumberStyle) -> Number | None:
    """Two numbers that make a range ("30-40"), the second's scale and unit reaching the first."""
    unit = lexicon.unit_after.match(shadow, left.end, right.start)
    stop = unit.end() if unit else left.end
    if not lexicon.between.fullmatch(shadow, stop, right.start) or left.low is None or right.high is None:
        return None
    if ending_form(shadow[max(0, left.start - _LOOK_BACK) : left.start], lexicon.changes):
        return None
    if left.bound != "exact" or right.bound != "exact" or (left.unit and right.unit and left.unit != right.unit):
        return None
    low = left.low
    digits = re.search(r"\d+(?:[.,]\d+)*$", shadow[left.start : left.end])
    if digits and right.high >= 1000 * max(low, 1):
        written = re.search(r"\d+(?:[.,]\d+)*", shadow[right.start : right.end])
        plain = read_digits(written[0], style) if written else None
        low = low * right.high / plain if plain else low
    if low >= right.high:
        return None
    return replace(left, end=right.end, low=low, high=right.high, unit=left.unit or right.unit, written="")


def _read(shadow: str, hit: re.Match[str], end: int, lexicon: FigureLexicon, style: NumberStyle) -> Number | None:
    value = read_digits(hit[0], style)
    if value is None:
        return None
    before = lexicon.money.search(shadow, max(0, hit.start() - _LOOK_BACK), hit.start())
    unit = lexicon.units["before", before[1].lower()] if before else ""
    start = before.start(1) if before else hit.start()
    if before is None and (ordinal := _ordinal(shadow, hit, value, lexicon)):
        return ordinal
    if before is None and start and (shadow[start - 1].isalnum() or shadow[start - 1] in "_@#"):
        return None
    stop, high = hit.end(), value
    suffix = lexicon.suffix.match(shadow, stop, end)
    if suffix:
        return _with_suffix(Number(start, suffix.end(), value, value, unit), suffix[1], lexicon)
    scaled = lexicon.scale.match(shadow, stop, end)
    if scaled and (scaled["scale"] or unit):
        factor = lexicon.scales.get((scaled["scale"] or scaled["short"]).lower()) or lexicon.scales[scaled["short"]]
        value, high, stop = value * factor, value * factor, scaled.end()
    if shadow[stop : stop + 1].isalpha() and not scaled and not lexicon.unit_after.match(shadow, stop, end):
        return None
    is_open = not scaled and re.fullmatch(r"\d{1,3}[.,]\d{3}", hit[0]) is not None
    return Number(start, stop, value, high, unit, written=hit[0] if is_open else "")


def _ordinal(shadow: str, hit: re.Match[str], value: float, lexicon: FigureLexicon) -> Number | None:
    """A rank in digits ("ke-4", "4th")."""
    before, after = lexicon.ordinals
    for mark in before:
        if shadow[max(0, hit.start() - len(mark)) : hit.start()].lower() == mark:
            return Number(hit.start() - len(mark), hit.end(), value, value, "ordinal")
    for mark in after:
        stop = hit.end() + len(mark)
        if shadow[hit.end() : stop].lower() == mark and not shadow[stop : stop + 1].isalnum():
            return Number(hit.start(), stop, value, value, "ordinal")
    return None


def _with_suffix(number: Number, suffix: str, lexicon: FigureLexicon) -> Number:
    """The interval of "30-an" (30 to 39) or "90-plus" (at least 90)."""
    ends = lexicon.approximations["suffix", suffix.lower()]
    value = number.low or 0.0
    if ends.low == "0":
        step = 10 ** (len(str(int(value))) - len(str(int(value)).rstrip("0"))) if value else 1
        return replace(number, high=value + max(step, 1) - 1, bound="about")
    low, high, bound = ends.apply(value)
    return replace(number, low=low, high=high, bound=bound)


def _read_words(shadow: str, start: int, end: int, lexicon: FigureLexicon) -> Number | None:
    if shadow[start - 1 : start] == "-":
        return None
    tokens = list(_WORD.finditer(shadow, start, min(end, start + 90)))
    tokens = [t for at, t in enumerate(tokens) if _follows(shadow, tokens[: at + 1])]
    words = [token[0].lower() for token in tokens]
    kind, value = lexicon.style.words.get(words[0], ("", 0.0))
    if kind == "fraction" or kind == "ordinal":
        return Number(start, tokens[0].end(), value, value, "share" if kind == "fraction" else "ordinal", is_word=True)
    if kind == "half":
        scale = lexicon.scales.get(words[1], 0.0) if len(words) > 1 else 0.0
        value *= scale or 1
        return Number(start, tokens[bool(scale)].end(), value, value, "" if scale else "share", is_word=True)
    read = read_words(words, lexicon.style)
    if read is None:
        return None
    value, used = read
    part = lexicon.style.words.get(words[used], ("", 0.0)) if used < len(words) else ("", 0.0)
    if part[0] == "fraction" and value < 10:
        return Number(start, tokens[used].end(), value * part[1], value * part[1], "share", is_word=True)
    if part[0] == "half" and used + 1 < len(words) and (factor := lexicon.scales.get(words[used + 1])):
        more = (value + part[1]) * factor
        return Number(start, tokens[used + 1].end(), more, more, is_word=True)
    if shadow[tokens[used - 1].end() : tokens[used - 1].end() + 1] == "-" and not lexicon.between.match(
        shadow, tokens[used - 1].end(), end
    ):
        return None
    return Number(start, tokens[used - 1].end(), value, value, is_word=True)


def _follows(shadow: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether the last of some words is joined to the one before by a space or a hyphen, no other mark."""
    return len(tokens) < 2 or shadow[tokens[-2].end() : tokens[-1].start()] in (" ", "-", "\xa0")

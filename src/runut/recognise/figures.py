"""Figures: numbers with a unit or a counted noun, as intervals. Not times, names of laws, scores or telephones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runut.recognise.figures_words import FigureLexicon, figure_lexicon
from runut.recognise.numbers import read_digits, read_words
from runut.recognise.view import View
from runut.records.ids import make_id
from runut.records.marks import Bound, Figure, TimeExpression

_LOOK_BACK = 24
"""Characters before a number in which its bounding word may stand; the longest form of the tables has 20."""
_SCORE = re.compile(r"\s?-\s?\d|/\d|:\d")
_MONTHLIKE = re.compile(r"\d[-/:]$|\d\s-\s$|\+$")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number found in the text: offsets, interval, and its unit where a mark before it says so."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str = ""
    bound: Bound = "exact"


def find_figures(view: View, times: Sequence[TimeExpression]) -> tuple[Figure, ...]:
    """Every figure of an article in order, none overlapping another or a time.

    A number without a unit, a counted noun or a bounding word is none, unless it is a sum of money.
    """
    lexicon = figure_lexicon(view.pack)
    taken = [(time.span.start, time.span.end) for time in times]
    found: list[Figure] = []
    for paragraph in view.paragraphs:
        if paragraph.kind in ("byline", "date", "credit"):
            continue
        at = paragraph.start
        for number in _numbers(view.shadow, paragraph.start, paragraph.end, lexicon):
            if number.start < at or any(start < number.end and number.start < end for start, end in taken):
                continue
            figure = _figure(view, number, paragraph.end, lexicon)
            if figure:
                found.append(figure)
                at = max(figure.span.end, figure.counts.end if figure.counts else 0)
    return tuple(found)


def _numbers(shadow: str, start: int, end: int, lexicon: FigureLexicon) -> Iterator[_Number]:
    """Numbers and vague number words between two offsets, ranges joined, in order."""
    single = [n for hit in lexicon.number.finditer(shadow, start, end) if (n := _read(shadow, hit, end, lexicon))]
    vague = []
    for hit in lexicon.vague.finditer(shadow, start, end):
        ends = lexicon.approximations["vague", hit[1].lower()]
        vague.append(_Number(hit.start(), hit.end(), float(ends.low), float(ends.high), "", "about"))
    ordered = sorted([*single, *vague], key=lambda number: (number.start, -number.end))
    skip = -1
    for at, number in enumerate(ordered):
        if number.start < skip:
            continue
        following = next((other for other in ordered[at + 1 :] if other.start >= number.end), None)
        joined = _join(shadow, number, following, lexicon) if following else None
        skip = (joined or number).end
        yield joined or number


def _join(shadow: str, left: _Number, right: _Number, lexicon: FigureLexicon) -> _Number | None:
    """Two numbers that make a range ("30-40"), the second's scale and unit reaching the first."""
    if not lexicon.between.fullmatch(shadow, left.end, right.start) or left.low is None or right.high is None:
        return None
    low = left.low
    digits = shadow[left.start : left.end]
    if digits.isdigit() and right.high >= 1000 * max(low, 1):
        written = re.match(r"\D*(\d+(?:[.,]\d+)*)", shadow[right.start : right.end])
        plain = read_digits(written[1], lexicon.style) if written else None
        low = low * right.high / plain if plain else low
    if low >= right.high:
        return None
    return _Number(left.start, right.end, low, right.high, left.unit or right.unit, "exact")


def _read(shadow: str, hit: re.Match[str], end: int, lexicon: FigureLexicon) -> _Number | None:
    if hit["word"]:
        return _read_words(shadow, hit.start(), end, lexicon)
    value = read_digits(hit["digits"], lexicon.style)
    if value is None:
        return None
    scale, short, stop = hit["scale"], hit["short"], hit.end()
    if short and not hit["money"]:
        stop, short = hit.end("digits"), None
    if scale or short:
        value *= lexicon.scales.get(scale.lower() if scale else short, 1.0)
    mark = hit["money"]
    return _Number(hit.start(), stop, value, value, lexicon.units.get(("before", mark.lower()), "") if mark else "")


def _read_words(shadow: str, start: int, end: int, lexicon: FigureLexicon) -> _Number | None:
    tokens = list(lexicon.words.finditer(shadow, start, min(end, start + 90)))
    words = [token[0].lower() for token in tokens]
    if words and lexicon.style.words.get(words[0], ("",))[0] == "half":
        value, used = lexicon.style.words[words[0]][1], 1
        scale = lexicon.scales.get(words[1], 0.0) if len(words) > 1 else 0.0
        return _Number(start, tokens[bool(scale)].end(), value * (scale or 1), value * (scale or 1))
    read = read_words(words, lexicon.style)
    if read is None:
        return None
    value, used = read
    return _Number(start, tokens[used - 1].end(), value, value)


def _figure(view: View, number: _Number, end: int, lexicon: FigureLexicon) -> Figure | None:
    shadow = view.shadow
    before = shadow[max(0, number.start - _LOOK_BACK) : number.start]
    if not number.unit and (lexicon.excluded.search(before) or _MONTHLIKE.search(before)):
        return None
    if _SCORE.match(shadow, number.end):
        return None
    bounded, at = _bounded(number, before, shadow, lexicon)
    unit, stop, counts = _unit(shadow, bounded, at, end, lexicon)
    if not unit:
        return None
    start = number.start
    return Figure(
        id=make_id("fg", view.article.id, start, stop),
        span=view.span(start, stop),
        low=bounded.low,
        high=bounded.high,
        unit=unit,
        bound=bounded.bound,
        counts=view.span(*counts) if counts else None,
    )


def _bounded(number: _Number, before: str, shadow: str, lexicon: FigureLexicon) -> tuple[_Number, int]:
    """The number with the interval that a word before or after it makes, and where its unit may begin."""
    hit, kind = lexicon.before.search(before), "before"
    if hit is None:
        hit, kind = lexicon.after.match(shadow, number.end), "after"
    if hit is None or number.low is None or number.low != number.high:
        return number, number.end
    low, high, bound = lexicon.approximations[kind, hit[1].lower()].apply(number.low)
    return replace(number, low=low, high=high, bound=bound), hit.end() if kind == "after" else number.end


def _unit(
    shadow: str, number: _Number, at: int, end: int, lexicon: FigureLexicon
) -> tuple[str, int, tuple[int, int] | None]:
    """The unit, the end of the figure and the span of the counted noun; no unit where nothing says what is counted."""
    if number.unit:
        return number.unit, number.end, None
    hit = lexicon.unit_after.match(shadow, at, end)
    if hit is None:
        return "", number.end, None
    if hit["after"]:
        return lexicon.units["after", hit["after"].lower()], hit.end(), None
    noun = hit["noun"].lower()
    if noun not in lexicon.nouns:
        return "", number.end, None
    unit = lexicon.units["noun", noun]
    counted = (hit.start("noun"), hit.end("noun"))
    return (noun if unit == "unit" else unit), number.end, counted

"""Figures: numbers with a unit or a counted noun, as intervals. Not times, names of laws, scores or telephones."""

import re
from collections.abc import Sequence
from dataclasses import replace

from runut.recognise.figures_numbers import Number, find_numbers, page_style
from runut.recognise.figures_words import FigureLexicon, ending_form, figure_lexicon
from runut.recognise.view import View
from runut.records.ids import make_id
from runut.records.marks import Figure, TimeExpression

_LOOK_BACK = 24
"""Characters before a number in which its bounding word may stand; the longest form of the tables has 20."""
_SCORE = re.compile(r"\s?[-–]\s?\d|/\d|:\d")
_NUMBERLIKE = re.compile(r"\d[-–/:]$|\d\s[-–]\s$|\+$|@\S*$")
_NOUN = re.compile(r"(?:\s\([^()\d]{3,40}\))?\s([^\W\d_]+(?:-[^\W\d_]+)*)")
_REACH = 3
"""Words after a number among which its counted noun is looked for ("20 armed young men")."""


def find_figures(view: View, times: Sequence[TimeExpression]) -> tuple[Figure, ...]:
    """Every figure of an article in order, none overlapping another or a time.

    A number without a unit, a counted noun or a bounding word is none, unless it is a sum of money or in millions.
    """
    lexicon = figure_lexicon(view.pack)
    taken = [(time.span.start, time.span.end) for time in times]
    style = page_style(view.shadow, lexicon.style, taken)
    found: list[Figure] = []
    upcoming, bare = 0, None
    for paragraph in view.paragraphs:
        if paragraph.kind in ("byline", "date", "credit"):
            continue
        at, passed = paragraph.start, -1
        for number in find_numbers(view.shadow, paragraph.start, paragraph.end, paragraph.sentences, lexicon, style):
            while upcoming < len(taken) and taken[upcoming][1] <= number.start:
                upcoming += 1
            if number.start < at or (upcoming < len(taken) and taken[upcoming][0] < number.end):
                continue
            named, listed = _is_named(view.shadow, number, passed, lexicon)
            figure = None if named else _figure(view, number, paragraph.end, lexicon)
            if listed and not (figure and _is_sure(figure, view.shadow, lexicon)):
                figure, named = None, True
            passed = number.end if named else passed
            if (
                figure is None
                and not named
                and found
                and _is_of_them(view, number, found[-1], paragraph.sentences, lexicon)
            ):
                figure = _part(view, number, found[-1], lexicon)
            if figure and bare and lexicon.whole.fullmatch(view.shadow, bare.end, figure.span.start):
                found.append(_part(view, bare, figure, lexicon))
            bare = None if figure or named or (number.is_word and number.low == 1) else number
            if figure:
                found.append(figure)
                at = max(figure.span.end, figure.counts.end if figure.counts else 0)
    return tuple(found)


def _is_named(shadow: str, number: Number, passed: int, lexicon: FigureLexicon) -> tuple[bool, bool]:
    """Whether a number is a name, not a count, after a word such as "Pasal"; and whether it goes on a list of those."""
    if number.unit:
        return False, False
    before = shadow[max(0, number.start - _LOOK_BACK) : number.start]
    listed = 0 <= passed <= number.start and _LIST.fullmatch(shadow, passed, number.start) is not None
    return bool(ending_form(before.rstrip(" .:-#"), lexicon.excluded)), listed


def _is_sure(figure: Figure, shadow: str, lexicon: FigureLexicon) -> bool:
    """Whether a figure's unit or counted noun is one of the tables."""
    counts = figure.counts
    return counts is None or shadow[counts.start : counts.end].lower() in lexicon.nouns


_LIST = re.compile(r",?\s?(?:[^\W\d_]{2,3}\s)?")
"""What stands between two numbers of a list: a comma, a word such as "dan" or "and"."""


def _figure(view: View, number: Number, end: int, lexicon: FigureLexicon) -> Figure | None:
    shadow = view.shadow
    before = shadow[max(0, number.start - _LOOK_BACK) : number.start]
    if not number.unit and (_NUMBERLIKE.search(before) or _SCORE.match(shadow, number.end)):
        return None
    if number.unit == "ordinal":
        return _ordinal(view, number, before, end, lexicon)
    bounded, at = _bounded(number, before, shadow, lexicon)
    unit, stop, counts = _unit(shadow, bounded, at, end, lexicon)
    if not unit and (bounded.low or bounded.high or 0) >= _LARGE and not number.is_word:
        unit = "number"
    if not unit or (unit == "magnitude" and not re.search(r"[.,]", shadow[number.start : number.end])):
        return None
    bounded = _thousands(number, bounded, unit, before, shadow, lexicon)
    return Figure(
        id=make_id("fg", view.article.id, number.start, stop),
        span=view.span(number.start, stop),
        low=bounded.low,
        high=bounded.high,
        unit=unit,
        bound=bounded.bound,
        counts=view.span(*counts) if counts else None,
    )


def _is_of_them(
    view: View, number: Number, last: Figure, sentences: Sequence[tuple[int, int]], lexicon: FigureLexicon
) -> bool:
    """Whether a bare number is of what the last figure of its sentence counts: "314 houses, 58 of them"."""
    start = max((first for first, _ in sentences if first <= number.start), default=0)
    if number.unit or last.counts is None or last.span.start < start:
        return False
    return lexicon.of_them.match(view.shadow, number.end) is not None


def _part(view: View, number: Number, whole: Figure, lexicon: FigureLexicon) -> Figure:
    """The figure of a bare number beside its whole ("16 of the 35 seats"): of the same unit and noun."""
    before = view.shadow[max(0, number.start - _LOOK_BACK) : number.start]
    bounded, _ = _bounded(number, before, view.shadow, lexicon)
    span = view.span(number.start, number.end)
    return replace(
        whole,
        id=make_id("fg", view.article.id, number.start, number.end),
        span=span,
        low=bounded.low,
        high=bounded.high,
        bound=bounded.bound,
    )


_LARGE = 1_000_000
"""A number so large is a figure even when its noun stands before it ("investors reached 17 million")."""
_DIVISIBLE = re.compile(r"percent|share|point|metre|degree|litre|gram|tonne|hectare|magnitude|knot|watt|mile|foot|inch")
"""Units of which a thousandth is told."""


def _thousands(number: Number, bounded: Number, unit: str, before: str, shadow: str, lexicon: FigureLexicon) -> Number:
    """The number with its only mark read as one of thousands, where what it counts has no thousandths."""
    if not number.written or _DIVISIBLE.search(unit):
        return bounded
    value = float(number.written.replace(".", "").replace(",", ""))
    if value == number.low:
        return bounded
    return _bounded(replace(number, low=value, high=value), before, shadow, lexicon)[0]


def _ordinal(view: View, number: Number, before: str, end: int, lexicon: FigureLexicon) -> Figure | None:
    """A rank in a row ("kunjungan ketiga", "the third visit"), where a counted noun stands beside it."""
    shadow = view.shadow
    word = re.search(r"([^\W\d_]+)\s$", before)
    after = _NOUN.match(shadow, number.end, end)
    if lexicon.endings:
        is_noun = after and (after[1] in lexicon.time_units or (after[1].islower() and after[1] not in lexicon.never))
        noun = after if is_noun else None
        counts = (noun.start(1), noun.end(1)) if noun else None
    else:
        follows = bool(after and after[1].islower() and after[1] not in lexicon.never)
        counted = word is not None and (word[1] in lexicon.nouns or word[1] in lexicon.time_units)
        usable = counted or (word and word[1].islower() and word[1] not in lexicon.never and not follows)
        counts = (number.start - len(word[0]), number.start - 1) if word and usable else None
    if counts is None:
        return None
    return Figure(
        id=make_id("fg", view.article.id, number.start, number.end),
        span=view.span(number.start, number.end),
        low=number.low,
        high=number.high,
        unit="ordinal",
        bound="exact",
        counts=view.span(*counts),
    )


def _bounded(number: Number, before: str, shadow: str, lexicon: FigureLexicon) -> tuple[Number, int]:
    """The number with the interval that a word before or after it makes, and where its unit may begin."""
    word, kind, at = ending_form(before, lexicon.before), "before", number.end
    if not word and (hit := lexicon.after.match(shadow, number.end)):
        word, kind, at = hit[1].lower(), "after", hit.end()
    if not word or number.low is None:
        return number, number.end
    if number.low != number.high or number.bound != "exact":
        return replace(number, bound="about"), at
    low, high, bound = lexicon.approximations[kind, word].apply(number.low)
    return replace(number, low=low, high=high, bound=bound), at


def _unit(
    shadow: str, number: Number, at: int, end: int, lexicon: FigureLexicon
) -> tuple[str, int, tuple[int, int] | None]:
    """The unit, the end of the figure and the span of the counted noun; no unit where nothing says what is counted."""
    if number.unit and number.unit != "share":
        return number.unit, number.end, None
    hit = None if number.unit else lexicon.unit_after.match(shadow, at, end)
    if hit:
        return lexicon.units["after", hit[1].lower()], hit.end(), None
    counted = _counted(shadow, number, at, end, lexicon)
    if counted is None:
        return number.unit, number.end, None
    noun, place = counted
    unit = lexicon.units.get(("noun", noun), "unit")
    return number.unit or (noun if unit == "unit" else unit), number.end, place


def _counted(
    shadow: str, number: Number, at: int, end: int, lexicon: FigureLexicon
) -> tuple[str, tuple[int, int]] | None:
    """The noun after a number and its place: one of the tables near by, or else the next word that may be one."""
    told = lexicon.link.match(shadow, at, end)
    if told and told[1].lower() in lexicon.nouns:
        return told[1].lower(), told.span(1)
    words: list[re.Match[str]] = []
    place = at
    while len(words) < _REACH and (hit := _NOUN.match(shadow, place, end)):
        words.append(hit)
        place = hit.end()
        if hit[1].lower() in lexicon.never:
            break
    if words and words[0][1].lower() in lexicon.classifiers:
        rest = words[1] if len(words) > 1 and _may_be_noun(words[1][1], lexicon) else None
        noun = (rest or words[0])[1].lower()
        return noun, (words[0].start(1), (rest or words[0]).end(1))
    for at_, hit in enumerate(words):
        low = hit[1].lower()
        if low in lexicon.nouns and (at_ == 0 or lexicon.endings):
            return low, (hit.start(1), hit.end(1))
        if low in lexicon.never:
            break
    open_ended = [hit for hit in words if _may_be_noun(hit[1], lexicon)][: None if lexicon.endings else 1]
    if (
        not open_ended
        or (number.is_word and number.low == 1)
        or (not lexicon.endings and open_ended[0] is not words[0])
    ):
        return None
    return open_ended[0][1].lower(), (open_ended[0].start(1), open_ended[0].end(1))


def _may_be_noun(word: str, lexicon: FigureLexicon) -> bool:
    """Whether a word that no table counts may be a counted noun: in small letters, no function word, rightly ended."""
    if not word.islower() or word in lexicon.never or len(word) < _SHORTEST:
        return False
    return word.endswith(lexicon.endings) if lexicon.endings else not word.startswith(lexicon.verb_prefixes)


_SHORTEST = 3
"""Letters of the shortest noun ("lap", "set"); shorter ones are particles and abbreviations."""

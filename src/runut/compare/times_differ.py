"""The same happening or utterance with another date, in two sentences that tell the same."""

from collections.abc import Iterable, Iterator
from functools import cache

from runut.compare.aligned import Aligned
from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.occasion import (
    are_one,
    days_apart,
    is_copied,
    other_subject,
    same_figures,
    strangers_near,
    tell_of_one,
)
from runut.compare.scope import moves, scope_words
from runut.compare.stretches import Piece, Stretch, printed_at
from runut.languages.pack import load_pack
from runut.records.claims import Tier
from runut.records.marks import TimeExpression
from runut.records.spans import Span
from runut.text.distance import words_of

CERTAIN_CONTEXT = 8.0
"""Weight of equal words around two dates from which they date one thing."""
CERTAIN_ORDER = 0.6
LEAST_CONTEXT = 6.0
SAME_SENTENCE = 0.95
"""Likeness of order from which two sentences are copies: even of what changes by the hour they tell one thing."""
WEEK = 6
"""Days by which a bare weekday may differ from another day: farther off it is of another week, by our reading."""
BESIDE = 4
"""Pieces behind a date among which a word for a clock that is not the reader's belongs to it."""
GRAINS = ("day", "month", "year")


def times_differ(material: Material, aligned: Iterable[Aligned]) -> Iterator[Difference]:
    """Printed dates that face each other and exclude each other, the only such in their sentences."""
    for one in aligned:
        found = []
        for a, b in one.facing():
            left, right = one.left.pieces[a].time, one.right.pieces[b].time
            if left and right and _exclude(left, right):
                found.append((a, b))
        if len(found) != 1 or not same_figures(one):
            continue
        a, b = found[0]
        tier = _tier(material, one, a, b)
        if tier:
            yield _difference(material, one, a, b, tier)


def _exclude(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether two expressions of one grain have no day in common."""
    if left.grain != right.grain or left.grain not in GRAINS:
        return False
    if not (left.first and left.last and right.first and right.last):
        return False
    return left.last < right.first or right.last < left.first


def _tier(material: Material, one: Aligned, a: int, b: int) -> Tier | None:
    left, right = one.left.pieces[a], one.right.pieces[b]
    if not (_is_printed(material, one.left, left) and _is_printed(material, one.right, right)):
        return None
    if _year_is_read(material, left, right) or _week_is_read(material, one, left, right):
        return None
    strangers = strangers_near(material, one, a, b)
    if (strangers and not are_one(one)) or other_subject(one, a, b) or _elsewhere(one, a, b):
        return None
    if _zones(one, a, b) or _is_serial(material, one, left, right) or (moves(one.left) and one.order < SAME_SENTENCE):
        return None
    if _known_to_other(material, one, a, b):
        return "C" if one.context_of(a, b) >= LEAST_CONTEXT else None
    if one.context_of(a, b) < LEAST_CONTEXT:
        return None
    certain = one.context(a, a + 1) >= CERTAIN_CONTEXT and one.order >= CERTAIN_ORDER and _touches(one, a, b)
    certain = certain and not strangers and tell_of_one(one) and not _is_night(material, one, left, right)
    return "B" if certain else "C"


def _is_night(material: Material, one: Aligned, left: Piece, right: Piece) -> bool:
    """Whether two days beside each other are told with a part of the day: one night has two dates."""
    assert left.time and right.time and left.time.first and right.time.first
    if days_apart(left.time.first, right.time.first) > 1:
        return False
    pack = load_pack(one.left.language)
    parts = {form.casefold() for form in pack.forms("time_words", role="part")} if pack else set()
    for stretch, piece in ((one.left, left), (one.right, right)):
        words = words_of(material.shadow[stretch.article], piece.start, min(piece.end + 12, stretch.span.end))
        if any(word.folded in parts for word in words):
            return True
    return False


def _is_printed(material: Material, stretch: Stretch, piece: Piece) -> bool:
    """Whether a date is printed in full enough to need no reading of ours: a day or a year in figures, or a weekday."""
    time = piece.time
    assert time
    text = printed_at(material, stretch, piece)
    in_full = any(char.isdigit() for char in text) or text.casefold() in _weekdays(stretch.language)
    return in_full and not time.flags and time.anchor in ("none", "published")


@cache
def _weekdays(language: str) -> frozenset[str]:
    pack = load_pack(language)
    rows = pack.table("calendar") if pack else ()
    return frozenset(row["form"].casefold() for row in rows if row["kind"] == "weekday")


def _year_is_read(material: Material, left: Piece, right: Piece) -> bool:
    """Whether two dates are one day of two years, and a page prints no year: the difference is our reading, not its."""
    assert left.time and right.time and left.time.first and right.time.first
    if left.time.grain == "year" or left.time.first[5:] != right.time.first[5:]:
        return False
    return any(time.first[:4] not in material.text(time.span) for time in (left.time, right.time) if time.first)


def _week_is_read(material: Material, one: Aligned, left: Piece, right: Piece) -> bool:
    """Whether a bare weekday may be the other day of another week, or of the same name: its week is our reading."""
    assert left.time and right.time and left.time.first and right.time.first
    shown = printed_at(material, one.left, left).casefold(), printed_at(material, one.right, right).casefold()
    if not any(text in _weekdays(one.left.language) for text in shown):
        return False
    when = material.published(one.left.article), material.published(one.right.article)
    apart = days_apart(when[0], when[1]) if when[0] and when[1] else WEEK
    return shown[0] == shown[1] or apart > 1 or days_apart(left.time.first, right.time.first) > WEEK


def _elsewhere(one: Aligned, a: int, b: int) -> bool:
    """Whether either sentence has the other's date too, for something else."""
    left, right = one.left.pieces[a].time, one.right.pieces[b].time
    assert left and right
    mine = [p.time for i, p in enumerate(one.left.pieces) if p.time and i != a]
    other = [p.time for i, p in enumerate(one.right.pieces) if p.time and i != b]
    return any(t.first == right.first for t in mine) or any(t.first == left.first for t in other)


def _known_to_other(material: Material, one: Aligned, a: int, b: int) -> bool:
    """Whether both articles have both dates: each tells of both."""
    left, right = one.left.pieces[a].time, one.right.pieces[b].time
    assert left and right
    mine = {time.first for time in material.found[one.left.article].times if time.grain == left.grain}
    other = {time.first for time in material.found[one.right.article].times if time.grain == left.grain}
    return right.first in mine and left.first in other


def _zones(one: Aligned, a: int, b: int) -> bool:
    """Whether two days beside each other may be one moment on two clocks: a word for another's clock stands by."""
    left, right = one.left.pieces[a], one.right.pieces[b]
    assert left.time and right.time and left.time.first and right.time.first
    if days_apart(left.time.first, right.time.first) > 1:
        return False
    words = scope_words(one.left.language, "zone")
    near = (*one.left.pieces[a + 1 : a + 1 + BESIDE], *one.right.pieces[b + 1 : b + 1 + BESIDE])
    return any(piece.word in words for piece in near) or any("T" in (t.value or "") for t in (left.time, right.time))


def _is_serial(material: Material, one: Aligned, left: Piece, right: Piece) -> bool:
    """Whether each date is the day of its own page, and the pages are of different days: the same said of two days."""
    when = material.published(one.left.article), material.published(one.right.article)
    assert left.time and right.time and left.time.first and right.time.first
    if when[0] is None or when[1] is None or when[0][:10] == when[1][:10]:
        return False
    return days_apart(when[0], left.time.first) <= 1 and days_apart(when[1], right.time.first) <= 1


def _touches(one: Aligned, a: int, b: int) -> bool:
    """Whether the next content piece before or after the dates is the same."""
    matched = dict(one.matches)
    for step in (-1, 1):
        i, j = a + step, b + step
        while 0 <= i < len(one.left.pieces) and one.left.pieces[i].kind == "function":
            i += step
        while 0 <= j < len(one.right.pieces) and one.right.pieces[j].kind == "function":
            j += step
        if 0 <= i < len(one.left.pieces) and matched.get(i) == j:
            return True
    return False


def _difference(material: Material, one: Aligned, a: int, b: int, tier: Tier) -> Difference:
    left, right = one.left.pieces[a], one.right.pieces[b]
    assert left.time and right.time
    spans = Span(one.left.article, left.start, left.end), Span(one.right.article, right.start, right.end)
    shown = (material.text(spans[0]), material.text(spans[1]))
    return Difference(
        kind="date",
        tier=tier,
        severity="high",
        rule="date-differs",
        slot=left.time.grain,
        left=left.time.first or "",
        right=right.time.first or "",
        shown=shown,
        spans=spans,
        values=(*shown, left.time.value or "", right.time.value or ""),
        verbatim=is_copied(material, one),
    )

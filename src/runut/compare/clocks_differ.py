"""The same happening at another time of one day, in two sentences that tell the same."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from runut.compare.aligned import Aligned
from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.occasion import is_copied, other_subject, strangers_near
from runut.compare.scope import moves, scope_words
from runut.compare.stretches import Piece, Stretch
from runut.languages.pack import load_pack
from runut.records.claims import Tier
from runut.records.spans import Span

_CLOCK = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<hour>\d\d):(?P<minute>\d\d)")
_HALF_OF_DAY = re.compile(r"\b[ap]\.?m\b|\b(?:0\d|1[3-9]|2[0-4])[.:]\d\d", re.IGNORECASE)
"""A clock time that can mean one half of the day alone: "10:40 p.m.", "06.15", "18.15"."""
LEAST_CONTEXT = 7.0
EXACT_MINUTES = 2
"""Minutes by which two exact times must differ: one is within what clocks and reporters do."""
ABOUT_MINUTES = 20
"""Minutes by which times must differ when one is only about right."""


def clocks_differ(material: Material, aligned: Iterable[Aligned]) -> Iterator[Difference]:
    """Times of one day that face each other and differ, the only such in their sentences; never on two clocks."""
    for one in aligned:
        if moves(one.left) or moves(one.right) or _zoned(one):
            continue
        found = [(a, b, gap) for a, b in one.facing() if (gap := _gap(material, one, a, b))]
        if len(found) != 1:
            continue
        a, b, gap = found[0]
        if strangers_near(material, one, a, b) or other_subject(one, a, b) or _elsewhere(one, a, b):
            continue
        if _known_to_other(material, one, a, b) or (gap % 60 == 0 and _last_words(material, one, a, b)):
            continue
        about = _is_about(one.left, a) + _is_about(one.right, b)
        if gap >= (EXACT_MINUTES, ABOUT_MINUTES, ABOUT_MINUTES)[about] and one.context_of(a, b) >= LEAST_CONTEXT:
            yield _difference(material, one, a, b, "C" if about == 2 else "B")


def minute_of(piece: Piece) -> tuple[str, int] | None:
    """The day and the minute of the day of a time, or None where it has no clock."""
    match = _CLOCK.match(piece.time.value or "") if piece.time else None
    return (match["day"], 60 * int(match["hour"]) + int(match["minute"])) if match else None


def _gap(material: Material, one: Aligned, a: int, b: int) -> int | None:
    """Minutes between two clock times of one day; None where they are equal, or not two such times.

    Half a day apart they are equal too, unless both are printed so that one half of the day alone can be meant.
    """
    left, right = minute_of(one.left.pieces[a]), minute_of(one.right.pieces[b])
    if left is None or right is None or left[0] != right[0]:
        return None
    gap = abs(left[1] - right[1])
    sure = all(map(_HALF_OF_DAY.search, _printed(material, one, a, b)))
    return None if gap == 0 or (gap == 12 * 60 and not sure) else gap


def _zoned(one: Aligned) -> bool:
    """Whether a sentence tells the time of a clock that is not the reader's."""
    words = scope_words(one.left.language, "zone")
    return any(piece.word in words for stretch in (one.left, one.right) for piece in stretch.pieces)


def _elsewhere(one: Aligned, a: int, b: int) -> bool:
    """Whether either sentence has another time of day too: the start and the end of something."""
    mine = [p for i, p in enumerate(one.left.pieces) if i != a and minute_of(p)]
    other = [p for i, p in enumerate(one.right.pieces) if i != b and minute_of(p)]
    return bool(mine or other)


def _last_words(material: Material, one: Aligned, a: int, b: int) -> bool:
    """Whether two times end in two words: the clocks of two zones."""
    left, right = (printed.split()[-1].casefold() for printed in _printed(material, one, a, b))
    return left != right and not (_HALF_OF_DAY.search(left) and _HALF_OF_DAY.search(right))


def _printed(material: Material, one: Aligned, a: int, b: int) -> tuple[str, str]:
    """Two times as the pages print them."""
    left, right = one.left.pieces[a], one.right.pieces[b]
    return (
        material.text(Span(one.left.article, left.start, left.end)),
        material.text(Span(one.right.article, right.start, right.end)),
    )


def _known_to_other(material: Material, one: Aligned, a: int, b: int) -> bool:
    """Whether either article has the other's time of day too: it tells of both."""
    left, right = one.left.pieces[a].time, one.right.pieces[b].time
    mine = {time.value for time in material.found[one.left.article].times}
    other = {time.value for time in material.found[one.right.article].times}
    return bool((right and right.value in mine) or (left and left.value in other))


@cache
def _about(language: str) -> frozenset[str]:
    pack = load_pack(language)
    return frozenset(pack.forms("approximations", kind="before")) if pack else frozenset()


def _is_about(stretch: Stretch, at: int) -> bool:
    """Whether a word of approximation stands right before a time."""
    return any(piece.word in _about(stretch.language) for piece in stretch.pieces[max(0, at - 2) : at + 1])


def _difference(material: Material, one: Aligned, a: int, b: int, tier: Tier) -> Difference:
    left, right = one.left.pieces[a], one.right.pieces[b]
    spans = Span(one.left.article, left.start, left.end), Span(one.right.article, right.start, right.end)
    shown = _printed(material, one, a, b)
    return Difference(
        kind="date",
        tier=tier,
        severity="medium",
        rule="clock-differs",
        slot="",
        left=left.time.value or "" if left.time else "",
        right=right.time.value or "" if right.time else "",
        shown=shown,
        spans=spans,
        values=shown,
        verbatim=is_copied(material, one),
    )

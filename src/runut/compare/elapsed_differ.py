"""How long before or after one event something happened: told with two lengths, or with clocks in the wrong order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.compare.clocks_differ import minute_of
from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.scope import scope_words
from runut.compare.stretches import Piece, Stretch
from runut.records.marks import TimeExpression
from runut.records.spans import Span

_LENGTH = re.compile(r"P(?P<clock>T)?(?P<count>\d+)(?P<unit>[SMHDWY])")
SECONDS = {"TS": 1, "TM": 60, "TH": 3600, "D": 86400, "W": 604800, "M": 2629800, "Y": 31557600}
AT_LEAST = 2.0
"""Times by which two lengths must differ: people guess lengths of time."""
EVENT_WORDS = 2
"""Content words after "after" that must be the same: the event that the length is counted from."""


@dataclass(frozen=True, slots=True)
class _Elapsed:
    span: Span
    seconds: float
    event: tuple[str, ...]


def elapsed_differs(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Lengths of time from the same event, in two articles, that differ by a factor of two or more."""
    found = [elapsed for stretch in stretches for elapsed in _lengths(stretch)]
    for left, right in combinations(found, 2):
        if left.event != right.event or left.span.article == right.span.article:
            continue
        if max(left.seconds, right.seconds) < AT_LEAST * min(left.seconds, right.seconds):
            continue
        shown = (material.text(left.span), material.text(right.span))
        yield Difference(
            kind="number",
            tier="B",
            severity="medium",
            rule="elapsed-differs",
            slot=" ".join(left.event),
            left=f"{left.seconds:.0f}",
            right=f"{right.seconds:.0f}",
            shown=shown,
            spans=(left.span, right.span),
            values=shown,
        )


def clocks_out_of_order(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """A time told again as so long after (before) another time that comes later (earlier): "at 13.38, or a minute after
    taking off at 13.39". What one sentence says cannot be.
    """
    for stretch in stretches:
        sides, again = scope_words(stretch.language, "elapsed"), scope_words(stretch.language, "again")
        for at, piece in enumerate(stretch.pieces[:-2]):
            side = sides.get(stretch.pieces[at + 1].word)
            if _seconds(piece) is None or side is None:
                continue
            before = next((p for p in reversed(stretch.pieces[:at]) if minute_of(p)), None)
            behind = next((p for p in stretch.pieces[at + 2 :] if minute_of(p)), None)
            if before is None or behind is None:
                continue
            between = stretch.pieces[stretch.pieces.index(before) + 1 : at]
            gap = _later_by(before, behind)
            if any(p.word in again for p in between) and gap is not None and gap * (1 if side == "after" else -1) < 0:
                yield _impossible(material, Span(stretch.article, before.start, behind.end), before, behind)


def _later_by(piece: Piece, other: Piece) -> int | None:
    """Minutes by which one clock time is later than another of the same day; None for two days."""
    mine, theirs = minute_of(piece), minute_of(other)
    return mine[1] - theirs[1] if mine and theirs and mine[0] == theirs[0] else None


def _impossible(material: Material, span: Span, before: Piece, behind: Piece) -> Difference:
    shown = tuple(material.text(Span(span.article, piece.start, piece.end)) for piece in (before, behind))
    return Difference(
        kind="garbled",
        tier="B",
        severity="medium",
        rule="clocks-out-of-order",
        slot="",
        left=shown[0],
        right=shown[1],
        shown=(shown[0], shown[1]),
        spans=(span, span),
        values=shown,
    )


def _lengths(stretch: Stretch) -> Iterator[_Elapsed]:
    """Stated lengths right before a word of sequence, with the event that follows it."""
    words = scope_words(stretch.language, "elapsed")
    for at, piece in enumerate(stretch.pieces[:-2]):
        seconds = _seconds(piece)
        following = stretch.pieces[at + 1]
        if seconds is None or following.word not in words or following.start - piece.end > 2:
            continue
        event = [p for p in stretch.pieces[at + 2 : at + 2 + EVENT_WORDS + 1] if p.kind in ("word", "name")]
        if len(event) >= EVENT_WORDS:
            keys = (following.key, *(p.key for p in event[:EVENT_WORDS]))
            yield _Elapsed(Span(stretch.article, piece.start, event[EVENT_WORDS - 1].end), seconds, keys)


def length_of(time: TimeExpression | None) -> tuple[int, str] | None:
    """A stated length as how many of which unit (a key of `SECONDS`); None for a time that is no plain length."""
    match = _LENGTH.fullmatch(time.value or "") if time else None
    return (int(match["count"]), f"{match['clock'] or ''}{match['unit']}") if match else None


def _seconds(piece: Piece) -> float | None:
    length = length_of(piece.time)
    unit = SECONDS.get(length[1]) if length else None
    return length[0] * float(unit) if length and unit else None

"""The same quantity with another number, in two sentences that tell the same."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from runut.compare.aligned import SAME_SHARED, Aligned
from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.occasion import (
    apart_in_time,
    are_one,
    days_apart,
    hours_apart,
    is_copied,
    other_subject,
    strangers_near,
    tell_of_one,
)
from runut.compare.rounding import is_digit_slip, same_number
from runut.compare.scope import COUNTED, counted_noun, estimators, has_scope, moves, scope_words, stages, state_of
from runut.compare.stretches import Piece, Stretch, printed_at
from runut.records.claims import Tier
from runut.records.marks import Figure
from runut.records.spans import Span

CERTAIN_CONTEXT = 7.0
"""Weight of equal words around two numbers from which they are in one slot: three or four rare words."""
MOST_HOURS = 18.0
"""Hours between two pages of one count; with more, the count may have changed without a word of it."""
SMALL_MONEY = {"IDR": 1000.0}
"""Sums below which nothing is sold."""
HALF_FRAMED = 9.0
"""The same where only one side's nearest word is the same."""
CERTAIN_SHARED = 0.5
"""Share of both sentences' weight in common from which a lone difference in number is a conflict."""
CERTAIN_ORDER = 0.75
"""Likeness of order from which two sentences are one sentence; below, a count of another moment or place came in."""


def numbers_differ(material: Material, near: Iterable[Aligned]) -> Iterator[Difference]:
    """Differences in number that all gates let through, in aligned sentences; slips of digits in near ones too."""
    for one in near:
        facing = [(a, b) for a, b in one.facing() if one.left.pieces[a].figure and one.right.pieces[b].figure]
        differing = [(a, b) for a, b in facing if not _same(material, one, a, b)]
        if len(differing) != 1 or apart_in_time(one.left, one.right):
            continue
        a, b = differing[0]
        if not one.firm and not _is_slip(one, a, b):
            continue
        tier = _tier(material, one, a, b, len(facing) - 1)
        if tier:
            left, right = (one.left, one.left.pieces[a]), (one.right, one.right.pieces[b])
            copied = is_copied(material, one) and not _may_have_grown(material, one, a, b)
            yield replace(figure_difference(material, left, right, tier), verbatim=copied)


def _may_have_grown(material: Material, one: Aligned, a: int, b: int) -> bool:
    """Whether people are counted and the later page has more of them: they may have come meanwhile."""
    left, right = one.left.pieces[a].figure, one.right.pieces[b].figure
    when = material.published(one.left.article), material.published(one.right.article)
    if left is None or right is None or left.unit != "person" or when[0] == when[1]:
        return False
    return ((left.low or 0.0) < (right.low or 0.0)) == ((when[0] or "") < (when[1] or ""))


def _is_slip(one: Aligned, a: int, b: int) -> bool:
    """Whether two figures differ as a slip of digits makes them: enough in sentences that are only near each other."""
    left, right = one.left.pieces[a].figure, one.right.pieces[b].figure
    return left is not None and right is not None and is_digit_slip(left, right)


def _same(material: Material, one: Aligned, a: int, b: int) -> bool:
    left, right = one.left.pieces[a], one.right.pieces[b]
    assert left.figure and right.figure
    figures = left.figure, right.figure
    if left.figure.bound == right.figure.bound == "at-least":
        figures = _as_printed(left.figure), _as_printed(right.figure)
    return same_number(*figures, printed_at(material, one.left, left), printed_at(material, one.right, right))


def _as_printed(figure: Figure) -> Figure:
    """A figure without an upper end as the number that is printed: "at least 12" and "at least 21" are two counts."""
    return replace(figure, high=figure.low, bound="exact") if figure.high is None else figure


def _tier(material: Material, one: Aligned, a: int, b: int, siblings: int) -> Tier | None:
    left, right = one.left.pieces[a], one.right.pieces[b]
    assert left.figure and right.figure
    if left.figure.bound != right.figure.bound or left.figure.low is None or right.figure.low is None:
        return None
    nouns = [counted_noun(material.shadow[s.article], p, s.language) for s, p in ((one.left, left), (one.right, right))]
    if nouns[0] != nouns[1] or _elsewhere(material, one, a, b):
        return None
    if has_scope(one.left, a, "part") != has_scope(one.right, b, "part"):
        return None
    if (moves(one.left) or moves(one.right)) and not (_is_slip(one, a, b) and _is_one_sentence(material, one, a)):
        return None
    if state_of(one.left, a) in COUNTED or _lost_scale(left.figure, right.figure):
        return None
    if not _states_meet(one, a, b) or stages(one.left) != stages(one.right):
        return None
    guessed = estimators(one.left), estimators(one.right)
    if guessed[0] and guessed[1] and guessed[0].isdisjoint(guessed[1]):
        return None
    strangers = strangers_near(material, one, a, b)
    if (strangers and not are_one(one)) or other_subject(one, a, b) or _part_of_other(material, left, right):
        return None
    if may_have_changed(material, (one.left, a), (one.right, b)):
        return "C" if _is_one_sentence(material, one, a) or is_digit_slip(left.figure, right.figure) else None
    if _known_to_other(material, one, a, b) and not _is_one_sentence(material, one, a):
        return None
    if _is_rank(material, one.left, left) or _is_rank(material, one.right, right):
        return None
    context, sides = one.context(a, a + 1), _framed(one, a, b)
    if not sides or (a, b) not in one.matches:
        return "C" if one.context_of(a, b) >= CERTAIN_CONTEXT else None
    needed = CERTAIN_CONTEXT if sides == 2 else HALF_FRAMED
    certain = context >= needed and (one.shared >= CERTAIN_SHARED or siblings)
    if (
        not certain
        or left.figure.bound != "exact"
        or strangers
        or one.order < CERTAIN_ORDER
        or not tell_of_one(one)
        or _hours_apart(material, one) > MOST_HOURS
    ):
        return "C"
    return "B"


def _states_meet(one: Aligned, a: int, b: int) -> bool:
    """Whether two counts are of people in one state; where one side names none nearby, anywhere in its sentence."""
    left, right = state_of(one.left, a), state_of(one.right, b)
    if left == right or (left and right):
        return left == right
    states = scope_words(one.left.language, "state")
    bare = one.right if left else one.left
    return any(states.get(piece.word) == (left or right) for piece in bare.pieces)


def _hours_apart(material: Material, one: Aligned) -> float:
    when = material.published(one.left.article), material.published(one.right.article)
    return hours_apart(when[0], when[1]) if when[0] and when[1] else 0.0


def _known_to_other(material: Material, one: Aligned, a: int, b: int) -> bool:
    """Whether either article has the other's number too, of the same unit: it tells of both."""
    left, right = one.left.pieces[a].figure, one.right.pieces[b].figure
    assert left and right
    mine = material.found[one.left.article].figures
    other = material.found[one.right.article].figures
    return any(f.unit == right.unit and f.low == right.low for f in mine) or any(
        f.unit == left.unit and f.low == left.low for f in other
    )


def _is_rank(material: Material, stretch: Stretch, piece: Piece) -> bool:
    """Whether a number is an ordinal, or its digits are torn apart."""
    assert piece.figure
    printed = printed_at(material, stretch, piece)
    if is_torn(piece) or (printed[:1].isalpha() and "-" in printed):
        return True
    return not any(char.isdigit() for char in printed) and (piece.figure.counts is None)


def is_torn(piece: Piece) -> bool:
    """Whether a figure is a sum of money too small to be one: its digits are torn apart."""
    figure = piece.figure
    return bool(figure and figure.unit in SMALL_MONEY and (figure.low or 0.0) < SMALL_MONEY[figure.unit])


def _lost_scale(left: Figure, right: Figure) -> bool:
    """Whether the two differ by a thousand, a million and so on: a word of scale is lost, which is another matter."""
    low, high = sorted((left.low or 0.0, right.low or 0.0))
    return low > 0 and any(abs(high / low / power - 1) < 1e-9 for power in (1e6, 1e9, 1e12))


def _elsewhere(material: Material, one: Aligned, a: int, b: int) -> bool:
    """Whether the other sentence has the number too, for something else."""
    for stretch, at, other, piece in (
        (one.right, b, one.left, one.left.pieces[a]),
        (one.left, a, one.right, one.right.pieces[b]),
    ):
        for index, near in enumerate(stretch.pieces):
            if index == at or near.figure is None or piece.figure is None or near.figure.unit != piece.figure.unit:
                continue
            printed = printed_at(material, stretch, near), printed_at(material, other, piece)
            if near.figure.bound == "exact" and same_number(near.figure, piece.figure, *printed):
                return True
    return False


def _part_of_other(material: Material, left: Piece, right: Piece) -> bool:
    """Whether the gap between two numbers is itself a figure of one of the articles: a part and its whole."""
    assert left.figure and right.figure
    gap = abs((left.figure.low or 0.0) - (right.figure.low or 0.0))
    return any(
        figure.unit == left.figure.unit and figure.low == figure.high and abs((figure.low or 0.0) - gap) < 1e-9
        for article in {left.figure.span.article, right.figure.span.article}
        for figure in material.found[article].figures
        if gap >= 10
    )


def may_have_changed(material: Material, left: tuple[Stretch, int], right: tuple[Stretch, int]) -> bool:
    """Whether time explains that two figures differ: a count of people that grew, or pages of different days.

    Each is a sentence and the index of the figure in it.
    """
    states = [state_of(*side) for side in (left, right) if _counts(*side)]
    when = material.published(left[0].article), material.published(right[0].article)
    if when[0] is None or when[1] is None:
        return any(states)
    if days_apart(when[0], when[1]) > 1:
        return True
    if any(states) or has_scope(*left, "passing") or has_scope(*right, "passing"):
        values = [figure.low or 0.0 for stretch, at in (left, right) if (figure := stretch.pieces[at].figure)]
        return values[1] >= values[0] if when[0] <= when[1] else values[0] >= values[1]
    return False


def _counts(stretch: Stretch, at: int) -> bool:
    """Whether a figure counts somebody or something: a strength or a length has no state of the people beside it."""
    figure = stretch.pieces[at].figure
    return figure is not None and (figure.counts is not None or figure.unit in ("person", "number"))


def _is_one_sentence(material: Material, one: Aligned, a: int) -> bool:
    """Whether two sentences of one day are the same but for the number, and count nobody hurt: copied, not updated."""
    when = material.published(one.left.article), material.published(one.right.article)
    near = not (when[0] and when[1]) or days_apart(when[0], when[1]) <= 1
    return near and min(one.shared, one.order) >= SAME_SHARED and not state_of(one.left, a)


def _framed(one: Aligned, a: int, b: int) -> int:
    """On how many sides (0 to 2) of two numbers the nearest words are the same; both sentences' ends are the same."""
    matched = dict(one.matches)
    same = 0
    for step in (-1, 1):
        left, right = _nearest(one.left, a, step), _nearest(one.right, b, step)
        same += (left is None and right is None) or (left is not None and matched.get(left) == right)
    return same


def _nearest(stretch: Stretch, at: int, step: int) -> int | None:
    """The index of the nearest piece that is no function word, in one direction."""
    index = at + step
    noun = stretch.pieces[at].figure
    while 0 <= index < len(stretch.pieces):
        piece = stretch.pieces[index]
        counted = noun is not None and noun.counts is not None and piece.start < noun.counts.end and step > 0
        if piece.kind != "function" and not counted:
            return index
        index += step
    return None


def figure_difference(
    material: Material, left: tuple[Stretch, Piece], right: tuple[Stretch, Piece], tier: Tier
) -> Difference:
    """Two figures, each a sentence and its piece, as one difference."""
    figures = left[1].figure, right[1].figure
    assert figures[0] and figures[1]
    spans = _span(*left), _span(*right)
    shown = material.text(spans[0]), material.text(spans[1])
    return Difference(
        kind="number",
        tier=tier,
        severity="high" if tier == "B" else "medium",
        rule="number-differs",
        slot=figures[0].unit,
        left=f"{figures[0].low:.10g}",
        right=f"{figures[1].low:.10g}",
        shown=shown,
        spans=spans,
        values=shown,
    )


def _span(stretch: Stretch, piece: Piece) -> Span:
    counts = piece.figure.counts if piece.figure else None
    return Span(stretch.article, piece.start, max(piece.end, counts.end if counts else 0))

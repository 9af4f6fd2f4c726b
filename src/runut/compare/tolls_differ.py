"""Counts of the dead, the injured and others in one happening that no growth over time explains."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.occasion import dated, days_apart
from runut.compare.scope import COUNTED, has_scope, scope_words, state_of
from runut.compare.stretches import Stretch
from runut.records.marks import Figure
from runut.records.spans import Span

SHARED_WEIGHT = 8.0
"""Weight that two sentences must share to tell of one happening where no other count agrees."""
LOOK_BACK = 3
"""Sentences back in which a date says when the counted happening was."""
SAME_DAYS = 3
"""Days between a happening and the reports of it, within which two dates may be of one happening."""
FAR_APART = 4.0
"""Times by which two counts of one happening differ at most; beyond, they are of two happenings."""


@dataclass(frozen=True, slots=True)
class _Count:
    state: str
    value: float
    figure: Figure
    stretch: Stretch
    when: tuple[tuple[str, str], ...]


def tolls_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Pairs of articles whose counts differ although the later one has the lower.

    An article that gives several counts of one state gives none here. The happening is the same when the articles agree
    on another count, or in most words; otherwise the difference is only worth checking.
    """
    counts = _counts(stretches)
    for (left, mine), (right, other) in combinations(sorted(counts.items()), 2):
        when = material.published(left), material.published(right)
        if when[0] is None or when[1] is None or days_apart(when[0], when[1]) > 1:
            continue
        agreed = {state for state in mine if state in other and mine[state].value == other[state].value}
        for state in sorted(mine.keys() & other.keys()):
            a, b = mine[state], other[state]
            earlier, later = (a, b) if when[0] <= when[1] else (b, a)
            if later.value >= earlier.value or earlier.value > FAR_APART * later.value or _apart(a, b):
                continue
            yield _difference(material, a, b, bool(agreed) or _tell_the_same(a.stretch, b.stretch))


def _counts(stretches: Sequence[Stretch]) -> dict[str, dict[str, _Count]]:
    """For each article its one count of each state."""
    found: dict[str, dict[str, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    recent: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        recent[stretch.article] = [*recent[stretch.article][-LOOK_BACK:], stretch]
        for index, piece in enumerate(stretch.pieces):
            figure = piece.figure
            if (
                figure is None
                or figure.unit not in ("person", "other")
                or figure.low != figure.high
                or figure.bound != "exact"
            ):
                continue
            state = state_of(stretch, index)
            part = has_scope(stretch, index, "part") - _OTHERS
            if state in COUNTED and not part and figure.low is not None and not _is_added(stretch, index):
                when = tuple(day for one in recent[stretch.article] for day in dated(one))
                found[stretch.article][state].append(_Count(state, figure.low, figure, stretch, when))
    return {
        article: {state: one[0] for state, one in states.items() if len({c.value for c in one}) == 1}
        for article, states in found.items()
    }


_OTHERS = frozenset({"lainnya", "lain", "other", "others"})
"""After the dead, "others" are no part of them."""


def _tell_the_same(left: Stretch, right: Stretch) -> bool:
    """Whether two sentences share words enough to tell of one happening: its place, its day, what it was."""
    return sum(weight for key, weight in left.weights.items() if key in right.weights) >= SHARED_WEIGHT


def _is_added(stretch: Stretch, at: int) -> bool:
    """Whether somebody else is counted along with a figure: "the driver and one passenger were hurt"."""
    if at < 2 or stretch.pieces[at - 1].word not in scope_words(stretch.language, "and"):
        return False
    states = scope_words(stretch.language, "state")
    return all(piece.word not in states and piece.kind != "number" for piece in stretch.pieces[: at - 1])


def _apart(left: _Count, right: _Count) -> bool:
    """Whether both counts stand near dates and none of those come within a few days of each other."""
    if not left.when or not right.when:
        return False
    return not any(
        (a[0] <= b[1] and b[0] <= a[1]) or days_apart(a[0], b[0]) <= SAME_DAYS for a in left.when for b in right.when
    )


def _difference(material: Material, left: _Count, right: _Count, certain: bool) -> Difference:
    spans = _span(left.figure), _span(right.figure)
    shown = (material.text(spans[0]), material.text(spans[1]))
    return Difference(
        kind="number",
        tier="B" if certain else "C",
        severity="high",
        rule="toll-differs",
        slot=left.state,
        left=f"{left.value:.10g}",
        right=f"{right.value:.10g}",
        shown=shown,
        spans=spans,
        values=(left.state, *shown),
    )


def _span(figure: Figure) -> Span:
    return Span(figure.span.article, figure.span.start, max(figure.span.end, figure.counts.end if figure.counts else 0))

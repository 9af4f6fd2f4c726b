"""Whether two aligned sentences tell of the same moment and the same people: the gate before any difference counts."""

from datetime import date, datetime

from runut.compare.aligned import NEAR, Aligned
from runut.compare.material import Material
from runut.compare.same_name import alike
from runut.compare.stretches import Piece, Stretch, printed_at

ONE_SHARED, ONE_ORDER = 0.8, 0.85
"""Share of weight and likeness of order from which two sentences are one sentence in two outlets."""
SAME_ORDER = 0.75
"""Likeness of order from which two sentences are one even without a name."""


def days_apart(left: str, right: str) -> int:
    """Days between two ISO times."""
    try:
        return abs((date.fromisoformat(left[:10]) - date.fromisoformat(right[:10])).days)
    except ValueError:
        return 0


def hours_apart(left: str, right: str) -> float:
    """Hours between two ISO times; the days alone where either has no clock."""
    try:
        first, second = datetime.fromisoformat(left), datetime.fromisoformat(right)
        return abs((first - second).total_seconds()) / 3600
    except (ValueError, TypeError):
        return 24.0 * days_apart(left, right)


def dated(stretch: Stretch) -> list[tuple[str, str]]:
    """Closed intervals of days that a sentence names outside of mere lengths, in order."""
    found = []
    for piece in stretch.pieces:
        time = piece.time
        if time and time.first and time.last and time.grain != "duration":
            found.append((time.first, time.last))
    return found


def apart_in_time(left: Stretch, right: Stretch) -> bool:
    """Whether both sentences name times and no two of them meet: they tell of different moments, by day or by clock."""
    clocks = _clocks(left), _clocks(right)
    if clocks[0] and clocks[1] and clocks[0].isdisjoint(clocks[1]):
        return True
    mine, other = dated(left), dated(right)
    if not mine or not other:
        return False
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in mine for b in other)


def _clocks(stretch: Stretch) -> set[str]:
    """The times of day that a sentence names, with their days."""
    return {p.time.value for p in stretch.pieces if p.time and p.time.grain == "minute" and p.time.value}


def are_one(one: Aligned) -> bool:
    """Whether two sentences are one sentence, so that a name that only one of them has does not part them."""
    return one.shared >= ONE_SHARED and one.order >= ONE_ORDER


def is_copied(material: Material, one: Aligned) -> bool:
    """Whether two sentences of pages at most a day apart are the same in all but details.

    Both were written from one text, so that neither tells of another moment or matter.
    """
    when = material.published(one.left.article), material.published(one.right.article)
    near = not (when[0] and when[1]) or days_apart(when[0], when[1]) <= 1
    return near and are_one(one)


def strangers_near(material: Material, one: Aligned, a: int, b: int) -> bool:
    """Whether each side has a name near the place that the other sentence lacks: other people, other places."""
    return _has_stranger(material, one.left, a, one.right) and _has_stranger(material, one.right, b, one.left)


def _has_stranger(material: Material, stretch: Stretch, at: int, other: Stretch) -> bool:
    """Whether a name near a place is none of the other sentence's, not even in another spelling or a short form."""
    near = stretch.pieces[max(0, at - NEAR) : at + NEAR + 1]
    strange = [piece for piece in near if is_name(piece) and piece.key not in other.weights]
    known = [printed_at(material, other, piece) for piece in other.pieces if is_name(piece)] if strange else []
    return any(not any(alike(printed_at(material, stretch, piece), name) for name in known) for piece in strange)


def is_name(piece: Piece) -> bool:
    """Whether a piece is a name."""
    return piece.kind == "name"


def subject_before(stretch: Stretch, at: int) -> str | None:
    """The key of the nearest name ahead of a place in its sentence, or None: whom or what the place is about."""
    for index in range(at - 1, -1, -1):
        if is_name(stretch.pieces[index]):
            return stretch.pieces[index].key
    return None


def other_subject(one: Aligned, a: int, b: int) -> bool:
    """Whether the nearest names ahead of two places are two, and each stands in its own sentence only."""
    left, right = subject_before(one.left, a), subject_before(one.right, b)
    if left is None or right is None or left == right:
        return False
    return left not in one.right.weights and right not in one.left.weights


def same_figures(one: Aligned) -> bool:
    """Whether the figures that face each other agree: with other figures, two sentences tell of two occasions."""
    for a, b in one.facing():
        left, right = one.left.pieces[a].figure, one.right.pieces[b].figure
        if left and right and (left.low, left.high) != (right.low, right.high):
            return False
    return True


def tell_of_one(one: Aligned) -> bool:
    """Whether both sentences name the same person, body or place, or are nearly word for word the same."""
    named = {piece.key for piece in one.left.pieces if piece.kind == "name"}
    return one.order >= SAME_ORDER or bool(named & one.right.weights.keys())

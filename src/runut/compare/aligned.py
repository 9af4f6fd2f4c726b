"""Sentences of two articles that tell the same, aligned piece by piece; precise before complete."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.compare.stretches import Piece, Stretch
from runut.text.distance import Change, changes

HEAVIEST = 8
"""Keys of a short sentence that may bring it together with others; a long one has a third of its words."""
MOST_SHARED = 120
"""Sentences that one key may bring together; bounds the work of very large stories."""
LEAST_SHARED = 0.42
"""Share of weight that two sentences must have in common to be aligned; at .35 neighbouring facts of one topic met."""
LEAST_HELD = 0.72
"""Or else the share of the lighter sentence's weight that the other holds."""
LEAST_WEIGHT = 8.0
"""Weight that must be shared: four rare words or so. Below it, formulas of the trade met."""
SAME_SHARED, SAME_WEIGHT = 0.95, 4.0
"""Share and weight from which a short sentence is one: all its words are the same but for numbers and times."""
NEAR_SHARED, NEAR_HELD, NEAR_WEIGHT = 0.28, 0.5, 6.0
"""The same three for sentences that are only near each other: enough where words of force must agree too."""
NEAR = 7
"""Pieces on each side of a place that count as its surroundings."""
SOLE_HELD = 0.66
"""Share of the lighter sentence's weight that the other must hold for its only number or time to face the other's."""
MASKED = ("number", "time")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where two aligned sentences differ: pieces `left_start:left_end` of one, the other's alike.

    One of the two may be empty.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two sentences of two articles, how alike they are, which pieces face each other, and where they differ.

    `shared` = share of both sentences' weight in common, `held` = share of the lighter one's, `weight` = the weight in
    common, `order` = likeness of the two sequences; `matches` are indices of equal pieces, in order.
    """

    left: Stretch
    right: Stretch
    shared: float
    held: float
    weight: float
    order: float
    matches: tuple[tuple[int, int], ...]
    slots: tuple[Slot, ...]

    @property
    def firm(self) -> bool:
        """Whether the two tell the same, and not only something near it."""
        if min(self.shared, self.order) >= SAME_SHARED and self.weight >= SAME_WEIGHT:
            return True
        return self.weight >= LEAST_WEIGHT and (self.shared >= LEAST_SHARED or self.held >= LEAST_HELD)

    def facing(self) -> Iterator[tuple[int, int]]:
        """Indices of masked numbers and times that face each other, in order; those that moved stand at the end."""
        for a, b in self.matches:
            if self.left.pieces[a].kind in MASKED:
                yield a, b
        yield from self.moved()

    def moved(self) -> Iterator[tuple[int, int]]:
        """Indices of sole masked pieces that face each other in another order of the sentence."""
        kept = {a for a, _ in self.matches}
        return (pair for pair in self.sole() if pair[0] not in kept)

    def sole(self) -> Iterator[tuple[int, int]]:
        """Indices of masked numbers and times that are the only ones of their unit or grain in both sentences.

        No other can be meant, whatever the order of words; the lighter sentence must be held by the other, as where an
        active sentence was made passive.
        """
        if self.held >= SOLE_HELD:
            left, right = _single_masked(self.left), _single_masked(self.right)
            yield from ((a, right[key]) for key, a in left.items() if key in right)

    def held_without(self, left: Piece, right: Piece) -> float:
        """Share of the lighter sentence's weight that the other holds, two pieces that face each other left out."""
        return self.weight / max(self.weight, min(self.left.total - left.weight, self.right.total - right.weight))

    def context(self, start: int, end: int) -> float:
        """Weight of the equal words and names near the left pieces `start:end`."""
        near = {*range(start - NEAR, start), *range(end, end + NEAR)}
        return sum(
            piece.weight
            for a, _ in self.matches
            if a in near and (piece := self.left.pieces[a]).kind in ("word", "name")
        )

    def context_of(self, a: int, b: int) -> float:
        """Weight of the equal words and names that show two pieces to face each other.

        Those near the left one; all of the sentence where both are the only ones of their kind.
        """
        return self.weight if (a, b) in self.sole() else self.context(a, a + 1)


def _single_masked(stretch: Stretch) -> dict[str, int]:
    """The masked pieces of a sentence that are the only ones of their key, with their indices."""
    counts = Counter(piece.key for piece in stretch.pieces if piece.kind in MASKED)
    return {piece.key: at for at, piece in enumerate(stretch.pieces) if counts.get(piece.key) == 1}


def align_sentences(stretches: Sequence[Stretch]) -> list[Aligned]:
    """Pairs of sentences of different articles that tell the same or something near it, best first."""
    found = []
    for a, b in _candidates(stretches):
        aligned = _align(stretches[a], stretches[b])
        if aligned:
            found.append(aligned)
    return sorted(found, key=lambda one: (-one.shared, one.left.span, one.right.span))


def _candidates(stretches: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    posting: dict[str, list[int]] = defaultdict(list)
    for at, stretch in enumerate(stretches):
        content = {piece.key: piece.weight for piece in stretch.pieces if piece.kind in ("word", "name")}
        for key in sorted(content, key=lambda k: (-content[k], k))[: max(HEAVIEST, len(stretch.pieces) // 3)]:
            posting[key].append(at)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for key in sorted(posting):
        if len(posting[key]) <= MOST_SHARED:
            for pair in combinations(posting[key], 2):
                counts[pair] += 1
    for (a, b), count in sorted(counts.items()):
        if count >= 2 and stretches[a].article != stretches[b].article:
            yield a, b


def _align(left: Stretch, right: Stretch) -> Aligned | None:
    both = sum(weight for key, weight in left.weights.items() if key in right.weights)
    shared = 2 * both / (left.total + right.total)
    held = both / min(left.total, right.total)
    if both < (SAME_WEIGHT if shared >= SAME_SHARED else NEAR_WEIGHT) or (shared < NEAR_SHARED and held < NEAR_HELD):
        return None
    mine, other = [piece.key for piece in left.pieces], [piece.key for piece in right.pieces]
    runs = changes(mine, other)
    slots = tuple(Slot(run.left_start, run.left_end, run.right_start, run.right_end) for run in runs)
    matches = tuple(_equal(runs, len(mine)))
    order = 2 * len(matches) / (len(mine) + len(other))
    return Aligned(left, right, shared, held, both, order, matches, slots)


def _equal(runs: Sequence[Change], length: int) -> Iterator[tuple[int, int]]:
    """Indices of equal items, given the runs that differ."""
    at_left = at_right = 0
    for run in runs:
        yield from zip(range(at_left, run.left_start), range(at_right, run.right_start), strict=True)
        at_left, at_right = run.left_end, run.right_end
    yield from zip(range(at_left, length), range(at_right, at_right + length - at_left), strict=True)

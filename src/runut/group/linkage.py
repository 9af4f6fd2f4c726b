"""Groups by mutual best likeness over a sparse graph: the most alike groups join first, until none is alike enough."""

import heapq
from collections.abc import Iterable

Edge = tuple[int, int, float]


def link_groups(items: Iterable[int], edges: Iterable[Edge], least: float) -> list[tuple[int, ...]]:
    """Groups of the items, members ascending, groups by their first member.

    Two groups are as alike as their members are to the best of the other group, on the mean of both sides: every member
    must find its like, but need not be like all. Without an edge, two items are not alike at all. Ties go to the groups
    with the smallest first members, so the result depends on the order of the items alone.
    """
    return _Linkage(items, edges, least).run()


class _Linkage:
    """The groups while they grow.

    `_best[item][group]` is an item's likeness to the best member of another group; `_sums[group][other]` is that summed
    over the group's items. A group is named after its first member.
    """

    def __init__(self, items: Iterable[int], edges: Iterable[Edge], least: float) -> None:
        self._least = least
        self._groups = {item: [item] for item in items}
        self._best: dict[int, dict[int, float]] = {item: {} for item in self._groups}
        for left, right, likeness in edges:
            self._best[left][right] = self._best[right][left] = likeness
        self._sums = {item: dict(row) for item, row in self._best.items()}
        self._heap: list[tuple[float, int, int]] = []

    def run(self) -> list[tuple[int, ...]]:
        """Join until no two groups are alike enough."""
        for first, row in self._sums.items():
            for second in row:
                if first < second:
                    self._offer(first, second)
        while self._heap:
            negative, first, second = heapq.heappop(self._heap)
            if first in self._groups and second in self._groups and self._alike(first, second) == -negative:
                self._join(first, second)
        return [tuple(sorted(self._groups[name])) for name in sorted(self._groups)]

    def _alike(self, first: int, second: int) -> float:
        there = self._sums[first].get(second, 0.0) / len(self._groups[first])
        back = self._sums[second].get(first, 0.0) / len(self._groups[second])
        return (there + back) / 2

    def _offer(self, first: int, second: int) -> None:
        alike = self._alike(first, second)
        if alike >= self._least:
            heapq.heappush(self._heap, (-alike, min(first, second), max(first, second)))

    def _join(self, first: int, second: int) -> None:
        """Put the group `second` into `first`."""
        gone, row = self._groups.pop(second), self._sums.pop(second)
        self._groups[first] += gone
        kept = self._sums[first]
        kept.pop(second, None)
        for other, total in row.items():
            if other != first:
                kept[other] = kept.get(other, 0.0) + total
        for other in row:
            if other != first:
                self._point(other, second, first)
        for item in self._groups[first]:
            self._best[item].pop(first, None)
            self._best[item].pop(second, None)
        for other in kept:
            self._offer(first, other)

    def _point(self, other: int, second: int, first: int) -> None:
        """Let the items of `other` see `second` as part of `first`."""
        sums = self._sums[other]
        sums.pop(second, None)
        total = 0.0
        for item in self._groups[other]:
            best = self._best[item]
            likeness = max(best.pop(second, 0.0), best.get(first, 0.0))
            if likeness:
                best[first] = likeness
                total += likeness
        sums[first] = total

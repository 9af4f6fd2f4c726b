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
    """The groups while they grow, each named by one of its members.

    `_best[group][item]` is the likeness of an item outside to the best member of the group; `_sums[other][group]` is
    that summed over the items of another group.
    """

    def __init__(self, items: Iterable[int], edges: Iterable[Edge], least: float) -> None:
        self._least = least
        self._members = {item: [item] for item in items}
        self._home = {item: item for item in self._members}
        self._first = dict(self._home)
        self._best: dict[int, dict[int, float]] = {item: {} for item in self._members}
        for left, right, likeness in sorted(edges):
            self._best[left][right] = self._best[right][left] = likeness
        self._sums = {item: dict(row) for item, row in self._best.items()}
        self._heap: list[tuple[float, int, int, int, int]] = []

    def run(self) -> list[tuple[int, ...]]:
        """Join until no two groups are alike enough."""
        for group in self._members:
            self._offer(group)
        while self._heap:
            negative, _, _, left, right = heapq.heappop(self._heap)
            if left in self._members and right in self._members and self._alike(left, right) == -negative:
                self._join(left, right)
        return sorted(tuple(sorted(members)) for members in self._members.values())

    def _alike(self, left: int, right: int) -> float:
        there = self._sums[left].get(right, 0.0) / len(self._members[left])
        return there / 2 + self._sums[right].get(left, 0.0) / len(self._members[right]) / 2

    def _offer(self, group: int) -> None:
        """Put every pair of this group with another that is alike enough on the heap."""
        size, sums, members, first = len(self._members[group]), self._sums, self._members, self._first
        for other, total in sums[group].items():
            # The same sum as in `_alike`, in the same order: a pair's value must not depend on who asks.
            left, right = (group, other) if group < other else (other, group)
            there, back = total / size, sums[other][group] / len(members[other])
            alike = there / 2 + back / 2 if left == group else back / 2 + there / 2
            if alike >= self._least:
                low, high = sorted((first[left], first[right]))
                heapq.heappush(self._heap, (-alike, low, high, left, right))

    def _join(self, left: int, right: int) -> None:
        """Make one group of two; the one that fewer see goes into the other."""
        smaller = len(self._best[left]) < len(self._best[right])
        kept, gone = (right, left) if smaller else (left, right)
        self._see(kept, gone)
        for other, total in self._sums.pop(gone).items():
            self._sums[other].pop(gone, None)
            if other != kept:
                self._sums[kept][other] = self._sums[kept].get(other, 0.0) + total
        members = self._members.pop(gone)
        self._members[kept] += members
        self._first[kept] = min(self._first[kept], self._first.pop(gone))
        for item in members:
            self._home[item] = kept
        self._offer(kept)

    def _see(self, kept: int, gone: int) -> None:
        """Let all items outside see both groups as one."""
        seen = self._best[kept]
        for item in (*self._members[kept], *self._members[gone]):
            seen.pop(item, None)
        for item, likeness in self._best.pop(gone).items():
            home = self._home[item]
            had = seen.get(item, 0.0)
            if home not in (kept, gone) and likeness > had:
                seen[item] = likeness
                sums = self._sums[home]
                sums[kept] = sums.get(kept, 0.0) + likeness - had

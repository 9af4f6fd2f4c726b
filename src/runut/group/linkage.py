"""Average linkage over a sparse graph: the most alike groups join first, until none is alike enough."""

import heapq
from collections.abc import Iterable, Sequence

Edge = tuple[int, int, float]


def link_groups(
    count: int, edges: Iterable[Edge], least: float, begun: Sequence[Sequence[int]] | None = None
) -> list[tuple[int, ...]]:
    """Groups of the items 0 to `count - 1`, members ascending, groups by their first member.

    The likeness of two groups is the mean over all pairs of their members, 0 where there is no edge. `begun` are groups
    to start from (single items by default). Ties go to the pair with the smallest first members, so the result depends
    on the items' order alone.

    Source: unweighted pair-group method with arithmetic mean (Sokal and Michener 1958).
    """
    groups: dict[int, list[int]] = {g[0]: list(g) for g in begun} if begun else {item: [item] for item in range(count)}
    home = {member: name for name, group in groups.items() for member in group}
    sums: dict[int, dict[int, float]] = {name: {} for name in groups}
    for left, right, weight in edges:
        first, second = home[left], home[right]
        if first != second:
            sums[first][second] = sums[second][first] = sums[first].get(second, 0.0) + weight
    heap = []
    for first, others in sums.items():
        for second, total in others.items():
            mean = total / (len(groups[first]) * len(groups[second]))
            if first < second and mean >= least:
                heap.append((-mean, first, second))
    heapq.heapify(heap)
    while heap:
        negative, first, second = heapq.heappop(heap)
        if first not in groups or second not in groups:
            continue
        mean = sums[first].get(second, 0.0) / (len(groups[first]) * len(groups[second]))
        if mean != -negative:
            continue
        _join(groups, sums, first, second)
        for other, total in sums[first].items():
            mean = total / (len(groups[first]) * len(groups[other]))
            if mean >= least:
                heapq.heappush(heap, (-mean, min(first, other), max(first, other)))
    return [tuple(sorted(groups[name])) for name in sorted(groups)]


def _join(groups: dict[int, list[int]], sums: dict[int, dict[int, float]], first: int, second: int) -> None:
    """Put group `second` into `first` (the smaller name), and its sums with it."""
    groups[first] += groups.pop(second)
    gone = sums.pop(second)
    sums[first].pop(second, None)
    for other, total in gone.items():
        if other == first:
            continue
        del sums[other][second]
        sums[first][other] = sums[other][first] = sums[first].get(other, 0.0) + total

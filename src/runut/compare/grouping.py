"""Statements that render one utterance or assertion, grouped so that nothing is chained to strangers."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from runut.compare.pairs import NEAREST, Pair

MOST, MOST_AGAINST = 4.0, 3.0
"""Log-odds beyond which a pair counts no more, for or against; the latter is also what an unweighed pair counts."""


@dataclass(slots=True)
class _Link:
    """The pairs between two groups: their summed log-odds, and how many there are."""

    total: float
    count: int


def group_statements(statements: Sequence[str], pairs: Sequence[Pair]) -> list[list[str]]:
    """Groups of statement ids, each sorted, in the order of their first member; single ones are groups too.

    The two groups whose members fit best on average are joined first, as long as they fit more than not: a chain of
    likenesses makes no group.

    Source: average-link agglomerative clustering, Sokal & Michener 1958.
    """
    members = {one: [one] for one in sorted(statements)}
    links: dict[str, dict[str, _Link]] = {one: {} for one in members}
    for pair in pairs:
        score = max(-MOST_AGAINST, min(MOST, pair.score))
        links[pair.left][pair.right] = _Link(score, 1)
        links[pair.right][pair.left] = _Link(score, 1)
    heap = [(-_fit(link, 1, 1), one, other) for one in links for other, link in links[one].items() if one < other]
    heap = [entry for entry in heap if entry[0] < 0]
    heapq.heapify(heap)
    while heap:
        against, one, other = heapq.heappop(heap)
        link = links.get(one, {}).get(other)
        if link is None or -against != _fit(link, len(members[one]), len(members[other])):
            continue
        _join(one, other, members, links, heap)
    return sorted(sorted(group) for group in members.values())


def _join(
    one: str,
    other: str,
    members: dict[str, list[str]],
    links: dict[str, dict[str, _Link]],
    heap: list[tuple[float, str, str]],
) -> None:
    """Put `other` into `one` and renew the links of both."""
    members[one] += members.pop(other)
    gone = links.pop(other)
    links[one].pop(other)
    gone.pop(one)
    for third, link in gone.items():
        links[third].pop(other)
        known = links[one].get(third)
        joined = _Link(link.total + known.total, link.count + known.count) if known else link
        links[one][third] = links[third][one] = joined
    for third, link in links[one].items():
        fit = _fit(link, len(members[one]), len(members[third]))
        if fit > 0:
            heapq.heappush(heap, (-fit, min(one, third), max(one, third)))


def _fit(link: _Link, left: int, right: int) -> float:
    """Mean log-odds over all pairs of two groups.

    Pairs that were never weighed speak against, except between groups so large that not all could be.
    """
    missing = left * right - link.count if left + right <= NEAREST else 0
    return round((link.total - MOST_AGAINST * missing) / (link.count + missing), 9)

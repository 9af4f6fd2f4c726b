"""Joining groups by mutual best likeness."""

from hypothesis import given
from hypothesis import strategies as st

from runut.group.linkage import Edge, link_groups


def test_the_most_alike_join_first() -> None:
    edges = [(0, 1, 0.9), (1, 2, 0.5), (0, 2, 0.1)]
    assert link_groups(range(4), edges, 0.6) == [(0, 1), (2,), (3,)]
    assert link_groups(range(4), edges, 0.3) == [(0, 1, 2), (3,)]


def test_one_bridge_does_not_join_two_crowds() -> None:
    edges = [(a, b, 0.9) for group in (range(4), range(4, 8)) for a in group for b in group if a < b]
    assert link_groups(range(8), [*edges, (3, 4, 0.9)], 0.3) == [(0, 1, 2, 3), (4, 5, 6, 7)]


def pairwise(groups: list[tuple[int, ...]], likeness: dict[tuple[int, int], float]) -> list[float]:
    def alike(a: tuple[int, ...], b: tuple[int, ...]) -> float:
        def side(x: tuple[int, ...], y: tuple[int, ...]) -> float:
            return sum(max(likeness.get((min(i, j), max(i, j)), 0.0) for j in y) for i in x) / len(x)

        return (side(a, b) + side(b, a)) / 2

    return [alike(a, b) for n, a in enumerate(groups) for b in groups[:n]]


edge_lists = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.1, 0.3, 0.45, 0.6, 0.8, 0.95]),
)


@given(edge_lists, st.sampled_from([0.2, 0.5, 0.7]))
def test_at_the_end_no_two_groups_are_alike_enough(likeness: dict[tuple[int, int], float], least: float) -> None:
    edges: list[Edge] = [(a, b, value) for (a, b), value in likeness.items()]
    groups = link_groups(range(8), edges, least)
    assert sorted(member for group in groups for member in group) == list(range(8))
    assert all(value < least + 1e-9 for value in pairwise(groups, likeness))
    assert groups == link_groups(range(8), reversed(edges), least)

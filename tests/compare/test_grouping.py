"""Groups are joined best first, and a chain of likenesses makes no group."""

from hypothesis import given
from hypothesis import strategies as st

from runut.compare.grouping import group_statements
from runut.compare.pairs import Pair


def pair(left: str, right: str, score: float) -> Pair:
    return Pair(left, right, "same", 0.5, 0.5, 0.5, 5.0, score)


def test_likely_pairs_join_and_unlikely_ones_do_not() -> None:
    assert group_statements(["a", "b", "c"], [pair("a", "b", 2.0), pair("b", "c", -1.0)]) == [["a", "b"], ["c"]]


def test_a_chain_makes_no_group() -> None:
    chain = [pair("a", "b", 1.5), pair("b", "c", 1.5), pair("c", "d", 1.5)]
    assert max(map(len, group_statements(["a", "b", "c", "d"], chain))) == 2


def test_one_weak_pair_does_not_part_close_renderings() -> None:
    close = [pair("a", "b", 3.0), pair("b", "c", 3.0), pair("a", "c", -1.0)]
    assert group_statements(["a", "b", "c"], close) == [["a", "b", "c"]]


@given(st.permutations(range(6)), st.lists(st.floats(-3, 3), min_size=15, max_size=15))
def test_the_order_of_pairs_changes_nothing(order: list[int], scores: list[float]) -> None:
    ids = [f"s{n}" for n in range(6)]
    rounded = iter(round(score, 3) for score in scores)
    pairs = [pair(ids[a], ids[b], next(rounded)) for a in range(6) for b in range(a + 1, 6)]
    shuffled = [pairs[n] for n in sorted(range(15), key=lambda n: (order[n % 6], n))]
    assert group_statements(ids, shuffled) == group_statements(ids, pairs)

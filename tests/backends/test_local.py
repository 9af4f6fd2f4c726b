"""A worker that dies costs one item."""

import pytest

from runut.backends.local import FEW, LocalEngine
from runut.errors import RunutError

KILLED = "__import__('os').kill(__import__('os').getpid(), 9)"
SUMS = [f"{number} + 1" for number in range(FEW * 2)]


def test_a_killed_worker_costs_the_item_it_was_killed_over() -> None:
    items = [*SUMS[:30], KILLED, *SUMS[30:], KILLED]
    with LocalEngine(2) as engine:
        found = list(engine.map(eval, items, lost=lambda item: "lost"))
    assert found == [*range(1, 31), "lost", *range(31, FEW * 2 + 1), "lost"]


def test_without_a_word_for_the_lost_it_is_an_error() -> None:
    with LocalEngine(2) as engine, pytest.raises(RunutError, match="worker process died"):
        list(engine.map(eval, [*SUMS, KILLED]))


def test_too_much_memory_is_an_exception_in_the_worker_and_no_crash() -> None:
    with LocalEngine(2) as engine, pytest.raises(MemoryError):
        list(engine.map(eval, [*SUMS, "len(bytearray(4_000_000_000))"]))

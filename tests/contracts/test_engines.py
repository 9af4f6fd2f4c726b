"""What every engine must do, run against each of them."""

from collections.abc import Iterator

import pytest

from runut.backends.local import FEW, LocalEngine
from runut.ports import Engine

ENGINES = {"in this process": 1, "two workers": 2}
NUMBERS = [str(number) for number in range(FEW * 3)]


@pytest.fixture(params=ENGINES, scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with LocalEngine(ENGINES[request.param]) as made:
        yield made


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(int, NUMBERS)) == list(range(FEW * 3))


def test_few_items_and_none(engine: Engine) -> None:
    assert list(engine.map(int, ["7"])) == [7]
    assert list(engine.map(int, [])) == []


def test_an_exception_of_the_task_comes_through(engine: Engine) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(engine.map(int, [*NUMBERS, "tujuh"]))


def test_input_is_read_only_a_little_ahead(engine: Engine) -> None:
    taken = 0

    def items() -> Iterator[str]:
        nonlocal taken
        for number in range(100_000):
            taken += 1
            yield str(number)

    results = engine.map(int, items())
    assert [next(results) for _ in range(10)] == list(range(10))
    assert taken < 500


def test_grouping_keeps_the_order_of_keys_and_items(engine: Engine) -> None:
    keyed = [("b", 1), ("a", 2), ("b", 3)]
    assert list(engine.group(keyed)) == [("b", [1, 3]), ("a", [2])]

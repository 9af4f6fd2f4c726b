"""Names, so that spellings can be compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.text.names import name_sequence, name_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ma'ruf Amin", "MA’RUF AMIN"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Siti  Nurbaya", "siti nurbaya,"),
        ("Dr. Siti", "Dr Siti"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_sequence(one) == name_sequence(other)
    assert name_words(one) == name_words(other)


def test_order_matters_in_a_sequence_only() -> None:
    assert name_sequence("Budi Siti") != name_sequence("Siti Budi")
    assert name_words("Budi Siti") == name_words("Siti Budi")


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert name_sequence(" ".join(name_sequence(name))) == name_sequence(name)

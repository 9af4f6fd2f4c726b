"""When a claim was said: the narrowest time, the most told one, or none."""

import pytest

from runut.records.claims import Comparison

from .kit import Words, compare, told

TEXT = "Siti Aminah mengatakan jembatan gantung di Desa Waru ditutup mulai besok."
CONTENT = "jembatan gantung di Desa Waru ditutup mulai besok"


def days(*said: str | None) -> list[tuple[str, str]]:
    pages = [told(f"p{n}", TEXT, Words(CONTENT, "Siti Aminah", said=day)) for n, day in enumerate(said)]
    return rows(compare(*pages))


def rows(found: Comparison) -> list[tuple[str, str]]:
    return [(row.first, row.last) for row in found.timeline if row.kind == "statement"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (("2025-03-03", None), "2025-03-03"),
        (("2025-03-03", "2025-03-04", "2025-03-04"), "2025-03-04"),
        (("2025-03-01/2025-03-10", "2025-03-04"), "2025-03-04"),
        (("2025-03-03", "2025-03-04"), None),
        ((None, None), None),
    ],
)
def test_the_day_of_a_claim(said: tuple[str | None, ...], shown: str | None) -> None:
    assert days(*said) == ([(shown, shown)] if shown else [])

"""The bench: figures found in printed lines, floors that hold, piles that differ."""

import pytest
from bench.parts import PARTS, parts_named
from bench.printed import Figure, Part, rows_in, unseen_figures
from bench.rows import Row, below_floor, raised
from bench.speed import changed, power, syllables

PART = Part("ours", (), (Figure(r"^(?P<set>\w+) found (?P<value>[\d/. of]+)$", "found, {set}", "cases", "own",
                                peers={"names": "A .5", "": "B .1"}),))  # fmt: skip


def row(ours: float, better: str = "more", floor: bool = True) -> Row:
    return Row("area", "what", "data", "own", ours, better, floor=floor)  # type: ignore[arg-type]


def test_lines_become_rows() -> None:
    printed = "names found 0.75\nnoise\ntimes found 39/40\ndays found 3 of 4\n"
    assert [(r.what, r.ours, r.peers) for r in rows_in(PART, printed)] == [
        ("found, names", 0.75, "A .5"), ("found, times", 0.975, "B .1"), ("found, days", 0.75, "B .1"),
    ]  # fmt: skip
    assert unseen_figures(PART, printed) == []
    assert unseen_figures(PART, "nothing here") == ["ours: 'found, {set}' was not printed"]


def test_a_lower_figure_is_told_and_keeps_the_floor() -> None:
    floors = {"area / what": 0.8}
    assert below_floor([row(0.7)], floors) == ["area / what: 0.700, the floor is 0.800"]
    assert below_floor([row(0.796)], floors) == []
    assert below_floor([row(0.9, "less")], floors) != []
    assert below_floor([row(0.1, floor=False)], floors) == []
    assert raised([row(0.7)], floors, may_lower=False) == floors
    assert raised([row(0.7)], floors, may_lower=True) == {"area / what": 0.7}
    assert raised([row(0.9)], floors, may_lower=False) == {"area / what": 0.9}
    assert raised([row(0.5, floor=False)], {}, may_lower=True) == {}


def test_parts_have_names_of_their_own() -> None:
    assert len({part.name for part in PARTS}) == len(PARTS)
    assert [part.name for part in parts_named(["times", "stories"])] == ["times", "stories"]
    with pytest.raises(KeyError):
        parts_named(["weather"])


def test_every_copy_of_a_page_has_words_of_its_own() -> None:
    assert len({syllables(number) for number in range(8000)}) == 8000
    assert changed("Wali kota berkata begitu.", 3, frozenset({"berkata"})) != changed(
        "Wali kota berkata begitu.", 4, frozenset({"berkata"})
    )
    assert "berkata" in changed("Wali kota berkata begitu.", 3, frozenset({"berkata"}))


def test_linear_costs_have_the_power_one() -> None:
    assert abs(power([10, 100, 1000], [2, 20, 200]) - 1) < 1e-9
    assert abs(power([10, 100], [1, 100]) - 2) < 1e-9

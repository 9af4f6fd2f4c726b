"""Tables of words: what a table is, and complaints that name file, line and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.errors import TableError
from runut.text.tables import load_table, parse_table


def test_rows_are_mappings_with_cells_stripped() -> None:
    rows = parse_table("# comment\nform\tkind\n\nkata \t verb\nujar\t\n", "a.tsv", ("form",))
    assert [dict(row) for row in rows] == [{"form": "kata", "kind": "verb"}, {"form": "ujar", "kind": ""}]
    with pytest.raises(TypeError):
        rows[0]["form"] = "lain"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("# only a comment\n", "empty"),
        ("form\tkind\nkata\n", "line 2: 1 cells where the heading has 2"),
        ("form\n# x\n\na\tb\n", "line 4: 2 cells where the heading has 1"),
        ("kind\nverb\n", "line 1: the column 'form' is missing"),
    ],
)
def test_a_malformed_table_is_refused(text: str, says: str) -> None:
    with pytest.raises(TableError, match=says) as caught:
        parse_table(text, "a.tsv", ("form",))
    assert str(caught.value).startswith("a.tsv")


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(TableError, match="no table tidak_ada"):
        load_table("runut.knowledge", "tidak_ada")


CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="#"), min_size=1, max_size=9
)


@given(st.lists(st.lists(CELLS.filter(lambda cell: cell.strip() == cell != ""), min_size=2, max_size=2), max_size=6))
def test_what_is_written_is_read_again(cells: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in [["form", "kind"], *cells])
    assert [[row["form"], row["kind"]] for row in parse_table(text, "a")] == cells

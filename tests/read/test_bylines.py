"""Names of writers and editors from the lines that name them."""

import pytest

from runut.languages.pack import FOLDERS, load_pack
from runut.read.bylines import as_name, find_roles, is_name, read_byline
from runut.text.tables import Row

ROWS = [row for code in FOLDERS if (pack := load_pack(code)) for row in pack.table("bylines")]


@pytest.mark.parametrize("row", [row for row in ROWS if row["where"] in ("label", "before")], ids=lambda r: r["form"])
def test_every_word_of_role_names_somebody(row: Row) -> None:
    assert find_roles(row["example"])
    assert any(read_byline(row["example"]) or ())


@pytest.mark.parametrize("row", [row for row in ROWS if row["where"] == "team"], ids=lambda r: r["form"])
def test_a_desk_is_nobody(row: Row) -> None:
    assert not is_name(row["example"])


@pytest.mark.parametrize(
    ("line", "writers", "editors"),
    [
        ("Pewarta: Siti Rahma SariEditor: Budi Hartono Copyright © KABAR 2025", ["Siti Rahma Sari"], ["Budi Hartono"]),
        ("Rep: Siti/ Red: Budi", ["Siti"], ["Budi"]),
        ("Redaktur & Reporter : Budi", ["Budi"], ["Budi"]),
        ("Laporan Wartawan Tribunnews.com, Siti Rahma", ["Siti Rahma"], []),
        ("LAPORAN: SITI RAHMA", ["Siti Rahma"], []),
        ("Oleh Siti Rahma", ["Siti Rahma"], []),
        ("Penulis: Siti Rahma | Editor: Budi Hartono, S.Sos", ["Siti Rahma"], ["Budi Hartono"]),
        ("By ANN REED and TOM HALE", ["Ann Reed", "Tom Hale"], []),
        (
            "(Reporting by Ann Reed in Oslo and Tom Hale; editing by Bob Stone)",
            ["Ann Reed", "Tom Hale"],
            ["Bob Stone"],
        ),
        ("Written by Ann Reed, BBC News", ["Ann Reed"], []),
    ],
)
def test_names_by_role(line: str, writers: list[str], editors: list[str]) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert (list(byline.writers), list(byline.editors)) == (writers, editors)


@pytest.mark.parametrize(
    "line", ["Oleh karena itu", "By The Associated Press", "Sumber: Reuters", "Kapal itu selamat."]
)
def test_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_a_photographer_is_no_writer() -> None:
    byline = read_byline("Foto: Siti Rahma/Antara")
    assert byline is not None
    assert byline.writers == ()
    assert byline.others == ("Siti Rahma",)


def test_capitals_throughout_become_a_name() -> None:
    assert as_name("SITI RAHMA") == "Siti Rahma"
    assert as_name("  Siti  Rahma ") == "Siti Rahma"

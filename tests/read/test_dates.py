"""Printed times of publication as ISO 8601."""

import pytest

from runut.languages.pack import FOLDERS, load_pack
from runut.read.dates import find_stamps, publication, read_stamp
from runut.text.tables import Row

ROWS = [row for code in FOLDERS if (pack := load_pack(code)) for row in pack.table("stamps")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["form"])
def test_every_row_works_on_its_example(row: Row) -> None:
    (stamp,) = find_stamps(row["example"])
    if row["role"] in ("published", "modified"):
        assert stamp.role == row["role"]
    else:
        assert stamp.has_time


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Senin, 5 Mei 2025 | 10:00 WIB", "2025-05-05T10:00:00+07:00"),
        ("Senin, 05/05/2025, 10.15 WITA", "2025-05-05T10:15:00+08:00"),
        ("SENIN, 5 MEI 2025 10:15 WIT", "2025-05-05T10:15:00+09:00"),
        ("Jum'at, 3 Januari 2025 08:00", "2025-01-03T08:00:00"),
        ("Minggu, 4 Mei 2025 – 18:52 WIB", "2025-05-04T18:52:00+07:00"),
        ("Sabtu, 3 Mei 2025 pukul 10.15 WITA", "2025-05-03T10:15:00+08:00"),
        ("Senin, 5 Mei 25", "2025-05-05"),
        ("5 Nopember 2025", "2025-11-05"),
        ("2025-05-05T21:34:05Z", "2025-05-05T21:34:05+00:00"),
        ("May 5th, 2025 10:00 GMT+7", "2025-05-05T10:00:00+07:00"),
        ("July 4, 2025 at 9:34 PM ET", "2025-07-04T21:34:00-04:00"),
        ("January 4, 2025 at 9:34 PM ET", "2025-01-04T21:34:00-05:00"),
        ("Published 2:30 PM ET, Thu July 4, 2024", "2024-07-04T14:30:00-04:00"),
        ("12:05 a.m. May 5, 2025", "2025-05-05T00:05:00"),
        ("Fri 5 Jul 2019 14.02 BST", "2019-07-05T14:02:00+01:00"),
    ],
)
def test_values(line: str, value: str) -> None:
    assert read_stamp(line) == value


@pytest.mark.parametrize("line", ["31 Februari 2025", "3 jam yang lalu", "Senin (5/5)", "Pasal 12/2025", "1.000.000"])
def test_no_date(line: str) -> None:
    assert read_stamp(line) is None


def test_a_date_that_english_readers_read_both_ways_is_not_read() -> None:
    assert read_stamp("5/4/2025", "en") is None
    assert read_stamp("5/4/2025", "id") == "2025-04-05"
    assert read_stamp("5/13/2025", "en") == "2025-05-13"


def test_published_and_changed_are_told_apart() -> None:
    line = "Diperbarui 13 Mei 2025, 18:13 WIBDiterbitkan 13 Mei 2025, 13:00 WIB"
    assert publication(find_stamps(line)) == ("2025-05-13T13:00:00+07:00", "2025-05-13T18:13:00+07:00")

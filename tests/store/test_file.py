"""The store as a file: other programs' files, newer ones, broken ones; several processes at once; sudden death."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from runut.errors import SchemaTooNew, StoreError
from runut.records.notes import Problem
from runut.store import open_store
from runut.store.migrations import MIGRATIONS, run_script
from runut.store.sqlite import BATCH
from tests.contracts.test_stores import article, page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "toko.db"


def test_what_was_kept_is_there_again(file: Path) -> None:
    one, body = page(b"Jembatan", "https://a.example/1")
    with open_store(str(file)) as store:
        store.keep_pages([(one, body)])
        store.keep_articles([article(one, "Jembatan")])
        store.put("kunci", b"nilai")
    with open_store(str(file)) as store:
        assert store.body(one.body_hash) == body
        assert store.articles_at("https://a.example/1")
        assert store.get("kunci") == b"nilai"


def test_a_newer_store_is_left_alone(file: Path) -> None:
    open_store(str(file)).close()
    db = sqlite3.connect(file)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    before = file.read_bytes()
    with pytest.raises(SchemaTooNew, match="update runut"):
        open_store(str(file))
    assert file.read_bytes() == before


def test_a_store_of_the_first_schema_is_brought_up_to_date(file: Path) -> None:
    db = sqlite3.connect(file, isolation_level=None)
    MIGRATIONS[0](db)
    db.execute("INSERT INTO memo VALUES ('kunci', x'28b52ffd0400290000616263646566')")
    db.execute("PRAGMA user_version = 1")
    db.close()
    with open_store(str(file)) as store:
        store.keep_problems([Problem("sources", "empty", "a.html", "kosong")])
        assert store.problems()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"Ini bukan basis data. " * 100, "not a database"),
        (b"SQLite format 3\x00" + b"\xff" * 4096, "store cannot be opened"),
    ],
)
def test_a_file_that_is_no_store(file: Path, body: bytes, says: str) -> None:
    file.write_bytes(body)
    with pytest.raises(StoreError, match=says) as caught:
        open_store(str(file))
    assert str(file) in str(caught.value)
    assert "--store" in str(caught.value)
    assert file.read_bytes() == body


def test_another_programs_database_is_left_alone(file: Path) -> None:
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE resep (nama TEXT)")
    db.close()
    with pytest.raises(StoreError, match="another program"):
        open_store(str(file))


@pytest.mark.parametrize("name", ["berkas/toko.db", "folder"])
def test_a_place_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path / name))


def test_a_reader_beside_the_writer_never_waits_and_never_writes(file: Path) -> None:
    with open_store(str(file)) as writer, open_store(str(file), read_only=True) as reader:
        with writer._db.writing() as db:
            db.execute("INSERT INTO memo VALUES ('x', x'00')")
            assert reader.problems() == ()
        with pytest.raises(StoreError, match="cannot be written"):
            reader.keep_problems([Problem("read", "empty", "a", "b")])
    with pytest.raises(StoreError):
        open_store(str(file.with_name("tidak-ada.db")), read_only=True)


def test_a_failed_transaction_leaves_nothing_behind(file: Path) -> None:
    with open_store(str(file)) as store:
        with pytest.raises(RuntimeError), store._db.writing() as db:
            db.execute("INSERT INTO memo VALUES ('x', x'00')")
            raise RuntimeError
        assert store.get("x") is None
        store.put("y", b"1")


def test_damaged_bytes_count_as_gone(file: Path) -> None:
    one, body = page(b"Jembatan" * 100)
    with open_store(str(file)) as store:
        store.keep_pages([(one, body)])
        store.put("kunci", b"nilai")
        store.close()
    blob = next(file.with_name("toko.db.blobs").rglob("*.zst"))
    blob.write_bytes(blob.read_bytes()[:-4])
    db = sqlite3.connect(file)
    db.execute("UPDATE memo SET value = x'00'")
    db.commit()
    db.close()
    with open_store(str(file)) as store:
        assert store.body(one.body_hash) is None
        assert store.get("kunci") is None


WRITER = """
import os, sys
from runut.store import open_store
store = open_store(sys.argv[1])
for number in range(int(sys.argv[3])):
    store.put(f"{sys.argv[2]} {number}", b"nilai" * 100)
if sys.argv[4] == "die":
    os.kill(os.getpid(), 9)
store.close()
"""


def writer(file: Path, name: str, number: int, end: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", WRITER, str(file), name, str(number), end])


def test_two_processes_write_one_new_store(file: Path) -> None:
    running = [writer(file, name, 300, "close") for name in ("a", "b")]
    assert [process.wait(60) for process in running] == [0, 0]
    with open_store(str(file)) as store:
        assert all(store.get(f"{name} {number}") for name in "ab" for number in range(300))


def test_a_killed_writer_loses_what_was_not_committed_and_nothing_else(file: Path) -> None:
    assert writer(file, "a", BATCH * 2 + BATCH // 2, "die").wait(60) == -9
    with open_store(str(file)) as store:
        assert sum(store.get(f"a {number}") is not None for number in range(BATCH * 3)) == BATCH * 2
        assert store._db.rows("PRAGMA integrity_check") == [("ok",)]


def test_scripts_run_statement_by_statement() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("BEGIN")
    run_script(db, "-- a; comment\nCREATE TABLE a (\n  b TEXT  -- with; marks\n);\nCREATE TABLE c (d TEXT);\n")
    db.execute("ROLLBACK")
    assert db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)

"""The store's history: plain functions from one schema to the next, each run inside a transaction."""

import sqlite3
from collections.abc import Callable
from importlib.resources import files

OURS = 0x52554E55
"""SQLite's `application_id` of a store ("RUNU"), so that no other program's file is taken for one."""


def _first(db: sqlite3.Connection) -> None:
    run_script(db, files("runut.store").joinpath("schema.sql").read_text(encoding="utf-8"))


def _second(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA application_id = {OURS}")
    db.execute("CREATE INDEX problem_file ON problem (file)")


def _third(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE indexed (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT")
    tokens = "tokenize = 'unicode61 remove_diacritics 2'"
    db.execute(f"CREATE VIRTUAL TABLE words USING fts5 (title, text, roots, content = '', {tokens})")


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _second, _third)
"""Applied in order; the length is the schema's number, kept in SQLite's `user_version`. Only ever appended to."""


def run_script(db: sqlite3.Connection, script: str) -> None:
    """The statements of a script, one by one: `executescript` would end the transaction it is called in."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""

"""The store's history: plain functions from one schema to the next, and the number of the newest."""

import sqlite3
from collections.abc import Callable
from importlib.resources import files


def _first(connection: sqlite3.Connection) -> None:
    connection.executescript(files("runut.store").joinpath("schema.sql").read_text(encoding="utf-8"))


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)
"""Applied in order; the length is the schema's number, kept in SQLite's `user_version`. Only ever appended to."""

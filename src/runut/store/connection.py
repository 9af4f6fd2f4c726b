"""One connection to the store's file: opened, checked, brought to the newest schema; errors said in our words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from runut.errors import SchemaTooNew, StoreError
from runut.store.migrations import MIGRATIONS, OURS

BUSY_SECONDS = 30
"""How long a writer waits for another one to finish; every transaction here takes far less than a second."""


class Connection:
    """SQLite with write-ahead log: one writer at a time, readers never wait."""

    def __init__(self, file: Path | None, *, read_only: bool = False) -> None:
        self.file = file
        self.name = str(file) if file else "the store in memory"
        try:
            if file is not None and not read_only:
                file.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._connected(read_only)
            self._prepare(read_only)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"{self.name}: the store cannot be opened: {error}; choose another with --store"
            ) from error

    def _connected(self, read_only: bool) -> sqlite3.Connection:
        if self.file is None:
            return sqlite3.connect(":memory:", isolation_level=None)
        where = f"{self.file.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        return sqlite3.connect(where, uri=True, isolation_level=None, timeout=BUSY_SECONDS)

    def _prepare(self, read_only: bool) -> None:
        self._check_owner()
        if not read_only:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA foreign_keys = ON")
        number = self._pragma("user_version")
        if number > len(MIGRATIONS):
            says = f"{self.name}: made by a newer runut (schema {number}, this one knows {len(MIGRATIONS)})"
            raise SchemaTooNew(f"{says}; update runut or choose another file with --store")
        if number < len(MIGRATIONS) and not read_only:
            self._migrate()

    def _check_owner(self) -> None:
        owner, number = self._pragma("application_id"), self._pragma("user_version")
        tables = {row[0] for row in self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if owner not in (0, OURS) or (tables and owner == 0 and not (number == 1 and "judgement" in tables)):
            raise StoreError(f"{self.name}: a database of another program; choose another file with --store")

    def _migrate(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")  # another process may be doing the same; the second one finds it done
        try:
            for step in MIGRATIONS[self._pragma("user_version") :]:
                step(self._db)
            self._db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def _pragma(self, name: str) -> int:
        return int(self._db.execute(f"PRAGMA {name}").fetchone()[0])

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query.

        Raises:
            StoreError: the file cannot be read.
        """
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError(f"{self.name}: cannot be read: {error}") from error

    def first(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(sql, *values)), None)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept, or nothing.

        Raises:
            StoreError: the file cannot be written (full, read-only, locked for too long).
        """
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise StoreError(f"{self.name}: cannot be written: {error}") from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        with suppress(sqlite3.Error):
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        self._db.close()

"""The store in SQLite: pages, articles, dossiers as last shown, problems, judgements, and the memo of results.

One writer, many readers (WAL). Page bytes lie beside the file, compressed, under the hash of their content.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

import zstandard

from runut.errors import SchemaTooNew, StoreError
from runut.records.article import Article
from runut.records.codec import decode, encode
from runut.records.dossier import Dossier
from runut.records.ids import make_id
from runut.records.notes import Judgement, Problem
from runut.records.page import Page
from runut.store.migrations import MIGRATIONS

BATCH = 200
"""Memo entries kept before they are committed together: bounds what a killed run must do again."""


class Store:
    """Also a `Memo`. With `file=None` everything is in memory and gone at the end."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self._blobs: dict[str, bytes] = {}
        self._waiting = 0
        try:
            if file is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(file or ":memory:", isolation_level=None, timeout=30)
            self._prepare()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{file}: the store cannot be opened: {error}; choose another with --store") from error

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA foreign_keys = ON")
        number = self._db.execute("PRAGMA user_version").fetchone()[0]
        if number > len(MIGRATIONS):
            says = f"{self.file}: made by a newer runut (schema {number}, this one knows {len(MIGRATIONS)})"
            raise SchemaTooNew(f"{says}; update runut or choose another file with --store")
        if number == len(MIGRATIONS):
            return
        for step in MIGRATIONS[number:]:
            step(self._db)
        self._db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Commit what waits and close the file."""
        with suppress(sqlite3.ProgrammingError):
            self._commit()
            self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._commit()
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise StoreError(f"{self.file or 'the store in memory'}: cannot be written: {error}") from error

    # Memo

    def get(self, key: str) -> bytes | None:
        """The memo's value under `key`, or None."""
        row = self._db.execute("SELECT value FROM memo WHERE key = ?", (key,)).fetchone()
        return zstandard.decompress(row[0]) if row else None

    def put(self, key: str, value: bytes) -> None:
        """Keep a result; committed every `BATCH` entries, so an interrupted run goes on from there."""
        try:
            if not self._waiting:
                self._db.execute("BEGIN IMMEDIATE")
            self._waiting += 1
            packed = zstandard.compress(value, 3)
            self._db.execute("INSERT OR REPLACE INTO memo VALUES (?, ?)", (key, packed))
        except sqlite3.Error as error:
            raise StoreError(f"{self.file}: cannot be written: {error}") from error
        if self._waiting >= BATCH:
            self._commit()

    def _commit(self) -> None:
        if self._waiting:
            self._waiting = 0
            self._db.execute("COMMIT")

    # Pages and articles

    def keep_pages(self, pages: Iterable[tuple[Page, bytes]]) -> None:
        """Pages and their bytes; those already there are left alone."""
        kept = list(pages)
        for page, body in kept:
            self._keep_blob(page.body_hash, body)
        with self._writing() as db:
            rows = [(p.id, p.url, p.body_hash, p.place.file, encode(p)) for p, _ in kept]
            db.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?)", rows)

    def keep_articles(self, articles: Iterable[Article]) -> None:
        """Articles of pages that are kept."""
        with self._writing() as db:
            rows = [(a.id, a.page, a.url, a.published.value if a.published else None, encode(a)) for a in articles]
            db.executemany("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?)", rows)

    def articles_at(self, url: str) -> tuple[Article, ...]:
        """Every reading of the page at this address, oldest kept first."""
        rows = self._db.execute("SELECT record FROM article WHERE url = ? ORDER BY rowid", (url,))
        return tuple(decode(row[0], Article) for row in rows)

    def page(self, id: str) -> Page | None:
        """The page of this id, if it is kept."""
        row = self._db.execute("SELECT record FROM page WHERE id = ?", (id,)).fetchone()
        return decode(row[0], Page) if row else None

    def body(self, body_hash: str) -> bytes | None:
        """The bytes kept under this hash."""
        if self.file is None:
            packed = self._blobs.get(body_hash)
        else:
            path = self._blob_path(body_hash)
            packed = path.read_bytes() if path.is_file() else None
        return zstandard.decompress(packed) if packed is not None else None

    def _blob_path(self, body_hash: str) -> Path:
        assert self.file is not None
        return self.file.with_name(self.file.name + ".blobs") / body_hash[:2] / f"{body_hash}.zst"

    def _keep_blob(self, body_hash: str, body: bytes) -> None:
        if self.file is None:
            self._blobs.setdefault(body_hash, zstandard.compress(body, 3))
            return
        path = self._blob_path(body_hash)
        if path.is_file():
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half = path.with_suffix(".half")
            half.write_bytes(zstandard.compress(body, 3))
            half.replace(path)
        except OSError as error:
            raise StoreError(f"{path}: page bytes cannot be written: {error.strerror}") from error

    # Dossiers, problems, judgements

    def keep_dossier(self, dossier: Dossier, ids: Iterable[str]) -> str:
        """The dossier as shown, findable by every id in it; gives its own key. A repeated one replaces itself."""
        raw = encode(dossier)
        key = make_id("do", *(story.story.id for story in dossier.stories))
        with self._writing() as db:
            number = db.execute("SELECT coalesce(max(number), 0) + 1 FROM dossier").fetchone()[0]
            db.execute("DELETE FROM dossier WHERE key = ?", (key,))
            db.execute("INSERT INTO dossier VALUES (?, ?, ?)", (key, number, zstandard.compress(raw, 3)))
            db.executemany("INSERT OR IGNORE INTO shown VALUES (?, ?)", [(id, key) for id in ids])
        return key

    def dossier_showing(self, id: str) -> Dossier | None:
        """The newest dossier that shows this id."""
        row = self._db.execute(
            "SELECT d.record FROM shown s JOIN dossier d ON d.key = s.dossier WHERE s.id = ? "
            "ORDER BY d.number DESC LIMIT 1",
            (id,),
        ).fetchone()
        return decode(zstandard.decompress(row[0]), Dossier) if row else None

    def keep_problems(self, problems: Iterable[Problem]) -> None:
        """Problems, each once."""
        with self._writing() as db:
            rows = [
                (
                    make_id("pb", p.stage, p.code, p.file, p.offset or 0, p.record or ""),
                    p.stage,
                    p.code,
                    p.file,
                    encode(p),
                )
                for p in problems
            ]
            db.executemany("INSERT OR REPLACE INTO problem VALUES (?, ?, ?, ?, ?)", rows)

    def problems(self) -> tuple[Problem, ...]:
        """All problems kept, by file."""
        rows = self._db.execute("SELECT record FROM problem ORDER BY file, code, id")
        return tuple(decode(row[0], Problem) for row in rows)

    def judge(self, judgement: Judgement) -> None:
        """Append a person's judgement."""
        with self._writing() as db:
            db.execute("INSERT OR IGNORE INTO judgement (id, record) VALUES (?, ?)", (judgement.id, encode(judgement)))

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements in the order they were given, withdrawn ones too."""
        rows = self._db.execute("SELECT record FROM judgement ORDER BY number")
        return tuple(decode(row[0], Judgement) for row in rows)

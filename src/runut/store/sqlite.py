"""The store in SQLite: pages, articles, dossiers as last shown, problems, judgements, and the memo of results.

One writer, many readers (WAL). Page bytes lie beside the file, compressed, under the hash of their content. Writing the
same thing twice changes nothing.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Self

import zstandard

from runut.records.article import Article
from runut.records.codec import decode, encode
from runut.records.dossier import Dossier
from runut.records.ids import make_id
from runut.records.notes import Judgement, Problem
from runut.records.page import Page
from runut.store.blobs import Blobs
from runut.store.connection import Connection
from runut.store.search import find_articles, index_articles

BATCH = 100
"""Memo entries that are committed together: bounds what a killed run must do again."""
LEVEL = 3


class Store:
    """Also a `Memo`. With `file=None` everything is in memory and gone at the end."""

    def __init__(self, file: Path | None, *, read_only: bool = False) -> None:
        self.file = file
        self._read_only = read_only
        self._db = Connection(file, read_only=read_only)
        self._blobs = Blobs(file.with_name(file.name + ".blobs") if file else None)
        self._waiting: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write what waits and close the file."""
        try:
            self._write_memo()
        finally:
            self._db.close()

    # Memo

    def get(self, key: str) -> bytes | None:
        """The memo's value under `key`, or None; also where it is damaged, for it can be made again."""
        if key in self._waiting:
            return self._waiting[key]
        row = self._db.first("SELECT value FROM memo WHERE key = ?", key)
        try:
            return zstandard.decompress(row[0]) if row else None
        except zstandard.ZstdError:
            return None

    def put(self, key: str, value: bytes) -> None:
        """Keep a result; written every `BATCH` entries, so an interrupted run goes on from there."""
        self._waiting[key] = value
        if len(self._waiting) >= BATCH:
            self._write_memo()

    def _write_memo(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, {}
        rows = [(key, zstandard.compress(value, LEVEL)) for key, value in waiting.items()]
        with self._db.writing() as db:
            db.executemany("INSERT OR REPLACE INTO memo VALUES (?, ?)", rows)

    # Pages and articles

    def keep_pages(self, pages: Iterable[tuple[Page, bytes]]) -> None:
        """Pages and their bytes. A page known already keeps its number and takes the place where it was seen last."""
        kept = list(pages)
        for page, body in kept:
            self._blobs.keep(page.body_hash, body)
        rows = [(p.id, p.url, p.body_hash, p.place.file, encode(p)) for p, _ in kept]
        with self._db.writing() as db:
            db.executemany(
                "INSERT INTO page VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
                "SET file = excluded.file, record = excluded.record WHERE record != excluded.record",
                rows,
            )

    def keep_articles(self, articles: Iterable[Article]) -> None:
        """Articles of pages that are kept."""
        rows = [(a.id, a.page, a.url, a.published.value if a.published else None, encode(a)) for a in articles]
        with self._db.writing() as db:
            db.executemany(
                "INSERT INTO article VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET url = excluded.url, "
                "published = excluded.published, record = excluded.record WHERE record != excluded.record",
                rows,
            )

    def articles_at(self, url: str) -> tuple[Article, ...]:
        """Every reading of the page at this address, its revisions among them, first kept first."""
        rows = self._db.rows("SELECT record FROM article WHERE url = ? ORDER BY rowid", url)
        return tuple(decode(row[0], Article) for row in rows)

    def search(self, words: str, limit: int = 50) -> tuple[Article, ...]:
        """Articles that hold all these words in any form, and "these words" exactly; best first."""
        if not self._read_only:
            index_articles(self._db)
        return tuple(find_articles(self._db, words, limit))

    def page(self, id: str) -> Page | None:
        """The page of this id, if it is kept."""
        row = self._db.first("SELECT record FROM page WHERE id = ?", id)
        return decode(row[0], Page) if row else None

    def body(self, body_hash: str) -> bytes | None:
        """The bytes kept under this hash, or None where they are gone or damaged."""
        return self._blobs.get(body_hash)

    # Dossiers, problems, judgements

    def keep_dossier(self, dossier: Dossier, ids: Iterable[str]) -> str:
        """The dossier as shown, findable by every id in it; gives its own key. A repeated one replaces itself."""
        raw = encode(dossier)
        key = make_id("do", *(story.story.id for story in dossier.stories))
        with self._db.writing() as db:
            number = db.execute("SELECT coalesce(max(number), 0) + 1 FROM dossier").fetchone()[0]
            db.execute("DELETE FROM dossier WHERE key = ?", (key,))
            db.execute("INSERT INTO dossier VALUES (?, ?, ?)", (key, number, zstandard.compress(raw, LEVEL)))
            db.executemany("INSERT OR IGNORE INTO shown VALUES (?, ?)", [(id, key) for id in ids])
        return key

    def dossier_showing(self, id: str) -> Dossier | None:
        """The newest dossier that shows this id."""
        row = self._db.first(
            "SELECT d.record FROM shown s JOIN dossier d ON d.key = s.dossier WHERE s.id = ? "
            "ORDER BY d.number DESC LIMIT 1",
            id,
        )
        return decode(zstandard.decompress(row[0]), Dossier) if row else None

    def keep_problems(self, problems: Iterable[Problem], files: Iterable[str] = ()) -> None:
        """Problems, each once. What was said before of `files`, which have just been read again, is forgotten."""
        rows = [
            (make_id("pb", p.stage, p.code, p.file, p.offset or 0, p.record or ""), p.stage, p.code, p.file, encode(p))
            for p in problems
        ]
        with self._db.writing() as db:
            db.executemany("DELETE FROM problem WHERE file = ?", [(file,) for file in sorted(set(files))])
            db.executemany("INSERT OR REPLACE INTO problem VALUES (?, ?, ?, ?, ?)", rows)

    def problems(self) -> tuple[Problem, ...]:
        """All problems kept, by file."""
        rows = self._db.rows("SELECT record FROM problem ORDER BY file, code, id")
        return tuple(decode(row[0], Problem) for row in rows)

    def judge(self, judgement: Judgement) -> None:
        """Append a person's judgement."""
        with self._db.writing() as db:
            db.execute("INSERT OR IGNORE INTO judgement (id, record) VALUES (?, ?)", (judgement.id, encode(judgement)))

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements in the order they were given, withdrawn ones too."""
        rows = self._db.rows("SELECT record FROM judgement ORDER BY number")
        return tuple(decode(row[0], Judgement) for row in rows)

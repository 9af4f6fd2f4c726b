"""EDGE: one SQLite file beside a folder of page bytes."""

from pathlib import Path

from runut.store.sqlite import Store


def open_store(file: str, *, read_only: bool = False) -> Store:
    """The store in this file, made if it is not there; an empty name gives one in memory.

    `read_only` is for readers beside a writer: nothing is made or changed, and the file must be there.

    Raises:
        StoreError: it cannot be opened or written; SchemaTooNew: a newer runut made it.
    """
    return Store(Path(file) if file else None, read_only=read_only)

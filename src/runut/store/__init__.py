"""EDGE: one SQLite file beside a folder of page bytes."""

from pathlib import Path

from runut.store.sqlite import Store


def open_store(file: str) -> Store:
    """The store in this file, made if it is not there; an empty name gives one in memory.

    Raises:
        StoreError: it cannot be opened or written; SchemaTooNew: a newer runut made it.
    """
    return Store(Path(file) if file else None)

"""The files of a folder, deep and in one order, without what a browser saved beside a page."""

import os
from collections.abc import Iterator
from pathlib import Path

from runut.records.notes import Problem
from runut.sources.files import name_of

BESIDE = ("_files", "_file", "-Dateien", "_berkas", ".files")
"""Endings of the folder in which a browser keeps a saved page's pictures, scripts and framed advertisements."""


def files_under(folder: Path) -> Iterator[Path | Problem]:
    """Regular files below a folder, sorted by path; what cannot be entered or leads nowhere as a Problem."""
    troubles: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=troubles.append):
        beside = {name for name in folders if _is_beside(name, names)}
        folders[:] = sorted(name for name in folders if name not in beside)
        for name in sorted(beside):
            says = "left out: the parts of a page saved by a browser"
            yield Problem("sources", "page-parts", name_of(Path(here, name)), says, severity="note")
        for name in sorted(names):
            file = Path(here, name)
            if file.is_file():
                yield file
            elif file.is_symlink():
                yield Problem("sources", "not-found", name_of(file), "the link leads nowhere")
        while troubles:
            yield _closed(troubles.pop())
    while troubles:
        yield _closed(troubles.pop())


def _is_beside(folder: str, names: list[str]) -> bool:
    stem = next((folder.removesuffix(ending) for ending in BESIDE if folder.endswith(ending)), "")
    return bool(stem) and any(f"{stem}{ending}" in names for ending in (".html", ".htm", ".xhtml"))


def _closed(error: OSError) -> Problem:
    says = f"this folder cannot be read: {error.strerror or error}"
    return Problem("sources", "unreadable", name_of(Path(error.filename or "")), says)

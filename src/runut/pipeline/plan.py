"""The order of the stages: the picture of the system in five rows, and the keys under which results are kept."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from platform import python_version
from typing import Literal

from runut.records.ids import hash_bytes

_NAME = re.compile(r"[A-Za-z0-9_.-]+")


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it takes and gives, per what it runs, and the packages whose rules decide its results."""

    name: str
    takes: str
    gives: str
    per: Literal["page", "article", "pile", "story"]
    packages: tuple[str, ...]


WORDS = ("records", "text", "knowledge", "languages")

STAGES: tuple[Stage, ...] = (
    Stage("read", "Page", "Article", "page", (*WORDS, "read")),
    Stage("recognise", "Article", "Findings", "article", (*WORDS, "recognise")),
    Stage("group", "Signature", "ReusePair, DuplicateSet, Story", "pile", (*WORDS, "group")),
    Stage("compare", "Story", "Comparison", "story", (*WORDS, "compare")),
    Stage("present", "Comparison", "StoryDossier", "story", (*WORDS, "present")),
)


def memo_key(stage: str, *inputs: str) -> str:
    """The key of a stage's result: the stage, the rules it runs by, and everything it was given.

    A changed rule or table changes the key, so nothing has to be told to forget.
    """
    digest = hash_bytes("\0".join(inputs).encode("utf-8", "surrogatepass"))
    return f"{stage} {rules_digest(stage)} {digest}"


@cache
def rules_digest(stage: str) -> str:
    """A short hash over the source and tables of a stage's packages and the versions of the libraries they use."""
    packages = next(row.packages for row in STAGES if row.name == stage)
    parts = [part for package in packages for part in _contents(files("runut").joinpath(package))]
    return hash_bytes(b"\0".join([*parts, *_libraries()]))[:12]


def _libraries() -> list[bytes]:
    """Names and versions of the libraries we stand on, and of Python: a newer one may read a page otherwise."""
    found = [python_version()]
    for requirement in requires("runut") or []:
        name = _NAME.match(requirement)
        if name and "extra ==" not in requirement:
            try:
                found.append(f"{name[0]} {version(name[0])}")
            except PackageNotFoundError:
                continue
    return [line.encode() for line in found]


def _contents(folder: Traversable) -> list[bytes]:
    found: list[bytes] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in ("__pycache__", "cases"):
                found += _contents(entry)
        elif not entry.name.endswith(".pyc"):
            found += [entry.name.encode(), entry.read_bytes()]
    return found

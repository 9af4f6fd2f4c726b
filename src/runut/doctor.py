"""What is installed and what will be used: the first thing to look at when something is odd."""

import platform
import sqlite3
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, requires, version

from runut import __version__
from runut.backends import EMBEDDERS, make_embedder
from runut.errors import BackendMissing
from runut.languages.pack import FOLDERS
from runut.settings import Settings


def examine(settings: Settings) -> dict[str, str]:
    """Names and states, in the order in which they are printed."""
    found = {"runut": __version__, "python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    found["languages"] = ", ".join(FOLDERS)
    for name in EMBEDDERS:
        found[f"embedder {name}"] = _embedder_state(name)
    for key, value in asdict(settings).items():
        found[f"setting {key}"] = ",".join(value) if isinstance(value, tuple) else str(value)
    for requirement in requires("runut") or []:
        name = requirement.split(";")[0].split(">")[0].split("=")[0].split("<")[0].strip()
        if "extra ==" not in requirement:
            found[f"package {name}"] = _package_version(name)
    return found


def _embedder_state(name: str) -> str:
    try:
        return f"loads ({make_embedder(name).name})"
    except BackendMissing as error:
        return str(error)


def _package_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing: pip install " + name

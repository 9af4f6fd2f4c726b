"""A language as the recognisers see it: its tables by name. Both packs hold the same file names."""

from dataclasses import dataclass
from functools import cache

from runut.text.tables import Row, load_table

FOLDERS = {"id": "indonesian", "en": "english"}
"""Language code to folder. A pack is read by its code; Malay text is read with the Indonesian tables."""


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """The tables of one language. Equal packs have equal codes, so rules compiled from one can be kept by it."""

    code: str

    @property
    def package(self) -> str:
        """The Python package that holds the tables."""
        return f"runut.languages.{FOLDERS[self.code]}"

    def table(self, name: str) -> tuple[Row, ...]:
        """Rows of the table `name`.

        Raises:
            TableError: there is no such table, or it is malformed.
        """
        return load_table(self.package, name)

    def forms(self, name: str, column: str = "form", **wanted: str) -> tuple[str, ...]:
        """The cells of `column` in those rows of a table whose other cells equal `wanted`, in order.

        >>> "dr" in load_pack("id").forms("abbreviations")
        True
        """
        rows = self.table(name)
        return tuple(row[column] for row in rows if all(row[key] == value for key, value in wanted.items()))


@cache
def load_pack(language: str) -> LanguagePack | None:
    """The pack for a language code ("id", "en"), or None where there is none."""
    return LanguagePack(language) if language in FOLDERS else None

"""Numbers in words and digits, as one language writes them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from runut.languages.pack import LanguagePack

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a language writes numbers: its words as (kind, value) by form, and its decimal mark."""

    words: MappingProxyType[str, tuple[str, float]]
    decimal: str

    @property
    def thousands(self) -> str:
        """The mark between groups of three digits."""
        return "." if self.decimal == "," else ","


def swap_marks(style: NumberStyle) -> NumberStyle:
    """The same words with the marks of decimals and thousands exchanged."""
    return NumberStyle(style.words, style.thousands)


@cache
def number_style(pack: LanguagePack) -> NumberStyle:
    """The number words and marks of a language, read once."""
    rows = pack.table("numbers")
    words = {row["form"]: (row["kind"], float(row["value"])) for row in rows if row["kind"] != "decimal"}
    marks = [row["form"] for row in rows if row["kind"] == "decimal"]
    return NumberStyle(MappingProxyType(words), marks[0] if marks else ".")


def read_digits(text: str, style: NumberStyle) -> float | None:
    """The value of a number in digits, or None where the marks make none.

    Groups of three after the language's mark of thousands are thousands; one group of another length after either mark
    is a decimal part.

    >>> from runut.languages.pack import load_pack
    >>> style = number_style(load_pack("id"))
    >>> read_digits("5.000", style), read_digits("2,84", style), read_digits("17.2", style)
    (5000.0, 2.84, 17.2)
    """
    if not _DIGITS.fullmatch(text) or len(text) > 30:
        return None
    whole, mark, fraction = text.rpartition(style.decimal)
    if mark and style.decimal not in whole and style.thousands not in fraction:
        grouped = _ungroup(whole, style.thousands)
        return None if grouped is None else float(f"{grouped}.{fraction}")
    if mark:
        grouped = _ungroup(text, style.decimal)
        return None if grouped is None else float(grouped)
    grouped = _ungroup(text, style.thousands)
    if grouped is not None:
        return float(grouped)
    whole, _, fraction = text.rpartition(style.thousands)
    return float(f"{whole}.{fraction}") if whole.isdigit() and len(fraction) < 3 else None


def _ungroup(text: str, mark: str) -> str | None:
    head, *groups = text.split(mark)
    if not head.isdigit() or (groups and len(head) > 3) or any(len(g) != 3 or not g.isdigit() for g in groups):
        return None
    return head + "".join(groups)


def read_words(words: Sequence[str], style: NumberStyle) -> tuple[float, int] | None:
    """The number that `words` (lower case) begin with, and how many of them it takes; None if they begin with none.

    >>> from runut.languages.pack import load_pack
    >>> read_words("dua ratus lima belas orang".split(), number_style(load_pack("id")))
    (215.0, 4)
    """
    total, group, digit, used, last_scale = 0.0, 0.0, 0.0, 0, float("inf")
    for at, word in enumerate(words):
        kind, value = style.words.get(word, ("", 0.0))
        if kind == "add":
            if used and digit and (digit < 10 or value >= 10):
                break
            group, digit = group + (digit if digit >= 10 else 0), value
        elif kind == "teen" and 0 < digit < 10:
            digit += 10
        elif kind == "times" and digit:
            group, digit = group + digit * value if digit < 100 else group, 0
        elif kind in ("scale", "one-scale") and value < last_scale:
            total, group, digit, last_scale = total + (group + digit or 1) * value, 0, 0, value
        elif kind == "link" and used:
            continue
        else:
            break
        used = at + 1
    return (total + group + digit, used) if used else None

"""Lines that the tables `page_lines` know: "Baca juga: …", "Advertisement", "All rights reserved".

Both languages' tables are read side by side, since pages mix them. A row says where its form must stand; "#" in a form
is a number, "*" a few words. Matching is by dictionary of folded words, so a line costs the same however long the
tables grow.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from runut.languages.pack import FOLDERS, load_pack

SHORT_LINE = 250
"""Characters of the longest line in which a phrase `inside` counts, and of a line that are looked at."""
_LONGEST_FORM = 8
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[#©+&@]")
_DIGIT = re.compile(r"\d")
_APOSTROPHES = str.maketrans("’‘", "''")


class LineWord(NamedTuple):
    """A row that fits a line: the row's `where` and `rule`, and how many words of the line its form takes."""

    where: str
    rule: str
    size: int


class _Tables(NamedTuple):
    whole: Mapping[tuple[str, ...], tuple[LineWord, ...]]
    heads: Mapping[tuple[str, ...], tuple[LineWord, ...]]
    starred: Mapping[str, tuple[tuple[re.Pattern[str], LineWord], ...]]
    inside: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a line's beginning in small letters, numbers as "#"; marks are left out.

    >>> fold_words("Dibaca 4.299 kali")
    ('dibaca', '#', '#', 'kali')
    """
    words = _WORD.findall(text[:SHORT_LINE].translate(_APOSTROPHES).casefold())
    return tuple(words) if not _DIGIT.search(text) else tuple("#" if word[0].isdigit() else word for word in words)


def end_of_words(text: str, count: int) -> int:
    """Where the first `count` words of a line end."""
    end = 0
    for match, _ in zip(_WORD.finditer(text.translate(_APOSTROPHES)), range(count), strict=False):
        end = match.end()
    return end


def whole_line(words: tuple[str, ...]) -> tuple[LineWord, ...]:
    """The rows whose form is all of these folded words."""
    tables = _tables()
    found = tables.whole.get(words, ())
    if not found and 1 < len(words) <= _LONGEST_FORM + 4:
        line = " ".join(words)
        found = tuple(row for pattern, row in tables.starred.get(words[0], ()) if pattern.fullmatch(line))
    return found


def line_head(words: tuple[str, ...]) -> tuple[LineWord, ...]:
    """The rows for the beginning of a line (`start` and `label`) that fit these folded words, longest first."""
    heads = _tables().heads
    found: tuple[LineWord, ...] = ()
    for size in range(min(_LONGEST_FORM, len(words)), 0, -1):
        found += heads.get(words[:size], ())
    return found


def phrase_inside(words: tuple[str, ...]) -> str | None:
    """The rule of a phrase that stands anywhere among a short line's folded words, or None."""
    inside = _tables().inside
    for at, word in enumerate(words):
        for phrase, rule in inside.get(word, ()):
            if words[at : at + len(phrase)] == phrase:
                return rule
    return None


def _key(form: str) -> tuple[str, ...]:
    return fold_words(form)


@cache
def _tables() -> _Tables:
    whole: dict[tuple[str, ...], list[LineWord]] = {}
    heads: dict[tuple[str, ...], list[LineWord]] = {}
    starred: dict[str, list[tuple[re.Pattern[str], LineWord]]] = {}
    inside: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code in FOLDERS:
        pack = load_pack(code)
        for row in pack.table("page_lines") if pack else ():
            form, where, rule = row["form"], row["where"], row["rule"]
            key = _key(form)
            word = LineWord(where, rule, len(key))
            if where == "inside":
                inside.setdefault(key[0], []).append((key, rule))
            elif "*" in form:
                pieces = [re.escape(" ".join(_key(piece))) for piece in form.split("*")]
                starred.setdefault(key[0], []).append((re.compile(r".{2,40}".join(pieces)), word))
            elif where in ("start", "label"):
                heads.setdefault(key, []).append(word)
            else:
                whole.setdefault(key, []).append(word)
    return _Tables(
        {key: tuple(rows) for key, rows in whole.items()},
        {key: tuple(rows) for key, rows in heads.items()},
        {first: tuple(rows) for first, rows in starred.items()},
        {first: tuple(phrases) for first, phrases in inside.items()},
    )

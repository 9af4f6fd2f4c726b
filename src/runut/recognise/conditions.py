"""Condition clauses: where "if" and its kin open one, and where it ends."""

import re
from collections.abc import Iterable
from functools import cache

from runut.languages.pack import LanguagePack

_CLAUSE_END = re.compile(r"[,;:]?[\"”]|[,;:]\s|[.!?…]\s*$")


def any_form(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole words: any of the forms, the longest first, upper or lower case."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])", re.IGNORECASE)


@cache
def _markers(pack: LanguagePack) -> tuple[re.Pattern[str], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    rows = pack.table("conditions")
    barred = {row["form"].lower(): frozenset(filter(None, row["not_before"].split(";"))) for row in rows}
    only = {row["form"].lower(): frozenset(filter(None, row["only_before"].split(";"))) for row in rows}
    return any_form(barred), barred, only


def find_conditions(shadow: str, start: int, end: int, pack: LanguagePack) -> list[tuple[int, int]]:
    """Condition clauses of a sentence as offsets, marker included, in order.

    A clause ends at the next comma, quotation mark or the end of the sentence.
    """
    pattern, barred, only = _markers(pack)
    found: list[tuple[int, int]] = []
    for hit in pattern.finditer(shadow, start, end):
        following = re.match(r"\s*([\w-]+)", shadow[hit.end() : hit.end() + 30])
        word = following[1].lower() if following else ""
        bars, needed = barred[hit[0].lower()], only[hit[0].lower()]
        if needed and word not in needed:
            continue
        if word in bars or (word[:1].isdigit() and "#" in bars) or (found and hit.start() < found[-1][1]):
            continue
        stop = _CLAUSE_END.search(shadow, hit.end(), end)
        last = stop.start() if stop else end
        if last > hit.end():
            found.append((hit.start(), last))
    return found

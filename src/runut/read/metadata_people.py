"""Who wrote and who edited: what the page prints, else what it states; editors kept apart from writers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from runut.knowledge.world import agency_of, outlet_of
from runut.languages.pack import FOLDERS
from runut.read.bylines import as_name, find_roles, is_name, names_in, read_byline, role_alone
from runut.read.dates import find_stamps
from runut.read.metadata_head import Head, meta_names
from runut.read.metadata_title import fold
from runut.text.tables import load_table


class Printing(NamedTuple):
    """A line near the article: its text, its kind (None: removed), the rule, whether it stands before the body."""

    text: str
    kind: str | None
    rule: str
    at_head: bool


_URL = re.compile(r"https?:|www\.|@|/")
_DOMAIN = re.compile(r"\.(?:com|id|co|net|org|tv|news)$", re.IGNORECASE)
_ORGANISATION = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "Brand", "WebSite"})
_MOST_PEOPLE = 12
_LONG_NAME = 8
"""Letters from which an outlet's name is known by its beginning."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The people that lines near the article name: writers at its head, writers at its foot, editors.

    `boxed` are names without a word of role, in boxes that are called bylines.
    """

    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    boxed: tuple[str, ...] = ()


def read_printed(lines: Sequence[Printing]) -> Printed:
    """The people in the lines around an article, given in page order.

    A word of role on a line of its own ("Penulis") belongs to the name on the line before or behind it.
    """
    head: list[str] = []
    foot: list[str] = []
    editors: list[str] = []
    boxed: list[str] = []
    paired: set[int] = set()
    for number, line in enumerate(lines):
        role = role_alone(line.text)
        if role:
            at = _beside(lines, number, paired)
            if at is not None:
                paired.add(at)
                named = as_name(lines[at].text)
                for kind in ("writer", "editor") if role == "both" else (role,):
                    {"writer": head if line.at_head else foot, "editor": editors}.get(kind, []).append(named)
        elif line.kind in ("byline", "date", "provenance"):
            found = read_byline(_before_stamp(line.text))
            (head if line.at_head else foot).extend(found.writers if found else ())
            editors += found.editors if found else ()
            if line.rule == "byline-box" and line.at_head and is_name(line.text):
                boxed.append(as_name(line.text))
    return Printed(tuple(head), tuple(foot), tuple(editors), tuple(boxed))


def _before_stamp(text: str) -> str:
    """A line without the date behind its names ("LAPORAN: SITI RAHMA Jumat, 21 Juni 2024")."""
    stamps = find_stamps(text)
    before = text[: stamps[0].start].rstrip(" ,-|") if stamps else ""
    if not find_roles(before):
        return text
    words = before.rsplit(maxsplit=1)
    return words[0] if words[-1].casefold() in _weekdays() else before


@cache
def _weekdays() -> frozenset[str]:
    rows = [row for code in FOLDERS for row in load_table(f"runut.languages.{FOLDERS[code]}", "calendar")]
    return frozenset(row["form"].casefold() for row in rows if row["kind"] == "weekday")


def _beside(lines: Sequence[Printing], number: int, paired: set[int]) -> int | None:
    """The line with the name that a word of role alone belongs to."""
    behind, before = number + 1, number - 1
    sides = (behind, before) if lines[number].text.rstrip().endswith(":") else (before, behind)
    inside = [at for at in sides if 0 <= at < len(lines)]
    for at in sorted(inside, key=lambda at: lines[at].kind != "byline"):
        if at not in paired and not role_alone(lines[at].text) and is_name(lines[at].text):
            return at
    return None


def find_people(head: Head, printed: Printed, outlet_names: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(writers, editors), each in page order, each name once.

    Writers printed at the head are believed over stated ones: on many sites the stated author is the editor. Where the
    two agree on somebody, the stated spelling and both lists' names are taken. Writers at the foot count where nothing
    else names any. A news agency is a writer only where nobody else is.

    Args:
        head: the page's own statements.
        printed: the people that lines near the article name.
        outlet_names: names of the outlet and its publisher, which are nobody's.
    """
    nobody = {fold(name) for name in outlet_names if name}
    editors = list(printed.editors)
    stated = [name for name in _stated(head, nobody) if not _among(name, editors) or _among(name, printed.head)]
    shown = list(printed.head)
    if any(_among(name, stated) for name in shown):
        writers = stated + [name for name in shown if not _among(name, stated)]
    else:
        boxed = [name for name in printed.boxed if not _among(name, editors)]
        writers = shown or stated or list(printed.foot) or boxed or _stated_agency(head, nobody)
    for text, kind in head.jsonld.people("editor"):
        if kind not in _ORGANISATION and (name := _name(text)) and not _among(name, writers):
            editors.append(name)
    return tuple(_once(writers, nobody)), tuple(_once(editors, nobody))


def _stated_agency(head: Head, nobody: set[str]) -> list[str]:
    texts = [text for text, _ in head.jsonld.people("author")] or [
        t for name in meta_names("author") for t in head.all_of(name)
    ]
    return [text for text in texts if agency_of(text) and fold(text) not in nobody][:1]


def _stated(head: Head, nobody: set[str]) -> list[str]:
    """The people that the page states as its authors, the first source that names any."""
    pairs = [(text, kind) for text, kind in head.jsonld.people("author") if kind not in _ORGANISATION]
    names = [name for text, _ in pairs for name in _split(text) if fold(name) not in nobody]
    if names:
        return names[:_MOST_PEOPLE]
    for meta in meta_names("author"):
        names = [name for text in head.all_of(meta) for name in _split(text) if fold(name) not in nobody]
        if names:
            return names[:_MOST_PEOPLE]
    return []


def _split(text: str) -> list[str]:
    """The people in a stated author: a list of names, maybe behind "By"; none in an address."""
    return [] if _URL.search(text) else [name for name in names_in(_named_part(text)) if not _is_media(name)]


def _name(text: str) -> str:
    name = as_name(_named_part(text))
    return name if is_name(name) and not _is_media(name) else ""


def _named_part(text: str) -> str:
    roles = find_roles(text)
    return text[roles[0].end :] if roles and not text[: roles[0].start].strip() else text


def _is_media(name: str) -> bool:
    return outlet_of(name) is not None or agency_of(name) is not None


def _among(name: str, others: Sequence[str]) -> bool:
    """Whether a name is one of these, or begins as one of them does (a handle or a place glued behind it)."""
    own = fold(name)
    return any(own == (other := fold(given)) or _glued(own, other) or _glued(other, own) for given in others)


def _glued(longer: str, shorter: str) -> bool:
    return len(shorter) >= 8 and longer.startswith(shorter)


def _once(names: Sequence[str], nobody: set[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if not _is_nobody(fold(name), nobody) and not _among(name, kept) and not _DOMAIN.search(name):
            kept.append(name)
    return kept


def _is_nobody(name: str, nobody: set[str]) -> bool:
    """Whether a folded name is the outlet's, in a longer or shorter form."""
    return name in nobody or any(
        min(len(name), len(other)) >= _LONG_NAME and (name.startswith(other) or other.startswith(name))
        for other in nobody
    )

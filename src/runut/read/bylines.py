"""Names of those who made a page, from a byline or from a line of provenance.

"Pewarta: Siti Rahma Editor: Budi Hartono" names a writer and an editor; "(Reporting by Ann Reed in Oslo; editing by Tom
Hale)" too. Words of role come from the tables `bylines` of both languages, names are told by their shape.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from runut.knowledge.world import agency_of, outlet_of, place_of
from runut.languages.pack import FOLDERS, load_pack
from runut.text.tables import Row

_LONGEST_LINE = 400
_MOST_WORDS = 6
"""Words in the longest personal name read ("Raden Mas Haryo Seno Adi Putra")."""
_WORD = re.compile(r"(?:[A-Za-zÀ-ɏ][\w'’.\-]*|[^\W\d_][\w'’.\-]*)")
_DEGREE = re.compile(r"[A-Z]\w{0,3}\.(?:\w+\.)*\w*|[A-Z]{1,2}[a-z]?[A-Z]{0,2}")
"""A degree behind a name ("S.Sos", "M.Si", "SE", "PhD"); never read as a name of its own."""
_DIGIT = re.compile(r"\d|@|https?:|www\.")
_PARTING = frozenset(":：|;(–—•·")
_FIRST = re.compile(r"[\W_]{0,8}(\w+)")
_EDGES = ' \t\r\n\xa0\u200b\ufeff.,:;|/-–—•·*()[]"“”<>'


class Byline(NamedTuple):
    """Names by role, each as printed but for capitals throughout; a line that names nobody has all of them empty."""

    writers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Translators, photographers, those who put the page online."""


class RoleWord(NamedTuple):
    """A word of role found in a line: its role, how its table says it is used, half-open offsets with its colon."""

    role: str
    where: str
    start: int
    end: int


def read_byline(text: str) -> Byline | None:
    """The names in a line that is a byline, or None where it is none.

    >>> read_byline("Pewarta: Siti Rahma SariEditor: Budi Hartono Copyright © 2025")
    Byline(writers=('Siti Rahma Sari',), editors=('Budi Hartono',), others=())
    >>> read_byline("LAPORAN: SITI RAHMA").writers
    ('Siti Rahma',)
    >>> read_byline("Oleh karena itu warga pulang") is None
    True
    """
    line = text[:_LONGEST_LINE]
    roles = find_roles(line)
    if not roles:
        return None
    named: dict[str, list[str]] = {}
    ends = [role.start for role in roles[1:]] + [len(line)]
    for role, end in zip(roles, ends, strict=True):
        names = _names(line[role.end : end])
        if not names and role.where == "before":
            continue
        for kind in ("writer", "editor") if role.role == "both" else (role.role,):
            known = named.setdefault(kind, [])
            known += [name for name in names if name not in known]
    if not named:
        return None
    others = [name for kind, names in named.items() if kind not in ("writer", "editor") for name in names]
    return Byline(tuple(named.get("writer", ())), tuple(named.get("editor", ())), tuple(others))


def find_roles(line: str) -> list[RoleWord]:
    """The words of role in a line, in order: with a colon, or ("Oleh", "By") before a name."""
    found: list[RoleWord] = []
    if _PARTING.isdisjoint(line[:_LONGEST_LINE]) and not _may_open(line):
        return found
    for match in _role_words().finditer(line[:_LONGEST_LINE]):
        form = match[1].casefold()
        label, before = _roles("label").get(form), _roles("before").get(form)
        if match[2] and label:
            found.append(RoleWord(label, "label", match.start(1), match.end()))
        elif before and not match[2] and (found or _opens(line, match.start(1))) and _is_capital(line, match.end()):
            found.append(RoleWord(before, "before", match.start(1), match.end()))
    return found


def _may_open(line: str) -> bool:
    """Whether a line's first word begins a word of role that needs no colon."""
    first = _FIRST.match(line)
    return bool(first) and first[1].casefold() in _openers()  # type: ignore[index]


def role_alone(text: str) -> str | None:
    """The role that a whole line names ("Penulis", "Editor:"), or None; its name stands on the line beside it."""
    return _roles("label").get(text.strip(_EDGES).casefold())


def is_name(text: str) -> bool:
    """Whether a short text has the shape of a person's name and is no known outlet, agency, place or desk.

    >>> is_name("Siti Rahma"), is_name("Ludwig van der Berg"), is_name("Tim Redaksi"), is_name("Harga naik lagi")
    (True, True, False, False)
    """
    name = text.strip(_EDGES)
    words = name.split()
    if not 1 <= len(words) <= _MOST_WORDS or not 3 <= len(name) <= 50 or _DIGIT.search(name):
        return False
    if name.casefold() in _teams() or outlet_of(name) or agency_of(name) or place_of(name):
        return False
    proper = [word for word in words if _WORD.fullmatch(word) and word[0].isupper()]
    return bool(proper) and all(word in proper or word in _particles() for word in words)


def as_name(text: str) -> str:
    """A name as printed; one in capitals throughout is given small letters ("SITI RAHMA" becomes "Siti Rahma")."""
    name = " ".join(text.strip(_EDGES).split())
    if name.isupper() and len(name) > 4:
        return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)
    return name


def names_in(stretch: str) -> list[str]:
    """The names in a stretch that holds names alone ("Ann Reed and Tom Hale"), as a page states its authors.

    >>> names_in("Ann Reed; Tom Hale")
    ['Ann Reed', 'Tom Hale']
    """
    return _names(stretch[:_LONGEST_LINE])


def _names(stretch: str) -> list[str]:
    words = _joints()
    stop = words.end.search(stretch)
    names: list[str] = []
    for piece in words.between.split(stretch[: stop.start()] if stop else stretch):
        name = words.place.split(piece.partition("(")[0] if not piece.startswith("(") else piece, maxsplit=1)[0]
        name = name.strip(_EDGES)
        if is_name(name) and not (names and _DEGREE.fullmatch(name)):
            names.append(as_name(name))
    return names


def _opens(line: str, at: int) -> bool:
    """Whether nothing but marks stands before `at`, or a mark that parts (a bar, a bracket, a stop)."""
    before = line[:at].rstrip()
    return not before.strip(_EDGES) or before[-1] in "|(;.–—•·"


def _is_capital(line: str, at: int) -> bool:
    rest = line[at:].lstrip()
    return bool(rest) and rest[0].isupper()


def _rows(table: str = "bylines") -> Iterable[Row]:
    for code in FOLDERS:
        pack = load_pack(code)
        if pack:
            yield from pack.table(table)


def _either(*where: str) -> str:
    forms = {row["form"] for row in _rows() if row["where"] in where}
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


class _Joints(NamedTuple):
    between: re.Pattern[str]
    place: re.Pattern[str]
    end: re.Pattern[str]


@cache
def _joints() -> _Joints:
    return _Joints(
        re.compile(rf"(?:(?<!\s)\s+)?(?:[,;|/&•·\n]|\s[-–—]\s|\s(?:{_either('joint')})\s)\s*", re.IGNORECASE),
        re.compile(rf"\s(?:{_either('place')})\s(?=[^\W\d_a-z])"),
        re.compile(rf"(?<!\w)(?:{_either('end')})(?!\w)|https?:", re.IGNORECASE),
    )


@cache
def _particles() -> frozenset[str]:
    return frozenset(row["form"] for row in _rows("name_particles"))


@cache
def _roles(where: str) -> dict[str, str]:
    return {row["form"].casefold(): row["role"] for row in _rows() if row["where"] == where}


@cache
def _openers() -> frozenset[str]:
    return frozenset(re.split(r"\W", form)[0] for form in _roles("before"))


@cache
def _teams() -> frozenset[str]:
    return frozenset(row["form"].casefold() for row in _rows() if row["where"] == "team")


@cache
def _role_words() -> re.Pattern[str]:
    """A word of role at the start of a word, or glued behind a small letter ("SariEditor:"), and its colon."""
    return re.compile(rf"(?:(?<!\w)|(?<=[a-z])(?=[A-Z]))((?i:{_either('label', 'before')}))(?:\s{{0,3}}([:：])|(?!\w))")

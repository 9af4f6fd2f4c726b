"""The grammar of expressions of time: patterns over the codes of atoms (see `times_words`)."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from runut.recognise.times_words import Atom

_NEAR = 10
"""Atoms of context on each side: room for a word of the future before a weekday."""
_SIZES = ("CE", "DE", "Y", "M", "W", "D", "TH", "TM", "TS")
_NEVER_FIRST = r"[_W.,)&/|FAPLVJzv]"
"""Codes with which no expression begins: most of a text, skipped in one step."""
_CORE = r"G?(?:d(?!m)|[nK]m(?:,?y)?)"
_CORE_EN = r"(?:d(?!m)|[nK]o?m(?:,?y)?|m[nK](?![u#nP])(?:,?y)?|m[nK](?=,?y),?y)"
_CLOCK = (
    r"(?:a?o?(?:[cC]a?|u(?=[tT]))[tT]p?z?|a?[cC]np?z|a?(?:[cC]|u(?=np))np(?:z|(?![nu]))"
    r"|a?Cn(?=[.,)pzwDr-]|$)|a?o?Tp?z?|tp?z)"
)
_TAIL = rf"(?:[,|-]?o?p?,?{_CLOCK})?"
_LENGTH = r"(?:[qn#]u(?![yj])(?!R)|N|n-u(?!-A))"
_SPAN = r"n[-x]nu(?!y)"
_LIST = r"G?(?:[nK],){0,6}[nK],?&[nK]"


def _day(core: str) -> str:
    written = rf"(?:u?w?p?,?\({core}\)|(?:u?wp?,?o?)?{core})"
    return rf"{written}[rj]?p?"


def _rules(core: str) -> tuple[tuple[str, str], ...]:
    day = _day(core)
    pair = rf"(?:u?w(?:[-x&]w)?p?,?)?\(?(?:{_LIST},?my?|G?n[-x]n,?m,?y?|mn[-x]n(?:,?y)?|m{_LIST}(?![_WuP])(?:,?y)?"
    return (
        ("range", rf"{pair}|B|{core}[-x]{core})\)?[rj]?"),
        ("day", rf"{_CLOCK},?o?(?:\(?{day}\)?|wp?[rj]?|Dp?|p[rj])"),
        ("day", rf"{day}{_TAIL}"),
        ("day", rf"(?:pD|Dp?|S|H|pz|ep|fp|p[rj]|pe|pv|bp|bw|wb?u?[rj]|wb?up?|wpu[rj]|wD|wp?){_TAIL}"),
        ("clock", _CLOCK),
        ("years", r"[ui]{0,4}y[-x/]y|YxY|[ui]{0,4}y[-/]n(?![mu])"),
        ("months", r"m[-x]m,?y"),
        ("quarter", r"Q[RU]-?y?|Q[RU]?[rj]|[RU]Q,?o?y?|Q[RU]o?uy"),
        ("decade", r"u?Y"),
        ("holiday", r"M[-.]nJ(?:u[rj]|,?y)?"),
        ("weekend", r"O"),
        ("monthday", r"Gn(?!,?[nK&x-]|,?m|u|/)"),
        ("season", r"bE|E[rj]|Eo?,?y"),
        ("days so far", r"i?[qn]D"),
        ("back", rf"i?(?:{_LENGTH})(?:r|k|v|g)|i?[qn]uj|i?b[qn]u"),
        ("event", rf"(?:{_LENGTH})(?=V)"),
        ("lengths", r"i?[n#]u(?:&?nu)+"),
        ("span", _SPAN),
        ("past", rf"i(?:{_LENGTH})"),
        ("month", r"(?:s-?o?)?(?:u?m,?u?y|u?m[rjD]|bm(?![nK])|u?m)"),
        ("relative", r"(?:s-?)?(?:u[rjD]|bu|uv)"),
        ("year", r"(?:s-?)?u{0,4}y"),
        ("stage", r"su"),
        ("length", _LENGTH),
    )


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of atoms that a rule reads, and the codes of up to `_NEAR` atoms before and after it."""

    rule: str
    atoms: tuple[Atom, ...]
    before: str
    after: str

    @property
    def ahead(self) -> bool:
        """Whether a word of the future governs this: one before it with no mark of a clause's end between them."""
        return "F" in re.split(r"[.,()]", self.before)[-1]

    def first(self, code: str) -> Atom | None:
        """The first atom with one of these codes."""
        return next((atom for atom in self.atoms if atom.code in code), None)

    def all(self, code: str) -> list[Atom]:
        """The atoms with one of these codes, in order."""
        return [atom for atom in self.atoms if atom.code in code]


@cache
def _compiled(month_first: bool) -> tuple[re.Pattern[str], tuple[str, ...]]:
    rules = _rules(_CORE_EN if month_first else _CORE)
    pattern = "|".join(f"(?P<g{number}>{source})" for number, (_, source) in enumerate(rules))
    return re.compile(rf"(?!{_NEVER_FIRST})(?:{pattern})"), tuple(name for name, _ in rules)


def match_times(atoms: list[Atom], month_first: bool) -> list[Match]:
    """Stretches of atoms that read as times, leftmost first, the first fitting rule winning; none overlap."""
    codes = "".join(atom.code for atom in atoms)
    pattern, names = _compiled(month_first)
    found = []
    for hit in pattern.finditer(codes):
        start, end = hit.span()
        if hit[0][-1] in ",(" or (hit[0][-1] == ")" and "(" not in hit[0]):
            end -= 1
        for rule, first, last in _split(names[int((hit.lastgroup or "g0")[1:])], start, end, atoms):
            before, after = codes[max(0, first - _NEAR) : first], codes[last : last + _NEAR]
            found.append(Match(rule, tuple(atoms[first:last]), before, after))
    return found


def _split(rule: str, start: int, end: int, atoms: list[Atom]) -> list[tuple[str, int, int]]:
    """A stretch as it is, or lengths that do not grow smaller ("2 days 3 weeks") each for itself."""
    if rule != "lengths":
        return [(rule, start, end)]
    units = [at for at in range(start, end) if atoms[at].code == "u"]
    sizes = [_SIZES.index(atoms[at].value) for at in units]
    if all(left < right for left, right in pairwise(sizes)):
        return [(rule, start, end)]
    return [("length", at - 1, at + 1) for at in units]

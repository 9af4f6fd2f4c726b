"""The grammar of expressions of time: patterns over the codes of atoms (see `times_words`)."""

import re
from dataclasses import dataclass
from functools import cache

from runut.recognise.times_words import Atom

_CORE = r"(?:d|n,?m(?:,?y)?)"
_CORE_EN = r"(?:d|n,?m(?:,?y)?|mn(?![ur_])(?:,?y)?|mn(?=,?y),?y)"
_TAIL = r"(?:[,|-]?o?p?,?[ac]?(?:o?ctp?z?|tp?z))?"
_LENGTH = r"(?:q|n)u(?![yj])|N"


def _day(core: str) -> str:
    return rf"(?:u?w?p?,?\({core}\)|(?:u?wp?,?o?)?{core})[rj]?p?"


def _rules(core: str) -> tuple[tuple[str, str], ...]:
    day = _day(core)
    return (
        ("range", rf"(?:w,?)?(?:n-nmy?|mn-n(?:,?y)?|{core}[-x]{core})"),
        ("day", rf"o?ctp?z?,?o?(?:\(?{day}\)?|wp?|Dp?|p[rj])"),
        ("day", rf"{day}{_TAIL}"),
        ("day", rf"(?:pD|Dp?|S|fp|p[rj]|pe|bp|bw|wb?u?[rj]|wb?up?|wp?){_TAIL}"),
        ("clock", r"c?ctp?z?|tp?z"),
        ("years", r"y[-/]y|YxY|[ui]*y[x]y"),
        ("months", r"m[-x]m,?y"),
        ("quarter", r"QR-?y?|QR?[rj]|RQ,?o?y?|QRo?uy"),
        ("decade", r"u?Y"),
        ("back", rf"i?(?:{_LENGTH})(?:r|k|v|g)|i?b(?:q|n)u"),
        ("past", rf"i(?:{_LENGTH})"),
        ("month", r"(?:s-?)?(?:u?m,?u?y|u?m[rj]|bm|u?m)"),
        ("relative", r"(?:s-?)?(?:u[rj]|bu|uv)"),
        ("year", r"(?:s-?)?u?y"),
        ("stage", r"su"),
        ("length", _LENGTH),
    )


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of atoms that a rule reads, and the codes of the atoms before and after it."""

    rule: str
    atoms: tuple[Atom, ...]
    before: str
    after: str

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
    return re.compile(pattern), tuple(name for name, _ in rules)


def match_times(atoms: list[Atom], month_first: bool) -> list[Match]:
    """Stretches of atoms that read as times, leftmost first, the first fitting rule winning; none overlap."""
    codes = "".join(atom.code for atom in atoms)
    pattern, names = _compiled(month_first)
    found = []
    for hit in pattern.finditer(codes):
        start, end = hit.span()
        if hit[0][-1] == "," or not hit[0]:
            end -= 1
        name = names[int((hit.lastgroup or "g0")[1:])]
        found.append(Match(name, tuple(atoms[start:end]), codes[max(0, start - 2) : start], codes[end : end + 2]))
    return found

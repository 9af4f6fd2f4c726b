"""What surrounds a number: units, words that bound it, words that make it no figure. Compiled once for a language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from runut.languages.pack import LanguagePack
from runut.recognise.numbers import NumberStyle, number_style
from runut.records.marks import Bound


@dataclass(frozen=True, slots=True)
class Approximation:
    """What a word does to the number beside it: multiples of it, or for a vague word the ends themselves."""

    low: str
    high: str

    def apply(self, value: float) -> tuple[float | None, float | None, Bound]:
        """The interval and bound that the word makes of `value`. Open ends are the number itself."""
        low, high = _end(self.low, value), _end(self.high, value)
        bound: Bound = "about" if self.low and self.high else "at-least" if self.low else "at-most"
        return low, high, bound


def _end(factor: str, value: float) -> float | None:
    return round(value * float(factor.rstrip("+-")), 6) if factor else None


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """The tables `units`, `approximations` and `numbers` of a language as patterns.

    `number` finds candidates: a currency or magnitude before, digits or a number word, a scale, in one match.
    """

    style: NumberStyle
    number: re.Pattern[str]
    words: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    unit_after: re.Pattern[str]
    vague: re.Pattern[str]
    between: re.Pattern[str]
    excluded: re.Pattern[str]
    units: dict[tuple[str, str], str]
    nouns: frozenset[str]
    approximations: dict[tuple[str, str], Approximation]
    scales: dict[str, float]


def _either(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, longest first; a form that ends in a letter ends with its word."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) + (r"(?!\w)" if form[-1].isalnum() else "") for form in ordered) or r"(?!)"


@cache
def figure_lexicon(pack: LanguagePack) -> FigureLexicon:
    """The tables of figures of a language, read and compiled once."""
    style = number_style(pack)
    units, approximations, numbers = pack.table("units"), pack.table("approximations"), pack.table("numbers")
    scales = {row["form"]: float(row["value"]) for row in numbers if row["kind"] in ("scale", "abbreviation")}
    place = {p: [row["form"] for row in units if row["place"] == p] for p in ("before", "after", "noun")}
    kind = {
        k: [row["form"] for row in approximations if row["kind"] == k]
        for k in ("before", "after", "vague", "range", "not-a-figure")
    }
    money = "|".join(re.escape(form) for form in sorted(place["before"], key=len, reverse=True))
    short = _either(row["form"] for row in numbers if row["kind"] == "abbreviation")
    long = _either(row["form"] for row in numbers if row["kind"] == "scale")
    begins = _either(row["form"] for row in numbers if row["kind"] in ("add", "half"))
    number = (
        rf"(?<![\w.,/])(?:(?P<money>{money})\.?\s?)?(?P<digits>\d+(?:[.,]\d+)*)"
        rf"(?:\s?(?P<scale>(?i:{long}))|\s?(?P<short>{short}))?|(?<![\w-])(?i:(?P<word>{begins}))(?![-\w])"
    )
    return FigureLexicon(
        style=style,
        number=re.compile(number),
        words=re.compile(r"[^\W\d_]+"),
        before=re.compile(rf"(?i:\b({_either(kind['before'])}))\s+$"),
        after=re.compile(rf"(?i:\s+({_either(kind['after'])}))"),
        unit_after=re.compile(rf"\s?(?P<after>(?i:{_either(place['after'])}))|\s(?P<noun>[^\W\d_]+)"),
        vague=re.compile(rf"(?i:\b({_either(kind['vague'])}))"),
        between=re.compile(rf"\s?(?i:{_either(kind['range'])})\s?"),
        excluded=re.compile(rf"(?i:\b(?:{_either(kind['not-a-figure'])}))\.?\s?[:\-]?\s?$"),
        units={(row["place"], row["form"].lower()): row["unit"] for row in units},
        nouns=frozenset(form.lower() for form in place["noun"]),
        approximations={
            (row["kind"], row["form"].lower()): Approximation(row["low"], row["high"]) for row in approximations
        },
        scales=scales,
    )

"""What surrounds a number: units, words that bound it, words that make it no figure. Compiled once for a language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from runut.languages.pack import LanguagePack
from runut.recognise.numbers import NumberStyle, number_style
from runut.records.marks import Bound

_LONGEST = 3
"""Words of the longest form before a number ("paling sedikit", "a minimum of")."""


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
    """The tables `units`, `approximations` and `numbers` of a language as patterns and sets.

    `begins` are the words with which a number in words or a vague one may begin; `nouns` those that are counted
    whatever follows; `never` those that are no counted noun; `endings` what an unknown noun ends with, if it must, and
    `verb_prefixes` what it does not begin with; `ordinals` the marks before and after the digits of one; after
    one of `changes` two numbers are a change, not a range ("from 2 to 3 percent"); `whole` stands between a part and
    its whole ("16 of the 35 seats"), `of_them` behind a part of what was counted before ("58 of them"),
    `link` between a number and what befell those counted ("12 were killed").
    """

    style: NumberStyle
    begins: frozenset[str]
    vague: dict[str, tuple[str, ...]]
    money: re.Pattern[str]
    scale: re.Pattern[str]
    before: frozenset[str]
    after: re.Pattern[str]
    suffix: re.Pattern[str]
    unit_after: re.Pattern[str]
    between: re.Pattern[str]
    excluded: frozenset[str]
    changes: frozenset[str]
    units: dict[tuple[str, str], str]
    nouns: frozenset[str]
    classifiers: frozenset[str]
    never: frozenset[str]
    time_units: frozenset[str]
    endings: tuple[str, ...]
    verb_prefixes: tuple[str, ...]
    ordinals: tuple[tuple[str, ...], tuple[str, ...]]
    whole: re.Pattern[str]
    of_them: re.Pattern[str]
    link: re.Pattern[str]
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
    place = {p: [r["form"] for r in units if r["place"] == p] for p in ("before", "after", "noun", "classifier")}
    kinds = (
        "before",
        "after",
        "vague",
        "range",
        "suffix",
        "not-a-figure",
        "not-a-noun",
        "noun-ending",
        "not-a-noun-prefix",
        "ordinal-before",
        "change",
        "ordinal-after",
        "whole",
        "of-them",
        "link",
    )
    kind = {k: [row["form"] for row in approximations if row["kind"] == k] for k in kinds}
    money = "|".join(re.escape(form) for form in sorted(place["before"], key=len, reverse=True))
    short = _either(row["form"] for row in numbers if row["kind"] == "abbreviation")
    long = _either(row["form"] for row in numbers if row["kind"] == "scale")
    time_words = (row["form"].lower() for row in pack.table("time_words") if row["role"] != "not-year")
    return FigureLexicon(
        style=style,
        begins=frozenset(
            form for form, (k, _) in style.words.items() if k in ("add", "one-scale", "half", "fraction", "ordinal")
        ),
        vague=_by_first_word(kind["vague"]),
        money=re.compile(rf"(?<!\w)({money})\.?\s?$"),
        scale=re.compile(rf"\s?(?P<scale>(?i:{long}))|\s?(?P<short>{short})"),
        before=frozenset(kind["before"]),
        after=re.compile(rf"(?i:\s+({_either(kind['after'])}))"),
        suffix=re.compile(rf"({_either(kind['suffix'])})"),
        unit_after=re.compile(rf"\s?(?:\([^()\d]{{3,40}}\)\s)?(?i:({_either(place['after'])}))"),
        between=re.compile(rf"\s?(?i:{_either(kind['range'])})\s?"),
        excluded=frozenset(kind["not-a-figure"]),
        changes=frozenset(kind["change"]),
        units={(row["place"], row["form"].lower()): row["unit"] for row in units},
        nouns=frozenset(form.lower() for form in place["noun"]),
        classifiers=frozenset(form.lower() for form in place["classifier"]),
        never=frozenset([*pack.forms("stopwords"), *kind["not-a-noun"], *time_words, *style.words])
        - frozenset(place["classifier"]),
        time_units=frozenset(pack.forms("time_words", role="unit")),
        endings=tuple(kind["noun-ending"]),
        verb_prefixes=tuple(kind["not-a-noun-prefix"]),
        ordinals=(tuple(kind["ordinal-before"]), tuple(kind["ordinal-after"])),
        link=re.compile(rf"\s(?i:{_either(kind['link'])})\s([^\W\d_]+)"),
        of_them=re.compile(rf"\s(?i:{_either(kind['of-them'])})"),
        whole=re.compile(rf"\s(?i:{_either(kind['whole'])})\s"),
        approximations={(r["kind"], r["form"].lower()): Approximation(r["low"], r["high"]) for r in approximations},
        scales={row["form"]: float(row["value"]) for row in numbers if row["kind"] in ("scale", "abbreviation")},
    )


def ending_form(text: str, forms: frozenset[str]) -> str:
    """The longest of some forms with whose words `text` ends, in small letters, or an empty string."""
    words = text.lower().split()[-_LONGEST:]
    return next((form for at in range(len(words)) if (form := " ".join(words[at:])) in forms), "")


def _by_first_word(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form in sorted(forms, key=len, reverse=True):
        first = form.lower().split()[0]
        found[first] = (*found.get(first, ()), form.lower())
    return found

"""The atoms of expressions of time: weekdays, months, numbers, units and the words that place them.

Every atom has a one-letter code, so that the grammar of times is a set of patterns over letters (`times_grammar`). The
codes of table roles:

w weekday, m month, u unit, r word after a unit (lalu), j the same for the present one (ini), b word before one (last),
k span (terakhir), v distance (kemudian, earlier), g distance from the date of publication (ago, lagi), p part of a
day, e "just past" after a part (malam tadi), D day word (kemarin), S the same day, H the day after or before the one
named, c clock word (around), C sure clock word (pukul), z zone, s stage (awal), E season (summer), O weekend, i within,
f since, o preposition, a around, q vague number, Q quarter, x until, & and, N fused number and unit (sehari), A age,
P a word for a person, L the number after it is no year, M another calendar's mark after a year and the day counted
from (H-3), J holiday, V event word (setelah), F word of the future, U superlative or ordinal ("first in ten years"),
G date word (tanggal).

Codes of numbers: n small number, K ordinal in digits, # other number, y year, Y decade, d date in digits, B days in
digits from - to, t clock time, T the same with a.m. or p.m., R Roman numeral or ordinal word. Marks stand for
themselves; any other word is `_`, or `W` with a capital.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from runut.languages.pack import LanguagePack
from runut.recognise.numbers import NumberStyle, number_style, read_words
from runut.recognise.rough import rough_words
from runut.recognise.times_values import whole_year
from runut.text.tables import Row

ROLES = {
    "weekday": "w", "month": "m", "unit": "u", "after": "r", "before": "b", "span": "k", "distance": "v", "ago": "g",
    "hence": "g", "part": "p", "tonight": "e", "day": "D", "same": "S", "clock": "c", "zone": "z", "stage": "s",
    "within": "i", "since": "f", "on": "o", "around": "a", "vague": "q", "quarter": "Q", "until": "x", "fused": "N",
    "age": "A", "not-year": "L", "and": "&", "event": "V", "future": "F", "first-in": "U", "date": "G", "season": "E",
    "following": "H", "calendar": "M", "weekend": "O", "not-future": "_",
}  # fmt: skip
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’.][^\W\d_]+)*)"
    r"|(?P<iso>(?:1[5-9]|20)\d\d-[01]\d-[0-3]\d(?!\d)(?:T\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:?\d\d|Z)?)?)"
    r"|(?P<days>\d{1,2}\s?[-–]\s?\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d\d))?(?![/\d]))"
    r"|(?P<date>\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d\d))?(?![/\d])|\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d\d(?!\d))"
    r"|(?P<ampm>\d{1,2}(?:[.:]\d\d)?\s?[apAP]\.?[mM]\b\.?)|(?P<product>\d{1,3}\s?[xX×]\s?\d{1,3}(?!\d))"
    r"|(?P<clock>[0-2]?\d[.:][0-5]\d(?:[.:][0-5]\d)?(?![\d.,:]{0,40}\d))"
    r"|(?P<decade>(?:['’]\d\d|(?:1[5-9]|20)\d\d)(?:-an|s)\b)|(?P<short>['’]\d\d(?!\w))"
    r"|(?P<nth>\d{1,2}(?:st|nd|rd|th)\b)|(?P<number>\d+(?:[.,]\d+)*)|(?P<mark>[^\s\w])"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_LONGEST = 6
"""Words in the longest form of the tables ("yang akan datang" has three)."""
_SHORT = 4
"""Letters after digits that make them a code; longer words are text that lost its space ("2024Kementerian")."""
_ABBREVIATION = 4
"""Letters of the longest short name of a month."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, number or mark with its code, offsets in the shadow, and its reading as the tables or digits give it."""

    code: str
    start: int
    end: int
    text: str
    value: str = ""
    ambiguous: bool = False


_PLAIN, _CAPITAL = Atom("_", 0, 0, ""), Atom("W", 0, 0, "")
_MARKS = {mark: Atom("," if mark == "," else ".", 0, 0, mark) for mark in ",.\"“”‘'’:;?!…%"}


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """Forms (lower case) with code, value and whether they are ordinary words too; `known` has every first word."""

    forms: dict[str, tuple[str, str, bool]]
    named: dict[str, tuple[str, str, bool]]
    starts: frozenset[str]
    known: frozenset[str]
    core: frozenset[str]
    suffixes: tuple[str, ...]
    style: NumberStyle
    month_first: bool


def _code(row: Row) -> str:
    code = ROLES[row["role"]]
    if code == "c" and row["value"]:
        return "C"
    return "j" if code == "r" and row["value"] == "0" else code


def _key(form: str) -> str:
    """A form as its tokens with spaces between, the way the text is looked up."""
    return " ".join(token[0] for token in _TOKEN.finditer(form.lower()))


def _core_words(
    forms: Mapping[str, tuple[str, str, bool]], named: Mapping[str, tuple[str, str, bool]], suffixes: tuple[str, ...]
) -> frozenset[str]:
    """One word of each form that is a time or part of one, with and without an ending."""
    core = [form.replace(" - ", "-").split() for form, row in forms.items() if row[0] in _CORE]
    words = {form[0] for form in core if len(form) == 1} | {form for form, row in named.items() if row[0] in _CORE}
    words |= {max(form, key=len) for form in core if words.isdisjoint(form)}
    return frozenset(words | {word + suffix for word in words for suffix in suffixes})


@cache
def time_lexicon(pack: LanguagePack) -> TimeLexicon:
    """The tables `calendar` and `time_words` of a language, read once; nouns of `units` that count people besides."""
    rows = pack.table("time_words")
    people = (row["form"] for row in pack.table("units") if row["place"] == "noun" and row["unit"] == "person")
    forms = {_key(form): ("P", "", False) for form in people}
    forms.update({_key(row["form"]): ("J", row["days"], False) for row in pack.table("holidays")})
    forms.update(
        {_key(row["form"]): (_code(row), row["value"], False) for row in reversed(rows) if row["role"] in ROLES}
    )
    named = {
        row["form"].lower(): (ROLES[row["kind"]], row["number"], row["ambiguous"] == "yes")
        for row in pack.table("calendar")
    }
    suffixes = tuple(row["form"] for row in rows if row["role"] == "suffix")
    return TimeLexicon(
        forms,
        named,
        frozenset(form.split()[0] for form in forms if " " in form),
        frozenset(
            [form.split()[0] for form in forms] + [*named, *number_style(pack).words, *(r.lower() for r in _ROMAN)]
        ),
        _core_words(forms, named, suffixes),
        suffixes,
        number_style(pack),
        any(row["role"] == "order" for row in rows),
    )


_CORE = frozenset("wmuDSHpNOQGJE")
"""Codes of words of which a text without digits must have one to name a time."""
_DIGIT = re.compile(r"\d")


def split_sentences(
    shadow: str, sentences: Iterable[tuple[int, int]], start: int, end: int, lexicon: TimeLexicon
) -> list[Atom]:
    """The atoms of a paragraph; a sentence without digits and without a word of time is passed over as one atom."""
    atoms: list[Atom] = []
    at = start
    for first, last in sentences:
        if _DIGIT.search(shadow, first, last) or not lexicon.core.isdisjoint(rough_words(shadow, first, last)):
            atoms += split_atoms(shadow, at, last, lexicon)
        else:
            atoms.append(_PLAIN)
        at = last
    return atoms + split_atoms(shadow, at, end, lexicon)


def split_atoms(shadow: str, start: int, end: int, lexicon: TimeLexicon) -> list[Atom]:
    """The atoms of `shadow[start:end]` in order; every token is one, unless a form of several words joins them.

    Words that no table knows and marks between clauses are shared atoms without offsets: no expression ends with one.
    """
    tokens = list(_TOKEN.finditer(shadow, start, end))
    known, suffixes = lexicon.known, lexicon.suffixes
    atoms: list[Atom] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if token.lastgroup == "word":
            low = token[0].lower()
            if low not in known and not low.endswith(suffixes):
                atoms.append(_PLAIN if token[0][0] == low[0] else _CAPITAL)
                at += 1
                continue
        elif token.lastgroup == "mark" and (shared := _MARKS.get(token[0])):
            atoms.append(shared)
            at += 1
            continue
        atom, used = _read_atom(tokens, at, lexicon)
        atoms.append(atom)
        at += used
    return atoms


_CODES = {"iso": "d", "date": "d", "days": "B", "ampm": "T", "clock": "t", "decade": "Y", "short": "y", "product": "n"}


def _read_atom(tokens: list[re.Match[str]], at: int, lexicon: TimeLexicon) -> tuple[Atom, int]:
    token = tokens[at]
    kind, text = token.lastgroup or "", token[0]
    start, end = token.span()
    if kind == "word":
        return _read_word(tokens, at, lexicon)
    if kind == "mark":
        return Atom("-" if text in "-–—" else text if text in ",()|/" else ".", start, end, text), 1
    if kind == "nth":
        return Atom("K", start, end, text, text[:-2]), 1
    if _glued(tokens, at, lexicon):
        return Atom("_", start, end, text), 1
    if kind == "product":
        first, second = (int(part) for part in re.findall(r"\d+", text))
        return Atom("n", start, end, text, str(first * second)), 1
    code = _CODES.get(kind)
    if code is None:
        code = "#" if not text.isdigit() else "n" if len(text) <= 3 else "y" if _is_year(text) else "#"
    return Atom(code, start, end, text, str(whole_year(int(text[1:]))) if kind == "short" else text), 1


def _glued(tokens: list[re.Match[str]], at: int, lexicon: TimeLexicon) -> bool:
    """Whether digits are part of a code: a letter touches them ("QZ8501", "2019nCoV") that is no word of the tables."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before and before.lastgroup == "word" and before.end() == token.start():
        return before[0].lower() not in lexicon.forms and before[0].lower() not in lexicon.named
    touched = after and after.lastgroup == "word" and after.start() == token.end() and len(after[0]) <= _SHORT
    return bool(touched and after and after[0].lower() not in lexicon.forms)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and "1500" <= digits <= "2100"


def _read_word(tokens: list[re.Match[str]], at: int, lexicon: TimeLexicon) -> tuple[Atom, int]:
    token = tokens[at]
    text, lower = token[0], token[0].lower()
    if lower in lexicon.starts:
        words = [t[0].lower() for t in tokens[at : at + _LONGEST]]
        for size in range(len(words), 1, -1):
            found = lexicon.forms.get(" ".join(words[:size]))
            if found:
                end = tokens[at + size - 1].end()
                return Atom(found[0], token.start(), end, token.string[token.start() : end], found[1]), size
    if _doubled(tokens, at):
        return Atom("_", token.start(), tokens[at + 2].end(), lower), 3
    if lower not in lexicon.forms and lower not in lexicon.named:
        lower = next((lower[: -len(suffix)] for suffix in lexicon.suffixes if lower.endswith(suffix)), lower)
    found = lexicon.named.get(lower)
    if found and (text[0].isupper() or _dated(tokens, at, found)) and not _counts_weeks(tokens, at, lexicon):
        stop = _abbreviation_end(tokens, at)
        return Atom(found[0], token.start(), tokens[at + stop - 1].end(), text, found[1], found[2]), stop
    if found := lexicon.forms.get(lower):
        return Atom(found[0], token.start(), token.end(), text, found[1]), 1
    if text in _ROMAN:
        return Atom("R", token.start(), token.end(), text, str(_ROMAN[text])), 1
    if lower in lexicon.style.words:
        return _read_number(tokens, at, lexicon)
    return Atom("_" if text[0].islower() else "W", token.start(), token.end(), text), 1


def _doubled(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word is doubled with a hyphen, which makes it vague or plural ("kemarin-kemarin", "hari-hari")."""
    if at + 2 >= len(tokens) or tokens[at + 1][0] != "-":
        return False
    return tokens[at + 2].start() == tokens[at].end() + 1 and tokens[at][0].lower() == tokens[at + 2][0].lower()


def _dated(tokens: list[re.Match[str]], at: int, found: tuple[str, str, bool]) -> bool:
    """Whether a name in small letters stands in a date: a weekday before "(3/7", a month between day and year."""
    after, before = tokens[at + 1 : at + 3], tokens[at - 1 : at] if at else []
    if found[0] == "w":
        return len(after) == 2 and after[0][0] in "(," and after[1].lastgroup == "date"
    return bool(before and before[0][0].isdigit() and after and _is_year(after[0][0]))


def _abbreviation_end(tokens: list[re.Match[str]], at: int) -> int:
    """How many tokens a name takes: its full stop too when a number follows ("Sept. 30")."""
    if at + 2 < len(tokens) and tokens[at + 1][0] == "." and tokens[at + 1].start() == tokens[at].end():
        return 2 if tokens[at + 2].lastgroup in ("number", "nth") and len(tokens[at][0]) <= _ABBREVIATION else 1
    return 1


def _counts_weeks(tokens: list[re.Match[str]], at: int, lexicon: TimeLexicon) -> bool:
    """Whether a weekday's name is the word for a week here: one that a placing word follows ("Minggu ini").

    After the word for a day ("hari Minggu lalu") it is the weekday.
    """
    unit, following = lexicon.forms.get(tokens[at][0].lower()), tokens[at + 1 : at + 2]
    placed = following and lexicon.forms.get(following[0][0].lower(), ("",))[0] in ("r", "j")
    before = lexicon.forms.get(tokens[at - 1][0].lower(), ("", "")) if at else ("", "")
    return bool(unit and unit[0] == "u" and placed and before[:2] != ("u", "D"))


def _read_number(tokens: list[re.Match[str]], at: int, lexicon: TimeLexicon) -> tuple[Atom, int]:
    token = tokens[at]
    kind, ordinal = lexicon.style.words.get(token[0].lower(), ("", 0.0))
    if kind == "ordinal":
        return Atom("R", token.start(), token.end(), token[0], str(int(ordinal))), 1
    found = (
        read_words([t[0].lower() for t in tokens[at : at + 8]], lexicon.style) if kind in ("add", "one-scale") else None
    )
    if found is None or found[0] != int(found[0]):
        return Atom("_", token.start(), token.end(), token[0]), 1
    value, used = found
    end = tokens[at + used - 1].end()
    return Atom("n", token.start(), end, token.string[token.start() : end], str(int(value))), used

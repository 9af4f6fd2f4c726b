"""A trained tagger of names: words in, PER, ORG and LOC ranges out. Lazily loaded; rules work without it.

A linear-chain CRF over shapes, affixes, tables and neighbours. `training/names.py` makes the weights and the word
tables; `docs/models/names.md` is their model card.

Source: Lafferty, McCallum, Pereira 2001, "Conditional Random Fields"; features after Ratinov, Roth 2009.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import Any

from runut.knowledge.world import known_at
from runut.languages.pack import LanguagePack, load_pack
from runut.text.tables import load_table

PACKAGE = "runut.recognise"
LABELS = ("PER", "ORG", "LOC")
_CACHED = 10_000
"""Words whose features are kept; 17,000 took 47 MB and served nine of ten look-ups in 414 articles."""


@cache
def word_facts(language: str) -> Mapping[str, tuple[str, str, str]]:
    """For each known lower-case word: how common it is in personal names and in lower case, its neighbours' class."""
    rows = load_table(PACKAGE, f"name_words_{language}")
    return MappingProxyType({row["word"]: (row["given"], row["plain"], row["class"]) for row in rows})


@cache
def has_weights() -> bool:
    """Whether the trained weights are installed."""
    return files(PACKAGE).joinpath("names.crf").is_file()


@cache
def _model() -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    with as_file(files(PACKAGE).joinpath("names.crf")) as path:
        tagger.open(str(path))
    return tagger


def tag_names(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """Half-open ranges of words with their label ("PER", "ORG", "LOC"), in order; `words` are one sentence's."""
    if not any(word[:1].isupper() for word in words):
        return []
    return ranges_of(_model().tag(sentence_features(words)))


def ranges_of(labels: Iterable[str]) -> list[tuple[int, int, str]]:
    """Ranges of a sequence of B-, I- and O labels; an I- that continues nothing begins one."""
    found: list[tuple[int, int, str]] = []
    start, kind, at = -1, "", -1
    for at, label in enumerate([*labels, "O"]):
        if kind and (label[0] != "I" or label[2:] != kind):
            found.append((start, at, kind))
            kind = ""
        if label[0] == "B" or (label[0] == "I" and not kind):
            start, kind = at, label[2:]
    return found


def sentence_features(words: Sequence[str]) -> list[list[str]]:
    """The features of each word of a sentence, as strings."""
    count = len(words)
    own = [_word_features(word) for word in words]
    known = _known_marks(words)
    rows: list[list[str]] = []
    for at in range(count):
        row = ["bias", *own[at][0]]
        row += known[at]
        if at:
            row += own[at - 1][1]
            row += ["-1" + mark for mark in known[at - 1]]
            row.append("s-1,0=" + own[at - 1][5] + own[at][5])
        else:
            row.append("first")
        if at > 1:
            row += own[at - 2][2]
            row.append("s-2,-1,0=" + own[at - 2][5] + own[at - 1][5] + own[at][5])
        if at + 1 < count:
            row += own[at + 1][3]
            row += ["+1" + mark for mark in known[at + 1]]
            row.append("s0,+1=" + own[at][5] + own[at + 1][5])
        else:
            row.append("last")
        if at + 2 < count:
            row += own[at + 2][4]
        rows.append(row)
    _add_run_features(words, rows)
    return rows


def _add_run_features(words: Sequence[str], rows: list[list[str]]) -> None:
    """Adds to each word of a run of capitalised words the words at its ends and the ones that stand around it."""
    first, count = 0, len(words)
    while first < count:
        if not words[first][:1].isupper():
            first += 1
            continue
        last = first + 1
        while last < count and words[last][:1].isupper():
            last += 1
        head = words[first].lower()
        around = ["rb=" + (words[first - 1].lower() if first else "^"), "ra=" + (words[last] if last < count else "$")]
        for at in range(first, last):
            rows[at] += around
            if at > first:
                rows[at] += ["r0=" + head, "r0m=" + _table_marks(head)]
            if at + 1 < last:
                rows[at].append("rz=" + words[last - 1].lower())
        first = last


_Features = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], str]


@lru_cache(maxsize=_CACHED)
def _word_features(word: str) -> _Features:
    """Features of a word for itself, as -1, -2, +1, +2, and its short class."""
    low = word.lower()
    shape = _shape(word)
    given, plain, group = word_facts("id").get(low, ("", "", ""))
    marks = _table_marks(low)
    short = shape[:4] + (f"g{given}" if given else "") + (f"p{plain}" if plain else "") + marks[:2]
    own = ["w=" + low, "sh=" + shape, "c=" + short, "k=" + group, "k3=" + group[:1]]
    own += ["p2=" + low[:2], "p3=" + low[:3], "p4=" + low[:4], "s2=" + low[-2:], "s3=" + low[-3:], "s4=" + low[-4:]]
    own += ["g=" + given + shape[:2], "pl=" + plain + shape[:2], "m=" + marks + shape[:2]]
    if marks:
        own.append("m=" + marks)
    near = ("w=" + low, "sh=" + shape, "c=" + short, "m=" + marks, "k=" + group, "s3=" + low[-3:])
    far = ("w=" + low, "c=" + short, "k=" + group)
    return (
        tuple(own),
        tuple("-1" + f for f in near),
        tuple("-2" + f for f in far),
        tuple("+1" + f for f in near),
        tuple("+2" + f for f in far),
        short,
    )


def _shape(word: str) -> str:
    """Xx, XX, X (one capital), xx, 9, Xm (mixed case), or the mark itself."""
    first = word[:1]
    if first.isdigit():
        return "9"
    if not first.isalpha():
        return word
    if word.isupper():
        return "X" if len(word) == 1 else "XX" if len(word) < 6 else "XXX"
    if first.isupper():
        return "Xx" if word[1:].islower() or not word[1:].isalpha() else "Xm"
    return "xx" if word.islower() else "xM"


def _table_marks(low: str) -> str:
    return _marks().get(low, "")


@cache
def _marks() -> Mapping[str, str]:
    """One letter for each table of the Indonesian pack that a word stands in."""
    pack = load_pack("id")
    if pack is None:
        return {}
    found: dict[str, str] = {}
    for letter, form in _marked_forms(pack):
        word = form.lower().rstrip(".")
        if " " not in word and letter not in found.get(word, ""):
            found[word] = found.get(word, "") + letter
    return MappingProxyType(found)


def _marked_forms(pack: LanguagePack) -> list[tuple[str, str]]:
    """(letter, form) of the tables that help to tell names, in a fixed order."""
    forms = [("t", form) for form in pack.forms("titles", place="before")]
    forms += [("d", form) for form in pack.forms("titles", place="after")]
    forms += [("r", row["form"]) for row in pack.table("roles") if row["kind"] != "blend"]
    forms += [("b", form) for form in pack.forms("roles", kind="blend")]
    forms += [("o", form) for form in pack.forms("organisation_words", place="first")]
    forms += [("i", form) for form in pack.forms("organisation_words", place="inside")]
    forms += [("l", form) for form in pack.forms("place_words", place="before")]
    forms += [("q", form) for place in ("preposition", "way") for form in pack.forms("place_words", place=place)]
    forms += [("z", form) for form in pack.forms("place_words", place="direction")]
    return forms + [("n", form) for form in pack.forms("name_particles", kind="particle")]


def _known_marks(words: Sequence[str]) -> list[list[str]]:
    """For each word the kinds of known names that begin at it or cover it."""
    marks: list[list[str]] = [[] for _ in words]
    for at, word in enumerate(words):
        if not word[:1].isupper():
            continue
        size, found = known_at(words, at)
        if not size:
            continue
        form = " ".join(words[at : at + size])
        for known in found:
            name = known.kind[:3] + ("?" if form in known.ambiguous else "") + ("1" if size == 1 else "2")
            for inside in range(size):
                mark = f"{'B' if not inside else 'I'}={name}"
                if mark not in marks[at + inside]:
                    marks[at + inside].append(mark)
    return marks

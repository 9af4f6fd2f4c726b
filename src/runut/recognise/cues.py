"""Words that report speech: one language's tables compiled once, and the cues that stand in a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from runut.languages.pack import LanguagePack
from runut.recognise.words import Phrases, Word
from runut.records.statements import LinkHow, Polarity

PronounKind = Literal["third", "plural", "enclitic", "own", "writer"]

DOCUMENTS = ("document", "result")
"""Kinds of nouns for what a speaker or body writes or keeps, skipped before a name."""
NEUTER = "n"
"""Gender of the pronoun that means no person ("it")."""
_SHORTEST_MISSPELT = 5
"""Letters of the shortest cue that is known with a slip: of four letters too many words are one letter apart."""


class Report(NamedTuple):
    """A form that reports speech, as its table says: lemma, polarity, where its speaker stands, what may follow it."""

    lemma: str
    polarity: Polarity
    order: str
    frame: str


class Credit(NamedTuple):
    """A form of provenance, as its table says: how, where the name stands, which class.

    After a `strong` form any name is a source, known or not; after others only a known outlet or agency.
    """

    how: LinkHow
    place: str
    of: str
    strong: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything that the tables of reported speech say, ready for looking up."""

    verbs: Phrases[tuple[Report, ...]]
    nouns: Phrases[tuple[tuple[str, Report], ...]]
    telling: Phrases[tuple[Report, ...]]
    credits: Phrases[tuple[Credit, ...]]
    citing: frozenset[str]
    noun_verbs: frozenset[str]
    joints: Phrases[frozenset[str]]
    settings: Phrases[str]
    pronouns: Phrases[tuple[PronounKind, str]]
    collectives: Phrases[str]
    anonymous: Phrases[str]
    roles: Phrases[tuple[str, str]]
    titles: Phrases[str]
    negation: Phrases[str]
    hedges: Phrases[str]
    pronoun_kinds: Mapping[str, str]
    body_kinds: Mapping[str, frozenset[str]]
    misspelt: Mapping[str, tuple[Report, ...]]
    known: frozenset[str]


class CueHit(NamedTuple):
    """A cue among the words of a view: index of its first word, number of words, offsets, and readings."""

    index: int  # type: ignore[assignment]
    size: int
    start: int
    end: int
    readings: tuple[Report, ...]

    def reading(self, *orders: str) -> Report | None:
        """The first reading whose speaker stands in one of these places."""
        return next((r for r in self.readings if r.order in orders), None)


@cache
def load_lexicon(pack: LanguagePack) -> Lexicon:
    """The lexicon of a language, compiled once."""
    verbs: dict[str, list[Report]] = {}
    for row in pack.table("speech_verbs"):
        report = Report(row["lemma"], cast(Polarity, row["polarity"]), row["order"], row["frame"])
        verbs.setdefault(row["form"], []).append(report)
    nouns: dict[str, list[tuple[str, Report]]] = {}
    for row in pack.table("speech_nouns"):
        report = Report(row["lemma"], cast(Polarity, row["polarity"]), row["kind"], "clause")
        nouns.setdefault(row["form"], []).append((row["kind"], report))
    credits: dict[str, list[Credit]] = {}
    for row in pack.table("provenance"):
        credits.setdefault(row["form"], []).append(
            Credit(cast(LinkHow, row["how"]), row["place"], row["class"], row["strength"] == "strong")
        )
    joints: dict[str, set[str]] = {}
    for row in pack.table("clause_ends"):
        joints.setdefault(row["form"], set()).add(row["kind"])
    body_kinds: dict[str, set[str]] = {}
    for row in pack.table("body_kinds"):
        body_kinds.setdefault(row["form"], set()).add(row["name"])
    known = {word for form in [*verbs, *nouns, *credits] for word in form.split() if len(word) > 5}
    known |= {form for form in pack.forms("occasions") if len(form) > 3 and " " not in form}
    return Lexicon(
        verbs=Phrases((form, tuple(found)) for form, found in verbs.items()),
        nouns=Phrases((form, tuple(found)) for form, found in nouns.items()),
        telling=Phrases(
            (row["form"], (Report(row["lemma"], "assert", row["order"], "none"),)) for row in pack.table("telling")
        ),
        credits=Phrases((form, tuple(found)) for form, found in credits.items()),
        citing=frozenset(pack.forms("citing")),
        noun_verbs=frozenset(pack.forms("noun_verbs")),
        joints=Phrases((form, frozenset(kinds)) for form, kinds in joints.items()),
        settings=_phrases(pack, "occasions", "kind"),
        pronouns=Phrases(
            (row["form"], (cast(PronounKind, row["kind"]), row["gender"]))
            for row in pack.table("pronouns")
            if row["kind"] not in ("demonstrative", "definite", "indefinite", "reader")
        ),
        collectives=_phrases(pack, "collectives", "kind"),
        roles=Phrases((row["form"].lower(), (row["kind"], row["key"])) for row in pack.table("roles")),
        titles=Phrases((row["form"].lower(), row["kind"]) for row in pack.table("titles")),
        anonymous=_phrases(pack, "anonymous", "kind"),
        negation=_phrases(pack, "negation", "kind"),
        hedges=_phrases(pack, "hedges", "modality"),
        body_kinds=MappingProxyType({form: frozenset(names) for form, names in body_kinds.items()}),
        misspelt=MappingProxyType(_misspelt(verbs)),
        pronoun_kinds=MappingProxyType({row["form"]: row["kind"] for row in pack.table("pronouns")}),
        known=frozenset(known),
    )


def find_cues(words: Sequence[Word], lexicon: Lexicon) -> list[CueHit]:
    """All cues among `words`, in order, longest first where several begin at one word.

    A word that begins a role is none ("press secretary").
    """
    hits: list[CueHit] = []
    index = 0
    while index < len(words):
        found = lexicon.verbs.at(words, index, len(words))
        role = lexicon.roles.at(words, index, len(words)) if found else None
        if found and role and role[1] > found[1]:
            index += role[1]
            continue
        if found:
            readings, size = found
            hits.append(CueHit(index, size, words[index].start, words[index + size - 1].end, readings))
            index += size
        else:
            index += 1
    return hits


def misspelt_cue(word: Word, index: int, lexicon: Lexicon) -> CueHit | None:
    """The cue that a word is one letter away from ("tegasny"), for places where nothing but a cue can stand.

    Source: the look-up by deletions is that of SymSpell (Garbe 2012).
    """
    if len(word.low) < _SHORTEST_MISSPELT or word.is_name or not word.low.isalpha():
        return None
    for form in (word.low, *_deletions(word.low)):
        readings = lexicon.misspelt.get(form)
        if readings:
            return CueHit(index, 1, word.start, word.end, readings)
    return None


def _misspelt(verbs: Mapping[str, Sequence[Report]]) -> dict[str, tuple[Report, ...]]:
    """Every form that stands after a quotation, and what is left of it without one letter, with its readings."""
    found: dict[str, tuple[Report, ...]] = {}
    for form, reports in verbs.items():
        readings = tuple(report for report in reports if report.order in ("inverted", "enclitic"))
        if readings and len(form) >= _SHORTEST_MISSPELT and form.isalpha():
            for shorter in (form, *_deletions(form)):
                found.setdefault(shorter, readings)
    return found


def _deletions(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _phrases(pack: LanguagePack, table: str, column: str) -> Phrases[str]:
    return Phrases((row["form"], row[column]) for row in pack.table(table))

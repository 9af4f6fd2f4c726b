"""What the name rules know of a language: its tables compiled, and how its words and the article's are written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from runut.knowledge.known import Known
from runut.languages.pack import LanguagePack
from runut.recognise.tagger import word_facts
from runut.recognise.verb_forms import VerbForms
from runut.recognise.words import Phrases, Word

_TERRITORIAL = (
    frozenset(f"{rank}{office}" for rank in ("", "deputy ", "acting ") for office in ("governor", "mayor", "regent"))
    | {"regional police chief", "local police chief", "military commander", "village head", "regional secretary"}
    | {"district head", "prison head", "station head", "prosecutor", "bishop", "archbishop"}
)
"""Keys of roles whose name is followed by where they are held, the person's own name only behind it."""
NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"})
"""Roman numerals as units and committees bear them."""
_MODIFIERS_LEAD = frozenset({"en"})
"""Languages that put the body before the role: "West Java Police spokesman"."""
_LONG = 9
"""Letters of an ordinary word that may stand glued behind a name ("Mulyanimenggunakan"); shorter ones end names."""
_WHOLE = 5
"""Letters from which a word of bodies or a common personal name is known where a page glued it to another word."""

_CLASS, _PEOPLE = 10, 0.4
"""Words of the smallest class of neighbours that counts, and the share of them that the tables must know as people for
all to be: below it lie words for areas and sums, above it few that are no people ("kelelawar")."""

NameKind = Literal["person", "organisation", "place", "agency", "outlet"]


class Name(NamedTuple):
    """Words `first` to `last` (half-open) of a line that name something, its kind, and what the tables know of it."""

    first: int
    last: int
    kind: NameKind
    known: Known | None = None


class RoleRow(NamedTuple):
    """A role of the table: its key, the country it implies, and "head", "blend" or "noun"."""

    key: str
    country: str
    kind: str


@dataclass(slots=True)
class Line:
    """One sentence: its words and the names in it, in order."""

    words: list[Word]
    names: list[Name]
    in_capitals: bool = False


@dataclass(frozen=True, slots=True)
class NameWords:
    """A language's tables as the name rules ask for them."""

    titles: Phrases[str]
    degrees: Phrases[str]
    roles: Phrases[RoleRow]
    bodies: Phrases[str]
    inside: frozenset[str]
    body_ends: frozenset[str]
    body_nouns: frozenset[str]
    places: Phrases[str]
    place_ends: frozenset[str]
    prepositions: frozenset[str]
    ways: frozenset[str]
    directions: frozenset[str]
    particles: frozenset[str]
    suffixes: tuple[str, ...]
    leads: frozenset[str]
    capacities: frozenset[str]
    modifiers_lead: bool
    media: Phrases[str]
    speech: Phrases[str]
    joints: frozenset[str]
    nicknames: Phrases[str]
    others: Phrases[str]
    glue: frozenset[str]
    tails: frozenset[str]
    given: Mapping[str, int]
    plain: Mapping[str, int]
    verbs: VerbForms
    foreign: frozenset[str]
    people: frozenset[str]

    def holds_there(self, words: Sequence[Word], at: int) -> bool:
        """Whether an office that is named after its place ends just before a word ("Gubernur | Jatim")."""
        role = self.roles.ending(words, at) if at and not self.modifiers_lead else None
        return bool(role and role[0].key in _TERRITORIAL)

    def given_rank(self, word: Word) -> int:
        """How common a word is in personal names: 0 (not known as one) to 5."""
        return self.given.get(word.low, 0)

    def plain_rank(self, word: Word) -> int:
        """How often a word stands in lower case: 0 (never) to 4 (nearly always), -1 where unknown."""
        return self.plain.get(word.low, -1)

    def is_ordinary(self, word: Word) -> bool:
        """Whether a word is nearly always in lower case and seldom part of a name."""
        return self.plain_rank(word) >= 3 and self.given_rank(word) < 2

    def is_name_like(self, word: Word) -> bool:
        """Whether a capitalised word is rather part of a person's name than of a role or a body."""
        if not word.is_name or word.low in self.inside:
            return False
        return self.plain_rank(word) < 2 and not (word.text.isupper() and len(word.text) > 1)


@cache
def load_name_words(pack: LanguagePack) -> NameWords:
    """The tables of a pack, compiled once."""
    titles, roles = pack.table("titles"), pack.table("roles")
    speech = pack.forms("speech_verbs")
    ways = pack.forms("place_words", place="way")
    prepositions = (*pack.forms("place_words", place="preposition"), *ways)
    facts = word_facts(pack.code)
    media = [row["form"] for row in pack.table("provenance") if row["place"] in ("before", "gloss")]
    starts = [form for form in (*media, *pack.forms("organisation_words", place="first")) if " " not in form]
    long_words = [word for word, row in facts.items() if len(word) >= _LONG and row[1] in ("3", "4")]
    inside = [form for form in pack.forms("organisation_words", place="inside") if len(form) >= _WHOLE]
    first_names = [word for word, row in facts.items() if len(word) >= _WHOLE and row[0] in ("3", "4", "5")]
    plain = {word: int(row[1]) for word, row in facts.items() if row[1]}
    return NameWords(
        titles=Phrases((row["form"], row["kind"]) for row in titles if row["place"] == "before"),
        degrees=Phrases((row["form"], row["kind"]) for row in titles if row["place"] == "after"),
        roles=Phrases((row["form"], RoleRow(row["key"], row["country"], row["kind"])) for row in roles),
        bodies=Phrases((form, form) for form in pack.forms("organisation_words", place="first")),
        inside=_lower(pack.forms("organisation_words", place="inside")),
        body_ends=_lower(pack.forms("organisation_words", place="last")),
        body_nouns=_lower(pack.forms("organisation_words", place="noun")),
        places=Phrases((form, form) for form in pack.forms("place_words", place="before")),
        place_ends=_lower(pack.forms("place_words", place="last")),
        prepositions=_lower(prepositions),
        ways=_lower(ways),
        directions=_lower(pack.forms("place_words", place="direction")),
        particles=_lower(word for form in pack.forms("name_particles", kind="particle") for word in form.split()),
        suffixes=pack.forms("name_particles", kind="suffix"),
        leads=frozenset(pack.forms("name_particles", kind="lead")),
        capacities=_lower(pack.forms("name_particles", kind="capacity")),
        modifiers_lead=pack.code in _MODIFIERS_LEAD,
        media=Phrases((form, form) for form in media),
        speech=Phrases((form, form) for form in speech),
        nicknames=Phrases((row["form"], row["place"]) for row in pack.table("nicknames")),
        others=Phrases((row["form"], row["kind"]) for row in pack.table("not_names")),
        joints=_lower(pack.forms("organisation_words", place="joint")),
        glue=_lower((*speech, *prepositions, *starts, *long_words, *inside, *first_names)),
        tails=_lower(pack.forms("speech_verbs", order="subject")),
        given={word: int(row[0]) for word, row in facts.items() if row[0]},
        plain=plain,
        verbs=VerbForms(pack, plain),
        foreign=_foreign_words(pack.code, facts),
        people=_people_words(pack, facts),
    )


def _foreign_words(language: str, facts: Mapping[str, tuple[str, str, str]]) -> frozenset[str]:
    """Words that are ordinary in the other language and no personal names here."""
    other = word_facts("en" if language == "id" else "id")
    ordinary = (word for word, row in other.items() if row[1] and int(row[1]) >= 2)
    return frozenset(word for word in ordinary if not facts.get(word, ("", "", ""))[0])


def _people_words(pack: LanguagePack, facts: Mapping[str, tuple[str, str, str]]) -> frozenset[str]:
    """Words for people: those that stand among the same neighbours as the people and offices of the tables.

    Empty where the language's words have no classes.
    """
    forms = (*pack.forms("collectives"), *pack.forms("anonymous"), *pack.forms("roles"))
    known = frozenset(form.lower() for form in forms if " " not in form)
    members: dict[str, list[str]] = {}
    for word, (_, _, group) in facts.items():
        members.setdefault(group, []).append(word)
    found = (
        words
        for group, words in members.items()
        if group and len(words) >= _CLASS and sum(word in known for word in words) >= _PEOPLE * len(words)
    )
    return frozenset(word for words in found for word in words)


def _lower(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(form.lower() for form in forms)


class Casing:
    """How the article itself writes a word inside its sentences: capitalised, in lower case, or both."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._high: set[str] = set()
        self._low: set[str] = set()
        for line in lines:
            for before, word in zip(line.words, line.words[1:], strict=False):
                if word.is_name and not before.is_mark:
                    self._high.add(word.low)
                elif not word.is_name:
                    self._low.add(word.low)

    def is_name(self, low: str) -> bool:
        """Whether it stands capitalised inside a sentence and never in lower case."""
        return low in self._high and low not in self._low

    def is_plain(self, low: str) -> bool:
        """Whether it stands in lower case."""
        return low in self._low

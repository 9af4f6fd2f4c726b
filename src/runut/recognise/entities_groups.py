"""Which names of an article are one: full names with short forms, bodies with acronyms, spellings of known names.

Source: the order of the steps, exact and long names first, follows the multi-pass sieve of Lee et al. 2013.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from rapidfuzz import fuzz

from runut.knowledge.known import Known
from runut.knowledge.world import country_of, organisation_of
from runut.recognise.names_lexicon import NameKind
from runut.records.marks import EntityKind
from runut.text.names import name_sequence, name_words

_SAME_SPELLING = 95
"""Similarity (0..100) of two full names that are one spelt twice. It keeps "Nasarudin Umar" and "Nasaruddin Umar" (97)
together and "Budi Santoso" and "Budi Santosa" (92) apart; lower values merge siblings, higher ones miss misprints."""


_HEAD = 4
"""Letters in which a word of two spellings of one name agrees at least."""
_CLIPPED = 2
"""Letters at least that a short form drops ("Burhan" for "Burhanuddin")."""
_CANDIDATES = 60
"""Groups that a name is compared with; an article of 400 words has 20 people, a list of candidates 60 Muhammads."""


@dataclass(slots=True)
class Seen:
    """A name where it stands: offsets of the text, surface, kind, what is known of it, roles printed with it.

    `of_wife`: a title says that it is a wife's, who may bear her husband's name behind her own.
    """

    start: int
    end: int
    surface: str
    kind: NameKind
    known: Known | None
    roles: list[str] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    alias_spans: list[tuple[int, int]] = field(default_factory=list)
    of_wife: bool = False


@dataclass(slots=True)
class Group:
    """Mentions that speak of one."""

    kind: EntityKind
    known: Known | None = None
    names: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)
    role_names: list[str] = field(default_factory=list)
    country: str = ""
    of_wife: bool = False

    @property
    def first(self) -> int:
        """Offset of the first mention."""
        return self._sorted_starts()[0]

    @property
    def fullest(self) -> str:
        """The name with most words, the first of equals; a role where there is no name."""
        proper = [name for name in self.names if name not in self.role_names] or self.names
        return max(proper, key=lambda name: (len(name_sequence(name)), -proper.index(name)))

    def last_before(self, at: int) -> int:
        """Offset of the last mention before `at`, -1 without one."""
        starts = self._sorted_starts()
        before = bisect_left(starts, at)
        return starts[before - 1] if before else -1

    def _sorted_starts(self) -> list[int]:
        """Where its mentions begin, in order; `spans` only grow, so that a few are put in their place at a time."""
        for start, _ in self.spans[len(self.starts) :]:
            insort(self.starts, start)
        return self.starts

    def add(self, seen: Seen) -> None:
        """Takes a mention in, with its roles and aliases."""
        self.known = self.known or seen.known
        self.of_wife = self.of_wife or seen.of_wife
        surface = " ".join(seen.surface.split())
        self.names += [name for name in (surface, *seen.aliases) if name not in self.names]
        self.spans += [(seen.start, seen.end), *seen.alias_spans]
        self.roles += seen.roles
        self.keys += seen.keys

    def absorb(self, other: "Group") -> None:
        """Takes another group's names and mentions in."""
        self.known = self.known or other.known
        self.names += [name for name in other.names if name not in self.names]
        self.spans += other.spans
        self.roles += other.roles
        self.keys += other.keys
        self.role_names += other.role_names

    def add_role_mention(self, start: int, end: int, surface: str) -> None:
        """Takes in a place where a role alone speaks of it."""
        self.spans.append((start, end))
        if surface not in self.names:
            self.names.append(surface)
        if surface not in self.role_names:
            self.role_names.append(surface)


def gather(seen: list[Seen]) -> list[Group]:
    """Groups of the names seen, in the order of their first mention."""
    _settle_kinds(seen)
    people = _people([one for one in seen if one.kind == "person"])
    others: list[Group] = []
    for kind in ("organisation", "place", "agency", "outlet"):
        others += _bodies([one for one in seen if one.kind == kind], kind)
    return sorted(people + others, key=lambda group: group.first)


def _settle_kinds(seen: list[Seen]) -> None:
    """One kind for one surface: known ones decide, else people with a role, else the majority.

    A single word that is part of a person's full name is that person.
    """
    votes: dict[str, dict[NameKind, int]] = {}
    for one in seen:
        weight = 4 if one.known else 2 if one.roles else 1
        kinds = votes.setdefault(one.surface, {})
        kinds[one.kind] = kinds.get(one.kind, 0) + weight
    parts = {word for one in seen if one.kind == "person" and not one.known for word in _later_words(one.surface)}
    for one in seen:
        if one.known:
            continue
        kinds = votes[one.surface]
        one.kind = _favourite(kinds)
        if one.kind in ("organisation", "place") and one.surface in parts:
            one.kind = "person"


def _favourite(votes: dict[NameKind, int]) -> NameKind:
    """The kind with most votes, a person where two have as many."""
    return max(votes, key=lambda kind: (votes[kind], kind == "person"))


def _later_words(surface: str) -> Iterable[str]:
    words = surface.split()
    return words if len(words) > 1 else ()


def _people(seen: list[Seen]) -> list[Group]:
    groups: list[Group] = []
    words_of: dict[int, list[frozenset[str]]] = {}
    index = _PeopleIndex()
    full = [one for one in seen if len(name_sequence(one.surface)) > 1]
    for one in sorted(full, key=lambda one: (-len(name_sequence(one.surface)), one.start)):
        words = name_words(one.surface)
        near = index.near(words, one.known)
        at = next((n for n in near if _is_same_person(one, words, groups[n], words_of[n])), None)
        if at is None:
            at = len(groups)
            groups.append(Group("person"))
            words_of[at] = []
        groups[at].add(one)
        words_of[at] += [words, *(name_words(alias) for alias in one.aliases)]
        index.put(at, words_of[at][-1 - len(one.aliases) :], groups[at].known)
    short = (one for one in seen if len(name_sequence(one.surface)) <= 1)
    for one in sorted(short, key=lambda one: one.start):
        at = _short_form_of(one, index.near(name_words(one.surface), one.known), groups, words_of)
        if at is None:
            at = len(groups)
            groups.append(Group("person", known=one.known))
            words_of[at] = []
        groups[at].add(one if groups[at].known is one.known else replace(one, known=None))
        words_of[at] += [name_words(one.surface), *(name_words(alias) for alias in one.aliases)]
        index.put(at, words_of[at][-1 - len(one.aliases) :], groups[at].known)
    return groups


class _PeopleIndex:
    """Which groups a name may belong to: those with a word that begins like one of its own, or of the same person."""

    def __init__(self) -> None:
        self._by_head: dict[str, dict[int, None]] = {}
        self._by_known: dict[int, list[int]] = {}

    def put(self, at: int, names: Iterable[frozenset[str]], known: Known | None) -> None:
        """Notes that group `at` has these names and is this known person."""
        for word in (word for words in names for word in words):
            self._by_head.setdefault(word[:_HEAD], {})[at] = None
        if known and at not in self._by_known.setdefault(id(known), []):
            self._by_known[id(known)].append(at)

    def near(self, words: frozenset[str], known: Known | None) -> list[int]:
        """The numbers of such groups, in order, `_CANDIDATES` at most."""
        found = {at for word in words for at in islice(self._by_head.get(word[:_HEAD], ()), _CANDIDATES)}
        found.update(self._by_known.get(id(known), ()) if known else ())
        return sorted(found)[:_CANDIDATES]


def _is_same_person(one: Seen, words: frozenset[str], group: Group, known_words: list[frozenset[str]]) -> bool:
    if one.known and group.known:
        return one.known is group.known
    for theirs in known_words:
        if one.of_wife != group.of_wife and words != theirs:
            continue
        if words <= theirs or (theirs <= words and len(theirs) > 1):
            return True
        if (
            len(words) == len(theirs) > 1
            and fuzz.ratio(" ".join(sorted(words)), " ".join(sorted(theirs))) >= _SAME_SPELLING
        ):
            return True
    return False


def _short_form_of(
    one: Seen, near: list[int], groups: list[Group], words_of: dict[int, list[frozenset[str]]]
) -> int | None:
    """The group among those near it that a single word speaks of.

    A known one's, else one whose name begins with the word, ends with it, has it; the last before it, else the next.
    """
    if one.known:
        for n in near:
            if groups[n].known is one.known:
                return n
    words = name_words(one.surface)
    fitting = [n for n in near if any(words <= theirs for theirs in words_of[n])]
    edges = [
        [
            n
            for n in fitting
            if any(name_sequence(name)[at] == name_sequence(one.surface)[0] for name in groups[n].names)
        ]
        for at in (0, -1)
    ]
    if one.known:
        edges[1] = [n for n in edges[1] if groups[n].known is None]
        fitting = []
    fitting = edges[0] or edges[1] or fitting or _clipped_from(one, near, groups)
    fitting = [n for n in fitting if {key for key, _ in one.keys} & {key for key, _ in groups[n].keys}] or fitting
    if not fitting:
        return None
    before = [n for n in fitting if groups[n].first < one.start]
    if before:
        return max(before, key=lambda n: groups[n].last_before(one.start))
    return min(fitting, key=lambda n: groups[n].first)


def _clipped_from(one: Seen, near: list[int], groups: list[Group]) -> list[int]:
    """The one group named in full before a single word whose name has a longer word that begins so ("Burhan").

    None for somebody with a role of his own.
    """
    short = one.surface.casefold()
    if one.known or one.roles or len(short) < _HEAD:
        return []
    longer = [
        n
        for n in near
        if groups[n].first < one.start
        and any(
            len(name_sequence(name)) > 1 and word.startswith(short) and len(word) >= len(short) + _CLIPPED
            for name in groups[n].names
            for word in name_words(name)
        )
    ]
    return longer if len(longer) == 1 else []


def _without_country(surface: str) -> str:
    """A body's name without the country behind it that adds nothing: "DPR RI", where the rest is known by itself."""
    head, _, tail = surface.rpartition(" ")
    country = country_of(tail) if tail.isupper() else None
    known = organisation_of(head) if country else None
    return head if known and country and known.country == country.country else surface


def _bodies(seen: list[Seen], kind: NameKind) -> list[Group]:
    groups: list[Group] = []
    index: dict[object, int] = {}
    for one in seen:
        keys: list[object] = [name_sequence(form) for form in (_without_country(one.surface), *one.aliases)]
        if one.known:
            keys.insert(0, one.known.name)
        at = next((index[key] for key in keys if key in index), None)
        if at is None:
            at = len(groups)
            groups.append(Group(kind))
        groups[at].add(one)
        for key in keys:
            index.setdefault(key, at)
    return groups

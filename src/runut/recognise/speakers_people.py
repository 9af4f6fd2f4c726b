"""The people and bodies of an article as a speaker phrase names them: by name, by role, by an earlier word."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from runut.knowledge.world import Known, person_of, place_of
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.credits import media_phrase
from runut.recognise.cues import DOCUMENTS
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.words import Word, split_words
from runut.records.marks import Entity
from runut.records.spans import Span
from runut.records.statements import Speaker

_WORD = re.compile(r"\w+")
_BODIES = ("organisation", "agency", "outlet")
_APOSTROPHES = frozenset("'’")
_INSIDE = frozenset({"occasion", "place", "time"})
"""Kinds of adjuncts that put a name inside the clause that describes a document ("studi yang dimuat di Jurnal Air")."""
_OWNING = 2
"""Letters of the ending behind a name that owns ("Haddad's")."""
_MODIFIERS = 3
"""Words after a name among which the head of its phrase is looked for ("Haddad's former personal lawyer")."""

Piece = tuple[int, int]
"""A half-open range of words of a text."""


class Mention(NamedTuple):
    """A mention of an entity, by offsets of the text."""

    start: int
    end: int
    entity: Entity


class People:
    """Look-ups over the entities of one article for phrases that speak."""

    def __init__(self, text: Text, entities: Sequence[Entity]) -> None:
        self._text = text
        spans = sorted((m.start, m.end, n) for n, entity in enumerate(entities) for m in entity.mentions)
        self._mentions = [Mention(start, end, entities[n]) for start, end, n in spans]
        self.people = [m for m in self._mentions if m.entity.kind == "person"]
        """Mentions of people in text order."""
        self._names = load_name_words(text.view.pack)
        self._small = self._names.joints | self._names.prepositions | self._names.particles
        self._fullest: dict[str, Speaker] = {}
        self._persons = tuple({m.entity.id: m.entity for m in self.people}.values())
        self._role_keys: dict[str, set[str]] = {}

    def within(self, piece: Piece) -> list[Mention]:
        """The mentions that begin inside a phrase."""
        start, end = self._text.words[piece[0]].start, self._text.words[piece[1] - 1].end
        at = bisect_left(self._mentions, start, key=lambda mention: mention.start)
        found = []
        while at < len(self._mentions) and self._mentions[at].start < end:
            found.append(self._mentions[at])
            at += 1
        return found

    def first_between(self, start: int, end: int) -> Mention | None:
        """The first mention of a person that begins in `start:end`."""
        at = bisect_left(self.people, start, key=lambda mention: mention.start)
        return self.people[at] if at < len(self.people) and self.people[at].start < end else None

    def named_in(self, pieces: Sequence[Piece], span: Span | None) -> Speaker | None:
        """The person named in a phrase: of several pieces the last that begins with a name."""
        best: tuple[Mention, Piece] | None = None
        for number, piece in enumerate(pieces):
            if self.is_relation(piece):
                continue
            piece = self._before_clause(piece)
            if self._is_ticket(piece) or self._is_named_body(piece):
                continue
            people = [m for m in self.within(piece) if m.entity.kind == "person" and not self._owns(m, piece)]
            people = self._before_verb([m for m in people if not self._in_brackets(m, piece)] or people)
            people = self._before_origin(people)
            if people and (best is None or (number and self._names_again(best[0], people[-1], piece))):
                best = people[-1], piece
        return self._as_printed(*best, span) if best else None

    def _names_again(self, known: Mention, found: Mention, piece: Piece) -> bool:
        """Whether a later piece names its speaker: it begins with a name, and not with one word behind a full name."""
        printed = self._text.view.shadow
        full = " " in printed[known.start : known.end].strip()
        return self._text.words[piece[0]].is_name and (" " in printed[found.start : found.end].strip() or not full)

    def _is_ticket(self, piece: Piece) -> bool:
        """Whether a phrase begins with a body and ends with two people in one word ("Tim Ganjar-Mahfud"): the body."""
        last, start = self._text.words[piece[1] - 1], self._text.words[piece[0]].start
        inside = self.within(piece)
        joined = "-" in last.text and sum(m.entity.kind == "person" and m.start >= last.start for m in inside) > 1
        heads = self._text.lexicon.collectives.at(self._text.words, *piece)
        return joined and (bool(heads) or any(m.entity.kind in _BODIES and m.start == start for m in inside))

    def _is_named_body(self, piece: Piece) -> bool:
        """Whether a phrase is a word for a body and the name that it bears ("Yayasan Siti Rahma")."""
        group = self._text.lexicon.collectives.at(self._text.words, *piece)
        if not group or group[0] != "body" or not self._text.words[piece[0]].is_name:
            return False
        after = piece[0] + group[1]
        return any(m.entity.kind == "person" and self._text.word_at(m.start) == after for m in self.within(piece))

    def _in_brackets(self, mention: Mention, piece: Piece) -> bool:
        """Whether a mention stands in brackets inside a phrase ("Siti (foto: Hasan)")."""
        before = self._text.view.shadow[self._text.words[piece[0]].start : mention.start]
        return before.count("(") > before.count(")")

    def _before_verb(self, people: list[Mention]) -> list[Mention]:
        """People of a phrase up to the first word in lower case between two of them ("Hasan menirukan Siti")."""
        for at in range(1, len(people)):
            between = self._text.view.shadow[people[at - 1].end : people[at].start].split()
            if any(word.isalpha() and word.islower() and word not in self._small for word in between):
                return people[:at]
        return people

    def _before_origin(self, people: list[Mention]) -> list[Mention]:
        """People of a phrase without a word that a preposition ties to a full name: a place ("Siti Rahma of Ohio")."""
        shadow = self._text.view.shadow
        for before, after in pairwise(people):
            full, alone = " " in shadow[before.start : before.end], " " not in shadow[after.start : after.end]
            if (
                full
                and alone
                and shadow[before.end : after.start].strip()
                in (self._names.prepositions | self._names.particles | self._names.joints)
            ):
                return people[: people.index(after)]
        return people

    def is_written(self, piece: Piece) -> bool:
        """Whether a phrase is a document described by a clause ("studi yang dimuat Jurnal Air"): none in it speaks."""
        found = self._text.lexicon.nouns.at(self._text.words, *piece)
        after = piece[0] + found[1] if found else piece[0]
        written = found is not None and any(kind in DOCUMENTS for kind, _ in found[0])
        if not written or after >= piece[1] or "relative" not in kinds_at(self._text, after, piece[1]):
            return False
        name = next((i for i in range(after, piece[1]) if self._text.words[i].is_name), piece[1])
        settings = (self._text.lexicon.settings.at(self._text.words, i, name) for i in range(after, name))
        return any(setting and setting[0] in _INSIDE for setting in settings)

    def _before_clause(self, piece: Piece) -> Piece:
        """A description that points back ("wanita yang menolong Hasan itu") without the clause in it."""
        if not self.demonstrates(self._text.words[piece[1] - 1].low):
            return piece
        inside = range(piece[0] + 1, piece[1])
        return piece[0], next((i for i in inside if "relative" in kinds_at(self._text, i, piece[1])), piece[1])

    def _as_printed(self, mention: Mention, piece: Piece, span: Span | None) -> Speaker:
        """The person of a mention, by the longer name that stands around it here, if one does."""
        words, person = self._text.words, mention.entity
        first = self._text.word_at(mention.start)
        last = first + 1
        while last < piece[1] and (words[last].start < mention.end or words[last].is_name or words[last].text == "."):
            last += 1
        while last - 1 > first and words[last - 1].text == "." and len(words[last - 2].text) > 1:
            last -= 1
        in_role = any(words[first - 1].text in role.split() for role in person.roles) if first else False
        if first > piece[0] and not in_role and self._is_loose_name(words[first - 1], piece):
            first -= 1
        close = words[last - 1].end
        close = mention.end if mention.end < close <= mention.end + _OWNING else close
        name = self._text.view.shadow[words[first].start : close]
        parts = set(_WORD.findall(name))
        agrees = (
            len(parts) == 1 or name in person.names or parts <= set(_WORD.findall(person.name)) or person.name in name
        )
        if words[first].start == mention.start and close == mention.end and agrees:
            return self._fully(Speaker(person.name, "named", span, person.id, person.names))
        fitting = [m.entity for m in self.people if set(_WORD.findall(m.entity.name)) <= parts]
        known = max(fitting, key=lambda entity: len(entity.name), default=person)
        speaker = Speaker(name, "named", span, known.id, tuple(dict.fromkeys((name, *known.names))))
        for entity in (known, person, *fitting):
            self._fullest.setdefault(entity.id, speaker)
        return speaker

    def _is_loose_name(self, word: Word, piece: Piece) -> bool:
        """Whether a capitalised word before a name belongs to no mention, role or title: a first name missed."""
        lexicon = self._text.lexicon
        if not word.is_name or len(word.text) < 2 or word.text.isupper():
            return False
        if word.low in lexicon.roles or word.low in lexicon.titles or self._names.is_ordinary(word):
            return False
        if place_of(word.text):
            return False
        at = self._text.index_at(word.start)
        for begin in range(max(piece[0], at - 3), at):
            role = lexicon.roles.at(self._text.words, begin, at + 1)
            if role and begin + role[1] > at:
                return False
        return not any(m.start <= word.start < m.end for m in self.within(piece) if m.entity.kind != "role")

    def _fully(self, speaker: Speaker) -> Speaker:
        """The speaker under the fuller name that an earlier phrase printed, if one did."""
        fuller = self._fullest.get(speaker.entity or "")
        return replace(speaker, name=fuller.name, names=fuller.names) if fuller else speaker

    def has_tail(self, begin: int, end: int) -> bool:
        """Whether a person's name in a phrase only tells whose group or body speaks ("the Haddad campaign")."""
        return any(m.entity.kind == "person" and self._owns(m, (begin, end)) for m in self.within((begin, end)))

    def _owns(self, mention: Mention, piece: Piece) -> bool:
        """Whether a word for a group or body follows a name, as their head ("Haddad's lawyers")."""
        words, after = self._text.words, self._text.index_at(mention.end)
        if words[after : after + 2] and words[after].text in _APOSTROPHES:
            after += 2
        while after < piece[1] and words[after].is_name:
            after += 1
        near = range(after, min(after + _MODIFIERS, piece[1]))
        found = [self._text.lexicon.collectives.at(words, i, piece[1]) for i in near]
        return any(group and group[0] == "tail" for group in found)

    def is_place(self, begin: int, end: int) -> bool:
        """Whether the name of a place begins at a word."""
        start = self._text.words[begin].start if begin < end else -1
        return any(m.start == start and m.entity.kind == "place" for m in self.within((begin, end)))

    def is_relation(self, piece: Piece) -> bool:
        """Whether a phrase begins with a word for those who belong to whoever is named after it ("keluarga Hasan")."""
        found = self._text.lexicon.collectives.at(self._text.words, piece[0], piece[1])
        return bool(found and found[0] == "relation")

    def body(self, begin: int, end: int) -> Speaker | None:
        """The organisation, outlet or agency that a phrase is, or begins with."""
        start = self._text.words[begin].start
        if self.is_written((begin, end)):
            return None
        for mention in self.within((begin, end)):
            if mention.entity.kind in _BODIES and mention.start == start and not self._heads_people(mention, end):
                printed = self._text.view.shadow[mention.start : mention.end]
                if self._is_ticket((begin, end)) or self._is_named_body((begin, end)):
                    printed = self._text.view.shadow[start : self._text.words[end - 1].end]
                    return Speaker(printed, "named", None, mention.entity.id, (printed, *mention.entity.names))
                name = printed if mention.entity.name in printed else mention.entity.name
                return Speaker(name, "named", None, mention.entity.id, mention.entity.names)
            whole = mention.start == start and mention.end == self._text.words[end - 1].end
            if mention.entity.kind == "place" and whole:
                name = self._text.view.shadow[mention.start : mention.end]
                return Speaker(name, "named", None, mention.entity.id, (name, *mention.entity.names))
        media = media_phrase(self._text, begin, end)
        return Speaker(media[0], "named", None, None, (media[0],)) if media else None

    def _heads_people(self, mention: Mention, end: int) -> bool:
        """Whether a body's name only tells whose people a phrase is for ("Haven Radio host", "council members")."""
        words, lexicon = self._text.words, self._text.lexicon
        after = self._text.index_at(mention.end)
        for at in range(max(after, end - _MODIFIERS), end):
            role, group = lexicon.roles.at(words, at, end), lexicon.collectives.at(words, at, end)
            if (role and at + role[1] == end) or (group and group[0] in ("people", "tail") and at + group[1] == end):
                return True
        return False

    def body_again(self, begin: int) -> Speaker | None:
        """The last body before whose name begins with the word of a description ("kementerian itu")."""
        word = self._text.words[begin]
        for mention in reversed(self._mentions):
            if mention.start < word.start and mention.entity.kind in _BODIES:
                name = mention.entity.name
                if name.lower().split()[0] == word.low and name.lower() != word.low:
                    return Speaker(name, "role", None, mention.entity.id, mention.entity.names)
        return None

    def by_role(self, begin: int, end: int) -> Speaker | None:
        """The one person of the article who has this role ("Menkeu", "komisaris polisi kota itu")."""
        words = self._text.words[begin:end]
        wanted = {word.low for word in words if not word.is_mark and not self.demonstrates(word.low)}
        if not wanted:
            return None
        loose, keys = self.demonstrates(words[-1].low), self._keys(words)
        found = [
            person
            for person in self._persons
            if any(_fits(wanted, words[0].low, _words(r), loose) or keys & self._keys_of(r) for r in person.roles)
        ]
        if len(found) != 1:
            return None
        person = found[0]
        return self._fully(Speaker(person.name, "role", None, person.id, person.names))

    def by_office(self, begin: int, end: int) -> Speaker | None:
        """The one person of the article who is known to hold or have held the office that a phrase names."""
        words = self._text.words
        former = self._text.lexicon.roles.at(words, begin, end)
        begin += former[1] if former and former[0][0] == "noun" else 0
        role = self._text.lexicon.roles.at(words, begin, end)
        if not role or not role[0][1]:
            return None
        holding = [p for p in self._persons if (known := person_of(p.name)) and _has_held(known, role[0][1])]
        return self.known_as(holding[0]) if len(holding) == 1 else None

    def known_as(self, entity: Entity | None) -> Speaker | None:
        """A person as a speaker, under the fuller name that an earlier phrase printed, if one did."""
        return self.speaker(entity) if entity else None

    def speaker(self, entity: Entity) -> Speaker:
        """An entity as a speaker, under the fuller name that an earlier phrase printed, if one did."""
        return self._fully(Speaker(entity.name, "named", None, entity.id, entity.names))

    def holding(self, names: set[str]) -> Speaker | None:
        """The one person all of whose names are among these words."""
        whole = {m.entity.id: m.entity for m in self.people if set(_WORD.findall(m.entity.name)) <= names}
        return speaker_of(next(iter(whole.values()))) if len(whole) == 1 else None

    def demonstrates(self, low: str) -> bool:
        """Whether a word points back ("itu")."""
        return self._text.lexicon.pronoun_kinds.get(low) == "demonstrative"

    def person(self, identifier: str) -> Entity | None:
        """The person with this identifier."""
        return next((m.entity for m in self.people if m.entity.id == identifier), None)

    def offices(self, person: Entity) -> set[str]:
        """The keys of a person's roles."""
        return {key for role in person.roles for key in self._keys_of(role)}

    def _keys(self, words: Sequence[Word]) -> set[str]:
        """The offices that words name, by their keys: "Menkeu" and "menteri keuangan" have one."""
        bare = [word for word in words if not self.demonstrates(word.low)]
        found = self._text.lexicon.roles.at(bare, 0, len(bare)) if bare else None
        return {found[0][1]} if found and found[1] == len(bare) and found[0][1] else set()

    def _keys_of(self, role: str) -> set[str]:
        found = self._role_keys.get(role)
        if found is None:
            found = self._role_keys[role] = self._keys(split_words(role, 0, len(role)))
        return found


def speaker_of(entity: Entity | None) -> Speaker | None:
    """An entity as a speaker."""
    return Speaker(entity.name, "named", None, entity.id, entity.names) if entity else None


def name_words(name: str) -> set[str]:
    """The words of a name."""
    return set(_WORD.findall(name))


def _has_held(known: Known, key: str) -> bool:
    return any(office.role == key for office in known.offices)


def _words(role: str) -> frozenset[str]:
    return frozenset(role.lower().split())


def _fits(wanted: set[str], head: str, role: frozenset[str], loose: bool) -> bool:
    """Whether a role has all wanted words; after a demonstrative most of them, the head too, are enough."""
    return wanted <= role or (loose and head in role and 2 * len(wanted & role) > len(wanted))

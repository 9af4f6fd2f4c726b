"""The people of an article as a speaker phrase names them, by the fullest name that a phrase printed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from runut.knowledge.world import person_of, place_of
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.roles import SERVING
from runut.recognise.speakers_bodies import Bodies
from runut.recognise.speakers_mentions import Mention, Mentions, Piece
from runut.recognise.words import Word
from runut.records.marks import Entity
from runut.records.spans import Span
from runut.records.statements import Speaker

_WORD = re.compile(r"\w+")
_WHERE = frozenset({"place", "occasion"})
"""Kinds of settings behind a speaker that say where he speaks."""
_CLAUSES = frozenset({"relative", "where"})
"""Kinds of words that open a clause which describes somebody."""
_OWNING = 2
"""Letters of the ending behind a name that owns ("Haddad's")."""


class People:
    """Look-ups of people over the mentions of one article; remembers the fuller names that phrases printed."""

    def __init__(self, mentions: Mentions, bodies: Bodies) -> None:
        self._mentions, self._bodies = mentions, bodies
        self._text: Text = mentions.text
        self._names = load_name_words(self._text.view.pack)
        self._small = self._names.joints | self._names.prepositions | self._names.particles
        self._fullest: dict[str, Speaker] = {}
        self._plain = frozenset(word.text for word in self._text.words if word.text.islower())

    def named_in(self, pieces: Sequence[Piece], span: Span | None) -> Speaker | None:
        """The person named in a phrase: of several pieces the last that begins with a name."""
        best: tuple[Mention, Piece] | None = None
        for number, piece in enumerate(pieces):
            if self.is_relation(piece) or self.serves(piece):
                continue
            piece = self._before_clause(piece)
            if self._bodies.is_ticket(piece) or self._bodies.is_named_body(piece):
                continue
            people = [
                m
                for m in self._mentions.within(piece)
                if m.entity.kind == "person" and not (self._bodies.owns(m, piece) or self._in_body(m, piece))
                if not (self._describes(m, piece) or self._has_people(m, piece))
            ]
            people = self._before_verb([m for m in people if not self._in_brackets(m, piece)] or people)
            people = self._before_origin(people)
            if best and self._is_all_of(*best):
                break
            if people and (best is None or (number and self._names_again(best[0], people[-1], piece))):
                best = people[-1], piece
        if best and (pair := self._beside(*best)):
            return self._both(pair, best[0], span)
        return self._as_printed(*best, span) if best else None

    def _beside(self, last: Mention, piece: Piece) -> Mention | None:
        """The person named right before another who speaks with them ("Siti Rahma dan Hasan Basri", "Siti/Hasan")."""
        shadow, words = self._text.view.shadow, self._text.words
        first = next((m for m in reversed(self._mentions.within(piece)) if m.start < last.start), None)
        if first is None or first.entity.kind != "person" or first.entity.id == last.entity.id:
            return None
        at, after = self._text.index_at(first.end), self._text.word_at(last.start)
        full = all(" " in shadow[m.start : m.end] for m in (first, last))
        joined = after == at + 1 and (words[at].text == "/" or "and" in kinds_at(self._text, at, after))
        return first if full and joined else None

    def _both(self, first: Mention, last: Mention, span: Span | None) -> Speaker:
        """Two people who speak together, by both names."""
        one, other = self.speaker(first.entity), self.speaker(last.entity)
        printed = self._text.view.shadow[first.start : last.end]
        return Speaker(" ".join(printed.split()), "collective", span, None, (*one.names, *other.names))

    def _describes(self, mention: Mention, piece: Piece) -> bool:
        """Whether a name only describes the noun behind it, where heads come last ("Roman Catholic | leaders")."""
        words, at = self._text.words, self._text.index_at(mention.end)
        if not self._names.modifiers_lead or at >= piece[1] or words[at].start > mention.end + 1:
            return False
        return words[at].text.islower() and self._text.lexicon.collectives.at(words, at, piece[1]) is not None

    def _has_people(self, mention: Mention, piece: Piece) -> bool:
        """Whether a name only tells whose people a phrase is for, where heads come last ("aides to | Mr. Romney")."""
        words, lexicon, at = self._text.words, self._text.lexicon, self._text.word_at(mention.start)
        if not self._names.modifiers_lead:
            return False
        joined = next((i for i in range(piece[0] + 1, at) if words[i].low in self._names.prepositions), piece[0])
        group = lexicon.collectives.ending(words, joined) if joined > piece[0] else None
        return group is not None and joined - group[1] <= piece[0] + 1

    def _is_all_of(self, mention: Mention, piece: Piece) -> bool:
        """Whether a full name is a whole piece: what follows it, capitals or not, only tells who that is."""
        begin, end = self._text.words[piece[0]].start, self._text.words[piece[1] - 1].end
        return (mention.start, mention.end) == (begin, end) and piece[1] - piece[0] > 1

    def _names_again(self, known: Mention, found: Mention, piece: Piece) -> bool:
        """Whether a later piece names its speaker: it begins with a name, and not with one word behind a full name."""
        printed = self._text.view.shadow
        full = " " in printed[known.start : known.end].strip()
        words, (begin, end) = self._text.words, piece
        title = self._text.lexicon.titles.at(words, begin, end)
        begin += title[1] if title and begin + title[1] < end else 0
        return words[begin].is_name and (" " in printed[found.start : found.end].strip() or not full)

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
        """People of a phrase without what a preposition ties to a name: a place or whom it bears the name of.

        "Siti Rahma of Ohio", "Siti di RS Budi Utomo".
        """
        shadow, words = self._text.view.shadow, self._text.words
        for before, after in pairwise(people):
            at = self._text.index_at(before.end)
            setting = self._text.lexicon.settings.at(words, at, self._text.word_at(after.start) + 1)
            if setting and setting[0] in _WHERE:
                return people[: people.index(after)]
            full, alone = " " in shadow[before.start : before.end], " " not in shadow[after.start : after.end]
            if (
                full
                and alone
                and shadow[before.end : after.start].strip()
                in (self._names.prepositions | self._names.particles | self._names.joints)
            ):
                return people[: people.index(after)]
        return people

    def _before_clause(self, piece: Piece) -> Piece:
        """A description that points back or hides who speaks, without the clause in it.

        "Wanita yang menolong Hasan itu", "seorang sumber yang dekat dengan Hasan"; but "seorang pria bernama Hasan".
        """
        lexicon, words = self._text.lexicon, self._text.words
        hidden = lexicon.anonymous.at(words, *piece)
        if hidden and any(self._names.nicknames.at(words, i, piece[1]) for i in range(*piece)):
            return piece
        if not hidden and not self._mentions.demonstrates(words[piece[1] - 1].low):
            return piece
        inside = range(piece[0] + 1, piece[1])
        return piece[0], next((i for i in inside if kinds_at(self._text, i, piece[1]) & _CLAUSES), piece[1])

    def _in_body(self, mention: Mention, piece: Piece) -> bool:
        """Whether a person's name is that of a body in a description that points back ("dosen Universitas X itu")."""
        words, at = self._text.words, self._text.word_at(mention.start) - 1
        if not self._mentions.demonstrates(words[piece[1] - 1].low):
            return False
        while at >= piece[0] and words[at].is_name:
            group = self._text.lexicon.collectives.at(words, at, piece[1])
            if group and group[0] == "body":
                return True
            at -= 1
        return False

    def lends_its_name(self, speaker: Speaker | None, piece: Piece) -> bool:
        """Whether a speaker is in a description only as the name of a body."""
        entity = speaker.entity if speaker else None
        return any(m.entity.id == entity and self._in_body(m, piece) for m in self._mentions.within(piece))

    def _as_printed(self, mention: Mention, piece: Piece, span: Span | None) -> Speaker:
        """The person of a mention, by the longer name that stands around it here, if one does."""
        words, person = self._text.words, mention.entity
        first = self._text.word_at(mention.start)
        last = first + 1
        while last < piece[1] and (words[last].start < mention.end or self._goes_on(last, piece)):
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
            return self.fully(Speaker(person.name, "named", span, person.id, person.names))
        fitting = [m.entity for m in self._mentions.people if set(_WORD.findall(m.entity.name)) <= parts]
        known = max(fitting, key=lambda entity: len(entity.name), default=person)
        speaker = Speaker(name, "named", span, known.id, tuple(dict.fromkeys((name, *known.names))))
        for entity in (known, person, *fitting):
            self._fullest.setdefault(entity.id, speaker)
        return speaker

    def _goes_on(self, at: int, piece: Piece) -> bool:
        """Whether a word behind a name is more of it: a full stop or a capital that the article has nowhere else small.

        Nor is the word of a role or a body that follows more of the name, nor a headline's verb.
        """
        word, names = self._text.words[at], self._names
        if not word.is_name or names.given_rank(word):
            return word.is_name or word.text == "."
        words = self._text.words
        follows = names.roles.at(words, at, piece[1]) or names.bodies.at(words, at, piece[1])
        verb = self._text.lexicon.verbs.at(words, at, at + 1) or names.verbs.is_verb(word.low)
        heading = bool(verb) and at + 1 < len(words) and words[at + 1].is_name
        return not follows and not heading and word.low not in self._plain

    def _is_loose_name(self, word: Word, piece: Piece) -> bool:
        """Whether a capitalised word before a name belongs to no mention, role or title: a first name missed.

        Right behind a role a word that is in no personal names is the body that the role is in.
        """
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
            if role and (begin + role[1] > at or (begin + role[1] == at and not self._names.given_rank(word))):
                return False
        return not any(m.start <= word.start < m.end for m in self._mentions.within(piece) if m.entity.kind != "role")

    def fully(self, speaker: Speaker) -> Speaker:
        """The speaker under the fuller name that an earlier phrase printed, if one did."""
        fuller = self._fullest.get(speaker.entity or "")
        return replace(speaker, name=fuller.name, names=fuller.names) if fuller else speaker

    def is_relation(self, piece: Piece) -> bool:
        """Whether a phrase begins with a word for those who belong to whoever is named after it ("keluarga Hasan")."""
        found = self._text.lexicon.collectives.at(self._text.words, piece[0], piece[1])
        return bool(found and found[0] == "relation")

    def serves(self, piece: Piece) -> bool:
        """Whether a phrase is somebody who serves whom it names ("pengacara Hasan", "juru bicara Presiden Jokowi").

        A lawyer or spokesman is introduced by more of his name than a word; one whose full name stands without that
        role is served, and so is who holds the office whose spokesman speaks.
        """
        words, shadow = self._text.words, self._text.view.shadow
        role = self._text.lexicon.roles.at(words, *piece)
        at = piece[0] + role[1] if role else piece[1]
        if self._names.modifiers_lead or not role or at >= piece[1]:
            return False
        served = next((m.entity for m in self._mentions.within((at, piece[1])) if m.entity.kind == "person"), None)
        if served is None:
            return False
        key, inner, known = role[0][1], self._text.lexicon.roles.at(words, at, piece[1]), person_of(served.name)
        if inner and known and key in SERVING and any(office.role == inner[0][1] for office in known.offices):
            return True
        if key not in SERVING or at != piece[1] - 1:
            return False
        own = [m for m in self._mentions.people if m.entity is served and " " in shadow[m.start : m.end]]
        return (bool(own) or " " in served.name) and not any(key in self._keys_beside(m) for m in own)

    def _keys_beside(self, mention: Mention) -> set[str]:
        """The keys of the roles before a name and behind its comma ("pengacara Siti", "Siti, pengacara Hasan")."""
        words, roles = self._text.words, self._text.lexicon.roles
        behind = self._text.index_at(mention.end) + 1
        beside = roles.ending(words, self._text.index_at(mention.start)), roles.at(words, behind, len(words))
        set_off = behind < len(words) and words[behind - 1].text == ","
        return {found[0][1] for found in beside[: 1 + set_off] if found}

    def known_as(self, entity: Entity | None) -> Speaker | None:
        """A person as a speaker, under the fuller name that an earlier phrase printed, if one did."""
        return self.speaker(entity) if entity else None

    def speaker(self, entity: Entity) -> Speaker:
        """An entity as a speaker, under the fuller name that an earlier phrase printed, if one did."""
        return self.fully(Speaker(entity.name, "named", None, entity.id, entity.names))

    def holding(self, names: set[str]) -> Speaker | None:
        """The one person all of whose names are among these words."""
        whole = {m.entity.id: m.entity for m in self._mentions.people if set(_WORD.findall(m.entity.name)) <= names}
        return speaker_of(next(iter(whole.values()))) if len(whole) == 1 else None


def speaker_of(entity: Entity | None) -> Speaker | None:
    """An entity as a speaker."""
    return Speaker(entity.name, "named", None, entity.id, entity.names) if entity else None


def name_words(name: str) -> set[str]:
    """The words of a name."""
    return set(_WORD.findall(name))

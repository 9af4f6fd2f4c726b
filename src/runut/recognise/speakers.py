"""Whose words they are: drafts of statements in, speakers by name out, or candidates where the text does not tell.

Ordered sieves, precise ones first: a named phrase, a role that one person of the article has, a pronoun or "-nya" for
the speaker in focus, a quotation that goes on, a group, an unnamed source.

Source: the sieve design is that of Muzny et al. 2017, "A Two-stage Sieve Approach for Quote Attribution".
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.credits import media_phrase
from runut.recognise.direct import Draft
from runut.recognise.words import Word, split_words
from runut.records.marks import Entity
from runut.records.spans import Span
from runut.records.statements import Speaker, SpeakerHow

_WORD = re.compile(r"\w+")
_CANDIDATES = 3
"""Persons named as possible speakers where none is certain: the nearest ones before the words."""


class Mention(NamedTuple):
    """A mention of an entity, by offsets of the text."""

    start: int
    end: int
    entity: Entity


class Resolver:
    """Resolves the speakers of one article's drafts, to be called in text order."""

    def __init__(self, text: Text, entities: Sequence[Entity]) -> None:
        self._text = text
        spans = sorted((m.start, m.end, n) for n, entity in enumerate(entities) for m in entity.mentions)
        self._mentions = [Mention(start, end, entities[n]) for start, end, n in spans]
        self._people = [m for m in self._mentions if m.entity.kind == "person"]
        self._focus: Speaker | None = None
        self._heard: list[Speaker] = []
        self._fullest: dict[str, Speaker] = {}

    def resolve(self, draft: Draft) -> tuple[Speaker | None, tuple[str, ...]]:
        """The draft's speaker, or None with the names of possible ones."""
        agent = draft.agent or Agent("same")
        speaker = self._speaker(agent, draft)
        if speaker is None:
            return None, self._candidates(draft.start)
        if draft.rule != "quote-in-quote":
            self._hear(speaker)
        return speaker, ()

    def notice(self, agent: Agent) -> None:
        """Brings into focus who speaks without being reported: the subject of a verb of speech that has no content."""
        if agent.kind == "noun" and (person := self._person(agent.pieces, self._span(agent))):
            self._hear(person)

    def _hear(self, speaker: Speaker) -> None:
        self._focus = speaker
        if speaker.how not in ("pronoun", "continued"):
            self._heard.append(speaker)

    def _speaker(self, agent: Agent, draft: Draft) -> Speaker | None:
        span = self._span(agent)
        if agent.kind in ("noun", "relative") and agent.pieces:
            return self._person(agent.pieces, span) or self._described(agent, span)
        how: SpeakerHow = "pronoun" if agent.pieces or agent.kind in ("enclitic", "third") else "continued"
        found = self._in_focus(agent, draft)
        return Speaker(found.name, how, span or found.span, found.entity, found.names) if found else None

    def _span(self, agent: Agent) -> Span | None:
        if not agent.pieces:
            return None
        words = self._text.words
        return self._text.view.span(words[agent.pieces[0][0]].start, words[agent.pieces[-1][1] - 1].end)

    def _within(self, piece: tuple[int, int]) -> list[Mention]:
        start, end = self._text.words[piece[0]].start, self._text.words[piece[1] - 1].end
        at = bisect_left(self._mentions, start, key=lambda mention: mention.start)
        found = []
        while at < len(self._mentions) and self._mentions[at].start < end:
            found.append(self._mentions[at])
            at += 1
        return found

    def _person(self, pieces: Sequence[tuple[int, int]], span: Span | None) -> Speaker | None:
        """The person named in a phrase: of several pieces the last that begins with a name."""
        best: tuple[Mention, tuple[int, int]] | None = None
        for number, piece in enumerate(pieces):
            if self._is_relation(piece):
                continue
            people = [m for m in self._within(piece) if m.entity.kind == "person"]
            if people and (best is None or (number and self._text.words[piece[0]].is_name)):
                best = people[-1], piece
        return self._as_printed(*best, span) if best else None

    def _as_printed(self, mention: Mention, piece: tuple[int, int], span: Span | None) -> Speaker:
        """The person of a mention, by the name that stands here where the mention ends inside it or runs out of the phrase."""
        words = self._text.words
        last = self._text.index_at(mention.start) + 1
        while last < piece[1] and (words[last].start < mention.end or words[last].is_name or words[last].text == "."):
            last += 1
        name = self._text.view.shadow[mention.start : words[last - 1].end]
        person = mention.entity
        if words[last - 1].end == mention.end:
            return self._fully(Speaker(person.name, "named", span, person.id, person.names))
        parts = set(_WORD.findall(name))
        fitting = [m.entity for m in self._people if set(_WORD.findall(m.entity.name)) <= parts]
        known = max(fitting, key=lambda entity: len(entity.name), default=person)
        speaker = Speaker(name, "named", span, known.id, tuple(dict.fromkeys((name, *known.names))))
        self._fullest.setdefault(known.id, speaker)
        return speaker

    def _fully(self, speaker: Speaker) -> Speaker:
        """The speaker under the fuller name that an earlier phrase printed, if one did."""
        fuller = self._fullest.get(speaker.entity or "")
        return replace(speaker, name=fuller.name, names=fuller.names) if fuller else speaker

    def _is_relation(self, piece: tuple[int, int]) -> bool:
        found = self._text.lexicon.collectives.at(self._text.words, piece[0], piece[1])
        return bool(found and found[0] == "relation")

    def _described(self, agent: Agent, span: Span | None) -> Speaker | None:
        """A phrase without a person's name: a body, a known role, somebody in focus, a group, or the words as printed."""
        begin, end = self._head(agent)
        words, lexicon = self._text.words, self._text.lexicon
        phrase = " ".join(self._text.view.shadow[words[begin].start : words[end - 1].end].split())
        anonymous = any(lexicon.anonymous.at(words, i, end) for i in range(begin, end))
        if anonymous:
            return Speaker(phrase, "anonymous", span, None, (phrase,))
        known = self._body(begin, end) or self._by_role(begin, end) or self._earlier(agent, begin, end)
        if known is None and self._focus and self._points_back(begin, end):
            known = self._focus
        if known:
            how: SpeakerHow = "named" if words[begin].is_name else "role"
            return Speaker(known.name, how, span, known.entity, known.names)
        group = lexicon.collectives.at(words, begin, end)
        how = "collective" if group and group[0] != "relation" else "named" if words[begin].is_name else "role"
        return Speaker(phrase, how, span, None, (phrase,))

    def _head(self, agent: Agent) -> tuple[int, int]:
        """The words of a phrase that name or describe: without a document before, a clause with "yang" after."""
        words, lexicon = self._text.words, self._text.lexicon
        begin, end = agent.pieces[0]
        named = [p for p in agent.pieces[1:] if self._is_bare_name(p)]
        if named and not self._is_relation(agent.pieces[0]):
            begin, end = named[-1]
        document = lexicon.nouns.at(words, begin, end)
        if document and document[1] < end - begin and any(kind == "document" for kind, _ in document[0]):
            begin += document[1]
            names = next((i for i in range(begin, end) if words[i].is_name), begin)
            begin = names
        stop = next((i for i in range(begin + 1, end) if "relative" in kinds_at(self._text, i, end)), end)
        return begin, stop

    def _is_bare_name(self, piece: tuple[int, int]) -> bool:
        """Whether a piece holds capitalised words alone, two at least: an unknown name beside its role."""
        words = self._text.words[piece[0] : piece[1]]
        return len(words) > 1 and all(word.is_name or word.is_mark for word in words)

    def _body(self, begin: int, end: int) -> Speaker | None:
        """The organisation, outlet or agency that a phrase begins with, or is."""
        bodies = ("organisation", "agency", "outlet")
        start = self._text.words[begin].start
        for mention in self._within((begin, end)):
            if mention.entity.kind in bodies and mention.start == start:
                return Speaker(mention.entity.name, "named", None, mention.entity.id, mention.entity.names)
        media = media_phrase(self._text, begin, end)
        return Speaker(media[0], "named", None, None, (media[0],)) if media else None

    def _by_role(self, begin: int, end: int) -> Speaker | None:
        """The one person of the article who has this role ("Menkeu", "komisaris polisi kota itu")."""
        wanted = {
            word.low for word in self._text.words[begin:end] if not word.is_mark and not self._demonstrates(word.low)
        }
        if not wanted:
            return None
        head = self._text.words[begin].low
        loose = self._demonstrates(self._text.words[end - 1].low)
        keys = self._keys(self._text.words[begin:end])
        found = {
            m.entity.id: m.entity
            for m in self._people
            if any(_fits(wanted, head, _words(role), loose) or keys & self._keys_of(role) for role in m.entity.roles)
        }
        if len(found) != 1:
            return None
        person = next(iter(found.values()))
        return Speaker(person.name, "role", None, person.id, person.names)

    def _keys(self, words: Sequence[Word]) -> set[str]:
        """The offices that words name, by their keys: "Menkeu" and "menteri keuangan" have one."""
        bare = [word for word in words if not self._demonstrates(word.low)]
        found = self._text.lexicon.roles.at(bare, 0, len(bare)) if bare else None
        return {found[0][1]} if found and found[1] == len(bare) and found[0][1] else set()

    def _keys_of(self, role: str) -> set[str]:
        return self._keys(split_words(role, 0, len(role)))

    def _earlier(self, agent: Agent, begin: int, end: int) -> Speaker | None:
        """An earlier speaker whose name holds all names of this phrase ("Rahim" after "AKBP Abdul Rahim")."""
        names = {w.text for w in self._text.words[begin:end] if w.is_name and len(w.text) > 1}
        if not names or not self._text.words[begin].is_name:
            return None
        heard = next((s for s in reversed(self._heard) if names <= set(_WORD.findall(s.name))), None)
        names |= {w.text for p in agent.pieces[1:] for w in self._text.words[p[0] : p[1]] if w.is_name}
        whole = {m.entity.id: m.entity for m in self._people if set(_WORD.findall(m.entity.name)) <= names}
        return heard or (_named(next(iter(whole.values()))) if len(whole) == 1 else None)

    def _points_back(self, begin: int, end: int) -> bool:
        """Whether a description stands for the person in focus: "pria itu", "wakil rakyat tersebut", no body or relative."""
        if not self._focus or self._focus.how in ("collective", "anonymous"):
            return False
        words, lexicon = self._text.words, self._text.lexicon
        group = lexicon.collectives.at(words, begin, end)
        if group and group[0] != "people":
            return False
        return self._demonstrates(words[begin].low) or self._demonstrates(words[end - 1].low)

    def _demonstrates(self, low: str) -> bool:
        found = self._text.lexicon.pronoun_kinds.get(low)
        return found == "demonstrative"

    def _in_focus(self, agent: Agent, draft: Draft) -> Speaker | None:
        subject = self._subject_before(draft)
        if agent.kind == "third" and draft.form != "direct" and subject and self._focus:
            return _named(subject)
        if self._focus:
            return self._focus
        return _named(subject or self._first_named(draft)) if agent.kind != "same" or subject else None

    def _subject_before(self, draft: Draft) -> Entity | None:
        """The person with whom the sentence before the draft's begins, where nobody spoke in it."""
        if draft.sentence == 0:
            return None
        before = self._text.sentences[draft.sentence - 1]
        at = bisect_left(self._people, before.start, key=lambda mention: mention.start)
        if at < len(self._people) and self._people[at].start < before.end:
            first = self._text.index_at(self._people[at].start)
            if first - before.first <= 3 and not self._text.cues_of(before):
                return self._people[at].entity
        return None

    def _first_named(self, draft: Draft) -> Entity | None:
        """Where no one has spoken yet: the first person of the nearest sentence before that names one."""
        for sentence in reversed(self._text.sentences[: draft.sentence + 1]):
            at = bisect_left(self._people, sentence.start, key=lambda mention: mention.start)
            if at < len(self._people) and self._people[at].start < min(sentence.end, draft.start):
                return self._people[at].entity
        return None

    def _candidates(self, start: int) -> tuple[str, ...]:
        names = [m.entity.name for m in self._people if m.start < start]
        return tuple(dict.fromkeys(reversed(names)))[:_CANDIDATES]


def _named(entity: Entity | None) -> Speaker | None:
    return Speaker(entity.name, "named", None, entity.id, entity.names) if entity else None


def _words(role: str) -> frozenset[str]:
    return frozenset(role.lower().split())


def _fits(wanted: set[str], head: str, role: frozenset[str], loose: bool) -> bool:
    """Whether a role has all wanted words; with a demonstrative ("komisaris polisi kota itu") most of them, the head too."""
    return wanted <= role or (loose and head in role and 2 * len(wanted & role) > len(wanted))

"""Whose words they are: drafts of statements in, speakers by name out, or candidates where the text does not tell.

Ordered sieves, precise ones first: a named phrase, a role that one person of the article has, a pronoun or "-nya" for
the speaker in focus, a quotation that goes on, a group, an unnamed source.

Source: the sieve design is that of Muzny et al. 2017, "A Two-stage Sieve Approach for Quote Attribution".
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.direct import Draft
from runut.records.marks import Entity
from runut.records.spans import Span
from runut.records.statements import Speaker, SpeakerHow

_FAR = 6
"""Sentences after which a speaker is no longer in focus for a pronoun, where another person was the subject since."""


@dataclass(slots=True)
class _Focus:
    """Who spoke last and in which sentence."""

    speaker: Speaker | None = None
    sentence: int = -1
    known: list[Speaker] = field(default_factory=list)


class Resolver:
    """Resolves the speakers of one article's drafts, in text order."""

    def __init__(self, text: Text, entities: Sequence[Entity]) -> None:
        self._text = text
        self._entities = entities
        self._mentions = sorted((m.start, m.end, n) for n, e in enumerate(entities) for m in e.mentions)
        self._focus = _Focus()

    def resolve(self, draft: Draft) -> tuple[Speaker | None, tuple[str, ...]]:
        """The draft's speaker, or None with the names of possible ones."""
        agent = draft.agent or Agent("same")
        speaker = self._speaker(agent, draft)
        if speaker:
            self._focus.speaker, self._focus.sentence = speaker, draft.sentence
            if speaker.how in ("named", "role", "anonymous", "collective") and speaker.span:
                self._focus.known.append(speaker)
            return speaker, ()
        return None, self._candidates(draft)

    def _speaker(self, agent: Agent, draft: Draft) -> Speaker | None:
        span = self._span(agent)
        if agent.kind in ("noun", "relative") and agent.pieces:
            return self._named(agent, span)
        how: SpeakerHow = "pronoun" if agent.pieces or agent.kind in ("enclitic", "third") else "continued"
        found = self._in_focus(draft)
        return Speaker(found.name, how, span or found.span, found.entity, found.names) if found else None

    def _span(self, agent: Agent) -> Span | None:
        if not agent.pieces:
            return None
        words = self._text.words
        return self._text.view.span(words[agent.pieces[0][0]].start, words[agent.pieces[-1][1] - 1].end)

    def _within(self, piece: tuple[int, int]) -> list[tuple[int, int, Entity]]:
        start, end = self._text.words[piece[0]].start, self._text.words[piece[1] - 1].end
        at = bisect_left(self._mentions, (start, 0, 0))
        found = []
        while at < len(self._mentions) and self._mentions[at][0] < end:
            if self._mentions[at][1] <= end:
                found.append((self._mentions[at][0], self._mentions[at][1], self._entities[self._mentions[at][2]]))
            at += 1
        return found

    def _named(self, agent: Agent, span: Span | None) -> Speaker | None:
        person = self._person(agent.pieces)
        if person:
            return Speaker(person.name, "named", span, person.id, person.names)
        return self._by_phrase(agent, span)

    def _person(self, pieces: Sequence[tuple[int, int]]) -> Entity | None:
        best: Entity | None = None
        for number, piece in enumerate(pieces):
            if self._text.lexicon.collectives.at(self._text.words, piece[0], piece[1]) and self._is_relation(piece):
                continue
            people = [m for m in self._within(piece) if m[2].kind == "person"]
            if people and (best is None or (number and self._text.words[piece[0]].is_name)):
                best = people[-1][2]
        return best

    def _is_bare_name(self, piece: tuple[int, int]) -> bool:
        """Whether a piece holds capitalised words alone, two at least: an unknown name beside its role."""
        words = self._text.words[piece[0] : piece[1]]
        return len(words) > 1 and all(word.is_name or word.is_mark for word in words)

    def _is_relation(self, piece: tuple[int, int]) -> bool:
        found = self._text.lexicon.collectives.at(self._text.words, piece[0], piece[1])
        return bool(found and found[0] == "relation")

    def _by_phrase(self, agent: Agent, span: Span | None) -> Speaker | None:
        words, lexicon = self._text.words, self._text.lexicon
        begin, end = agent.pieces[0]
        if lexicon.nouns.at(words, begin, end) and end - begin > 1:
            begin += 1
        named = [p for p in agent.pieces[1:] if self._is_bare_name(p)]
        if named and not self._is_relation(agent.pieces[0]):
            begin, end = named[-1]
        end = next((i for i in range(begin + 1, end) if "relative" in kinds_at(self._text, i, end)), end)
        phrase = self._text.view.shadow[words[begin].start : words[end - 1].end]
        names = {w.text for p in agent.pieces for w in words[p[0] : p[1]] if w.is_name and len(w.text) > 1}
        anonymous = any(lexicon.anonymous.at(words, i, end) for i in range(begin, end))
        if not anonymous and names:
            earlier = self._same_words(names)
            if earlier:
                return Speaker(earlier.name, "named", span, earlier.entity, earlier.names)
        body = [m for m in self._within((begin, end)) if m[2].kind in ("organisation", "agency", "outlet")]
        whole = next((m for m in body if m[0] == words[begin].start), None)
        if whole and not anonymous:
            return Speaker(whole[2].name, "named", span, whole[2].id, whole[2].names)
        how: SpeakerHow = (
            "anonymous" if anonymous else "collective" if lexicon.collectives.at(words, begin, end) else "role"
        )
        if names and how == "role":
            how = "named"
        return Speaker(" ".join(phrase.split()), how, span, None, (" ".join(phrase.split()),))

    def _same_words(self, names: set[str]) -> Speaker | None:
        for earlier in reversed(self._focus.known):
            if names <= set(earlier.name.replace(".", " ").split()):
                return earlier
        return None

    def _in_focus(self, draft: Draft) -> Speaker | None:
        if self._focus.speaker:
            return self._focus.speaker
        subject = self._first_subject(draft)
        return Speaker(subject.name, "named", None, subject.id, subject.names) if subject else None

    def _first_subject(self, draft: Draft) -> Entity | None:
        """The last person before the draft, where no one has spoken yet."""
        people = [
            self._entities[n]
            for start, _, n in self._mentions
            if start < draft.start and self._entities[n].kind == "person"
        ]
        return people[-1] if people else None

    def _candidates(self, draft: Draft) -> tuple[str, ...]:
        people = [
            self._entities[n].name
            for start, _, n in self._mentions
            if start < draft.start and self._entities[n].kind == "person"
        ]
        return tuple(dict.fromkeys(reversed(people)))[:3]

"""Whose words they are: drafts of statements in, speakers by name out, or candidates where the text does not tell.

Ordered sieves, precise ones first: a named phrase, a role that one person of the article has, a pronoun or "-nya" for
the speaker in focus, a quotation that goes on, a group, an unnamed source.

Source: the sieve design is that of Muzny et al. 2017, "A Two-stage Sieve Approach for Quote Attribution".
"""

from collections.abc import Sequence
from dataclasses import replace

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.cues import DOCUMENTS
from runut.recognise.direct import Draft
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.pointing import Pointing
from runut.recognise.speakers_bodies import Bodies
from runut.recognise.speakers_focus import Focus
from runut.recognise.speakers_mentions import Mentions
from runut.recognise.speakers_people import People, name_words
from runut.recognise.speakers_roles import Roles
from runut.records.marks import Entity
from runut.records.spans import Span
from runut.records.statements import Speaker, SpeakerHow

_HEAD = 3
"""Words that may stand before a subject that opens its sentence: a joint, an adverb and a comma."""
_NEAR_HEAD = 6
"""Words that may stand before a subject that is its sentence's own."""
_PHRASE = 6
"""Words among which the article of a noun stands before it ("a senior South African official")."""
_MARKS = '"“”«» '
"""What is no part of a description: "birthers" are birthers."""
_CANDIDATES = 3
"""Persons named as possible speakers where none is certain: the nearest ones before the words."""


class Resolver:
    """Resolves the speakers of one article's drafts, to be called in text order."""

    def __init__(self, text: Text, entities: Sequence[Entity]) -> None:
        self._text = text
        self._mentions = Mentions(text, entities)
        self._bodies = Bodies(self._mentions)
        self._people = People(self._mentions, self._bodies)
        self._roles = Roles(self._mentions, self._people)
        self._focus = Focus(self._mentions, self._people)
        self._pointed: dict[int, Speaker | None] = {}
        self._told = _told_of(text)

    def resolve(self, draft: Draft) -> tuple[Speaker | None, tuple[str, ...]]:
        """The draft's speaker, or None with the names of possible ones."""
        agent = draft.agent or Agent("same")
        speaker = self._speaker(agent, draft)
        if speaker is None:
            return None, self._candidates(draft.start)
        if not draft.rule.endswith("-in-quote") and agent.kind != "writer" and speaker.names:
            self._focus.hear(speaker, draft.sentence, stays=self._is_aside(agent, draft) or self._is_ground(draft))
        return speaker, ()

    def _is_aside(self, agent: Agent, draft: Draft) -> bool:
        """Whether somebody speaks only in a clause that describes them, deep in a sentence about another matter.

        After "Siti menjawab gugatan Hasan, yang menyatakan S." it is Siti whom "katanya" means.
        """
        if not agent.pieces or draft.cue is None:
            return False
        begin, end, cue = agent.pieces[0][0], agent.pieces[-1][1], self._text.index_at(draft.cue[0])
        clause = any("relative" in kinds_at(self._text, i, cue) for i in range(max(begin, end - 1), cue))
        return clause and begin - self._text.sentences[draft.sentence].first > _HEAD

    def _is_ground(self, draft: Draft) -> bool:
        """Whether who is in focus argues with what others say ("Sebab, banyak pakar berpendapat …") in a paragraph."""
        sentence = self._text.sentences[draft.sentence]
        goes_on = draft.sentence > 0 and self._text.sentences[draft.sentence - 1].paragraph == sentence.paragraph
        ground = "ground" in kinds_at(self._text, sentence.first, sentence.last)
        return goes_on and ground and draft.rule == "cue-clause"

    def notice(self, agent: Agent, number: int) -> None:
        """Brings into focus who speaks without being reported: the subject of a verb of speech that has no content.

        `number` is its sentence's: the subject must stand near the head of it and outside a clause with "yang".
        """
        first = self._text.sentences[number].first
        if agent.kind == "relative":
            words = self._text.words
            mention = self._mentions.first_between(words[first].start, words[first + _NEAR_HEAD].start)
            if mention and self._text.word_at(mention.start) - first <= _HEAD:
                self._focus.hear(self._people.speaker(mention.entity), number)
            return
        if agent.kind != "noun":
            return
        begin, end = agent.pieces[0][0], agent.pieces[-1][1]
        relative = any("relative" in kinds_at(self._text, i, end) for i in range(first, end))
        if (
            begin - first <= _NEAR_HEAD
            and not relative
            and (person := self._people.named_in(agent.pieces, self._span(agent)))
        ):
            self._focus.hear(person, number)

    def point(self, pointing: Pointing) -> None:
        """Brings into focus who is told to have said what stands before a sentence that points back."""
        draft = Draft(pointing.cue.start, pointing.cue.end, "indirect", pointing.sentence, "points-back")
        speaker = self._speaker(pointing.agent, draft) if pointing.agent else None
        self._pointed[pointing.sentence] = speaker
        if speaker and pointing.agent and pointing.agent.kind == "noun":
            self._focus.hear(speaker, pointing.sentence)

    def tells_of(self, pointing: Pointing, speaker: Speaker | None) -> bool:
        """Whether a sentence that points back tells of a speaker's words, as far as it names anybody."""
        told = self._pointed.get(pointing.sentence)
        if not told:
            return pointing.agent is None
        if not speaker or told.name == speaker.name or (told.entity and told.entity == speaker.entity):
            return True
        return name_words(told.name) <= name_words(speaker.name) or name_words(speaker.name) <= name_words(told.name)

    def _speaker(self, agent: Agent, draft: Draft) -> Speaker | None:
        span = self._span(agent)
        if draft.rule == "agentless":
            return None
        if agent.kind in ("noun", "relative") and agent.pieces:
            return self._people.named_in(agent.pieces, span) or self._described(agent, draft, span)
        if agent.kind == "writer":
            writer = "; ".join(self._text.view.article.bylines)
            return Speaker(writer, "pronoun", span, None, self._text.view.article.bylines) if writer else None
        how: SpeakerHow = "pronoun" if agent.pieces or agent.kind in ("enclitic", "third") else "continued"
        found = self._focus.whom(agent, draft)
        if found is None and span and agent.pieces and not self._mentions.people:
            return Speaker(self._printed(agent), how, span)
        return Speaker(found.name, how, span or found.span, found.entity, found.names) if found else None

    def _span(self, agent: Agent) -> Span | None:
        if not agent.pieces:
            return None
        words = self._text.words
        return self._text.view.span(words[agent.pieces[0][0]].start, words[agent.pieces[-1][1] - 1].end)

    def _printed(self, agent: Agent) -> str:
        """The words of an agent as printed: who speaks, in a text that names nobody."""
        words = self._text.words
        return self._text.view.shadow[words[agent.pieces[0][0]].start : words[agent.pieces[-1][1] - 1].end]

    def _described(self, agent: Agent, draft: Draft, span: Span | None) -> Speaker | None:
        """A phrase without a person's name: a body, a known role, somebody in focus, a group, else as printed."""
        begin, end = self._head(agent)
        words, lexicon = self._text.words, self._text.lexicon
        phrase = " ".join(self._text.view.shadow[words[begin].start : words[end - 1].end].split())
        owning = next((s for s in load_name_words(self._text.view.pack).suffixes if phrase.endswith(s)), "")
        phrase = phrase.removesuffix(owning).strip(_MARKS)
        if any(self._is_unnamed(i, begin, end) for i in range(begin, end)):
            named = self._roles.named_next(draft.sentence + 1, words[end - 1])
            whole = Speaker(phrase, "anonymous", span, None, (phrase,))
            return replace(named, how="role", span=span) if named else whole
        if self._bodies.has_tail(begin, end):
            return Speaker(phrase, "collective", span, None, (phrase,))
        if self._people.serves((begin, end)):
            return Speaker(phrase, "role", span, None, (phrase,))
        bare = begin + (end - begin > 1 and self._is_definite(begin))
        known = self._known(agent, draft, begin, end) or (
            self._again(agent, draft, bare, end) if bare > begin else None
        )
        known = known or self._roles.named_next(draft.sentence + 1, words[begin])
        if known:
            how: SpeakerHow = known.how if known.how == "anonymous" else "named" if words[bare].is_name else "role"
            return Speaker(known.name, how, span, known.entity, known.names)
        phrase = phrase if bare == begin else f"{words[begin].low}{phrase[len(words[begin].text) :]}"
        group = lexicon.collectives.at(words, begin, end)
        how = self._way(bare, end)
        how = "collective" if group and group[0] not in ("relation", "role") else how
        return Speaker(phrase, how, span, None, (phrase,))

    def _way(self, begin: int, end: int) -> SpeakerHow:
        """Whether a phrase without a person's name names or describes: a role and where it is held describe."""
        words = self._text.words
        role, at = self._text.lexicon.roles.at(words, begin, end), begin
        while role and at < end and (more := self._text.lexicon.roles.at(words, at, end)):
            at += more[1]
        inside, starts = self._text.in_name, self._text.name_starts
        known = all(i in inside or i in starts or not words[i].is_name for i in range(at, end))
        return "named" if words[begin].is_name and not (role and known) else "role"

    def _is_unnamed(self, at: int, begin: int, end: int) -> bool:
        """Whether a word tells that a phrase hides who speaks; one that counts ("dua") does near its head."""
        words, lexicon = self._text.words, self._text.lexicon
        found = lexicon.anonymous.at(words, at, end)
        if found is None or at == begin:
            return found is not None
        if found[0] == "determiner":
            known = self._is_definite(begin) or self._mentions.demonstrates(words[end - 1].low)
            return at - begin < _HEAD and not known and not lexicon.roles.at(words, begin, at)
        return not words[at].is_name

    def _is_definite(self, begin: int) -> bool:
        """Whether a word says that its noun is known already ("the")."""
        return self._text.lexicon.pronoun_kinds.get(self._text.words[begin].low) == "definite"

    def _again(self, agent: Agent, draft: Draft, begin: int, end: int) -> Speaker | None:
        """Whom a phrase behind "the" takes up: a body, the holder of a role, somebody unnamed who spoke before."""
        words = self._text.words
        known = self._bodies.body(begin, end) or self._roles.by_role(begin, end) or self._earlier(agent, begin, end)
        known = known or self._bodies.body_again(begin, end)
        if known:
            return known
        wanted = {word.low for word in words[begin:end]}
        unnamed = (s for s in reversed(self._focus.heard) if s.how in ("anonymous", "role") and not s.entity)
        if met := next((s for s in unnamed if wanted <= set(s.name.lower().split())), None):
            return met
        roles = (self._text.lexicon.roles.at(words, i, end) for i in range(begin, end) if not words[i].is_name)
        role = next((r for n, r in enumerate(roles) if r and begin + n + r[1] == end), None)
        return self._in_role(role[0][1], draft, end - 1) if role and role[0][0] == "noun" else None

    def _in_role(self, key: str, draft: Draft, noun: int) -> Speaker | None:
        """The named speaker in focus, or the only person named so far, unless their roles are others than this one.

        Nor where the article told of somebody else by the same noun before ("an anonymous reporter").
        """
        if self._is_somebody(noun):
            return None
        so_far = {m.entity.id: m.entity for m in self._mentions.people if m.start < draft.start}
        focus = self._focus.speaker
        if len(so_far) == 1 and not (focus and focus.entity):
            focus = self._people.known_as(*so_far.values())
        person = self._mentions.person(focus.entity) if focus and focus.entity else None
        return focus if person and self._roles.may_be(person, key, self._text.words[noun].low) else None

    def _is_somebody(self, noun: int) -> bool:
        """Whether the noun at a word stood before behind "a", as no description of a name before it."""
        return self._told.get(self._text.words[noun].low, noun) < noun

    def _known(self, agent: Agent, draft: Draft, begin: int, end: int) -> Speaker | None:
        """Whom a description stands for, as far as the article tells."""
        group = self._text.lexicon.collectives.at(self._text.words, begin, end)
        kind = group[0] if group else ""
        last = max(end, max((piece[1] for piece in agent.pieces if piece[0] <= begin < piece[1]), default=end))
        points = any(self._mentions.demonstrates(self._text.words[i].low) for i in (begin, end - 1, last - 1))
        known = self._bodies.body(begin, end)
        if known or kind == "relation":
            return known
        if kind == "body":
            return self._bodies.body_again(begin, end) if points else None
        crowd = kind == "crowd" and not points and not any(w.is_name for w in self._text.words[begin + 1 : end])
        known = None if crowd else self._roles.by_role(begin, end) or self._earlier(agent, begin, end)
        known = None if self._people.lends_its_name(known, (begin, end)) else known
        document = self._text.lexicon.nouns.at(self._text.words, begin, end)
        written = end - begin > 2 and bool(document and any(kind in DOCUMENTS for kind, _ in document[0]))
        if known or kind in ("people", "crowd") or written:
            return known
        if kind != "somebody" and (held := self._roles.by_office(begin, end, points)):
            return held
        if not points:
            return None
        if held := self._focus.speaker:
            alien = bool(document) and held.how == "named" and self._mentions.writes_nothing(held.entity)
            return held if held.how not in ("collective", "anonymous") and not alien else None
        return self._people.known_as(self._focus.first_named(draft))

    def _head(self, agent: Agent) -> tuple[int, int]:
        """The words of a phrase that name or describe: without a document before, a clause with "yang" after."""
        words, lexicon = self._text.words, self._text.lexicon
        begin, end = agent.pieces[0]
        named = [p for p in agent.pieces[1:] if self._is_bare_name(p)]
        if named and not self._people.is_relation(agent.pieces[0]):
            begin, end = named[-1]
        if lexicon.settings.at(words, begin, end) and lexicon.nouns.at(words, begin + 1, end):
            begin += 1
        document = lexicon.nouns.at(words, begin, end)
        if (
            document
            and document[1] < end - begin
            and not self._bodies.is_written((begin, end))
            and any(kind in DOCUMENTS for kind, _ in document[0])
        ):
            after = begin + document[1]
            owner = next((i for i in range(after, end) if words[i].is_name), begin)
            begin = begin if self._mentions.is_place(owner, end) else owner
        stop = next((i for i in range(begin + 1, end) if "relative" in kinds_at(self._text, i, end)), end)
        return begin, stop

    def _is_bare_name(self, piece: tuple[int, int]) -> bool:
        """Whether a piece holds capitalised words alone, two at least: an unknown name beside its role."""
        words = self._text.words[piece[0] : piece[1]]
        if not all(word.is_name or word.is_mark for word in words) or self._text.lexicon.titles.at(
            words, 0, len(words)
        ):
            return False
        return len(words) > 1 or not (self._mentions.is_place(piece[0], piece[1]) or words[0].text.isupper())

    def _earlier(self, agent: Agent, begin: int, end: int) -> Speaker | None:
        """An earlier speaker whose name holds all names of this phrase ("Rahim" after "AKBP Abdul Rahim")."""
        named = [w.text for w in self._text.words[begin:end] if w.is_name and len(w.text) > 1]
        names = set().union(*map(name_words, named[self._is_definite(begin) :]))
        if not names or not self._text.words[begin].is_name:
            return None
        named_before = (s for s in reversed(self._focus.heard) if s.how != "anonymous")
        heard = next((s for s in named_before if names <= name_words(s.name)), None)
        names |= {w.text for p in agent.pieces[1:] for w in self._text.words[p[0] : p[1]] if w.is_name}
        return heard or self._people.holding(names)

    def _candidates(self, start: int) -> tuple[str, ...]:
        names = [m.entity.name for m in self._mentions.people if m.start < start]
        return tuple(dict.fromkeys(reversed(names)))[:_CANDIDATES]


def _told_of(text: Text) -> dict[str, int]:
    """Words that stand near behind "a" or "an", and where first, descriptions behind a comma or bracket aside."""
    words, found = text.words, dict[str, int]()
    for at, word in enumerate(words):
        if text.lexicon.pronoun_kinds.get(word.low) == "indefinite" and not (at and words[at - 1].text in ",("):
            for behind in range(at + 1, min(at + _PHRASE, len(words))):
                found.setdefault(words[behind].low, behind)
    return found

"""Who is in focus: whom "katanya", "he" or a quotation without a cue means, from who spoke and who is told of."""

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text
from runut.recognise.cues import DOCUMENTS, NEUTER
from runut.recognise.direct import Draft
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.phrases import opens_adjunct
from runut.recognise.speakers_gender import Genders
from runut.recognise.speakers_mentions import Mention, Mentions
from runut.recognise.speakers_people import People
from runut.records.marks import Entity
from runut.records.statements import Speaker

_ARTICLES = ("definite", "indefinite")
_HEAD = 3
"""Words that may stand before a subject that opens its sentence: a joint, an adverb and a comma."""
_FULL_STOPS = frozenset('.?!…"”»)')
"""Marks that end a sentence; a line without one is a headline, and brings nobody into focus."""
_ROLE = 9
"""Words that a role before a person's name at the head of a sentence may have."""
_NEAR = 6
"""Sentences within which a person is still meant though a body or a group has spoken since."""


class Focus:
    """Who spoke so far in one article, and who of them is in focus."""

    def __init__(self, mentions: Mentions, people: People) -> None:
        self._mentions, self._people = mentions, people
        self._text: Text = mentions.text
        self._genders = Genders(mentions)
        self.speaker: Speaker | None = None
        """Who is in focus."""
        self.heard: list[Speaker] = []
        """Who spoke by name or description, in order."""
        self._person: tuple[Speaker, int] | None = None
        self._spoken = -1

    def hear(self, speaker: Speaker, sentence: int, stays: bool = False) -> None:
        """Remembers who spoke in a sentence, and brings them into focus, unless who was there `stays`."""
        self.speaker = self.speaker if stays and self.speaker else speaker
        self._spoken = sentence
        if speaker.how not in ("pronoun", "continued"):
            self.heard.append(speaker)
        if not stays and speaker.entity and self._mentions.person(speaker.entity):
            self._person = speaker, sentence

    def whom(self, agent: Agent, draft: Draft) -> Speaker | None:
        """Whom an agent without a name of its own means; nobody where "it" or "they" can only mean one person."""
        found = self._whom(agent, draft)
        if agent.kind == "plural" and found and found.entity and self._mentions.person(found.entity):
            return next((s for s in reversed(self.heard) if s.how == "collective"), None)
        if found is None or self._genders.may_be(found, agent.gender):
            return found
        if agent.gender == NEUTER:
            return self._body_near(draft)
        return self._nearest(agent.gender, draft.start) or found

    def _nearest(self, gender: str, before: int) -> Speaker | None:
        """Who spoke last or was named last before an offset, whichever stands nearer, of those of this gender."""
        spoke = next((s for s in reversed(self.heard) if self._genders.gender_of(s) == gender), None)
        named = self._genders.nearest(gender, before)
        if spoke and spoke.span and (named is None or named[1] <= spoke.span.start):
            return spoke
        return self._people.known_as(named[0]) if named else None

    def _body_near(self, draft: Draft) -> Speaker | None:
        """The body, group or document that spoke last or was named last, in the two sentences before a draft's."""
        start = self._text.sentences[max(0, draft.sentence - 2)].start
        spoke = next((s for s in reversed(self.heard) if s.span and s.span.start >= start), None)
        if spoke and (spoke.entity is None or self._mentions.person(spoke.entity) is None):
            return spoke
        body = next((m.entity for m in self._mentions.bodies_before(draft.start) if m.start >= start), None)
        return Speaker(body.name, "named", None, body.id, body.names) if body else None

    def _whom(self, agent: Agent, draft: Draft) -> Speaker | None:
        subject = self._subject_before(draft)
        introduced = self._introduced(draft) if agent.kind == "enclitic" and draft.form == "direct" else None
        if introduced:
            return self._people.known_as(introduced)
        if agent.kind == "third" and draft.form != "direct" and subject and self.speaker:
            return self._people.known_as(subject)
        if agent.kind == "enclitic" and draft.form == "direct" and (person := self._person_near(draft)):
            return person
        if self.speaker and agent.kind == "third" and agent.gender != NEUTER and self._is_no_person(self.speaker):
            named = (s for s in reversed(self.heard) if s.entity and s.how == "named")
            person = next((s for s in named if self._mentions.person(s.entity or "")), None)
            return person or self._people.known_as(subject or self.first_named(draft)) or self.speaker
        if self.speaker:
            return self.speaker
        return self._people.known_as(subject or self.first_named(draft)) if agent.kind != "same" or subject else None

    def _person_near(self, draft: Draft) -> Speaker | None:
        """Who spoke last as a person, where a body, group or document has spoken since: people are quoted.

        Somebody unnamed ("seorang warga") is a person too.
        """
        focus = self.speaker
        if not focus or not self._person or focus.how == "anonymous":
            return None
        if focus.how == "role" and not focus.entity and not self._is_written(focus):
            return None
        if focus.entity and self._mentions.person(focus.entity):
            return None
        return self._person[0] if draft.sentence - self._person[1] <= _NEAR else None

    def _is_no_person(self, speaker: Speaker) -> bool:
        """Whether a speaker is a group, or something said or written or no one ("the movement"), which "she" is not."""
        if speaker.how == "collective" or speaker.entity:
            return speaker.how == "collective" or self._mentions.person(speaker.entity or "") is None
        return bool(self._saying(speaker)) or (speaker.how == "role" and not self._tells_of_people(speaker))

    def _tells_of_people(self, speaker: Speaker) -> bool:
        """Whether a description has a name or a word for people in it."""
        words, lexicon = self._text.words, self._text.lexicon
        begin, end = self._noun(speaker)
        tables = (lexicon.roles, lexicon.collectives, lexicon.anonymous, lexicon.titles)
        known = any(words[i].is_name or any(table.at(words, i, end) for table in tables) for i in range(begin, end))
        return known or begin == end

    def _is_written(self, speaker: Speaker) -> bool:
        """Whether a description begins with a word for a document ("Peraturan Menteri Kesehatan")."""
        return not self._saying(speaker).isdisjoint(DOCUMENTS)

    def _saying(self, speaker: Speaker) -> frozenset[str]:
        """The kinds of word for something said or written with which a description begins, its article aside."""
        begin, end = self._noun(speaker)
        found = self._text.lexicon.nouns.at(self._text.words, begin, end) if begin < end else None
        return frozenset(kind for kind, _ in found[0]) if found else frozenset()

    def _noun(self, speaker: Speaker) -> tuple[int, int]:
        """The words of a description behind its article; none where the speaker has no phrase."""
        if not speaker.span:
            return 0, 0
        begin, end = self._text.index_at(speaker.span.start), self._text.index_at(speaker.span.end)
        while begin < end and self._text.lexicon.pronoun_kinds.get(self._text.words[begin].low) in _ARTICLES:
            begin += 1
        return begin, end

    def _introduced(self, draft: Draft) -> Entity | None:
        """Who is introduced: a full name first met at the head of the sentence before a draft's, in its paragraph.

        Sentences between that go on with "ia" are passed over.

        Of 850 articles seven had such a quotation: three were the new person's, four names of one word were none.
        """
        number = draft.sentence - 1
        while number > max(0, self._spoken + 1) and self._is_of_pronoun(number):
            number -= 1
        if draft.sentence == 0 or self._spoken >= number:
            return None
        before, here = self._text.sentences[number], self._text.sentences[draft.sentence]
        mention = self._mentions.first_between(before.start, before.end)
        if mention is None or before.paragraph != here.paragraph or mention.entity.mentions[0].start < before.start:
            return None
        if " " not in mention.entity.name:
            return None
        lead = self._text.words[before.first : self._text.word_at(mention.start)]
        if self._is_apposition(before.first, mention):
            return mention.entity
        return None if len(lead) > _ROLE or any(word.is_mark for word in lead) else mention.entity

    def _is_of_pronoun(self, number: int) -> bool:
        """Whether a sentence goes on about somebody by a pronoun at its head."""
        sentence = self._text.sentences[number]
        found = self._text.lexicon.pronouns.at(self._text.words, sentence.first, sentence.last)
        return bool(found and found[0][0] == "third")

    def _is_apposition(self, first: int, mention: Mention) -> bool:
        """Whether a name stands between commas behind the role that opens its sentence ("Mantan kapten X, Siti, …")."""
        words, at, after = self._text.words, self._text.word_at(mention.start), self._text.index_at(mention.end)
        marks = [i for i in range(first, at) if words[i].is_mark]
        between = (
            marks == [at - 1] and words[at - 1].text == "," and words[after : after + 1] and words[after].text == ","
        )
        people = load_name_words(self._text.view.pack).people
        role = self._text.lexicon.roles.at(words, first, at) is not None or words[first].low in people
        return bool(between) and role

    def _subject_before(self, draft: Draft) -> Entity | None:
        """The person with whom the sentence before the draft's begins, where nobody spoke in it."""
        if draft.sentence == 0:
            return None
        before = self._text.sentences[draft.sentence - 1]
        if self._text.words[before.last - 1].text not in _FULL_STOPS:
            return None
        mention = self._mentions.first_between(before.start, before.end)
        if mention is None or self._text.cues_of(before):
            return None
        heads = self._text.index_at(mention.start) - before.first <= _HEAD
        return mention.entity if heads or self._is_apposition(before.first, mention) else None

    def first_named(self, draft: Draft) -> Entity | None:
        """Where no one has spoken yet: the first person of the nearest sentence before that names one.

        In the sentence itself who is named in an adjunct at its head is not its subject ("Di acara Siti, dia mengaku").
        """
        for number in range(draft.sentence, -1, -1):
            sentence = self._text.sentences[number]
            if number == draft.sentence and opens_adjunct(self._text, sentence.first, sentence.last):
                continue
            mention = self._mentions.first_between(sentence.start, min(sentence.end, draft.start))
            if mention:
                return mention.entity
        return None

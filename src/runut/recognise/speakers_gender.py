"""Whether a pronoun may mean somebody: by the title printed with a name, else by the given name."""

from collections.abc import Sequence

from runut.knowledge.given_names import gender_of
from runut.recognise.clauses import Text
from runut.recognise.cues import NEUTER
from runut.recognise.speakers_mentions import Mentions
from runut.recognise.words import Word, split_words
from runut.records.marks import Entity
from runut.records.statements import Speaker

_TITLE = 2
"""Words before a name that its title has, the full stop with it ("Mr.")."""


class Genders:
    """What pronouns the people of one article may be meant by."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._text: Text = mentions.text
        self._known: dict[str, str] = {}

    def may_be(self, speaker: Speaker, gender: str) -> bool:
        """Whether a pronoun of this gender may mean a speaker; "" is a pronoun for everybody."""
        if gender == NEUTER:
            return not (speaker.entity and self._mentions.person(speaker.entity))
        return not gender or self.gender_of(speaker) in ("", gender)

    def gender_of(self, speaker: Speaker) -> str:
        """The gender of a speaker, "f" or "m", as far as a title or a given name tells, else ""."""
        person = self._mentions.person(speaker.entity) if speaker.entity else None
        return self._gender(person) if person else self._by_title(split_words(speaker.name, 0, len(speaker.name)))

    def nearest(self, gender: str, before: int) -> tuple[Entity, int] | None:
        """The last person named before an offset, outside quotations, whose gender is this one, and where."""
        quoted = self._text.quote_of
        told = (m for m in reversed(self._mentions.people) if quoted[self._text.word_at(m.start)] < 0)
        named = ((m.entity, m.start) for m in told if m.start < before)
        return next((found for found in named if self._gender(found[0]) == gender), None)

    def _gender(self, person: Entity) -> str:
        """The gender of a person, "" where nothing tells."""
        if person.id not in self._known:
            places = (self._text.word_at(m.start) for m in self._mentions.people if m.entity.id == person.id)
            before = (self._text.words[max(0, at - _TITLE) : at] for at in places)
            titles = (found for words in before if (found := self._by_title(words)))
            self._known[person.id] = next(titles, gender_of(person.name.split()[0]) or "")
        return self._known[person.id]

    def _by_title(self, words: Sequence[Word]) -> str:
        """The gender that a title at the end of these words or at their head tells, "" without one."""
        titles = self._text.lexicon.titles
        found = titles.ending(words, len(words)) or titles.at(words, 0, len(words)) if words else None
        kind, _, gender = found[0].partition(" ") if found else ("", "", "")
        return gender if kind == "honorific" else ""

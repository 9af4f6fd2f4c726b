"""The people of an article by what they are: by a role printed with them, by an office that they are known to hold."""

from collections.abc import Sequence

from runut.knowledge.known import Known
from runut.knowledge.world import country_of, person_of
from runut.recognise.clauses import Text
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.speakers_mentions import Mentions
from runut.recognise.speakers_people import People
from runut.recognise.words import Word, split_words
from runut.records.marks import Entity
from runut.records.statements import Speaker


class Roles:
    """Look-ups of people by role over the mentions of one article."""

    def __init__(self, mentions: Mentions, people: People) -> None:
        self._mentions, self._people = mentions, people
        self._text: Text = mentions.text
        self._names = load_name_words(self._text.view.pack)
        self._role_keys: dict[str, set[str]] = {}
        self._wider = {row["form"]: row["wider"] for row in self._text.view.pack.table("hyponyms")}

    def by_role(self, begin: int, end: int) -> Speaker | None:
        """The one person of the article who has this role ("Menkeu", "komisaris polisi kota itu")."""
        words = self._text.words[begin:end]
        wanted = {word.low for word in words if not word.is_mark and not self._mentions.demonstrates(word.low)}
        if not wanted:
            return None
        loose, keys, office = self._mentions.demonstrates(words[-1].low), self._keys(words), self._office(words)
        found = [
            person
            for person in self._mentions.persons
            if any(
                _fits(wanted, words[0].low, _words(r), loose) or keys & self._keys_of(r) or self._is_office(office, r)
                for r in person.roles
            )
        ]
        if len(found) != 1:
            return None
        person = found[0]
        return self._people.fully(Speaker(person.name, "role", None, person.id, person.names))

    def by_office(self, begin: int, end: int, points: bool) -> Speaker | None:
        """The one person of the article who is known to hold or have held the office that a phrase names.

        Where nothing `points` back to somebody it must be a former office and say of where ("mantan gubernur Jakarta").
        """
        words = self._text.words
        former = self._text.lexicon.roles.at(words, begin, end)
        begin += former[1] if former and former[0][0] == "noun" else 0
        role = self._text.lexicon.roles.at(words, begin, end)
        if not role or not role[0][1]:
            return None
        where = [word.text for word in words[begin + role[1] : end] if word.is_name]
        if not points and not (where and former and former[0][1] == "former"):
            return None
        holding = [p for p in self._mentions.persons if _has_held(person_of(p.name), role[0][1], where)]
        return self._people.known_as(holding[0]) if len(holding) == 1 else None

    def named_next(self, number: int, noun: Word) -> Speaker | None:
        """Who the noun of a description is, if sentence `number` opens with it and a name ("Pria bernama Tono itu").

        The noun may stand behind "the", a comma before what introduces the name.
        """
        if number >= len(self._text.sentences):
            return None
        words, sentence = self._text.words, self._text.sentences[number]
        at = sentence.first
        if self._text.lexicon.pronoun_kinds.get(words[at].low) == "definite":
            at += 1
        if at + 2 >= sentence.last or words[at].low != noun.low:
            return None
        at += 2 if words[at + 1].text == "," else 1
        naming = self._names.nicknames.at(words, at, sentence.last)
        end = at + naming[1] if naming and naming[0] == "names" else sentence.last
        mention = next((m for m in self._mentions.people if end < sentence.last and m.start == words[end].start), None)
        return self._people.speaker(mention.entity) if mention else None

    def may_be(self, person: Entity, key: str, noun: str) -> bool:
        """Whether a person has a role of this key or a narrower one ("Utah Sen." is a lawmaker), or none at all."""
        tails = {" ".join(role.split()[at:]) for role in person.roles for at in range(len(role.split()))}
        offices = {key for tail in tails for key in self._keys_of(tail)}
        return not person.roles or key in offices or noun in map(self._wider.get, offices)

    def _keys(self, words: Sequence[Word]) -> set[str]:
        """The offices that words name, by their keys: "Menkeu" and "menteri keuangan" have one."""
        bare = [word for word in words if not self._mentions.demonstrates(word.low)]
        bare = bare[: len(bare) - (len(bare) > 1 and bare[-1].text == ".")]
        found = self._text.lexicon.roles.at(bare, 0, len(bare)) if bare else None
        return {found[0][1]} if found and found[1] == len(bare) and found[0][1] else set()

    def _office(self, words: Sequence[Word]) -> tuple[str, frozenset[str]] | None:
        """The key of the office that heads a phrase, and the words that say of what it is ("Ketum | PKB")."""
        roles, last = self._text.lexicon.roles, self._names.modifiers_lead
        words = words[:-1] if len(words) > 1 and words[-1].text == "." else words
        found = roles.ending(words, len(words)) if last else roles.at(words, 0, len(words))
        size = found[1] if found else 0
        others = words[: len(words) - size] if last else words[size:]
        rest = frozenset(word.low for word in others if word.is_name)
        return (found[0][1], rest) if found and found[0][1] and rest else None

    def _is_office(self, office: tuple[str, frozenset[str]] | None, role: str) -> bool:
        """Whether a role is an office under another form ("Ketua Umum PKB" is "Ketum PKB"), of a body of that name."""
        other = self._office(split_words(role, 0, len(role))) if office else None
        if not office or not other or office[0] != other[0]:
            return False
        bodies = [[frozenset(name.lower().split()) for name in body.names] for body in self._mentions.bodies]
        return office[1] <= other[1] or any(office[1] in names and other[1] in names for names in bodies)

    def _keys_of(self, role: str) -> set[str]:
        found = self._role_keys.get(role)
        if found is None:
            found = self._role_keys[role] = self._keys(split_words(role, 0, len(role)))
        return found


def _has_held(known: Known | None, key: str, where: Sequence[str]) -> bool:
    """Whether somebody is known to hold or have held an office, of the country or place that `where` names, if any."""
    country = country_of(" ".join(where)) if where else None
    return any(
        office.role == key
        and (
            not where
            or set(office.country.split()) <= set(where)
            or bool(country and country.country == office.country)
        )
        for office in (known.offices if known else ())
    )


def _words(role: str) -> frozenset[str]:
    return frozenset(role.lower().split())


def _fits(wanted: set[str], head: str, role: frozenset[str], loose: bool) -> bool:
    """Whether a role has all wanted words; after a demonstrative most of them, the head too, are enough."""
    return wanted <= role or (loose and head in role and 2 * len(wanted & role) > len(wanted))

"""How far a role reaches, word by word, and where in its line the person behind it stands."""

from dataclasses import dataclass

from runut.knowledge.world import country_of
from runut.recognise.names_lexicon import NUMERALS, Line, Name, NameWords, RoleRow
from runut.recognise.words import Word

LONGEST = 16
"""Words that a role may have; longer ones are lists. Of 632 roles in 414 news articles the longest had eleven."""
_GIVEN = 2
"""Rank of a word in personal names up to which it may be one of an office's matters."""


@dataclass(slots=True)
class Role:
    """Words `first` to `last` (half-open) of a line that name a role; `person` is the index of its name in the line.

    `short` are the words of a bracketed short form behind it ("Menteri Keuangan (Menkeu)"), `behind` the word after
    that; `country` is the code of the country that it names or implies.
    """

    first: int
    last: int
    row: RoleRow
    person: int | None = None
    behind: int = 0
    short: tuple[int, int] | None = None
    country: str = ""
    is_bare: bool = False


def name_at(line: Line, at: int) -> int | None:
    """The index of the name that covers word `at`, or None."""
    for n, name in enumerate(line.names):
        if name.first <= at < name.last:
            return n
    return None


def name_from(line: Line, at: int) -> int | None:
    """The index of the name that begins at word `at`, or None."""
    for n, name in enumerate(line.names):
        if name.first == at:
            return n
    return None


def person_end(line: Line, at: int, lexicon: NameWords) -> int:
    """The end of a run of words that look like a person's name and that no other name claims."""
    words, end = line.words, at
    while end < len(words) and end - at < 6:
        word = words[end]
        initial = word.text == "." and end > at and len(words[end - 1].text) == 1 and word.start == words[end - 1].end
        particle = word.low in lexicon.particles and end + 1 < len(words) and words[end + 1].is_name and end > at
        if not (lexicon.is_name_like(word) or initial or particle) or name_at(line, end) is not None:
            break
        if lexicon.roles.at(words, end, len(words)):
            break
        end += 1
    return end


def complement(line: Line, role: Role, at: int, lexicon: NameWords) -> int:
    """How many words at `at` still belong to the role; 0 where it ends."""
    words = line.words
    word = words[at]
    name = name_at(line, at)
    if name is not None:
        entry = line.names[name]
        if entry.kind == "person" or _is_rather_person(line, name, lexicon):
            line.names[name] = entry._replace(kind="person")
            return 0
        role.country = country_in(words, entry) or role.country
        return entry.last - at
    if word.is_name and (body := lexicon.bodies.at(words, at, len(words))):
        return _body_size(line, at, body[1])
    if lexicon.titles.at(words, at, len(words)) and word.is_name and word.low not in lexicon.inside:
        return 0
    nested = lexicon.roles.at(words, at, len(words))
    if nested and word.is_name == words[role.first].is_name and nested[0].kind != "noun":
        return nested[1]
    country = country_of(word.text)
    if country:
        role.country = country.country
        return 1
    if word.text in NUMERALS or (word.text.isdigit() and len(word.text) < 4):
        return 0 if _is_given_initial(words, at, lexicon) else 1
    if word.text == "," and at + 2 < len(words) and words[at + 1].low in lexicon.joints:
        listed = words[at + 2].low in lexicon.inside or _lists_matters(line, at, lexicon)
        return 3 if listed and words[at + 2].is_name else 0
    if at + 1 < len(words) and words[at + 1].is_name:
        if word.text == "," and (words[at + 1].low in lexicon.inside or _lists_matters(line, at, lexicon)):
            return 2
        if word.text in "-/" and words[at - 1].end == word.start:
            return 2
    if word.low in lexicon.joints and at + 1 < len(words) and words[at + 1].is_name:
        if (another := lexicon.roles.at(words, at + 1, len(words))) and another[0].kind != "noun":
            return 0
        following = name_at(line, after_titles(words, at + 1, lexicon))
        return 0 if following is not None and line.names[following].kind == "person" else 1
    if word.is_name and not lexicon.is_name_like(word) and not word.is_mark:
        return 1
    if not word.is_name and word.low in lexicon.inside and not words[role.first].is_name:
        return 1
    return 0


def _is_given_initial(words: list[Word], at: int, lexicon: NameWords) -> bool:
    """Whether an "I" begins a Balinese name ("I Made Arya") and counts nothing."""
    return words[at].text == "I" and at + 1 < len(words) and lexicon.given_rank(words[at + 1]) > _GIVEN


def _is_rather_person(line: Line, name: int, lexicon: NameWords) -> bool:
    """Whether an unknown place behind a role has only words of personal names ("Ketua RT Siti Rahma")."""
    entry = line.names[name]
    words = line.words[entry.first : entry.last]
    unknown = entry.kind == "place" and not entry.known and len(words) > 1
    return unknown and all(lexicon.given_rank(word) > _GIVEN for word in words)


def _lists_matters(line: Line, at: int, lexicon: NameWords) -> bool:
    """Whether the comma at a word stands in a list of an office's matters ("Bidang Hukum, HAM, dan Imigrasi").

    Its members are capitalised and neither people nor roles, the last one behind a joint.
    """
    words, joined = line.words, False
    for i in range(at + 1, min(at + LONGEST, len(words))):
        if words[i].text == "," or (words[i].low in lexicon.joints and not joined):
            joined = joined or words[i].low in lexicon.joints
        elif joined or not _is_matter(line, i, lexicon):
            return joined and _is_matter(line, i, lexicon)
    return False


def _is_matter(line: Line, at: int, lexicon: NameWords) -> bool:
    """Whether a capitalised word belongs to no person's name, role or title."""
    words, name = line.words, name_at(line, at)
    if not words[at].is_name or any(t.at(words, at, len(words)) for t in (lexicon.roles, lexicon.titles)):
        return False
    person = name is not None and line.names[name].kind == "person"
    return not person and lexicon.given_rank(words[at]) <= _GIVEN


def _body_size(line: Line, at: int, size: int) -> int:
    """How many words a body has that begins at `at` with `size` words for what it is: a short name, or capitals."""
    words, end = line.words, at + size
    if end < len(words) and words[end].text.isupper() and len(words[end].text) > 1:
        return size + 1
    while end < len(words) and words[end].is_name and name_at(line, end) is None:
        end += 1
    return end - at


def country_in(words: list[Word], name: Name) -> str:
    """The code of the country that a name is known to belong to or has in it; empty where none."""
    if name.known:
        return name.known.country
    found = (country_of(word.text) for word in words[name.first : name.last])
    return next((known.country for known in found if known), "")


def after_brackets(line: Line, role: Role, at: int, lexicon: NameWords) -> int:
    """Behind a short form in brackets ("(Menkeu)"), which is kept with the role; else `at`."""
    words = line.words
    if at + 2 < len(words) and words[at].text == "(":
        for close in range(at + 2, min(at + 6, len(words))):
            if words[close].text == ")":
                if lexicon.roles.at(words, at + 1, close):
                    role.short = (at + 1, close)
                is_short = close == at + 2 and words[at + 1].is_name and words[at + 1].text.isalpha()
                behind = close + 1 if role.short or is_short else at
                while close < behind < len(words) and words[behind].is_name and words[behind].low in lexicon.inside:
                    behind += 1
                return behind
    return at


def after_titles(words: list[Word], at: int, lexicon: NameWords) -> int:
    """The word behind the titles that begin at word `at`, with their stops and brackets ("Jenderal (Purn)")."""
    while at < len(words):
        found = lexicon.titles.at(words, at, len(words))
        if found:
            at += found[1]
        elif words[at].text == "." and at and words[at - 1].end == words[at].start and at + 1 < len(words):
            at += 1
        elif at and words[at].text == "(" and at + 4 < len(words):
            close = at + 2 + (words[at + 2].text == ".")
            short = lexicon.titles.at(words, at + 1, at + 2) or words[at + 1].text.isupper()
            if words[close].text != ")" or not short:
                break
            at = close + 1
        else:
            break
    return at


def after_place(line: Line, at: int, lexicon: NameWords) -> int:
    """The end of words that are the role's place, for a title or a name behind a comma follows; else `at`."""
    words, end = line.words, person_end(line, at, lexicon)
    if end == at or end >= len(words) or lexicon.titles.at(words, at, len(words)):
        return at
    if words[end].text == ",":
        person = name_from(line, after_titles(words, end + 1, lexicon))
        return end if person is not None and line.names[person].kind == "person" else at
    return end if words[end].is_name and lexicon.titles.at(words, end, len(words)) else at


def after_origin(line: Line, at: int, lexicon: NameWords) -> int:
    """The end of a body behind a preposition, where a person follows ("dari Fraksi Hijau, Siti Rahma"); else `at`."""
    words = line.words
    if at + 1 >= len(words) or words[at].low not in lexicon.prepositions:
        return at
    body = name_from(line, at + 1)
    if body is None or line.names[body].kind == "person":
        return at
    end = line.names[body].last
    behind = end + 1 if end < len(words) and words[end].text == "," else end
    person = name_from(line, after_titles(words, behind, lexicon))
    return end if person is not None and line.names[person].kind == "person" else at

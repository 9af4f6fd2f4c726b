"""Whether the words behind a comma tell who the one before it is ("kata Siti, camat Ambon")."""

from runut.recognise.clauses import Text, kinds_at
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.phrases import opens_adjunct

_LONGEST_ASIDE, _SHORTEST_CLAUSE = 16, 4
"""Words of the longest aside on a person, and of the shortest clause, its comma with it, that may follow one."""
_SHORT_ROLE = 7
"""Words of a role in apposition after which what is said may follow at once."""


def is_apposition(text: Text, index: int, end: int, closed: bool) -> bool:
    """Whether an apposition begins at word `index`. `closed`: what is said may follow, so a comma must close it."""
    words, lexicon = text.words, text.lexicon
    word = words[index]
    if text.time_at(index) or text.quote_of[index] >= 0 or word.is_mark or not word.text[0].isalpha():
        return False
    if not word.is_name and (title := lexicon.titles.at(words, index, end)) and index + title[1] in text.name_starts:
        return True
    if opens_adjunct(text, index, end) or kinds_at(text, index, end) - {"filler"}:
        return False
    if lexicon.verbs.at(words, index, end) and not word.is_name:
        return False
    if lexicon.nouns.at(words, index, end) and not word.is_name:
        return False
    if closed:
        return _is_role_like(text, index, end, closed)
    return word.is_name or bool(lexicon.anonymous.at(words, index, end)) or _is_role_like(text, index, end, closed)


def aside_end(text: Text, index: int, end: int) -> int:
    """The comma that closes an aside on the person named before word `index`, where a clause follows; else `index`.

    An aside is a clause ("who leads the council") or a description by a noun for people ("a teacher at Delta College").
    """
    stop = next((i for i in range(index, min(index + _LONGEST_ASIDE, end)) if text.words[i].text == ","), end)
    if index - 2 not in text.in_person or end - stop < _SHORTEST_CLAUSE or text.quote_of[stop] >= 0:
        return index
    described = "relative" in kinds_at(text, index, stop) or _is_description(text, index, stop)
    return stop if described else index


def _is_description(text: Text, index: int, stop: int) -> bool:
    """Whether words are a noun for people with its article, and what completes it behind a preposition."""
    words, lexicon, names = text.words, text.lexicon, load_name_words(text.view.pack)
    small = names.prepositions | names.joints
    head = next((i for i in range(index + 1, stop) if words[i].low in small), stop)
    article = lexicon.pronoun_kinds.get(words[index].low) in ("definite", "indefinite")
    owned = any(words[i].text[-2:-1] in "'’" for i in range(index, head))
    role, crowd = lexicon.roles.ending(words, head), lexicon.collectives.ending(words, head)
    size = role[1] if role else crowd[1] if crowd else 0
    verb = any(lexicon.verbs.at(words, i, stop) for i in range(head, stop))
    return size > 0 and not verb and (article or owned or head - size == index)


def _is_role_like(text: Text, index: int, end: int, closed: bool) -> bool:
    """Words up to a comma, a name among them, that begin no clause ("komisaris polisi untuk Ambon").

    With `closed` all of them must be names.
    """
    stop = index
    while stop < end and text.words[stop].text != ",":
        stop += 1
    names = sum(word.is_name or word.text in ".'-" for word in text.words[index:stop])
    if closed:
        named = names == stop - index <= 7
        return stop > index and (named or (stop < end and _is_short_role(text, index, stop)))
    return stop - index <= 12 and names > 0


def _is_short_role(text: Text, index: int, stop: int) -> bool:
    """Whether a few words are a role and no clause: nothing stands behind a demonstrative, and nothing denies."""
    lexicon, words = text.lexicon, text.words
    if stop - index > _SHORT_ROLE or not lexicon.roles.at(words, index, stop):
        return False
    for at in range(index, stop):
        pointing = text.points(at)
        if (pointing and at + 1 < stop) or kinds_at(text, at, stop) & {"modal", "filler", "joint", "relative"}:
            return False
        if lexicon.negation.at(words, at, stop) or lexicon.verbs.at(words, at, stop):
            return False
    return words[stop - 1].is_name or text.points(stop - 1)

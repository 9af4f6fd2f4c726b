"""Where phrases after a cue end: noun phrases at an adjunct, a clause or a mark; adjuncts at the next comma."""

from functools import cache

from runut.languages.pack import LanguagePack
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.names_lexicon import load_name_words

OPENING = frozenset("([")
CLOSING = frozenset(")]")
_PLACE = 5
"""Names that a further place after a comma may have."""
_ROLE = 14
"""Words after "dan" among which the name must follow whose role it is."""
_POINTING = 8
"""Words behind a time in which a description that points back must end."""
_SETTING = 8
"""Words that an adjunct between a subject and its verb may have before the joint in it."""
_OF_THE_VERB = ("occasion", "means", "addressee")
"""Kinds of adjuncts that belong to a verb of speech behind a named subject."""
BREAKS = frozenset(';:!?"“”«»')


def adjuncts_end(text: Text, index: int, end: int, closed: bool = False) -> int:
    """Where the adjuncts that begin at word `index` end: a place, an occasion, a day, a credit, a comma before each.

    `closed`: what is said may follow after a comma, so that only a time or a credit is skipped after one.
    """
    words = text.words
    at = index
    while at < end:
        begin = at + 1 if words[at].text in ",(" else at
        if begin >= end:
            return end
        size = text.time_at(begin)
        if closed and begin > at and words[at].text == "," and not size and not opens_credit(text, begin, end):
            break
        if size or words[at].text == "(" or opens_adjunct(text, begin, end):
            at = _segment_end(text, begin + max(size, 1), end)
        elif not closed and at > index and _goes_on_with_places(text, at, end):
            at = _segment_end(text, begin, end)
        else:
            break
    return at


def _goes_on_with_places(text: Text, at: int, end: int) -> bool:
    """Whether a comma and a few names follow an adjunct: "di ruang rapat, Kompleks Parlemen, Jakarta"."""
    if text.words[at].text != ",":
        return False
    stop = at + 1
    while stop < end and text.words[stop].is_name and stop not in text.in_time:
        stop += 1
    bounded = stop >= end or text.words[stop].text in ",." or text.time_at(stop) > 0
    return at + 1 < stop <= at + _PLACE and bounded


def without_marks(text: Text, begin: int, end: int) -> int:
    """The end of a phrase without the marks that close it."""
    while end > begin + 1 and text.words[end - 1].is_mark and text.words[end - 1].text not in CLOSING:
        end -= 1
    return end


def opens_adjunct(text: Text, index: int, end: int) -> bool:
    """Whether an adjunct or a credit begins at word `index`."""
    return bool(text.lexicon.settings.at(text.words, index, end)) or opens_credit(text, index, end)


def opens_credit(text: Text, index: int, end: int) -> bool:
    """Whether words that credit a medium begin at word `index` ("seperti dikutip Kabar")."""
    if "as" in kinds_at(text, index, end) and index + 1 < end:
        index += 1
    found = text.lexicon.credits.at(text.words, index, end)
    return bool(found and any(credit.place == "before" and credit.of == "media" for credit in found[0]))


def _segment_end(text: Text, index: int, end: int) -> int:
    at = index
    while (
        at < end
        and (text.words[at].text not in ",;" or at in text.in_time)
        and not (kinds_at(text, at, end) & {"also-cue"})
    ):
        if text.words[at].text in OPENING:
            at = _closing(text, at, end)
        at += 1
    return at


def _closing(text: Text, index: int, end: int) -> int:
    """The index of the bracket that closes the one at `index`, or `index` where none does within twelve words."""
    for at in range(index + 1, min(end, index + 13)):
        if text.words[at].text in CLOSING:
            return at
    return index


def phrase_end(text: Text, index: int, end: int, first: bool) -> int:
    """Where a noun phrase that begins at word `index` ends: at an adjunct, a clause, a mark."""
    words = text.words
    at, named = index, False
    while at < end:
        word = words[at]
        if word.text in OPENING:
            close = _closing(text, at, end)
            if close == at:
                break
            at = close + 1
            continue
        if at in text.in_name:
            named = named or at in text.in_person
            at += 1
            continue
        if word.text == "," or word.text in BREAKS or text.is_dash(at) or text.quote_of[at] >= 0:
            break
        kinds = kinds_at(text, at, end)
        if at - 1 in text.in_person and is_deed(text, at, end):
            break
        if "relative" in kinds and at > index:
            return _relative_end(text, at, end)
        if at > index and kinds & {"that", "purpose", "also-cue", "question"} and not _goes_on(text, at, end, named):
            break
        if at > index and kinds & {"joint"} and "and" not in kinds:
            break
        joined = at + 1 < end and words[at + 1].is_name and words[at - 1].is_name
        if at > index and "and" in kinds and not joined and not _names_after_role(text, index, at, end, named):
            break
        if at > index and (text.time_at(at) or _starts_adjunct(text, at, end, named)):
            if not is_age(text, at) and not (text.time_at(at) and _ends_pointing(text, at, end)):
                break
            at += max(text.time_at(at), 1) - 1
        named = named or (word.is_name and at > index and words[at - 1].is_name)
        at += 1
    return at


def _ends_pointing(text: Text, index: int, end: int) -> bool:
    """Whether the words up to the next mark end with a demonstrative ("juara Piala Laut 2004 Ambon itu")."""
    stop = next((i for i in range(index, min(end, index + _POINTING)) if text.words[i].is_mark), index)
    cue = any(text.lexicon.verbs.at(text.words, i, stop) for i in range(index, stop))
    return stop > index and not cue and text.points(stop - 1)


def is_deed(text: Text, index: int, end: int) -> bool:
    """Whether a verb stands at a word that is no joint, preposition or word for people."""
    word, lexicon = text.words[index], text.lexicon
    if not word.text.islower() or not load_name_words(text.view.pack).verbs.is_verb(word.low):
        return False
    tables = (lexicon.settings, lexicon.joints, lexicon.roles, lexicon.collectives, lexicon.anonymous)
    return not any(table.at(text.words, index, end) for table in tables)


def is_age(text: Text, index: int) -> bool:
    """Whether the time around word `index` is somebody's age ("pria berusia 27 tahun"), and no time of a deed."""
    at = index
    while at > 0 and at - 1 in text.in_time:
        at -= 1
    return index in text.in_time and at > 0 and text.words[at - 1].low in _ages(text.view.pack)


@cache
def _ages(pack: LanguagePack) -> frozenset[str]:
    """Words before a length of time that make it an age."""
    return frozenset(pack.forms("figure_scope", kind="age"))


def _starts_adjunct(text: Text, at: int, end: int, named: bool) -> bool:
    setting = text.lexicon.settings.at(text.words, at, end)
    inside = text.words[at].is_name and text.words[at - 1].is_name and at + 1 < end and text.words[at + 1].is_name
    if setting and inside:
        return False
    if setting:
        if setting[0] == "of":
            return named or at + setting[1] >= end or not text.words[at + setting[1]].is_name
        return not (setting[0] in ("place", "time") and _goes_on(text, at, end, named))
    found = text.lexicon.credits.at(text.words, at, end)
    return bool(found and any(credit.place == "before" for credit in found[0]))


def _goes_on(text: Text, at: int, end: int, named: bool) -> bool:
    """Whether a role without a name yet goes on after a small word: "direktur pada Dinas Air, Siti"."""
    if named or at + 2 >= end or not text.words[at + 1].is_name or text.time_at(at + 1):
        return False
    for after in range(at + 2, min(end - 1, at + 12)):
        if (
            text.words[after].is_name
            and text.lexicon.titles.at(text.words, after, end)
            and after + 1 in text.name_starts
        ):
            return True
        if text.words[after].text == ",":
            following = text.words[after + 1]
            return following.is_name and not text.time_at(after + 1)
    return False


def _names_after_role(text: Text, index: int, at: int, end: int, named: bool) -> bool:
    """Whether a role of one who is named after a comma goes on after "dan": "pakar air dan tanah Kabar, Siti Rahma"."""
    if named or not text.lexicon.roles.at(text.words, index, at):
        return False
    for after in range(at + 1, min(end - 1, at + _ROLE)):
        if text.words[after].text == ",":
            return after + 1 in text.name_starts and not text.time_at(after + 1)
        if text.words[after].text in BREAKS or text.time_at(after):
            break
    return False


def _relative_end(text: Text, at: int, end: int) -> int:
    """The end of a clause with "yang" inside a speaker phrase: the next comma or adjunct of time or occasion."""
    while at < end and text.words[at].text not in ",;:" and not text.time_at(at) and text.quote_of[at] < 0:
        setting = text.lexicon.settings.at(text.words, at, end)
        if setting and setting[0] in ("occasion", "addressee", "means"):
            break
        at += 1
    return at


def setting_before(text: Text, begin: int, at: int, first: int) -> int:
    """Where an adjunct of the verb begins that a joint cut off from its subject, or 0; it ends at word `at`.

    "Siti saat dihubungi terpisah mengatakan", "Siti, dalam wawancara dengan Kabar mengatakan": behind Siti.
    """
    joined = begin > first + 1 and "joint" in kinds_at(text, begin - 1, begin)
    for index in range(begin - 1, max(first, begin - _SETTING) if joined else begin - 1, -1):
        if text.words[index].is_mark or index in text.in_time or (index == begin - 1 and text.words[index].is_name):
            return 0
        setting = text.lexicon.settings.at(text.words, index, begin + 1)
        named = index - 1
        if text.words[named].text == "," and named > first and text.in_person.isdisjoint(range(begin, at)):
            named -= 1
        if setting and setting[0] in _OF_THE_VERB and (named in text.in_name or text.words[named].is_name):
            return named + 1
    return 0


def before_setting(text: Text, begin: int, at: int) -> int:
    """Where a named subject ends before an adjunct that belongs to its verb ("Bank Laut dalam rilisnya menyebut")."""
    for index in range(begin + 1, at - 1):
        setting = text.lexicon.settings.at(text.words, index, at)
        if setting and setting[0] in _OF_THE_VERB and text.words[index - 1].is_name:
            return index
    return at


def clause_before(text: Text, begin: int, first: int) -> int:
    """Where a clause begins that describes the subject and was cut off from it by a small word, or 0.

    "Seorang sumber yang dekat dengan Siti mengatakan", "petugas di kantor di mana Siti bekerja mengatakan".
    """
    kinds = kinds_at(text, begin - 1, begin + 1) if begin > first + 1 else frozenset()
    if "where" in kinds:
        return begin - 1
    if "filler-with" not in kinds:
        return 0
    for index in range(begin - 2, max(first, begin - _SETTING), -1):
        if text.words[index].is_mark or index in text.in_time:
            return 0
        if "relative" in kinds_at(text, index, begin):
            return index
    return 0

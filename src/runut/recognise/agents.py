"""The noun phrase that speaks: after a cue ("kata Bupati Ratna, di Ambon") or before it ("Bupati Ratna mengatakan")."""

from dataclasses import dataclass, replace
from typing import Literal

from runut.recognise.appositions import aside_end, is_apposition
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.phrases import (
    CLOSING,
    OPENING,
    before_setting,
    clause_before,
    is_age,
    opens_adjunct,
    phrase_end,
    setting_before,
    without_marks,
)

_LONGEST_NOUN = 80
"""Words that a speaker's noun phrase is looked for in; bounds the work on a text without marks."""
_LONGEST_DEGREE = 8
"""Words and marks of the longest degree behind a name ("S.I.Kom.")."""
_LONG_LEAD = 4
"""Words before a word for somebody beyond which a clause stands, and no body of which he is."""

AgentKind = Literal["noun", "third", "plural", "enclitic", "own", "writer", "relative", "same", "none"]


@dataclass(frozen=True, slots=True)
class Agent:
    """A phrase that speaks. `pieces` are half-open word ranges, the name or its apposition each in one.

    `rest` is the index of the first word after the phrase (after a cue) or of its first word (before a cue). Kinds:
    "noun"; the pronoun kinds of the table; "relative" (the noun before "yang"); "same" (the subject of the cue before);
    "none". `unreal`: what is reported is yet to be said ("akan mengatakan").
    """

    kind: AgentKind
    pieces: tuple[tuple[int, int], ...] = ()
    rest: int = 0
    negated: bool = False
    gender: str = ""
    unreal: bool = False


def agent_after(text: Text, index: int, end: int, closed: bool = False) -> Agent | None:
    """The speaker phrase that begins at word `index`, or None where none can.

    `closed`: what is said may follow after a comma, so that an apposition counts only if a comma closes it.
    """
    words, lexicon = text.words, text.lexicon
    if index < end and "agent" in (kinds_at(text, index, end)):
        index += 1
    if index >= end:
        return None
    found = lexicon.pronouns.at(words, index, end)
    if found:
        (kind, gender), size = found
        if not _owns(text, index + size, end):
            return Agent(kind, ((index, index + size),), index + size, gender=gender)
    pieces: list[tuple[int, int]] = []
    at = index
    while at < end:
        stop = phrase_end(text, at, end, first=not pieces)
        if stop > at:
            pieces.append((at, without_marks(text, at, stop)))
        at = stop
        if not (at + 1 < end and words[at].text == "," and pieces):
            break
        if not is_apposition(text, at + 1, end, closed):
            if not _lists_on(text, at + 1, end, pieces):
                break
            at += 1
        at += 1
    if closed and pieces and at + 1 < end and words[at].text == ",":
        aside = aside_end(text, at + 1, end)
        at = aside if aside > at + 1 else at
    return Agent("noun", tuple(pieces), at) if pieces else None


def _owns(text: Text, index: int, end: int) -> bool:
    """Whether somebody stands right behind a pronoun, who is the pronoun's own ("said her | father")."""
    tables = (text.lexicon.collectives, text.lexicon.roles)
    lower = index < end and load_name_words(text.view.pack).modifiers_lead and text.words[index].text.islower()
    return lower and any(table.at(text.words, index, end) for table in tables)


def _lists_on(text: Text, index: int, end: int, pieces: list[tuple[int, int]]) -> bool:
    """Whether "dan" ends the list in a role whose holder's name is yet to come ("Kepala Bidang A, B, dan C, Siti")."""
    if index + 1 >= end or "and" not in kinds_at(text, index, end) or not text.words[index + 1].is_name:
        return False
    named = any(at in text.in_person for first, last in pieces for at in range(first, last))
    listed = any(text.words[at].text == "," for at in range(pieces[0][0], index - 1))
    return listed and not named and text.lexicon.roles.at(text.words, *pieces[0]) is not None


def agent_before(text: Text, index: int, first: int) -> Agent:
    """The speaker phrase that ends before the cue at word `index`, not reaching back beyond word `first`."""
    at, negated, unreal = index, False, False
    while at > first + 1 and text.words[at - 1].text[0] in "'’" and len(text.words[at - 1].text) > 1:
        at -= 1
    while at > first:
        size, denies = _filler_before(text, at, first)
        if not size:
            break
        unreal = unreal or "modal" in kinds_at(text, at - size, at)
        at, negated = at - size, negated or denies
    return replace(_subject_before(text, at, first, negated), unreal=unreal)


def _subject_before(text: Text, at: int, first: int, negated: bool) -> Agent:
    words = text.words
    at = _before_degrees(text, at, first)
    timed = at
    while at > first and at - 1 in text.in_time:
        at -= 1
    if at < timed and is_age(text, at):
        at = timed
    elif at < timed and at > first and text.lexicon.settings.at(words, at - 1, at) == ("time", 1):
        at -= 1
    if at == first:
        return Agent("none", (), at, negated)
    last = words[at - 1]
    kinds = kinds_at(text, at - 1, at)
    if "relative" in kinds:
        head = at - 2 if at - 2 > first and words[at - 2].text == "," else at - 1
        pieces, begin = _noun_before(text, head, first)
        return Agent("relative", _described_by_clause(text, pieces), begin, negated)
    if kinds & {"joint", "also-cue", "and", "that"}:
        return Agent("same", (), at, negated)
    setting = text.lexicon.settings.at(words, at - 1, at) if last.text.islower() else None
    if kinds & {"purpose", "bar", "or"} or (setting and setting[0] not in ("time", "means")):
        return Agent("none", (), at, negated)
    found = text.lexicon.pronouns.ending(words, at)
    if found:
        (kind, gender), size = found
        return Agent(kind, ((at - size, at),), at - size, negated, gender)
    if last.text == ",":
        pieces, begin = _apposed_before(text, at, first)
        return Agent("noun" if pieces else "same", pieces, begin, negated)
    pieces, begin = _noun_before(text, at, first)
    return Agent("noun" if pieces else "none", pieces, begin, negated)


def _before_degrees(text: Text, at: int, first: int) -> int:
    """The end of a name before the degrees behind it ("Siti Rahma, S.H., M.Si. mengatakan")."""
    words, end = text.words, at
    while end > first + 1:
        stop = end - 1 if words[end - 1].text == "," else end
        found = text.lexicon.titles.ending(words[first:stop], stop - first, _LONGEST_DEGREE)
        begin = stop - found[1] if found and found[0] == "degree" else stop
        if begin == stop or begin <= first or words[begin - 1].text != ",":
            return end
        end = begin - 1
    return end


def _filler_before(text: Text, at: int, first: int) -> tuple[int, bool]:
    """How many words before `at` only fill ("juga", "secara terbuka"), and whether they deny."""
    words, lexicon = text.words, text.lexicon
    for size in (1, 2, 3, 4):
        if at - size < first:
            break
        found = lexicon.joints.at(words, at - size, at)
        if found and found[1] == size and found[0] & {"filler", "modal"}:
            denied = lexicon.negation.at(words, at - size, at)
            return size, bool(denied)
        manner = words[at - size + 1 : at]
        if found and manner and found[1] == 1 and "filler-with" in found[0] and all(w.text.islower() for w in manner):
            return size, False
    return 0, False


def _noun_before(text: Text, at: int, first: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Pieces of the noun phrase that ends at word `at` and where it begins."""
    words = text.words
    begin = at
    depth = 0
    while begin > max(first, at - _LONGEST_NOUN):
        word = words[begin - 1]
        if word.text in CLOSING:
            depth += 1
        elif word.text in OPENING:
            depth = max(0, depth - 1)
        elif not depth and begin - 1 not in text.in_name and _ends_phrase(text, begin - 1, at):
            break
        begin -= 1
    if cut := clause_before(text, begin, first) or setting_before(text, begin, at, first):
        return _noun_before(text, cut, first)
    begin = _trim_lead(text, begin, at)
    if begin >= at:
        return (), at
    pieces = [(begin, before_setting(text, begin, at))]
    if begin > first + 1 and words[begin - 1].text == ",":
        role = _role_before(text, begin - 1, first)
        if role:
            pieces.insert(0, role)
    return tuple(pieces), pieces[0][0]


def _ends_phrase(text: Text, index: int, at: int) -> bool:
    """Whether the word at `index` cannot belong to the noun phrase that ends at word `at`."""
    if text.is_decimal(index):
        return False
    if text.words[index].text in ',;:!?"“”«»' or text.is_dash(index):
        return True
    return text.quote_of[index] != text.quote_of[at - 1] or _bounds(text, index, at)


def _is_verb_of_speech(text: Text, index: int, at: int) -> bool:
    """Whether a cue that wants a subject stands at `index`, outside a clause that describes ("pria yang mengaku …")."""
    found = text.lexicon.verbs.at(text.words, index, at)
    if not found or text.words[index].is_name or not any(r.order == "subject" for r in found[0]):
        return False
    return index == 0 or "relative" not in kinds_at(text, index - 1, index)


def _bounds(text: Text, index: int, at: int) -> bool:
    """Whether the word at `index` cannot stand inside a subject that reaches to `at`."""
    kinds = kinds_at(text, index, at)
    if "as-role" in kinds and index and text.words[index - 1].is_name:
        return False
    if "and" in kinds and text.points(at - 1):
        return False
    if "and" in kinds:
        return not (text.words[index - 1].is_name and text.words[index + 1].is_name) if index + 1 < at else True
    if _is_verb_of_speech(text, index, at):
        return True
    timed = index in text.in_time and not text.words[index].is_mark and not is_age(text, index)
    timed = timed and not _describes(text, index, at)
    return timed or bool(kinds & {"that", "joint", "also-cue", "question"})


def _describes(text: Text, index: int, at: int) -> bool:
    """Whether the word at `index` is in a clause that says who somebody is ("pria yang menang pada 2018 itu")."""
    if not text.points(at - 1):
        return False
    begin = _segment_start(text, index, max(0, index - _LONGEST_NOUN))
    return any("relative" in kinds_at(text, i, index) for i in range(begin + 1, index))


def _trim_lead(text: Text, begin: int, at: int) -> int:
    """Skips an adverbial at the head of a subject ("Dalam rapat itu Siti": from "Siti"), as far as can be told."""
    words = text.words
    while begin < at:
        found = text.lexicon.joints.at(words, begin, at)
        noun = text.lexicon.nouns.at(words, begin, at)
        if found and found[0] & {"filler", "joint", "and", "adverb"}:
            begin += found[1]
        elif "relative" in kinds_at(text, begin, at):
            begin += 1
        elif noun and noun[0][0][0].startswith("according"):
            begin += noun[1]
        elif words[begin].is_mark:
            begin += 1
        else:
            break
    setting = text.lexicon.settings.at(words, begin, at) if begin < at else None
    if not setting:
        return begin
    names = at
    while names > begin and (words[names - 1].is_name or words[names - 1].text in ".-"):
        names -= 1
    return names if begin < names < at else at


def _described_by_clause(text: Text, pieces: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The pieces before "yang" cut to what it describes: the last word for somebody, with the name behind it.

    With a name at their end they are cut only where more stands before it than a body's name has words.
    """
    if not pieces:
        return pieces
    begin, end = pieces[-1]
    lexicon, last = text.lexicon, end
    while last > begin and text.words[last - 1].is_name:
        last -= 1
    if last < end:
        described = last - begin > _LONG_LEAD and lexicon.collectives.at(text.words, last - 1, last)
        return ((last - 1, end),) if described else pieces
    for at in range(end - 1, begin, -1):
        if any(table.at(text.words, at, end) for table in (lexicon.anonymous, lexicon.collectives)):
            before = at - 1
            unnamed = before > begin and lexicon.anonymous.at(text.words, before, end)
            return ((before if unnamed else at, end),)
    return pieces


def _role_before(text: Text, comma: int, first: int) -> tuple[int, int] | None:
    """The role before a comma and a name ("Kapolsek Kota, Kompol Budi"): the segment, where it begins a clause."""
    words = text.words
    begin = _segment_start(text, comma, first)
    if text.lexicon.settings.at(words, begin, comma) or kinds_at(text, begin, comma) & {"filler-with", "as"}:
        return None
    begin = _trim_lead(text, begin, comma)
    if begin >= comma or comma - begin > 16 or begin in text.in_time:
        return None
    if text.lexicon.credits.at(words, begin, comma) or text.lexicon.nouns.at(words, begin, comma):
        return None
    lexicon = text.lexicon
    known = any(table.at(words, begin, comma) for table in (lexicon.collectives, lexicon.roles))
    last = words[comma - 1]
    named = words[begin].is_name and (last.is_name or last.text in CLOSING or last.text[0].isdigit())
    return (begin, comma) if known or named else None


def _segment_start(text: Text, end: int, first: int) -> int:
    """Where the stretch between marks begins that ends at word `end`; the marks inside a time are none."""
    begin = end
    while begin > first and text.quote_of[begin - 1] == text.quote_of[end - 1]:
        if text.words[begin - 1].text in ',;:"“”' and begin - 1 not in text.in_time:
            break
        begin -= 1
    return begin


def _is_adverbial(text: Text, begin: int, end: int) -> bool:
    return begin < end and (begin in text.in_time or opens_adjunct(text, begin, end))


def _apposed_before(text: Text, at: int, first: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Pieces of a subject followed by a comma: "Siti, camat Ambon," or "Siti, Senin (2/7),"."""
    words = text.words
    end = at - 1
    begin = _segment_start(text, end, first)
    adverbial = _is_adverbial(text, begin, end)
    while adverbial and begin > first + 1 and words[begin - 1].text == ",":
        earlier = _segment_start(text, begin - 1, first)
        clause = words[earlier - 1].text == "," and "relative" in kinds_at(text, earlier, begin)
        if not (clause or _is_adverbial(text, earlier, begin - 1)):
            break
        begin = earlier
    if begin <= first + 1 or words[begin - 1].text != ",":
        lead = _trim_lead(text, begin, end)
        return (((lead, end),), lead) if not adverbial and lead < end else ((), at)
    before, start = _noun_before(text, begin - 1, first)
    adverbial = adverbial or begin >= end
    if not before:
        return ((), at) if adverbial else (((begin, end),), begin)
    return (before, start) if adverbial else ((*before, (begin, end)), start)

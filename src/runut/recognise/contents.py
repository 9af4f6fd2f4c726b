"""Where reported content begins and ends, and who can be its speaker."""

from runut.recognise.agents import Agent
from runut.recognise.clauses import Sentence, Text, kinds_at
from runut.recognise.cues import Report
from runut.recognise.direct import Draft
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.phrases import CLOSING, adjuncts_end, is_deed, opens_adjunct, opens_credit

_STOPS = frozenset(".,;:…-–—")
_MARKS = frozenset("'‘’")
_YEAR = 4
"""Digits of a year."""
_NEAR = 4
"""Words before "yang" among which the one who speaks must stand: the head of a longer phrase is another noun."""


def can_speak(text: Text, agent: Agent, report: Report) -> bool:
    """Whether a noun phrase may be a speaker: a name or one who speaks is in it, and no deed or adjunct opens it."""
    words, lexicon = text.words, text.lexicon
    if agent.kind == "noun" and agent.pieces:
        begin, end = agent.pieces[-1]
        if _is_clause(text, begin, end) or (words[begin].text.islower() and opens_adjunct(text, begin, end)):
            return False
    speaking = (lexicon.collectives, lexicon.anonymous, lexicon.roles)
    for begin, end in agent.pieces:
        if agent.kind == "relative":
            begin = max(begin, end - _NEAR)
        for at in range(begin, end):
            if words[at].is_name and (at > begin or is_name(text, at)):
                return end - begin <= 30
            if any(table.at(words, at, end) for table in speaking):
                return True
            found = text.lexicon.nouns.at(words, at, end)
            if at == begin and end - begin > 1 and found and _is_written(text, at, end, found):
                return True
    return False


def _is_clause(text: Text, begin: int, end: int) -> bool:
    """Whether a phrase is rather a clause: a verb opens it or stands in it, and no "yang" makes that a description."""
    deeds = [at for at in range(begin, end) if at not in text.in_name and is_deed(text, at, end)]
    if not deeds:
        return False
    return deeds[0] == begin or not any("relative" in kinds_at(text, at, end) for at in range(begin, deeds[0]))


def _is_written(text: Text, at: int, end: int, found: tuple[tuple[tuple[str, Report], ...], int]) -> bool:
    """Whether a phrase is what somebody wrote ("laporan itu"), or the result of that ("hasil survei itu")."""
    kind, after = found[0][0][0], at + found[1]
    if kind == "result":
        inner = text.lexicon.nouns.at(text.words, after, end) if after < end else None
        return bool(inner and inner[0][0][0] == "document")
    return kind == "document"


def is_name(text: Text, index: int) -> bool:
    """Whether a capital at the head of a phrase is a name's, and not only that of a sentence's first word."""
    words = text.words
    if words[index].low in text.lexicon.settings:
        return False
    between = text.view.shadow[words[index - 1].end : words[index].start] if index else "\n"
    opens = "\n" in between or words[index - 1].text in ".?!"
    if words[index].text in text.name_words:
        return True
    if not (opens and text.name_starts):
        return not (opens and load_name_words(text.view.pack).is_ordinary(words[index]))
    return index in text.name_starts or index + 1 in text.name_starts


def content_begin(text: Text, begin: int, end: int) -> tuple[int, tuple[int, int], bool]:
    """The first word of what is said after a cue, the adjuncts before it, and whether a that-word or mark opens it."""
    at = begin
    that = False
    for probe in range(begin, min(end, begin + 30)):
        kinds = kinds_at(text, probe, end)
        marked = probe == begin or text.words[probe - 1].text == ","
        conditional = "conditional" in kinds and (marked or _has_comma(text, probe, end))
        if "that" in kinds and "joint" not in kinds and not conditional:
            reached = adjuncts_end(text, begin, probe) if begin < probe else probe
            if reached >= probe or all(w.is_mark for w in text.words[reached:probe]):
                return probe + 1, (begin, probe), True
            break
        if text.quote_of[probe] >= 0:
            break
    addressee = text.lexicon.settings.at(text.words, at, end)
    if addressee and addressee[0] == "addressee":
        reached = adjuncts_end(text, at, end)
        at = reached if reached < end else _behind_names(text, at + addressee[1], end) or at
    if at + 1 < end and text.words[at].text == "," and opens_credit(text, at + 1, end):
        credited = adjuncts_end(text, at, end, closed=True)
        at = credited if credited < end else at
    while at < end and (text.words[at].text in ",:" or "that" in (kinds := kinds_at(text, at, end))):
        marked = at > begin and text.words[at - 1].text == ","
        if text.words[at].text not in ",:" and "conditional" in kinds and (marked or _has_comma(text, at, end)):
            break
        that, at = True, at + 1
    at = _after_day(text, at, end) if that else at
    return at, (begin, at), that or (at < end and text.quote_of[at] >= 0)


def _after_day(text: Text, at: int, end: int) -> int:
    """The word after a day set off by commas before what is said ("Kabar melaporkan, 3 Maret 2025, …").

    Only a day of the calendar, with its year or in brackets: other times belong to what is said.
    """
    after = at + text.time_at(at)
    if after == at or after >= end or text.words[after].text != ",":
        return at
    last = text.words[after - 1].text
    return after + 1 if last in CLOSING or (len(last) == _YEAR and last.isdigit() and after - at > 1) else at


def _behind_names(text: Text, at: int, end: int) -> int:
    """Where what is said begins right behind an addressee who is a name ("kepada Reuters pabrik itu tutup"), or 0."""
    stop = at
    while stop < end and (stop in text.in_name or stop in text.name_starts):
        stop += 1
    return stop if at < stop < end and text.words[stop].text.islower() else 0


def _has_comma(text: Text, begin: int, end: int) -> bool:
    """Whether a main clause follows a condition ("jika hujan, sekolah libur")."""
    return any(text.words[i].text == "," and not text.is_decimal(i) for i in range(begin, end))


def content_end(text: Text, begin: int, last: int) -> int:
    """Where reported content ends: the sentence's end, or a second cue, a credit or a manner after a comma."""
    words = text.words
    end = last
    for at in range(begin + 1, last):
        if text.quote_of[at] >= 0:
            continue
        kinds = kinds_at(text, at, last)
        if "also-cue" in kinds:
            end = at
            break
        if words[at].text == "," and at + 1 < last and _ends_content(text, at + 1, last):
            end = at
            break
    end = _few_quoted_words(text, begin, _before_photo_credit(text, begin, end))
    while end > begin and words[end - 1].text in _STOPS and text.quote_of[end - 1] < 0:
        end -= 1
    return end


def _before_photo_credit(text: Text, begin: int, end: int) -> int:
    """The end of a content without a bracket that names a medium and a photographer ("(KABAR/Siti Rahma)")."""
    close = end
    while close > begin and text.words[close - 1].text == ".":
        close -= 1
    if close - begin < 5 or text.words[close - 1].text != ")":
        return end
    opening = next((i for i in range(close - 2, max(begin, close - 12), -1) if text.words[i].text == "("), 0)
    slash = any(text.words[i].text == "/" for i in range(opening, close))
    return opening if opening >= begin + 2 and slash and text.words[opening + 1].is_name else end


def _few_quoted_words(text: Text, begin: int, end: int) -> int:
    """Where a content that is a few quoted words ends ("mengaku sebagai 'orang dalam' di depan warga"): at the mark."""
    marks = [i for i in range(begin, min(end, begin + 10)) if text.words[i].text in _MARKS]
    if len(marks) < 2 or marks[0] > begin + 2 or marks[1] + 1 >= end:
        return end
    after = marks[1] + 1
    setting = text.lexicon.settings.at(text.words, after, end)
    occasion = setting and setting[0] == "occasion"
    return after if occasion or kinds_at(text, after, end) & {"and", "joint"} else end


def _ends_content(text: Text, at: int, last: int) -> bool:
    words, lexicon = text.words, text.lexicon
    if "as" in kinds_at(text, at, last) and at + 1 < last:
        at += 1
    credit = lexicon.credits.at(words, at, last)
    if credit and any(c.of == "media" and c.place == "before" for c in credit[0]):
        return True
    noun = lexicon.nouns.at(words, at, last)
    if _second_cue(text, at, last):
        return True
    if noun and noun[0][0][0].startswith("according"):
        return True
    verb = lexicon.verbs.at(words, at, last)
    if verb and any(r.order in ("inverted", "enclitic") and r.frame == "clause" for r in verb[0]):
        after = at + verb[1]
        return not (after < last and text.points(after))
    return bool(text.time_at(at)) and adjuncts_end(text, at - 1, last) >= last - 1


def _second_cue(text: Text, at: int, last: int) -> bool:
    """Whether a joint and a cue without a subject of its own begin at word `at` ("tetapi meragukan …")."""
    found = text.lexicon.joints.at(text.words, at, last)
    if not (found and found[0] & {"and", "joint"}):
        return False
    at += found[1]
    while at < last and "filler" in kinds_at(text, at, last):
        at += 1
    verb = text.lexicon.verbs.at(text.words, at, last) if at < last else None
    return bool(verb and any(r.order in ("subject", "both") and r.frame in ("clause", "object") for r in verb[0]))


def left_limit(text: Text, sentence: Sentence, index: int, taken: list[Draft]) -> int:
    """The first word that a subject may reach back to: after the last quotation and its cue."""
    limit = sentence.first
    for draft in taken:
        if draft.start < text.words[index].start:
            limit = max(
                limit, text.index_at(draft.end), draft.agent.rest if draft.agent and draft.rule == "quote-cue" else 0
            )
    return min(limit, index)


def has_single_marks(text: Text, begin: int, end: int) -> bool:
    """Whether some words of a content stand in single quotation marks."""
    return any(text.words[i].text in "'‘’" for i in range(begin, end))


def closed_after(text: Text, index: int) -> int:
    """The index of the last bracket that closes right after word `index`, or `index` itself."""
    while index + 1 < len(text.words) and text.words[index + 1].text in ")]":
        index += 1
    return index

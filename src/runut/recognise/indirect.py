"""Speech reported without quotation marks, or with only some of its words quoted."""

from runut.recognise.agents import Agent, agent_before
from runut.recognise.clauses import Sentence, Text, kinds_at
from runut.recognise.closing import closing
from runut.recognise.contents import can_speak, content_begin, content_end, has_single_marks, left_limit
from runut.recognise.credits import media_phrase
from runut.recognise.cues import CueHit, Report
from runut.recognise.direct import Draft, trim
from runut.recognise.inserted import by_noun, inserted, is_set_off, passive
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.phrases import adjuncts_end, phrase_end
from runut.recognise.words import Word
from runut.records.statements import Form

_HEAD = 8
"""Words at the head of a content among which its predicate is looked for."""
_NEAR_HEAD = 2
"""Words at the head of a subject among which one must be a word for people where no table knows them."""
_ACRONYM = 3
"""Letters of the shortest short form that speaks without being known."""
_THERE = 2
"""Words before somebody described that may say that there is nobody such."""
_SHORT_SUBJECT = 6
"""Words of a subject that no table knows; longer ones are adverbials more often than speakers."""


def indirect_drafts(text: Text, number: int, taken: list[Draft]) -> list[Draft]:
    """Drafts of the indirect statements of sentence `number`; `taken` are its direct ones."""
    sentence = text.sentences[number]
    found: list[Draft] = []
    for draft in by_noun(text, number, sentence, taken):
        _add(found, draft)
    for hit in text.cues_of(sentence):
        if any(d.cue and d.cue[0] <= hit.start < d.cue[1] for d in taken + found):
            continue
        reported = _by_cue(text, number, sentence, hit, taken, found)
        if reported:
            _add(found, reported)
    whole = [d for d in found if not any(t.cue and d.start <= t.cue[0] < d.end for t in taken)]
    return sorted(whole, key=lambda draft: draft.start)


def _add(found: list[Draft], draft: Draft) -> None:
    """Keeps a draft unless an earlier one holds its cue inside its content."""
    if draft.start >= draft.end:
        return
    for other in found:
        if draft.cue and other.start <= draft.cue[0] < other.end:
            return
    found.append(draft)


def _by_cue(
    text: Text, number: int, sentence: Sentence, hit: CueHit, taken: list[Draft], found: list[Draft]
) -> Draft | None:
    report = hit.reading("enclitic", "inverted", "both")
    if report and report.frame != "quote":
        draft = inserted(text, number, sentence, hit, report, taken) or closing(text, number, sentence, hit, taken)
        if draft:
            return draft
    report = hit.reading("passive")
    if report and is_set_off(text, sentence, hit.index):
        return inserted(text, number, sentence, hit, report, taken)
    if report:
        return passive(text, number, sentence, hit, report, taken)
    report = hit.reading("subject", "both", "joined") or _bare(text, sentence, hit)
    if report and report.frame not in ("quote", "none"):
        return _reported(text, number, sentence, hit, report, taken, found)
    return None


def _bare(text: Text, sentence: Sentence, hit: CueHit) -> Report | None:
    """The reading of a bare verb right behind a name that opens the sentence, as headlines have it ("Siti sebut S")."""
    report = hit.reading("bare")
    before = hit.index - 1
    named = (before >= sentence.first and before in text.in_person) or before in text.in_name
    return report if report and named else None


def _reported(
    text: Text, number: int, sentence: Sentence, hit: CueHit, report: Report, taken: list[Draft], found: list[Draft]
) -> Draft | None:
    """`X mengatakan (bahwa) S`."""
    words = text.words
    first = left_limit(text, sentence, hit.index, taken)
    agent = _joined(text, hit, first) if report.order == "joined" else agent_before(text, hit.index, first)
    if agent.kind == "writer" or agent.unreal or (agent.negated and report.frame != "object"):
        return None
    if agent.kind in ("none", "same"):
        shared = _shared_subject(text, number, sentence, hit, agent, taken + found)
        if shared is None:
            return None
        agent = shared
    elif agent.kind in ("noun", "relative"):
        nobody = agent.kind == "relative" and _is_there_none(text, agent, first)
        if nobody or not _is_speaker(text, agent, report):
            return None
    begin = hit.index + hit.size
    end = content_end(text, begin, sentence.last)
    begin, adjunct, that = content_begin(text, begin, end)
    end = _before_quotation(text, begin, end, taken)
    if report.frame == "other" and not (that or _begins_with_somebody(text, begin, end)):
        return None
    if report.frame == "that" and not that:
        return None
    if report.frame == "clause" and not that and end - begin == 2 and text.points(end - 1):
        return None
    if report.frame == "action" and not any("purpose" in kinds_at(text, i, end) for i in range(begin, end)):
        return None
    if end - begin < 2 and not (begin < end and text.quote_of[begin] >= 0):
        return None
    setting = text.lexicon.settings.at(words, begin, end)
    if (setting and setting[0] == "topic" and not that) or _says_nothing(text, begin, end):
        return None
    if any(d.start < words[end - 1].end and words[begin].start < d.end for d in taken):
        return None
    if _relays(text, hit, agent, begin, end) or (not that and _is_filed(text, begin, end)):
        return None
    start, stop = trim(text.view.shadow, words[begin].start, words[end - 1].end)
    form: Form = (
        "mixed"
        if any(text.quote_of[i] >= 0 for i in range(begin, end)) or has_single_marks(text, begin, end)
        else "indirect"
    )
    return Draft(start, stop, form, number, "cue-clause", report, (hit.start, hit.end), agent, adjunct)


def _is_there_none(text: Text, agent: Agent, first: int) -> bool:
    """Whether who is described is said not to exist ("Belum ada pihak yang mengaku …")."""
    begin = agent.pieces[0][0] if agent.pieces else first
    return any(text.lexicon.negation.at(text.words, i, begin) for i in range(max(first, begin - _THERE), begin))


def _before_quotation(text: Text, begin: int, end: int, taken: list[Draft]) -> int:
    """The end of a content before a quotation with a cue of its own, where a full stop between them was lost."""
    later = [text.index_at(d.start) - 1 for d in taken if begin < end and d.start > text.words[begin].start]
    return min([end, *later])


def _says_nothing(text: Text, begin: int, end: int) -> bool:
    """Whether a content is an act by itself ("terima kasih"), or only points to what was said before ("hal itu")."""
    if "empty" in kinds_at(text, begin, end):
        if begin + 1 < end and text.points(begin + 1):
            return False
        return not any(_is_told(text, i, end) for i in range(begin, end))
    if text.points(begin):
        return begin + 1 >= end or text.lexicon.settings.at(text.words, begin + 1, end) is not None
    noun = text.lexicon.nouns.at(text.words, begin, end)
    return bool(noun and begin + noun[1] == end and any(kind == "anaphor" for kind, _ in noun[0]))


def _is_told(text: Text, index: int, end: int) -> bool:
    """Whether a word shows that something is told of a noun: "bahwa", or a word that only a predicate has ("perlu")."""
    negation = text.lexicon.negation.at(text.words, index, end)
    denies = negation is not None and negation[0] == "verb"
    return denies or "that" in kinds_at(text, index, end) or text.lexicon.hedges.at(text.words, index, end) is not None


def _is_filed(text: Text, begin: int, end: int) -> bool:
    """Whether a content is somebody handed on to a body ("melaporkan Hasan ke polisi"), and no report of a fact.

    So is a name with nothing behind it but a day ("melaporkan Hasan pada Senin").
    """
    lexicon = text.lexicon
    whom = lexicon.settings.at(text.words, begin, end)
    if whom and whom[0] == "toward" and "question" not in kinds_at(text, begin, end):
        return True
    role = lexicon.collectives.at(text.words, begin, end) or lexicon.roles.at(text.words, begin, end)
    if not (begin in text.name_starts or role):
        return False
    at = phrase_end(text, begin, end, first=True)
    setting = lexicon.settings.at(text.words, at, end) if at < end else None
    if setting and setting[0] == "time" and adjuncts_end(text, at, end) >= end:
        return True
    return bool(
        setting and setting[0] in ("addressee", "toward") and at + 1 < end and text.words[at + setting[1]].is_name
    )


def _begins_with_somebody(text: Text, begin: int, end: int) -> bool:
    """Whether a content begins with who is to act, or with what was said: "ingin warga pulang", not "ingin pulang"."""
    if begin >= end:
        return False
    lexicon = text.lexicon
    tables = (lexicon.pronouns, lexicon.collectives, lexicon.anonymous, lexicon.roles, lexicon.nouns)
    purpose = kinds_at(text, begin, end) & {"purpose", "that"}
    noun = lexicon.nouns.at(text.words, begin, end)
    if noun and any(kind == "proposal" for kind, _ in noun[0]):
        return any(kinds_at(text, i, end) & {"purpose", "that"} for i in range(begin, end))
    somebody = text.words[begin].is_name or any(table.at(text.words, begin, end) for table in tables)
    return somebody or bool(purpose) or _is_clause(text, begin, end)


def _is_clause(text: Text, begin: int, end: int) -> bool:
    """Whether a word that only a predicate has ("akan", "tidak", "bisa") stands soon after the head of a content."""
    lexicon = text.lexicon
    if lexicon.settings.at(text.words, begin, end):
        return False
    for at in range(begin + 1, min(end, begin + _HEAD)):
        if text.words[at].is_mark or "relative" in kinds_at(text, at, end):
            return False
        negation = lexicon.negation.at(text.words, at, end)
        if (negation and negation[0] in ("verb", "nothing")) or lexicon.hedges.at(text.words, at, end):
            return True
    return False


def _shared_subject(
    text: Text, number: int, sentence: Sentence, hit: CueHit, agent: Agent, drafts: list[Draft]
) -> Agent | None:
    """The subject of a cue without one: that of the cue before, of the sentence, of the sentence before."""
    same = Agent("same", (), agent.rest, agent.negated)
    if number and _opens(text, sentence, hit.index):
        return same
    if agent.kind == "none":
        return None
    if any(draft.agent and draft.start < hit.start for draft in drafts):
        return same
    return _sentence_subject(text, sentence, hit.index)


def _opens(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether a cue opens its sentence after a joint ("Bahkan, mengaku …"): the one before lends its subject."""
    found = text.lexicon.joints.at(text.words, sentence.first, index)
    rest = text.words[sentence.first + found[1] : index] if found else ()
    subordinate = text.lexicon.settings.at(text.words, sentence.first, index)
    opens = bool(found and found[0] & {"joint", "adverb"} and all(word.is_mark for word in rest))
    return opens and not (subordinate and subordinate[0] == "occasion")


def _relays(text: Text, hit: CueHit, agent: Agent, begin: int, end: int) -> bool:
    """Whether an outlet only passes on what somebody else says ("Reuters melaporkan presiden mengatakan S")."""
    credit = text.lexicon.credits.at(text.words, hit.index, begin)
    if not credit or not any(c.place == "after" for c in credit[0]) or not agent.pieces:
        return False
    if not media_phrase(text, *agent.pieces[-1]):
        return False
    inner = next((c for c in text.cues if begin < c.index < end and c.reading("subject", "both")), None)
    return bool(inner and agent_before(text, inner.index, begin).rest == begin)


def _joined(text: Text, hit: CueHit, first: int) -> Agent:
    """The agent of a cue that shares a subject ("…, adding that S"): the same after a comma or a joint, else none."""
    set_off = hit.index > first and (
        text.words[hit.index - 1].text == "," or "joint" in kinds_at(text, hit.index - 1, hit.index)
    )
    return Agent("same" if set_off else "none", (), hit.index)


def _sentence_subject(text: Text, sentence: Sentence, index: int) -> Agent | None:
    """The subject at the head of a sentence, for a cue that shares it ("Zaki datang dan mengaku …")."""
    words = text.words
    at = sentence.first
    found = text.lexicon.pronouns.at(words, at, index)
    if found:
        return Agent(found[0][0], ((at, at + found[1]),), at)
    while at < index and (words[at].is_mark or kinds_at(text, at, index) & {"joint", "adverb", "filler"}):
        at += 1
    at += text.time_at(at)
    while at < index and words[at].is_mark:
        at += 1
    stop = at
    while stop < index and (words[stop].is_name or words[stop].text in ".-"):
        stop += 1
    if stop == at + 1 and at not in text.in_name and stop < index and words[stop].text.islower():
        known = text.lexicon.collectives.at(words, stop, index) or text.lexicon.roles.at(words, stop, index)
        stop += known[1] if known else 0
    hedged = text.lexicon.hedges.at(words, at, index)
    return (
        Agent("noun", ((at, stop),), at)
        if stop > at and not hedged and words[at].low not in text.lexicon.settings
        else None
    )


def _is_speaker(text: Text, agent: Agent, report: Report) -> bool:
    """Whether a phrase can speak, or is short enough to be taken for a speaker though no table knows its words."""
    if can_speak(text, agent, report):
        return True
    if not agent.pieces:
        return False
    begin, end = agent.pieces[-1]
    if agent.kind != "noun" or report.frame != "clause" or end - begin > _SHORT_SUBJECT or begin in text.in_time:
        return False
    if end - begin == 1 and text.words[end].text.islower() and _is_acronym(text.words[begin]):
        return True
    lexicon, people = text.lexicon, load_name_words(text.view.pack).people
    head = any(text.words[i].low in people for i in range(begin, min(begin + _NEAR_HEAD, end)))
    if people and not head:
        return False
    alone = not head and end - begin == 1 and text.words[begin].is_name
    strange = any(table.at(text.words, begin, end) for table in (lexicon.negation, lexicon.joints, lexicon.nouns))
    return not (alone or strange or any("modal" in kinds_at(text, i, end) for i in range(begin, end)))


def _is_acronym(word: Word) -> bool:
    """Whether a word is the short form of a body, which speaks though nobody knows it ("IKM menilai S")."""
    return len(word.text) >= _ACRONYM and word.text.isalpha() and word.text.isupper()

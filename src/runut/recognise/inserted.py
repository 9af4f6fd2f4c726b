"""Speech reported around an inserted cue ("S, kata X"), a passive ("disampaikan X") or a preposition ("menurut X")."""

from runut.recognise.agents import Agent, agent_after
from runut.recognise.clauses import QUOTATION_MARKS, Sentence, Text, kinds_at
from runut.recognise.contents import can_speak, closed_after, content_end, left_limit
from runut.recognise.credits import media_phrase
from runut.recognise.cues import DOCUMENTS, CueHit, Report
from runut.recognise.direct import Draft, trim
from runut.recognise.phrases import adjuncts_end
from runut.records.statements import Form

_SCENE = 8
"""Words of the longest phrase that sets a scene, and of the shortest clause that may follow it."""
_SHORTEST_CLAUSE = 4
"""Words of the shortest clause that may follow a name without a comma."""
_POINTING = 2
"""Words of a subject that only points back, with its demonstrative ("keputusan itu dibenarkan oleh X"); one more where
nobody confirms or denies it."""
_SHORT_LEAD = 3
"""Words that may stand before an inserted cue without being part of what is said ("Namun, kata Siti, …")."""


def inserted(
    text: Text, number: int, sentence: Sentence, hit: CueHit, report: Report, taken: list[Draft]
) -> Draft | None:
    """`S, kata X.`, `A, kata X, B.`, `Kata X, S.`, `S, katanya.`, `Dikatakannya bahwa S.`."""
    words = text.words
    left = left_limit(text, sentence, hit.index, taken)
    lead = [i for i in range(left, hit.index) if not words[i].is_mark]
    if not lead and text.is_cut(sentence):
        return None
    if lead and "as-cue" in kinds_at(text, lead[-1], hit.index) and len(lead) > 1:
        lead.pop()
    if lead and not is_set_off(text, sentence, hit.index) and not _is_enclosed(text, hit, report, sentence.last):
        return None
    if report.order == "enclitic":
        agent: Agent | None = Agent("enclitic", (), hit.index + hit.size)
    else:
        agent = agent_after(text, hit.index + hit.size, sentence.last, closed=True)
    if not agent or (agent.kind == "noun" and not can_speak(text, agent, report)):
        return None
    adjunct = (agent.rest, adjuncts_end(text, agent.rest, sentence.last, closed=True))
    if _is_tail(text, agent.rest, sentence.last) and not _is_lead_in(text, lead, sentence.last - adjunct[1]):
        adjunct = (agent.rest, adjuncts_end(text, agent.rest, sentence.last))
    rest = [i for i in range(adjunct[1], sentence.last) if not words[i].is_mark]
    also = bool(rest) and "also-cue" in kinds_at(text, rest[0], sentence.last)
    cue = (hit.start, hit.end)
    marks = any(text.quote_of[i] >= 0 for i in rest)
    if marks and (text.quote_of[rest[0]] >= 0 or any(words[rest[0]].start <= d.start for d in taken)):
        return None
    if marks and any(words[i].text in QUOTATION_MARKS for i in range(left, hit.index)):
        return None
    if not rest or also:
        pointing = len(lead) == 1 and kinds_at(text, lead[0], sentence.last) & {"as", "as-cue"}
        if not lead or pointing or any(text.quote_of[i] >= 0 for i in lead[:1]):
            return None
        start, end = trim(text.view.shadow, words[lead[0]].start, words[closed_after(text, lead[-1])].end)
        return Draft(start, end, "indirect", number, "clause-cue", report, cue, agent, adjunct)
    if not lead and agent.kind == "enclitic" and len(rest) > 1 and "that" in kinds_at(text, rest[0], sentence.last):
        rest = rest[1:]
    elif words[rest[0] - 1].text != "," and not (lead and agent.kind in ("enclitic", "third", "plural")):
        return None
    if not lead or (len(lead) <= _SHORT_LEAD and _is_joint_only(text, lead)):
        begin, end = rest[0], content_end(text, rest[0], sentence.last)
    else:
        begin, end = lead[0], sentence.last
    start, stop = trim(text.view.shadow, words[begin].start, words[end - 1].end)
    return Draft(start, stop, "indirect", number, "inserted-cue", report, cue, agent, adjunct)


def _is_enclosed(text: Text, hit: CueHit, report: Report, last: int) -> bool:
    """Whether a cue without a comma before it has a pronoun and a comma after it ("Harga itu lanjut dia, wajar")."""
    after = hit.index + hit.size
    found = text.lexicon.pronouns.at(text.words, after, last)
    return report.order == "inverted" and bool(found) and after + 1 < last and text.words[after + 1].text == ","


def _is_lead_in(text: Text, lead: list[int], rest: int) -> bool:
    """Whether the words before a cue only set a scene, so that the content follows ("Dalam nota itu, kata X, …")."""
    if not lead or len(lead) > _SCENE or rest < _SCENE:
        return False
    setting = text.lexicon.settings.at(text.words, lead[0], lead[-1] + 1)
    return lead[0] in text.in_time or bool(setting and setting[0] in ("occasion", "time", "place", "means"))


def _is_joint_only(text: Text, lead: list[int]) -> bool:
    found = text.lexicon.joints.at(text.words, lead[0], lead[-1] + 1)
    return bool(found and found[1] == len(lead) and "adverb" not in found[0])


def passive(
    text: Text, number: int, sentence: Sentence, hit: CueHit, report: Report, taken: list[Draft]
) -> Draft | None:
    """`Disampaikan X, S.`, `S itu dibantah X.`, `Disebutkan bahwa S.`; without "bahwa" nobody's is no statement."""
    words, after = text.words, hit.index + hit.size
    if after < sentence.last and "that" in kinds_at(text, after, sentence.last):
        return _agentless(text, number, sentence, hit, report)
    left = left_limit(text, sentence, hit.index, taken)
    by = after < sentence.last and "agent" in kinds_at(text, after, sentence.last)
    agent = agent_after(text, after, sentence.last, closed=not by)
    if not agent or (agent.kind == "noun" and not (by or words[agent.pieces[0][0]].is_name)):
        return None
    if agent.kind == "noun" and (not can_speak(text, agent, report) or text.time_at(agent.pieces[0][0])):
        return None
    lead = [i for i in range(left, hit.index) if not words[i].is_mark]
    if len(lead) == 1 and lead[0] == sentence.first and kinds_at(text, lead[0], hit.index) & {"as", "as-cue"}:
        lead = []
    adjunct = (agent.rest, adjuncts_end(text, agent.rest, sentence.last, closed=not lead))
    cue = (hit.start, hit.end)
    if not lead:
        begin = adjunct[1]
        if begin >= sentence.last or words[begin].text != ",":
            return None
        end = content_end(text, begin + 1, sentence.last)
        if end <= begin + 1:
            return None
        start, stop = trim(text.view.shadow, words[begin + 1].start, words[end - 1].end)
        return Draft(start, stop, "indirect", number, "passive-clause", report, cue, agent, adjunct)
    return _passive_subject(text, number, lead, hit, report, agent, adjunct) if by else None


def _agentless(text: Text, number: int, sentence: Sentence, hit: CueHit, report: Report) -> Draft | None:
    """`Disebutkan bahwa S.`: what is reported of nobody, with nothing but joints before the cue in its clause."""
    words, begin = text.words, hit.index + hit.size + 1
    lead = hit.index
    while lead > sentence.first and kinds_at(text, lead - 1, hit.index) & {"joint", "adverb", "filler", "also-cue"}:
        lead -= 1
    if lead > sentence.first and words[lead - 1].text != ",":
        return None
    end = content_end(text, begin, sentence.last)
    if end - begin < _SHORTEST_CLAUSE or any(text.quote_of[i] >= 0 for i in (lead, begin)):
        return None
    start, stop = trim(text.view.shadow, words[begin].start, words[end - 1].end)
    nobody = Agent("none", (), begin)
    return Draft(start, stop, "indirect", number, "agentless", report, (hit.start, hit.end), nobody, (begin, begin))


def _passive_subject(
    text: Text, number: int, lead: list[int], hit: CueHit, report: Report, agent: Agent, adjunct: tuple[int, int]
) -> Draft | None:
    """`Penangkapan itu dibenarkan oleh X`: the subject is what is said, unless it only points back ("hal itu")."""
    words = text.words
    if "relative" in kinds_at(text, lead[-1], lead[-1] + 1):
        return None
    begin, end = lead[0], closed_after(text, lead[-1]) + 1
    for at in range(lead[-1], lead[0] - 1, -1):
        if words[at].text == "," or "joint" in kinds_at(text, at, end):
            begin = at + 1
            break
    while end > begin and "filler" in kinds_at(text, end - 1, end):
        end -= 1
    noun = text.lexicon.nouns.at(words, begin, end) if begin < end else None
    points = end - begin <= _POINTING + (report.polarity == "assert") and text.points(end - 1)
    if end - begin < 2 or points or (noun and any(kind == "anaphor" for kind, _ in noun[0])):
        return None
    if noun and end - begin - noun[1] >= 2:
        begin += noun[1]
    elif noun:
        end = adjunct[0]
    start, stop = trim(text.view.shadow, words[begin].start, words[end - 1].end)
    return Draft(start, stop, "indirect", number, "passive-subject", report, (hit.start, hit.end), agent, adjunct)


def _is_tail(text: Text, index: int, end: int) -> bool:
    """Whether nothing but adjuncts stands between word `index` and the sentence's end."""
    reached = adjuncts_end(text, index, end)
    return all(word.is_mark for word in text.words[reached:end])


def _is_data(text: Text, agent: Agent) -> bool:
    """Whether a phrase is a document of somebody ("data dinas itu") or a name."""
    begin, end = agent.pieces[0] if agent.pieces else (0, 0)
    noun = text.lexicon.nouns.at(text.words, begin, end) if begin < end else None
    known = any(text.words[i].is_name or text.lexicon.collectives.at(text.words, i, end) for i in range(begin, end))
    return known and (text.words[begin].is_name or bool(noun and any(k in DOCUMENTS for k, _ in noun[0])))


def _is_proper(text: Text, agent: Agent) -> bool:
    return agent.kind in ("third", "plural", "enclitic") or (
        bool(agent.pieces) and all(text.words[i].is_name for i in range(*agent.pieces[0]))
    )


def by_noun(text: Text, number: int, sentence: Sentence, taken: list[Draft]) -> list[Draft]:
    """`Menurut X, S`, `S, menurut X`, `Menurutnya, S`."""
    words = text.words
    drafts: list[Draft] = []
    at = sentence.first
    while at < sentence.last:
        found = text.lexicon.nouns.at(words, at, sentence.last) if text.quote_of[at] < 0 else None
        if not found or not found[0][0][0].startswith("according"):
            at += 1
            continue
        (kind, report), size = found[0][0], found[1]
        draft = _according(text, number, sentence, (at, size), kind, report, taken)
        if draft:
            drafts.append(draft)
        at += size
    return drafts


def _is_paper(text: Text, agent: Agent, lead: list[int]) -> bool:
    """Whether no more than a word for a document is gone by at the head of a sentence ("Menurut survei, …")."""
    begin, end = agent.pieces[0] if agent.pieces else (0, 0)
    noun = text.lexicon.nouns.at(text.words, begin, end) if begin < end and not lead else None
    return bool(noun and begin + noun[1] == end and any(kind in DOCUMENTS for kind, _ in noun[0]))


def _according(
    text: Text, number: int, sentence: Sentence, place: tuple[int, int], kind: str, report: Report, taken: list[Draft]
) -> Draft | None:
    words, (at, size) = text.words, place
    left = left_limit(text, sentence, at, taken)
    if at > left and "joint" in kinds_at(text, at - 1, at) and kind == "according":
        left = at
    lead = [i for i in range(left, at) if not words[i].is_mark]
    own = kind == "according-own"
    agent = Agent("enclitic", (), at + size) if own else agent_after(text, at + size, sentence.last, closed=True)
    if agent and kind == "according" and len(lead) <= _SHORT_LEAD:
        agent = _only_name(text, agent, sentence.last)
    if not agent or (agent.kind == "noun" and not (can_speak(text, agent, report) or _is_paper(text, agent, lead))):
        return None
    reported = (
        any(words[lead[0]].start <= c.start < words[at].start for c in text.cues if c.reading("subject"))
        if lead
        else False
    )
    relayed = reported or _reports_on(text, sentence, agent)
    if kind == "according" and relayed and agent.pieces and media_phrase(text, *agent.pieces[-1]):
        return None
    if lead and "empty" in kinds_at(text, lead[0], sentence.last):
        return None
    if kind == "according-data" and not (_is_data(text, agent) and (not lead or _is_joint_only(text, lead))):
        return None
    if kind == "according-first" and (lead or not _is_proper(text, agent)):
        return None
    adjunct = (agent.rest, adjuncts_end(text, agent.rest, sentence.last, closed=True))
    if (
        agent.kind in ("enclitic", "third", "plural")
        and words[agent.rest : adjunct[1]]
        and not _is_tail(text, agent.rest, sentence.last)
    ):
        adjunct = (agent.rest, agent.rest)
    rest = [i for i in range(adjunct[1], sentence.last) if not words[i].is_mark]
    cue = (words[at].start, words[at + size - 1].end)
    relative = bool(rest) and "relative" in kinds_at(text, rest[0], sentence.last)
    if rest and not relative and (not lead or words[at - 1].text in ",." or len(lead) <= _SHORT_LEAD):
        if lead and not _is_joint_only(text, lead) and words[at - 1].text == "," and len(lead) > _SHORT_LEAD:
            begin, end = lead[0], sentence.last
        else:
            begin, end = rest[0], content_end(text, rest[0], sentence.last)
    elif own and not rest and not lead and sentence.last - agent.rest > _SHORTEST_CLAUSE:
        adjunct = (agent.rest, agent.rest)
        begin, end = agent.rest, content_end(text, agent.rest, sentence.last)
    elif lead and (not rest or relative):
        begin, end = lead[0], closed_after(text, lead[-1]) + 1
    else:
        return None
    if any(d.start < words[end - 1].end and words[begin].start < d.end for d in taken):
        return None
    start, stop = trim(text.view.shadow, words[begin].start, words[end - 1].end)
    form: Form = "mixed" if any(text.quote_of[i] >= 0 for i in range(begin, end)) else "indirect"
    return Draft(start, stop, form, number, "according", report, cue, agent, adjunct)


def _reports_on(text: Text, sentence: Sentence, agent: Agent) -> bool:
    """Whether somebody named behind an agent and its comma says something ("Menurut Kabar, Siti mengatakan S")."""
    at = agent.rest + 1
    named = at < sentence.last and text.words[agent.rest].text == "," and at in text.in_person
    return named and any(c.reading("subject") for c in text.cues_between(at, min(at + _SCENE, sentence.last)))


def _readings(text: Text, index: int) -> tuple[Report, ...]:
    found = text.lexicon.verbs.at(text.words, index, len(text.words))
    return found[0] if found else ()


def _only_name(text: Text, agent: Agent, last: int) -> Agent:
    """The agent cut behind its name where a clause follows without a comma ("Menurut Siti Rahma air itu kotor")."""
    words = text.words
    if agent.kind != "noun" or len(agent.pieces) > 1 or (agent.rest < last and words[agent.rest].text == ","):
        return agent
    begin, end = agent.pieces[0]
    stop = begin + 1
    while stop < end and (stop in text.in_name or words[stop].is_name):
        stop += 1
    if begin not in text.name_starts or stop == end or words[stop].is_mark or last - stop < _SHORTEST_CLAUSE:
        return agent
    return Agent("noun", ((begin, stop),), stop)


def is_set_off(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether a comma stands before the cue, or a comma and "demikian": what is said is the clause before."""
    before = index - 1
    if before > sentence.first and "as-cue" in kinds_at(text, before, index):
        before -= 1
        spoken = text.quote_of[before] >= 0 or text.words[before].is_mark
        if not spoken and any(reading.order == "passive" for reading in _readings(text, index)):
            return True
    return before > sentence.first and text.words[before].text == ","

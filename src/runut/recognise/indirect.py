"""Speech reported without quotation marks, or with only some of its words quoted."""

from runut.recognise.agents import Agent, adjuncts_end, agent_after, agent_before
from runut.recognise.clauses import Sentence, Text, kinds_at
from runut.recognise.cues import CueHit, Report
from runut.recognise.direct import Draft, trim

_SHORT_LEAD = 3
"""Words that may stand before an inserted cue without being part of what is said ("Namun, kata Siti, …")."""


def indirect_drafts(text: Text, number: int, taken: list[Draft]) -> list[Draft]:
    """Drafts of the indirect statements of sentence `number`; `taken` are its direct ones."""
    sentence = text.sentences[number]
    found: list[Draft] = []
    for draft in _by_noun(text, number, sentence, taken):
        _add(found, draft)
    for hit in text.cues_of(sentence):
        if any(d.cue and d.cue[0] <= hit.start < d.cue[1] for d in taken + found):
            continue
        draft = _by_cue(text, number, sentence, hit, taken, found)
        if draft:
            _add(found, draft)
    return sorted(found, key=lambda draft: draft.start)


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
        draft = _inserted(text, number, sentence, hit, report, taken)
        if draft:
            return draft
    report = hit.reading("passive")
    if report and _is_set_off(text, sentence, hit.index):
        return _inserted(text, number, sentence, hit, report, taken)
    if report:
        return _passive(text, number, sentence, hit, report, taken)
    report = hit.reading("subject", "both")
    if report and report.frame not in ("quote", "none"):
        return _reported(text, number, sentence, hit, report, taken, found)
    return None


def _is_set_off(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether a comma stands before the cue, or a comma and "demikian": what is said is the clause before."""
    before = index - 1
    if before > sentence.first and "as-cue" in kinds_at(text, before, index):
        before -= 1
    return before > sentence.first and text.words[before].text == ","


def _reported(
    text: Text, number: int, sentence: Sentence, hit: CueHit, report: Report, taken: list[Draft], found: list[Draft]
) -> Draft | None:
    """`X mengatakan (bahwa) S`."""
    words = text.words
    first = _left_limit(text, sentence, hit.index, taken)
    agent = agent_before(text, hit.index, first)
    if agent.negated and report.polarity not in ("deny", "confirm", "hedge") and report.lemma != "ingin":
        return None
    if agent.kind in ("none", "same"):
        earlier = [d for d in taken + found if d.agent and d.start < hit.start]
        if agent.kind == "none" and not earlier:
            return None
        agent = Agent("same", (), agent.rest, agent.negated)
        if not earlier:
            subject = _sentence_subject(text, sentence, hit.index)
            if not subject:
                return None
            agent = subject
    elif agent.kind in ("noun", "relative") and not can_speak(text, agent, report):
        if report.frame != "clause" or agent.kind == "relative" or _is_lead(text, agent):
            return None
    begin = hit.index + hit.size
    end = _content_end(text, begin, sentence.last)
    begin, adjunct, that = _content_begin(text, begin, end)
    if report.frame == "that" and not that:
        return None
    if report.frame == "action" and not any("purpose" in kinds_at(text, i, end) for i in range(begin, end)):
        return None
    if end - begin < 2 and not (begin < end and text.quote_of[begin] >= 0):
        return None
    setting = text.lexicon.settings.at(words, begin, end)
    if setting and setting[0] == "topic":
        return None
    if any(d.start < words[end - 1].end and words[begin].start < d.end for d in taken):
        return None
    start, stop = trim(text.view.shadow, words[begin].start, words[end - 1].end)
    form = (
        "mixed"
        if any(text.quote_of[i] >= 0 for i in range(begin, end)) or _single_quoted(text, begin, end)
        else "indirect"
    )
    return Draft(start, stop, form, number, "cue-clause", report, (hit.start, hit.end), agent, adjunct)  # type: ignore[arg-type]


def _single_quoted(text: Text, begin: int, end: int) -> bool:
    return any(text.words[i].text in "'‘’" for i in range(begin, end))


def _left_limit(text: Text, sentence: Sentence, index: int, taken: list[Draft]) -> int:
    """The first word that a subject may reach back to: after the last quotation and its cue."""
    limit = sentence.first
    for draft in taken:
        if draft.start < text.words[index].start:
            limit = max(
                limit, text.index_at(draft.end), draft.agent.rest if draft.agent and draft.rule == "quote-cue" else 0
            )
    return min(limit, index)


def _sentence_subject(text: Text, sentence: Sentence, index: int) -> Agent | None:
    """The subject at the head of a sentence, for a cue that shares it ("Zaki datang dan mengaku …")."""
    words = text.words
    at = sentence.first
    found = text.lexicon.pronouns.at(words, at, index)
    if found:
        return Agent(found[0][0], ((at, at + found[1]),), at)  # type: ignore[arg-type]
    while at < index and (words[at].is_mark or "joint" in kinds_at(text, at, index)):
        at += 1
    stop = at
    while stop < index and (words[stop].is_name or words[stop].text in ".-"):
        stop += 1
    return Agent("noun", ((at, stop),), at) if stop > at and words[at].low not in text.lexicon.settings else None


def _is_lead(text: Text, agent: Agent) -> bool:
    """Whether a lower-case phrase is too long or too loose to be a subject."""
    begin, end = agent.pieces[-1]
    return end - begin > 6 or begin in text.in_time or bool(text.lexicon.negation.at(text.words, begin, end))


def can_speak(text: Text, agent: Agent, report: Report) -> bool:
    """Whether a noun phrase may be a speaker: it has a name, or its head is one who speaks."""
    words = text.words
    for begin, end in agent.pieces:
        for at in range(begin, end):
            if words[at].is_name and (at > begin or words[at].low not in text.lexicon.settings):
                return end - begin <= 30
            if text.lexicon.collectives.at(words, at, end) or text.lexicon.anonymous.at(words, at, end):
                return True
            found = text.lexicon.nouns.at(words, at, end)
            if at == begin and found and found[0][0][0] == "document":
                return True
    return False


def _content_begin(text: Text, begin: int, end: int) -> tuple[int, tuple[int, int], bool]:
    """The first word of what is said after a cue, the adjuncts before it, and whether a that-word or mark opens it."""
    at = begin
    that = False
    for probe in range(begin, min(end, begin + 30)):
        kinds = kinds_at(text, probe, end)
        if "that" in kinds and "joint" not in kinds and "conditional" not in kinds:
            reached = adjuncts_end(text, begin, probe) if begin < probe else probe
            if reached >= probe or all(w.is_mark for w in text.words[reached:probe]):
                return probe + 1, (begin, probe), True
            break
        if text.quote_of[probe] >= 0:
            break
    addressee = text.lexicon.settings.at(text.words, at, end)
    if addressee and addressee[0] == "addressee":
        reached = adjuncts_end(text, at, end)
        if reached < end:
            at = reached
    while at < end and (text.words[at].text in ",:" or "that" in kinds_at(text, at, end)):
        that, at = True, at + 1
    return at, (begin, at), that or (at < end and text.quote_of[at] >= 0)


def _content_end(text: Text, begin: int, last: int) -> int:
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
    while end > begin and words[end - 1].is_mark and text.quote_of[end - 1] < 0:
        end -= 1
    return end


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
        return True
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


def _inserted(
    text: Text, number: int, sentence: Sentence, hit: CueHit, report: Report, taken: list[Draft]
) -> Draft | None:
    """`S, kata X.`, `A, kata X, B.`, `Kata X, S.`, `S, katanya.`"""
    words = text.words
    left = _left_limit(text, sentence, hit.index, taken)
    lead = [i for i in range(left, hit.index) if not words[i].is_mark]
    if lead and "as-cue" in kinds_at(text, lead[-1], hit.index) and len(lead) > 1:
        lead.pop()
    if lead and not _is_set_off(text, sentence, hit.index):
        return None
    if report.order == "enclitic":
        agent: Agent | None = Agent("enclitic", (), hit.index + hit.size)
    else:
        agent = agent_after(text, hit.index + hit.size, sentence.last, closed=True)
    if not agent or (agent.kind == "noun" and not can_speak(text, agent, report)):
        return None
    adjunct = (agent.rest, adjuncts_end(text, agent.rest, sentence.last, closed=True))
    if _is_tail(text, agent.rest, sentence.last):
        adjunct = (agent.rest, adjuncts_end(text, agent.rest, sentence.last))
    rest = [i for i in range(adjunct[1], sentence.last) if not words[i].is_mark]
    also = bool(rest) and "also-cue" in kinds_at(text, rest[0], sentence.last)
    cue = (hit.start, hit.end)
    if any(text.quote_of[i] >= 0 for i in rest):
        return None
    if not rest or also:
        if not lead or any(text.quote_of[i] >= 0 for i in lead[:1]):
            return None
        start, end = trim(text.view.shadow, words[lead[0]].start, words[lead[-1]].end)
        return Draft(start, end, "indirect", number, "clause-cue", report, cue, agent, adjunct)
    if words[rest[0] - 1].text != "," and not (lead and agent.kind in ("enclitic", "third", "plural")):
        return None
    if not lead or (len(lead) <= _SHORT_LEAD and _is_joint_only(text, lead)):
        begin, end = rest[0], _content_end(text, rest[0], sentence.last)
    else:
        begin, end = lead[0], sentence.last
    start, stop = trim(text.view.shadow, words[begin].start, words[end - 1].end)
    return Draft(start, stop, "indirect", number, "inserted-cue", report, cue, agent, adjunct)


def _is_joint_only(text: Text, lead: list[int]) -> bool:
    found = text.lexicon.joints.at(text.words, lead[0], lead[-1] + 1)
    return bool(found and found[1] == len(lead))


def _passive(
    text: Text, number: int, sentence: Sentence, hit: CueHit, report: Report, taken: list[Draft]
) -> Draft | None:
    """`Disampaikan X, S.`, `S itu dibantah X.`; without an agent there is no statement."""
    words, after = text.words, hit.index + hit.size
    left = _left_limit(text, sentence, hit.index, taken)
    by = after < sentence.last and "agent" in kinds_at(text, after, sentence.last)
    agent = agent_after(text, after, sentence.last, closed=not by)
    if not agent or (agent.kind == "noun" and not (by or words[agent.pieces[0][0]].is_name)):
        return None
    if agent.kind == "noun" and (not can_speak(text, agent, report) or text.time_at(agent.pieces[0][0])):
        return None
    lead = [i for i in range(left, hit.index) if not words[i].is_mark]
    adjunct = (agent.rest, adjuncts_end(text, agent.rest, sentence.last, closed=not lead))
    cue = (hit.start, hit.end)
    if not lead:
        begin = adjunct[1]
        if begin >= sentence.last or words[begin].text != ",":
            return None
        end = _content_end(text, begin + 1, sentence.last)
        if end <= begin + 1:
            return None
        start, stop = trim(text.view.shadow, words[begin + 1].start, words[end - 1].end)
        return Draft(start, stop, "indirect", number, "passive-clause", report, cue, agent, adjunct)
    return _passive_subject(text, number, lead, hit, report, agent, adjunct) if by else None


def _passive_subject(
    text: Text, number: int, lead: list[int], hit: CueHit, report: Report, agent: Agent, adjunct: tuple[int, int]
) -> Draft | None:
    """`Penangkapan itu dibenarkan oleh X`: the subject is what is said, unless it only points back ("hal itu")."""
    words = text.words
    begin, end = lead[0], lead[-1] + 1
    for at in range(lead[-1], lead[0] - 1, -1):
        if words[at].text == "," or "joint" in kinds_at(text, at, end):
            begin = at + 1
            break
    while end > begin and "filler" in kinds_at(text, end - 1, end):
        end -= 1
    noun = text.lexicon.nouns.at(words, begin, end) if begin < end else None
    if end - begin < 2 or (noun and any(kind == "anaphor" for kind, _ in noun[0])):
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


def _is_proper(text: Text, agent: Agent) -> bool:
    return agent.kind in ("third", "plural", "enclitic") or (
        bool(agent.pieces) and all(text.words[i].is_name for i in range(*agent.pieces[0]))
    )


def _by_noun(text: Text, number: int, sentence: Sentence, taken: list[Draft]) -> list[Draft]:
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


def _according(
    text: Text, number: int, sentence: Sentence, place: tuple[int, int], kind: str, report: Report, taken: list[Draft]
) -> Draft | None:
    words, (at, size) = text.words, place
    left = _left_limit(text, sentence, at, taken)
    lead = [i for i in range(left, at) if not words[i].is_mark]
    own = kind == "according-own"
    agent = Agent("enclitic", (), at + size) if own else agent_after(text, at + size, sentence.last, closed=True)
    if not agent or (agent.kind == "noun" and not can_speak(text, agent, report)):
        return None
    if kind == "according-first" and (lead or not _is_proper(text, agent)):
        return None
    adjunct = (agent.rest, adjuncts_end(text, agent.rest, sentence.last, closed=True))
    rest = [i for i in range(adjunct[1], sentence.last) if not words[i].is_mark]
    cue = (words[at].start, words[at + size - 1].end)
    relative = bool(rest) and "relative" in kinds_at(text, rest[0], sentence.last)
    if rest and not relative and (not lead or words[at - 1].text in ",." or len(lead) <= _SHORT_LEAD):
        if lead and not _is_joint_only(text, lead) and words[at - 1].text == "," and len(lead) > _SHORT_LEAD:
            begin, end = lead[0], sentence.last
        else:
            begin, end = rest[0], _content_end(text, rest[0], sentence.last)
    elif lead and (not rest or relative):
        begin, end = lead[0], lead[-1] + 1
    else:
        return None
    if any(d.start < words[end - 1].end and words[begin].start < d.end for d in taken):
        return None
    start, stop = trim(text.view.shadow, words[begin].start, words[end - 1].end)
    form = "mixed" if any(text.quote_of[i] >= 0 for i in range(begin, end)) else "indirect"
    return Draft(start, stop, form, number, "according", report, cue, agent, adjunct)  # type: ignore[arg-type]

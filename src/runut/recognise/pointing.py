"""Sentences that go back to what was said before them and tell by whom, when and where it was said.

"Hal itu disampaikan Siti di Ambon, Kamis (4/3)." says nothing new: its speaker and its circumstances belong to the
statement before. "Hal senada disampaikan Hasan." brings Hasan into focus, and tells nothing of that statement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from runut.recognise.agents import Agent, agent_after, agent_before
from runut.recognise.clauses import Sentence, Text, kinds_at
from runut.recognise.contents import can_speak
from runut.recognise.cues import CueHit, Report
from runut.recognise.direct import Draft, trim
from runut.recognise.phrases import adjuncts_end

_LEAD = 4
"""Words that may stand before what points back: a joint, an adverb and a comma."""
_POINTS = ("anaphor", "likewise")
_STANCES = ("deny", "accuse")
"""What somebody says against the statement before is a statement of its own ("Hal itu dibantah X")."""
_SHORTEST = 5
"""Words of the shortest sentence that is taken for what was said."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """A sentence that points back: its number, its verb, who spoke, and its adjuncts as words.

    `likewise`: somebody else said much the same, so that nothing here belongs to the statement before.
    """

    sentence: int
    cue: CueHit
    report: Report
    agent: Agent | None
    adjunct: tuple[int, int]
    likewise: bool


def find_pointings(text: Text) -> dict[int, Pointing]:
    """The sentences of a text that point back, by their numbers."""
    found = {}
    for number, sentence in enumerate(text.sentences):
        pointing = _passive(text, number, sentence) or _active(text, number, sentence)
        if pointing:
            found[number] = pointing
    return found


def told_of(text: Text, pointings: Mapping[int, Pointing]) -> dict[int, Pointing]:
    """For each sentence that a pointing one tells of, by its number, what it tells: the sentence just before it.

    A sentence that opens its paragraph tells of the last one of the paragraph before.
    """
    found = {}
    for number, pointing in pointings.items():
        if number and not pointing.likewise and pointing.report.polarity not in _STANCES:
            before, here = text.sentences[number - 1], text.sentences[number]
            if here.paragraph - before.paragraph <= 1:
                found[number - 1] = pointing
    return found


def pointed_drafts(text: Text, told: Mapping[int, Pointing], taken: Sequence[Draft]) -> list[Draft]:
    """Drafts with whom a sentence behind them tells to have said them.

    A quotation without a cue gets its speaker ("“S.” Hal itu disampaikan X."); a sentence in which nobody speaks is
    what was said ("S. Hal itu disampaikan X.").
    """
    speaking = {number: one for number, one in told.items() if one.agent and one.agent.kind in ("noun", "third")}
    drafts = [
        replace(draft, agent=speaking[draft.sentence].agent)
        if draft.rule == "quote-alone" and draft.sentence in speaking
        else draft
        for draft in taken
    ]
    spoken = {draft.sentence for draft in taken}
    for number, pointing in speaking.items():
        sentence = text.sentences[number]
        passive = pointing.report.order in ("passive", "told")
        if passive and number not in spoken and _can_be_said(text, sentence):
            start, end = trim(text.view.shadow, sentence.start, sentence.end)
            place = (pointing.cue.start, pointing.cue.end)
            report, agent = pointing.report, pointing.agent
            drafts.append(Draft(start, end, "indirect", number, "points-back", report, place, agent))
    return drafts


def _can_be_said(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence is a plain one of some length: no quotation, no question, no cue of its own."""
    words = text.words[sentence.first : sentence.last]
    quoted = any(text.quote_of[i] >= 0 for i in range(sentence.first, sentence.last))
    return len(words) >= _SHORTEST and words[-1].text in ".!" and not quoted and not text.cues_of(sentence)


def _passive(text: Text, number: int, sentence: Sentence) -> Pointing | None:
    """`Hal itu disampaikan X di Ambon.`, `The remarks were made by X on Monday.`."""
    at = _behind_lead(text, sentence)
    noun = text.lexicon.nouns.at(text.words, at, sentence.last)
    kind = next((kind for kind, _ in noun[0] if kind in _POINTS), None) if noun else None
    if not noun or not kind or text.quote_of[at] >= 0:
        return None
    at += noun[1]
    hit = _verb(text, at, sentence.last)
    while not hit and kinds_at(text, at, sentence.last) & {"filler", "modal"}:
        at += 1
        hit = _verb(text, at, sentence.last)
    report = hit.reading("passive", "told") if hit else None
    if not hit or not report:
        return None
    after = at + hit.size
    agent = agent_after(text, after, sentence.last)
    if agent and agent.kind == "noun" and not can_speak(text, agent, report):
        agent = None
    rest = agent.rest if agent else after
    adjunct = (rest, adjuncts_end(text, rest, sentence.last))
    if adjunct[1] < sentence.last and "that" in kinds_at(text, adjunct[1], sentence.last):
        return None
    return Pointing(number, hit, report, agent, adjunct, kind == "likewise")


def _active(text: Text, number: int, sentence: Sentence) -> Pointing | None:
    """`Siti menyampaikan hal itu di Ambon.`, `She made the remarks on Monday.`, `She was speaking to reporters.`."""
    lead = _behind_lead(text, sentence)
    for at in range(lead, sentence.last):
        hit = _verb(text, at, sentence.last) if text.quote_of[at] < 0 else None
        report = hit.reading("subject", "both", "telling", "alone") if hit else None
        if not hit or not report or report.polarity in _STANCES:
            continue
        rest = at + hit.size
        noun = text.lexicon.nouns.at(text.words, rest, sentence.last)
        opens = "that" in kinds_at(text, rest, sentence.last)
        if noun and not opens and any(kind == "anaphor" for kind, _ in noun[0]):
            rest += noun[1]
        elif report.order != "alone":
            continue
        agent, end = agent_before(text, at, sentence.first), adjuncts_end(text, rest, sentence.last)
        if agent.kind not in ("noun", "third") or agent.rest > lead or agent.unreal or agent.negated:
            return None
        if agent.kind == "noun" and not can_speak(text, agent, report):
            return None
        alone = all(word.is_mark for word in text.words[end : sentence.last])
        return Pointing(number, hit, report, agent, (rest, end), False) if alone else None
    return None


def _verb(text: Text, at: int, end: int) -> CueHit | None:
    """The verb of speech, or of making what was said, at a word."""
    if at >= end:
        return None
    told, cue = text.lexicon.telling.at(text.words, at, end), text.lexicon.verbs.at(text.words, at, end)
    readings = (*(told[0] if told else ()), *(cue[0] if cue else ()))
    size = told[1] if told else cue[1] if cue else 0
    return CueHit(at, size, text.words[at].start, text.words[at + size - 1].end, readings) if size else None


def _behind_lead(text: Text, sentence: Sentence) -> int:
    """The first word of a sentence behind joints and adverbs at its head."""
    at = sentence.first
    while at < min(sentence.last, sentence.first + _LEAD):
        found = text.lexicon.joints.at(text.words, at, sentence.last)
        if found and found[0] & {"joint", "adverb", "filler"}:
            at += found[1]
        elif text.words[at].is_mark:
            at += 1
        else:
            break
    return at

"""Words of one speaker inside the words of another: `"Presiden mengatakan, 'Kami siap'," kata Siti`."""

from runut.recognise.agents import Agent, agent_before
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.contents import can_speak, content_begin
from runut.recognise.cues import CueHit, Report
from runut.recognise.direct import Draft, trim

_SINGLE = frozenset("'‘’")
_LONG_ENOUGH = 3
"""Words that an inner quotation must have to be speech and no name or scare quote."""
_LONGEST_SPEAKER = 6
"""Words that the phrase for somebody who speaks inside a quotation may have."""
_SHORTEST_CLAUSE = 4
"""Words of the shortest clause that somebody inside a quotation is taken to have said."""


def nested_drafts(text: Text, number: int) -> list[Draft]:
    """Drafts of what others say inside the quotations of sentence `number`: in single marks, or as a clause."""
    sentence = text.sentences[number]
    drafts: list[Draft] = []
    for hit in text.cues_between(sentence.first, sentence.last):
        if text.quote_of[hit.index] < 0:
            continue
        report = hit.reading("subject", "both")
        if not report:
            continue
        opening = hit.index + hit.size
        if opening < sentence.last and text.words[opening].text in ",:":
            opening += 1
        closing = _closing(text, opening, sentence.last)
        if not closing:
            draft = _clause(text, number, hit, report)
            drafts += [draft] if draft else []
            continue
        quote = text.quotes[text.quote_of[hit.index]]
        agent = agent_before(text, hit.index, text.index_at(quote.start))
        if agent.kind in ("none", "same", "relative"):
            continue
        start, end = trim(text.view.shadow, text.words[opening].end, text.words[closing].start)
        if start < end:
            drafts.append(Draft(start, end, "direct", number, "quote-in-quote", report, (hit.start, hit.end), agent))
    return drafts


def _clause(text: Text, number: int, hit: CueHit, report: Report) -> Draft | None:
    """What somebody else than the one quoted says in a clause: `"Polisi mengatakan (bahwa) S," kata Siti`."""
    if report.frame != "clause" or report.order != "subject":
        return None
    words, quote = text.words, text.quotes[text.quote_of[hit.index]]
    first, last = text.index_at(quote.start), text.index_at(quote.end)
    start = next((i + 1 for i in range(hit.index - 1, first - 1, -1) if words[i].text in ".?!;"), first)
    end = next((i for i in range(hit.index, last) if words[i].text in ".?!;…" and not text.is_decimal(i)), last)
    agent = agent_before(text, hit.index, start)
    if agent.kind != "noun" or agent.negated or agent.unreal or not can_speak(text, agent, report):
        return None
    after = hit.index + hit.size
    begin, adjunct, _ = content_begin(text, after, end)
    that = any("that" in kinds_at(text, i, end) for i in range(after, begin))
    if (
        not that
        or not _is_somebody(text, agent)
        or end - begin < _SHORTEST_CLAUSE
        or "empty" in kinds_at(text, begin, end)
    ):
        return None
    begun, ended = trim(text.view.shadow, words[begin].start, words[end - 1].end)
    place = (hit.start, hit.end)
    return Draft(begun, ended, "indirect", number, "clause-in-quote", report, place, agent, adjunct)


def _is_somebody(text: Text, agent: Agent) -> bool:
    """Whether a phrase is short and begins with a name, a title, a role or a group."""
    begin, end = agent.pieces[-1]
    lexicon, words = text.lexicon, text.words
    tables = (lexicon.titles, lexicon.roles, lexicon.collectives, lexicon.anonymous)
    head = words[begin].is_name and begin in text.name_starts
    return end - begin <= _LONGEST_SPEAKER and (head or any(table.at(words, begin, end) for table in tables))


def _closing(text: Text, opening: int, end: int) -> int:
    """The index of the single mark that closes the one at word `opening`, or 0."""
    if opening >= end or text.words[opening].text not in _SINGLE:
        return 0
    for at in range(opening + 1, end):
        if text.words[at].text in _SINGLE and text.quote_of[at] == text.quote_of[opening]:
            return at if at - opening > _LONG_ENOUGH else 0
    return 0

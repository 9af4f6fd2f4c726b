"""Words of one speaker quoted inside the words of another: `"Presiden mengatakan, 'Kami siap'," kata Siti`."""

from runut.recognise.agents import agent_before
from runut.recognise.clauses import Text
from runut.recognise.direct import Draft, trim

_SINGLE = frozenset("'‘’")
_LONG_ENOUGH = 3
"""Words that an inner quotation must have to be speech and no name or scare quote."""


def nested_drafts(text: Text, number: int) -> list[Draft]:
    """Drafts of the quotations in single marks after a cue inside the quotations of sentence `number`."""
    sentence = text.sentences[number]
    drafts: list[Draft] = []
    for hit in text.cues:
        if not sentence.first <= hit.index < sentence.last or text.quote_of[hit.index] < 0:
            continue
        report = hit.reading("subject", "both")
        if not report:
            continue
        opening = hit.index + hit.size
        if opening < sentence.last and text.words[opening].text in ",:":
            opening += 1
        closing = _closing(text, opening, sentence.last)
        if not closing:
            continue
        quote = text.quotes[text.quote_of[hit.index]]
        agent = agent_before(text, hit.index, text.index_at(quote.start))
        if agent.kind in ("none", "same", "relative"):
            continue
        start, end = trim(text.view.shadow, text.words[opening].end, text.words[closing].start)
        if start < end:
            drafts.append(Draft(start, end, "direct", number, "quote-in-quote", report, (hit.start, hit.end), agent))
    return drafts


def _closing(text: Text, opening: int, end: int) -> int:
    """The index of the single mark that closes the one at word `opening`, or 0."""
    if opening >= end or text.words[opening].text not in _SINGLE:
        return 0
    for at in range(opening + 1, end):
        if text.words[at].text in _SINGLE and text.quote_of[at] == text.quote_of[opening]:
            return at if at - opening > _LONG_ENOUGH else 0
    return 0

"""A speaker and a cue after what they said: "Prices are falling, analysts said on Monday."."""

from runut.recognise.agents import agent_before
from runut.recognise.clauses import Sentence, Text
from runut.recognise.contents import left_limit
from runut.recognise.cues import CueHit
from runut.recognise.direct import Draft, trim
from runut.recognise.phrases import adjuncts_end

_SHORTEST = 3
"""Words of the shortest clause that is taken for what was said; fewer are an adverbial ("In Ambon, he said")."""
_SPEAKERS = ("noun", "third", "plural", "own")


def closing(text: Text, number: int, sentence: Sentence, hit: CueHit, taken: list[Draft]) -> Draft | None:
    """`S, X said.` and `A, X said, B.` for cues that may stand before and after their speaker."""
    words = text.words
    report = hit.reading("both")
    left = left_limit(text, sentence, hit.index, taken)
    comma = next((i for i in range(hit.index - 1, left, -1) if words[i].text == "," and text.quote_of[i] < 0), left)
    lead = [i for i in range(left, comma) if not words[i].is_mark]
    if not report or report.frame != "clause" or len(lead) < _SHORTEST or text.quote_of[lead[0]] >= 0:
        return None
    agent = agent_before(text, hit.index, comma + 1)
    if agent.kind not in _SPEAKERS or agent.rest != comma + 1:
        return None
    after = hit.index + hit.size
    reached = adjuncts_end(text, after, sentence.last)
    rest = [i for i in range(reached, sentence.last) if not words[i].is_mark]
    if rest and (words[reached].text != "," or any(text.quote_of[i] >= 0 for i in rest)):
        return None
    last = rest[-1] if rest else lead[-1]
    start, end = trim(text.view.shadow, words[lead[0]].start, words[last].end)
    form = "mixed" if any(text.quote_of[i] >= 0 for i in lead) else "indirect"
    return Draft(start, end, form, number, "clause-speaker", report, (hit.start, hit.end), agent, (after, reached))  # type: ignore[arg-type]

"""Quotations and trees together: where a quoted content ends, and who speaks in a quotation that a colon introduces."""

from bisect import bisect_left
from collections.abc import Sequence

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.direct import Draft, trim
from runut.recognise.parsed import Tree
from runut.recognise.parsed_agents import phrase_agent
from runut.text.quotes import Quote

_SHORTEST = 4
"""Words of the shortest quotation that is taken for speech without a cue, or that ends the content it stands in."""
_LIST = 3
"""Words after a quotation within which another one makes them a list ("A," "B," and "C")."""


def fit_quotes(text: Text, start: int, end: int, cue: tuple[int, int]) -> tuple[int, int, bool]:
    """A content fitted to its quotations, and whether it is one quotation and nothing else.

    A content that ends inside a quotation is led to its end; one that goes on after a quotation that closes with a
    comma or full stop inside its marks ends there: what follows is the reporter's.
    """
    for quote in _quotes_in(text, start, end):
        if quote.outer_start < cue[1] <= quote.end:
            continue
        if quote.outer_end >= end:
            end = max(end, quote.outer_end)
        elif quote.outer_end <= cue[0]:
            continue
        elif _closes_clause(text, quote) and not _goes_on(text, quote, end) and not _joined_on(text, quote):
            end = quote.outer_end
            break
    opening = next((q for q in _quotes_in(text, start, end) if q.outer_start <= start), None)
    if opening is None or start > opening.start:
        return start, end, False
    if opening.end <= end <= opening.outer_end:
        return opening.start, min(end, opening.end), True
    return (opening.outer_start if opening.end < end else start), end, False


def introduced_drafts(text: Text, number: int, tree: Tree, taken: Sequence[Draft]) -> list[Draft]:
    """Drafts of quotations after a colon without a cue: `Siti was blunt: "S"`, `Siti: "S"`."""
    drafts = []
    for q in text.quotes_of(text.sentences[number]):
        quote = text.quotes[q]
        at = text.index_at(quote.outer_start)
        colon = at > text.sentences[number].first and text.words[at - 1].text == ":"
        if not (quote.opened and colon) or len(text.view.shadow[quote.start : quote.end].split()) < _SHORTEST:
            continue
        start, end = trim(text.view.shadow, quote.start, quote.end)
        if any(d.start < end and start < d.end for d in taken):
            continue
        agent = _introducer(text, tree, text.words[at - 1].start)
        if agent:
            drafts.append(Draft(start, end, "direct", number, "colon-quote", agent=agent, quote=q))
    return drafts


def _introducer(text: Text, tree: Tree, before: int) -> Agent | None:
    """The last subject before an offset that no clause inside another owns, or all there is, or whose it is ("His
    answer: “S”").
    """
    inside = [i for i, node in enumerate(tree) if node.start < before]
    subjects = [i for i in inside if tree[i].dep in ("nsubj", "nsubjpass") and _is_main(tree, tree[i].head)]
    if subjects:
        return phrase_agent(text, tree, subjects[-1], False)
    tops = [i for i in inside if tree[i].head < 0 or tree[tree[i].head].start > before]
    names = [c for i in tops for c in tree[i].children if tree[c].dep == "poss" and c in inside]
    names = names or [i for i in tops if tree[i].pos == "PROPN"]
    return phrase_agent(text, tree, names[0], False) if names else None


def _is_main(tree: Tree, index: int) -> bool:
    return index >= 0 and tree[index].dep in ("ROOT", "conj", "ccomp", "parataxis", "advcl")


def _quotes_in(text: Text, start: int, end: int) -> list[Quote]:
    first = bisect_left(text.quotes, start, key=lambda quote: quote.outer_start)
    found = []
    for quote in text.quotes[max(0, first - 1) :]:
        if quote.outer_start >= end:
            break
        if quote.whole and start < quote.outer_end:
            found.append(quote)
    return found


def _closes_clause(text: Text, quote: Quote) -> bool:
    inside = text.view.shadow[quote.start : quote.end].rstrip("'’ ")
    return inside[-1:] in tuple(",.") and len(inside.split()) >= _SHORTEST


def _joined_on(text: Text, quote: Quote) -> bool:
    """Whether a word that joins clauses or denies follows a quotation (`“beat him fairly,” not by a trick`); what is
    granted against it ("though") is the reporter's.
    """
    at = text.index_at(quote.outer_end)
    kinds = kinds_at(text, at, len(text.words))
    denies = text.lexicon.negation.at(text.words, at, len(text.words))
    return ("joint" in kinds and "ground" not in kinds) or bool(denies)


def _goes_on(text: Text, quote: Quote, end: int) -> bool:
    after = text.index_at(quote.outer_end)
    near = range(after, min(after + _LIST, len(text.words)))
    return any(text.quote_of[i] >= 0 and text.words[i].start < end for i in near)

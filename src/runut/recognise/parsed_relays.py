"""Reports of a report: `X said S, Reuters reported` is what X said, and came through Reuters."""

from collections.abc import Sequence

from runut.recognise.clauses import Text
from runut.recognise.credits import media_phrase
from runut.recognise.direct import Draft


def without_relays(text: Text, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts but those of a medium that only passes on what somebody named inside them says."""
    return [draft for draft in drafts if not any(_passes_on(text, draft, other) for other in drafts)]


def _passes_on(text: Text, outer: Draft, inner: Draft) -> bool:
    """Whether a medium's content is `X said S`: a speaker and a cue of its own, and little else but what is said."""
    if not (outer.agent and outer.agent.pieces and inner.agent and inner.agent.kind == "noun" and inner.cue):
        return False
    if outer is inner or not outer.start <= inner.cue[0] < outer.end or not outer.start <= inner.start < outer.end:
        return False
    speaker = text.words[inner.agent.pieces[0][0]].start
    edge = inner.end >= outer.end or inner.start <= outer.start
    return edge and outer.start <= speaker < outer.end and bool(media_phrase(text, *outer.agent.pieces[-1]))

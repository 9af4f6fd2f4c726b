"""Every rule that comparing gives as a reason, with the values it fills in and the spans it rests on.

`present/` holds a sentence for each in each interface language; a rule missing there fails a test, and so does a reason
whose rule is missing here.
"""

from collections.abc import Iterable, Sequence

from runut.records.notes import Reason
from runut.records.spans import Span

RULES: dict[str, str] = {
    # Relations of two statements: spans are the left's and the right's content, or the words that differ.
    "renders-same": "two renderings of one utterance; values: share of words in common in percent",
    "same-meaning": "words differ, meaning agrees by the embedder; values: cosine in hundredths",
    "holds-less": "the left says a part of what the right says; values: share of the right's words, percent",
    "binds-more": "the left's word is stronger on a scale; values: left's word, right's word, scale",
    "binds-less": "the left's word is weaker on a scale; values: left's word, right's word, scale",
    "denies": "one denies what the other asserts; values: the denying words",
    "judged-same": "a person judged them the same; values: who, when",
    # Origins: spans are the words on the pages that show it.
    "one-rendering": "only one article has it; values: its outlet",
    "shared-agency": "several outlets credit one agency; values: the agency, the outlets",
    "shared-text": "the outlets share the text around it; values: the outlets, share of common text in percent",
    "shared-garble": "two outlets share a rare slip, so one copied; values: the outlets, the odd words",
    "shared-owner": "outlets of one owner; values: the owner, the outlets",
    "shared-outlet": "several articles of one outlet; values: the outlet, how many",
    "names-other": "an outlet names another as where it has it from; values: the outlet, the other",
    "one-occasion": "all report one speaker on one occasion: that it is so has one source; values: the speaker",
    "apart-occasions": "told on separate occasions; values: the speaker, the occasions or addressees",
    "many-speakers": "different speakers assert it; values: their names",
    "one-body": "the speakers belong to one body; values: their names",
    "unknown-way": "nothing says how these outlets have it: counted from none to one each; values: the outlets",
    "witnesses": "who reports having heard it; values: their names",
    # Gains and dropped.
    "same-words-named": "the unnamed speaker's words are those of the named one; values: unnamed, named",
    "role-fits": "the unnamed description fits the named speaker's role; values: description, role",
    # Gaps: what no article of the story says.
    "gap-speaker": "no article names the speaker; values: the description, how many statements",
    "gap-when-said": "no article says when this was said; values: the speaker",
    "gap-event-date": "no article dates this event",
    "gap-original": "an agency is credited, but its own report is not among the articles; values: the agency",
    "gap-published": "no publication date; values: the outlet or file",
    "gap-single": "everything rests on one source; values: the source",
}


def reason(rule: str, values: Iterable[str] = (), spans: Sequence[Span] = ()) -> Reason:
    """A reason by one of the rules above; spans without repeats, in the order of articles and offsets.

    Raises:
        KeyError: there is no such rule.
    """
    if rule not in RULES:
        raise KeyError(rule)
    return Reason(rule, tuple(values), tuple(sorted(set(spans))))

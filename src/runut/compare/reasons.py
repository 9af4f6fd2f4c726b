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
    "one-quotation": "one quotation under several names, so one of them said it; values: their names",
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
    # Conflicts: spans are the left's and the right's words (one place twice where a page contradicts itself).
    "weekday-against-date": "the weekday and the date cannot both be right; values: as printed, as read, derivation",
    "no-such-date": "there is no such day; values: as printed, as read or empty, derivation",
    "reads-as": "how the page's own context reads a date that cannot be; values: ISO value, derivation",
    "siblings-date": "other articles name that day without contradiction; values: ISO value, how many",
    "number-differs": "the same quantity with another number; values: left's, right's",
    "count-differs": "counts beside the same other count differ; values: left's, right's, the count both have",
    "whole-called-part": "a count of one thing is the sum of it and another; values: the part's, the sum, the other",
    "toll-differs": "the later article has the lower count; values: state (dead, injured), left's, right's",
    "age-differs": "one person with two ages; values: name, left's years, right's years",
    "elapsed-differs": "another length of time from one event; values: left's, right's",
    "length-differs": "one happening or term with two lengths; values: left's, right's as printed",
    "clocks-out-of-order": "a time told again as after a later one, or before an earlier; values: the two as printed",
    "parts-make-another-sum": "parts do not make the total; values: total as printed, what they make, the parts",
    "date-differs": "one thing with two dates; values: left's, right's as printed, left's, right's as read",
    "said-on-two-days": "the same words said on two days; values: left's, right's as printed",
    "figure-of-two-times": "one exact figure said of two times; values: the figure, left's time, right's time",
    "unit-lost": "a bare number before words that follow percentages elsewhere; values: as printed",
    "clock-differs": "one thing at two times of one day; values: left's, right's as printed",
    "identifier-differs": "a number that names one thing differs in a sign or two; values: left's, right's, of what",
    "name-differs": "another name in the same place of a sentence; values: left's, right's",
    "place-differs": "another place in the same place of a sentence; values: left's, right's",
    "frame-differs": "another place after the same words, in sentences of one deed; values: left's, right's",
    "roles-swapped": "two names are exchanged; values: left's first, right's first",
    "doer-differs": "one speaker's words tell one deed of two doers; values: speaker or empty, left's, right's",
    "role-differs": "one person with two offices that differ in a word; values: name, left's, right's",
    "post-differs": "one person with two ranks or offices that exclude each other; values: name, left's, right's",
    "body-differs": "one office in two bodies whose names differ in a word; values: the office, left's, right's",
    "other-speaker": "the same quoted words, two speakers; values: left's, right's",
    "other-agency": "one quotation credited to two agencies or outlets; values: left's, right's",
    "denied": "one denies what the other affirms; values: the denying words, the affirming words",
    "opposite": "words that exclude each other in one place; values: left's, right's",
    "force-differs": "two steps or more apart on a scale; values: left's word, right's word, scale",
    "repeated-words": "the same words on both sides of a joining word; values: as printed",
    "no-such-year": "a year of five digits; values: as printed",
    "money-of-time": "a mark of currency before a length of time; values: as printed",
    "odd-name": "a name only here, of whose last word the others speak alone; values: as printed, that word",
    "scale-lost": "the word for thousands or millions is missing; values: as printed, the other's",
    "siblings-have": "what other articles have in this place; values: the words",
    "word-replaced": "another word inside one quotation; values: left's, right's",
    "word-left-out": "words in one version of a quotation only; values: the words, where the other version goes on",
    "state-differs": "the same people in two states; values: left's, right's",
    "spelling-differs": "one name spelt in two ways; values: left's, right's",
    "attribute-differs": "a thing with two colours, kinds or brands; values: left's, right's, which property",
    # Agreements: readings that look different and agree; spans are both.
    "since-and-for": "a year and a length of time name one beginning; values: left's, right's, the year",
    "rounded-alike": "one number, rounded in one of them; values: left's, right's",
    "exact-and-vague": "an exact number inside a vague one; values: left's, right's",
    "grew": "the later count is higher: an update; values: left's, right's",
}


def reason(rule: str, values: Iterable[str] = (), spans: Sequence[Span] = ()) -> Reason:
    """A reason by one of the rules above; spans without repeats, in the order of articles and offsets.

    Raises:
        KeyError: there is no such rule.
    """
    if rule not in RULES:
        raise KeyError(rule)
    return Reason(rule, tuple(values), tuple(sorted(set(spans))))

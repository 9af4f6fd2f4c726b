"""Ranges of nodes that are said, and the drafts made of them."""

from collections.abc import Sequence

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text
from runut.recognise.cues import Report
from runut.recognise.direct import Draft, trim
from runut.recognise.parsed import Tree, joint_kinds
from runut.recognise.parsed_extents import FINITE, before_anew
from runut.recognise.parsed_quotes import fit_quotes
from runut.records.statements import Form

Nodes = tuple[int, int]
"""A half-open range of nodes of a tree."""
_OPENED = frozenset(("mark", "dobj"))
_THAT_TAGS = frozenset(("IN", "WDT"))
"""The relations and tags of a that-word that opens what is said; elsewhere it is a part of it ("that was wrong")."""
_WAYS = frozenset(("firsthand", "release", "told"))
"""Classes of provenance that stand for a way of speaking."""
_HYPHEN = "-"
_BEFORE_CLAUSE = frozenset((",", "--", "—", "–"))


def make_draft(
    text: Text, tree: Tree, number: int, content: Nodes, cue: tuple[int, int], report: Report, agent: Agent
) -> Draft | None:
    """The draft of a content in nodes, fitted to its quotations; None where nothing is left of it."""
    content = before_anew(text, tree, before_report(text, number, tree, content), cue[0])
    content = _before_telling(text, tree, content, cue[1])
    left, right = _whole_words(tree, *content)
    opened = left < right and tree[left].dep in _OPENED and tree[left].tag in _THAT_TAGS
    left += opened and "that" in joint_kinds(text, tree, left)
    if left >= right:
        return None
    start, end = trim(text.view.shadow, tree[left].start, tree[right - 1].end)
    if start >= end:
        return None
    start, end, whole = fit_quotes(text, start, end, cue)
    start, end = trim(text.view.shadow, start, end)
    end = start + len(text.view.shadow[start:end].rstrip("-–— "))
    if start >= end:
        return None
    quoted = any(text.quote_of[i] >= 0 for i in range(text.index_at(start), text.index_at(end)))
    form: Form = "direct" if whole else "mixed" if quoted else "indirect"
    return Draft(start, end, form, number, "parsed-clause", report, cue, agent)


def _whole_words(tree: Tree, left: int, right: int) -> Nodes:
    """A range that does not end inside a word with a hyphen: parsers take "co-founded" for three words."""
    while right < len(tree) and tree[right - 1].end == tree[right].start and tree[right].low == _HYPHEN:
        right = max(right + 1, *(tree[n].right for n in range(right, min(right + 2, len(tree)))))
    return left, right


def before_report(text: Text, number: int, tree: Tree, content: Nodes) -> Nodes:
    """A content without a last clause behind a comma that reports in its turn (`S, while Y said T`) or credits."""
    left, right = content
    cues = {hit.start for hit in text.cues_of(text.sentences[number])}
    for i in range(left + 1, right - 1):
        if tree[i].low not in _BEFORE_CLAUSE:
            continue
        if _goes_by(text, tree, i + 1, right) or _likens(text, tree, i + 1):
            return left, i
        verb = next((n for n in range(i + 1, right) if tree[n].left == i + 1 and tree[n].right >= right - 1), None)
        if verb is None or tree[verb].start not in cues or tree[verb].dep != "advcl":
            continue
        named = any(tree[c].dep == "nsubj" for c in tree[verb].children)
        if (named and "conditional" not in joint_kinds(text, tree, i + 1)) or _credits(text, tree, i + 1):
            return left, i
    return content


def _before_telling(text: Text, tree: Tree, content: Nodes, cue: int) -> Nodes:
    """A content behind a cue without a phrase at its end that tells how it was said (`said S in an interview`)."""
    left, right = content
    if left >= right or tree[left].start < cue:
        return content
    for i in range(left + 1, right - 1):
        if tree[i].dep == "prep" and tree[i].left == i and tree[i].right >= right - 1 and _tells_how(text, tree, i):
            return left, i
    return content


def _tells_how(text: Text, tree: Tree, index: int) -> bool:
    """Whether a preposition and the words behind it are an interview, a release or a post in which one speaks."""
    at = text.index_at(tree[index].start)
    if at >= len(text.words) or text.quote_of[at] >= 0:
        return False
    found = text.lexicon.credits.at(text.words, at, len(text.words))
    behind = text.lexicon.credits.at(text.words, at + 1, len(text.words))
    alone = bool(found and any(c.place == "alone" and c.of in _WAYS for c in found[0]))
    return alone or bool(behind and behind[1] > 1 and any(c.of in _WAYS for c in behind[0]))


def _goes_by(text: Text, tree: Tree, index: int, right: int) -> bool:
    """Whether from a node to the end of a content it is told by whom it goes (`S, according to Y`)."""
    at = text.index_at(tree[index].start)
    found = text.lexicon.nouns.at(text.words, at, len(text.words)) if at < len(text.words) else None
    return bool(found and found[0][0][0] == "according") and tree[index].right >= right - 1


def _likens(text: Text, tree: Tree, index: int) -> bool:
    """Whether a clause from a node on tells who does likewise (`S, as have other members`)."""
    after = tree[index + 1] if index + 1 < len(tree) else None
    return bool(after and after.tag in FINITE and "as" in joint_kinds(text, tree, index))


def _credits(text: Text, tree: Tree, index: int) -> bool:
    """Whether a word of provenance that a name must follow stands at a node (`S, citing Y`)."""
    at = text.index_at(tree[index].start)
    found = text.lexicon.credits.at(text.words, at, len(text.words)) if at < len(text.words) else None
    return bool(found and any(c.place == "before" and c.of == "media" and c.strong for c in found[0]))


def hull(tree: Tree, nodes: Sequence[int]) -> Nodes | None:
    """The smallest range that holds the subtrees of `nodes`; None where there are none."""
    if not nodes:
        return None
    return min(tree[n].left for n in nodes), max(tree[n].right for n in nodes)


def strip_that(text: Text, tree: Tree, clause: int) -> Nodes:
    """The subtree of a clause without the that-word and the marks that open it."""
    left, right = tree[clause].left, tree[clause].right
    while left < right - 1 and (
        tree[left].dep == "punct" or (tree[left].dep == "mark" and "that" in joint_kinds(text, tree, left))
    ):
        left += 1
    return left, right


def past_marks(tree: Tree, left: int, right: int) -> Nodes:
    """A range without the marks that open it."""
    while left < right and tree[left].dep == "punct":
        left += 1
    return left, right

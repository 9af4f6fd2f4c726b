"""Ranges of nodes that are said, and the drafts made of them."""

from collections.abc import Sequence

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text
from runut.recognise.cues import Report
from runut.recognise.direct import Draft, trim
from runut.recognise.parsed import Tree, joint_kinds
from runut.recognise.parsed_quotes import fit_quotes
from runut.records.statements import Form

Nodes = tuple[int, int]
"""A half-open range of nodes of a tree."""


def make_draft(
    text: Text, tree: Tree, number: int, content: Nodes, cue: tuple[int, int], report: Report, agent: Agent
) -> Draft | None:
    """The draft of a content in nodes, fitted to its quotations; None where nothing is left of it."""
    left, right = content
    if left >= right:
        return None
    start, end = trim(text.view.shadow, tree[left].start, tree[right - 1].end)
    if start >= end:
        return None
    start, end, whole = fit_quotes(text, start, end, cue)
    start, end = trim(text.view.shadow, start, end)
    if start >= end:
        return None
    quoted = any(text.quote_of[i] >= 0 for i in range(text.index_at(start), text.index_at(end)))
    form: Form = "direct" if whole else "mixed" if quoted else "indirect"
    return Draft(start, end, form, number, "parsed-clause", report, cue, agent)


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

"""What a cue without a complement of its own reports: the clause that it is set into, or that is quoted "as" its words.

A cue between commas is part of no clause, so all that stands around it is said: `If it rains, she said, it floods`.
"""

from runut.recognise.clauses import Text
from runut.recognise.cues import Report
from runut.recognise.parsed import Tree, joint_kinds
from runut.recognise.parsed_contents import Nodes, past_marks, strip_that

_INSERTED = frozenset(("parataxis", "advcl"))
_CLAUSES = frozenset(("ccomp", "xcomp", "dobj"))
_FRAMES = frozenset(("clause", "quote"))
_OUTSIDE = frozenset(("occasion", "means", "addressee"))
"""Kinds of phrases before a cue that tell how it was said and are never said themselves."""


def around(text: Text, tree: Tree, index: int, report: Report) -> Nodes | None:
    """`The risk, he said, is a clash`, `As she noted, S`, `S, X was quoted as saying`: the clause around a cue."""
    node = tree[index]
    if report.frame not in _FRAMES or node.head < 0:
        return None
    if node.dep == "pcomp":
        return _quoted_as(text, tree, index)
    head = tree[node.head]
    subjects = [c for c in node.children if tree[c].dep == "nsubj"]
    complements = [c for c in node.children if tree[c].dep in _CLAUSES]
    opens = any(tree[c].dep == "mark" or tree[c].tag == "WRB" for c in node.children)
    set_off = node.left in (0, head.left) or tree[node.left - 1].low == ","
    if opens and not (set_off and joint_kinds(text, tree, node.left) & {"as", "as-cue"}):
        return None
    if node.dep not in _INSERTED or head.pos != "VERB" or not subjects or complements:
        return None
    left, right = _behind_stop(tree, head.left, node.left), head.right
    if node.left == left:
        return with_front(text, tree, index, past_marks(tree, node.right, right))
    if _only_joins(text, tree, left, node.left):
        return past_marks(tree, node.right, right)
    return left, (node.left if _is_last(text, tree, node.right, right) else right)


def _behind_stop(tree: Tree, left: int, index: int) -> int:
    """Where the words around a cue at a node begin: behind the last semicolon before it, else at `left`."""
    return max((i + 1 for i in range(left, index) if tree[i].low == ";"), default=left)


def _is_last(text: Text, tree: Tree, left: int, right: int) -> bool:
    """Whether nothing that is said stands in a range of nodes: no more than marks, or a credit (`, according to Y`)."""
    left, _ = past_marks(tree, left, right)
    at = text.index_at(tree[left].start) if left < right else len(text.words)
    found = text.lexicon.credits.at(text.words, at, len(text.words)) if at < len(text.words) else None
    return left >= right - 1 or bool(found and any(c.place == "before" for c in found[0]))


def _only_joins(text: Text, tree: Tree, left: int, right: int) -> bool:
    """Whether all that stands before an inserted cue joins sentences and says nothing (`But, she said, S`)."""
    return all(tree[i].dep in ("punct", "cc") or "joint" in joint_kinds(text, tree, i) for i in range(left, right))


def _quoted_as(text: Text, tree: Tree, index: int) -> Nodes | None:
    """The clause before a verb that quotes somebody "as saying" it: `S, X was quoted as saying`."""
    verb = tree[tree[index].head].head
    if verb < 0 or "as-cue" not in joint_kinds(text, tree, tree[index].head):
        return None
    clause = next((c for c in tree[verb].children if c < verb and tree[c].dep == "ccomp"), None)
    return strip_that(text, tree, clause) if clause is not None else None


def with_front(text: Text, tree: Tree, index: int, content: Nodes) -> Nodes:
    """A content after a cue between two commas, with the phrase or clause before the cue that belongs to it."""
    first = index
    subject = next((c for c in tree[index].children if tree[c].dep == "nsubj" and c < index), None)
    if subject is None or content[0] <= index:
        return content
    begin = tree[subject].left
    if begin == 0 or tree[begin - 1].low != "," or "," not in (tree[content[0] - 1].low, tree[content[0]].low):
        return content
    for child in tree[index].children:
        if child < begin and _is_said(text, tree, child):
            first = min(first, tree[child].left)
    return (first, content[1]) if first < index else content


def _is_said(text: Text, tree: Tree, child: int) -> bool:
    """Whether what stands before a cue and its subject is a part of what is said: a clause with its own subject."""
    node = tree[child]
    if node.dep == "advcl":
        return any(tree[c].dep in ("nsubj", "nsubjpass", "expl") for c in node.children)
    at = text.index_at(tree[node.left].start)
    setting = text.lexicon.settings.at(text.words, at, len(text.words)) if at < len(text.words) else None
    return node.dep == "prep" and bool(node.children) and not (setting and setting[0] in _OUTSIDE)

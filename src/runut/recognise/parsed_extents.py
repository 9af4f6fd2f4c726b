"""How far a reported clause reaches: clauses that go on with it, and those in which its speaker speaks anew.

Parsers hang a clause behind a comma now on the verb of speech and now on what is said; the forms of the verbs tell.
"""

from runut.recognise.clauses import Text
from runut.recognise.parsed import Tree, joint_kinds

Nodes = tuple[int, int]
"""A half-open range of nodes of a tree."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Tags of the forms that make a clause of their own."""
_PLAIN, _PAST, _PRESENT, _MODAL = "VB", "VBD", "VBZ", "MD"
"""Tags of forms: plain, past, present of the third person, and words such as "would"."""
_ASIDE = "VBG"
"""The tag of a form that takes its subject from another verb ("arguing")."""
_SET_OFF = frozenset((",", "--", "—", "–", "-"))
_CLOSING = frozenset("\"'”’")
_JOINING = frozenset(("cc", "punct", "advmod"))


def with_rest(text: Text, tree: Tree, index: int, content: Nodes) -> Nodes:
    """A content behind the cue at node `index` with the clause that goes on with it (`said S, and that T`)."""
    if content[0] <= index:
        return content
    for child in tree[index].children:
        if child >= content[1] and tree[child].dep == "conj":
            joined = all(tree[i].dep in _JOINING for i in range(content[1], tree[child].left))
            return (content[0], tree[child].right) if joined and _goes_on(text, tree, index, child) else content
    return content


def _goes_on(text: Text, tree: Tree, index: int, clause: int) -> bool:
    """Whether a clause joined to a cue is said too: it has a that-word, or a form that the cue's own clause has not."""
    children = tree[clause].children
    if any(tree[c].dep == "mark" and "that" in joint_kinds(text, tree, c) for c in children):
        return True
    if text.has_cue(tree[clause].start):
        return False
    helpers = {tree[c].tag for c in children if tree[c].dep == "aux"}
    if not any(tree[c].dep in _SUBJECTS for c in children):
        return tree[clause].tag == _PLAIN != tree[index].tag and not helpers & (FINITE - {_MODAL})
    joined = any("and" in joint_kinds(text, tree, c) for c in tree[index].children if tree[c].dep == "cc")
    ahead = tree[clause].tag == _PRESENT or (joined and _MODAL in helpers)
    return any(tree[c].dep == "expl" for c in children) or (tree[index].tag == _PAST and ahead)


def speaks_anew(text: Text, tree: Tree, index: int) -> int | None:
    """The cue whose speaker speaks again with the verb at node `index`, which the tree hangs on what is said.

    `He said S, arguing that T`, and `He said it is S and added that T`, where the forms of the verbs tell.
    """
    node, head = tree[index], tree[index].head
    if node.dep == "conj" and head >= 0 and tree[head].pos == "NOUN":
        return _verb_of_form(text, tree, index)
    cue = tree[head].head if head >= 0 and tree[head].dep == "ccomp" else -1
    if not 0 <= cue < head < index or not (text.has_cue(tree[cue].start) and text.has_cue(tree[index].start)):
        return None
    deps = {tree[c].dep for c in node.children}
    if deps & _SUBJECTS:
        return None
    if node.dep == "advcl":
        aside = node.tag == _ASIDE and "ccomp" in deps and tree[node.left - 1].low in _SET_OFF
        return cue if aside else None
    return cue if node.dep == "conj" and node.tag == tree[cue].tag and _form(tree, head) not in ("", node.tag) else None


def _verb_of_form(text: Text, tree: Tree, index: int) -> int | None:
    """The cue above a noun that a cue of its form is joined to: no verb goes on with a noun."""
    above = tree[index].head
    while above >= 0 and tree[above].pos != "VERB":
        above = tree[above].head
    like = above >= 0 and tree[above].tag == tree[index].tag and above < index
    own = any(tree[c].dep in _SUBJECTS for c in tree[index].children)
    return above if like and not own and text.has_cue(tree[above].start) and text.has_cue(tree[index].start) else None


def before_anew(text: Text, tree: Tree, content: Nodes, cue: int) -> Nodes:
    """A content without the clause at its end in which the speaker of the cue at offset `cue` speaks again."""
    left, right = content
    for index in range(left + 1, right):
        outer = speaks_anew(text, tree, index)
        if outer is not None and tree[outer].start == cue:
            end = tree[index].left
            while end > left and tree[end - 1].dep in ("cc", "punct") and tree[end - 1].low not in _CLOSING:
                end -= 1
            return left, end
    return content


def _form(tree: Tree, index: int) -> str:
    """The tag of the finite form of a clause: its verb's, or its first helper's."""
    helpers = [tree[c].tag for c in tree[index].children if tree[c].dep in ("aux", "auxpass")]
    return next((tag for tag in (*helpers, tree[index].tag) if tag in FINITE), "")

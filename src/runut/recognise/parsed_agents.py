"""Who speaks, read from a dependency tree: the subject or agent of a cue, or of the clause whose subject it shares."""

from collections.abc import Iterator

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text
from runut.recognise.parsed import Tree, joint_kinds

_SUBJECTS = frozenset(("nsubj", "csubj"))
_CLIMBS = frozenset(("xcomp", "conj", "advcl", "acl", "pcomp", "aux", "ccomp", "prep"))
_MODIFIERS = frozenset(("acl", "relcl"))
_AFTERTHOUGHTS = frozenset(("relcl", "acl", "appos"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
_BREAKS = frozenset((",", "(", "—", "–", "-"))
_HIGHEST = 6
"""Steps from a cue up to the clause whose subject it shares; more are errors of attachment."""


def verb_agent(text: Text, tree: Tree, index: int) -> Agent | None:
    """Who speaks with the verb at node `index`; None where a passive hides it."""
    negated = any(tree[c].dep == "neg" for c in tree[index].children)
    at = index
    for _ in range(_HIGHEST):
        node = tree[at]
        agents = [c for c in node.children if tree[c].dep == "agent" and tree[c].children]
        if agents:
            return phrase_agent(text, tree, tree[agents[0]].children[0], negated)
        subjects = [c for c in node.children if tree[c].dep in _SUBJECTS]
        if subjects:
            return phrase_agent(text, tree, subjects[0], negated)
        if at == index and any(tree[c].dep in ("nsubjpass", "auxpass") for c in node.children):
            return None
        if node.tag == "VBN" and node.dep in ("acl", "advcl") and not any(tree[c].dep == "aux" for c in node.children):
            return None
        if node.dep in _MODIFIERS and node.head >= 0 and tree[node.head].pos in _NOUNS:
            return phrase_agent(text, tree, node.head, negated)
        if node.head < 0 or node.dep not in _CLIMBS:
            break
        quoted = _quoted(text, tree, node.head)
        if quoted is not None:
            return phrase_agent(text, tree, quoted, negated)
        at = node.head
    return Agent("same", (), text.index_at(tree[index].start), negated)


def _quoted(text: Text, tree: Tree, index: int) -> int | None:
    """Who is quoted "as saying" something: the object of the verb that the preposition at a node hangs on."""
    verb = tree[index].head
    if tree[index].dep != "prep" or verb < 0 or "as-cue" not in joint_kinds(text, tree, index):
        return None
    return next((c for c in tree[verb].children if tree[c].dep in ("dobj", "nsubjpass")), None)


def noun_agent(text: Text, tree: Tree, index: int) -> Agent | None:
    """Who speaks with the noun at node `index`: its owner, the phrase of its "by", or the subject of its verb."""
    node = tree[index]
    for child in node.children:
        if tree[child].dep == "poss":
            return phrase_agent(text, tree, child, False)
    for child in node.children:
        if (
            tree[child].dep == "prep"
            and child > index
            and tree[child].children
            and "agent" in joint_kinds(text, tree, child)
        ):
            return phrase_agent(text, tree, tree[child].children[0], False)
    if node.head >= 0 and node.dep in ("dobj", "attr"):
        return verb_agent(text, tree, node.head)
    return None


def phrase_agent(text: Text, tree: Tree, index: int, negated: bool) -> Agent:
    """The noun phrase whose head is node `index`; a relative pronoun gives the noun that it stands for."""
    pronoun = index if _is_relative(text, tree, index) else -1
    index = _relative_noun(tree, index) if pronoun >= 0 else index
    node = tree[index]
    begin = text.index_at(tree[node.left].start)
    found = text.lexicon.pronouns.at(text.words, begin, len(text.words)) if begin < len(text.words) else None
    if found and text.words[begin].start == node.start:
        (kind, gender), size = found
        return Agent(kind, ((begin, begin + size),), begin, negated, gender)
    pieces = tuple(_pieces(text, tree, index))
    if pronoun > index and pieces:
        at = text.index_at(tree[pronoun].start)
        pieces = (*pieces, (at, at + 1))
    return Agent("noun", pieces, begin, negated) if pieces else Agent("same", (), begin, negated)


def _is_relative(text: Text, tree: Tree, index: int) -> bool:
    return tree[index].pos not in ("NOUN", "PROPN") and "relative" in joint_kinds(text, tree, index)


def _relative_noun(tree: Tree, index: int) -> int:
    """The noun that the relative clause of a pronoun describes, or the pronoun itself."""
    at = index
    for _ in range(_HIGHEST):
        if tree[at].dep == "relcl":
            return tree[at].head
        if tree[at].head < 0:
            break
        at = tree[at].head
    return index


def _pieces(text: Text, tree: Tree, index: int) -> Iterator[tuple[int, int]]:
    """Ranges of words of a noun phrase: up to its first comma, bracket or clause, then its apposition."""
    node = tree[index]
    right = node.right
    for child in node.children:
        if (child > index and tree[child].dep in _AFTERTHOUGHTS) or tree[child].low in _BREAKS:
            right = min(right, max(tree[child].left, index + 1))
    begin, end = text.index_at(tree[node.left].start), text.index_at(tree[right - 1].end)
    if begin < end:
        yield begin, end
    for child in node.children:
        if tree[child].dep == "appos":
            first, last = text.index_at(tree[tree[child].left].start), text.index_at(tree[tree[child].right - 1].end)
            if end <= first < last:
                yield first, last
            break

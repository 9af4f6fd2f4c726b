"""Nouns and prepositions of speech read from dependency trees: "X's claim that S", "according to X"."""

from dataclasses import replace

from runut.recognise.clauses import Text
from runut.recognise.direct import Draft
from runut.recognise.parsed import Tree, joint_kinds
from runut.recognise.parsed_agents import noun_agent, phrase_agent
from runut.recognise.parsed_contents import Nodes, hull, make_draft, past_marks, strip_that

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def noun_drafts(text: Text, number: int, tree: Tree) -> list[Draft]:
    """`X's claim that S`, `a promise by X to do`, `X's criticism of Y`."""
    drafts = []
    for index, node in enumerate(tree):
        at = text.index_at(node.start)
        if node.pos != "NOUN" or at >= len(text.words) or text.quote_of[at] >= 0:
            continue
        found = text.lexicon.nouns.at(text.words, at, len(text.words))
        if _tells_where(text, at + 1):
            continue
        content = _noun_content(text, tree, index, found[0][0][0]) if found else None
        agent = noun_agent(text, tree, index) if content else None
        if found and content and agent:
            cue = (node.start, text.words[at + found[1] - 1].end)
            draft = make_draft(text, tree, number, content, cue, found[0][0][1], agent)
            met = _is_met(text, tree, index)
            if draft and not (met and found[0][0][0] == "stance"):
                drafts.append(replace(draft, rule="agentless") if met else draft)
    return drafts


def _tells_where(text: Text, at: int) -> bool:
    """Whether a word and those behind it are a place to speak in, and what comes before is no stance on it ("a comment
    on Twitter").
    """
    found = text.lexicon.credits.at(text.words, at, len(text.words))
    return bool(found and any(c.place == "alone" and c.of == "social" for c in found[0]))


def _is_met(text: Text, tree: Tree, index: int) -> bool:
    """Whether a noun of speech without an owner is what somebody meets or counters: whose words it is stays untold."""
    node = tree[index]
    owned = any(tree[c].dep == "poss" or "agent" in joint_kinds(text, tree, c) for c in node.children)
    return node.dep == "dobj" and not owned and tree[node.head].low in text.lexicon.noun_verbs


def _noun_content(text: Text, tree: Tree, index: int, kind: str) -> Nodes | None:
    """What a noun of speech reports: its clause ("act"), or the object of the word that follows it ("stance")."""
    after = [c for c in tree[index].children if c > index]
    if kind == "act":
        clause = next((c for c in after if tree[c].dep in ("acl", "ccomp", "relcl")), None)
        opens = clause is not None and joint_kinds(text, tree, tree[clause].left) & {"that", "purpose"}
        if clause is not None and tree[clause].dep == "relcl" and tree[tree[clause].left].dep in _SUBJECTS:
            return None
        return strip_that(text, tree, clause) if clause is not None and opens else None
    if kind == "stance":
        return next((hull(tree, tree[c].children) for c in after if c == index + 1 and tree[c].children), None)
    return None


def source_drafts(text: Text, number: int, tree: Tree) -> list[Draft]:
    """`According to X, S`, `S, according to X`: the clause that the phrase hangs on, without the phrase at its edge."""
    drafts = []
    for index, node in enumerate(tree):
        at = text.index_at(node.start)
        if node.dep != "prep" or node.head < 0 or at >= len(text.words) or text.quote_of[at] >= 0:
            continue
        found = text.lexicon.nouns.at(text.words, at, len(text.words))
        source = _deepest_object(tree, index)
        if not found or found[0][0][0] != "according" or source is None:
            continue
        clause = _clause_above(tree, node.head)
        left, right = tree[clause].left, tree[clause].right
        if node.left <= left + 1:
            content = past_marks(tree, node.right, right)
        else:
            content = (left, node.left) if node.right >= right - 1 else (left, right)
        cue = (node.start, text.words[at + found[1] - 1].end)
        agent = phrase_agent(text, tree, source, False)
        draft = make_draft(text, tree, number, content, cue, found[0][0][1], agent)
        if draft:
            drafts.append(replace(draft, rule="parsed-source"))
    return drafts


def _deepest_object(tree: Tree, index: int) -> int | None:
    """The noun below a preposition of one or two words."""
    for _ in range(3):
        below = next((c for c in tree[index].children if tree[c].dep in ("prep", "pcomp", "pobj")), None)
        if below is None or tree[below].dep == "pobj":
            return below
        index = below
    return None


def _clause_above(tree: Tree, index: int) -> int:
    """The nearest verb above a node, or the root."""
    while tree[index].pos != "VERB" and tree[index].head >= 0:
        index = tree[index].head
    return index

"""Who speaks, read from a dependency tree: the subject or agent of a cue, or of the clause whose subject it shares."""

from collections.abc import Iterator

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text
from runut.recognise.cues import DOCUMENTS, NEUTER
from runut.recognise.parsed import Tree, joint_kinds

_SUBJECTS = frozenset(("nsubj", "csubj"))
_CLIMBS = frozenset(("xcomp", "conj", "advcl", "acl", "pcomp", "aux", "ccomp", "prep", "npadvmod"))
_MODIFIERS = frozenset(("acl", "relcl"))
_AFTERTHOUGHTS = frozenset(("relcl", "acl", "appos"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
_RAISED = frozenset(("xcomp", "advcl", "ccomp"))
"""Clauses whose unspoken subject is that of the passive verb above ("she can be seen asking why")."""
_BREAKS = frozenset((",", "(", "—", "–", "-"))
_OWNER = "PRP$"
"""The tag of a pronoun that owns ("her claim")."""
_READER = "reader"
"""The kind of pronoun for whom the text speaks to."""
_PLAIN, _GERUND = "VB", "VBG"
"""The tags of a verb's plain form, which without a subject commands, and of its form in -ing."""
_BELOW = frozenset(("xcomp", "advcl"))
_HIGHEST = 6
"""Steps from a cue up to the clause whose subject it shares; more are errors of attachment."""


def verb_agent(text: Text, tree: Tree, index: int) -> Agent | None:
    """Who speaks with the verb at node `index`; None where a passive hides it."""
    negated = _is_negated(tree, index)
    if _forbids(tree, index) or _is_supposed(text, tree, index):
        return None
    at = below = index
    for _ in range(_HIGHEST):
        node = tree[at]
        agents = [c for c in node.children if tree[c].dep == "agent" and tree[c].children]
        if agents:
            return phrase_agent(text, tree, tree[agents[0]].children[0], negated)
        subjects = [c for c in node.children if tree[c].dep in _SUBJECTS]
        spoken = at != index and node.head >= 0 and tree[index].tag != _PLAIN
        if spoken and subjects and _is_impersonal(text, tree, subjects[0]):
            at, below = node.head, at
            continue
        moved = _moved(text, tree, at, below) if at != index else None
        if moved is not None:
            return phrase_agent(text, tree, moved, negated)
        if subjects:
            nobody = at != index and tree[index].tag == _PLAIN and _is_impersonal(text, tree, subjects[0])
            nobody = nobody or _asks_reader(text, tree, at, subjects[0])
            return None if nobody else phrase_agent(text, tree, subjects[0], negated)
        passive = any(tree[c].dep in ("nsubjpass", "auxpass") for c in node.children)
        if passive and (at == index or text.has_cue(node.start)):
            return None
        raised = [c for c in node.children if tree[c].dep == "nsubjpass"] if tree[below].dep in _RAISED else []
        if raised:
            return None if _is_purpose(tree, below) else phrase_agent(text, tree, raised[0], negated)
        if node.tag == "VBN" and node.dep in ("acl", "advcl") and not any(tree[c].dep == "aux" for c in node.children):
            return None
        if node.dep == "acl" and node.tag == _PLAIN and node.head >= 0 and tree[node.head].dep == "dobj":
            at, below = tree[node.head].head, node.head
            continue
        if node.dep in _MODIFIERS and node.head >= 0 and tree[node.head].pos in _NOUNS:
            return _writer(text, tree, node.head) or phrase_agent(text, tree, node.head, negated)
        if node.head < 0 or node.dep not in _CLIMBS:
            if node.tag == _PLAIN and node.head < 0:
                return None
            break
        quoted = _quoted(text, tree, node.head)
        if quoted is not None:
            return phrase_agent(text, tree, quoted, negated)
        at, below = node.head, at
    if tree[at].head >= 0 and tree[index].tag in (_PLAIN, _GERUND):
        return None
    return Agent("same", (), text.index_at(tree[index].start), negated)


def _is_supposed(text: Text, tree: Tree, index: int) -> bool:
    """Whether a verb stands in a clause that only supposes something ("if he were to reject it")."""
    at = index
    while at >= 0 and tree[at].dep in ("xcomp", "conj", "aux"):
        at = tree[at].head
    marks = [c for c in tree[at].children if tree[c].dep == "mark"] if at >= 0 and tree[at].dep == "advcl" else []
    return any("conditional" in joint_kinds(text, tree, mark) for mark in marks)


def _moved(text: Text, tree: Tree, index: int, below: int) -> int | None:
    """Somebody whom a verb brings to do what the plain form below it says ("the storm led | the mayor | to say")."""
    if tree[below].tag != _PLAIN or tree[below].dep != "xcomp":
        return None
    lexicon, words = text.lexicon, text.words
    for child in tree[index].children:
        at = text.index_at(tree[child].start)
        named = at in text.in_person or any(t.at(words, at, at + 1) for t in (lexicon.roles, lexicon.collectives))
        if tree[child].dep == "dobj" and child < below and named:
            return child
    return None


def _asks_reader(text: Text, tree: Tree, index: int, subject: int) -> bool:
    """Whether a clause asks the reader something ("Do you support it?"): a helper stands before a "you"."""
    asks = any(tree[c].dep == "aux" and c < subject for c in tree[index].children)
    return asks and text.lexicon.pronoun_kinds.get(tree[subject].low) == _READER


def _is_negated(tree: Tree, index: int) -> bool:
    """Whether a verb is negated, or is the plain form below one that is ("they do not wait to post it")."""
    while not any(tree[c].dep == "neg" for c in tree[index].children):
        if tree[index].tag != _PLAIN or tree[index].dep not in _BELOW or tree[index].head < 0:
            return False
        index = tree[index].head
    return True


def _is_impersonal(text: Text, tree: Tree, subject: int) -> bool:
    """Whether a subject is no more than the "it" of `It is hard to tell how`."""
    at = text.index_at(tree[subject].start)
    found = text.lexicon.pronouns.at(text.words, at, len(text.words)) if at < len(text.words) else None
    thing = bool(found and found[0] == ("third", NEUTER)) and tree[subject].left == subject
    return thing and any(tree[c].dep in ("acomp", "attr") for c in tree[tree[subject].head].children)


def _is_purpose(tree: Tree, index: int) -> bool:
    """Whether a clause tells for what something is done: below a passive verb nobody tells who did it."""
    return tree[index].dep == "advcl" and tree[index].tag == _PLAIN


def _forbids(tree: Tree, index: int) -> bool:
    """Whether a verb tells the reader what not to do ("don't expect it to end"): "do" and "not", and no subject."""
    children = [tree[c] for c in tree[index].children]
    denied = any(c.dep == "neg" for c in children) and any(c.dep == "aux" and c.low == "do" for c in children)
    return denied and tree[index].tag == _PLAIN and not any(c.dep in _SUBJECTS for c in children)


def _writer(text: Text, tree: Tree, index: int) -> Agent | None:
    """Who issued the document that the noun at a node is or stands behind: `X sent an email to members saying S`."""
    for at in (index, *_above(tree, index)):
        if _is_document(text, tree, at):
            return noun_agent(text, tree, at) or _said_in(text, tree, at)
    return None


def _said_in(text: Text, tree: Tree, index: int) -> Agent | None:
    """Who speaks in the document at a node: `X said in a statement responding to Y`."""
    preposition = tree[index].head if tree[index].dep == "pobj" else -1
    verb = tree[preposition].head if preposition >= 0 and tree[preposition].dep == "prep" else -1
    return verb_agent(text, tree, verb) if verb >= 0 and tree[verb].pos == "VERB" else None


def _is_document(text: Text, tree: Tree, index: int) -> bool:
    """Whether a noun is a statement, post or letter: a word for a document, alone or with its article."""
    first, last = text.index_at(tree[tree[index].left].start), text.index_at(tree[index].start)
    for at in range(first, min(last + 1, len(text.words))):
        noun = text.lexicon.nouns.at(text.words, at, len(text.words))
        credit = text.lexicon.credits.at(text.words, at, last + 1)
        if noun and at + noun[1] > last and any(kind in DOCUMENTS for kind, _ in noun[0]):
            return True
        if credit and at + credit[1] > last and any(c.place == "alone" and c.of == "release" for c in credit[0]):
            return True
    return False


def _above(tree: Tree, index: int) -> tuple[int, ...]:
    """The objects and words beside them of the verb that the phrase of a node hangs on."""
    preposition = tree[index].head
    if preposition < 0 or tree[index].dep != "pobj" or tree[preposition].dep not in ("prep", "dative"):
        return ()
    above = tree[preposition].head
    if above < 0 or tree[above].pos != "VERB":
        return (above,) if above >= 0 else ()
    return tuple(c for c in tree[above].children if tree[c].dep == "dobj")


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
    if tree[index].tag == _OWNER:
        at = text.index_at(tree[index].start)
        return Agent("third", ((at, at + 1),), at, negated)
    pronoun = index if _is_relative(text, tree, index) else -1
    index = _relative_noun(tree, index) if pronoun >= 0 else index
    node = tree[index]
    begin = text.index_at(tree[node.left].start)
    found = text.lexicon.pronouns.at(text.words, begin, len(text.words)) if begin < len(text.words) else None
    if found and text.words[begin].start == node.start:
        (kind, gender), size = found
        return Agent(kind, ((begin, begin + size),), begin, negated, gender)
    pieces = tuple(_to_name_end(text, piece) for piece in _pieces(text, tree, index))
    if pronoun > index and pieces:
        at = text.index_at(tree[pronoun].start)
        pieces = (*pieces, (at, at + 1))
    return Agent("noun", pieces, begin, negated) if pieces else Agent("same", (), begin, negated)


def _to_name_end(text: Text, piece: tuple[int, int]) -> tuple[int, int]:
    """A piece that ends inside somebody's name, to the end of the name: the parser took the surname for a verb's."""
    begin, end = piece
    while end < len(text.words) and end - 1 in text.in_person and end in text.in_person and end not in text.name_starts:
        end += 1
    return begin, end


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


def _is_time(text: Text, tree: Tree, index: int) -> bool:
    """Whether a phrase behind a noun tells when its verb happened ("the panel on Friday said")."""
    last = text.index_at(tree[tree[index].right - 1].start)
    return tree[index].dep in ("prep", "npadvmod") and last in text.in_time


def _pieces(text: Text, tree: Tree, index: int) -> Iterator[tuple[int, int]]:
    """Ranges of words of a noun phrase: up to its first comma, bracket or clause, then its apposition."""
    node = tree[index]
    right = node.right
    for child in node.children:
        late = child > index and (tree[child].dep in _AFTERTHOUGHTS or _is_time(text, tree, child))
        if late or tree[child].low in _BREAKS:
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

"""Reported speech read from dependency trees: content from the complement of a cue, speaker from its subject.

The same drafts as `indirect` makes from the order of words alone, so everything after them is shared.

Source: content as clausal complement and speaker as subject follow the quotation extractors of textacy and of the Gender Gap
Tracker (Asr et al. 2021); the nested and nominal forms follow the guidelines of PolNeAR (Newell et al. 2018).
"""

from collections.abc import Iterator, Sequence

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text
from runut.recognise.cues import CueHit, Report
from runut.recognise.direct import Draft, trim
from runut.recognise.parsed import Tree

_SUBJECTS = frozenset(("nsubj", "csubj"))
_OBJECTS = frozenset(("dobj", "dative", "oprd", "attr"))
_CLAUSES = frozenset(("ccomp", "xcomp"))
_CLIMBS = frozenset(("xcomp", "conj", "advcl", "acl", "pcomp", "aux", "ccomp", "prep"))
_ADJUNCTS = frozenset(("npadvmod", "advmod", "advcl", "tmod", "punct", "cc", "conj"))
_HIGHEST = 6
"""Steps from a cue up to the clause whose subject it shares; more are attachment errors."""


_SPARE_RULES = frozenset(("according", "inserted-cue", "clause-cue"))
"""Rules of word order that are trusted where the tree shows no content for their cue."""


def read_sentence(text: Text, number: int, tree: Tree, direct: list[Draft], indirect: list[Draft]) -> list[Draft]:
    """All drafts of a sentence: its direct ones, those read from its tree, and of `indirect` (from word order) what both miss."""
    found = parsed_drafts(text, number, tree, direct)
    cues = {draft.cue for draft in found}
    spare = [
        draft
        for draft in indirect
        if draft.rule in _SPARE_RULES
        and draft.cue not in cues
        and not any(_same_content(draft, other) for other in found)
    ]
    return direct + found + spare


def _same_content(left: Draft, right: Draft) -> bool:
    common = min(left.end, right.end) - max(left.start, right.start)
    return 2 * common > max(left.end, right.end) - min(left.start, right.start)


def parsed_drafts(text: Text, number: int, tree: Tree, taken: Sequence[Draft]) -> list[Draft]:
    """Drafts of the indirect statements of sentence `number`, read from its tree; `taken` are its direct ones."""
    sentence = text.sentences[number]
    places = {node.start: index for index, node in enumerate(tree)}
    drafts: dict[tuple[int, int], Draft] = {}
    for hit in text.cues_of(sentence):
        index = places.get(hit.start)
        if index is None or any(d.cue and d.cue[0] <= hit.start < d.cue[1] for d in taken):
            continue
        draft = _read(text, number, tree, index, hit, taken)
        if draft:
            drafts.setdefault((draft.start, draft.end), draft)
    return [drafts[key] for key in sorted(drafts)]


def _read(text: Text, number: int, tree: Tree, index: int, hit: CueHit, taken: Sequence[Draft]) -> Draft | None:
    if tree[index].pos not in ("VERB", "AUX"):
        return None
    for report in hit.readings:
        content = _content(tree, index, hit, report)
        if content:
            break
    else:
        return None
    start, end = trim(text.view.shadow, *_without_cue(tree, index, content))
    if start >= end or any(d.start < end and start < d.end for d in taken):
        return None
    agent = _agent(text, tree, index)
    if agent is None:
        return None
    quoted = any(text.quote_of[i] >= 0 for i in range(text.index_at(start), text.index_at(end)))
    form = "mixed" if quoted else "indirect"
    return Draft(start, end, form, number, "parsed-clause", report, (hit.start, hit.end), agent)  # type: ignore[arg-type]


def _content(tree: Tree, index: int, hit: CueHit, report: Report) -> tuple[int, int] | None:
    """The half-open range of nodes that is said, asked, denied with the cue at node `index`, as its frame allows."""
    after = [c for c in tree[index].children if tree[c].start >= hit.end]
    clauses = [c for c in tree[index].children if tree[c].dep in _CLAUSES]
    if report.frame in ("clause", "that"):
        clause = next((c for c in clauses if _is_finite(tree, c) or report.frame == "clause"), None)
        if clause is None:
            return None
        return _strip_that(tree, clause)
    if report.frame == "object":
        return _hull(tree, [c for c in after if tree[c].dep not in _ADJUNCTS and not _is_setting(tree, c)])
    if report.frame == "action":
        if not any(tree[c].dep in _CLAUSES for c in after):
            return None
        return _hull(tree, [c for c in after if tree[c].dep in _CLAUSES | _OBJECTS | _SUBJECTS])
    return None


def _is_finite(tree: Tree, clause: int) -> bool:
    return tree[clause].dep == "ccomp"


def _is_setting(tree: Tree, index: int) -> bool:
    """Whether a prepositional phrase tells when or where and is no part of what is said."""
    return tree[index].dep == "prep" and tree[index].low in (
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "by",
        "since",
    )


def _hull(tree: Tree, nodes: Sequence[int]) -> tuple[int, int] | None:
    if not nodes:
        return None
    return min(tree[n].left for n in nodes), max(tree[n].right for n in nodes)


def _strip_that(tree: Tree, clause: int) -> tuple[int, int]:
    left, right = tree[clause].left, tree[clause].right
    while left < right and ((tree[left].dep == "mark" and tree[left].low == "that") or tree[left].dep == "punct"):
        left += 1
    return left, right


def _without_cue(tree: Tree, index: int, content: tuple[int, int]) -> tuple[int, int]:
    """Offsets of a content; a cue that hangs at its edge ("S, officials said") is cut off, one inside stays."""
    left, right = content
    if left <= index < right:
        before, after = tree[index].left, tree[index].right
        if after >= right and before > left:
            right = before
    return (tree[left].start, tree[right - 1].end) if left < right else (0, 0)


def _agent(text: Text, tree: Tree, index: int) -> Agent | None:
    """Who speaks: the subject of the cue or of the clause whose subject it shares; None where a passive hides it."""
    negated = False
    at = index
    for _ in range(_HIGHEST):
        node = tree[at]
        negated = negated or (at == index and any(tree[c].dep == "neg" for c in node.children))
        agents = [c for c in node.children if tree[c].dep == "agent"]
        if agents and tree[agents[0]].children:
            return _phrase(text, tree, tree[agents[0]].children[0], negated)
        subjects = [c for c in node.children if tree[c].dep in _SUBJECTS]
        if subjects:
            return _phrase(text, tree, subjects[0], negated)
        if any(tree[c].dep == "nsubjpass" for c in node.children) and at == index:
            return None
        if node.dep in ("acl", "relcl") and node.head >= 0 and tree[node.head].pos in ("NOUN", "PROPN", "PRON"):
            return _phrase(text, tree, node.head, negated)
        if node.head < 0 or node.dep not in _CLIMBS:
            break
        at = node.head
    return Agent("same", (), text.index_at(tree[index].start), negated)


def _phrase(text: Text, tree: Tree, index: int, negated: bool) -> Agent:
    node = tree[index]
    if node.low in ("who", "which", "that") and node.head >= 0:
        noun = _relative_noun(tree, node.head)
        if noun is not None:
            index, node = noun, tree[noun]
    begin = text.index_at(tree[node.left].start)
    found = text.lexicon.pronouns.at(text.words, begin, len(text.words))
    if found and begin < len(text.words) and text.words[begin].start == node.start:
        (kind, gender), size = found
        return Agent(kind, ((begin, begin + size),), begin, negated, gender)  # type: ignore[arg-type]
    pieces = tuple(_pieces(text, tree, index))
    return Agent("noun", pieces, begin, negated) if pieces else Agent("same", (), begin, negated)


def _relative_noun(tree: Tree, verb: int) -> int | None:
    """The noun that a relative clause describes, from a verb inside it."""
    for _ in range(_HIGHEST):
        if tree[verb].dep == "relcl":
            return tree[verb].head
        if tree[verb].head < 0:
            return None
        verb = tree[verb].head
    return None


def _pieces(text: Text, tree: Tree, index: int) -> Iterator[tuple[int, int]]:
    """Ranges of words of a noun phrase: up to its first comma or clause, then its apposition."""
    node = tree[index]
    right = node.right
    appositions = [c for c in node.children if tree[c].dep == "appos"]
    for child in node.children:
        if (
            (child > index
            and tree[child].dep in ("relcl", "acl", "appos"))
            or tree[child].low in (",", "(", "—", "–", "-")
        ):
            right = min(right, max(tree[child].left, index + 1))
    left = node.left
    begin, end = text.index_at(tree[left].start), text.index_at(tree[right - 1].end)
    if begin < end:
        yield begin, end
    for child in appositions[:1]:
        first, last = text.index_at(tree[tree[child].left].start), text.index_at(tree[tree[child].right - 1].end)
        if end <= first < last:
            yield first, last

"""Reported speech read from dependency trees: content from the complement of a cue, speaker from its subject.

The same drafts as `indirect` makes from the order of words alone, so everything after them is shared.

Source: content as clausal complement and speaker as subject follow the quotation extractors of textacy and of the
Gender Gap Tracker (Asr et al. 2021); the nominal forms follow the guidelines of PolNeAR (Newell et al. 2018).
"""

from collections.abc import Sequence
from dataclasses import replace

from runut.recognise.agents import Agent
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.cues import CueHit, Report
from runut.recognise.direct import Draft, trim
from runut.recognise.parsed import Tree
from runut.recognise.parsed_agents import noun_agent, phrase_agent, verb_agent
from runut.recognise.parsed_quotes import fit_quotes, introduced_drafts
from runut.records.statements import Form

_CLAUSES = frozenset(("ccomp", "xcomp"))
_ASKED = frozenset(("ccomp", "xcomp", "dobj", "dative", "nsubj"))
_BESIDE = frozenset(("npadvmod", "advmod", "advcl", "tmod", "punct", "cc", "conj", "prt", "aux", "neg", "agent"))
_OBJECTS = frozenset(("nsubjpass", "dobj", "oprd", "dative", "pobj", "pcomp", "ccomp", "xcomp", "nsubj"))
_INSERTED = frozenset(("parataxis", "advcl"))
_SETTINGS = frozenset(("occasion", "time", "place", "means"))
_SPARE_RULES = frozenset(("according", "inserted-cue", "clause-cue"))
"""Rules of word order that are trusted where the tree shows no content for their cue."""

Nodes = tuple[int, int]
"""A half-open range of nodes of a tree."""


def read_sentence(text: Text, number: int, tree: Tree, direct: list[Draft], indirect: list[Draft]) -> list[Draft]:
    """All drafts of a sentence: its direct ones, those of its tree, and of `indirect` (word order) what both miss."""
    found = parsed_drafts(text, number, tree, direct)
    direct = [_with_subject(text, tree, draft) for draft in direct]
    direct += introduced_drafts(text, number, tree, direct + found)
    cues = {draft.cue for draft in found}
    spare = [
        draft
        for draft in indirect
        if draft.rule in _SPARE_RULES and draft.cue not in cues and not any(_is_same(draft, other) for other in found)
    ]
    return direct + found + spare


def _with_subject(text: Text, tree: Tree, draft: Draft) -> Draft:
    """A direct draft whose cue shares the subject of another clause ("…, writing “S”"), with that subject."""
    if not (draft.report and draft.cue and draft.report.order == "joined"):
        return draft
    index = next((i for i, node in enumerate(tree) if node.start == draft.cue[0]), None)
    agent = None if index is None else verb_agent(text, tree, index)
    return replace(draft, agent=agent) if agent else draft


def parsed_drafts(text: Text, number: int, tree: Tree, taken: Sequence[Draft]) -> list[Draft]:
    """Drafts of the indirect statements of sentence `number`, read from its tree; `taken` are its direct ones."""
    places = {node.start: index for index, node in enumerate(tree)}
    drafts: dict[tuple[int, int], Draft] = {}
    for hit in text.cues_of(text.sentences[number]):
        index = places.get(hit.start)
        if index is None or any(d.cue and d.cue[0] <= hit.start < d.cue[1] for d in taken):
            continue
        if tree[index].pos in ("VERB", "AUX"):
            draft = _by_verb(text, number, tree, index, hit)
            if draft and _is_free(draft, taken):
                drafts.setdefault((draft.start, draft.end), draft)
    for draft in _by_source(text, number, tree) + _by_noun(text, number, tree):
        if _is_free(draft, taken):
            drafts.setdefault((draft.start, draft.end), draft)
    return [drafts[key] for key in sorted(drafts) if not _is_nested(drafts[key], list(drafts.values()))]


def _is_nested(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether a draft's cue stands in what another says: words inside a statement are that speaker's."""
    return any(
        draft.cue
        and o.cue
        and o is not draft
        and o.start <= draft.cue[0] < o.end
        and not draft.start <= o.cue[0] < draft.end
        for o in others
    )


def _is_free(draft: Draft, taken: Sequence[Draft]) -> bool:
    return not any(other.start < draft.end and draft.start < other.end for other in taken)


def _is_same(left: Draft, right: Draft) -> bool:
    common = min(left.end, right.end) - max(left.start, right.start)
    return 2 * common > max(left.end, right.end) - min(left.start, right.start)


def _by_verb(text: Text, number: int, tree: Tree, index: int, hit: CueHit) -> Draft | None:
    for report in hit.readings:
        content = _content(text, tree, index, hit, report) or _around(tree, index, hit, report)
        if content:
            agent = verb_agent(text, tree, index)
            return _draft(text, tree, number, content, (hit.start, hit.end), report, agent) if agent else None
    return None


def _around(tree: Tree, index: int, hit: CueHit, report: Report) -> Nodes | None:
    """`The risk, he said, is a clash`, `As she noted, S`: the clause that a cue without complement stands in."""
    node = tree[index]
    if report.frame not in ("clause", "quote") or node.head < 0 or node.dep not in _INSERTED:
        return None
    head = tree[node.head]
    subjects = [c for c in node.children if tree[c].dep == "nsubj"]
    complements = [c for c in node.children if tree[c].dep in _CLAUSES | {"dobj"}]
    if head.pos not in ("VERB", "AUX") or not subjects or complements:
        return None
    if node.left == head.left:
        return _past_marks(tree, node.right, head.right)
    return head.left, (node.left if node.right >= head.right - 1 else head.right)


def _past_marks(tree: Tree, left: int, right: int) -> Nodes:
    while left < right and tree[left].dep == "punct":
        left += 1
    return left, right


def _by_noun(text: Text, number: int, tree: Tree) -> list[Draft]:
    """`X's claim that S`, `a promise by X to do`, `X's criticism of Y`."""
    drafts = []
    for index, node in enumerate(tree):
        at = text.index_at(node.start)
        if node.pos != "NOUN" or at >= len(text.words) or text.quote_of[at] >= 0:
            continue
        found = text.lexicon.nouns.at(text.words, at, len(text.words))
        content = _noun_content(text, tree, index, found[0][0][0]) if found else None
        agent = noun_agent(text, tree, index) if content else None
        if found and content and agent:
            cue = (node.start, text.words[at + found[1] - 1].end)
            draft = _draft(text, tree, number, content, cue, found[0][0][1], agent)
            if draft:
                drafts.append(draft)
    return drafts


def _by_source(text: Text, number: int, tree: Tree) -> list[Draft]:
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
            content = _past_marks(tree, node.right, right)
        else:
            content = (left, node.left) if node.right >= right - 1 else (left, right)
        cue = (node.start, text.words[at + found[1] - 1].end)
        agent = phrase_agent(text, tree, source, False)
        draft = _draft(text, tree, number, content, cue, found[0][0][1], agent)
        if draft:
            drafts.append(replace(draft, rule="parsed-source"))
    return drafts


def _deepest_object(tree: Tree, index: int) -> int | None:
    for _ in range(3):
        below = next((c for c in tree[index].children if tree[c].dep in ("prep", "pcomp", "pobj")), None)
        if below is None or tree[below].dep == "pobj":
            return below
        index = below
    return None


def _clause_above(tree: Tree, index: int) -> int:
    """The nearest verb above a node, or the root."""
    while tree[index].pos not in ("VERB", "AUX") and tree[index].head >= 0:
        index = tree[index].head
    return index


def _noun_content(text: Text, tree: Tree, index: int, kind: str) -> Nodes | None:
    """What a noun of speech reports: its clause ("act"), or the object of the word that follows it ("stance")."""
    after = [c for c in tree[index].children if c > index]
    if kind == "act":
        clause = next((c for c in after if tree[c].dep in ("acl", "ccomp", "relcl")), None)
        return _strip_that(text, tree, clause) if clause is not None and _opens_content(text, tree, clause) else None
    if kind == "stance":
        return next((_hull(tree, tree[c].children) for c in after if c == index + 1 and tree[c].children), None)
    return None


def _draft(
    text: Text, tree: Tree, number: int, content: Nodes, cue: tuple[int, int], report: Report, agent: Agent
) -> Draft | None:
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


def _content(text: Text, tree: Tree, index: int, hit: CueHit, report: Report) -> Nodes | None:
    """What is said, asked or denied with the cue at node `index`, as its frame allows."""
    children = tree[index].children
    after = _after(tree, index, hit)
    if report.frame in ("clause", "that"):
        wanted = _CLAUSES if report.frame == "clause" else ("ccomp",)
        clause = next((c for c in (*children, *after) if tree[c].dep in wanted), None)
        if clause is None:
            return None
        if tree[clause].dep == "xcomp":
            return _hull(tree, [c for c in after if c == clause or (c < clause and tree[c].dep in _ASKED)])
        return _without_cue(tree, index, _strip_that(text, tree, clause))
    if report.frame == "action" and any(tree[c].dep in _CLAUSES for c in after):
        return _hull(tree, [c for c in after if tree[c].dep in _ASKED])
    if report.frame == "object":
        passive = [c for c in children if tree[c].dep == "nsubjpass"]
        parts = [c for c in after if tree[c].dep not in _BESIDE and not _is_setting(text, tree, c)]
        return _object(text, tree, passive or parts)
    return None


def _object(text: Text, tree: Tree, parts: Sequence[int]) -> Nodes | None:
    """What is denied, praised, asked for; a pronoun alone says nothing."""
    if not any(tree[c].dep in _OBJECTS for c in parts):
        return None
    if len(parts) == 1 and tree[parts[0]].pos == "PRON" and not tree[parts[0]].children:
        return None
    if len(parts) == 1 and tree[parts[0]].dep == "ccomp":
        return _strip_that(text, tree, parts[0])
    return _hull(tree, parts)


def _after(tree: Tree, index: int, hit: CueHit) -> list[int]:
    """What hangs on the words of a cue and stands after it: for "called for" also what hangs on "for"."""
    inside = [index]
    while inside[-1] + 1 < len(tree) and tree[inside[-1] + 1].end <= hit.end:
        inside.append(inside[-1] + 1)
    return [c for n in inside for c in tree[n].children if tree[c].start >= hit.end]


def _is_setting(text: Text, tree: Tree, index: int) -> bool:
    """Whether a prepositional phrase tells when, where or how and is no part of what is said."""
    at = text.index_at(tree[index].start)
    found = text.lexicon.settings.at(text.words, at, len(text.words)) if at < len(text.words) else None
    if tree[index].dep != "prep" or "as-cue" in kinds_at(text, at, len(text.words)):
        return False
    return bool(found and found[0] in _SETTINGS)


def _hull(tree: Tree, nodes: Sequence[int]) -> Nodes | None:
    if not nodes:
        return None
    return min(tree[n].left for n in nodes), max(tree[n].right for n in nodes)


def _opens_content(text: Text, tree: Tree, clause: int) -> bool:
    """Whether a clause that hangs on a noun begins with a that-word or a word of purpose."""
    at = text.index_at(tree[tree[clause].left].start)
    found = text.lexicon.joints.at(text.words, at, len(text.words)) if at < len(text.words) else None
    return bool(found and found[0] & {"that", "purpose"})


def _strip_that(text: Text, tree: Tree, clause: int) -> Nodes:
    left, right = tree[clause].left, tree[clause].right
    while left < right - 1 and (tree[left].dep == "punct" or _is_that(text, tree, left)):
        left += 1
    return left, right


def _is_that(text: Text, tree: Tree, index: int) -> bool:
    at = text.index_at(tree[index].start)
    found = text.lexicon.joints.at(text.words, at, at + 1) if at < len(text.words) else None
    return bool(tree[index].dep == "mark" and found and "that" in found[0])


def _without_cue(tree: Tree, index: int, content: Nodes) -> Nodes:
    """A content without a cue that hangs at its end ("S, officials said"); one inside stays."""
    left, right = content
    if left < tree[index].left and index < right <= tree[index].right:
        return left, tree[index].left
    return content

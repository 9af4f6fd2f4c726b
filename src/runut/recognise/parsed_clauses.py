"""Reported speech read from dependency trees: content from the complement of a cue, speaker from its subject.

The same drafts as `indirect` makes from the order of words alone, so everything after them is shared.

Source: content as clausal complement and speaker as subject follow the quotation extractors of textacy and of the
Gender Gap Tracker (Asr et al. 2021); the nominal forms follow the guidelines of PolNeAR (Newell et al. 2018).
"""

from collections.abc import Sequence
from dataclasses import replace

from runut.recognise.clauses import Text
from runut.recognise.credits import media_phrase
from runut.recognise.cues import CueHit, Report
from runut.recognise.direct import Draft
from runut.recognise.parsed import Tree, joint_kinds
from runut.recognise.parsed_agents import verb_agent
from runut.recognise.parsed_contents import Nodes, hull, make_draft, strip_that
from runut.recognise.parsed_extents import speaks_anew, with_rest
from runut.recognise.parsed_inserted import around, with_front
from runut.recognise.parsed_nouns import noun_drafts, source_drafts
from runut.recognise.parsed_quotes import introduced_drafts
from runut.recognise.parsed_relays import without_relays

_CLAUSES = frozenset(("ccomp", "xcomp"))
_ASKED = frozenset(("ccomp", "xcomp", "dobj", "dative", "nsubj"))
_BESIDE = frozenset(("npadvmod", "advmod", "advcl", "tmod", "punct", "cc", "conj", "prt", "aux", "neg", "agent"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
_TIMES = frozenset(("npadvmod", "prep"))
_OBJECTS = frozenset(("nsubjpass", "dobj", "oprd", "dative", "pobj", "pcomp", "ccomp", "xcomp", "nsubj"))
_TELLING = frozenset(("occasion", "means"))
_SETTINGS = frozenset(("occasion", "time", "place", "means"))
_SILENCE = "parsed-silence"
"""The rule of a draft that tells of silence: no statement, but what stands in it is none either."""
_SPARE_RULES = frozenset(("according", "inserted-cue", "clause-cue"))
"""Rules of word order that are trusted where the tree shows no content for their cue."""


def read_sentence(text: Text, number: int, tree: Tree, direct: list[Draft], indirect: list[Draft]) -> list[Draft]:
    """All drafts of a sentence: its direct ones, those of its tree, and of `indirect` (word order) what both miss."""
    found = parsed_drafts(text, number, tree, direct)
    direct = [_with_subject(text, tree, draft) for draft in direct]
    direct += introduced_drafts(text, number, tree, direct + found)
    cues = {draft.cue for draft in found}
    spare = [
        draft
        for draft in indirect
        if draft.rule in _SPARE_RULES
        and draft.cue not in cues
        and not any(_is_same(draft, other) or _holds_cue(draft, other) for other in direct + found)
    ]
    return direct + found + spare


def _with_subject(text: Text, tree: Tree, draft: Draft) -> Draft:
    """A direct draft whose cue shares the subject of another clause or stands for one ("…, writing “S”", "which says
    “S”"), with that subject.
    """
    if not (draft.report and draft.cue):
        return draft
    index = next((i for i, node in enumerate(tree) if node.start == draft.cue[0]), None)
    if index is None or not (draft.report.order == "joined" or tree[index].dep == "relcl"):
        return draft
    agent = verb_agent(text, tree, index)
    return replace(draft, agent=agent) if agent else draft


def parsed_drafts(text: Text, number: int, tree: Tree, taken: Sequence[Draft]) -> list[Draft]:
    """Drafts of the indirect statements of sentence `number`, read from its tree; `taken` are its direct ones."""
    places = {node.start: index for index, node in enumerate(tree)}
    drafts: dict[tuple[int, int], Draft] = {}
    for hit in text.cues_of(text.sentences[number]):
        index = places.get(hit.start)
        if index is None or any(d.cue and d.cue[0] <= hit.start < d.cue[1] for d in taken):
            continue
        if tree[index].pos == "VERB":
            draft = _by_verb(text, number, tree, index, hit)
            if draft and _is_free(draft, taken) and not _names_medium(text, hit, draft):
                drafts.setdefault((draft.start, draft.end), draft)
    begun = {draft.start for draft in drafts.values()}
    for draft in source_drafts(text, number, tree) + noun_drafts(text, number, tree):
        if _is_free(draft, taken) and not (draft.start in begun and _is_medium(text, draft)):
            drafts.setdefault((draft.start, draft.end), draft)
    own = without_relays(text, [drafts[key] for key in sorted(drafts)])
    return [draft for draft in own if not _is_nested(draft, own) and draft.rule != _SILENCE]


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


def _holds_cue(draft: Draft, other: Draft) -> bool:
    return bool(other.cue and draft.start <= other.cue[0] < draft.end)


def _names_medium(text: Text, hit: CueHit, draft: Draft) -> bool:
    """Whether a cue is a word of provenance and its content no more than the name it credits ("citing Reuters")."""
    credit = text.lexicon.credits.at(text.words, hit.index, len(text.words))
    if not credit or not any(c.place == "before" and c.of == "media" for c in credit[0]):
        return False
    return all(text.words[i].is_name for i in range(text.index_at(draft.start), text.index_at(draft.end)))


def _is_medium(text: Text, draft: Draft) -> bool:
    """Whether the speaker of a draft is an outlet or agency."""
    return bool(draft.agent and draft.agent.pieces and media_phrase(text, *draft.agent.pieces[-1]))


def _is_same(left: Draft, right: Draft) -> bool:
    common = min(left.end, right.end) - max(left.start, right.start)
    return 2 * common > max(left.end, right.end) - min(left.start, right.start)


def _by_verb(text: Text, number: int, tree: Tree, index: int, hit: CueHit) -> Draft | None:
    for report in hit.readings:
        content = _content(text, tree, index, hit, report) or around(text, tree, index, report)
        if content:
            outer = speaks_anew(text, tree, index)
            agent = verb_agent(text, tree, index if outer is None else outer)
            draft = make_draft(text, tree, number, content, (hit.start, hit.end), report, agent) if agent else None
            silent = agent and agent.negated and _is_silence(text, tree, content, report)
            return replace(draft, rule=_SILENCE) if draft and silent else draft
    return None


def _is_silence(text: Text, tree: Tree, content: Nodes, report: Report) -> bool:
    """Whether a negated cue tells that nothing was said (`did not say where`, `did not respond to it`)."""
    if report.frame == "object":
        return report.polarity == "assert"
    return "question" in joint_kinds(text, tree, content[0])


def _content(text: Text, tree: Tree, index: int, hit: CueHit, report: Report) -> Nodes | None:
    """What is said, asked or denied with the cue at node `index`, as its frame allows."""
    children = tree[index].children
    after = _after(tree, index, hit)
    if report.frame in ("clause", "that"):
        wanted = _CLAUSES if report.frame == "clause" else ("ccomp",)
        clause = next((c for c in (*children, *after) if tree[c].dep in wanted), None)
        if clause is None:
            return _postponed(text, tree, index)
        if tree[clause].dep == "xcomp":
            return hull(tree, [c for c in after if c == clause or (c < clause and tree[c].dep in _ASKED)])
        content = _past_time(text, tree, index, strip_that(text, tree, clause))
        content = with_rest(text, tree, index, _with_first(tree, index, content))
        return _without_cue(tree, index, with_front(text, tree, index, content))
    if report.frame == "quote":
        return _quoted_before(text, tree, index)
    if report.frame == "action" and any(tree[c].dep in _CLAUSES for c in after):
        return hull(tree, [c for c in after if tree[c].dep in _ASKED])
    if report.frame == "object":
        passive = [c for c in children if tree[c].dep == "nsubjpass"]
        stop = _next_act(text, tree, after)
        parts = [c for c in after if c < stop and (_is_joined(text, tree, c) or _is_object(text, tree, c))]
        return _object(text, tree, passive or parts)
    return None


def _with_first(tree: Tree, index: int, content: Nodes) -> Nodes:
    """A content before its cue with the clause that it is joined to: in `S, but T, Y told Z` parsers hang the telling
    on S, and Y said both.
    """
    head = tree[index].head
    joined = tree[index].dep == "conj" and content[1] <= index and content[0] > 0
    return (tree[head].left, content[1]) if joined and tree[content[0] - 1].dep == "cc" else content


def _next_act(text: Text, tree: Tree, after: Sequence[int]) -> int:
    """The first verb joined to a cue, of what hangs on it: what follows is that verb's."""
    acts = (c for c in after if tree[c].dep == "conj" and tree[c].pos == "VERB" and not _is_joined(text, tree, c))
    return next(acts, len(tree))


def _is_object(text: Text, tree: Tree, index: int) -> bool:
    """Whether what hangs on a cue is a part of its object: neither beside it nor a setting."""
    return tree[index].dep not in _BESIDE and not _is_setting(text, tree, index)


def _is_joined(text: Text, tree: Tree, index: int) -> bool:
    """Whether what is joined to a verb says on what its object began ("cited the deal, and the fact that S")."""
    if tree[index].dep != "conj":
        return False
    marks = [c for c in tree[index].children if tree[c].dep == "mark"]
    listed = tree[index].pos == "NOUN" and "and" in joint_kinds(text, tree, tree[index].left - 1)
    return listed or any("that" in joint_kinds(text, tree, c) for c in marks)


def _past_time(text: Text, tree: Tree, index: int, content: Nodes) -> Nodes:
    """A content right behind its cue without the time of speaking (`She said Monday the road was open`)."""
    left, right = content
    time = next((n for n in range(left, right) if tree[n].left == left and tree[n].dep in _TIMES), None)
    if left != index + 1 or time is None or not left < tree[time].right < right - 1:
        return content
    last = text.index_at(tree[tree[time].right - 1].start)
    if not any(tree[c].dep in _SUBJECTS and tree[c].left >= tree[time].right for c in tree[tree[time].head].children):
        return content
    return (tree[time].right, right) if last in text.in_time else content


def _object(text: Text, tree: Tree, parts: Sequence[int]) -> Nodes | None:
    """What is denied, praised, asked for; a pronoun alone says nothing."""
    if not any(tree[c].dep in _OBJECTS for c in parts):
        return None
    if len(parts) == 1 and tree[parts[0]].pos == "PRON" and not tree[parts[0]].children:
        return None
    if len(parts) == 1 and tree[parts[0]].dep == "ccomp":
        return strip_that(text, tree, parts[0])
    content = hull(tree, parts)
    if content and tree[parts[0]].dep == "nsubjpass" and _points_back(text, tree, content):
        return None
    that = _set_off_that(text, tree, content) if content else None
    return (content[0], that - 1) if content and that else content


def _postponed(text: Text, tree: Tree, index: int) -> Nodes | None:
    """`X reported, citing Y, that S`: the clause that a that-word after a comma opens, wherever the tree hangs it."""
    that = _set_off_that(text, tree, (index + 1, tree[index].right)) or _that_behind_setting(text, tree, index)
    that = that or _bare_that(text, tree, index)
    return (that + 1, tree[index].right) if that and that + 1 < tree[index].right else None


def _quoted_before(text: Text, tree: Tree, index: int) -> Nodes | None:
    """The clause in quotation marks before a cue that reports nothing but quotations (`“S,” the report read`)."""
    clause = next((c for c in tree[index].children if tree[c].dep == "ccomp" and c < index), None)
    if clause is None:
        return None
    left, right = strip_that(text, tree, clause)
    at = text.index_at(tree[left].start)
    return (left, right) if at < len(text.words) and text.quote_of[at] >= 0 else None


def _bare_that(text: Text, tree: Tree, index: int) -> int | None:
    """The that-word right behind a cue that opens what the tree takes for no clause (`found that “the test rests”`)."""
    that = index + 1
    opens = that < len(tree) and tree[that].head >= index and tree[that].dep == "mark"
    return that if opens and "that" in joint_kinds(text, tree, that) else None


def _that_behind_setting(text: Text, tree: Tree, index: int) -> int | None:
    """The that-word of what is said where the tree hangs it on how it was said (`X told Y in an interview that S`)."""
    for child in tree[index].children:
        if tree[child].dep != "prep" or child < index:
            continue
        at = text.index_at(tree[child].start)
        setting = text.lexicon.settings.at(text.words, at, len(text.words))
        credit = text.lexicon.credits.at(text.words, at, len(text.words))
        if (setting and setting[0] in _TELLING) or (credit and any(c.place == "alone" for c in credit[0])):
            inside = range(child + 1, tree[child].right)
            marks = (n for n in inside if tree[n].dep == "mark" and "that" in joint_kinds(text, tree, n))
            return next(marks, None)
    return None


def _set_off_that(text: Text, tree: Tree, nodes: Nodes) -> int | None:
    """The first that-word of a range that stands after a comma and opens a clause."""
    inside = range(nodes[0] + 1, nodes[1])
    return next(
        (
            i
            for i in inside
            if tree[i - 1].low == "," and tree[i].dep == "mark" and "that" in joint_kinds(text, tree, i)
        ),
        None,
    )


def _points_back(text: Text, tree: Tree, content: Nodes) -> bool:
    """Whether a content is only a word for what was said before ("the news")."""
    begin, end = text.index_at(tree[content[0]].start), text.index_at(tree[content[1] - 1].end)
    found = text.lexicon.nouns.at(text.words, begin, end) if begin < end else None
    return bool(found and found[1] == end - begin and any(kind == "anaphor" for kind, _ in found[0]))


def _after(tree: Tree, index: int, hit: CueHit) -> list[int]:
    """What hangs on the words of a cue and stands after it: for "called for" also what hangs on "for"."""
    inside = [index]
    while inside[-1] + 1 < len(tree) and tree[inside[-1] + 1].end <= hit.end:
        inside.append(inside[-1] + 1)
    return [c for n in inside for c in tree[n].children if tree[c].start >= hit.end]


def _is_setting(text: Text, tree: Tree, index: int) -> bool:
    """Whether a prepositional phrase tells when, where or how and is no part of what is said."""
    if tree[index].dep != "prep" or "as-cue" in joint_kinds(text, tree, index):
        return False
    at = text.index_at(tree[tree[index].left].start)
    if at < len(text.words) and text.quote_of[at] >= 0:
        return False
    found = text.lexicon.settings.at(text.words, at, len(text.words)) if at < len(text.words) else None
    return bool(found and found[0] in _SETTINGS)


def _without_cue(tree: Tree, index: int, content: Nodes) -> Nodes:
    """A content without a cue that hangs at its end ("S, officials said"); one inside stays."""
    left, right = content
    if left < tree[index].left and index < right <= tree[index].right:
        return left, tree[index].left
    return content

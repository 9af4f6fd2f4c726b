"""What a copy or rewrite left out: a hedge, a condition, a negation, the agency or the speaker it came from.

Precision before recall: the words around the gap must face each other, and the other page must not say it nearby.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise, permutations

from runut.compare.force import condition_words, doubts, hedges, negations
from runut.compare.material import Material, Token
from runut.compare.origins import Reuse
from runut.compare.pairs import Pair
from runut.compare.ways import SETTINGS, source_name
from runut.knowledge.outlets import outlet_name
from runut.knowledge.world import agency_of, outlet_of
from runut.records.claims import Dropped, DroppedKind
from runut.records.groups import ReusePair
from runut.records.spans import Span
from runut.records.statements import Statement
from runut.text.distance import Change, changes

LIKE_ORDER = 0.5
"""Likeness of word order from which one rendering is a rewrite of the other; below, both chose their own words."""
CLOSE_ORDER, VERBATIM = 0.65, 0.8
"""Likeness from which single words count as left out; from which, in shared text, even a "not" does: below, two
sentences with and without it are two statements."""
NEAR = ("same", "compatible")
"""Only words of one speaker can be left out."""
LONGEST = 5
"""Words that a left-out hedge or negation stands among; where more is gone, a whole clause was cut."""
KEPT = 4
"""Words of the consequence that must be kept for a condition to be missed."""
BREAKS = frozenset('.!?;:"“”«»')
"""Marks that part one sentence or quotation from the next."""
MOST_PAIRS = 60
"""Pairs of renderings looked at for one claim; bounds the work of claims with very many copies."""


def find_dropped(
    material: Material,
    statements: Sequence[Statement],
    pairs: Mapping[tuple[str, str], Pair],
    reuse: Reuse,
) -> tuple[Dropped, ...]:
    """What renderings of one claim lack that a fuller rendering has, in the order of articles and offsets."""
    found: dict[tuple[str, DroppedKind, str], Dropped] = {}
    looked = 0
    for fuller, other in permutations(statements, 2):
        pair = pairs.get((fuller.id, other.id))
        if looked >= MOST_PAIRS:
            break
        if (
            pair is None
            or fuller.content.article == other.content.article
            or (pair.order < LIKE_ORDER and (fuller.content.article, other.content.article) not in reuse)
            or pair.fit not in NEAR
        ):
            continue
        looked += 1
        for dropped in _between(material, fuller, other, pair.order, reuse):
            found.setdefault((dropped.article, dropped.what, material.text(dropped.span)), dropped)
    return tuple(found[key] for key in sorted(found))


def _between(material: Material, fuller: Statement, other: Statement, order: float, reuse: Reuse) -> Iterator[Dropped]:
    article = other.content.article
    language = material.article[article].language
    shared = reuse.get((fuller.content.article, article))
    heard_apart = fuller.form == other.form == "direct" and not shared
    if shared:
        yield from _cut_off(material, fuller, other, language)
    if order < LIKE_ORDER:
        return
    if language == material.article[fuller.content.article].language and order >= CLOSE_ORDER and not heard_apart:
        for dropped in _words(material, fuller, other, language):
            if dropped.what != "negation" or (shared and order >= VERBATIM):
                yield dropped
    if shared and (shared.kind != "partial" or _is_source(shared, fuller.content.article)):
        yield from _credits(material, fuller, article)


def _is_source(pair: ReusePair, article: str) -> bool:
    return pair.source == ("left" if pair.left == article else "right")


def _words(material: Material, fuller: Statement, other: Statement, language: str) -> Iterator[Dropped]:
    mine, theirs = material.tokens_in(fuller.content), material.tokens_in(other.content)
    near = material.tokens_in(_around(material, other))
    conditions = condition_words(language)
    kinds: tuple[tuple[DroppedKind, Collection[str]], ...] = (
        ("hedge", doubts(language) & hedges(language)),
        ("negation", negations(language)),
        ("condition", conditions),
    )
    for change in changes([token.key for token in mine], [token.key for token in theirs]):
        run = mine[change.left_start : change.left_end]
        for what, words in kinds:
            at = next((n for n, token in enumerate(run) if token.word in words), None)
            if at is None or any(token.word in words for token in near) or _is_doubtful(other, what):
                continue
            whole = what == "condition" and _is_joined(
                material, fuller.content.article, mine[max(0, change.left_start - 1) : change.left_end]
            )
            if whole and _opens(run, at, conditions) and _is_clause(change, run, at, mine, theirs):
                yield Dropped(other.content.article, what, _span(fuller, run[at:]))
            elif what != "condition" and _is_cut(change, run, mine, theirs):
                yield Dropped(other.content.article, what, _span(fuller, run[at : at + 1]))


def _cut_off(material: Material, fuller: Statement, other: Statement, language: str) -> Iterator[Dropped]:
    """A condition at either end of a rendering whose other words are all of a copy's sentence, however long it is."""
    mine, theirs = material.tokens_in(fuller.content), material.tokens_in(other.content)
    conditions = condition_words(language)
    kept, gone = len(theirs), len(mine) - len(theirs)
    if kept < KEPT or gone < KEPT or _is_doubtful(other, "condition"):
        return
    if any(t.word in conditions for t in material.tokens_in(_around(material, other))):
        return
    keys, shorter = [token.key for token in mine], [token.key for token in theirs]
    follows = material.article[other.content.article].text[other.content.end : other.content.end + 2].strip()
    if keys[:kept] == shorter and not follows[:1].isalnum():
        run = mine[kept:]
    elif keys[gone:] == shorter:
        run = mine[:gone]
    else:
        return
    at = next((n for n, token in enumerate(run[:2]) if token.word in conditions), None)
    joined = mine[kept - 1 :] if run[0] is mine[kept] else mine[: gone + 1]
    if at is not None and _opens(run, at, conditions) and _is_joined(material, fuller.content.article, joined):
        yield Dropped(other.content.article, "condition", _span(fuller, run[at:]))


def _opens(run: Sequence[Token], at: int, conditions: Mapping[str, frozenset[str]]) -> bool:
    """Whether the word opens a condition here, by what follows it."""
    return at + 1 < len(run) and run[at + 1].word not in conditions[run[at].word] and run[at + 1].kind != "number"


def _is_joined(material: Material, article: str, tokens: Sequence[Token]) -> bool:
    """Whether no sentence ends and no quotation begins among these words: no condition reaches over those."""
    text = material.article[article].text
    return all(not set(text[a.end : b.start]) & BREAKS for a, b in pairwise(tokens))


def _is_cut(change: Change, run: Sequence[Token], mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether just these words are gone and the word that follows them stands in both."""
    follows = change.left_end < len(mine) and change.right_end < len(theirs)
    return follows and len(run) <= LONGEST and change.right_end - change.right_start <= 1


def _is_clause(change: Change, run: Sequence[Token], at: int, mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether a whole condition is gone: nothing stands in its place, and the words on its other side are kept."""
    kept = len(mine) - len(run)
    return at <= 1 and change.right_end == change.right_start and kept >= KEPT and len(theirs) >= KEPT and len(run) > 2


def _is_doubtful(other: Statement, what: DroppedKind) -> bool:
    """Whether the other page's cue or grammar already says it."""
    if what == "hedge":
        return other.modality == "possible" or bool(other.cue and other.cue.polarity in ("hedge", "warn"))
    if what == "negation":
        return other.negated or bool(other.cue and other.cue.polarity == "deny")
    return other.modality == "conditional"


def _around(material: Material, statement: Statement) -> Span:
    """The sentence in which a statement begins and all of its content."""
    sentence = material.sentence_of(statement.content)
    start = min(sentence.start, statement.content.start)
    return Span(sentence.article, start, max(sentence.end, statement.content.end))


def _credits(material: Material, fuller: Statement, article: str) -> Iterator[Dropped]:
    """Agencies or outlets that a copied rendering credits and the other page never names."""
    page = material.article[article]
    printed = f"{page.text} {outlet_name(page)} {page.outlet or ''}".casefold()
    credited = {source_name(credit.who) for credit in page.credits}
    said: set[str] = set()
    for link in fuller.chain:
        name = source_name(link.who)
        if not link.adds_origin or link.span is None or link.how in SETTINGS or name in credited:
            continue
        if not (agency_of(link.who) or outlet_of(link.who)) or name in said:
            continue
        if link.who.casefold() in printed or name.casefold() in printed:
            continue
        said.add(name)
        yield Dropped(article, "attribution", link.span)


def _span(statement: Statement, tokens: Sequence[Token]) -> Span:
    return Span(statement.content.article, tokens[0].start, tokens[-1].end)

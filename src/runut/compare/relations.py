"""How two renderings relate: the same, one stronger, a part, or opposed; and which words differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.compare.force import levels, negations
from runut.compare.material import Material, Token
from runut.compare.pairs import Pair
from runut.compare.reasons import reason
from runut.records.claims import Relation, RelationKind, WordDifference
from runut.records.notes import Reason
from runut.records.spans import Span
from runut.records.statements import Statement
from runut.text.distance import Change, changes

PART_HELD = 0.75
"""Share of the shorter one's weight that the longer must hold for it to be a part."""
PART_LEFT = 0.5
"""Share of the longer one's weight that a part has at most; above, the two are the same with details."""
STEPS = 2
"""Steps on a scale of force that make one rendering stronger; one step is within what translators do."""
SHORT = 3
"""Words that may change together with a negation; more make another clause."""
CLOSE = 0.55
"""Likeness of word order from which a negation on one side only is an opposition; below, the clauses differ anyway."""


@dataclass(frozen=True, slots=True)
class _View:
    statement: Statement
    tokens: Sequence[Token]
    language: str


def relate(material: Material, left: Statement, right: Statement, pair: Pair | None) -> Relation:
    """What `left` is to `right`, with reasons and differing words. Where one is a part, it is the left."""
    views = [
        _View(s, material.tokens_in(s.content), material.article[s.content.article].language) for s in (left, right)
    ]
    held = [_held(views[0].tokens, views[1].tokens), _held(views[1].tokens, views[0].tokens)]
    if held[1] >= PART_HELD and held[0] <= PART_LEFT:
        views.reverse()
        held.reverse()
    one, other = views
    kind, because = _kind(one, other, held, pair)
    spans = (one.statement.content, other.statement.content)
    score = pair.likelihood if pair else 0.0
    differing = word_differences(one.tokens, other.tokens, spans) if one.language == other.language else ()
    return Relation(one.statement.id, other.statement.id, kind, score, because, differing)


def _kind(
    one: _View, other: _View, held: Sequence[float], pair: Pair | None
) -> tuple[RelationKind, tuple[Reason, ...]]:
    spans = (one.statement.content, other.statement.content)
    denial = _denial(one, other, pair)
    if denial:
        return "opposed", (denial,)
    force = _force(one, other)
    if force:
        return ("stronger" if force.rule == "binds-more" else "weaker"), (force,)
    if held[0] >= PART_HELD and held[1] <= PART_LEFT:
        return "part", (reason("holds-less", (f"{100 * held[1]:.0f}",), spans),)
    because = [reason("renders-same", (f"{100 * max(held):.0f}",), spans)]
    if pair and pair.meaning is not None:
        because.append(reason("same-meaning", (f"{100 * pair.meaning:.0f}",), spans))
    return "same", tuple(because)


def _denial(one: _View, other: _View, pair: Pair | None) -> Reason | None:
    polar = {view.statement.cue.polarity if view.statement.cue else "assert" for view in (one, other)}
    if "deny" in polar and polar & {"assert", "confirm", "accuse"}:
        cues = [v.statement.cue for v in (one, other) if v.statement.cue and v.statement.cue.polarity == "deny"]
        return reason("denies", (cue.lemma for cue in cues), [cue.span for cue in cues])
    if one.language != other.language or not pair or pair.order < CLOSE:
        return None
    found = [*_negated(one, other), *_negated(other, one)]
    return (
        reason("denies", (token.word for token, _ in found), [span for _, span in found]) if len(found) == 1 else None
    )


def _negated(one: _View, other: _View) -> list[tuple[Token, Span]]:
    """Negations of one side whose clause the other has without them: the words after them stand in both."""
    words, article = negations(one.language), one.statement.content.article
    found = []
    for change in changes([token.key for token in one.tokens], [token.key for token in other.tokens]):
        run = one.tokens[change.left_start : change.left_end]
        ends = change.left_end == len(one.tokens) or change.right_end == len(other.tokens)
        if ends or len(run) > SHORT or change.right_end - change.right_start > 1:
            continue
        found += [(token, Span(article, token.start, token.end)) for token in run if token.word in words]
    return found


def _force(one: _View, other: _View) -> Reason | None:
    mine, theirs = levels(one.tokens, one.language), levels(other.tokens, other.language)
    for scale in ("duty", "certainty", "degree"):
        left, right = mine.get(scale), theirs.get(scale)
        if left and right and abs(left.level - right.level) >= STEPS:
            spans = [
                Span(view.statement.content.article, force.token.start, force.token.end)
                for view, force in ((one, left), (other, right))
            ]
            rule = "binds-more" if left.level > right.level else "binds-less"
            return reason(rule, (left.token.word, right.token.word, scale), spans)
    return None


def word_differences(
    left: Sequence[Token], right: Sequence[Token], spans: tuple[Span, Span]
) -> tuple[WordDifference, ...]:
    """Runs of words of either side that the other has otherwise or not at all, in order; equal roots are equal."""
    found = changes([token.key for token in left], [token.key for token in right])
    return tuple(_difference(change, left, right, spans) for change in found)


def _difference(
    change: Change, left: Sequence[Token], right: Sequence[Token], spans: tuple[Span, Span]
) -> WordDifference:
    sides = (
        _run(left[change.left_start : change.left_end], spans[0].article),
        _run(right[change.right_start : change.right_end], spans[1].article),
    )
    return WordDifference(*sides)


def _run(tokens: Sequence[Token], article: str) -> Span | None:
    return Span(article, tokens[0].start, tokens[-1].end) if tokens else None


def _held(mine: Sequence[Token], theirs: Sequence[Token]) -> float:
    """Share of the weight of `mine` that `theirs` has too."""
    weight = {token.key: token.weight for token in mine}
    keys = {token.key for token in theirs}
    return sum(w for key, w in weight.items() if key in keys) / max(sum(weight.values()), 0.1)

"""How strongly the same thing is said: must against may, a flat assertion against a guess, a denial against a doubt."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from runut.compare.aligned import Aligned
from runut.compare.difference import Difference
from runut.compare.force import FLAT, Force, hedges, levels
from runut.compare.material import Material, Token
from runut.compare.pairs import Pair
from runut.records.claims import Claim
from runut.records.spans import Span

HELD = 0.75
"""What the share held of the lighter sentence counts for beside the share of both."""
STEPS = 2
"""Steps on a scale from which two versions differ in force; one is within what translators do."""
LEAST_SHARED = 0.42
"""Share of words from which a sentence without a hedge is the flat version of one with it."""
LEAST_IN_CLAIM = 0.25
"""The same where both are renderings of one claim, so that more than these words says that they are one."""


def force_differs(
    material: Material, claims: Sequence[Claim], pairs: Sequence[Pair], near: Iterable[Aligned]
) -> Iterator[Difference]:
    """Words of force two steps apart, in renderings of one claim and in aligned sentences."""
    known = {(pair.left, pair.right): pair for pair in pairs}
    statements = {statement.id: statement for statement in material.statements}
    for claim in claims:
        for one, other in combinations(sorted(claim.statements), 2):
            left, right = statements[one].content, statements[other].content
            pair = known.get((one, other)) or known.get((other, one))
            alike = pair is not None and max(pair.shared, HELD * pair.held) >= LEAST_IN_CLAIM
            yield from _between(material, left, right, alike, claim.id)
    for match in near:
        alike = max(match.shared, HELD * match.held) >= LEAST_SHARED
        yield from _between(material, match.left.span, match.right.span, alike, None)


def _between(material: Material, left: Span, right: Span, alike: bool, claim: str | None) -> Iterator[Difference]:
    languages = material.article[left.article].language, material.article[right.article].language
    if left.article == right.article or languages[0] != languages[1]:
        return
    tokens = material.tokens_in(left), material.tokens_in(right)
    found = levels(tokens[0], languages[0]), levels(tokens[1], languages[1])
    for scale in sorted(found[0].keys() | found[1].keys()):
        mine, other = found[0].get(scale), found[1].get(scale)
        if mine and other and abs(mine.level - other.level) >= STEPS and _meets(mine, tokens[0], other, tokens[1]):
            yield _difference(material, scale, mine.token, other.token, left.article, right.article, claim)
        elif scale == "certainty" and (mine is None) != (other is None) and alike:
            flat = _flat(mine or other, tokens[1] if mine else tokens[0], tokens[0] if mine else tokens[1])
            if flat and not _is_hedged(material, flat, right if mine else left, languages[0]):
                one, two = (mine.token, flat) if mine else (flat, other.token if other else flat)
                yield _difference(material, scale, one, two, left.article, right.article, claim)


def _meets(left: Force, mine: Sequence[Token], right: Force, theirs: Sequence[Token]) -> bool:
    """Whether two words of force colour the same: a word of weight right beside the one stands beside the other."""
    return not _beside(left, mine).isdisjoint(_beside(right, theirs))


def _beside(force: Force, tokens: Sequence[Token]) -> frozenset[str]:
    """The nearest words of weight, two before and three after a word of force."""
    heavy = [token for token in tokens if token.kind != "function" and token.word != force.token.word]
    before = [token.key for token in heavy if token.end <= force.token.start][-2:]
    return frozenset(before + [token.key for token in heavy if token.start >= force.token.end][:3])


def _is_hedged(material: Material, flat: Token, span: Span, language: str) -> bool:
    """Whether the sentence around a flat word has a hedge of its own, beyond the words that were compared."""
    sentence = material.sentence_of(Span(span.article, flat.start, flat.end))
    words = {token.word for token in material.tokens_in(sentence)}
    return not words.isdisjoint(hedges(language) | {f"{word}nya" for word in hedges(language)})


def _flat(hedge: Force | None, flat: Sequence[Token], hedged: Sequence[Token]) -> Token | None:
    """The word of the flat version that follows the hedge in the other: what is asserted there."""
    if hedge is None or FLAT - hedge.level < STEPS:
        return None
    following = [token for token in hedged if token.start > hedge.token.start and token.kind != "function"][:2]
    keys = {token.key for token in following}
    around = _beside(hedge, hedged)
    return next((token for token in flat if token.key in keys and _keeps(around, token, flat)), None)


def _keeps(around: frozenset[str], token: Token, flat: Sequence[Token]) -> bool:
    """Whether a second of the words beside the hedge stands beside the flat word."""
    return not _beside(Force("certainty", FLAT, token), flat).isdisjoint(around - {token.key})


def _difference(
    material: Material, scale: str, left: Token, right: Token, one: str, other: str, claim: str | None
) -> Difference:
    spans = Span(one, left.start, left.end), Span(other, right.start, right.end)
    shown = (material.text(spans[0]), material.text(spans[1]))
    return Difference(
        kind="force",
        tier="C",
        severity="medium",
        rule="force-differs",
        slot=scale,
        left=left.word,
        right=right.word,
        shown=shown,
        spans=spans,
        values=(*shown, scale),
        claim=claim,
    )

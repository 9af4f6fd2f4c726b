"""The same words said by one speaker on two days."""

from collections.abc import Iterator, Sequence

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.occasion import days_apart
from runut.compare.pairs import Pair
from runut.compare.scope import scope_words
from runut.compare.stretches import story_scale
from runut.records.claims import Tier
from runut.records.spans import Span
from runut.records.statements import Statement
from runut.text.distance import words_of

SAME_WORDS = 0.8
"""Likeness of word order from which two quotations are the same words, and so were said once."""
LONG_ENOUGH = 12.0
"""Weight that two quotations must share: set phrases are said on many days."""


def said_differs(material: Material, pairs: Sequence[Pair]) -> Iterator[Difference]:
    """Printed days of speaking that exclude each other, of one quotation in two articles."""
    scale = story_scale(material)
    for pair in pairs:
        if pair.fit not in ("same", "compatible") or pair.order < SAME_WORDS or pair.weight * scale < LONG_ENOUGH:
            continue
        left, right = material.statement[pair.left], material.statement[pair.right]
        if left.content.article == right.content.article or not (left.quotes and right.quotes):
            continue
        days = _day(material, left), _day(material, right)
        if days[0] and days[1] and days[0][0] != days[1][0]:
            yield _difference(material, days[0], days[1], _tier(material, (left, right), days))


def _day(material: Material, statement: Statement) -> tuple[str, Span] | None:
    """The one day on which a statement was said, where a date in figures beside it says so, and its place."""
    said = statement.said
    if said is None or said.span is None or said.first[:10] != said.last[:10]:
        return None
    printed = any(char.isdigit() for char in material.text(said.span))
    return (said.first[:10], said.span) if printed else None


def _tier(material: Material, statements: tuple[Statement, Statement], days: Sequence[tuple[str, Span] | None]) -> Tier:
    """B, or C where something else may explain it: the day that a release came in, or two clocks.

    Two clocks: days beside each other, and a speaker or a word of another zone.
    """
    (left, one), (right, other) = (day for day in days if day)
    if any(link.how == "released" for statement in statements for link in statement.chain):
        return "C"
    if days_apart(left, right) > 1:
        return "B"
    for statement, span in zip(statements, (one, other), strict=True):
        language = material.article[span.article].language
        text = material.article[span.article].text
        near = words_of(text, span.start, min(len(text), span.end + 30))
        if any(word.folded in scope_words(language, "zone") for word in near):
            return "C"
        entity = material.entity_of.get(statement.speaker.entity or "") if statement.speaker else None
        if entity and entity.country not in (None, HOME.get(language)):
            return "C"
    return "B"


HOME = {"id": "IDN"}
"""The country whose clock the pages of a language keep, where there is one."""


def _difference(material: Material, left: tuple[str, Span], right: tuple[str, Span], tier: Tier) -> Difference:
    spans = left[1], right[1]
    shown = (material.text(spans[0]), material.text(spans[1]))
    return Difference(
        kind="date",
        tier=tier,
        severity="medium",
        rule="said-on-two-days",
        slot="said",
        left=left[0],
        right=right[0],
        shown=shown,
        spans=spans,
        values=shown,
    )

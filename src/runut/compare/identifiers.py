"""Numbers that name one thing (a plate, a case, a flight) and differ in a sign or two."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.scope import scope_words
from runut.compare.stretches import Stretch
from runut.records.claims import Tier
from runut.records.spans import Span
from runut.text.distance import likeness

_IDENTIFIER = re.compile(r"[A-Z]{0,4}[ .-]?\d[\dA-Z]*(?:[ ./-](?:\d[\dA-Z]*|[A-Z]{1,3}(?![A-Z]))){0,6}(?![a-z])")
"""Digits with groups of digits and of up to three letters; longer ones are names ("Pasal 351 KUHP")."""
LEAST_SIGNS = 5
"""Letters and digits of a number from which it names one thing."""
LEAST_LIKE = 0.7
"""Likeness of two numbers from which they name one thing, one of them with a slip."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number, what it names, and where it stands."""

    label: str
    signs: str
    span: Span


def identifiers_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Numbers after the same label in two articles, alike but not equal, each article having one of that kind."""
    found: dict[str, dict[str, list[Identifier]]] = defaultdict(lambda: defaultdict(list))
    for stretch in stretches:
        for one in _identifiers(material, stretch):
            found[one.label][one.span.article].append(one)
    for label in sorted(found):
        for (_, mine), (_, other) in combinations(sorted(found[label].items()), 2):
            signs = {one.signs for one in mine}, {one.signs for one in other}
            if len(signs[0]) == len(signs[1]) == 1 and signs[0] != signs[1] and _alike(mine[0].signs, other[0].signs):
                yield identifier_difference(material, mine[0], other[0], "B")


def _identifiers(material: Material, stretch: Stretch) -> Iterator[Identifier]:
    labels = scope_words(stretch.language, "identifier")
    text = material.shadow[stretch.article]
    for piece in stretch.pieces:
        if piece.word in labels:
            start = piece.end
            while start < len(text) and text[start] in " :":
                start += 1
            match = _IDENTIFIER.match(text, start, stretch.span.end)
            signs = "".join(char for char in match[0] if char.isalnum()) if match else ""
            if match and len(signs) >= LEAST_SIGNS and sum(char.isdigit() for char in signs) >= 3:
                span = Span(stretch.article, match.start(), match.end())
                yield Identifier(labels[piece.word], signs, span)


def _alike(left: str, right: str) -> bool:
    """Whether two numbers are alike but for a sign or two, and neither is merely the other's beginning."""
    return not left.startswith(right) and not right.startswith(left) and likeness(left, right) >= LEAST_LIKE


def identifier_difference(material: Material, left: Identifier, right: Identifier, tier: Tier) -> Difference:
    """The difference of two numbers that name one thing."""
    shown = (material.text(left.span), material.text(right.span))
    return Difference(
        kind="number",
        tier=tier,
        severity="medium",
        rule="identifier-differs",
        slot=left.label,
        left=left.signs,
        right=right.signs,
        shown=shown,
        spans=(left.span, right.span),
        values=(*shown, left.label),
    )

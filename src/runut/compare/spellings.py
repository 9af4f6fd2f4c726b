"""Names that are spelt in two ways, and things with two colours, kinds or brands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.same_name import alike
from runut.compare.scope import scope_words
from runut.compare.stretches import Piece, Stretch
from runut.records.spans import Span
from runut.text.distance import near_spelling
from runut.text.names import name_sequence

SHORTEST = 5
"""Letters of a word of a name from which one letter more or less is a slip and not another name."""


def spellings_differ(material: Material) -> Iterator[Difference]:
    """Full names of people that two articles spell in two ways, one word of them differing by a letter or two."""
    named: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for findings in material.findings:
        for entity in findings.entities:
            if entity.kind == "person":
                for mention in entity.mentions:
                    words = name_sequence(material.text(mention))
                    if len(words) >= 2:
                        named[words].append(mention)
    for left, right in combinations(sorted(named), 2):
        word = _slip(left, right)
        if word:
            for one in named[left]:
                other = next((span for span in named[right] if span.article != one.article), None)
                if other:
                    yield _difference(material, "spelling-differs", "", one, other, " ".join(left), " ".join(right))


def _slip(left: Sequence[str], right: Sequence[str]) -> str | None:
    """The word in which two names of the same length differ by a letter or two, all others being the same."""
    if len(left) != len(right):
        return None
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(apart) != 1:
        return None
    one, other = apart[0]
    return one if min(len(one), len(other)) >= SHORTEST and near_spelling(one, other) else None


def attributes_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Words after "colour", "type" or "brand" that differ between articles, each article having one of them."""
    found: dict[str, dict[str, list[tuple[str, Span]]]] = defaultdict(lambda: defaultdict(list))
    for stretch in stretches:
        words = scope_words(stretch.language, "attribute")
        for at, piece in enumerate(stretch.pieces[:-1]):
            value = stretch.pieces[at + 1]
            if piece.word in words and value.kind in ("word", "name") and value.start - piece.end <= 1:
                found[words[piece.word]][stretch.article].append((value.word, _value(stretch, value)))
    for attribute in sorted(found):
        for (_, mine), (_, other) in combinations(sorted(found[attribute].items()), 2):
            if len({word for word, _ in mine}) == len({word for word, _ in other}) == 1:
                (left, one), (right, two) = mine[0], other[0]
                if not alike(left, right) and not near_spelling(left, right):
                    yield _difference(material, "attribute-differs", attribute, one, two, left, right)


def _value(stretch: Stretch, value: Piece) -> Span:
    return Span(stretch.article, value.start, value.end)


def _difference(material: Material, rule: str, slot: str, one: Span, other: Span, left: str, right: str) -> Difference:
    shown = (material.text(one), material.text(other))
    return Difference(
        kind="wording",
        tier="C",
        severity="low",
        rule=rule,
        slot=slot,
        left=left,
        right=right,
        shown=shown,
        spans=(one, other),
        values=(*shown, slot) if slot else shown,
    )

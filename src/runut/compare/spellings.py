"""Names that are spelt in two ways, and things with two colours, kinds or brands."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.same_name import alike
from runut.compare.scope import scope_words
from runut.compare.stretches import Piece, Stretch
from runut.languages.roots import stopwords
from runut.records.claims import Tier
from runut.records.spans import Span
from runut.text.distance import near_spelling, words_of
from runut.text.names import name_sequence

SOUNDS = (
    ("oe", "u"), ("ue", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("sy", "s"), ("ie", "i"),
    ("iy", "i"), ("h", ""), ("y", "i"), ("j", "i"), ("v", "f"), ("z", "s"), ("q", "k"), ("ck", "k"), ("x", "ks"),
)  # fmt: skip
_OWNING = re.compile(r"['’]s\b")
_DOUBLED = re.compile(r"(.)\1+")
Pair = tuple[str, str]
"""Two words of a name, folded."""
SHORTEST = 5
"""Letters of a word of a name from which one letter more or less is a slip and not another name."""


def spellings_differ(material: Material) -> Iterator[Difference]:
    """Full names of people that two articles spell in two ways: of their last two words one is the same, and the other
    differs by a letter or two.
    """
    capitals = {article.id: _capitals(material, article.id) for article in material.articles}
    seen: set[tuple[str, str, str]] = set()
    for findings in material.findings:
        for entity in findings.entities:
            if entity.kind != "person":
                continue
            for mention in entity.mentions:
                words = _folded(material.text(mention))
                if len(words) < 2:
                    continue
                first, last = words[-2:]
                if {first, last} & stopwords(findings.language):
                    continue
                for article in sorted(capitals.keys() - {findings.article}):
                    for pair, span in [*capitals[article].get(first, ()), *capitals[article].get(last, ())]:
                        if set(pair) & stopwords(findings.language):
                            continue
                        known = (article, f"{first} {last}", " ".join(pair))
                        if known not in seen and _is_slip(pair, (first, last)):
                            seen.add(known)
                            yield _difference(
                                material, "spelling-differs", "", mention, span, f"{first} {last}", " ".join(pair), "B"
                            )


def _is_slip(left: Pair, right: Pair) -> bool:
    """Whether two pairs of words differ in one of them, by a letter or two that no habit of spelling explains."""
    apart = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    if len(apart) != 1 or min(map(len, apart[0])) < SHORTEST:
        return False
    one, other = sorted(apart[0], key=len)
    return near_spelling(one, other) and other != f"{one}s" and _sounded(one) != _sounded(other)


def _folded(name: str) -> tuple[str, ...]:
    """The words of a name without the ending of one who owns ("Marsh's")."""
    return name_sequence(_OWNING.sub("", name))


def _sounded(word: str) -> str:
    """A name's word as it sounds, whatever the spelling: without h, doubled letters and old digraphs.

    Source: the Indonesian spellings of 1947 and 1972 (oe and u, dj and j, tj and c, sj and sy, j and y), and the usual
    variants of Arabic and European names (ie and i, f and v, z and s, ue and u for ü).
    """
    for old, new in SOUNDS:
        word = word.replace(old, new)
    return _DOUBLED.sub(r"\1", word)


def _capitals(material: Material, article: str) -> dict[str, list[tuple[Pair, Span]]]:
    """Pairs of neighbouring capitalised words of an article with their place, by the first and by the second."""
    text = material.shadow[article]
    words = [word for word in words_of(text) if text[word.start].isupper()]
    found: dict[str, list[tuple[Pair, Span]]] = defaultdict(list)
    for first, second in pairwise(words):
        names = _folded(text[first.start : first.end]), _folded(text[second.start : second.end])
        if second.start - first.end == 1 and len(names[0]) == len(names[1]) == 1:
            pair = names[0][0], names[1][0]
            for word in sorted(set(pair)):
                found[word].append((pair, Span(article, first.start, second.end)))
    return found


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


def _difference(
    material: Material, rule: str, slot: str, one: Span, other: Span, left: str, right: str, tier: Tier = "C"
) -> Difference:
    shown = (material.text(one), material.text(other))
    return Difference(
        kind="wording",
        tier=tier,
        severity="low",
        rule=rule,
        slot=slot,
        left=left,
        right=right,
        shown=shown,
        spans=(one, other),
        values=(*shown, slot) if slot else shown,
    )

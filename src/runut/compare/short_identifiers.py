"""Short numbers that name one thing (an article of law, a model, a minute of play) and are not the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from runut.compare.aligned import Aligned
from runut.compare.difference import Difference
from runut.compare.identifiers import Identifier, identifier_difference
from runut.compare.material import Material
from runut.compare.scope import scope_words
from runut.compare.stretches import Piece, Stretch
from runut.languages.roots import stopwords
from runut.records.spans import Span
from runut.text.distance import fold_word

_LABELLED = re.compile(
    r"(?<![^\W_])(?P<label>[^\W\d_]{2,30})[ -](?:[^\W\d_]{1,3}-)?0{0,3}(?P<signs>[A-Z]{0,3}\d{1,4}[A-Z]?)"
    r"(?!\w| ?[%+]|[.,:/-]\d)"
)
"""A word and a short number behind it: digits, with letters as in "NL482" or a beginning of the language's own."""
_ORDINAL = re.compile(r"(?<![^\W_])(?P<signs>\d{1,4})[^\W\d_]{2}[ -](?P<label>[^\W\d_]{2,30})(?![^\W_])")
"""A short number with an ending of two letters, and a word behind it: "17th minute"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
LEAST_HELD = 0.5
"""Share of the lighter sentence's weight that the other must hold for two minutes of play to be of one deed, one name
in common; two names show it too."""

_Found = dict[str, dict[str, list[Identifier]]]


def short_identifiers_differ(
    material: Material, stretches: Sequence[Stretch], near: Sequence[Aligned]
) -> Iterator[Difference]:
    """Short numbers after the same label in two articles that are not the same.

    Where each article has one of that label, the two differ by a slip or stand in two sentences near each other.
    Minutes of play, of which an article has many, stand in two sentences that name the same people or places.
    """
    things = _by_label(one for stretch in stretches for one in _after(material, stretch, "identifier"))
    models = _by_label(one for stretch in stretches for one in _models(material, stretch))
    places = _by_label(one for stretch in stretches for one in _after(material, stretch, "position"))
    for articles in (*things.values(), *models.values()):
        for (_, mine), (_, other) in combinations(sorted(articles.items()), 2):
            if _sole(mine) and _sole(other) and _is_slip(mine[0].signs, other[0].signs):
                yield identifier_difference(material, mine[0], other[0], "C")
    for aligned in near:
        for articles in (*things.values(), *models.values()):
            if _sole(articles.get(aligned.left.article, [])) and _sole(articles.get(aligned.right.article, [])):
                yield from _facing(material, aligned, articles)
        if _names_in_both(aligned) >= (1 if aligned.held >= LEAST_HELD else 2):
            for articles in places.values():
                yield from _facing(material, aligned, articles)


def _by_label(identifiers: Iterable[Identifier]) -> _Found:
    """Numbers by label and article, labels in the order of the text."""
    found: _Found = defaultdict(lambda: defaultdict(list))
    for one in identifiers:
        found[one.label][one.span.article].append(one)
    return found


def _after(material: Material, stretch: Stretch, kind: str) -> Iterator[Identifier]:
    """Short numbers of a sentence after a word of the table."""
    labels = scope_words(stretch.language, kind)
    for label, one in _labelled(material, stretch):
        if label in labels:
            yield Identifier(labels[label], one.signs, one.span)


def _models(material: Material, stretch: Stretch) -> Iterator[Identifier]:
    """Short numbers of a sentence after a capitalised word that no table knows, quantities and years left out."""
    text = material.article[stretch.article].text
    known = stopwords(stretch.language).union(
        *(scope_words(stretch.language, kind) for kind in ("identifier", "position"))
    )
    measures = [piece for piece in stretch.pieces if piece.time or (piece.figure and _is_measure(piece))]
    for label, one in _labelled(material, stretch):
        plain = all(piece.end <= one.span.start or one.span.end <= piece.start for piece in measures)
        if plain and text[one.span.start].isupper() and label not in known and not _YEAR.fullmatch(one.signs):
            yield one


def _is_measure(piece: Piece) -> bool:
    """Whether a figure is of something: what it counts is known, or a unit or a currency is printed with it."""
    assert piece.figure
    return bool(piece.figure.counts) or not piece.word.isalnum() or piece.end - piece.start > len(piece.word)


def _labelled(material: Material, stretch: Stretch) -> Iterator[tuple[str, Identifier]]:
    """Each short number of a sentence with the word that says what it names; its place holds both."""
    text = material.shadow[stretch.article]
    for pattern in (_LABELLED, _ORDINAL):
        for match in pattern.finditer(text, stretch.span.start, stretch.span.end):
            label = fold_word(match["label"])
            yield label, Identifier(label, match["signs"], Span(stretch.article, *match.span()))


def _facing(material: Material, aligned: Aligned, articles: dict[str, list[Identifier]]) -> Iterator[Difference]:
    """The only numbers of one label in two sentences near each other, neither of them in the other's article."""
    here, there = articles.get(aligned.left.article, []), articles.get(aligned.right.article, [])
    mine = [one for one in here if aligned.left.span.start <= one.span.start < aligned.left.span.end]
    other = [one for one in there if aligned.right.span.start <= one.span.start < aligned.right.span.end]
    if not _sole(mine) or not _sole(other) or _begins(mine[0].signs, other[0].signs):
        return
    if all(one.signs != mine[0].signs for one in there) and all(one.signs != other[0].signs for one in here):
        yield identifier_difference(material, mine[0], other[0], "C")


def _sole(found: Sequence[Identifier]) -> bool:
    """Whether numbers are there and all the same."""
    return len({one.signs for one in found}) == 1


def _begins(left: str, right: str) -> bool:
    """Whether one number begins with the other: a model and its variant."""
    return left.startswith(right) or right.startswith(left)


def _is_slip(left: str, right: str) -> bool:
    """Whether two numbers are as long and differ in one sign of two or more, or in the order of two neighbours.

    >>> _is_slip("302", "320"), _is_slip("302", "303"), _is_slip("302", "115"), _is_slip("3", "5")
    (True, True, False, False)
    """
    apart = [at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    if len(left) != len(right) or len(left) < 2 or not apart:
        return False
    return len(apart) == 1 or (len(apart) == 2 and sorted(left) == sorted(right))


def _names_in_both(aligned: Aligned) -> int:
    """How many people, bodies and places both sentences name."""
    both = aligned.left.weights.keys() & aligned.right.weights.keys()
    return len({piece.key for piece in aligned.left.pieces if piece.kind == "name" and piece.key in both})

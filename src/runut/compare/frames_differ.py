"""Two places in one frame: "in the territory of X" against "in the territory of Y", in sentences of one deed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.occasion import apart_in_time
from runut.compare.same_name import entity_at, kind_at, may_be_one
from runut.compare.scope import scope_words
from runut.compare.stretches import Piece, Stretch
from runut.knowledge.world import place_of
from runut.languages.pack import load_pack
from runut.records.spans import Span

LEAST_SHARED = 6.0
"""Weight that two sentences must share beside the frame: two or three rare words of one deed."""
LEAST_PART = 0.25
"""Share of the lighter sentence's weight that must be shared."""


@dataclass(frozen=True, slots=True)
class _Framed:
    stretch: Stretch
    place: Piece
    frame: tuple[str, str]
    start: int


def frames_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Places after the same preposition and noun, in sentences of two articles that share most of the rest."""
    by_frame: dict[tuple[str, str], list[_Framed]] = defaultdict(list)
    for stretch in stretches:
        for framed in _framed(material, stretch):
            by_frame[framed.frame].append(framed)
    for frame in sorted(by_frame):
        places: dict[str, set[str]] = defaultdict(set)
        for framed in by_frame[frame]:
            places[framed.stretch.article].add(framed.place.key)
        for left, right in combinations(by_frame[frame], 2):
            if _told_by_both(places, left, right):
                continue
            if _tell_one_deed(left, right) and not _may_be_one(material, left, right):
                yield _difference(material, left, right)


def _told_by_both(places: dict[str, set[str]], left: _Framed, right: _Framed) -> bool:
    """Whether an article has both places in the frame: it tells of both."""
    return right.place.key in places[left.stretch.article] or left.place.key in places[right.stretch.article]


def _framed(material: Material, stretch: Stretch) -> Iterator[_Framed]:
    for at in range(len(stretch.pieces) - 2):
        preposition, noun, place = stretch.pieces[at : at + 3]
        framed = preposition.kind == "function" and _is_noun(noun, stretch.language) and place.kind == "name"
        following = stretch.pieces[at + 3 : at + 4]
        if following and following[0].word in scope_words(stretch.language, "and"):
            continue
        if framed and place.start - noun.end <= 1 and kind_at(material, place) == "place":
            yield _Framed(stretch, place, (preposition.word, noun.key), noun.start)


def _is_noun(piece: Piece, language: str) -> bool:
    return piece.kind == "word" and piece.word in _nouns(language)


@cache
def _nouns(language: str) -> frozenset[str]:
    """Words for kinds of places: "territory", "district"."""
    pack = load_pack(language)
    return frozenset(pack.forms("place_words")) if pack else frozenset()


def _tell_one_deed(left: _Framed, right: _Framed) -> bool:
    if left.stretch.article == right.stretch.article or left.place.key == right.place.key:
        return False
    if apart_in_time(left.stretch, right.stretch):
        return False
    weights = left.stretch.weights, right.stretch.weights
    both = sum(weight for key, weight in weights[0].items() if key in weights[1] and key != left.frame[1])
    return both >= LEAST_SHARED and both >= LEAST_PART * min(left.stretch.total, right.stretch.total)


def _may_be_one(material: Material, left: _Framed, right: _Framed) -> bool:
    return may_be_one(material, left.place, right.place, (_place(material, left), _place(material, right)))


def _is_known(material: Material, framed: _Framed) -> bool:
    """Whether a place is a country, or stands in the tables: of others nothing says that they do not overlap."""
    return entity_at(material, framed.place) is None or place_of(_place(material, framed)) is not None


def _place(material: Material, framed: _Framed) -> str:
    return material.text(Span(framed.stretch.article, framed.place.start, framed.place.end))


def _difference(material: Material, left: _Framed, right: _Framed) -> Difference:
    spans = _span(left), _span(right)
    shown = (material.text(spans[0]), material.text(spans[1]))
    return Difference(
        kind="place",
        tier="B" if all(_is_known(material, framed) for framed in (left, right)) else "C",
        severity="high",
        rule="frame-differs",
        slot=left.frame[1],
        left=left.place.key,
        right=right.place.key,
        shown=shown,
        spans=spans,
        values=shown,
    )


def _span(framed: _Framed) -> Span:
    return Span(framed.stretch.article, framed.start, framed.place.end)

"""One person with two ages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.scope import scope_words
from runut.compare.stretches import Stretch
from runut.records.claims import StoryEntity
from runut.records.spans import Span

OLDEST = 120
MOST_TIMES = 2.6
"""Times by which two ages of one person differ at most; more is a shirt's number or a minute of play."""
_NUMBER = re.compile(r"(?P<years>\d{1,3})(?![\d.,/:-]\d)\s?(?P<word>[^\W\d_]+)?(?P<close>[),.])?")
FAR = 80
"""Characters between a name and its age beyond which the age may be somebody else's."""


@dataclass(frozen=True, slots=True)
class _Age:
    person: StoryEntity
    name: str
    years: int
    span: Span


def ages_differ(material: Material, stretches: list[Stretch]) -> Iterator[Difference]:
    """Ages of one person of the story that no birthday between two pages explains."""
    ages = [age for stretch in stretches for age in _ages(material, stretch)]
    for left, right in combinations(ages, 2):
        if left.person.id != right.person.id or left.years == right.years:
            continue
        if left.span.article == right.span.article:
            continue
        if max(left.years, right.years) > MOST_TIMES * min(left.years, right.years):
            continue
        shown = (material.text(left.span), material.text(right.span))
        yield Difference(
            kind="number",
            tier="B",
            severity="medium",
            rule="age-differs",
            slot=left.person.id,
            left=str(left.years),
            right=str(right.years),
            shown=shown,
            spans=(left.span, right.span),
            values=(_shown(left, right), str(left.years), str(right.years)),
        )


def _ages(material: Material, stretch: Stretch) -> Iterator[_Age]:
    people = {f"@{entity.id}": entity for entity in material.entities if entity.kind == "person"}
    text = material.shadow[stretch.article]
    for index, piece in enumerate(stretch.pieces):
        years = _years(text, stretch, index)
        if years is None:
            continue
        owner = _owner(text, stretch, index, people)
        if owner:
            yield _Age(*owner, years, Span(stretch.article, piece.start, piece.end))


def _shown(left: _Age, right: _Age) -> str:
    """The name that both pages print, or else the person's: initials may be somebody else's too."""
    return left.name if left.name == right.name else left.person.name


def _years(text: str, stretch: Stretch, index: int) -> int | None:
    """The age that a number states: after a word of age, or in brackets or commas beside a name."""
    piece = stretch.pieces[index]
    found = _NUMBER.match(text, piece.start)
    if found is None or not 0 < int(found["years"]) <= OLDEST:
        return None
    before = text[max(0, piece.start - 2) : piece.start]
    spelt = (found["word"] or "").casefold() in scope_words(stretch.language, "year")
    ahead = stretch.pieces[index - 1].word if index else ""
    named = ahead in scope_words(stretch.language, "age") and (spelt or not found["word"])
    earlier = {near.word for near in stretch.pieces[max(0, index - 6) : index]}
    if earlier & scope_words(stretch.language, "then").keys():
        return None
    bracketed = before.endswith("(") and found["close"] == ")" and (spelt or not found["word"])
    inserted = before == ", " and (spelt or not found["word"]) and found["close"] in (",", ".", ")")
    return int(found["years"]) if named or bracketed or inserted else None


def _owner(text: str, stretch: Stretch, index: int, people: dict[str, StoryEntity]) -> tuple[StoryEntity, str] | None:
    """The person whose name stands right before an age, with no other name or number between, and that name."""
    start = stretch.pieces[index].start
    for piece in reversed(stretch.pieces[:index]):
        if start - piece.end > FAR or piece.kind in ("number", "time"):
            return None
        if piece.kind == "name":
            person = people.get(piece.key) if _attached(text[piece.end : start]) else None
            return (person, text[piece.start : piece.end]) if person else None
    return None


def _attached(between: str) -> bool:
    """Whether nothing between a name and its age can be another name: a bracket, a comma, a few lower-case words."""
    return len(between.split()) <= 4 and between == between.lower() and not any(mark in between for mark in ".;:")

"""One person with two offices that differ in a word, and one body with two names that differ in a word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.compare.difference import Difference
from runut.compare.material import Material, Token
from runut.compare.same_name import alike
from runut.knowledge.world import country_of, place_of
from runut.languages.roots import stopwords
from runut.records.marks import Entity
from runut.records.spans import Span
from runut.text.distance import changes, near_spelling, words_of
from runut.text.names import name_sequence

SHORTEST_NAME = 4
"""Letters of a person's name below which the name is as likely a numeral or an initial."""
NEAR_NAME = 90
"""Characters between a role and the name that it is said of."""


_BRACKETS = re.compile(r"\([^()]*\)?")


@dataclass(frozen=True, slots=True)
class _Role:
    words: tuple[str, ...]
    span: Span


def roles_differ(material: Material) -> Iterator[Difference]:
    """Offices of one person, in two articles, of the same kind and differing in one word; names of bodies alike."""
    members = {entity.id: entity for found in material.findings for entity in found.entities}
    for entity in material.entities:
        if entity.kind != "person" or sum(map(len, name_sequence(entity.name))) < SHORTEST_NAME:
            continue
        roles = [role for id in entity.members for role in _roles(material, members[id])]
        for left, right in combinations(roles, 2):
            if left.span.article != right.span.article:
                words = _one_word_apart(left.words, right.words)
                if words:
                    yield _difference(material, "role-differs", entity.name, left.span, right.span, words)
    yield from _bodies(material)


def _roles(material: Material, entity: Entity) -> Iterator[_Role]:
    """The printed roles of an entity with the place nearest to one of its names."""
    text = material.article[entity.mentions[0].article].text
    for role in entity.roles:
        words = tuple(word.folded for word in words_of(_BRACKETS.sub(" ", role)))
        if len(words) < 2:
            continue
        places: list[tuple[int, int]] = []
        at = text.find(role)
        while at >= 0 and len(places) < 50:
            places.append((min(abs(at - m.start) for m in entity.mentions), at))
            at = text.find(role, at + 1)
        if places and min(places)[0] <= NEAR_NAME:
            at = min(places)[1]
            yield _Role(words, Span(entity.mentions[0].article, at, at + len(role)))


def _one_word_apart(left: Sequence[str], right: Sequence[str]) -> tuple[str, str] | None:
    """The one word in which two roles differ, the rest being the same in order; None where a spelling explains it.

    The rest may end in names of one body, one of them shortened.
    """
    runs = changes(left, right)
    if left[0] != right[0] or not runs:
        return None
    first = runs[0]
    if first.left_end - first.left_start != 1 or first.right_end - first.right_start != 1:
        return None
    rest = left[first.left_end :], right[first.right_end :]
    if len(runs) > 1 and not (rest[0] and rest[1] and alike(" ".join(rest[0]), " ".join(rest[1]))):
        return None
    one, other = left[first.left_start], right[first.right_start]
    if any(country_of(word.title()) or place_of(word.title()) for word in (one, other)):
        return None
    return (one, other) if _are_two_words(one, other) else None


def _are_two_words(one: str, other: str) -> bool:
    """Whether two words differ by more than spelling, shortening, or a number for a name."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 5 or near_spelling(one, other) or any(char.isdigit() for char in one + other):
        return False
    return longer[:4] != shorter[:4] and shorter not in longer


def _are_two_bodies(one: str, other: str) -> bool:
    """Whether two words inside a body's name are no spellings or short forms of one: "Eka" and "Investama"."""
    shorter, longer = sorted((one, other), key=len)
    if not (one + other).isalpha() or len(shorter) < 3:
        return False
    return not near_spelling(one, other) and not longer.startswith(shorter)


def _difference(
    material: Material, rule: str, name: str, left: Span, right: Span, words: tuple[str, str]
) -> Difference:
    shown = (material.text(left), material.text(right))
    return Difference(
        kind="actor",
        tier="B",
        severity="medium",
        rule=rule,
        slot=name,
        left=words[0],
        right=words[1],
        shown=shown,
        spans=(left, right),
        values=(name, *shown),
    )


def _bodies(material: Material) -> Iterator[Difference]:
    """Names of bodies of three words or more that differ in one inner word, after the same words in two articles."""
    named = []
    for found in material.findings:
        for entity in found.entities:
            if entity.kind != "organisation":
                continue
            for mention in entity.mentions:
                words = name_sequence(material.text(mention))
                if len(words) >= 3:
                    named.append((words, mention))
    seen: set[tuple[str, str]] = set()
    for (left, where), (right, other) in combinations(named, 2):
        if where.article == other.article or len(left) != len(right) or left == right:
            continue
        apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
        if len(apart) != 1 or left[0] != right[0] or left[-1] != right[-1] or not _are_two_bodies(*apart[0]):
            continue
        if _lead(material, where) != _lead(material, other) or not _lead(material, where):
            continue
        first, second = sorted(apart[0])
        if (first, second) not in seen:
            seen.add((first, second))
            yield _difference(material, "body-differs", " ".join(_lead(material, where)), where, other, apart[0])


def _lead(material: Material, span: Span) -> tuple[str, ...]:
    """The two words before a name, where they are words of content: the office that somebody has there."""
    before = material.tokens_in(Span(span.article, max(0, span.start - 40), span.start)) if span.start else ()
    stops = stopwords(material.article[span.article].language)
    lead: list[Token] = list(before[-2:])
    if len(lead) < 2 or any(token.kind != "word" or token.word in stops for token in lead):
        return ()
    return tuple(token.word for token in lead)

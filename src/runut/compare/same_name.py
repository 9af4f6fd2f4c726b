"""Whether two printed names may mean one: short forms, initials, spellings, a capital for its country, a part.

Wide on purpose: two names count as different only when nothing speaks for their being one.
"""

from functools import cache, lru_cache

from runut.compare.material import Material
from runut.compare.stretches import Piece
from runut.knowledge.world import country_of, organisation_of, person_of, place_of
from runut.languages.pack import FOLDERS, load_pack
from runut.records.claims import StoryEntity
from runut.text.distance import near_spelling
from runut.text.names import name_sequence

PART = 4
"""Letters from which the beginning or the end of a word may be a short form of it."""
SMALL = 3
"""Letters up to which a word of a name (RI, dan, PT) may be skipped in initials."""


def entity_at(material: Material, piece: Piece) -> StoryEntity | None:
    """The story's entity that a masked name stands for, None for a country."""
    return next((e for e in material.entities if f"@{e.id}" == piece.key), None)


def kind_at(material: Material, piece: Piece) -> str:
    """The kind of entity that a name stands for; countries are places."""
    entity = entity_at(material, piece)
    return entity.kind if entity else "place"


def may_be_one(material: Material, left: Piece, right: Piece, printed: tuple[str, str]) -> bool:
    """Whether two names at two places may mean one thing, by all their names in the story."""
    if left.key == right.key:
        return True
    entities = entity_at(material, left), entity_at(material, right)
    names = [
        (text, *(entity.names if entity else ()), *((entity.name,) if entity else ()))
        for text, entity in zip(printed, entities, strict=True)
    ]
    countries = [_country(piece, entity) for piece, entity in zip((left, right), entities, strict=True)]
    if countries[0] and countries[0] == countries[1] and any(entity is None for entity in entities):
        return True
    return any(alike(a, b) for a in names[0] for b in names[1])


def _country(piece: Piece, entity: StoryEntity | None) -> str | None:
    return entity.country if entity else piece.key.removeprefix("@")


@lru_cache(maxsize=20_000)
def alike(left: str, right: str) -> bool:
    """Whether two names may be one by their letters or by what is known of them.

    >>> alike("KPK", "Komisi Pemberantasan Korupsi"), alike("Menghani Nagar", "Meghaninagar")
    (True, True)
    >>> alike("Bayu Meghantara", "Abdul Wahid"), alike("Kota Ambon", "Kota Ternate"), alike("Kota Ambon", "Kota")
    (False, False, True)
    """
    return spelt_alike(left, right) or _known_as_one(left, right)


@lru_cache(maxsize=20_000)
def spelt_alike(left: str, right: str) -> bool:
    """Whether two names may be one by their letters: a word in common, a spelling, a short form, initials.

    >>> spelt_alike("Jakarta", "Jakarta Selatan"), spelt_alike("Jakarta Timur", "Jakarta Selatan")
    (True, False)
    """
    first, second = name_sequence(left), name_sequence(right)
    if not first or not second:
        return True
    mine, other = _telling(first), _telling(second)
    if _are_two_places(left, right, set(mine), set(other)):
        return False
    if not mine or not other or set(mine) & set(other) or near_spelling("".join(mine), "".join(other)):
        return True
    if any(len(a) >= PART and (b.startswith(a) or b.endswith(a)) for a, b in _both_ways(mine, other)):
        return True
    if len(first) == len(second) == 1 and (first[0].startswith(second[0]) or second[0].startswith(first[0])):
        return True
    return any(_initials(*pair) for pair in ((first, second), (second, first), (mine, other), (other, mine)))


def _are_two_places(left: str, right: str, mine: set[str], other: set[str]) -> bool:
    """Whether both are known places, neither in the other, and each has a word that the other lacks."""
    places = place_of(left), place_of(right)
    if not (mine - other and other - mine and places[0] and places[1]) or places[0].name == places[1].name:
        return False
    return not within(left, right) and not within(right, left)


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that tell it from others of its kind: "Ambon" of "Kota Ambon"; none of "Kota"."""
    return tuple(word for word in words if word not in _kinds())


@cache
def _kinds() -> frozenset[str]:
    """Words that say what a name is of: a city, a ministry, an office, in any language."""
    packs = [pack for code in FOLDERS if (pack := load_pack(code))]
    forms = [
        form
        for pack in packs
        for form in (
            *pack.forms("place_words", place="before"),
            *pack.forms("place_words", place="last"),
            *pack.forms("organisation_words", place="first"),
            *pack.forms("organisation_words", place="last"),
            *pack.forms("titles"),
            *pack.forms("roles"),
        )
    ]
    return frozenset(words[0] for form in forms if len(words := name_sequence(form)) == 1)


def _both_ways(first: tuple[str, ...], second: tuple[str, ...]) -> list[tuple[str, str]]:
    return [pair for a in first for b in second for pair in ((a, b), (b, a))]


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the letters of a short form begin words of the long one, in order: "kpk", "kemlu", "polri"."""
    if len(short) != 1 or len(long) < 2:
        return False
    letters = short[0]
    first = [word[0] for word in long]
    if _subsequence(letters, "".join(first)) and len(letters) >= len([w for w in long if len(w) > SMALL]) - 1:
        return True
    return letters[0] == first[0] and _subsequence(letters, "".join(long)) and len(letters) >= len(long) + 1


def _subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _known_as_one(left: str, right: str) -> bool:
    for find in (organisation_of, person_of, country_of):
        one, other = find(left), find(right)
        if one and other and one.name == other.name:
            return True
    return within(left, right) or within(right, left)


def within(part: str, whole: str) -> bool:
    """Whether one known place lies in another: a regency in its province, a city in its country."""
    inner, outer = place_of(part), place_of(whole)
    land = country_of(whole)
    if inner and land and inner.country == land.country:
        return True
    seen = 0
    while inner and inner.part_of and seen < 4:
        if outer and inner.part_of == outer.name:
            return True
        inner, seen = place_of(inner.part_of), seen + 1
    return False

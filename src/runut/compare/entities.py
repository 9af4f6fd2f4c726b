"""One person, body or place under its many names in a story, and across languages."""

from collections import defaultdict
from collections.abc import Sequence

from runut.records.claims import StoryEntity
from runut.records.findings import Findings
from runut.records.ids import make_id
from runut.records.marks import Entity
from runut.text.distance import near_spelling
from runut.text.names import name_sequence, name_words
from runut.text.unions import Unions

BODIES = ("organisation", "agency", "outlet")
CUT_SHORT = 3
"""Letters of a given name cut short, from which it is taken for the full one beside the same other names."""

_SPELLINGS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("nj", "ny"), ("sj", "sy"), ("ch", "h"), ("ph", "f"), ("y", "i"),
)  # fmt: skip
"""Spellings of Indonesian names before 1972 and foreign ones that are still borne, and those of the same sounds now."""


def merge_entities(findings: Sequence[Findings]) -> tuple[StoryEntity, ...]:
    """The story's entities, each with the articles' entities that are it, in the order of their ids.

    Two are one when they have the same Wikidata item or the same full name; a short name joins the only longer name
    that holds it. Roles never join: an unnamed official stays apart from a named one.
    """
    entities = [entity for found in findings for entity in found.entities if entity.kind != "role"]
    entities.sort(key=lambda entity: entity.id)
    unions = Unions(entity.id for entity in entities)
    _join_known(entities, unions)
    for kinds in (("person",), BODIES, ("place",)):
        _join_names([entity for entity in entities if entity.kind in kinds], unions)
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        groups[unions.find(entity.id)].append(entity)
    return tuple(_as_one(group) for _, group in sorted(groups.items()))


def _join_known(entities: Sequence[Entity], unions: Unions) -> None:
    first: dict[tuple[str, ...], str] = {}
    for entity in entities:
        key = ("wikidata", entity.wikidata) if entity.wikidata else (_family(entity), *name_sequence(entity.name))
        unions.join(first.setdefault(key, entity.id), entity.id)


def _family(entity: Entity) -> str:
    return "body" if entity.kind in BODIES else entity.kind


def _join_names(entities: Sequence[Entity], unions: Unions) -> None:
    """Short forms and spellings: each name joins the longer one that holds it, where there is only one such."""
    names = sorted({name_sequence(entity.name) for entity in entities if name_words(entity.name)})
    holder = {name: _holders(name, names) for name in names}
    first: dict[tuple[str, ...], str] = {}
    for entity in entities:
        first.setdefault(name_sequence(entity.name), entity.id)
    for name, longer in holder.items():
        maximal = [one for one in longer if not any(set(one) < set(other) for other in longer)]
        if len(maximal) == 1:
            unions.join(first[name], first[maximal[0]])


def _holders(name: tuple[str, ...], names: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    if sum(map(len, name)) < 3:
        return []
    return [other for other in names if other != name and (set(name) < set(other) or _respelt(name, other))]


def _respelt(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """The same words in the same order, one of them spelt a little differently; single words never."""
    if len(left) != len(right) or len(left) < 2 or left <= right:
        return False
    return sum(a != b for a, b in zip(left, right, strict=True)) == 1 and all(map(_near, left, right))


def _near(left: str, right: str) -> bool:
    """Whether two words are spellings of one name, or one of them the other cut short ("Tim", "Timothy")."""
    short, full = sorted((left, right), key=len)
    cut_short = len(short) >= CUT_SHORT and full.startswith(short)
    return near_spelling(left, right) or _in_new_spelling(left) == _in_new_spelling(right) or cut_short


def _in_new_spelling(word: str) -> str:
    """A folded word in today's Indonesian spelling of its sounds, so that old and new spellings of a name meet.

    >>> _in_new_spelling("soeharto"), _in_new_spelling("djoko")
    ('suharto', 'joko')
    """
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    return word


def _as_one(group: Sequence[Entity]) -> StoryEntity:
    best = max(group, key=lambda e: (e.wikidata is not None, len(name_sequence(e.name)), len(e.mentions), e.name))
    names = sorted({name for entity in group for name in (entity.name, *entity.names)}, key=lambda n: (-len(n), n))
    return StoryEntity(
        id=make_id("en", "story", *sorted(entity.id for entity in group)),
        kind=best.kind,
        name=best.name,
        names=tuple(names),
        members=tuple(sorted(entity.id for entity in group)),
        country=next((entity.country for entity in group if entity.country), None),
        wikidata=best.wikidata,
    )

"""What one outlet adds to another: the name of a speaker whom the other leaves unnamed."""

from collections.abc import Mapping, Sequence

from runut.compare.material import Material
from runut.compare.pairs import Pair
from runut.compare.reasons import reason
from runut.records.claims import Gain
from runut.records.statements import Statement

UNNAMED = frozenset(("anonymous", "role", "collective"))


def find_gains(
    material: Material, statements: Sequence[Statement], pairs: Mapping[tuple[str, str], Pair]
) -> tuple[Gain, ...]:
    """For each unnamed speaker of a claim, whoever another article names for the same words: a suggestion."""
    found = []
    for statement in statements:
        voice = material.voices[statement.id]
        if not statement.speaker or voice.how not in UNNAMED or voice.name is None:
            continue
        if material.entity_of.get(statement.speaker.entity or "") and voice.how != "anonymous":
            continue
        named = [
            other
            for other in statements
            if other.content.article != statement.content.article
            and other.speaker
            and material.voices[other.id].how in ("named", "pronoun", "continued")
        ]
        if named:
            best = max(named, key=lambda o: (_score(pairs, statement, o), o.id))
            name = material.voices[best.id].name or ""
            spans = (statement.content, best.content)
            found.append(Gain(statement.id, best.id, (reason("same-words-named", (voice.name, name), spans),)))
    return tuple(found)


def _score(pairs: Mapping[tuple[str, str], Pair], left: Statement, right: Statement) -> float:
    pair = pairs.get((left.id, right.id))
    return pair.score if pair else -99.0

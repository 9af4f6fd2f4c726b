"""What one outlet adds to another: the name of a speaker whom the other leaves unnamed. Suggested, never merged."""

from collections.abc import Mapping, Sequence

from runut.compare.material import Material
from runut.compare.pairs import Pair
from runut.compare.reasons import reason
from runut.compare.voices import Voice
from runut.knowledge.world import country_of
from runut.records.claims import Gain
from runut.records.notes import Reason
from runut.records.statements import Statement

ALIKE_ORDER, ALIKE_HELD = 0.45, 0.6
"""Likeness of word order, or share of the shorter one's letters, from which the words themselves are proof."""
LEAST_WEIGHT = 6.0
"""Weight of the words in common below which nothing is proof."""
NEAR_SCORE = -2.6
"""Log-odds from which an unnamed source's words are near enough to somebody's whose office is described likewise, by
two words at least: nearer ones are renderings, farther ones other statements."""
DESCRIBED = ("anonymous", "role")
"""Ways of leaving a speaker unnamed that one person may stand behind; a body as a whole is nobody's disguise."""


def find_gains(
    material: Material, statements: Sequence[Statement], pairs: Mapping[tuple[str, str], Pair]
) -> tuple[Gain, ...]:
    """For each unnamed speaker of a claim, the person whom another article names for the same words, with proof.

    A description that holds the person's own name ("the lawyer of Rahim") is somebody else's.
    """
    found = []
    for statement in statements:
        voice = material.voices[statement.id]
        if voice.kind != "vague" or not voice.name:
            continue
        others = material.statements if voice.how == "anonymous" else statements
        candidates = [
            (proof, other)
            for other in others
            if other.content.article != statement.content.article
            and (proof := _proof(material, statement, other, pairs.get((statement.id, other.id))))
        ]
        if candidates:
            proof, best = max(candidates, key=lambda one: (pairs[statement.id, one[1].id].score, one[1].id))
            found.append(Gain(statement.id, best.id, proof))
    return tuple(found)


def _proof(material: Material, unnamed: Statement, named: Statement, pair: Pair | None) -> tuple[Reason, ...]:
    """Why the named speaker may be the unnamed one; empty where too little speaks for it."""
    one, other = material.voices[unnamed.id], material.voices[named.id]
    if other.kind != "person" or pair is None or pair.fit not in ("compatible", "unknown") or one.words & other.names:
        return ()
    if pair.weight < LEAST_WEIGHT:
        return ()
    role = _fits_role(one, other)
    if pair.order < ALIKE_ORDER and pair.held < ALIKE_HELD:
        if one.how != "anonymous" or pair.score < NEAR_SCORE or not _is_described_alike(one, other):
            return ()
        role = True
    if one.how not in DESCRIBED and not role:
        return ()
    values, spans = (one.name or "", other.name or ""), (unnamed.content, named.content)
    because = [reason("same-words-named", values, spans)]
    if role:
        because.append(reason("role-fits", values, spans))
    return tuple(because)


def _fits_role(described: Voice, person: Voice) -> bool:
    """Whether all words of a description are among the person's printed roles."""
    return bool(described.words) and described.words <= person.words - person.names


def _is_described_alike(described: Voice, person: Voice) -> bool:
    """Whether two words of the description are among the person's roles, or it names the person's country."""
    if len(described.words & (person.words - person.names)) > 1:
        return True
    words = (described.name or "").split()
    forms = (" ".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words) - size + 1))
    return person.country is not None and any(
        (country := country_of(form)) is not None and country.country == person.country for form in forms
    )

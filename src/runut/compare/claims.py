"""Claims: renderings of one utterance or assertion, with relations, origins, gist, and what was lost or gained."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from runut.compare.dropped import find_dropped
from runut.compare.gains import find_gains
from runut.compare.gist import best_rendering
from runut.compare.material import Material
from runut.compare.origins import Count, Reuse, count_origins, index_reuse
from runut.compare.pairs import Pair
from runut.compare.reasons import reason
from runut.compare.relations import relate
from runut.compare.slips import Slips
from runut.compare.verdicts import claim_id
from runut.knowledge.outlets import outlet_name
from runut.records.claims import Claim, Relation, Status
from runut.records.groups import ReusePair
from runut.records.notes import Judgement
from runut.records.statements import Statement

ALL_PAIRS = 12
"""Renderings up to which every pair is related; larger claims relate each to the best one: cost stays linear."""

Pairs = Mapping[tuple[str, str], Pair]


def make_claims(
    material: Material,
    groups: Sequence[Sequence[str]],
    pairs: Sequence[Pair],
    reuse: Sequence[ReusePair],
    judgements: Sequence[Judgement] = (),
) -> tuple[Claim, ...]:
    """One claim for each group of statements, most reported first, then in the order of their ids.

    Relations of two statements that a person judged the same say so.
    """
    by_id = {statement.id: statement for statement in material.statements}
    known: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        known[pair.left, pair.right] = known[pair.right, pair.left] = pair
    shared, slips = index_reuse(reuse), Slips(material)
    claims = [_claim(material, [by_id[id] for id in sorted(group)], known, shared, slips) for group in groups]
    claims = [_with_verdicts(material, claim, judgements) for claim in claims]
    return tuple(sorted(claims, key=lambda claim: (-claim.outlets, -len(claim.statements), claim.id)))


def _claim(material: Material, statements: Sequence[Statement], pairs: Pairs, reuse: Reuse, slips: Slips) -> Claim:
    gist = best_rendering(material, statements)
    relations = _relations(material, statements, gist, pairs)
    count = count_origins(material, statements, reuse, slips)
    speakers = _speakers(material, statements)
    return Claim(
        id=claim_id([statement.id for statement in statements]),
        gist=gist.content,
        speaker=speakers[0] if speakers else None,
        speakers=speakers,
        statements=tuple(statement.id for statement in statements),
        relations=relations,
        outlets=len({outlet_name(material.article[s.content.article]) for s in statements}),
        origins=count.said,
        holds=count.holds,
        status=_status(count),
        dropped=find_dropped(material, statements, pairs, reuse),
        gains=find_gains(material, statements, pairs),
    )


def _with_verdicts(material: Material, claim: Claim, judgements: Sequence[Judgement]) -> Claim:
    """The claim, its relations naming the people who judged them the same; the last verdict on a pair counts."""
    last = {frozenset((verdict.left, verdict.right)): verdict for verdict in judgements}
    relations = []
    for relation in claim.relations:
        verdict = last.get(frozenset((relation.left, relation.right)))
        if verdict and verdict.verdict == "same":
            spans = [material.statement[id].content for id in (relation.left, relation.right)]
            because = (*relation.because, reason("judged-same", (verdict.by, verdict.at[:10]), spans))
            relation = replace(relation, because=because)
        relations.append(relation)
    return replace(claim, relations=tuple(relations)) if judgements else claim


def _relations(
    material: Material, statements: Sequence[Statement], gist: Statement, pairs: Pairs
) -> tuple[Relation, ...]:
    if len(statements) <= ALL_PAIRS:
        chosen = list(combinations(statements, 2))
    else:
        chosen = [(gist, other) for other in statements if other.id != gist.id]
    return tuple(relate(material, left, right, pairs.get((left.id, right.id))) for left, right in chosen)


def _speakers(material: Material, statements: Sequence[Statement]) -> tuple[str, ...]:
    """Names of those who speak: people who are named first, then by how many renderings name them."""
    count: dict[str, tuple[bool, int]] = {}
    for statement in statements:
        voice = material.voices[statement.id]
        if voice.name:
            named, many = count.get(voice.name, (False, 0))
            count[voice.name] = (named or voice.how in ("named", "pronoun", "continued"), many + 1)
    return tuple(sorted(count, key=lambda name: (not count[name][0], -count[name][1], name)))


def _status(count: Count) -> Status:
    if count.proven >= 2 or count.said.low >= 2:
        return "corroborated"
    return "copied" if count.copied else "single-origin"

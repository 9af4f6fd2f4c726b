"""People's verdicts, applied after everything the machine decided; withdrawing one restores what was."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from runut.records.claims import Claim, Conflict
from runut.records.ids import make_id
from runut.records.notes import Judgement
from runut.text.unions import Unions

Groups = list[list[str]]
SPLITTING = frozenset(("weekday", "date", "number", "actor", "place", "polarity", "force", "sum"))
"""Kinds of conflict that leave a claim contested; wording, objects and garbles leave its substance."""


def claim_id(statements: Sequence[str]) -> str:
    """The id of a group of statements: a hash of its first member's id, so that it survives later additions."""
    return make_id("cl", min(statements))


def judged_groups(groups: Sequence[Sequence[str]], judgements: Sequence[Judgement]) -> Groups:
    """Groups of statements as people judged them, oldest verdict first: the last word on a pair counts.

    "same" joins the groups of two statements or claims. "different" parts two statements: the right one, with whatever
    was judged the same as it, leaves the group. A claim named in a verdict is known by its statements.
    """
    known = {statement for group in groups for statement in group}
    first = {claim_id(group): min(group) for group in groups}
    found = [sorted(group) for group in groups]
    friends = Unions(sorted(known))
    for verdict in judgements:
        left, right = first.get(verdict.left, verdict.left), first.get(verdict.right, verdict.right)
        if left not in known or right not in known or left == right:
            continue
        if verdict.verdict == "same":
            friends.join(left, right)
            found = _joined(found, left, right)
        elif verdict.verdict == "different":
            found = _parted(found, left, right, friends)
    return sorted(found)


def _joined(groups: Groups, left: str, right: str) -> Groups:
    together = sorted({one for group in groups if left in group or right in group for one in group})
    return [group for group in groups if left not in group and right not in group] + [together]


def _parted(groups: Groups, left: str, right: str, friends: Unions) -> Groups:
    found: Groups = []
    for group in groups:
        if left in group and right in group:
            name, stays = friends.find(right), friends.find(left)
            leaving = [one for one in group if one == right or (name != stays and friends.find(one) == name)]
            found += [[one for one in group if one not in leaving], leaving]
        else:
            found.append(group)
    return found


def without_false_alarms(conflicts: Iterable[Conflict], judgements: Sequence[Judgement]) -> tuple[Conflict, ...]:
    """The conflicts that nobody called a false alarm; the last verdict on each counts."""
    last = {judgement.left: judgement.verdict for judgement in judgements if not judgement.right}
    return tuple(conflict for conflict in conflicts if last.get(conflict.id) != "false-alarm")


def contest_claims(claims: Iterable[Claim], conflicts: Iterable[Conflict]) -> tuple[Claim, ...]:
    """The claims, those with a provable or well-founded conflict about their substance marked as contested."""
    contested = {
        conflict.claim
        for conflict in conflicts
        if conflict.claim and conflict.tier in ("A", "B") and conflict.kind in SPLITTING and not conflict.copy_error
    }
    return tuple(replace(claim, status="contested") if claim.id in contested else claim for claim in claims)

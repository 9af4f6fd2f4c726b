"""Events and commitments that several articles report, each once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from runut.compare.material import Material
from runut.records.claims import Claim, CommonCommitment, CommonEvent
from runut.records.events import Commitment, Event
from runut.records.spans import Span
from runut.text.names import name_words
from runut.text.unions import Unions

LIKE, ALIKE = 0.4, 0.6
"""Share of the lighter sentence's weight that two sentences must have in common to report one event; to report one
commitment where the parties alone do not tell."""
WINDOW = 300
"""Others of its kind that an event is held against; bounds the work of very large stories."""

T = TypeVar("T")


def common_events(material: Material) -> tuple[CommonEvent, ...]:
    """Events as several articles report them, the earliest first, undated ones last."""
    events = [event for found in material.findings for event in found.events]
    blocks: dict[tuple[str, str | None], list[Event]] = defaultdict(list)
    for event in events:
        blocks[event.type, event.mode].append(event)
    by_id = {event.id: event for event in events}
    unions = Unions(by_id)
    for block in blocks.values():
        for left, right in _near(block):
            if unions.find(left.id) != unions.find(right.id) and _same_event(material, left, right):
                unions.join(left.id, right.id)
    found = []
    for group in unions.groups():
        members = sorted((by_id[id] for id in group), key=_dating)
        found.append(CommonEvent(tuple(members)))
    return tuple(sorted(found, key=lambda common: (common.members[0].first or "9999", common.members[0].id)))


def common_commitments(material: Material, claims: Sequence[Claim]) -> tuple[CommonCommitment, ...]:
    """Commitments as several articles report them, the most reported first; the fullest report leads.

    Two are one when their statements render one claim, or when they are of one kind between the same parties and
    their conditions or their sentences agree.
    """
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    by_id = {commitment.id: commitment for found in material.findings for commitment in found.commitments}
    unions = Unions(by_id)
    first: dict[tuple[str, str], str] = {}
    blocks: dict[str, list[Commitment]] = defaultdict(list)
    for id, commitment in sorted(by_id.items()):
        claim = claim_of.get(commitment.statement or "")
        if claim:
            unions.join(first.setdefault((claim, commitment.kind), id), id)
        blocks[commitment.kind].append(commitment)
    for block in blocks.values():
        for left, right in _near(block):
            if unions.find(left.id) != unions.find(right.id) and _same_commitment(material, left, right):
                unions.join(left.id, right.id)
    groups = [sorted((by_id[id] for id in group), key=_fullness) for group in unions.groups()]
    common = [CommonCommitment(tuple(members), _speaker(members)) for members in groups]
    return tuple(sorted(common, key=lambda one: (-len(one.members), one.members[0].id)))


def _near(block: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Pairs of a block, each member with those at most `WINDOW` before it, so that cost stays linear."""
    for at, right in enumerate(block):
        for left in block[max(0, at - WINDOW) : at]:
            yield left, right


def _same_commitment(material: Material, left: Commitment, right: Commitment) -> bool:
    if _are_others(material, left.obligors, right.obligors) or _are_others(material, left.toward, right.toward):
        return False
    if bool(left.condition) != bool(right.condition) or left.strength != right.strength:
        return False
    parties = set(left.obligors) & set(right.obligors) and set(left.toward) & set(right.toward)
    if left.condition and right.condition and parties:
        known = left.condition.type is not None and left.condition.type == right.condition.type
        if known or _likeness(material, left.condition.span, right.condition.span) >= LIKE:
            return True
    return _likeness(material, left.sentence, right.sentence) >= ALIKE


def _dating(event: Event) -> tuple[bool, int, str]:
    days = len(event.first or "") - (event.first != event.last)
    return (event.first is None, -days, event.id)


def _fullness(commitment: Commitment) -> tuple[int, str]:
    parts = (commitment.condition, commitment.consequence, commitment.speaker, commitment.obligors, commitment.toward)
    return (-sum(bool(part) for part in parts), commitment.id)


def _speaker(members: Sequence[Commitment]) -> str | None:
    return next((m.speaker for m in sorted(members, key=_fullness) if m.speaker), None)


def _same_event(material: Material, left: Event, right: Event) -> bool:
    if left.factuality != right.factuality:
        return False
    if (
        left.first
        and right.first
        and ((left.last or left.first) < right.first or (right.last or right.first) < left.first)
    ):
        return False
    if _are_others(material, left.actors, right.actors) or _are_others(material, left.recipients, right.recipients):
        return False
    return _likeness(material, left.sentence, right.sentence) >= LIKE


def _are_others(material: Material, left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both sides name parties and none of one may be one of the other."""
    return bool(left and right) and not any(_may_be_one(material, a, b) for a in left for b in right)


def _may_be_one(material: Material, left: str, right: str) -> bool:
    """Whether two parties, each a code or a printed name, are one, or one is the other's country."""
    if left == right:
        return True
    mine, theirs = material.named.get(left), material.named.get(right)
    if mine and theirs:
        return mine.id == theirs.id
    if any(whole and whole.country == code for whole, code in ((mine, right), (theirs, left))):
        return True
    words = name_words(left), name_words(right)
    return bool(words[0] and words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def _likeness(material: Material, left: Span, right: Span) -> float:
    mine = {t.key: t.weight for t in material.tokens_in(left)}
    theirs = {t.key: t.weight for t in material.tokens_in(right)}
    both = sum(weight for key, weight in mine.items() if key in theirs)
    return both / max(0.1, min(sum(mine.values()), sum(theirs.values())))

"""One difference between two places, before the places of the same two values are gathered to one conflict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runut.records.claims import Conflict, ConflictKind, Severity, Side, Tier
from runut.records.ids import make_id
from runut.records.notes import Reason
from runut.records.spans import Span

TIERS: dict[Tier, int] = {"A": 0, "B": 1, "C": 2}
SEVERITIES: dict[Severity, int] = {"critical": 0, "high": 1, "medium": 2, "low": 3}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions (or one, of a page that contradicts itself): what differs, how sure, and why.

    `left` and `right` are the values by which places are gathered; `shown` the values as printed; `slot` tells apart
    what the values are of; `values` fill the sentence of `rule`; `verbatim` says that all around it is the same.
    """

    kind: ConflictKind
    tier: Tier
    severity: Severity
    rule: str
    slot: str
    left: str
    right: str
    shown: tuple[str, str]
    spans: tuple[Span, Span]
    values: tuple[str, ...] = ()
    likely: str | None = None
    because: tuple[Reason, ...] = ()
    claim: str | None = None
    verbatim: bool = False


def gather(differences: Iterable[Difference], copies: set[tuple[str, str]], story: str) -> tuple[Conflict, ...]:
    """Conflicts, the most certain and severe first; differences of the same two values in the same slot are one.

    `copies` are pairs of articles that share text: a difference found only between such is a copy error.
    """
    groups: dict[tuple[str, str, str, str, str], list[Difference]] = {}
    for one in sorted(differences, key=_order):
        ends = sorted((one.left, one.right))
        groups.setdefault((one.kind, one.rule, one.slot, ends[0], ends[1]), []).append(one)
    conflicts = [_conflict(group, copies, story) for group in groups.values()]
    return tuple(sorted(conflicts, key=lambda c: (TIERS[c.tier], SEVERITIES[c.severity], c.kind, c.id)))


def _order(one: Difference) -> tuple[int, int, Span, Span, str]:
    return (TIERS[one.tier], SEVERITIES[one.severity], one.spans[0], one.spans[1], one.rule)


def _conflict(group: Sequence[Difference], copies: set[tuple[str, str]], story: str) -> Conflict:
    first = group[0]
    values = [first.left] if first.left == first.right else [first.left, first.right]
    sides = []
    for at, value in enumerate(values):
        spans = {one.spans[0] for one in group if one.left == value}
        spans |= {one.spans[1] for one in group if one.right == value}
        sides.append(Side(first.shown[at], tuple(sorted(spans))))
    pairs = {tuple(sorted((one.spans[0].article, one.spans[1].article))) for one in group}
    likely = values.index(first.likely) if first.likely in values else None
    return Conflict(
        id=make_id("cf", story, first.kind, first.rule, first.slot, *sorted(values)),
        kind=first.kind,
        tier=first.tier,
        severity=first.severity,
        says=Reason(first.rule, first.values or first.shown, first.spans),
        sides=tuple(sides),
        likely=likely,
        because=first.because,
        claim=first.claim,
        copy_error=len(values) > 1 and all(pair in copies for pair in pairs),
    )

"""Sets: articles connected by copied text."""

from collections.abc import Iterable

from runut.records.groups import DuplicateSet, ReusePair
from runut.records.ids import make_id
from runut.text.unions import Unions

SET_CONTAINMENT = 0.3
"""Share of the shorter text from which partial reuse makes two articles one set; less is a paragraph of background."""


def find_sets(pairs: Iterable[ReusePair]) -> tuple[DuplicateSet, ...]:
    """Connected groups of articles over pairs of copied text, by their smallest member.

    Pairs that share only quotations, or little beside their own text, never join.
    """
    joining = [pair for pair in pairs if _joins(pair)]
    unions = Unions()
    for pair in joining:
        unions.join(pair.left, pair.right)
    inside: dict[str, list[ReusePair]] = {}
    for pair in sorted(joining, key=lambda pair: (pair.left, pair.right)):
        inside.setdefault(unions.find(pair.left), []).append(pair)
    return tuple(
        DuplicateSet(make_id("ds", group[0]), tuple(group), tuple(inside[group[0]])) for group in unions.groups()
    )


def _joins(pair: ReusePair) -> bool:
    return pair.kind in ("copy", "wire") or (pair.kind == "partial" and max(pair.containment) >= SET_CONTAINMENT)

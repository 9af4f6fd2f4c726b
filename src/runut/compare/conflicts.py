"""Where versions differ."""

from collections.abc import Sequence

from runut.compare.material import Material
from runut.compare.pairs import Pair
from runut.records.claims import Agreement, Claim, Conflict
from runut.records.groups import ReusePair


def find_conflicts(
    material: Material, claims: Sequence[Claim], pairs: Sequence[Pair], reuse: Sequence[ReusePair]
) -> tuple[tuple[Conflict, ...], tuple[Agreement, ...]]:
    """Conflicts, the most certain first, and readings that look different and agree."""
    return (), ()

"""What a copy or rewrite left out: a hedge, a condition, a negation, the attribution."""

from collections.abc import Mapping, Sequence

from runut.compare.material import Material
from runut.compare.origins import Reuse
from runut.compare.pairs import Pair
from runut.records.claims import Dropped
from runut.records.statements import Statement


def find_dropped(
    material: Material,
    statements: Sequence[Statement],
    pairs: Mapping[tuple[str, str], Pair],
    reuse: Reuse,
) -> tuple[Dropped, ...]:
    """What renderings of one claim lack that a fuller rendering has, in the order of articles and offsets."""
    return ()

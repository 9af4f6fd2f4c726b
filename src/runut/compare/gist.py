"""The rendering that stands for a claim: a span of a page, never a sentence of ours."""

from collections import Counter
from collections.abc import Sequence

from runut.compare.material import Material
from runut.records.statements import Statement

DIRECT = 0.15
"""What a verbatim quotation is worth, in shares of the claim's weight: a direct one wins over an equal paraphrase."""
NAMED = 0.1
"""What a named speaker is worth, likewise."""
EXTRA = 0.25
"""What words that no other rendering has cost, likewise: the fullest is not the best when it tells other things too."""


def best_rendering(material: Material, statements: Sequence[Statement]) -> Statement:
    """The statement that holds most of what the others say, verbatim and with its speaker named where possible."""
    keys = {s.id: {t.key: t.weight for t in material.tokens_in(s.content)} for s in statements}
    count = Counter(key for weights in keys.values() for key in weights)
    common = sum(max(k[key] for k in keys.values() if key in k) for key, many in count.items() if many > 1)

    def worth(statement: Statement) -> tuple[float, int, str]:
        weights = keys[statement.id]
        if len(statements) == 1 or not common:
            score = 0.0
        else:
            held = sum(weight for key, weight in weights.items() if count[key] > 1)
            alone = sum(weight for key, weight in weights.items() if count[key] == 1)
            score = (held - EXTRA * alone) / common
        score += DIRECT * (statement.form == "direct") + NAMED * (material.voices[statement.id].how == "named")
        return (round(score, 6), -statement.content.length, statement.id)

    return max(statements, key=worth)

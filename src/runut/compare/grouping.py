"""Statements that render one utterance or assertion, grouped so that nothing is chained to strangers."""

from collections.abc import Sequence

from runut.compare.pairs import SAME_SCORE, Pair
from runut.compare.unions import Unions

STRANGERS = -4.0
"""Log-odds taken for two statements that share nothing worth mentioning."""
LOOSEST = -1.0
"""Log-odds that every member must reach with the medoid; at 0 free paraphrases of long quotations are lost."""

Scores = dict[tuple[str, str], float]


def group_statements(statements: Sequence[str], pairs: Sequence[Pair]) -> list[list[str]]:
    """Groups of statement ids, each sorted, in the order of their first member; single ones are groups too.

    Groups are joined best pair first, and only while their members fit each other on average and each fits the
    medoid of the joined group: a chain of likenesses makes no group.

    Source: average-link agglomerative clustering, Sokal & Michener 1958.
    """
    scores: Scores = {}
    for pair in pairs:
        scores[pair.left, pair.right] = scores[pair.right, pair.left] = pair.score
    unions = Unions(statements)
    members = {statement: [statement] for statement in sorted(statements)}
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)):
        if pair.score < SAME_SCORE:
            break
        left, right = unions.find(pair.left), unions.find(pair.right)
        if left != right and _fit(members[left], members[right], scores):
            unions.join(left, right)
            first, second = sorted((left, right))
            members[first] = members[first] + members.pop(second)
    return unions.groups()


def medoid(group: Sequence[str], scores: Scores) -> str:
    """The member that fits the others best; the first of equals."""
    return max(
        sorted(group), key=lambda one: sum(scores.get((one, other), STRANGERS) for other in group if other != one)
    )


def _fit(left: Sequence[str], right: Sequence[str], scores: Scores) -> bool:
    crossing = [scores.get((a, b), STRANGERS) for a in left for b in right]
    if sum(crossing) / len(crossing) < SAME_SCORE:
        return False
    together = [*left, *right]
    centre = medoid(together, scores)
    return all(one == centre or scores.get((one, centre), STRANGERS) >= LOOSEST for one in together)

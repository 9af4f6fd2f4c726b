"""A person's verdict is applied last, and withdrawing it restores what was."""

from runut.compare.verdicts import claim_id, judged_groups
from runut.records.notes import Judgement, Verdict


def judged(left: str, right: str, verdict: Verdict, number: int = 0) -> Judgement:
    return Judgement(f"jd-{number}", left, right, verdict, "rina", "2025-03-04T08:00:00+00:00")


GROUPS = [["st-a", "st-b", "st-c"], ["st-d"], ["st-e", "st-f"]]


def test_same_joins_and_different_parts() -> None:
    assert judged_groups(GROUPS, [judged("st-a", "st-d", "same")]) == [
        ["st-a", "st-b", "st-c", "st-d"],
        ["st-e", "st-f"],
    ]
    assert judged_groups(GROUPS, [judged("st-e", "st-f", "different")])[-2:] == [["st-e"], ["st-f"]]


def test_the_last_word_counts() -> None:
    both = [judged("st-a", "st-d", "same"), judged("st-a", "st-d", "different", 1)]
    assert judged_groups(GROUPS, both) == sorted(GROUPS)


def test_a_claim_stands_for_its_statements() -> None:
    found = judged_groups(GROUPS, [judged(claim_id(GROUPS[0]), claim_id(GROUPS[2]), "same")])
    assert found == [["st-a", "st-b", "st-c", "st-e", "st-f"], ["st-d"]]


def test_what_was_judged_the_same_leaves_together() -> None:
    given = [judged("st-b", "st-c", "same"), judged("st-a", "st-b", "different", 1)]
    assert judged_groups(GROUPS, given)[:2] == [["st-a"], ["st-b", "st-c"]]


def test_unsure_and_unknown_ids_change_nothing() -> None:
    given = [
        judged("st-a", "st-d", "unsure"),
        judged("st-a", "st-zz", "same", 1),
        judged("st-a", "st-a", "different", 2),
    ]
    assert judged_groups(GROUPS, given) == sorted(GROUPS)
    assert judged_groups(GROUPS, []) == sorted(GROUPS)

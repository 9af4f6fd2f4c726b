"""The whole comparison: judgements, reasons with sentences, and records that survive being written down."""

from runut.compare.reasons import RULES
from runut.records.claims import Comparison
from runut.records.codec import decode, encode
from runut.records.notes import Judgement, Verdict
from runut.text.tables import load_table

from .kit import Words, compare, shared, told

SAID = "jalan lingkar utara dibuka untuk truk mulai pekan depan"
A = told("a", f"Siti Aminah mengatakan {SAID}.", Words(SAID, "Siti Aminah"))
B = told("b", f"Menurut Siti Aminah, {SAID}.", Words(SAID, "Siti Aminah"))
C = told("c", "Siti Aminah berharap hujan berhenti.", Words("hujan berhenti", "Siti Aminah"))


def judge(left: str, right: str, verdict: Verdict) -> Judgement:
    return Judgement(f"jd-{verdict}", left, right, verdict, "rina", "2025-03-04T08:00:00+00:00")


def statements(found: Comparison) -> list[int]:
    return sorted(len(claim.statements) for claim in found.claims)


def test_a_verdict_parts_what_the_machine_joined_and_joins_what_it_parted() -> None:
    left, right, other = (findings.statements[0].id for _, findings in (A, B, C))
    assert statements(compare(A, B, C)) == [1, 2]
    assert statements(compare(A, B, C, judgements=[judge(left, right, "different")])) == [1, 1, 1]
    assert statements(compare(A, B, C, judgements=[judge(left, other, "same")])) == [3]


def test_a_verdict_is_named_at_the_relation() -> None:
    left, other = A[1].statements[0].id, C[1].statements[0].id
    (claim,) = compare(A, C, judgements=[judge(left, other, "same")]).claims
    assert claim.relations[0].because[-1].values == ("rina", "2025-03-04")


def test_a_comparison_can_be_written_and_read() -> None:
    found = compare(A, B, C, reuse=[shared("a", "b")])
    assert decode(encode(found), Comparison) == found


def test_every_rule_has_its_sentence() -> None:
    told_rules = {row["key"] for row in load_table("runut.present", "sentences")}
    assert set(RULES) <= told_rules


def test_an_empty_story_has_nothing() -> None:
    assert compare(told("a", "")).claims == ()


def test_an_article_without_statements_changes_no_claim() -> None:
    plain = told("z", "Harga beras naik di Ambon. Kapal belum tiba.")
    before, after = compare(A, B, C), compare(A, B, C, plain)
    assert [(c.id, c.statements, c.origins.low, c.origins.high) for c in before.claims] == [
        (c.id, c.statements, c.origins.low, c.origins.high) for c in after.claims
    ]

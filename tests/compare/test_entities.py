"""One person under many names; namesakes and roles stay apart."""

from runut.compare.entities import merge_entities
from runut.records.findings import Findings
from runut.records.ids import make_id
from runut.records.marks import Entity, EntityKind
from runut.records.spans import Span


def merged(*names: str, kind: EntityKind = "person") -> list[set[str]]:
    findings = []
    for number, name in enumerate(names):
        article = f"ar-{number}"
        entity = Entity(make_id("en", article, name), kind, name, (name,), (Span(article, 0, 3),))
        findings.append(Findings(article, "id", 100, entities=(entity,)))
    return sorted((set(entity.names) for entity in merge_entities(findings)), key=sorted)


def test_a_short_name_joins_the_only_longer_one() -> None:
    assert merged("Siti Aminah", "Aminah", "Rahim Said") == [{"Aminah", "Siti Aminah"}, {"Rahim Said"}]


def test_a_short_name_of_two_people_stays_alone() -> None:
    assert merged("Siti Aminah", "Aminah", "Aminah Noor") == [{"Aminah"}, {"Aminah Noor"}, {"Siti Aminah"}]


def test_spellings_of_one_long_name_join() -> None:
    assert merged("Siti Aminah Warouw", "Siti Aminah Waruw") == [{"Siti Aminah Warouw", "Siti Aminah Waruw"}]


def test_old_and_new_spellings_join_and_other_names_do_not() -> None:
    assert merged("Hary Brata", "Hari Brata") == [{"Hari Brata", "Hary Brata"}]
    assert merged("Rina Sari", "Rini Sari") == [{"Rina Sari"}, {"Rini Sari"}]


def test_roles_never_join_people() -> None:
    assert merged("Bupati", "Bupati", kind="role") == []

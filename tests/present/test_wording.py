import re
from pathlib import Path

import pytest

import runut
from runut.compare.reasons import RULES
from runut.present.wording import between, day, fill, has_sentence, is_label, label, listed, number, say
from runut.records.notes import Reason
from runut.text.tables import load_table

SOURCE = Path(runut.__file__).parent


def reason_rules():
    found = set(RULES)
    for file in SOURCE.rglob("*.py"):
        found |= set(re.findall(r"\b[Rr]eason\(\s*\"([a-z-]+)\"", file.read_text(encoding="utf-8")))
    return sorted(found)


@pytest.mark.parametrize("rule", reason_rules())
def test_every_rule_has_a_sentence_in_both_languages(rule):
    assert has_sentence(rule), f"present/sentences.tsv lacks {rule}"


@pytest.mark.parametrize("table", ["labels", "sentences"])
def test_both_languages_fill_the_same_slots(table):
    for row in load_table("runut.present", table):
        slots = [sorted(set(re.findall(r"\{\d+", row[interface]))) for interface in ("id", "en")]
        assert slots[0] == slots[1], row["key"]
        assert row["id"] and row["en"], row["key"]


def test_no_key_stands_twice():
    for table in ("labels", "sentences"):
        keys = [row["key"] for row in load_table("runut.present", table)]
        assert len(keys) == len(set(keys))


def test_every_label_that_templates_ask_for_exists():
    template = (SOURCE / "present" / "templates" / "dossier.html.jinja").read_text(encoding="utf-8")
    asked = set(re.findall(r'(?:label|fill)\("([a-z-]+)"[,)]', template))
    assert asked
    assert [key for key in sorted(asked) if not is_label(key)] == []


def test_values_are_shown_in_the_interfaces_language():
    assert fill("{0:day}", ("2024-06-20",), "id") == "20 Juni 2024"
    assert fill("{0:number} / {1}", ("12500.5", "x"), "id") == "12.500,5 / x"
    assert fill("{0:number}", ("12500.5",), "en") == "12,500.5"
    assert fill("{0*}", ("a", "b", "c"), "en") == "a, b and c"
    assert fill("{0} {1*}", ("A", "b", "c"), "id") == "A b dan c"
    assert fill("{0}{3}", ("a",), "en") == "a"


def test_days_and_intervals():
    assert day("2024-12-02T10:15:00+07:00", "id") == "2 Desember 2024, 10.15 WIB"
    assert day("2024-12-02T10:15:00-05:00", "en") == "2 December 2024, 10:15 UTC-05:00"
    assert day("2024", "en") == "2024"
    assert day("PT2H", "en") == "PT2H"
    assert between("2024-05-30", "2024-06-02", "en") == "30 May 2024 – 2 June 2024"
    assert listed(("a",), "id") == "a"
    assert number("n/a", "id") == "n/a"


def test_a_rule_without_sentence_is_said_by_its_name():
    assert say(Reason("nobody-knows", ("x",)), "en") == "nobody-knows x"
    assert label("no-such-label", "id") == "no-such-label"

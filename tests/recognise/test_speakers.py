"""Who speaks, given the people of the article: names, roles, pronouns, descriptions, groups, nobody certain."""

import pytest

from runut.languages.pack import load_pack
from runut.recognise.statements import find_statements
from runut.recognise.view import View, make_view
from runut.records.article import Article
from runut.records.marks import Entity
from runut.records.page import Place
from runut.records.spans import Part, Span
from runut.records.statements import Statement


def view_of(text: str) -> View:
    pack = load_pack("id")
    assert pack is not None
    lines, parts, at = text.split("\n"), [], 0
    for line in lines:
        parts.append(Part("body", at, at + len(line)))
        at += len(line) + 1
    return make_view(Article("ar-x", "pg-x", Place("x.txt"), "text", text, "id", parts=tuple(parts)), pack)


def person(text: str, name: str, *others: str, role: str = "", kind: str = "person") -> Entity:
    """An entity with all its mentions: `name` and `others` wherever they stand."""
    spans = []
    for form in (name, *others):
        at = text.find(form)
        while at >= 0:
            if not any(s.start <= at < s.end for s in spans):
                spans.append(Span("ar-x", at, at + len(form)))
            at = text.find(form, at + 1)
    roles = (role,) if role else ()
    return Entity(f"en-{name}", kind, name, (name, *others), tuple(sorted(spans)), roles)  # type: ignore[arg-type]


def read(text: str, *entities: Entity) -> tuple[Statement, ...]:
    return find_statements(view_of(text), entities)


def speakers(text: str, *entities: Entity) -> list[tuple[str, str]]:
    return [(s.speaker.name, s.speaker.how) if s.speaker else ("", "") for s in read(text, *entities)]


def test_a_short_name_is_the_person() -> None:
    text = '"Pasar buka," kata Lurah Siti Aminah. Siti mengatakan jalan ditutup.'
    siti = person(text, "Siti Aminah", "Siti")
    assert speakers(text, siti) == [("Siti Aminah", "named"), ("Siti Aminah", "named")]
    assert all(s.speaker and s.speaker.entity == "en-Siti Aminah" for s in read(text, siti))


def test_the_name_after_its_role_and_not_the_other_one_in_it() -> None:
    text = '"Kami setuju," kata penasihat Presiden Tono, Rini Wulan, kemarin.'
    assert speakers(text, person(text, "Tono"), person(text, "Rini Wulan")) == [("Rini Wulan", "named")]


def test_who_belongs_to_a_person_is_not_that_person() -> None:
    text = "Keluarga Tono mengatakan rumah itu dijual."
    assert speakers(text, person(text, "Tono")) == [("Keluarga Tono", "named")]


def test_a_role_stands_for_its_one_holder() -> None:
    text = "Bupati Hasan Basri datang. Hasan berjanji jalan diperbaiki. Bupati menegaskan dana cukup."
    hasan = person(text, "Hasan Basri", "Hasan", role="Bupati")
    assert speakers(text, hasan)[1] == ("Hasan Basri", "named")


def test_enclitic_follows_the_last_speaker() -> None:
    text = '"Pasar buka," kata Siti. Tono lewat di depan pasar. "Jalan juga," ujarnya.'
    assert speakers(text, person(text, "Siti"), person(text, "Tono"))[1] == ("Siti", "pronoun")


def test_a_verb_of_speech_without_content_brings_its_subject_into_focus() -> None:
    text = "Siti mengatakan pasar buka. Tono mengkritik rencana itu. Menurutnya, jalan terlalu sempit."
    assert speakers(text, person(text, "Siti"), person(text, "Tono"))[1] == ("Tono", "pronoun")


def test_he_is_the_subject_of_the_sentence_before() -> None:
    text = "Siti mengatakan pasar buka. Tono datang dari Ambon. Ia mengaku lelah sekali."
    assert speakers(text, person(text, "Siti"), person(text, "Tono"))[1] == ("Tono", "pronoun")


def test_the_first_person_named_where_nobody_spoke_yet() -> None:
    text = 'Wali Kota Siti meresmikan pasar bersama Tono. "Pasar ini milik warga," katanya.'
    assert speakers(text, person(text, "Siti"), person(text, "Tono")) == [("Siti", "pronoun")]


def test_a_description_points_back() -> None:
    text = '"Saya lelah," kata Kasmin. "Kapal karam," ujar pria itu.'
    assert speakers(text, person(text, "Kasmin"))[1] == ("Kasmin", "role")


def test_a_body_named_before_by_its_first_word() -> None:
    text = "Bank Samudra membuka kantor. Bank itu mengatakan laba naik."
    bank = person(text, "Bank Samudra", kind="organisation")
    assert speakers(text, bank) == [("Bank Samudra", "named")] or speakers(text, bank) == [("Bank Samudra", "role")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warga mengatakan air naik.", ("Warga", "collective")),
        ("Seorang pejabat mengatakan harga naik.", ("Seorang pejabat", "anonymous")),
        ('"Harga naik," kata sumber yang enggan disebut namanya.', ("sumber", "anonymous")),
    ],
)
def test_groups_and_the_unnamed(text: str, expected: tuple[str, str]) -> None:
    assert speakers(text) == [expected]


def test_nobody_certain_gives_candidates() -> None:
    text = '"Pasar buka," ujarnya.'
    (statement,) = read(text)
    assert statement.speaker is None
    assert statement.candidates == ()


def test_a_quotation_goes_on() -> None:
    text = '"Pasar buka," kata Siti. "Jalan juga sudah dibuka sejak pagi."'
    assert speakers(text, person(text, "Siti"))[1] == ("Siti", "continued")


def test_words_inside_anothers_words_leave_the_focus() -> None:
    text = '"Tono berkata, \'Kami pulang besok pagi\', lalu pergi," cerita Siti. "Itu saja yang saya tahu," katanya.'
    found = {s.speaker.name for s in read(text, person(text, "Siti"), person(text, "Tono")) if s.speaker}
    assert found == {"Siti", "Tono"}
    assert speakers(text, person(text, "Siti"), person(text, "Tono"))[-1] == ("Siti", "pronoun")


def test_names_stand_beside_the_fullest() -> None:
    text = '"Pasar buka," kata Siti Aminah. "Jalan juga," kata Siti.'
    assert {s.speaker.names for s in read(text, person(text, "Siti Aminah", "Siti")) if s.speaker} == {
        ("Siti Aminah", "Siti")
    }


def test_he_is_a_person_and_no_group() -> None:
    text = "Siti mengatakan pasar buka. Warga mengatakan air naik. Dia berharap jalan dibuka."
    assert speakers(text, person(text, "Siti"))[2] == ("Siti", "pronoun")

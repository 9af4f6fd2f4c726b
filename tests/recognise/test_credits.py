"""Credits in the text: who is named, and how the credit comes in."""

import pytest

from runut.languages.pack import load_pack
from runut.recognise.clauses import prepare
from runut.recognise.credits import find_credits, is_own, own_names
from runut.recognise.cues import load_lexicon
from runut.recognise.view import make_view
from runut.records.article import Article
from runut.records.page import Place
from runut.records.spans import Part
from runut.records.statements import Link


def links(text: str, outlet: str | None = None) -> list[Link]:
    pack = load_pack("id")
    assert pack is not None
    article = Article(
        "ar-x", "pg-x", Place("x.txt"), "text", text, "id", outlet=outlet, parts=(Part("body", 0, len(text)),)
    )
    prepared = prepare(make_view(article, pack), load_lexicon(pack), ())
    return [credit.link for credit in find_credits(prepared, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kapal itu selamat, dikutip dari Reuters.", [("Reuters", "quoted")]),
        ("Kapal itu selamat, seperti dilansir AFP.", [("AFP", "reported")]),
        ("Kapal itu selamat, seperti dilaporkan kantor berita Xinhua.", [("Xinhua", "reported")]),
        ("Dilansir dari laman CNN, kapal itu selamat.", [("CNN", "reported")]),
        ("Siti mengatakan kepada Reuters bahwa kapal itu selamat.", [("Reuters", "told")]),
        ("Reuters melaporkan kapal itu selamat.", [("Reuters", "reported")]),
        ("Kapal itu selamat, dikutip dari Warta Bahari.", [("Warta Bahari", "quoted")]),
        ("Kapal itu selamat, kata Siti dalam keterangan tertulis.", [("keterangan tertulis", "released")]),
        ("Siti menulis itu di akun Instagram miliknya.", [("akun Instagram", "posted")]),
        ("Surat itu ditulis Hasan kepada warga.", []),
        ("Kapal itu dikabarkan selamat.", []),
        ('"Saya dikutip dari Reuters," kata Siti.', []),
    ],
)
def test_credits(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(link.who, link.how) for link in links(text)] == expected


def test_one_outlet_takes_from_another() -> None:
    (own, other) = links("Kapal itu selamat, dikutip detikINET dari CNET.", outlet="detikcom")
    assert not own.adds_origin
    assert other.adds_origin


def test_own_brand_is_no_origin_but_a_sister_newsroom_is() -> None:
    (desk,) = links("Jalan tutup, dilansir detikJabar.", outlet="detikcom")
    assert not desk.adds_origin
    (sister,) = links("Jalan tutup, dikutip dari Kontan.", outlet="Kompas.com")
    assert sister.adds_origin


def test_own_names_without_outlet() -> None:
    article = Article("ar-x", "pg-x", Place("x.txt"), "text", "Ya.", "id", parts=(Part("body", 0, 3),))
    pack = load_pack("id")
    assert pack is not None
    own = own_names(prepare(make_view(article, pack), load_lexicon(pack), ()))
    assert own == frozenset()
    assert not is_own("Reuters", own)


def test_spans_hold_the_name() -> None:
    text = "Kapal itu selamat, dikutip dari Reuters."
    (link,) = links(text)
    assert link.span is not None
    assert text[link.span.start : link.span.end] == "Reuters"


def rows(place: str, of: str) -> list[str]:
    pack = load_pack("id")
    assert pack is not None
    return list(pack.forms("provenance", place=place, **{"class": of}))


AGENCIES = ["Reuters", "AFP", "Antara", "Xinhua", "Associated Press"]
FRAMES = [
    '"Kapal itu selamat," kata Siti, {} {}, Senin (3/3/2025).',
    "Kapal itu selamat, seperti {} {}.",
    "{} {}, kapal itu selamat.",
]


@pytest.mark.parametrize("form", rows("before", "media"))
@pytest.mark.parametrize("frame", FRAMES)
def test_every_form_before_a_known_agency(form: str, frame: str) -> None:
    for agency in AGENCIES:
        text = frame.format(form, agency)
        assert [link.who for link in links(text[0].upper() + text[1:])] == [agency], text


@pytest.mark.parametrize("form", rows("before", "media"))
def test_every_form_before_an_unknown_name_with_a_gloss(form: str) -> None:
    assert [link.who for link in links(f"Kapal itu selamat, {form} kantor berita Samudra.")] == ["Samudra"]


@pytest.mark.parametrize("form", rows("before", "media"))
def test_every_form_before_a_day_names_nobody(form: str) -> None:
    assert links(f'"Kapal itu selamat," kata Siti, {form} Selasa (21/10/2025).') == []


@pytest.mark.parametrize("form", rows("alone", "release"))
def test_releases(form: str) -> None:
    (link,) = links(f'"Kapal itu selamat," kata Siti dalam {form}, Senin.')
    assert link.how == "released"
    assert not link.adds_origin


@pytest.mark.parametrize("form", rows("alone", "social"))
def test_posts(form: str) -> None:
    (link,) = links(f'"Kapal itu selamat," tulis Siti dalam {form}, Senin.')
    assert link.how == "posted"
    assert not link.adds_origin


@pytest.mark.parametrize("form", rows("alone", "pool"))
def test_reporters_are_no_credit(form: str) -> None:
    assert links(f'"Kapal itu selamat," kata Siti kepada {form} di Ambon.') == []

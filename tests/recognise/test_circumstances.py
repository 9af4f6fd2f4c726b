"""When, where, to whom, on which occasion; and the colour of what is said."""

import pytest

from runut.languages.pack import load_pack
from runut.recognise.statements import find_statements
from runut.recognise.view import make_view
from runut.records.article import Article
from runut.records.marks import TimeExpression
from runut.records.page import Place
from runut.records.spans import Part, Span
from runut.records.statements import Statement


def read(text: str, *days: tuple[str, str]) -> Statement:
    """The one statement of a text; `days` are printed times with their date."""
    pack = load_pack("id")
    assert pack is not None
    view = make_view(
        Article("ar-x", "pg-x", Place("x.txt"), "text", text, "id", parts=(Part("body", 0, len(text)),)), pack
    )
    times = []
    for printed, day in days:
        at = text.index(printed)
        times.append(TimeExpression(f"tm-{at}", Span("ar-x", at, at + len(printed)), day, day, day, "day", "published"))
    (statement,) = find_statements(view, (), tuple(times))
    return statement


def test_all_adjuncts_after_the_speaker() -> None:
    text = '"Pasar buka," kata Siti kepada warga saat rapat desa di Ambon, Senin (3/3/2025).'
    statement = read(text, ("Senin (3/3/2025)", "2025-03-03"))
    assert statement.said is not None
    assert statement.said.first == statement.said.last == "2025-03-03"
    assert statement.addressee == "warga"
    assert statement.place == "Ambon"
    assert statement.occasion is not None
    assert text[statement.occasion.start : statement.occasion.end].startswith("saat rapat desa")


def test_the_day_before_the_cue() -> None:
    statement = read("Siti, Senin (3/3), mengatakan pasar buka sampai malam.", ("Senin (3/3)", "2025-03-03"))
    assert statement.said is not None
    assert statement.said.first == "2025-03-03"


def test_the_wires_date_is_not_the_day_of_speaking() -> None:
    statement = read('"Pasar buka," kata Siti, dikutip dari AFP, Senin (3/3).', ("Senin (3/3)", "2025-03-03"))
    assert statement.said is None


def test_a_day_inside_the_words_is_not_the_day_of_speaking() -> None:
    statement = read('"Pasar buka Senin (3/3) pagi," kata Siti.', ("Senin (3/3)", "2025-03-03"))
    assert statement.said is None


@pytest.mark.parametrize(
    ("text", "negated", "modality"),
    [
        ("Siti mengatakan pasar buka.", False, "asserted"),
        ("Siti mengatakan pasar tidak buka.", True, "asserted"),
        ("Siti mengatakan pasar mungkin tutup.", False, "possible"),
        ("Siti mengatakan pasar akan tutup.", False, "future"),
        ("Siti mengatakan pasar harus tutup.", False, "obliged"),
        ("Siti mengatakan pasar tutup jika hujan turun.", False, "conditional"),
        ("Siti membantah kabar bahwa pasar tutup.", False, "denied"),
        ("Siti tidak memungkiri kabar bahwa pasar tutup.", True, "asserted"),
        ("Siti mengatakan pasar yang tidak ramai itu tutup.", False, "asserted"),
    ],
)
def test_negation_and_modality(text: str, negated: bool, modality: str) -> None:
    statement = read(text)
    assert (statement.negated, statement.modality) == (negated, modality)


def test_polarity_and_lemma_of_the_cue() -> None:
    statement = read("Siti membenarkan kabar bahwa pasar tutup.")
    assert statement.cue is not None
    assert (statement.cue.lemma, statement.cue.polarity) == ("benar", "confirm")

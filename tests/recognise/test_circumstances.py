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
    (statement,) = read_all(text, *days)
    return statement


def read_all(text: str, *days: tuple[str, str]) -> tuple[Statement, ...]:
    """The statements of a text; `days` are printed times with their date, or with first and last day by a slash."""
    pack = load_pack("id")
    assert pack is not None
    view = make_view(
        Article("ar-x", "pg-x", Place("x.txt"), "text", text, "id", parts=(Part("body", 0, len(text)),)), pack
    )
    times = []
    for printed, day in days:
        at = text.index(printed)
        first, _, last = day.partition("/")
        span = Span("ar-x", at, at + len(printed))
        times.append(TimeExpression(f"tm-{at}", span, first, first, last or first, "day", "published"))
    return find_statements(view, (), tuple(times))


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


def test_a_day_reaches_the_speakers_other_words_and_a_wider_time_does_not() -> None:
    said = 'Siti Aminah, {}, mengatakan pasar buka. "Kami senang," kata Siti Aminah.'
    monday = read_all(said.format("Senin (3/3)"), ("Senin (3/3)", "2025-03-03"))
    assert [s.said.first if s.said else None for s in monday] == ["2025-03-03", "2025-03-03"]
    month = read_all(said.format("awal bulan ini"), ("awal bulan ini", "2025-03-01/2025-03-10"))
    assert [s.said.last if s.said else None for s in month] == ["2025-03-10", None]


def test_two_days_of_one_speaker_reach_nobody() -> None:
    text = (
        "Siti Aminah, Senin (3/3), mengatakan pasar buka. Siti Aminah, Rabu (5/3), mengatakan pasar tutup. "
        '"Kami senang," kata Siti Aminah.'
    )
    found = read_all(text, ("Senin (3/3)", "2025-03-03"), ("Rabu (5/3)", "2025-03-05"))
    assert [s.said.first if s.said else None for s in found] == ["2025-03-03", "2025-03-05", None]


@pytest.mark.parametrize(
    ("text", "negated", "modality"),
    [
        ("Siti mengatakan pasar buka.", False, "asserted"),
        ("Siti mengatakan pasar tidak buka.", True, "asserted"),
        ("Siti mengatakan paling tidak dua pasar buka.", False, "asserted"),
        ("Siti mengatakan pasar bukan hanya buka.", False, "asserted"),
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

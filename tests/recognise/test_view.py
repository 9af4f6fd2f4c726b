"""The view of an article: its shadow, paragraphs, quotations, sentences; noise blanked."""

from runut.languages.pack import load_pack
from runut.recognise.view import View, make_view
from runut.records.article import Article
from runut.records.page import Place
from runut.records.spans import Part


def view(text: str, *kinds: str) -> View:
    pack = load_pack("id")
    assert pack is not None
    parts, at = [], 0
    for number, line in enumerate(text.split("\n")):
        parts.append(Part(kinds[number] if number < len(kinds) else "body", at, at + len(line)))  # type: ignore[arg-type]
        at += len(line) + 1
    return make_view(Article("ar-x", "pg-x", Place("x.txt"), "text", text, "id", parts=tuple(parts)), pack)


def test_paragraphs_keep_their_kinds() -> None:
    found = view("Judul\nIsi satu. Isi dua.", "title", "body")
    assert [p.kind for p in found.paragraphs] == ["title", "body"]
    assert len(found.paragraphs[1].sentences) == 2


def test_noise_inside_a_sentence_is_blank_and_offsets_stay() -> None:
    text = "Pasar ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT buka."
    found = view(text)
    assert len(found.shadow) == len(text)
    assert "ADVERTISEMENT" not in found.shadow
    assert found.shadow.index("buka") == text.index("buka")


def test_sentences_are_not_split_inside_quotations() -> None:
    (paragraph,) = view('"Buka. Tutup. Buka lagi," kata Siti.').paragraphs
    assert len(paragraph.sentences) == 1


def test_a_closing_mark_at_the_head_of_a_line_belongs_to_the_line_before() -> None:
    text = 'Kami siap. Besok buka\n" kata Siti.\n"Ayo," kata Tono.'
    mended, other = view(text).paragraphs
    assert text[mended.quotes[0].start : mended.quotes[0].end] == "Kami siap. Besok buka\n"
    assert text[other.start : other.end] == '"Ayo," kata Tono.'


def test_an_unclosed_quotation_does_not_hold_a_paragraph_together() -> None:
    (paragraph,) = view('"Buka, kata Siti. Tutup, kata Tono.').paragraphs
    assert len(paragraph.sentences) == 2


def test_inside_a_quotation() -> None:
    found = view('Ia berkata "buka" lalu pergi.')
    assert found.in_quote(12)
    assert not found.in_quote(3)


def test_span_is_of_the_article() -> None:
    span = view("Pasar buka.").span(0, 5)
    assert (span.article, span.start, span.end) == ("ar-x", 0, 5)

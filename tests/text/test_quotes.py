"""Quotation marks of every make, in pairs or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.text.quotes import pair_quotes


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"Buka," kata Siti.', ["Buka,"]),
        ("“Buka,” kata Siti.", ["Buka,"]),
        ("”Buka,” kata Siti.", ["Buka,"]),
        ("«Buka», kata Siti.", ["Buka"]),
        ('Kata Siti, "buka" dan "tutup" itu lain.', ["buka", "tutup"]),
        ('Jembatan itu panjang. "Buka," kata Siti. "Tutup," ujarnya.', ["Buka,", "Tutup,"]),
        ('Lebar 5" saja.', []),
        ("Tidak ada kutipan.", []),
        ("", []),
    ],
)
def test_whole_quotations(text: str, inside: list[str]) -> None:
    assert [text[q.start : q.end] for q in pair_quotes(text) if q.whole] == inside


def test_outer_offsets_hold_the_marks() -> None:
    text = 'Ia berkata "buka" lalu pergi.'
    (quote,) = pair_quotes(text)
    assert text[quote.outer_start : quote.outer_end] == '"buka"'


def test_open_at_the_end_goes_on() -> None:
    (quote,) = pair_quotes("“Pelabuhan ini tua.")
    assert not quote.closed
    assert quote.opened


def test_a_new_sentence_ends_a_quotation_that_was_never_closed() -> None:
    text = '"Harga naik, kata Siti. "Stok cukup," ujar Tono.'
    first, second = pair_quotes(text)
    assert not first.closed
    assert text[second.start : second.end] == "Stok cukup,"
    assert second.whole


def test_space_inside_an_opening_mark_is_passed_over() -> None:
    text = 'Pasar buka. " Kami senang ," ujar Siti.'
    (found,) = pair_quotes(text)
    assert found.whole
    assert text[found.start : found.end].strip() == "Kami senang ,"


def test_a_missing_opening_mark_is_told() -> None:
    text = 'Kami tetap buka," kata Siti. "Besok juga," ujarnya.'
    first, second = pair_quotes(text)
    assert not first.opened
    assert text[first.start : first.end] == "Kami tetap buka,"
    assert second.whole


def test_only_the_given_stretch_is_read() -> None:
    text = '"satu" "dua" "tiga"'
    assert [text[q.start : q.end] for q in pair_quotes(text, 7, 12)] == ["dua"]


@given(st.text(alphabet='ab A."“”«»,\n', max_size=80))
def test_never_fails_and_stays_in_order(text: str) -> None:
    last = 0
    for quote in pair_quotes(text):
        assert last <= quote.outer_start <= quote.start <= quote.end <= quote.outer_end <= len(text)
        last = quote.start

"""Chains: what reaches a statement from the credits of its text."""

import re

from runut.languages.pack import load_pack
from runut.recognise.statements import find_statements
from runut.recognise.view import make_view
from runut.records.article import Article, Credit
from runut.records.page import Place
from runut.records.spans import Part


def chains(text: str, credit: Credit | None = None, outlet: str | None = None) -> list[list[str]]:
    """For each statement the names of the hops that add an origin."""
    pack = load_pack("id")
    assert pack is not None
    parts = tuple(Part("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    credits = (credit,) if credit else ()
    article = Article("ar-x", "pg-x", Place("x.txt"), "text", text, "id", outlet=outlet, credits=credits, parts=parts)
    return [[link.who for link in s.chain if link.adds_origin] for s in find_statements(make_view(article, pack))]


def test_a_credit_for_the_whole_text_reaches_all() -> None:
    text = '"Pasar buka," kata Siti. Tono mengatakan jalan ditutup.'
    assert chains(text, Credit("Reuters", "text")) == [["Reuters"], ["Reuters"]]


def test_a_photo_credit_reaches_nothing() -> None:
    assert chains('"Pasar buka," kata Siti.', Credit("Reuters", "photo")) == [[]]


def test_it_stops_at_another_speaker() -> None:
    text = '"Pasar buka," kata Siti, dilansir AFP. Siti mengatakan jalan ditutup. Tono mengatakan hujan turun.'
    assert chains(text) == [["AFP"], ["AFP"], []]


def test_it_does_not_jump_over_a_paragraph_of_narration() -> None:
    text = '"Pasar buka," kata Siti, dikutip dari AFP.\nPasar itu tua. Siti mengatakan jalan ditutup.'
    assert chains(text) == [["AFP"], []]


def test_words_reported_just_before_the_credited_quotation_share_it() -> None:
    text = 'Siti mengatakan jalan ditutup. "Pasar tetap buka," kata Siti, dilansir AFP.'
    assert chains(text) == [["AFP"], ["AFP"]]


def test_the_last_credit_is_nearest_to_the_outlet() -> None:
    assert chains('"Pasar buka," kata Siti menurut Reuters, dikutip dari Tempo.') == [["Tempo", "Reuters"]]


def test_told_comes_with_its_statement_only() -> None:
    text = "Siti mengatakan kepada AFP bahwa pasar buka. Siti menambahkan, jalan ditutup."
    assert chains(text) == [["AFP"], []]

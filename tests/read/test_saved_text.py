"""Saved texts of pages: what of them is the article, and that every character is traced."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.read.saved_text import read_saved_text
from runut.read.saved_text_blocks import split_blocks
from runut.records.article import Article
from runut.records.notes import Problem
from runut.records.page import Page, Place
from runut.text.places import body_of, page_offsets, parts_of

MENU = ["Beranda", "Nasional", "Daerah", "Ekonomi", "Olahraga", "Kuliner", "Wisata Bahari", "Kirim Tulisan"]
TITLE = "Feri Samudra Selamat Setelah Mesin Mati di Tengah Laut"
BODY = [
    "AMBON, KABAR - Feri Samudra yang membawa 40 penumpang selamat setelah mesinnya mati di tengah laut, Senin (5/5).",
    "“Semua penumpang selamat dan sudah kembali ke rumah,” kata Kepala Pelabuhan Ambon, Siti Rahma.",
    "Menurut Siti, mesin feri mati sekitar dua jam setelah kapal meninggalkan pelabuhan Ambon.",
    "Nakhoda feri meminta bantuan lewat radio, lalu dua kapal nelayan menarik feri itu ke pelabuhan terdekat.",
    "Siti menambahkan pelabuhan akan memeriksa mesin semua feri sebelum penumpang boleh naik lagi.",
]
SIDE = [
    "Berita Terpopuler",
    "Harga Ikan Naik Tajam Jelang Lebaran di Pasar Baru",
    "Jumat, 20 Februari 2026 | 09:40",
    "Pemain Muda Ini Pindah ke Klub Luar Negeri",
    "Jumat, 20 Februari 2026 | 08:11",
    "Cara Memasak Nasi Goreng Tanpa Minyak yang Lezat",
    "Kamis, 19 Februari 2026 | 07:30",
    "Copyright © 2026 Kabar Samudra. All rights reserved.",
]
HEAD = [TITLE, "Senin, 5 Mei 2025 | 10:00 WIT", "Penulis: Budi Hartono | Editor: Tono Wijaya"]
LINES = [*MENU, *HEAD, *BODY[:2], "Baca Juga: Harga Tiket Feri Turun Mulai Bulan Depan", *BODY[2:], *SIDE]


def page(name: str = "feri.txt") -> Page:
    return Page("pg-feri", "0", Place(name), "text")


def read(text: str) -> Article:
    article = read_saved_text(page(), text)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n\n", "\r\n\r\n"])
def test_the_article_is_found_between_menus_and_other_headlines(ending: str) -> None:
    article = read(ending.join(LINES))
    assert body_of(article) == "\n".join(BODY)
    assert article.title == TITLE
    assert article.bylines == ("Budi Hartono",)
    assert article.editors == ("Tono Wijaya",)
    assert article.published is not None
    assert article.published.value == "2025-05-05T10:00:00+09:00"
    assert article.language == "id"


def test_dates_of_other_articles_leave_no_trace() -> None:
    article = read("\n".join(LINES))
    assert "2026" not in article.text
    assert all("2026" not in (when.value if when else "") for when in (article.published, article.modified))


def test_everything_left_out_is_kept_with_its_rule() -> None:
    text = "\n".join(LINES)
    article = read(text)
    for removed in article.removed:
        assert removed.rule
        assert text[removed.page_start : removed.page_end] == removed.text
    left_out = {removed.text: removed.rule for removed in article.removed}
    assert left_out["Baca Juga: Harga Tiket Feri Turun Mulai Bulan Depan"] == "read-also"
    covered = sum(len(removed.text) for removed in article.removed) + sum(p.end - p.start for p in article.parts)
    assert covered == sum(len(line) for line in LINES)


def test_a_sentence_cut_by_its_links_is_one_paragraph() -> None:
    cut = BODY[1].replace("Kepala Pelabuhan Ambon", "\nKepala Pelabuhan Ambon\n")
    article = read("\n".join([*HEAD, BODY[0], cut, *BODY[2:]]))
    paragraph = next(p for p in parts_of(article, "body") if "Kepala Pelabuhan" in article.text[p.start : p.end])
    assert article.text[paragraph.start : paragraph.end].startswith("“Semua penumpang")
    assert "kata Kepala Pelabuhan Ambon , Siti Rahma." in article.text


def test_a_link_to_another_article_is_parted_from_the_quotation_glued_to_it() -> None:
    glued = f"Baca Juga: Harga Tiket Feri Turun Mulai Bulan Depan {BODY[1]}"
    article = read("\n".join([*HEAD, BODY[0], glued, *BODY[2:]]))
    assert BODY[1] in body_of(article)
    assert "Harga Tiket" not in article.text


def test_desk_initials_and_bracketed_links_are_taken_out_of_paragraphs() -> None:
    linked = BODY[2].replace(" sekitar", " (Baca juga: Harga Tiket Feri Turun) sekitar")
    article = read("\n".join([*HEAD, *BODY[:2], linked, BODY[3], BODY[4] + " (srh/bhn)"]))
    assert BODY[2] in body_of(article)
    assert body_of(article).endswith(BODY[4])
    assert "(srh/bhn)" in {article.text[p.start : p.end] for p in parts_of(article, "byline")}


def test_subheads_captions_and_photo_credits() -> None:
    caption = "Feri Samudra bersandar di pelabuhan Ambon, Senin (5/5/2025). (Antara/Siti Rahma)"
    article = read("\n".join([*HEAD, caption, *BODY[:3], "Mesin Akan Diperiksa", *BODY[3:]]))
    assert [article.text[p.start : p.end] for p in parts_of(article, "caption")] == [caption]
    assert [article.text[p.start : p.end] for p in parts_of(article, "subhead")] == ["Mesin Akan Diperiksa"]
    assert [(credit.who, credit.of) for credit in article.credits] == [("Antara/Siti Rahma", "photo")]


def test_page_numbers_behind_the_body_say_that_it_goes_on() -> None:
    article = read("\n".join([*HEAD, *BODY, "Halaman: 1 2 3", *SIDE]))
    assert (article.kind, article.complete) == ("part", False)


def test_readers_comments_are_no_article() -> None:
    comment = "Saya pernah naik feri itu dan mesinnya memang sudah tua sekali, semoga cepat diganti oleh pemiliknya."
    article = read("\n".join([*HEAD, *BODY, "2 Komentar", "Anton", "3 jam lalu", comment]))
    assert "mesinnya memang" not in article.text


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\t\r\n ", "\x00\x00"])
def test_a_text_without_words_is_a_problem(text: str) -> None:
    problem = read_saved_text(page("kosong.txt"), text)
    assert isinstance(problem, Problem)
    assert problem.file == "kosong.txt"


@pytest.mark.parametrize(
    "text",
    [
        "kata " * 200_000,
        "Kata. " * 170_000,
        "kata\n" * 20_000,
        "(" * 1_000_000,
        "“" * 300_000,
        "a\tb\x0bc\x0c" * 50_000,
        "\ufeff" + "\n".join(LINES),
    ],
    ids=["words", "sentences", "lines", "brackets", "quotes", "controls", "mark"],
)
def test_odd_texts_are_read(text: str) -> None:
    assert isinstance(read_saved_text(page(), text), Article | Problem)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*LINES, "", "  ", "•", "1", "Jakarta -", "Reuters", ", kata dia", "* satu"]), max_size=30)
)
def test_every_part_gives_back_its_characters(lines: list[str]) -> None:
    text = "\n".join(lines)
    article = read_saved_text(page(), text)
    if isinstance(article, Problem):
        return
    for run in article.text_map.runs:
        printed = text[run.page_start : run.page_start + run.page_length]
        assert article.text[run.text_start : run.text_start + run.text_length] == printed
    for part in article.parts:
        offsets = page_offsets(article.text_map, part.start, part.end)
        assert offsets is not None
        assert text[slice(*offsets)].split() == article.text[part.start : part.end].split()


def test_blocks_hold_every_character_but_white_space_and_bullets() -> None:
    text = "* satu\n\n  dua tiga \r\n# Empat\n"
    blocks = split_blocks(text)
    assert [block.text for block in blocks] == ["satu", "dua tiga", "Empat"]
    assert [block.bullet for block in blocks] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Jendela Pantai\n\nBeranda\n\n{title}\n\nJENDELA PANTAI - {body}", "Jendela Pantai"),
        ("The Coast Ledger\nHome | World\n\n{title}\n\n{body}\n\nCopyright 2024 The Coast Ledger", "The Coast Ledger"),
        ("Beranda\n\n{title}\n\nJENDELA PANTAI - {body}", None),
        ("{title}\n\n{body}\n\nCopyright 2024 The Coast Ledger", None),
    ],
)
def test_an_outlet_that_nobody_knows_is_named_in_two_places(text, outlet):
    title = "Nelayan Menunda Melaut karena Ombak Tinggi"
    body = "\n\n".join(
        [
            "Nelayan di pesisir utara menunda melaut karena ombak tinggi sejak akhir pekan lalu, kata kepala dusun.",
            "Mereka memperbaiki jaring di tepi pantai sambil menunggu cuaca membaik dan angin mereda di perairan itu.",
            "Kepala dusun meminta nelayan tidak memaksakan diri melaut sebelum peringatan dini dari petugas dicabut.",
        ]
    )
    article = read(text.format(title=title, body=body))
    assert article.outlet == outlet

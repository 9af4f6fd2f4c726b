"""Blocks of a page: their text as a browser prints it, every character traced."""

import pytest

from runut.read.blocks import Tree, read_blocks
from runut.read.boxes import Block
from runut.read.stamp import stamp_page


def blocks(page: str) -> Tree:
    return read_blocks(page, stamp_page(page))


def traced(page: str, block: Block) -> bool:
    """Whether every run of equal length gives back its characters."""
    return all(
        page[at : at + size] == block.text[start : start + length]
        for start, at, length, size in block.runs
        if length == size
    )


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<p>Satu <b>dua</b>, tiga</p>", ["Satu dua, tiga"]),
        ("<p>Satu\n   dua</p><p>tiga", ["Satu dua", "tiga"]),
        ("satu<br>dua<br/>tiga", ["satu", "dua", "tiga"]),
        ("<p>a &amp; b&nbsp;c &lt;d&gt;</p>", ["a & b\u00a0c <d>"]),
        ("<p>Rp<!-- x -->5<!-- -->%</p>", ["Rp5%"]),
        ("<p>satu<script>var a = '<p>tidak</p>';</script> dua</p>", ["satu dua"]),
        ("<p>a < b dan 3 > 2</p>", ["a < b dan 3 > 2"]),
        ("<div data-x=\"<p>bukan > isi</p>\">isi</div>", ["isi"]),
        ("<div title=it's>satu</div><div title='x'>dua</div>", ["satu", "dua"]),
        ("<a href=x>Politik</a><a href=y>Hukum</a>", ["Politik Hukum"]),
        ("<p>satu<p>dua</div></p>tiga", ["satu", "dua", "tiga"]),
        ("<strong>Jakarta</strong> - <p>" + "Sebuah kalimat yang panjang tentang pelabuhan. " * 2 + "</p>",
         ["Jakarta - " + ("Sebuah kalimat yang panjang tentang pelabuhan. " * 2).strip()]),
        ("<p>ikon \U000f0001 \U000f0100 dua</p>", ["ikon \U000f0001 \U000f0100 dua"]),
        ("<title>Judul</title><textarea><p>x</textarea><p>isi", ["isi"]),
        ("<p>&nbsp;</p><p> </p>", []),
        ("", []),
    ],
)  # fmt: skip
def test_texts(page: str, texts: list[str]) -> None:
    tree = blocks(page)
    assert [block.text for block in tree.blocks] == texts
    assert all(traced(page, block) for block in tree.blocks)


def test_links_and_bold_are_counted() -> None:
    block = blocks("<p>satu <a href='/dua'>dua</a> <b>tiga</b></p>").blocks[0]
    assert block.href == "/dua"
    assert (block.text, block.links, block.bold) == ("satu dua tiga", len(" dua"), len(" tiga"))


def test_a_name_of_the_whole_articles_box_says_nothing() -> None:
    prose = "<p>" + "Warga membersihkan rumah sejak pagi hari, kata Siti. " * 6 + "</p>"
    tree = blocks(f"<article class='post-tags'>{prose}</article><div class='article-tags'>a, b, c</div>")
    assert "tags" not in tree.roles[tree.blocks[0].box]
    assert "tags" in tree.roles[tree.blocks[-1].box]


def test_hidden_boxes_are_known() -> None:
    tree = blocks("<div style='display: none'>tidak tampak</div><div hidden>juga</div><div>tampak</div>")
    assert ["hidden" in tree.roles[block.box] for block in tree.blocks] == [True, True, False]


def test_depth_beyond_the_parser_is_read_flat() -> None:
    tree = blocks("<div>" * 5000 + "<p>Di dasar sekali.</p>" + "</div>" * 5000)
    assert [block.text for block in tree.blocks] == ["Di dasar sekali."]

"""Lines of pages: what a convention says of them, and what it must leave alone."""

import pytest

from runut.languages.pack import FOLDERS, load_pack
from runut.read.lines import closing_initials, photo_credit, read_line
from runut.text.tables import Row

KINDS = {"provenance": "provenance", "photo": "credit", "caption": "caption"}
ROWS = [row for code in FOLDERS if (pack := load_pack(code)) for row in pack.table("page_lines")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['form']}-{row['where']}")
def test_every_row_of_the_tables_works_on_its_example(row: Row) -> None:
    reading = read_line(row["example"])
    assert reading is not None
    assert reading.kind == KINDS.get(row["rule"], "residue")


@pytest.mark.parametrize(
    ("line", "kind", "rule"),
    [
        ("Baca Juga: Pelabuhan Samudra Dibuka Lagi", "residue", "read-also"),
        ("BACA JUGA : Pelabuhan Samudra Dibuka Lagi", "residue", "read-also"),
        ("* Ikuti Saluran WhatsApp Kabar Samudra untuk mendapatkan berita terkini.", "residue", "call"),
        ("2 dari 4 halaman", "residue", "parts"),
        ("Halaman: 1 2 3", "residue", "parts"),
        ("Copyright © 2025 Kabar Samudra. All rights reserved.", "residue", "copyright"),
        ("#pelabuhan #kapal", "residue", "tags"),
        ("Beranda » Daerah » Pelabuhan", "residue", "breadcrumb"),
        ("•", "residue", "marks"),
        ("1234", "residue", "number"),
        ("https://kabar.example/pelabuhan", "residue", "address"),
        ("(srh/bhn)", "byline", "initials"),
        ("[E-2]", "byline", "initials"),
        ("Pewarta: Siti Rahma Editor: Budi Hartono", "byline", "byline"),
        ("Penulis", "byline", "role-word"),
        ("SENIN, 5 MEI 2025 | 10:00 WIB | LAPORAN: SITI RAHMA", "byline", "byline-date"),
        ("Senin, 05 Mei 2025 10:00 WIB", "date", "date-line"),
        ("Kabar.com - 05/05/2025, 10:00 WIB", "date", "date-line"),
        ("Artikel ini telah tayang di Kabar.com dengan judul Pelabuhan Dibuka", "provenance", "provenance"),
        ("(Reporting by Ann Reed in Oslo; editing by Tom Hale)", "provenance", "provenance"),
        ("Foto: Siti Rahma/Antara", "credit", "photo-credit"),
        ("REUTERS/Ann Reed", "credit", "photo-credit"),
        ("Kapal feri bersandar di dermaga, Senin (5/5/2025). (Antara/Siti Rahma)", "caption", "caption-credit"),
        ("Kapal feri bersandar di dermaga pelabuhan, Senin 5 Mei 2025/Net", "caption", "caption-credit"),
        ("Kapal feri bersandar di dermaga. Gambar: AFP", "caption", "caption-credit"),
    ],
)
def test_conventions(line: str, kind: str, rule: str) -> None:
    reading = read_line(line)
    assert reading is not None
    assert (reading.kind, reading.rule) == (kind, rule)


@pytest.mark.parametrize(
    "line",
    [
        "Ia meminta warga baca juga aturan itu sebelum berlayar.",
        "Baca juga aturan itu, kata Siti, agar semua nelayan tahu apa yang kini dilarang di sana.",
        "Oleh karena itu nelayan tidak melaut sejak Senin.",
        "Editor koran itu mengatakan naskah lama telah hilang dalam kebakaran gudang.",
        "Foto yang beredar itu diambil tahun lalu, kata Budi.",
        "By Friday the ferry had left the harbour with forty people on board.",
        "Follow the money, the auditor told the committee, and the story of the lost ferry becomes quite clear.",
        "Harga tiket naik menjadi 25.000 rupiah dan/atau dihapus.",
        "Kapal itu tiba pada Senin, 5 Mei 2025, setelah tertunda tiga hari karena badai.",
        "Pelabuhan Samudra Dibuka Lagi Setelah Badai",
    ],
)
def test_prose_and_headlines_are_left_alone(line: str) -> None:
    assert read_line(line) is None


def test_a_heading_of_other_articles_reaches_beyond_its_line() -> None:
    assert read_line("Baca Juga:").extent == "list"  # type: ignore[union-attr]
    assert read_line("Berita Terpopuler").extent == "foot"  # type: ignore[union-attr]
    assert read_line("Tinggalkan Balasan").rule == "comments"  # type: ignore[union-attr]


def test_initials_behind_a_sentence_are_no_photo_credit() -> None:
    text = "“Kapal itu selamat,” tegasnya. (srh/bhn)"
    assert photo_credit(text) is None
    at = closing_initials(text)
    assert at is not None
    assert text[at:] == "(srh/bhn)"


@pytest.mark.parametrize("line", ["(" * 200_000, "Baca juga " * 50_000, "a/" * 200_000, "»" * 200_000, "1 " * 200_000])
def test_long_odd_lines_are_read_in_bounded_steps(line: str) -> None:
    read_line(line)

"""Renderings of one utterance come together, neighbours stay apart, and every claim says what it rests on."""

from itertools import permutations

from runut.records.claims import Comparison

from .kit import Words, claim_with, compare, told

A = told(
    "a",
    "Bupati Siti Aminah mengatakan jembatan gantung di Desa Waru ditutup mulai besok. "
    "Siti Aminah juga meminta warga memakai perahu penyeberangan.",
    Words("jembatan gantung di Desa Waru ditutup mulai besok", "Siti Aminah"),
    Words("warga memakai perahu penyeberangan", "Siti Aminah"),
)
B = told(
    "b",
    "Jembatan gantung di Desa Waru akan ditutup mulai besok, kata Siti Aminah. Ia menyebut kerusakan tali baja.",
    Words("Jembatan gantung di Desa Waru akan ditutup mulai besok", "Siti Aminah"),
    Words("kerusakan tali baja", "Siti Aminah"),
)
C = told(
    "c",
    "Menurut Rahim Said, harga cabai di pasar induk naik dua kali lipat sejak pekan lalu.",
    Words("harga cabai di pasar induk naik dua kali lipat sejak pekan lalu", "Rahim Said"),
)


def shape(found: Comparison) -> list[list[str]]:
    return sorted(sorted(claim.statements) for claim in found.claims)


def test_a_paraphrase_joins_and_other_statements_of_the_speaker_do_not() -> None:
    found = compare(A, B, C)
    closed = claim_with(found, A, "jembatan gantung di Desa Waru ditutup mulai besok")
    assert len(closed.statements) == 2
    assert closed.speaker == "Siti Aminah"
    assert closed.outlets == 2
    assert sorted(len(claim.statements) for claim in found.claims) == [1, 1, 1, 2]


def test_the_relation_marks_the_words_that_differ() -> None:
    closed = claim_with(compare(A, B), A, "jembatan gantung di Desa Waru ditutup mulai besok")
    (relation,) = closed.relations
    assert relation.kind == "same"
    text = {"ar-a": A[0].text, "ar-b": B[0].text}
    words = {text[s.article][s.start : s.end] for d in relation.differences for s in (d.left, d.right) if s}
    assert words == {"akan"}


def test_the_gist_is_a_span_of_a_page() -> None:
    for claim in compare(A, B, C).claims:
        assert claim.gist in {s.content for _, findings in (A, B, C) for s in findings.statements}


def test_glued_words_and_figures_in_words_and_digits_meet() -> None:
    left = told(
        "l",
        "Enam nelayan Pulau Buru telah ditemukan selamat kemarin, kata Siti Aminah.",
        Words("Enam nelayan Pulau Buru telah ditemukan selamat kemarin", "Siti Aminah"),
    )
    right = told(
        "r",
        "Kata Siti Aminah, enam nelayanPulau Buru ditemukanselamat kemarin.",
        Words("enam nelayanPulau Buru ditemukanselamat kemarin", "Siti Aminah"),
    )
    assert len(compare(left, right).claims) == 1


def test_scraps_are_the_same_as_nothing() -> None:
    pages = [
        told(id, f"{speaker} bicara di Ambon. {rest}", Words("di Ambon", speaker))
        for id, speaker, rest in (
            ("l", "Siti Aminah", "Pasar di Ambon ramai."),
            ("r", "Rahim Said", "Pelabuhan di Ambon sepi."),
        )
    ]
    assert len(compare(*pages).claims) == 2


def test_the_order_of_articles_changes_nothing() -> None:
    first = compare(A, B, C)
    for order in permutations((A, B, C)):
        assert compare(*order) == first


def test_two_languages_do_not_meet_on_common_letters() -> None:
    english = told(
        "e",
        "Siti Aminah said the rope bridge would be closed from tomorrow.",
        Words("the rope bridge would be closed from tomorrow", "Siti Aminah"),
        language="en",
    )
    found = compare(A, english)
    assert len(claim_with(found, english, "the rope bridge would be closed from tomorrow").statements) == 1


def test_known_speakers_of_two_names_meet_only_in_nearly_the_same_words() -> None:
    """A governor's denial and a ministry's charge share their matter, not their claim."""
    denial = told(
        "d",
        "Bupati Siti Aminah membantah akan memakai kapal pukat asing untuk menguras ikan di Teluk Waru.",
        Words("akan memakai kapal pukat asing untuk menguras ikan di Teluk Waru", "Siti Aminah", roles=("Bupati",)),
    )
    charge = told(
        "c",
        "Ketua Rahim Said menuduh pemilik tambak menyuap petugas demi izin kapal pukat untuk menguras ikan.",
        Words("pemilik tambak menyuap petugas demi izin kapal pukat untuk menguras ikan", "Rahim Said"),
    )
    copied = told(
        "e",
        "Ketua Rahim Said akan memakai kapal pukat asing untuk menguras ikan di Teluk Waru.",
        Words("akan memakai kapal pukat asing untuk menguras ikan di Teluk Waru", "Rahim Said"),
    )
    assert len(compare(denial, charge).claims) == 2
    assert len(compare(denial, copied).claims) == 1


def test_one_article_says_a_thing_once() -> None:
    """Two things of one speaker in one article stay two, however alike their matter."""
    page = told(
        "p",
        "Siti Aminah mengatakan tambak udang di Pulau Buru rusak parah. "
        "Siti Aminah menyebut ratusan petani tambak udang di Pulau Buru menuntut ganti rugi secepatnya.",
        Words("tambak udang di Pulau Buru rusak parah", "Siti Aminah"),
        Words("ratusan petani tambak udang di Pulau Buru menuntut ganti rugi secepatnya", "Siti Aminah"),
    )
    assert len(compare(page, C).claims) == 3

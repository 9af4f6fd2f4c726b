"""What a rewrite left out, and what it only said otherwise."""

import pytest

from runut.records.claims import Dropped
from runut.records.groups import ReusePair

from .kit import Words, compare, shared, told

NAME = "Siti Aminah"


def dropped(fuller: str, other: str, reuse: list[ReusePair] | None = None, **how: str) -> list[tuple[str, str, str]]:
    pages = [
        told("f", f"{fuller}, kata {NAME}.", Words(fuller, NAME)),
        told("o", f"{other}, kata {NAME}.", Words(other, NAME)),
    ]
    text = {article.id: article.text for article, _ in pages}
    found: list[Dropped] = [one for claim in compare(*pages, reuse=reuse or []).claims for one in claim.dropped]
    return [(one.article, one.what, text[one.span.article][one.span.start : one.span.end]) for one in found]


HEDGED = "Gudang beras di tepi sungai itu diduga dibakar dua orang pekerja lama"
FLAT = "Gudang beras di tepi sungai itu dibakar dua orang pekerja lama"


def test_a_hedge_left_out_is_told_with_its_word() -> None:
    assert dropped(HEDGED, FLAT) == [("ar-o", "hedge", "diduga")]


def test_another_word_of_doubt_is_enough() -> None:
    assert dropped(HEDGED, "Gudang beras di tepi sungai itu kemungkinan dibakar dua orang pekerja lama") == []


def test_a_condition_left_out_is_told_whole() -> None:
    fuller = "Pemerintah desa akan membuka jembatan gantung itu untuk truk jika tali bajanya lulus uji"
    other = "Pemerintah desa akan membuka jembatan gantung itu untuk truk"
    assert dropped(fuller, other) == [("ar-o", "condition", "jika tali bajanya lulus uji")]


LONG = "jika tali baja lulus uji beban di laboratorium kampus atau bupati mengirim surat izin kepada camat"


@pytest.mark.parametrize(
    "fuller",
    [f"Truk boleh melintasi jembatan gantung itu {LONG}", f"{LONG}, truk boleh melintasi jembatan gantung itu"],
)
def test_a_copy_that_stops_before_a_long_condition(fuller: str) -> None:
    """The condition outweighs what is kept: only shared text shows that it was there to be left out."""
    other = "Truk boleh melintasi jembatan gantung itu"
    assert dropped(fuller, other) == []
    assert dropped(fuller, other, [shared("f", "o")]) == [("ar-o", "condition", LONG)]
    assert dropped(fuller, f"{other} besok pagi", [shared("f", "o")]) == []


def test_a_condition_of_the_next_sentence_is_not_missed() -> None:
    other = "Truk boleh melintasi jembatan gantung itu"
    assert dropped(f"{other}. Jika hujan turun warga memakai perahu", other, [shared("f", "o")]) == []


@pytest.mark.parametrize("words", ["selama tiga hari", "sepanjang tahun ini"])
def test_a_duration_is_no_condition(words: str) -> None:
    other = "Pemerintah desa akan membuka jembatan gantung itu untuk truk"
    assert dropped(f"{other} {words}", other) == []


def test_a_negation_is_left_out_only_in_shared_text() -> None:
    fuller = "Gudang beras di tepi sungai itu tidak dibakar dua orang pekerja lama"
    assert dropped(fuller, FLAT) == []
    assert dropped(fuller, FLAT, [shared("f", "o")]) == [("ar-o", "negation", "tidak")]


def test_a_copy_without_the_agency_leaves_out_the_credit() -> None:
    pages = [
        told("f", f"{FLAT}, kata {NAME}, dikutip Antara.", Words(FLAT, NAME, via="Antara")),
        told("o", f"{FLAT}, kata {NAME}.", Words(FLAT, NAME)),
    ]
    (claim,) = compare(*pages, reuse=[shared("f", "o")]).claims
    assert [(one.article, one.what) for one in claim.dropped] == [("ar-o", "attribution")]
    (claim,) = compare(*pages).claims
    assert claim.dropped == ()

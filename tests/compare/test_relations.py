"""What one rendering is to another: the same, stronger, a part, opposed."""

from runut.compare.pairs import lexical_pairs
from runut.compare.relations import relate
from runut.records.claims import Relation
from runut.records.statements import Polarity

from .kit import Words, lay, told


def relation(left: str, right: str, cues: tuple[Polarity | None, Polarity | None] = (None, None)) -> Relation:
    pages = [
        told(id, f"{content}, kata Siti Aminah.", Words(content, "Siti Aminah", cue=cue))
        for id, content, cue in (("a", left, cues[0]), ("b", right, cues[1]))
    ]
    material = lay(*pages)
    (pair,) = lexical_pairs(material)
    first, second = sorted(material.statements, key=lambda statement: statement.content.article)
    return relate(material, first, second, pair)


def test_equal_wording_is_the_same() -> None:
    assert relation("Warga pindah ke balai desa malam ini", "Warga pindah ke balai desa malam ini").kind == "same"


def test_a_rendering_that_holds_less_is_the_part_and_stands_left() -> None:
    whole = "Warga pindah ke balai desa malam ini karena tanggul sungai retak dan hujan belum berhenti"
    found = relation(whole, "Warga pindah ke balai desa malam ini")
    assert found.kind == "part"
    assert found.because[0].rule == "holds-less"
    assert found.because[0].spans[0].article == "ar-a"


def test_an_obligation_is_stronger_than_advice() -> None:
    found = relation("Warga wajib pindah ke balai desa malam ini", "Warga sebaiknya pindah ke balai desa malam ini")
    assert found.kind == "stronger"
    assert found.because[0].values == ("wajib", "sebaiknya", "duty")


def test_a_denial_opposes_an_assertion() -> None:
    content = "tanggul sungai di hulu retak sejak kemarin"
    assert relation(content, content, ("assert", "deny")).kind == "opposed"


def test_a_negation_on_one_side_opposes() -> None:
    found = relation("Tanggul sungai di hulu tidak retak sejak kemarin", "Tanggul sungai di hulu retak sejak kemarin")
    assert found.kind == "opposed"
    assert found.because[0].values == ("tidak",)


def test_differences_are_runs_of_words_on_either_page() -> None:
    found = relation("Warga pindah ke balai desa malam ini", "Warga pindah ke gedung sekolah malam ini")
    (difference,) = found.differences
    assert difference.left is not None
    assert difference.right is not None
    assert difference.left.length == len("balai desa")
    assert difference.right.length == len("gedung sekolah")

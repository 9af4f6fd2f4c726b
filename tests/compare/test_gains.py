"""An unnamed speaker whom another outlet names: a suggestion with proof, never a merge."""

from runut.records.claims import Gain
from runut.records.statements import SpeakerHow

from .kit import Words, compare, told

SAID = "pabrik semen di tepi danau itu akan berhenti membakar batu bara tahun depan"


def gains(description: str, how: SpeakerHow, named: Words) -> list[Gain]:
    pages = [
        told("a", f"{description} mengatakan {SAID}.", Words(SAID, description, how)),
        told("b", f"{named.speaker} mengatakan {named.content}.", named),
    ]
    return [gain for claim in compare(*pages).claims for gain in claim.gains]


def test_equal_words_of_a_named_speaker_complete_an_unnamed_one() -> None:
    (gain,) = gains("seorang pejabat", "anonymous", Words(SAID, "Siti Aminah"))
    assert gain.because[0].rule == "same-words-named"
    assert gain.because[0].values == ("seorang pejabat", "Siti Aminah")


def test_a_fitting_role_is_further_proof() -> None:
    (gain,) = gains("kepala dinas", "role", Words(SAID, "Siti Aminah", roles=("Kepala Dinas",)))
    assert [reason.rule for reason in gain.because] == ["same-words-named", "role-fits"]


def test_a_body_is_nobodys_disguise() -> None:
    assert gains("para pekerja", "collective", Words(SAID, "Siti Aminah")) == []


def test_somebody_of_the_named_one_is_somebody_else() -> None:
    assert gains("pengacara Siti Aminah", "role", Words(SAID, "Siti Aminah")) == []


def test_the_unnamed_speaker_stays_unnamed() -> None:
    pages = [
        told("a", f"seorang pejabat mengatakan {SAID}.", Words(SAID, "seorang pejabat", "anonymous")),
        told("b", f"Siti Aminah mengatakan {SAID}.", Words(SAID, "Siti Aminah")),
    ]
    (claim,) = compare(*pages).claims
    assert claim.speakers == ("Siti Aminah", "seorang pejabat")

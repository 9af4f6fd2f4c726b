"""Two speakers: one, perhaps one, unknown, or two."""

import pytest

from runut.compare.voices import NOBODY, Voice, VoiceKind, fit_voices
from runut.text.names import name_words

from .kit import Words, lay, told


def voice(
    name: str, kind: VoiceKind = "person", roles: str = "", how: str = "named", country: str | None = None
) -> Voice:
    names = name_words(name)
    return Voice(name, (f"en-{name}",), how, names | name_words(roles), kind, names, country)


@pytest.mark.parametrize(
    ("left", "right", "fit"),
    [
        (voice("Siti Aminah"), voice("Siti Aminah"), "same"),
        (voice("Siti Aminah"), voice("Aminah"), "same"),
        (voice("Siti Aminah"), voice("Rahim Said"), "other"),
        (voice("Siti Aminah"), voice("S", how="named"), "compatible"),
        (voice("Siti Aminah", roles="Bupati Waru"), voice("bupati", "vague", how="role"), "compatible"),
        (voice("Siti Aminah", roles="Bupati Waru"), voice("seorang pejabat", "vague", how="anonymous"), "unknown"),
        (voice("Siti Aminah", roles="Menteri Pertanian"), voice("Kementerian Pertanian", "body"), "compatible"),
        (voice("Siti Aminah", country="IDN"), voice("Ministry of Peat", "body", country="GBR"), "other"),
        (voice("Siti Aminah"), voice("Dinas Perikanan", "body"), "unknown"),
        (voice("Siti Aminah", roles="Bupati Waru"), voice("Dinas Perikanan", "body"), "other"),
        (voice("Dinas Perikanan", "body"), voice("Dinas Kehutanan", "body"), "other"),
        (voice("Siti Aminah"), NOBODY, "unknown"),
    ],
)
def test_fits(left: Voice, right: Voice, fit: str) -> None:
    assert fit_voices(left, right) == fit
    assert fit_voices(right, left) == fit


def test_body_under_its_abbreviation() -> None:
    forms = (name_words("Kementerian Gambut"), name_words("Kemgam"))
    body = Voice("Kementerian Gambut", ("en-1",), "named", frozenset().union(*forms), "body", frozenset(), None, forms)
    assert fit_voices(voice("Siti Aminah", roles="Direktur Rawa Kemgam"), body) == "compatible"
    assert fit_voices(voice("Siti Aminah", roles="Direktur Rawa Kemtan"), body) == "other"


def test_countries_with_one_voice() -> None:
    """Two countries that speak together are a body: neither unknown nor the president who denies it."""
    text = "Peru bersama Norwegia menuduh kapal itu membawa ikan curian. Bupati Siti Aminah membantah tuduhan itu."
    material = lay(
        told(
            "a",
            text,
            Words("kapal itu membawa ikan curian", "Norwegia dan Peru"),
            Words("tuduhan itu", "Siti Aminah", roles=("Bupati",)),
        )
    )
    joint, person = (material.voices[statement.id] for statement in material.statements)
    assert (joint.kind, joint.keys) == ("body", ("NOR", "PER"))
    assert fit_voices(joint, person) == "other"

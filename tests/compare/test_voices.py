"""Two speakers: one, perhaps one, unknown, or two."""

import pytest

from runut.compare.voices import NOBODY, Voice, VoiceKind, fit_voices
from runut.text.names import name_words


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
        (voice("Dinas Perikanan", "body"), voice("Dinas Kehutanan", "body"), "other"),
        (voice("Siti Aminah"), NOBODY, "unknown"),
    ],
)
def test_fits(left: Voice, right: Voice, fit: str) -> None:
    assert fit_voices(left, right) == fit
    assert fit_voices(right, left) == fit

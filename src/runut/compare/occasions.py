"""Whether two reports of one speaker's words come from one occasion."""

from collections.abc import Sequence

from runut.compare.material import Material
from runut.compare.voices import fit_voices
from runut.records.statements import Statement


def held_apart(material: Material, left: Sequence[Statement], right: Sequence[Statement]) -> bool:
    """Whether these are certainly two occasions: other speakers, or days of speaking that exclude each other."""
    voices = [(material.voices[a.id], material.voices[b.id]) for a in left for b in right]
    if all(fit_voices(a, b) == "other" for a, b in voices):
        return True
    days = [[s.said for s in side if s.said] for side in (left, right)]
    return bool(days[0] and days[1]) and all(a.last < b.first or b.last < a.first for a in days[0] for b in days[1])

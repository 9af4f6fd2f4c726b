"""Which given names women bear and which men do.

Source: first names of the United States census of 1990 with their shares of all women and men, as the package `names`
carries them; a name counts as one sex's where it is ten times as common there.
"""

from functools import cache
from pathlib import Path
from typing import Literal

import names

Gender = Literal["f", "m"]
_TIMES = 10.0


def gender_of(given: str) -> Gender | None:
    """The gender of most bearers of a given name, None for a name that both bear or that is unknown.

    >>> gender_of("Meredith"), gender_of("Donald"), gender_of("Leslie"), gender_of("Joko")
    ('f', 'm', None, None)
    """
    women, men = (shares.get(given.casefold(), 0.0) for shares in (_shares("female"), _shares("male")))
    if women > _TIMES * men:
        return "f"
    return "m" if men > _TIMES * women else None


@cache
def _shares(sex: Literal["female", "male"]) -> dict[str, float]:
    """Percent of the people of a sex who bear a name, by the folded name."""
    rows = (line.split() for line in Path(names.FILES[f"first:{sex}"]).read_text("ascii").splitlines())
    return {row[0].casefold(): float(row[1]) for row in rows if row}

"""How strongly words bind, assert, measure or deny, by a language's scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from runut.compare.material import Token
from runut.languages.pack import load_pack
from runut.text.distance import words_of

FLAT = 4
"""The level of certainty of a sentence without a hedge."""


@dataclass(frozen=True, slots=True)
class Force:
    """A word that colours a sentence: the scale it stands on, its level 1..4, and the token."""

    scale: str
    level: int
    token: Token


def forces_in(tokens: Sequence[Token], language: str) -> tuple[Force, ...]:
    """The words of force among the tokens, in order."""
    scale = _scale(language)
    found = ((scale.get(token.word), token) for token in tokens)
    return tuple(Force(at[0], at[1], token) for at, token in found if at)


def levels(tokens: Sequence[Token], language: str) -> dict[str, Force]:
    """For each scale that is spoken of, the strongest word on it; the weakest for certainty, which any hedge lowers."""
    best: dict[str, Force] = {}
    for force in forces_in(tokens, language):
        known = best.get(force.scale)
        lowers = force.scale == "certainty"
        if known is None or (force.level < known.level if lowers else force.level > known.level):
            best[force.scale] = force
    return best


@cache
def _scale(language: str) -> dict[str, tuple[str, int]]:
    pack = load_pack(language)
    return {row["form"]: (row["scale"], int(row["level"])) for row in pack.table("force_scale")} if pack else {}


@cache
def negations(language: str) -> frozenset[str]:
    """Words that negate what follows them."""
    pack = load_pack(language)
    return frozenset(pack.forms("negation")) if pack else frozenset()


def denials(words: Sequence[str], language: str) -> list[int]:
    """Indices of the folded words of a sentence that deny, those inside phrases that deny nothing left out.

    >>> denials(["kapal", "tidak", "hanya", "tiba", "tidak", "karam"], "id")
    [4]
    """
    idle = {
        at + offset
        for at, word in enumerate(words)
        for phrase in _idioms(language).get(word, ())
        if tuple(words[at : at + len(phrase)]) == phrase
        for offset in range(len(phrase))
    }
    return [at for at, word in enumerate(words) if word in negations(language) and at not in idle]


@cache
def _idioms(language: str) -> dict[str, list[tuple[str, ...]]]:
    """Phrases with a negating word that deny nothing ("not only", "no fewer than"), by their first words."""
    pack = load_pack(language)
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in pack.forms("negation", kind="nothing") if pack else ():
        words = tuple(word.folded for word in words_of(form, 0, len(form)))
        found.setdefault(words[0], []).append(words)
    return found


@cache
def conditions(language: str) -> frozenset[str]:
    """Words that open a condition."""
    pack = load_pack(language)
    return frozenset(pack.forms("hedges", modality="conditional")) if pack else frozenset()


@cache
def hedges(language: str) -> frozenset[str]:
    """Words that make a content merely possible."""
    pack = load_pack(language)
    return frozenset(pack.forms("hedges", modality="possible")) if pack else frozenset()


@cache
def doubts(language: str) -> frozenset[str]:
    """Words that mark what follows as unproven ("allegedly"): the weakest of the scale of certainty."""
    return frozenset(word for word, (scale, level) in _scale(language).items() if scale == "certainty" and level == 1)


@cache
def condition_words(language: str) -> dict[str, frozenset[str]]:
    """Single words that open a condition or an exception, each with the words before which it opens none."""
    pack = load_pack(language)
    rows = pack.table("conditions") if pack else ()
    return {row["form"]: frozenset(row["not_before"].split(";")) for row in rows if " " not in row["form"]}

"""Words that exclude each other: of one scale, on different sides."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from runut.compare.material import Material
from runut.compare.stretches import Stretch
from runut.languages.pack import load_pack
from runut.records.claims import ConflictKind
from runut.text.distance import words_of

Frame = Literal["", "before", "after", "same"]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A word or phrase on one side of a scale.

    `stage` counts sides that follow each other in time; `frame` says on which side of it stands what it is said of, or
    that whatever is beside it must stand on the same side in both.
    """

    words: tuple[str, ...]
    scale: str
    side: str
    kind: ConflictKind
    stage: int | None
    frame: Frame

    def excludes(self, other: "Contrast") -> bool:
        """Whether both cannot be said of one thing."""
        return self.scale == other.scale and self.side != other.side


@dataclass(frozen=True, slots=True)
class Place:
    """Where a contrast stands: the pieces `start:end` of a sentence."""

    contrast: Contrast
    start: int
    end: int


@cache
def contrasts(language: str) -> dict[str, tuple[Contrast, ...]]:
    """The contrasts of a language by their first words, those of most words first."""
    pack = load_pack(language)
    found: dict[str, list[Contrast]] = {}
    for row in pack.table("contrasts") if pack else ():
        words = tuple(word.folded for word in words_of(row["form"], 0, len(row["form"])))
        stage = int(row["stage"]) if row["stage"] else None
        kind, frame = cast(ConflictKind, row["kind"]), cast(Frame, row["frame"])
        found.setdefault(words[0], []).append(Contrast(words, row["scale"], row["side"], kind, stage, frame))
    return {first: tuple(sorted(many, key=lambda one: -len(one.words))) for first, many in found.items()}


def contrasts_in(stretch: Stretch) -> Iterator[Place]:
    """The contrasts of a sentence, in order; a word inside a longer one or inside a name, number or time is none."""
    until = 0
    for at, piece in enumerate(stretch.pieces):
        longest = 0
        for contrast in contrasts(stretch.language).get(piece.word, ()) if at >= until else ():
            pieces = stretch.pieces[at : at + len(contrast.words)]
            if len(contrast.words) < longest or any(one.kind not in ("word", "function") for one in pieces):
                continue
            if tuple(one.word for one in pieces) == contrast.words:
                longest, until = len(pieces), at + len(pieces)
                yield Place(contrast, at, until)


def opposed(left: str, right: str, language: str) -> tuple[Contrast, Contrast] | None:
    """What two single words are on a scale where they exclude each other."""
    known = contrasts(language)
    pairs = ((a, b) for a in known.get(left, ()) for b in known.get(right, ()) if a.excludes(b))
    return next(((a, b) for a, b in pairs if len(a.words) == len(b.words) == 1), None)


def overtaken(material: Material, left: tuple[str, Contrast], right: tuple[str, Contrast]) -> bool:
    """Whether time alone explains two contrasts of two articles: the later page may tell of a later stage."""
    stages = left[1].stage, right[1].stage
    if stages[0] is None or stages[1] is None:
        return False
    when = material.published(left[0]), material.published(right[0])
    return not (when[0] and when[1]) or when[0] == when[1] or (when[0] < when[1]) == (stages[0] < stages[1])

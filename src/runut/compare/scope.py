"""What a figure is of: whom it counts, in which state; whether it is a part, a passing count, a moving quantity."""

from functools import cache

from runut.compare.stretches import Piece, Stretch
from runut.languages.pack import load_pack
from runut.languages.roots import root_of, voice_of
from runut.text.distance import fold_word, words_of

COUNTED = ("dead", "injured")
"""States whose count can only grow while a happening is reported; the missing are found, the displaced go home."""
WINDOW = 6
"""Pieces on each side of a figure in which words speak of it."""


@cache
def scope_words(language: str, kind: str) -> dict[str, str]:
    """Words of one kind of the table `figure_scope` with their groups."""
    pack = load_pack(language)
    rows = pack.table("figure_scope") if pack else ()
    return {row["form"]: row["group"] or row["form"] for row in rows if row["kind"] == kind}


def counted_noun(text: str, piece: Piece, language: str) -> str:
    """The root of the noun that a figure counts, or its unit where no noun is printed."""
    figure = piece.figure
    if figure is None or figure.counts is None:
        return f"#{figure.unit}" if figure else ""
    words = words_of(text, figure.counts.start, figure.counts.end)
    return root_of(words[-1].folded, language) if words else fold_word(figure.unit)


def near_words(stretch: Stretch, at: int, reach: int = WINDOW) -> set[str]:
    """Folded words within reach of a piece, up to the next masked figure on each side."""
    found: set[str] = set()
    for step in (-1, 1):
        index = at + step
        while 0 <= index < len(stretch.pieces) and abs(index - at) <= reach:
            piece = stretch.pieces[index]
            if piece.kind == "number" and index != at:
                break
            found.add(piece.word)
            index += step
    return found


def state_of(stretch: Stretch, at: int) -> str:
    """The state of the people counted at a piece ("dead", "injured"), the nearest word after it before one ahead."""
    states = scope_words(stretch.language, "state")
    for indices in (range(at + 1, len(stretch.pieces)), range(at - 1, -1, -1)):
        for index in indices:
            piece = stretch.pieces[index]
            if piece.kind == "number" or abs(index - at) > WINDOW:
                break
            if piece.word in states and not (index > at and _is_of_next(stretch, index)):
                return states[piece.word]
    return ""


def _is_of_next(stretch: Stretch, at: int) -> bool:
    """Whether a word of state speaks of the figure right behind it: "(killed three and) injured eleven"."""
    behind = stretch.pieces[at + 1 : at + 2]
    if not behind or behind[0].kind != "number":
        return False
    joined = stretch.pieces[at - 1].word in scope_words(stretch.language, "and")
    return joined or voice_of(stretch.pieces[at].word, stretch.language) == "active"


def has_scope(stretch: Stretch, at: int, kind: str) -> frozenset[str]:
    """Words of a kind near a figure."""
    return frozenset(near_words(stretch, at) & scope_words(stretch.language, kind).keys())


def moves(stretch: Stretch) -> bool:
    """Whether a sentence tells of a quantity that changes by the hour, so that another hour explains a difference."""
    words = {piece.word for piece in stretch.pieces}
    return bool(words & scope_words(stretch.language, "moving").keys())


def stages(stretch: Stretch) -> frozenset[str]:
    """Which of several sums or counts a sentence speaks of ("demand", "target"); empty where it does not say."""
    words = scope_words(stretch.language, "stage")
    return frozenset(words[piece.word] for piece in stretch.pieces if piece.word in words)


def estimators(stretch: Stretch) -> frozenset[str]:
    """Keys of what stands right before a word of estimating: whose estimates a sentence tells; empty without any."""
    words = scope_words(stretch.language, "estimate")
    found = set()
    for at, piece in enumerate(stretch.pieces):
        if piece.word in words:
            found.update([p.key for p in stretch.pieces[:at] if p.kind in ("word", "name")][-1:])
    return frozenset(found)

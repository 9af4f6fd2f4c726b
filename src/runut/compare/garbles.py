"""Words that are odd in themselves or beside what the siblings have: slips of typing and of translation."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from runut.compare.aligned import Aligned
from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.scope import scope_words
from runut.compare.stretches import Piece, Stretch
from runut.knowledge.world import country_of, person_of, place_of
from runut.languages.pack import load_pack
from runut.records.claims import Tier
from runut.records.notes import Reason
from runut.records.spans import Span
from runut.text.distance import near_spelling, words_of
from runut.text.names import name_sequence

_FIVE_DIGITS = re.compile(r"(?:19|20)\d{3}(?!\d)")
_ALONE = re.compile(r"(?<=[a-z] )([A-Z][a-z]{3,})(?=[,.]? [a-z]|\.)")
_CLOSING = frozenset("”\"'’.,;:!?)")
LONGEST_CONJUNCT = 3
PERCENTS = 3
"""Times that a share of one thing must be printed with its unit before one without it is odd."""
SIBLINGS = 2
"""Other articles that must use a name's last word alone before the longer name is an oddity."""


def garbles(material: Material, stretches: Sequence[Stretch], aligned: Sequence[Aligned]) -> Iterator[Difference]:
    """Everything odd, one difference for each place; tier C, or B where nothing but a slip explains it."""
    measured = _measured(stretches)
    for stretch in stretches:
        yield from _repeated(material, stretch)
        yield from _years(material, stretch)
        yield from _money_lengths(material, stretch)
        yield from _percent_lost(material, stretch, measured)
    yield from _outliers(material)
    yield from _units_lost(material, aligned)


def _odd(
    material: Material, span: Span, rule: str, tier: Tier, *values: str, near: tuple[Span, ...] = ()
) -> Difference:
    printed = material.text(span)
    return Difference(
        kind="garbled",
        tier=tier,
        severity="medium" if tier == "B" else "low",
        rule=rule,
        slot="",
        left=printed,
        right=printed,
        shown=(printed, printed),
        spans=(span, span),
        values=(printed, *values),
        because=(Reason("siblings-have", values, near),) if near else (),
    )


def _repeated(material: Material, stretch: Stretch) -> Iterator[Difference]:
    """The same words on both sides of "and", closed by a mark: "commas and commas"."""
    joins = scope_words(stretch.language, "and")
    text = material.shadow[stretch.article]
    words = [piece.word for piece in stretch.pieces]
    for at, piece in enumerate(stretch.pieces):
        if piece.word not in joins:
            continue
        for length in range(LONGEST_CONJUNCT, 0, -1):
            left, right = words[at - length : at], words[at + 1 : at + 1 + length]
            if at < length or len(left) != length or left != right:
                continue
            first, last = stretch.pieces[at - length], stretch.pieces[at + length]
            content = any(p.kind == "word" for p in stretch.pieces[at - length : at])
            if content and text[last.end : last.end + 1] in _CLOSING and (length > 1 or len(left[0]) > 4):
                yield _odd(material, Span(stretch.article, first.start, last.end), "repeated-words", "C")
            break


def _years(material: Material, stretch: Stretch) -> Iterator[Difference]:
    """A year of five digits after a word that a year follows."""
    text = material.shadow[stretch.article]
    words = scope_words(stretch.language, "before-year")
    for before, piece in pairwise(stretch.pieces):
        if before.word in words and _FIVE_DIGITS.match(text, piece.start) and text[piece.start - 1] == " ":
            span = Span(stretch.article, piece.start, piece.start + 5)
            after = text[span.end : span.end + 2]
            if not after[:1].isalnum() and not (after[:1] in ".,/-" and after[1:].isdigit()):
                yield _odd(material, span, "no-such-year", "B")


def _money_lengths(material: Material, stretch: Stretch) -> Iterator[Difference]:
    """A mark of currency before a length of time: "Rp 5 years"."""
    text = material.shadow[stretch.article]
    for at, piece in enumerate(stretch.pieces):
        time, ahead = piece.time, text[max(0, piece.start - 4) : piece.start]
        marked = re.search(r"(?:Rp|US\$|\$|€|£)\.? ?$", ahead)
        if time and time.grain == "duration" and marked:
            yield _odd(material, Span(stretch.article, piece.start - len(marked[0]), piece.end), "money-of-time", "B")
        figure = piece.figure
        following = stretch.pieces[at + 1 : at + 2]
        if figure and figure.unit in _CURRENCIES and (figure.low or 0) < 100 and following:
            word = following[0]
            if word.word in scope_words(stretch.language, "year") and word.start - piece.end <= 1:
                yield _odd(material, Span(stretch.article, piece.start, word.end), "money-of-time", "B")


_CURRENCIES = frozenset({"IDR", "USD", "EUR"})


def _measured(stretches: Sequence[Stretch]) -> Counter[tuple[str, str]]:
    """What follows shares in percent in the story, as a function word and a key: "percent of harvest"."""
    found: Counter[tuple[str, str]] = Counter()
    for stretch in stretches:
        for piece, joint, whole in zip(stretch.pieces, stretch.pieces[1:], stretch.pieces[2:], strict=False):
            if piece.figure and piece.figure.unit == "percent" and joint.kind == "function":
                found[joint.word, whole.key] += 1
    return found


def _percent_lost(material: Material, stretch: Stretch, measured: Counter[tuple[str, str]]) -> Iterator[Difference]:
    """A bare decimal before words that follow percentages all over the story."""
    for piece, joint, whole in zip(stretch.pieces, stretch.pieces[1:], stretch.pieces[2:], strict=False):
        bare = piece.kind == "number" and not piece.figure and bool(set(piece.word) & set(",."))
        times = sum(count for (_, key), count in measured.items() if key == whole.key) if bare else 0
        if times >= PERCENTS and joint.kind == "function" and joint.start - piece.end == 1:
            yield _odd(material, Span(stretch.article, piece.start, whole.end), "unit-lost", "C")


def _outliers(material: Material) -> Iterator[Difference]:
    """A place printed once, whose last word the siblings print alone as a name, and whose first nobody else knows.

    "West Bengal" in a story of the West: a translator's slip. Somebody known and what bears a country's name
    ("Pavilion of Indonesia") are none.
    """
    alone, before = _names_of_one_word(material), _words_before(material)
    articles_with: dict[str, set[str]] = defaultdict(set)
    for article in material.articles:
        for word in material_words(material, article.id):
            articles_with[word].add(article.id)
    for findings in material.findings:
        for entity in findings.entities:
            words = name_sequence(entity.name)
            if entity.kind not in ("place", "organisation", "person") or len(words) != 2 or len(entity.mentions) != 1:
                continue
            span = entity.mentions[0]
            word, rest = words[1], words[0]
            known = bool(place_of(entity.name) or place_of(rest.title())) or _is_common(rest, findings.language)
            known = known or bool(entity.wikidata or person_of(entity.name) or country_of(word.title()))
            known = known or any(other != rest and near_spelling(other, rest) for other in before[word])
            if not known and len(alone[word] - {span.article}) >= SIBLINGS and articles_with[rest] == {span.article}:
                yield _odd(material, span, "odd-name", "C", word)


@cache
def _common(language: str) -> frozenset[str]:
    """Words that begin names of places, bodies and offices."""
    pack = load_pack(language)
    tables = ("place_words", "organisation_words", "titles", "roles")
    return frozenset(form.casefold() for table in tables for form in pack.forms(table)) if pack else frozenset()


def _is_common(word: str, language: str) -> bool:
    return word in _common(language)


def material_words(material: Material, article: str) -> set[str]:
    """Every folded word of an article, those inside names too."""
    return {word.folded for word in words_of(material.shadow[article])}


def _words_before(material: Material) -> dict[str, set[str]]:
    """For each capitalised word of the story the capitalised words right before it: a slip of one is a spelling."""
    found: dict[str, set[str]] = defaultdict(set)
    for article in material.articles:
        text = material.shadow[article.id]
        for first, second in pairwise(words_of(text)):
            if text[first.start].isupper() and text[second.start].isupper() and second.start - first.end == 1:
                found[second.folded].add(first.folded)
    return found


def _names_of_one_word(material: Material) -> dict[str, set[str]]:
    """Capitalised words that stand between words without capitals, with the articles that have them so."""
    found: dict[str, set[str]] = defaultdict(set)
    for article in material.articles:
        text = material.shadow[article.id]
        for match in _ALONE.finditer(text):
            found[match[1].casefold()].add(article.id)
    return found


def _units_lost(material: Material, aligned: Sequence[Aligned]) -> Iterator[Difference]:
    """A sum of money printed with the same digits as its sibling's, but without the word for millions."""
    for one in aligned:
        for a, b in one.facing():
            left, right = one.left.pieces[a], one.right.pieces[b]
            if left.figure and right.figure and left.figure.unit in _CURRENCIES:
                short = _shorter(left, right)
                if (
                    short is not None
                    and _printed_alike(material, one, left, right)
                    and not _same_text(material, one, left, right)
                ):
                    at, stretch = (left, one.left) if short is left else (right, one.right)
                    other, where = (right, one.right) if short is left else (left, one.left)
                    near = Span(where.article, other.start, other.end)
                    span = Span(stretch.article, at.start, at.end)
                    following = (
                        material.text(Span(stretch.article, at.end, min(at.end + 8, stretch.span.end))).strip()
                        if at.end < stretch.span.end
                        else ""
                    )
                    if following and following[:3].casefold() in material.text(near).casefold():
                        continue
                    yield _odd(material, span, "scale-lost", "B", material.text(near), near=(near,))


def _shorter(left: Piece, right: Piece) -> Piece | None:
    """The piece whose value is the other's divided by a thousand or a power of it."""
    assert left.figure and right.figure
    low, high = sorted((left, right), key=lambda piece: piece.figure.low or 0.0 if piece.figure else 0.0)
    assert low.figure and high.figure
    ratio = (high.figure.low or 0.0) / (low.figure.low or 1.0)
    return low if any(abs(ratio / power - 1) < 1e-9 for power in (1e6, 1e9, 1e12)) else None


def _same_text(material: Material, one: Aligned, left: Piece, right: Piece) -> bool:
    texts = [material.text(Span(s.article, p.start, p.end)) for s, p in ((one.left, left), (one.right, right))]
    return texts[0].replace(" ", "") == texts[1].replace(" ", "")


def _printed_alike(material: Material, one: Aligned, left: Piece, right: Piece) -> bool:
    digits = []
    for stretch, piece in ((one.left, left), (one.right, right)):
        text = material.text(Span(stretch.article, piece.start, piece.end))
        digits.append("".join(char for char in text if char.isdigit()))
    return digits[0] == digits[1]

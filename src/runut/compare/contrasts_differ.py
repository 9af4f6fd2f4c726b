"""Words that exclude each other, said of one thing: what stands around them is the same in two articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.compare.contrasts import Place, contrasts_in, overtaken
from runut.compare.difference import Difference
from runut.compare.force import denials
from runut.compare.material import Material
from runut.compare.occasion import apart_in_time, dated
from runut.compare.scope import moves, scope_words
from runut.compare.stretches import Piece, Stretch, is_quoted, quoted_in
from runut.records.spans import Span

AROUND = 6
"""Pieces of weight on each side of a word that count as what it is said of; with 8, two facts of one topic met."""
CLOSE = 2
"""Pieces on each side that stand right beside it."""
LEAST_SHARED = 0.45
"""Share of the lighter surroundings' weight that the other must have; from .38 on they were often two facts."""
LEAST_BESIDE = 0.4
"""The same where what follows the word is the same on both sides."""
LEAST_WEIGHT = 8.0
"""Weight that both must have around the word: two words that no other sentence of the story has."""
VERBATIM = 0.8
"""The share from which two places were written down from the same words, and neither time nor other facts part them."""
OF_BOTH = 0.5
"""Share of what two places have in common from which another sentence of one page meets the other page as well."""
FIGURE_WEIGHT = 2.0
"""Weight of an equal number or time; their masked pieces weigh next to nothing."""
MOST_SHARED = 120
"""Places that one key may bring together; bounds the work of very large stories."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A place with what stands around it: keys with their weights, numbers and times by value; those right beside it.

    `denials` = negations ahead of it in the sentence.
    """

    stretch: Stretch
    place: Place
    around: dict[str, float]
    before: frozenset[str]
    after: frozenset[str]
    denials: int


def contrasts_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Words of two sides of one scale in the same surroundings, each sentence having words of one side only."""
    quoted = quoted_in(material)
    settings: dict[tuple[str, str], list[Setting]] = defaultdict(list)
    for stretch in stretches:
        for setting in _settings(stretch):
            settings[setting.place.contrast.scale, stretch.language].append(setting)
    for scale in sorted(settings):
        for left, right in _candidates(settings[scale]):
            if (
                _one_thing(left, right)
                and not _by_time(material, left, right, quoted)
                and not _tells_both(left, right, settings[scale])
            ):
                yield _difference(material, left, right)


def _settings(stretch: Stretch) -> Iterator[Setting]:
    """The places of a sentence whose scale it speaks of on one side only."""
    places = list(contrasts_in(stretch))
    denying = denials([piece.word for piece in stretch.pieces], stretch.language)
    for place in places:
        same = [other for other in places if other.contrast.scale == place.contrast.scale]
        if len({other.contrast.side for other in same}) == 1:
            own = {at for other in same for at in range(other.start, other.end)}
            heavy = [at for at, piece in enumerate(stretch.pieces) if piece.kind != "function" and at not in own]
            ahead = [stretch.pieces[at] for at in heavy if at < place.start][-AROUND:]
            behind = [stretch.pieces[at] for at in heavy if at >= place.end][:AROUND]
            yield Setting(
                stretch,
                place,
                {_value(piece): _weight(piece) for piece in (*ahead, *behind)},
                frozenset(map(_value, ahead[-CLOSE:])),
                frozenset(map(_value, behind[:CLOSE])),
                sum(at < place.start for at in denying),
            )


def _value(piece: Piece) -> str:
    """The key of a word or name; of a number or time what it is worth."""
    if piece.figure:
        return f"{piece.key}={piece.figure.low}~{piece.figure.high}"
    return f"{piece.key}={piece.time.value}" if piece.time else piece.key


def _weight(piece: Piece) -> float:
    return FIGURE_WEIGHT if piece.figure or piece.time else piece.weight


def _candidates(settings: Sequence[Setting]) -> Iterator[tuple[Setting, Setting]]:
    """Places of two articles that exclude each other and have two keys around them in common."""
    posting: dict[str, list[int]] = defaultdict(list)
    for at, setting in enumerate(settings):
        for key in setting.around:
            posting[key].append(at)
    counts = Counter(
        pair for places in posting.values() if len(places) <= MOST_SHARED for pair in combinations(places, 2)
    )
    for (a, b), count in sorted(counts.items()):
        left, right = settings[a], settings[b]
        apart = left.stretch.article != right.stretch.article
        if count > 1 and apart and left.place.contrast.excludes(right.place.contrast):
            yield left, right


def _shared(left: Setting, right: Setting) -> float:
    """Share of the lighter surroundings' weight that the other has."""
    return _common(left, right) / min(sum(left.around.values()), sum(right.around.values()))


def _common(left: Setting, right: Setting) -> float:
    return sum(weight for key, weight in left.around.items() if key in right.around)


def _one_thing(left: Setting, right: Setting) -> bool:
    """Whether the surroundings show that both words are said of one thing, on one occasion."""
    if left.denials != right.denials or apart_in_time(left.stretch, right.stretch) or not _same_figures(left, right):
        return False
    if (moves(left.stretch) or moves(right.stretch)) and not _exactly(left, right):
        return False
    if _wished(left) != _wished(right) or (_wished(left) and _shared(left, right) < VERBATIM):
        return False
    follows = not left.after.isdisjoint(right.after)
    match left.place.contrast.frame:
        case "after" if not follows:
            return False
        case "before" if left.before.isdisjoint(right.before):
            return False
        case "same" if left.before & right.after or left.after & right.before:
            return False
    least = LEAST_BESIDE if follows else LEAST_SHARED
    return _common(left, right) >= LEAST_WEIGHT and _shared(left, right) >= least


def _wished(setting: Setting) -> bool:
    """Whether a word of wishing or asking stands ahead of a place in its sentence."""
    wishes = scope_words(setting.stretch.language, "wish")
    return any(piece.word in wishes for piece in setting.stretch.pieces[: setting.place.start])


def _tells_both(left: Setting, right: Setting, settings: Iterable[Setting]) -> bool:
    """Whether one of the two pages has the other's side too, of much the same: then both may hold."""
    least = OF_BOTH * _common(left, right)
    return any(
        other.stretch.article == mine.stretch.article
        and other.place.contrast.excludes(mine.place.contrast)
        and _common(other, theirs) >= least
        for mine, theirs in ((left, right), (right, left))
        for other in settings
    )


def _figures(setting: Setting) -> dict[str, set[str]]:
    """The numbers around a word by their units."""
    found: dict[str, set[str]] = defaultdict(set)
    for key in setting.around:
        unit, equals, value = key.rpartition("=")
        if equals and unit.startswith("#"):
            found[unit].add(value)
    return found


def _same_figures(left: Setting, right: Setting) -> bool:
    """Whether numbers of one unit have a value in common: with others, two occasions are told of."""
    mine, other = _figures(left), _figures(right)
    return all(not mine[unit].isdisjoint(other[unit]) for unit in mine.keys() & other.keys())


def _exactly(left: Setting, right: Setting) -> bool:
    """Whether a number with a fraction stands right beside both: no other hour has the same."""
    beside = (left.before | left.after) & (right.before | right.after)
    pieces = (piece for piece in left.stretch.pieces if piece.figure and _value(piece) in beside)
    return any(piece.figure and piece.figure.low and piece.figure.low % 1 for piece in pieces)


def _by_time(material: Material, left: Setting, right: Setting, quoted: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether what is told went on between the two pages; not inside one quotation, nor of a day yet to come."""
    ends = ((left.stretch.article, left.place.contrast), (right.stretch.article, right.place.contrast))
    if not overtaken(material, *ends):
        return False
    inside = all(is_quoted(one.stretch, one.place.start, quoted) for one in (left, right))
    return not (inside and _shared(left, right) >= VERBATIM) and not _to_come(material, left.stretch, right.stretch)


def _to_come(material: Material, left: Stretch, right: Stretch) -> bool:
    """Whether both sentences name one time that had not begun when the later page was published."""
    when = max(material.published(stretch.article) or "9999" for stretch in (left, right))[:10]
    return any(first > when for first, _ in set(dated(left)) & set(dated(right)))


def _difference(material: Material, left: Setting, right: Setting) -> Difference:
    spans = _span(left), _span(right)
    shown = (material.text(spans[0]), material.text(spans[1]))
    kind = left.place.contrast.kind
    return Difference(
        kind=kind,
        tier="C",
        severity="critical" if kind == "polarity" else "high",
        rule="opposite",
        slot="",
        left=" ".join(left.place.contrast.words),
        right=" ".join(right.place.contrast.words),
        shown=shown,
        spans=spans,
        values=shown,
    )


def _span(setting: Setting) -> Span:
    pieces = setting.stretch.pieces[setting.place.start : setting.place.end]
    return Span(setting.stretch.article, pieces[0].start, pieces[-1].end)


def without_repeats(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Differences, those of wording left out whose words are already shown to exclude each other."""
    known = list(differences)
    opposite = [one.spans for one in known if one.rule == "opposite"]
    for one in known:
        if one.rule not in ("word-replaced", "state-differs") or not any(_meet(one.spans, two) for two in opposite):
            yield one


def _meet(one: tuple[Span, Span], other: tuple[Span, Span]) -> bool:
    """Whether both places of one difference overlap those of the other, in either order."""
    return any(all(map(_overlap, one, pair)) for pair in (other, other[::-1]))


def _overlap(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end

"""How many independent origins a claim has, at least and at most, and why.

Two questions, answered apart. That *it was said*: who heard it? Articles that depend on each other (one agency, shared
text, one outlet or owner, one names the other) are one witness; `high` counts the witnesses. What may be one hearing,
because nothing says how an outlet has it or because one speaker spoke on one occasion, is one in `low`. That *it is
so*: how many sources stand behind it? Renderings of one speaker are one source, however many heard them.

Source: Dong, Berti-Equille & Srivastava 2009 (copying sources give no votes); Boumans et al. 2018 (agency copy).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.compare.material import Material
from runut.compare.occasions import held_apart
from runut.compare.reasons import reason
from runut.compare.slips import Slips
from runut.compare.voices import Voice, fit_voices
from runut.compare.ways import Way, find_way
from runut.records.claims import Origins
from runut.records.groups import ReusePair
from runut.records.notes import Reason
from runut.records.spans import Span
from runut.records.statements import Statement
from runut.text.unions import Unions

COPYING = frozenset(("copy", "wire", "partial"))
"""Kinds of shared text that make one witness of two articles; a shared quotation alone makes none."""

PASSED_ON = frozenset(("shared-text", "shared-agency", "names-other", "shared-garble"))
"""Ways of depending that mean that words were passed on; outlets of one owner may still have heard for themselves."""

OWN_WORDS = 6
"""Words of a quotation from which two speakers do not say the same by chance."""

Reuse = Mapping[tuple[str, str], ReusePair]


@dataclass(frozen=True, slots=True)
class Count:
    """What counting a claim's origins found: both counts, the articles that are one witness, and who is proven."""

    said: Origins
    holds: Origins
    witnesses: tuple[tuple[str, ...], ...]
    proven: int
    copied: bool


def index_reuse(reuse: Iterable[ReusePair]) -> Reuse:
    """Pairs of shared text by their two articles, either order."""
    found: dict[tuple[str, str], ReusePair] = {}
    for pair in reuse:
        if pair.kind in COPYING:
            found[pair.left, pair.right] = found[pair.right, pair.left] = pair
    return found


def count_origins(
    material: Material, statements: Sequence[Statement], reuse: Reuse, slips: Slips | None = None
) -> Count:
    """Both counts of a claim, each with its reasons."""
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.content.article].append(statement)
    ways = [find_way(material, found) for _, found in sorted(by_article.items())]
    unions = Unions(way.article for way in ways)
    because = _depend(material, ways, unions, reuse)
    because += _by_slip(ways, unions, slips) if slips else []
    groups = unions.groups()
    way_of = {way.article: way for way in ways}
    low, soft = _at_least(material, groups, way_of, by_article)
    proven = [group for group in groups if any(way_of[article].is_known for article in group)]
    because += soft
    if len(groups) == 1 and len(ways) == 1:
        because.insert(0, reason("one-rendering", (ways[0].outlet,), ways[0].contents[:1]))
    elif len(groups) > 1:
        names = [_witness(group, way_of) for group in groups]
        because.insert(0, reason("witnesses", sorted(names), [s for way in ways for s in way.contents[:1]]))
    said = Origins(low, len(groups), tuple(because))
    copied = len(groups) == 1 and any(r.rule in PASSED_ON for r in because) and len({w.outlet for w in ways}) > 1
    return Count(said, _holds(material, statements), tuple(map(tuple, groups)), len(proven), copied)


def _depend(material: Material, ways: Sequence[Way], unions: Unions, reuse: Reuse) -> list[Reason]:
    """Join the articles that depend on each other; one reason for each way of depending."""
    because: list[Reason] = []
    because += _by_key(ways, unions, "shared-outlet", [(way.outlet, way) for way in ways])
    because += _by_key(
        ways, unions, "shared-agency", [(s.name, way) for way in ways for s in (*way.sources, *way.nearby)]
    )
    because += _by_owner(material, ways, unions)
    for left, right in combinations(ways, 2):
        pair = reuse.get((left.article, right.article))
        if pair and (pair.kind != "partial" or _covers(pair, left, right)):
            if unions.find(left.article) != unions.find(right.article):
                share = f"{100 * max(pair.containment):.0f}"
                spans = (*left.contents[:1], *right.contents[:1])
                because.append(reason("shared-text", (left.outlet, right.outlet, share), spans))
            unions.join(left.article, right.article)
        for one, other in ((left, right), (right, left)):
            named = [source for source in one.sources if source.name == other.outlet]
            if named:
                unions.join(one.article, other.article)
                because.append(reason("names-other", (one.outlet, other.outlet), [s for n in named for s in n.spans]))
    return because


def _by_key(ways: Sequence[Way], unions: Unions, rule: str, keyed: Iterable[tuple[str | None, Way]]) -> list[Reason]:
    sharing: dict[str, list[Way]] = defaultdict(list)
    for key, way in keyed:
        if key:
            sharing[key].append(way)
    because = []
    for key, group in sorted(sharing.items()):
        outlets = sorted({way.outlet for way in group})
        if len(group) < 2:
            continue
        for way in group[1:]:
            unions.join(group[0].article, way.article)
        values = (key, str(len(group))) if rule == "shared-outlet" else (key, ", ".join(outlets))
        spans = [
            s for way in group for source in (*way.sources, *way.nearby) if source.name == key for s in source.spans
        ]
        because.append(reason(rule, values, spans or [span for way in group for span in way.contents[:1]]))
    return because


def _by_owner(material: Material, ways: Sequence[Way], unions: Unions) -> list[Reason]:
    """Join outlets of one owner, unless they credit different agencies or heard certainly different speakers."""
    because = []
    for left, right in combinations(ways, 2):
        if not left.owner or left.owner != right.owner or left.outlet == right.outlet:
            continue
        credited = [{source.name for source in way.sources} for way in (left, right)]
        if (credited[0] and credited[1] and not credited[0] & credited[1]) or _heard_apart(material, left, right):
            continue
        if unions.find(left.article) != unions.find(right.article):
            names = ", ".join(sorted((left.outlet, right.outlet)))
            because.append(reason("shared-owner", (left.owner, names), (*left.contents[:1], *right.contents[:1])))
        unions.join(left.article, right.article)
    return because


def _by_slip(ways: Sequence[Way], unions: Unions, slips: Slips) -> list[Reason]:
    """Join articles that share a rare slip of spelling in these words."""
    because = []
    for left, right in combinations(ways, 2):
        if unions.find(left.article) == unions.find(right.article):
            continue
        found = slips.shared(left.contents, right.contents)
        if found:
            names = ", ".join(sorted((left.outlet, right.outlet)))
            spans = [span for _, *both in found for span in both]
            because.append(reason("shared-garble", (names, ", ".join(word for word, _, _ in found)), spans))
            unions.join(left.article, right.article)
    return because


def _heard_apart(material: Material, left: Way, right: Way) -> bool:
    """Whether nobody who speaks in one may be anybody who speaks in the other."""
    voices = [[material.voices[id] for id in way.statements] for way in (left, right)]
    return all(fit_voices(a, b) == "other" for a in voices[0] for b in voices[1])


def _covers(pair: ReusePair, left: Way, right: Way) -> bool:
    """Whether the text that two articles share holds some of the claim in both."""
    sides = (left, right) if pair.left == left.article else (right, left)
    return any(
        _meets(span[0], span[1], sides[0].contents) and _meets(span[2], span[3], sides[1].contents)
        for span in pair.spans
    )


def _meets(start: int, end: int, contents: Iterable[Span]) -> bool:
    return any(start < content.end and content.start < end for content in contents)


def _at_least(
    material: Material,
    groups: Sequence[Sequence[str]],
    way_of: Mapping[str, Way],
    by_article: Mapping[str, Sequence[Statement]],
) -> tuple[int, list[Reason]]:
    """Witnesses that are certainly apart: the way is known, and not one speaker on what may be one occasion."""
    if len(groups) == 1:
        return 1, []
    because: list[Reason] = []
    unknown = [group for group in groups if not any(way_of[article].is_known for article in group)]
    known = [group for group in groups if group not in unknown]
    if unknown:
        ways = [way_of[article] for group in unknown for article in group]
        outlets = sorted({way.outlet for way in ways})
        because.append(reason("unknown-way", (", ".join(outlets),), [way.contents[0] for way in ways]))
    apart: list[Sequence[str]] = []
    for group in known:
        mine = [statement for article in group for statement in by_article[article]]
        if all(held_apart(material, mine, [s for article in other for s in by_article[article]]) for other in apart):
            apart.append(group)
    speakers = sorted({v.name for v in _voices(material, by_article) if v.name})
    if len(speakers) == 1 and (len(apart) < len(known) or len(apart) <= 1):
        spans = [statements[0].content for statements in by_article.values()]
        because.append(reason("one-occasion", speakers, spans))
    elif len(speakers) == 1:
        said = [s.said for group in apart for article in group for s in by_article[article] if s.said]
        spans = [day.span or way_of[group[0]].contents[0] for group, day in zip(apart, said, strict=False)]
        because.append(reason("apart-occasions", (speakers[0], *sorted({day.first for day in said})), spans))
    return max(1, len(apart)), because


def _voices(material: Material, by_article: Mapping[str, Sequence[Statement]]) -> list[Voice]:
    return [material.voices[s.id] for statements in by_article.values() for s in statements]


def _witness(group: Sequence[str], way_of: Mapping[str, Way]) -> str:
    """What to call a witness: the agency where one is credited, else the outlets."""
    sources = sorted({source.name for article in group for source in way_of[article].sources})
    outlets = sorted({way_of[article].outlet for article in group})
    return f"{', '.join(sources)} ({', '.join(outlets)})" if sources else ", ".join(outlets)


def _holds(material: Material, statements: Sequence[Statement]) -> Origins:
    """Sources for *it is so*: named speakers who are certainly different, and all that may be.

    A described speaker may be any of the named ones, so all of them together add one at most. Two who are quoted with
    the same words are one at least: one of the outlets took the wrong name.
    """
    named: dict[str, tuple[Voice, Statement]] = {}
    described: list[tuple[Voice, Span]] = []
    for statement in statements:
        voice = material.voices[statement.id]
        if voice.kind in ("person", "body"):
            known = named.get(voice.keys[0])
            if known is None or (statement.quotes and not known[1].quotes):
                named[voice.keys[0]] = (voice, statement)
        else:
            described.append((voice, statement.content))
    sources = _apart([voice for voice, _ in named.values()])
    quoted = [voice for voice, statement in named.values() if _is_long_quotation(material, statement)]
    fresh = [span for voice, span in described if all(fit_voices(voice, v) == "unknown" for v, _ in named.values())]
    high = max(1, len(named) + bool(fresh and named))
    shared = sum(voice in quoted for voice in sources)
    low = min(max(1, len(sources) - max(0, shared - 1)), high)
    spoken = sorted({material.voices[s.id].name or "" for s in statements} - {""})
    spans = [statement.content for _, statement in named.values()] or [statement.content for statement in statements]
    if high == 1:
        return Origins(1, 1, (reason("one-occasion", spoken, spans),))
    rule = "many-speakers" if low > 1 else "one-quotation" if len(sources) > 1 else "one-body"
    return Origins(low, high, (reason(rule, spoken, [*spans, *fresh]),))


def _is_long_quotation(material: Material, statement: Statement) -> bool:
    """Whether a statement is quoted in so many words that nobody else says just that."""
    return sum(len(material.tokens_in(quote)) for quote in statement.quotes) >= OWN_WORDS


def _apart(voices: Sequence[Voice]) -> list[Voice]:
    """As many voices as are certainly of different sources: other people, and no words of a role in common."""
    chosen: list[Voice] = []
    for voice in voices:
        roles = voice.words - voice.names
        if all(fit_voices(voice, v) == "other" and not roles & (v.words - v.names) for v in chosen):
            chosen.append(voice)
    return chosen

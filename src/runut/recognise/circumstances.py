"""When, where, to whom and on which occasion something was said: the adjuncts around a cue."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from runut.recognise.clauses import Text, kinds_at
from runut.recognise.direct import Draft
from runut.recognise.names_lexicon import load_name_words
from runut.records.marks import TimeExpression
from runut.records.spans import Span
from runut.records.statements import Modality, Said

_MODALITIES: tuple[Modality, ...] = ("conditional", "obliged", "possible", "future")
_ALL = frozenset({"occasion", "place", "means", "time", "addressee"})
_OPENS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        kind: _ALL - {"occasion", "means"} if kind in ("occasion", "means") else _ALL
        for kind in (*_ALL, "topic", "of", "other")
    }
)
"""For each kind of adjunct the kinds that end it: an occasion may hold another ("dalam sambutan saat rapat")."""
_MAIN_CLAUSE = 24
"""Words at the head of a content that are searched for its modality and negation: later ones colour other clauses."""


class Circumstances(NamedTuple):
    """What stands around a cue: `place` and `addressee` as printed, `occasion` as a span."""

    said: Said | None = None
    place: str | None = None
    addressee: str | None = None
    occasion: Span | None = None


def circumstances_of(
    text: Text, draft: Draft, times: Sequence[TimeExpression], behind: tuple[int, int] | None = None
) -> Circumstances:
    """The circumstances of a draft, from the adjuncts after its speaker, before its cue and at the sentence's head.

    `behind` are the words of the adjuncts in a sentence that points back to it.
    """
    found: dict[str, tuple[int, int]] = {}
    regions = [*_regions(text, draft), *([behind] if behind else [])]
    for begin, end in regions:
        for kind, first, last in _adjuncts(text, begin, end):
            found.setdefault(kind, (first, last))
    said = next((s for region in regions if (s := _said(text, region, times))), None)
    occasion = found.get("occasion") or found.get("means")
    return Circumstances(
        said=said,
        place=_phrase(text, found.get("place"), skip=True),
        addressee=_phrase(text, found.get("addressee"), skip=True)
        if _is_somebody(text, found.get("addressee"))
        else None,
        occasion=_span(text, occasion) if occasion else None,
    )


def colour_of(text: Text, draft: Draft) -> tuple[bool, Modality]:
    """Whether the main clause of what is said is negated, and its modality."""
    denied = bool(draft.report and draft.report.polarity == "deny")
    begin, end = text.index_at(draft.start), text.index_at(draft.end)
    end = min(end, begin + _MAIN_CLAUSE)
    negated, kinds, beyond = False, set[str](), begin
    for at in range(begin, end):
        if text.words[at].text in ".?!;" and at > begin:
            break
        if "relative" in kinds_at(text, at, end):
            break
        negation = text.lexicon.negation.at(text.words, at, end) if at >= beyond else None
        if negation:
            negated, beyond = negated or negation[0] in ("verb", "noun", "lexical"), at + negation[1]
        hedge = text.lexicon.hedges.at(text.words, at, end)
        if hedge:
            kinds.add(hedge[0])
    cue_denies = bool(draft.agent and draft.agent.negated)
    modality: Modality = next((m for m in _MODALITIES if m in kinds), "asserted")
    if denied and not cue_denies:
        modality = "denied"
    return negated != cue_denies, modality


def _regions(text: Text, draft: Draft) -> Iterator[tuple[int, int]]:
    yield draft.adjunct
    if not (draft.agent and draft.agent.pieces and draft.cue and draft.rule in ("cue-clause", "cue-quote")):
        return
    cue = text.index_at(draft.cue[0])
    last = draft.agent.pieces[-1][1]
    if last <= cue:
        yield last, cue
        yield text.sentences[draft.sentence].first, draft.agent.pieces[0][0]


def _adjuncts(text: Text, begin: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Kind and half-open words of each adjunct in a region."""
    at = begin
    while at < end:
        setting = text.lexicon.settings.at(text.words, at, end)
        if not setting or at in text.in_time or _is_inside_name(text, at) or _is_credit(text, at, end):
            at += 1
            continue
        kind, size = setting
        if kind not in _ALL or _is_joint(text, at, end):
            at += size
            continue
        stop = at + size
        while stop < end and text.words[stop].text not in ",;()" and stop not in text.in_time:
            following = text.lexicon.settings.at(text.words, stop, end)
            if following and following[0] in _OPENS[kind]:
                break
            if "also-cue" in kinds_at(text, stop, end) or _is_credit(text, stop, end):
                break
            stop += 1
        while stop > at + size and text.words[stop - 1].text in ".!?-–—":
            stop -= 1
        if stop > at + size:
            yield kind, at, stop
        at = max(stop, at + 1)


def _is_inside_name(text: Text, at: int) -> bool:
    """Whether a capitalised word follows another ("Menteri Dalam Negeri"): it opens no adjunct."""
    return text.words[at].is_name and at > 0 and text.words[at - 1].is_name


def _is_joint(text: Text, at: int, end: int) -> bool:
    """Whether an adverbial of several words only joins clauses ("saat itu", "karena itu")."""
    found = text.lexicon.joints.at(text.words, at, end)
    return bool(found and found[1] > 1)


def _is_credit(text: Text, at: int, end: int) -> bool:
    credit = text.lexicon.credits.at(text.words, at, end)
    return bool(credit and any(c.of == "media" and c.place == "before" for c in credit[0]))


def _said(text: Text, region: tuple[int, int], times: Sequence[TimeExpression]) -> Said | None:
    begin, end = region
    if begin >= end:
        return None
    start, stop = text.words[begin].start, text.words[end - 1].end
    for time in times:
        inside = start <= time.span.start and time.span.end <= stop
        inside = inside and text.index_at(time.span.start) not in text.in_name
        if inside and time.first and time.last and not _dates_a_credit(text, begin, text.index_at(time.span.start)):
            return Said(time.first, time.last, time.span)
    return None


def _dates_a_credit(text: Text, begin: int, at: int) -> bool:
    """Whether the time at word `at` stands beside a word of provenance ("dikutip AFP, Kamis"): the wire's date."""
    for back in range(at - 1, max(begin, at - 8) - 1, -1):
        if _is_credit(text, back, len(text.words)):
            return True
        setting = text.lexicon.settings.at(text.words, back, at)
        if setting and setting[0] in ("place", "occasion", "addressee"):
            return False
    return False


def _is_somebody(text: Text, words: tuple[int, int] | None) -> bool:
    """Whether an addressee is named, or a word for people, a body or the press."""
    if words is None:
        return False
    first, last = words
    lexicon = text.lexicon
    tables = (lexicon.collectives, lexicon.roles, lexicon.credits, lexicon.pronouns, lexicon.anonymous)
    people = load_name_words(text.view.pack).people
    return any(
        text.words[i].is_name or text.words[i].low in people or any(table.at(text.words, i, last) for table in tables)
        for i in range(first + 1, last)
    )


def _phrase(text: Text, words: tuple[int, int] | None, skip: bool) -> str | None:
    if words is None:
        return None
    first, last = words
    setting = text.lexicon.settings.at(text.words, first, last) if skip else None
    first += setting[1] if setting else 0
    if first >= last:
        return None
    return " ".join(text.view.shadow[text.words[first].start : text.words[last - 1].end].split())


def _span(text: Text, words: tuple[int, int]) -> Span:
    return text.view.span(text.words[words[0]].start, text.words[words[1] - 1].end)

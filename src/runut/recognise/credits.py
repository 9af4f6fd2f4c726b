"""Credits in the text: words of provenance with the outlet or agency they name.

A date alone ("dikutip Selasa (21/10)") names nobody; the outlet's own group, a release or a post adds no origin.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from runut.knowledge.known import Known
from runut.knowledge.world import agency_of, outlet_of
from runut.recognise.agents import Agent, agent_before
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.cues import DOCUMENTS, Credit, Report
from runut.recognise.direct import Draft, trim
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.phrases import adjuncts_end
from runut.records.marks import Entity
from runut.records.statements import Link, LinkHow

_SHORTEST = 5
"""Words that a sentence must have beside its credit to be a statement of the outlet credited."""
_SECOND_LEVEL = frozenset({"co", "com", "or", "ac", "go", "net"})
_ARTICLE = 3
"""Letters of the longest article."""
_OWNING = 2
"""Letters of the ending of a name that owns something."""
_GENERIC = frozenset({"released", "posted"})


class Credited(NamedTuple):
    """A credit in the text: its sentence, its words (half-open), the hop it makes.

    `leads`: it opens its sentence. `cites`: it tells where the medium before it has something from ("mengutip X").
    """

    sentence: int
    first: int
    last: int
    link: Link
    of: str
    leads: bool
    cites: bool = False


class _Media(NamedTuple):
    """What an article tells of media: its own names, where people and places stand, outlets by their last words."""

    own: Collection[str]
    people: frozenset[int]
    shorts: Mapping[str, str]


def find_credits(text: Text, entities: Sequence[Entity]) -> list[Credited]:
    """Credits outside quotations, in text order."""
    people = frozenset(m.start for e in entities if e.kind in ("person", "place") for m in e.mentions)
    media = _Media(own_names(text), people, _short_names(text, entities))
    found: list[Credited] = []
    for number, sentence in enumerate(text.sentences):
        at = sentence.first
        while at < sentence.last:
            hit = _credit_at(text, number, at, media) if text.quote_of[at] < 0 else None
            found += hit[0] if hit else []
            at = hit[1] if hit else at + 1
    return found


def credited_drafts(text: Text, credits: Sequence[Credited], taken: Collection[int]) -> list[Draft]:
    """Drafts of sentences that an outlet or agency alone vouches for ("S, dilansir X.") and that report nobody else."""
    drafts: list[Draft] = []
    for credit in credits:
        if credit.sentence in taken or credit.of != "media" or not credit.link.adds_origin or not credit.link.span:
            continue
        sentence, words = text.sentences[credit.sentence], text.words
        if credit.last > sentence.last or text.is_cut(sentence):
            continue
        stop = adjuncts_end(text, credit.last, sentence.last, closed=credit.leads)
        begin, end = (stop, sentence.last) if credit.leads else (sentence.first, credit.first)
        tail = all(word.is_mark for word in words[stop : sentence.last])
        comma = words[begin].text == "," if credit.leads and begin < end else not credit.leads and tail
        while end > begin and kinds_at(text, end - 1, end) & {"as", "relative"}:
            end -= 1
        if not comma or end - begin < _SHORTEST or any("empty" in kinds_at(text, begin + i, end) for i in (0, 1)):
            continue
        start, last = trim(text.view.shadow, words[begin].start, words[end - 1].end)
        agent = Agent("noun", ((text.index_at(credit.link.span.start), credit.last),), credit.last)
        cue = (words[credit.first].start, words[credit.first].end)
        report = Report(words[credit.first].low, "assert", "passive", "clause")
        drafts.append(
            Draft(start, last, "indirect", credit.sentence, "credited", report, cue, agent, (credit.last, stop))
        )
    return drafts


def _credit_at(text: Text, number: int, at: int, media: _Media) -> tuple[list[Credited], int] | None:
    """The credits that begin at word `at` and the word after them; "pernyataannya ini" is spoken of, and none."""
    sentence = text.sentences[number]
    found = text.lexicon.credits.at(text.words, at, sentence.last)
    if not found:
        return None
    readings, size = found
    spoken_of = at + size < sentence.last and text.points(at + size)
    leads = (
        all(word.is_mark or not word.is_name for word in text.words[sentence.first : at]) and at - sentence.first <= 2
    )
    for credit in readings:
        if credit.place == "before":
            hops = _named_after(text, number, at, at + size, credit, media, leads)
            if hops:
                return hops, hops[-1].last
        elif credit.place == "after":
            reporter = _named_before(text, number, at, size, credit, media.own)
            if reporter:
                return [reporter], at + size
        elif credit.place == "alone" and credit.how in _GENERIC and not spoken_of:
            return [_generic(text, number, at, size, credit, leads)], at + size
    return None


def _named_before(text: Text, number: int, at: int, size: int, credit: Credit, own: Collection[str]) -> Credited | None:
    """The outlet or agency that is itself the subject of a word of reporting ("kantor berita Reuters melaporkan")."""
    agent = agent_before(text, at, text.sentences[number].first)
    known = media_phrase(text, *agent.pieces[-1]) if agent.kind == "noun" else None
    if not known:
        return None
    name, begin = known
    span = text.view.span(text.words[begin].start, text.words[agent.pieces[-1][1] - 1].end)
    return Credited(number, begin, at + size, Link(name, "reported", span, not is_own(name, own)), credit.of, False)


def _generic(text: Text, number: int, at: int, size: int, credit: Credit, leads: bool) -> Credited:
    words = text.words
    start, end = words[at].start, words[at + size - 1].end
    how: LinkHow = "posted" if credit.how == "posted" else "released"
    return Credited(
        number,
        at,
        at + size,
        Link(text.view.shadow[start:end], how, text.view.span(start, end), False),
        credit.of,
        leads,
    )


def _named_after(
    text: Text, number: int, at: int, after: int, credit: Credit, media: _Media, leads: bool
) -> list[Credited]:
    """The names after a word of provenance, one behind the other ("dikutip detikINET dari CNN")."""
    end = text.sentences[number].last
    if after == end and number + 1 < len(text.sentences) and credit.strong:
        end = text.sentences[number + 1].last
    hops: list[Credited] = []
    cites = " ".join(word.low for word in text.words[at:after]) in text.lexicon.citing
    while after < end:
        begin, glossed = skip_gloss(text, after, end)
        begin, stop = _behind_article(text, begin, end, media.shorts)
        if stop == begin and glossed and text.words[after].is_name:
            begin, stop = after, begin
        if stop == begin or begin in text.in_time or text.words[begin].start in media.people:
            break
        name = _media_name(text, begin, stop, credit, glossed, media.shorts)
        if not name:
            break
        who, stop = name
        span = text.view.span(text.words[begin].start, text.words[stop - 1].end)
        link = Link(who, credit.how, span, not is_own(who, media.own))
        hops.append(Credited(number, at, stop, link, credit.of, leads, cites))
        found = text.lexicon.settings.at(text.words, stop, end) if stop < end else None
        if not (found and found[0] == "of"):
            break
        after, cites = (
            stop + found[1],
            " ".join(w.low for w in text.words[stop : stop + found[1]]) in text.lexicon.citing,
        )
    return hops


def _behind_article(text: Text, begin: int, end: int, shorts: Collection[str] = ()) -> tuple[int, int]:
    """The words of a name that begins at `begin`, or behind a small word there if it is a known medium ("the BBC")."""
    stop = _name_end(text, begin, end)
    if (
        stop == begin
        and begin + 1 < end
        and text.words[begin].text.islower()
        and len(text.words[begin].text) <= _ARTICLE
    ):
        last = _name_end(text, begin + 1, end)
        names = (
            text.view.shadow[text.words[begin + 1].start : text.words[i - 1].end] for i in range(last, begin + 1, -1)
        )
        if any(media_named(name) or name in shorts for name in names):
            return begin + 1, last
    return begin, stop


def addressed(text: Text, draft: Draft, own: Collection[str]) -> list[Credited]:
    """The medium that a speaker named behind the cue told it to (`“S,” said X to the BBC`)."""
    begin, end = draft.adjunct
    for at in range(begin, end):
        found = text.lexicon.settings.at(text.words, at, end)
        if found and found[0] == "addressee":
            first, last = _behind_article(text, at + found[1], end)
            known = media_named(text.view.shadow[text.words[first].start : text.words[last - 1].end])
            if last > first and known:
                span = text.view.span(text.words[first].start, text.words[last - 1].end)
                link = Link(known.name, "told", span, not is_own(known.name, own))
                return [Credited(draft.sentence, at, last, link, "told", False)]
    return []


def skip_gloss(text: Text, at: int, end: int) -> tuple[int, bool]:
    """Skips "kantor berita", "laman", "data" before a name, and tells whether a word for media was among them."""
    glossed = False
    while at < end:
        found = text.lexicon.credits.at(text.words, at, end)
        gloss = bool(found and any(credit.place in ("gloss", "alone") for credit in found[0]))
        noun = text.lexicon.nouns.at(text.words, at, end)
        document = bool(noun and any(kind in DOCUMENTS for kind, _ in noun[0]))
        if (not gloss and not document) or _is_whole_name(text, at, end):
            break
        at += found[1] if gloss and found else noun[1] if noun else 1
        glossed = glossed or gloss
    return at, glossed


def _is_whole_name(text: Text, at: int, end: int) -> bool:
    """Whether a word for media begins the name of a known outlet ("Media Indonesia")."""
    if not text.words[at].is_name or at + 1 >= end or not text.words[at + 1].is_name:
        return False
    return media_named(text.view.shadow[text.words[at].start : text.words[at + 1].end]) is not None


def _name_end(text: Text, begin: int, end: int) -> int:
    at = begin
    while at < end and text.quote_of[at] < 0 and at not in text.in_time:
        word = text.words[at]
        joined = word.text in ".&-'" and at > begin and at + 1 < end and word.start == text.words[at - 1].end
        after_dot = at > begin and text.words[at - 1].text == "." and word.start == text.words[at - 1].end
        number = at > begin and word.text[0].isdigit()
        small = at == begin and (outlet_of(word.text) is not None or _is_domain(text, at, end))
        if not (word.is_name or number or joined or after_dot or small):
            break
        at += 1
    while at > begin and text.words[at - 1].is_mark:
        at -= 1
    return at


def _is_domain(text: Text, at: int, end: int) -> bool:
    """Whether a web address in lower case begins at a word ("kabar.or.id"): a full stop and a word are glued to it."""
    words = text.words[at : at + 3] if at + 2 < end else ()
    glued = all(after.start == before.end for before, after in pairwise(words))
    return len(words) == 3 and glued and words[1].text == "." and words[0].text.isalnum() and words[2].text.isalpha()


def _media_name(
    text: Text, begin: int, stop: int, credit: Credit, glossed: bool, shorts: Mapping[str, str]
) -> tuple[str, int] | None:
    """The canonical name of the outlet or agency at words `begin:stop` and where it ends, the longest known one first.

    After a word that only media follow, an unknown name stands as printed; "iNews Tower" is where somebody was met.
    """
    for end in range(stop, begin, -1):
        printed = text.view.shadow[text.words[begin].start : text.words[end - 1].end]
        bare = _unowned(text, printed)
        if known := media_named(bare):
            inside = credit.how == "told" and end < stop and text.words[end].is_name and bare == printed
            return None if inside else (known.name, end)
    if stop - begin == 1 and (name := shorts.get(text.words[begin].text)):
        return name, stop
    after = text.words[stop : stop + 2]
    dated = len(after) == 2 and after[0].text in "(," and after[1].text.isdigit()
    if dated and stop - begin == 1 and not glossed:
        return None
    if credit.of != "media" or not (glossed or credit.how == "quoted" or credit.strong):
        return None
    return text.view.shadow[text.words[begin].start : text.words[stop - 1].end], stop


def _unowned(text: Text, name: str) -> str:
    """A name without the ending by which it owns what follows ("CNN's “Today”"), where the language has one."""
    ending = name[-_OWNING:].replace("’", "'")
    return name[:-_OWNING] if ending[:1] == "'" and ending in text.view.pack.forms("affixes") else name


def _short_names(text: Text, entities: Sequence[Entity]) -> dict[str, str]:
    """The outlets that an article names in full by their last words ("the Times"), where modifiers lead."""
    if not load_name_words(text.view.pack).modifiers_lead:
        return {}
    known = (known for e in entities if e.kind == "outlet" for name in e.names if (known := outlet_of(name)))
    return {known.name.split()[-1]: known.name for known in known if " " in known.name}


def media_named(name: str) -> Known | None:
    """The agency or outlet with this name; a short one must be printed as its table has it ("ANI" is none of "Ani")."""
    known = agency_of(name) or outlet_of(name)
    return known if known and (len(name) > 4 or name in known.forms) else None


def own_names(text: Text) -> frozenset[str]:
    """The article's own outlet: its folded name and the registered domains of its brand ("detik.com")."""
    article = text.view.article
    known = outlet_of(article.outlet or "") or outlet_of(article.url or "") or agency_of(article.outlet or "")
    name = known.name if known else article.outlet or ""
    return frozenset({name.casefold(), *_domains(known)} - {""})


def is_own(name: str, own: Collection[str]) -> bool:
    """Whether a name is the article's own outlet or another desk of its brand ("detikJabar" on detik.com).

    Sister newsrooms of one owner are not: what one takes from the other comes from outside.
    """
    return name.casefold() in own or any(domain in own for domain in _domains(media_named(name)))


def _domains(known: Known | None) -> set[str]:
    """The registered domains of an outlet: "news.detik.com" and "detik.com/jabar" are both "detik.com"."""
    hosts = [domain.split("/")[0].split(".") for domain in known.domains] if known else []
    depths = [3 if host[-2:-1] and host[-2] in _SECOND_LEVEL else 2 for host in hosts]
    return {".".join(host[-depth:]) for host, depth in zip(hosts, depths, strict=True) if len(host) > 1}


def media_phrase(text: Text, first: int, last: int) -> tuple[str, int] | None:
    """The outlet or agency that a phrase is ("kantor berita Reuters", "the BBC"), and where its name begins."""
    begin, _ = skip_gloss(text, first, last)
    names = load_name_words(text.view.pack)
    for at in range(begin, min(begin + 2, last)):
        if at > begin and text.words[begin].is_name and not names.is_ordinary(text.words[begin]):
            break
        known = media_named(text.view.shadow[text.words[at].start : text.words[last - 1].end])
        if known:
            return known.name, at
    return None

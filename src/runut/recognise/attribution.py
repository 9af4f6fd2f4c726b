"""Through whom a statement came: credits in the text, and the chain of hops that each statement gets from them.

A hop leads outward, from the outlet towards the speaker. A date alone ("dikutip Selasa (21/10)") names nobody; the
outlet's own group, a release or a post is a hop that adds no origin.
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from runut.knowledge.world import Known, agency_of, outlet_of, owner_of
from runut.recognise.agents import Agent, adjuncts_end
from runut.recognise.clauses import Text, kinds_at
from runut.recognise.cues import Credit, Report
from runut.recognise.direct import Draft, trim
from runut.records.marks import Entity
from runut.records.statements import Link, LinkHow, Speaker

_SHORTEST = 5
"""Words that a sentence must have beside its credit to be a statement of the outlet credited."""
_GENERIC = frozenset({"released", "posted"})
_DATELINE = re.compile(r"[^\n]{0,60}?\(([^()\n]{2,30})\)\s*[-–—]")


class Credited(NamedTuple):
    """A credit in the text: its sentence, its words (half-open), and the hop it makes. `leads`: it opens its sentence."""

    sentence: int
    first: int
    last: int
    link: Link
    of: str
    leads: bool


def find_credits(text: Text, entities: Sequence[Entity]) -> list[Credited]:
    """Credits outside quotations, in text order."""
    own = _own(text)
    people = {m.start for e in entities if e.kind in ("person", "place") for m in e.mentions}
    found: list[Credited] = []
    for number, sentence in enumerate(text.sentences):
        at = sentence.first
        while at < sentence.last:
            hit = _credit_at(text, number, at, own, people) if text.quote_of[at] < 0 else None
            found += hit[0] if hit else []
            at = hit[1] if hit else at + 1
    return found


def chains_of(
    text: Text, resolved: Sequence[tuple[Draft, Speaker | None]], credits: Sequence[Credited]
) -> list[tuple[Link, ...]]:
    """The chain of each statement, in order."""
    whole = _whole_text(text, credits)
    by_sentence: dict[int, list[Credited]] = {}
    for credit in credits:
        by_sentence.setdefault(credit.sentence, []).append(credit)
    own = _own(text)
    chains: list[list[Link]] = []
    for draft, speaker in resolved:
        links = _ordered(draft, text, _near(text, draft, by_sentence))
        reporter = _reporter(text, draft, own)
        if reporter and reporter.who not in {link.who for link in links}:
            links.append(reporter)
        chains.append(links)
    _carry(text, resolved, chains)
    return [tuple(_with_whole(links, whole)) for links in chains]


def credited_drafts(text: Text, credits: Sequence[Credited], taken: Collection[int]) -> list[Draft]:
    """Drafts of sentences that an outlet or agency alone vouches for ("S, dilansir X."): those that report nobody else."""
    drafts: list[Draft] = []
    for credit in credits:
        if credit.sentence in taken or credit.of != "media" or not credit.link.adds_origin or not credit.link.span:
            continue
        sentence, words = text.sentences[credit.sentence], text.words
        if credit.last > sentence.last:
            continue
        stop = adjuncts_end(text, credit.last, sentence.last, closed=credit.leads)
        begin, end = (stop, sentence.last) if credit.leads else (sentence.first, credit.first)
        tail = all(word.is_mark for word in words[stop : sentence.last])
        comma = words[begin].text == "," if credit.leads and begin < end else not credit.leads and tail
        if "as" in kinds_at(text, end - 1, end):
            end -= 1
        if not comma or end - begin < _SHORTEST:
            continue
        start, last = trim(text.view.shadow, words[begin].start, words[end - 1].end)
        agent = Agent("noun", ((text.index_at(credit.link.span.start), credit.last),), credit.last)
        cue = (words[credit.first].start, words[credit.first].end)
        report = Report(words[credit.first].low, "assert", "passive", "clause")
        drafts.append(Draft(start, last, "indirect", credit.sentence, "credited", report, cue, agent, (credit.last, stop)))
    return drafts


def _near(text: Text, draft: Draft, by_sentence: dict[int, list[Credited]]) -> list[Credited]:
    """The credits of a draft's sentence, and those of a credit line just after it that reports no statement itself."""
    near = list(by_sentence.get(draft.sentence, ()))
    return [c for c in near if not _inside(text, c, draft)]


def _inside(text: Text, credit: Credited, draft: Draft) -> bool:
    return draft.start < text.words[credit.first].start and text.words[credit.last - 1].end < draft.end


def _ordered(draft: Draft, text: Text, credits: Sequence[Credited]) -> list[Link]:
    """Hops before the content in text order, those after it in reverse: the last credit is the one nearest to the outlet."""
    before = [c.link for c in credits if text.words[c.first].start < draft.start]
    after = [c.link for c in credits if text.words[c.first].start >= draft.start]
    links: list[Link] = []
    for link in before + after[::-1]:
        if link.who not in {known.who for known in links}:
            links.append(link)
    return links


def _reporter(text: Text, draft: Draft, own: tuple[str, str]) -> Link | None:
    """The outlet or agency that is itself the subject of a word of reporting ("Reuters melaporkan S")."""
    if not (draft.agent and draft.agent.pieces and draft.report):
        return None
    first, last = draft.agent.pieces[0]
    known = _known_media(text, first, last)
    if not known:
        return None
    words = text.words
    return Link(
        known[0], "reported", text.view.span(words[known[1]].start, words[last - 1].end), not _is_own(known[0], own)
    )


def _known_media(text: Text, first: int, last: int) -> tuple[str, int] | None:
    """The outlet or agency that a phrase is ("kantor berita Reuters"), and the word where its name begins."""
    begin, _ = _skip_gloss(text, first, last)
    if begin >= last:
        return None
    known = _media(text.view.shadow[text.words[begin].start : text.words[last - 1].end])
    return (known.name, begin) if known else None


def _carry(text: Text, resolved: Sequence[tuple[Draft, Speaker | None]], chains: list[list[Link]]) -> None:
    """Lets a media credit on a statement reach the same speaker's statements that follow it at once, and those reported
    indirectly just before it in the paragraph."""
    for at in range(1, len(chains)):
        (draft, speaker), (before, last) = resolved[at], resolved[at - 1]
        credited = [
            link for link in chains[at - 1] if link.adds_origin and link.how not in ("told", "posted", "released")
        ]
        if any(link.adds_origin for link in chains[at]) or not credited or not speaker or not last:
            continue
        if speaker.name == last.name and _follows(text, before, draft):
            chains[at] = credited + chains[at]
    for at in range(len(chains) - 2, -1, -1):
        (draft, speaker), (after, later) = resolved[at], resolved[at + 1]
        if draft.form != "indirect" or chains[at] or not speaker or not later or speaker.name != later.name:
            continue
        if text.sentences[draft.sentence].paragraph == text.sentences[after.sentence].paragraph:
            chains[at] = [link for link in chains[at + 1] if link.adds_origin and link.how in ("quoted", "reported")]


def _follows(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether a statement stands in the same paragraph as the one before, or opens the next."""
    old, new = text.sentences[before.sentence], text.sentences[draft.sentence]
    if old.paragraph == new.paragraph:
        return True
    opens = draft.sentence == 0 or text.sentences[draft.sentence - 1].paragraph != new.paragraph
    return opens and draft.sentence > 0 and text.sentences[draft.sentence - 1].paragraph == old.paragraph


def _with_whole(links: list[Link], whole: Sequence[Link]) -> list[Link]:
    names = {link.who for link in links}
    return [link for link in whole if link.who not in names] + links


def _whole_text(text: Text, credits: Sequence[Credited]) -> list[Link]:
    """Hops of the whole article: its credit lines, an agency in the dateline, a last sentence that credits one."""
    article, view = text.view.article, text.view
    own = _own(text)
    links = [
        Link(known.name if (known := _media(c.who)) else c.who, "reported", c.span, not _is_own(c.who, own))
        for c in article.credits
        if c.of == "text"
    ]
    dateline = _DATELINE.match(view.shadow)
    if dateline and (known := _media(dateline[1].strip())) and not _is_own(known.name, own):
        links.append(Link(known.name, "reported", view.span(*dateline.span(1))))
    last = len(text.sentences) - 1
    links += [c.link for c in credits if c.of == "media" and _is_whole(text, c, last, credits)]
    return list({link.who: link for link in links}.values())


def _is_whole(text: Text, credit: Credited, last: int, credits: Sequence[Credited]) -> bool:
    sentence = text.sentences[credit.sentence]
    if credit.sentence == last and sentence.last - sentence.first <= 12:
        return True
    alone = len({c.link.who for c in credits if c.of == "media" and c.link.adds_origin}) == 1
    active = credit.leads and credit.link.how == "quoted" and credit.sentence <= 1
    return active and alone


def _credit_at(
    text: Text, number: int, at: int, own: tuple[str, str], people: set[int]
) -> tuple[list[Credited], int] | None:
    """The credits that begin at word `at` and the word after them."""
    sentence = text.sentences[number]
    found = text.lexicon.credits.at(text.words, at, sentence.last)
    if not found:
        return None
    readings, size = found
    leads = (
        all(word.is_mark or not word.is_name for word in text.words[sentence.first : at]) and at - sentence.first <= 2
    )
    for credit in readings:
        if credit.place == "before":
            hops = _named_after(text, number, at, at + size, credit, own, people, leads)
            if hops:
                return hops, hops[-1].last
        elif credit.place == "alone" and credit.how in _GENERIC:
            return [_generic(text, number, at, size, credit, leads)], at + size
    return None


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
    text: Text, number: int, at: int, after: int, credit: Credit, own: tuple[str, str], people: set[int], leads: bool
) -> list[Credited]:
    """The names after a word of provenance, one behind the other ("dikutip detikINET dari CNN")."""
    end = text.sentences[number].last
    if after == end and number + 1 < len(text.sentences) and credit.strong:
        end = text.sentences[number + 1].last
    hops: list[Credited] = []
    while after < end:
        begin, glossed = _skip_gloss(text, after, end)
        stop = _name_end(text, begin, end)
        if stop == begin or begin in text.in_time or text.words[begin].start in people:
            break
        name = _media_name(text, begin, stop, credit, glossed)
        if not name:
            break
        who, stop = name
        span = text.view.span(text.words[begin].start, text.words[stop - 1].end)
        how: LinkHow = credit.how  # type: ignore[assignment]
        hops.append(Credited(number, at, stop, Link(who, how, span, not _is_own(who, own)), credit.of, leads))
        found = text.lexicon.settings.at(text.words, stop, end) if stop < end else None
        if not (found and found[0] == "of"):
            break
        after = stop + found[1]
    return hops


def _skip_gloss(text: Text, at: int, end: int) -> tuple[int, bool]:
    """Skips "kantor berita", "laman", "data" before a name, with the country that may follow ("kantor berita Inggris")."""
    glossed = False
    while at < end:
        found = text.lexicon.credits.at(text.words, at, end)
        gloss = bool(found and any(credit.place in ("gloss", "alone") for credit in found[0]))
        noun = text.lexicon.nouns.at(text.words, at, end)
        document = bool(noun and any(kind == "document" for kind, _ in noun[0]))
        if not gloss and not document:
            break
        at += found[1] if gloss and found else noun[1] if noun else 1
        glossed = glossed or gloss
    return at, glossed


def _name_end(text: Text, begin: int, end: int) -> int:
    at = begin
    while at < end and text.quote_of[at] < 0 and at not in text.in_time:
        word = text.words[at]
        joined = word.text in ".&-'" and at > begin and at + 1 < end and word.start == text.words[at - 1].end
        if not (
            word.is_name or (word.text[0].isdigit() and at > begin) or joined or (at == begin and outlet_of(word.text))
        ):
            if not (joined or (at > begin and text.words[at - 1].text == "." and word.start == text.words[at - 1].end)):
                break
        at += 1
    while at > begin and text.words[at - 1].is_mark:
        at -= 1
    return at


def _media_name(text: Text, begin: int, stop: int, credit: Credit, glossed: bool) -> tuple[str, int] | None:
    """The canonical name of the outlet or agency at words `begin:stop`, longest first, or the printed one after a word that
    only media follow."""
    for end in range(stop, begin, -1):
        known = _media(text.view.shadow[text.words[begin].start : text.words[end - 1].end])
        if known:
            return known.name, end
    if credit.of != "media" or not (glossed or credit.how == "quoted" or credit.strong):
        return None
    return text.view.shadow[text.words[begin].start : text.words[stop - 1].end], stop


def _media(name: str) -> Known | None:
    """The agency or outlet with this name; a short one must be printed as its table has it ("ANI" is none of "Ani")."""
    known = agency_of(name) or outlet_of(name)
    return known if known and (len(name) > 4 or name in known.forms) else None


def _own(text: Text) -> tuple[str, str]:
    """Canonical name and owner of the article's own outlet, folded; empty where unknown."""
    article = text.view.article
    known = outlet_of(article.outlet or "") or outlet_of(article.url or "") or agency_of(article.outlet or "")
    name = known.name if known else article.outlet or ""
    owner = article.owner or (known.owner if known else "") or ""
    return name.casefold(), owner.casefold()


def _is_own(name: str, own: tuple[str, str]) -> bool:
    owner = owner_of(name)
    return bool(own[0]) and (name.casefold() == own[0] or bool(owner and own[1] and owner.casefold() == own[1]))

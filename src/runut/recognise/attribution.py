"""Through whom a statement came: the chain of hops that each statement gets from the credits of its text.

A hop leads outward, from the outlet towards the speaker.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from runut.knowledge.world import agency_of
from runut.languages.pack import LanguagePack
from runut.recognise.clauses import SPOKEN_KINDS, Text
from runut.recognise.credits import Credited, addressed, is_own, media_named, own_names
from runut.recognise.direct import Draft
from runut.records.statements import Link, Speaker

_LATE = 0.6
"""Share of the sentences after which a bare credit is for the text: what follows it is boilerplate."""
_BARE = 6
"""Words beside its credit that a closing sentence may have and still be only a credit ("Demikian dilaporkan X.")."""
_LAST_LINES, _LONGEST_FOOT = 3, 60
"""Lines at the end of a text among which its credits are looked for, and letters of the names in one."""
_BESIDE = 3
"""Words and marks that may stand between a medium and the word with which it cites another."""
_BETWEEN = 2
"""Words that may stand between a medium and who passed its report on ("a Nikkei report cited by Reuters")."""
_DATELINE = re.compile(r"[^\n]{0,60}?\(([^()\n]{2,30})\)\s*[-–—]")


def chains_of(
    text: Text, resolved: Sequence[tuple[Draft, Speaker | None]], credits: Sequence[Credited]
) -> list[tuple[Link, ...]]:
    """The chain of each statement, in order."""
    whole = _whole_text(text, credits, {draft.sentence for draft, _ in resolved})
    by_sentence: dict[int, list[Credited]] = {}
    for credit in credits:
        by_sentence.setdefault(credit.sentence, []).append(credit)
    chains: list[list[Link]] = []
    own = own_names(text)
    for draft, speaker in resolved:
        links = _ordered(draft, text, _near(text, draft, by_sentence) + addressed(text, draft, own))
        chains.append(links or _own_report(text, draft, speaker, own))
    _carry(text, resolved, chains)
    return [tuple(_with_whole(links, whole)) for links in chains]


def _near(text: Text, draft: Draft, by_sentence: dict[int, list[Credited]]) -> list[Credited]:
    """The credits of a draft's sentence that do not stand inside what is said."""
    return [c for c in by_sentence.get(draft.sentence, ()) if not _inside(text, c, draft)]


def _inside(text: Text, credit: Credited, draft: Draft) -> bool:
    return draft.start < text.words[credit.first].start and text.words[credit.last - 1].end < draft.end


def _ordered(draft: Draft, text: Text, credits: Sequence[Credited]) -> list[Link]:
    """Hops before the content in text order, those after it in reverse: the last credit is nearest to the outlet.

    Where one medium cites another they stay together, the one cited behind; whom the speaker told stands at the end.
    """
    ordered = sorted(credits, key=lambda credit: credit.first)
    before = _bundled(text, [c for c in ordered if text.words[c.first].start < draft.start], leads=True)
    after = _bundled(text, [c for c in ordered if text.words[c.first].start >= draft.start], leads=False)
    bundles = before + after[::-1]
    hops = sorted((link for bundle in bundles for link in bundle), key=lambda link: link.how == "told")
    links: list[Link] = []
    for link in hops:
        if link.who not in {known.who for known in links}:
            links.append(link)
    return links


def _bundled(text: Text, credits: Sequence[Credited], leads: bool) -> list[list[Link]]:
    """The hops of one side of a content in text order, media that cite each other together, outward from the outlet.

    Before the content "X yang dikutip Y" is Y's hop, then X's; behind it the order of words says so by itself.
    """
    bundles: list[list[Link]] = []
    for at, credit in enumerate(credits):
        last = credits[at - 1] if at else None
        if last and credit.cites and last.of == "media" and credit.first - last.last <= _BESIDE:
            bundles[-1].insert(bundles[-1].index(last.link) + 1, credit.link)
        elif last and leads and _is_relayed(text, last, credit):
            bundles[-1].insert(bundles[-1].index(last.link), credit.link)
        else:
            bundles.append([credit.link])
    return bundles


def _is_relayed(text: Text, last: Credited, credit: Credited) -> bool:
    """Whether a credit says who passed on what the one before it reported ("laporan X yang dikutip Y")."""
    between = text.words[last.last : credit.first]
    close = len(between) <= _BETWEEN and not any(word.is_mark for word in between)
    return last.of == credit.of == "media" and credit.first >= last.last and close


def _own_report(text: Text, draft: Draft, speaker: Speaker | None, own: Collection[str]) -> list[Link]:
    """The hop of a news agency that says what happened ("Xinhua said …"), and nothing of itself."""
    if draft.form != "indirect" or not speaker or not speaker.span or speaker.how != "named":
        return []
    known, at = agency_of(speaker.name), text.index_at(draft.start)
    itself = text.lexicon.pronouns.at(text.words, at, len(text.words)) or text.words[at].text in speaker.name.split()
    printed = range(text.index_at(speaker.span.start), text.index_at(speaker.span.end))
    person = not text.in_person.isdisjoint(printed)
    if not known or itself or person or is_own(known.name, own):
        return []
    return [Link(known.name, "reported", speaker.span)]


def _carry(text: Text, resolved: Sequence[tuple[Draft, Speaker | None]], chains: list[list[Link]]) -> None:
    """Lets a media credit on a statement reach the same speaker's statements around it.

    Those that follow it at once, and those reported indirectly just before it in the paragraph.
    """
    for at in range(1, len(chains)):
        back = _last_named(resolved, at)
        (draft, speaker), (before, last) = resolved[at], resolved[back]
        credited = [link for link in chains[back] if link.adds_origin and link.how in ("quoted", "reported")]
        if any(link.adds_origin for link in chains[at]) or not credited or not speaker or not last:
            continue
        if _same(speaker, last) and _follows(text, before, draft):
            chains[at] = credited + chains[at]
    for at in range(len(chains) - 2, -1, -1):
        (draft, speaker), (after, later) = resolved[at], resolved[at + 1]
        if draft.form != "indirect" or chains[at] or not speaker or not later or not _same(speaker, later):
            continue
        if text.sentences[draft.sentence].paragraph == text.sentences[after.sentence].paragraph:
            chains[at] = [link for link in chains[at + 1] if link.adds_origin and link.how in ("quoted", "reported")]


def _last_named(resolved: Sequence[tuple[Draft, Speaker | None]], at: int) -> int:
    """The statement before `at`, groups and unnamed voices skipped: they do not end what a named speaker says."""
    back = at - 1
    while back > 0 and (speaker := resolved[back][1]) and speaker.how in ("collective", "anonymous"):
        back -= 1
    return back


def _same(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are one: the same entity, or all words of one name in the other."""
    if one.entity and one.entity == other.entity:
        return True
    words, others = set(one.name.split()), set(other.name.split())
    return words <= others or others <= words


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


def _whole_text(text: Text, credits: Sequence[Credited], spoken: Collection[int]) -> list[Link]:
    """Hops of the whole article: its credit lines, an agency in the dateline, a last sentence that credits one."""
    article, view = text.view.article, text.view
    own = own_names(text)
    links = [
        Link(known.name if (known := media_named(c.who)) else c.who, "reported", c.span, not is_own(c.who, own))
        for c in article.credits
        if c.of == "text"
    ]
    first = next((p.start for p in view.paragraphs if p.kind in SPOKEN_KINDS), 0)
    dateline = _DATELINE.match(view.shadow, first)
    if dateline and (known := media_named(dateline[1].strip())) and not is_own(known.name, own):
        links.append(Link(known.name, "reported", view.span(*dateline.span(1))))
    links += _foot(text, own)
    links += [c.link for c in credits if c.of == "media" and _is_whole(text, c, credits, spoken)]
    return list({link.who: link for link in links}.values())


def _foot(text: Text, own: Collection[str]) -> list[Link]:
    """Hops of the last lines that hold nothing but media: "(Reuters/AFP)", "Sumber: Antara", "— AP"."""
    view, links = text.view, []
    for paragraph in [p for p in view.paragraphs if p.kind in SPOKEN_KINDS][-_LAST_LINES:]:
        line = _foot_line(view.pack).fullmatch(view.shadow, paragraph.start, paragraph.end)
        names = [*re.finditer(r"[^/,;&]+", view.shadow[line.start(1) : line.end(1)])] if line else []
        known = [media_named(name[0].strip()) for name in names]
        if line and all(known):
            links += [
                Link(one.name, "reported", view.span(line.start(1) + name.start(), line.start(1) + name.end()))
                for one, name in zip(known, names, strict=True)
                if one and not is_own(one.name, own)
            ]
    return links


@cache
def _foot_line(pack: LanguagePack) -> re.Pattern[str]:
    """A line of names alone, behind the words that a language puts before credits at the foot of a text."""
    labels = "|".join(re.escape(form) for form in sorted(pack.forms("provenance", place="foot"), key=len, reverse=True))
    return re.compile(
        rf"[\s(\[—–-]{{0,9}}(?:(?:{labels})\s*:?\s*)?([^\n()\[\]:]{{2,{_LONGEST_FOOT}}})[\s)\].]{{0,9}}", re.IGNORECASE
    )


def _is_whole(text: Text, credit: Credited, credits: Sequence[Credited], spoken: Collection[int]) -> bool:
    """Whether a credit is for the whole text: a sentence of its own near the end, or one that opens the text."""
    sentence = text.sentences[credit.sentence]
    late = credit.sentence >= _LATE * (len(text.sentences) - 1) and credit.sentence not in spoken
    if late and sentence.last - sentence.first - (credit.last - credit.first) <= _BARE:
        return True
    alone = len({c.link.who for c in credits if c.of == "media" and c.link.adds_origin}) == 1
    active = credit.leads and credit.link.how == "quoted" and credit.sentence <= 1
    return active and alone

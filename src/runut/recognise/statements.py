"""Reported speech in an article: what was said, by whom, with which word, on which occasion, through whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from runut.recognise.agents import Agent, agent_after, agent_before
from runut.recognise.attribution import chains_of
from runut.recognise.circumstances import circumstances_of, colour_of
from runut.recognise.clauses import Text, prepare
from runut.recognise.credits import credited_drafts, find_credits
from runut.recognise.cues import load_lexicon
from runut.recognise.direct import Draft, direct_drafts
from runut.recognise.indirect import indirect_drafts
from runut.recognise.nested import nested_drafts
from runut.recognise.parsed import parse_sentences
from runut.recognise.parsed_clauses import read_sentence
from runut.recognise.pointing import Pointing, find_pointings, pointed_drafts, told_of
from runut.recognise.speakers import Resolver
from runut.recognise.view import View
from runut.records.ids import make_id
from runut.records.marks import Entity, TimeExpression
from runut.records.statements import Cue, Link, Said, Speaker, Statement
from runut.text.quotes import Quote


def find_statements(
    view: View, entities: tuple[Entity, ...] = (), times: tuple[TimeExpression, ...] = (), surface: bool = False
) -> tuple[Statement, ...]:
    """The statements of a view, in text order: direct, indirect and mixed, each with its speaker and chain.

    Where a parser of the language is installed, indirect speech is read from trees, unless `surface` asks for the order
    of words alone.
    """
    text = prepare(view, load_lexicon(view.pack), times, entities)
    directs = [direct_drafts(text, number) for number in range(len(text.sentences))]
    trees = {} if surface else parse_sentences(text, directs)
    drafts: list[Draft] = []
    for number, direct in enumerate(directs):
        indirect = indirect_drafts(text, number, direct)
        drafts += read_sentence(text, number, trees[number], direct, indirect) if number in trees else direct + indirect
        drafts += nested_drafts(text, number)
    credits = find_credits(text, entities)
    pointings = find_pointings(text)
    told = told_of(text, pointings)
    drafts = _without_pointing(_joined(text, drafts), pointings)
    drafts = pointed_drafts(text, told, drafts)
    drafts = _in_order(drafts + credited_drafts(text, credits, {draft.sentence for draft in drafts}))
    resolver = Resolver(text, entities)
    resolved = _resolved(text, resolver, drafts, list(pointings.values()))
    chains = chains_of(text, [(draft, speaker) for draft, speaker, _ in resolved], credits)
    found: dict[tuple[int, int], Statement] = {}
    for (draft, speaker, candidates), chain in zip(resolved, chains, strict=True):
        key = (draft.start, draft.end)
        if key not in found:
            behind = told.get(draft.sentence)
            behind = behind if behind and resolver.tells_of(behind, speaker) else None
            found[key] = _statement(text, draft, speaker, candidates, times, chain, behind)
    return tuple(_dated(list(found.values())))


def _dated(statements: list[Statement]) -> list[Statement]:
    """Gives a speaker's statements without a time the one day on which the article has that speaker speak.

    Wider times ("earlier this month") date the words that they stand with and no others; where one tells of another
    day, nothing is given.
    """
    spoken: dict[str, list[Said]] = {}
    for statement in statements:
        if statement.speaker and statement.said:
            spoken.setdefault(statement.speaker.name, []).append(statement.said)
    day = {name: _only_day(said) for name, said in spoken.items()}
    return [
        replace(statement, said=day[statement.speaker.name])
        if statement.speaker and not statement.said and day.get(statement.speaker.name)
        else statement
        for statement in statements
    ]


def _only_day(times: Sequence[Said]) -> Said | None:
    """The first of these times that is one day, where no other excludes that day."""
    single = [said for said in times if said.first[:10] == said.last[:10]]
    if not single:
        return None
    day = single[0].first[:10]
    return single[0] if all(said.first[:10] <= day <= said.last[:10] for said in times) else None


def _resolved(
    text: Text, resolver: Resolver, drafts: Sequence[Draft], pointings: list[Pointing]
) -> list[tuple[Draft, Speaker | None, tuple[str, ...]]]:
    """Drafts with their speakers; who speaks without being reported is noticed on the way."""
    used = {draft.cue for draft in drafts}
    spoken = _united(sorted((draft.start, draft.end) for draft in drafts))
    unused = [hit for hit in text.cues if (hit.start, hit.end) not in used]
    silent = [hit for hit in unused if not _is_spoken(hit.start, spoken)]
    resolved = []
    sentences = {text.words[s.first].start: number for number, s in enumerate(text.sentences) if s.first < s.last}
    starts = sorted(sentences)
    for draft in drafts:
        while silent and silent[0].start < (draft.cue[0] if draft.cue else draft.start):
            hit = silent.pop(0)
            number = sentences[starts[bisect_right(starts, hit.start) - 1]]
            sentence = text.sentences[number]
            if hit.reading("subject", "both"):
                resolver.notice(agent_before(text, hit.index, sentence.first), number)
            elif hit.reading("inverted") and text.is_cut(sentence) and hit.index == sentence.first + 1:
                resolver.notice(agent_after(text, hit.index + hit.size, sentence.last) or Agent("none"), number)
        while pointings and pointings[0].cue.start < (draft.cue[0] if draft.cue else draft.start):
            resolver.point(pointings.pop(0))
        resolved.append((draft, *resolver.resolve(draft)))
    for pointing in pointings:
        resolver.point(pointing)
    return resolved


def _without_pointing(drafts: list[Draft], pointings: Mapping[int, Pointing]) -> list[Draft]:
    """Drafts without those of sentences that only point back ("Siti menyampaikan hal itu di Ambon.")."""
    cues = {(one.cue.start, one.cue.end) for one in pointings.values()}
    return [draft for draft in drafts if draft.cue not in cues]


def _united(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _is_spoken(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans, in order and apart, holds the character at `at`."""
    before = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return before >= 0 and at < spans[before][1]


def _joined(text: Text, drafts: list[Draft]) -> list[Draft]:
    """Gives a quotation that its paragraph does not close the speaker of the one that opens the next paragraph."""
    joined = list(drafts)
    for at in range(len(drafts) - 2, -1, -1):
        draft, after = joined[at], joined[at + 1]
        if draft.rule != "quote-alone" or text.quotes[draft.quote].closed or after.quote < 0:
            continue
        if text.sentences[after.sentence].paragraph == text.sentences[draft.sentence].paragraph + 1:
            joined[at] = replace(draft, agent=after.agent)
    return joined


def _with_whole_entities(text: Text, start: int, end: int) -> tuple[int, int]:
    """Offsets moved out of left-over HTML entities: a mark's shadow is one character, the entity has several."""
    printed = text.view.article.text
    if printed[start] == ";" and text.view.shadow[start] != ";":
        start = max(printed.rfind("&", max(0, start - 8), start), 0)
    if printed[end - 1] == "&" and text.view.shadow[end - 1] != "&":
        close = printed.find(";", end, end + 8)
        end = close + 1 if close >= 0 else end
    return start, end


def _in_order(drafts: list[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: (draft.sentence, draft.start, draft.end))


def _statement(
    text: Text,
    draft: Draft,
    speaker: Speaker | None,
    candidates: tuple[str, ...],
    times: Sequence[TimeExpression],
    chain: tuple[Link, ...],
    behind: Pointing | None,
) -> Statement:
    view = text.view
    cue = None
    if draft.report and draft.cue:
        cue = Cue(view.span(*draft.cue), draft.report.lemma, draft.report.polarity)
    quotes = tuple(
        view.span(q.start, q.end)
        for q in _quotes_between(text, draft.start, draft.end)
        if q.whole and q.end <= draft.end
    )
    if draft.form == "direct":
        quotes = (view.span(draft.start, draft.end),)
    start, end = _with_whole_entities(text, draft.start, draft.end)
    around = circumstances_of(text, draft, times, behind.adjunct if behind else None)
    negated, modality = colour_of(text, draft)
    return Statement(
        id=make_id("st", view.article.id, start, end),
        content=view.span(start, end),
        form=draft.form,
        cue=cue,
        speaker=speaker,
        candidates=candidates,
        said=around.said,
        place=around.place,
        addressee=around.addressee,
        occasion=around.occasion,
        negated=negated,
        modality=modality,
        chain=chain,
        quotes=quotes,
        rule=draft.rule,
    )


def _quotes_between(text: Text, start: int, end: int) -> Sequence[Quote]:
    """The quotations that begin at or after `start` and before `end`."""
    first = bisect_left(text.quotes, start, key=lambda quote: quote.outer_start)
    return text.quotes[first : bisect_left(text.quotes, end, first, key=lambda quote: quote.outer_start)]

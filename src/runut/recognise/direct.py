"""Quotations and who is made to say them: cue after, cue before, or none because the speaker goes on."""

from bisect import bisect_left
from dataclasses import dataclass

from runut.recognise.agents import Agent, agent_after, agent_before
from runut.recognise.clauses import Sentence, Text, kinds_at
from runut.recognise.cues import CueHit, Report, misspelt_cue
from runut.recognise.phrases import adjuncts_end, opens_adjunct
from runut.records.statements import Form

_END_MARKS = ".,;:…"
_MANNER = 3
"""Words that may stand between a cue and the colon before a quotation ("menjawab singkat:")."""
_LONG_ENOUGH = 4
"""Words that a quotation without a cue must have to be speech that goes on; shorter ones that do not end like a
sentence are scare quotes."""
_ARTICLES = frozenset(("definite", "indefinite"))
"""Kinds of words that stand before a noun."""
_LONGEST_SUBJECT = 12
"""Words between a quotation and the cue after it that its speaker may have: a name with its role."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its speaker is known by name.

    Offsets are those of the text; `adjunct` is a range of words after the speaker.
    """

    start: int
    end: int
    form: Form
    sentence: int
    rule: str
    report: Report | None = None
    cue: tuple[int, int] | None = None
    agent: Agent | None = None
    adjunct: tuple[int, int] = (0, 0)
    quote: int = -1


def direct_drafts(text: Text, number: int) -> list[Draft]:
    """Drafts of the direct quotations that begin in sentence `number`, in order."""
    sentence = text.sentences[number]
    drafts: list[Draft] = []
    for q in _quotes_of(text, sentence):
        draft = _after_quote(text, number, q) or _before_quote(text, number, q, drafts)
        draft = draft or _goes_on(text, number, q, drafts)
        if draft:
            drafts.append(draft)
    return drafts


def _quotes_of(text: Text, sentence: Sentence) -> list[int]:
    """The quotations that begin in a sentence; one without an opening mark, at a line's head, where it closes."""
    found = [q for q in text.quotes_of(sentence) if text.quotes[q].opened or text.quotes[q].end <= sentence.end]
    before = bisect_left(text.quotes, sentence.start, key=lambda quote: quote.outer_start) - 1
    quote = text.quotes[before] if before >= 0 else None
    opens = quote is not None and not text.view.shadow[max(0, quote.start - 1) : quote.start].strip("\n")
    goes_on = quote and opens and not quote.opened and quote.closed and sentence.start <= quote.end <= sentence.end
    earlier = [before] if goes_on else []
    return earlier + found


def trim(shadow: str, start: int, end: int) -> tuple[int, int]:
    """`start:end` without space and marks that close a clause; a question or exclamation mark stays."""
    while start < end and (shadow[start].isspace() or shadow[start] in ",;:.-–—"):
        start += 1
    while start < end and (shadow[end - 1].isspace() or shadow[end - 1] in _END_MARKS):
        end -= 1
    return start, end


def _draft(
    text: Text,
    number: int,
    q: int,
    rule: str,
    agent: Agent,
    adjunct: tuple[int, int],
    report: Report | None = None,
    cue: CueHit | None = None,
) -> Draft | None:
    quote = text.quotes[q]
    begin = quote.start if quote.opened else _opens_at(text, number, quote.start)
    start, end = trim(text.view.shadow, begin, quote.end)
    if start >= end:
        return None
    place = (cue.start, cue.end) if cue else None
    return Draft(start, end, "direct", number, rule, report, place, agent, adjunct, q)


def _opens_at(text: Text, number: int, start: int) -> int:
    """Where a quotation without an opening mark begins, from `start`: behind the last sentence in which one speaks."""
    first = number
    while first and text.sentences[first - 1].start >= start and not _speaks(text, text.sentences[first - 1]):
        first -= 1
    return max(start, text.sentences[first].start)


def _speaks(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence has a cue, or begins with whom it goes by ("menurut X")."""
    noun = text.lexicon.nouns.at(text.words, sentence.first, sentence.last)
    return bool(text.cues_of(sentence)) or bool(noun and noun[0][0][0].startswith("according"))


def _after_quote(text: Text, number: int, q: int) -> Draft | None:
    """`"S," kata X …`, `"S," katanya`, `"S," X mengatakan`."""
    quote, sentence = text.quotes[q], text.sentences[number]
    at = text.index_at(quote.outer_end)
    while at < sentence.last and text.words[at].text in ",.":
        at += 1
    if at >= sentence.last:
        return None
    if "as-cue" in kinds_at(text, at, sentence.last):
        at += 1
    hit = next((c for c in text.cues_of(sentence) if c.index >= at and not _is_noun(text, c, at)), None)
    if draft := _behind_name(text, number, q, at):
        return draft
    if (not hit or hit.index > at) and text.words[at - 1].is_mark and _closes_with_comma(text, q):
        hit = misspelt_cue(text.words[at], at, text.lexicon) or hit
    if not hit:
        return None
    if _is_scare(text, sentence, q):
        return None
    if hit.index == at:
        return _with_cue_first(text, number, q, hit)
    if hit.index - at > _LONGEST_SUBJECT or not _closes_with_comma(text, q):
        return None
    report = hit.reading("joined")
    if report and "as-cue" in kinds_at(text, hit.index - 1, hit.index):
        return _draft(text, number, q, "quote-as-cue", Agent("same", (), hit.index), (0, 0), report, hit)
    report = hit.reading("subject", "both")
    if report:
        agent = agent_before(text, hit.index, at)
        if agent.kind not in ("none", "same", "relative") and agent.rest == at and not _is_article(text, agent):
            after = hit.index + hit.size
            adjunct = (after, adjuncts_end(text, after, sentence.last))
            return _draft(text, number, q, "quote-subject-cue", agent, adjunct, report, hit)
    return None


def _behind_name(text: Text, number: int, q: int, at: int) -> Draft | None:
    """`"S," X usai rapat.`: a person right behind a quotation, whose verb the page lost; no cue may follow."""
    sentence = text.sentences[number]
    if at not in text.name_starts or at not in text.in_person or not _closes_with_comma(text, q):
        return None
    if any(c.index >= at and c.reading("subject", "both", "inverted", "joined") for c in text.cues_of(sentence)):
        return None
    agent = agent_after(text, at, sentence.last)
    if agent is None or agent.kind != "noun" or not opens_adjunct(text, agent.rest, sentence.last):
        return None
    adjunct = (agent.rest, adjuncts_end(text, agent.rest, sentence.last))
    return _draft(text, number, q, "quote-name", agent, adjunct)


def _is_noun(text: Text, hit: CueHit, at: int) -> bool:
    """Whether a cue is the noun behind an article at word `at` ("the report said")."""
    return hit.index == at + 1 and text.lexicon.pronoun_kinds.get(text.words[at].low) in _ARTICLES


def _is_article(text: Text, agent: Agent) -> bool:
    """Whether an agent is no more than an article, as before a noun that looks like a cue ("a reference")."""
    first, last = agent.pieces[0][0], agent.pieces[-1][1]
    return last - first == 1 and text.lexicon.pronoun_kinds.get(text.words[first].low) in _ARTICLES


def _is_scare(text: Text, sentence: Sentence, q: int) -> bool:
    """Whether a quotation is a few words inside a clause ("on “This Week,” Siti said …"), and no speech of its own."""
    quote = text.quotes[q]
    first = text.index_at(quote.outer_start)
    inside = text.view.shadow[quote.start : quote.end]
    part = len(inside.split()) < _LONG_ENOUGH or inside[:1].islower()
    return part and first > sentence.first and not text.words[first - 1].is_mark


def _with_cue_first(text: Text, number: int, q: int, hit: CueHit) -> Draft | None:
    end, after = text.sentences[number].last, hit.index + hit.size
    if after < end and "purpose" in kinds_at(text, after, end):
        return None
    report = hit.reading("enclitic")
    if report:
        agent: Agent | None = Agent("enclitic", (), after)
        named = (
            agent_after(text, after, end)
            if after < end and text.words[after].is_name and not text.time_at(after)
            else None
        )
        agent = named or agent
    else:
        report = hit.reading("inverted", "both", "passive")
        if report and report.order == "passive" and _credits_media(text, hit, end):
            return None
        agent = agent_after(text, after, end) if report else None
    if not report or not agent:
        return None
    adjunct = (agent.rest, adjuncts_end(text, agent.rest, end))
    return _draft(text, number, q, "quote-cue", report=report, cue=hit, agent=agent, adjunct=adjunct)


def _before_quote(text: Text, number: int, q: int, drafts: list[Draft]) -> Draft | None:
    """`X mengatakan, "S"`, `X menambahkan: "S"`, `Kata X, "S"`: a quotation at once after its cue."""
    quote, sentence = text.quotes[q], text.sentences[number]
    at = text.index_at(quote.outer_start)
    if not quote.whole or at <= sentence.first:
        return None
    left = max((text.index_at(d.end) for d in drafts), default=sentence.first)
    mark = text.words[at - 1].text
    before = [c for c in text.cues_of(sentence) if left <= c.index < at]
    if not before or (mark not in ",:" and before[-1].index + before[-1].size != at):
        return None
    if not _is_whole_speech(text, q, sentence, mark):
        return None
    hit = before[-1]
    report = hit.reading("subject", "both", "joined")
    if report and report.frame != "none":
        gap = hit.index + hit.size
        if _bridges(text, gap, at) or _asks_somebody(text, hit, left, at):
            agent = agent_before(text, hit.index, left)
            after = text.index_at(quote.outer_end)
            adjunct = (after, adjuncts_end(text, after, sentence.last))
            return _draft(text, number, q, "cue-quote", report=report, cue=hit, agent=agent, adjunct=adjunct)
    report = hit.reading("inverted", "both")
    if report:
        agent_found = agent_after(text, hit.index + hit.size, at)
        if agent_found and _bridges(text, agent_found.rest, at):
            return _draft(text, number, q, "cue-speaker-quote", agent_found, (agent_found.rest, at), report, hit)
    return None


def _asks_somebody(text: Text, hit: CueHit, left: int, at: int) -> bool:
    """Whether a verb that may stand before or behind its speaker has a subject and one asked ("Siti asked Hasan")."""
    if not hit.reading("both"):
        return False
    asked = agent_after(text, hit.index + hit.size, at)
    subject = agent_before(text, hit.index, left)
    return asked is not None and subject.kind in ("noun", "third", "plural") and _bridges(text, asked.rest, at)


def _is_whole_speech(text: Text, q: int, sentence: Sentence, mark: str) -> bool:
    """Whether a quotation after a cue is a speech of its own and no words quoted inside a reported clause."""
    quote = text.quotes[q]
    inside = text.view.shadow[quote.start : quote.end].strip()
    ends = text.index_at(quote.outer_end)
    closes = ends >= sentence.last or text.words[ends].is_mark or inside[-1:] in ".!?,"
    size = len(inside.split())
    begins = inside[:1].isupper() or inside[:1] in "(['‘" or (mark == "," and size >= _LONG_ENOUGH)
    return closes and (mark == ":" or (begins and size >= 2))


def _bridges(text: Text, index: int, at: int) -> bool:
    """Whether only marks and adjuncts stand between words `index` and `at`."""
    if at - index > 24:
        return False
    manner = text.words[index : at - 1]
    if text.words[at - 1].text == ":" and at - index <= _MANNER:
        return True
    if text.words[at - 1].text == "," and len(manner) == 1 and manner[0].text.islower():
        return True
    while index < at and (text.words[index].is_mark or "that" in kinds_at(text, index, at)):
        index += 1
    reached = adjuncts_end(text, index, at) if index < at else at
    while reached < at and text.words[reached].is_mark:
        reached += 1
    return reached >= at


def _goes_on(text: Text, number: int, q: int, drafts: list[Draft]) -> Draft | None:
    """A quotation without a cue that stands alone, or after the cue of the one before: the speaker goes on."""
    quote, sentence = text.quotes[q], text.sentences[number]
    inside = text.view.shadow[quote.start : quote.end].split()
    if not quote.opened or not inside or (len(inside) < _LONG_ENOUGH and inside[-1][-1] not in ".!?…"):
        return None
    first = text.index_at(quote.outer_start)
    after = text.index_at(quote.outer_end)
    reached = adjuncts_end(text, after, sentence.last) if after < sentence.last else after
    alone = all(word.is_mark for word in text.words[reached : sentence.last])
    if first == sentence.first and alone and not _in_a_list(text, number, q):
        return _draft(text, number, q, "quote-alone", agent=Agent("same"), adjunct=(after, reached))
    last = drafts[-1] if drafts and not _is_scare(text, sentence, q) else None
    if last and last.adjunct[1] and alone and first - max(last.adjunct[1], last.agent.rest if last.agent else 0) <= 2:
        return _draft(text, number, q, "quote-resumed", agent=Agent("same"), adjunct=(0, 0))
    return None


def _in_a_list(text: Text, number: int, q: int) -> bool:
    """Whether paragraphs of nothing but closed quotations lead up to this one from a sentence that nobody speaks in.

    Such voices, one below the other, are anybody's: comments under a post.
    """
    at = number
    while at > 0 and q > 0 and _is_all_of(text, at - 1, q - 1):
        if text.sentences[at - 1].paragraph == text.sentences[at].paragraph:
            break
        at, q = at - 1, q - 1
    return at < number and (at == 0 or not text.cues_of(text.sentences[at - 1]))


def _is_all_of(text: Text, number: int, q: int) -> bool:
    """Whether a closed quotation is all that a sentence holds."""
    sentence, quote = text.sentences[number], text.quotes[q]
    return quote.whole and quote.outer_start <= sentence.start and quote.outer_end >= sentence.end - 1


def _credits_media(text: Text, hit: CueHit, end: int) -> bool:
    """Whether a cue is a word of provenance before a name ("demikian dilaporkan NDTV"), which is no speaker then."""
    credit = text.lexicon.credits.at(text.words, hit.index, end)
    after = hit.index + credit[1] if credit else end
    return bool(credit and after < end and text.words[after].is_name and any(c.of == "media" for c in credit[0]))


def _closes_with_comma(text: Text, q: int) -> bool:
    quote = text.quotes[q]
    around = text.view.shadow[quote.end - 2 : quote.outer_end + 1]
    return any(mark in around for mark in ",?!")

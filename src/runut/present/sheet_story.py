"""The sheet of a story, section by section; claims and ways have modules of their own."""

from collections import Counter
from collections.abc import Iterator

from runut.present.lines import make_line, whole_text
from runut.present.sheet import CommitmentRow, ConflictBlock, PageRow, Sheet, SideBlock, TimeRow
from runut.present.sheet_claims import speaker_blocks, status_key
from runut.present.sheet_ways import chains, edges
from runut.present.telling import Telling
from runut.present.wording import between, day, fill
from runut.records.article import Article, Published
from runut.records.claims import CommonCommitment, CommonEvent, Conflict
from runut.records.dossier import Line
from runut.records.events import Clause
from runut.records.spans import Span
from runut.records.statements import Statement

MOST_EVENTS = 10
"""Events told in the first section; the rest stand in the timeline."""
LONGEST = 220
"""Characters of a sentence shown in a list; two lines of a wide screen."""
SHORT = 90
"""Characters of a sentence that another one quotes."""
ABOUT_WORDS = ("gap-event-date", "gap-when-said")
"""Gaps that are about some words, which are shown with them."""
HAPPENED = ("actual", "historical")
STATUSES = ("status-corroborated", "status-contested", "status-copied", "status-unsure", "status-single-origin")
"""Labels of statuses in the order in which they are counted."""


def make_sheet(told: Telling, title: str) -> Sheet:
    """Everything the dossier shows of this story, in the interface's language."""
    speakers = speaker_blocks(told)
    conflicts = tuple(
        _conflict(told, one, tier, number)
        for tier in "ABC"
        for number, one in enumerate((c for c in told.comparison.conflicts if c.tier == tier), 1)
    )
    return Sheet(
        title=title,
        when=_when(told),
        summary=tuple(_summary(told)),
        nothing=_nothing(told),
        pages=tuple(_page(told, article) for article in told.articles),
        happened=tuple(_happened(told)),
        agreements=tuple(_agreements(told)),
        speakers=speakers,
        conflicts=conflicts,
        commitments=tuple(_commitment(told, one) for one in told.comparison.commitments),
        timeline=tuple(_timeline(told)),
        accusations=tuple(_accusations(told)),
        edges=tuple(edges(told)),
        chains=tuple(chains(told)),
        gaps=tuple(_gaps(told)),
    )


def _when(told: Telling) -> str:
    if told.story.first is None:
        return told.label("date-unknown")
    return between(told.story.first, told.story.last or told.story.first, told.interface)


def _nothing(told: Telling) -> str:
    measured = any(told.is_recognised(article.id) for article in told.articles)
    return told.label("none-found" if measured else "not-measured")


def _summary(told: Telling) -> Iterator[str]:
    """Counts in one line each: pages and outlets, origins by name, claims by status, conflicts by tier."""
    outlets = told.outlets([article.id for article in told.articles])
    yield fill(told.label("count-pages"), (str(len(told.articles)), str(len(outlets))), told.interface)
    agencies = Counter(link.who for statement in told.statement.values() for link in told.chain(statement))
    names = [name for name, _ in sorted(agencies.items(), key=lambda item: (-item[1], item[0]))]
    unread = [a for a in told.articles if not told.is_recognised(a.id)]
    if unread:
        yield fill(told.label("count-unrecognised"), (str(len(unread)),), told.interface)
    if len(unread) == len(told.articles):
        return
    uncredited = sum(1 for a in told.articles if a not in unread and not _credits_anybody(told, a.id))
    parts = [*names[:8]]
    if uncredited:
        parts.append(fill(told.label("count-uncredited"), (str(uncredited),), told.interface))
    yield f"{told.label('origins')}: {', '.join(parts)}"
    statuses = Counter(status_key(claim) for claim in told.comparison.claims)
    shown = [f"{statuses[key]} {told.label(key)}" for key in STATUSES if statuses[key]]
    yield f"{told.label('claims')}: {' · '.join(shown) or '0'}"
    tiers = Counter(conflict.tier for conflict in told.comparison.conflicts)
    shown = [f"{tiers[tier]} {told.label(f'tier-{tier}')}" for tier in ("A", "B", "C") if tiers[tier]]
    yield f"{told.label('conflicts')}: {' · '.join(shown) or _nothing(told)}"


def _credits_anybody(told: Telling, article: str) -> bool:
    return any(told.chain(statement) for statement in told.found[article].statements)


def _page(told: Telling, article: Article) -> PageRow:
    found = told.found[article.id]
    published = article.published or found.anchor
    date, how = _dated(told, published)
    credits = tuple(
        dict.fromkeys(credit.who for credit in article.credits if credit.of == "text" and credit.who != article.outlet)
    ) or tuple(dict.fromkeys(link.who for statement in found.statements for link in told.chain(statement)))
    title = article.title or told.label("untitled")
    text = f"{told.outlet(article.id)}: {title} ({date}{', ' + how if how else ''})"
    return PageRow(
        line=make_line(told, "pages", text, (whole_text(told, article.id),), (article.id,)),
        article=article.id,
        outlet=told.outlet(article.id),
        title=title,
        date=date,
        how=how,
        credits=credits,
        bylines=article.bylines,
        removed=len(article.removed),
    )


def _dated(told: Telling, published: Published | None) -> tuple[str, str]:
    if published is None:
        return told.label("date-unknown"), ""
    if published.how == "inferred" and published.last and published.last != published.value:
        shown = between(published.value, published.last, told.interface)
    else:
        shown = day(published.value, told.interface)
    return shown, told.label(f"how-{published.how}")


def _happened(told: Telling) -> Iterator[Line]:
    """Events in the outlets' own voice, those that most pages report first, a sentence once; in the order of time."""
    events = [
        common
        for common in told.comparison.events
        if common.members[0].factuality in HAPPENED and not _inside_statement(told, common)
    ]
    events = list({common.members[0].sentence: common for common in reversed(events)}.values())[::-1]
    several = [common for common in events if len({e.trigger.article for e in common.members}) > 1]
    chosen = sorted(several or events, key=lambda common: -len({e.trigger.article for e in common.members}))
    for common in sorted(chosen[:MOST_EVENTS], key=_event_order):
        first = common.members[0]
        when = between(first.first, first.last or first.first, told.interface) if first.first else ""
        where = first.where or ""
        head = ", ".join(part for part in (when, where) if part)
        outlets = told.outlets([event.trigger.article for event in common.members])
        text = f"{head + ': ' if head else ''}{shorten(told.text(first.sentence))} ({', '.join(outlets)})"
        spans = [event.sentence for event in common.members]
        yield make_line(told, "happened", text, spans, tuple(event.id for event in common.members))


def _event_order(common: CommonEvent) -> tuple[bool, str, str, int]:
    first = common.members[0]
    return first.first is None, first.first or "", first.trigger.article, first.trigger.start


def _inside_statement(told: Telling, common: CommonEvent) -> bool:
    trigger = common.members[0].trigger
    return any(
        statement.content.start <= trigger.start < statement.content.end
        for statement in told.found[trigger.article].statements
    )


def _agreements(told: Telling) -> Iterator[Line]:
    for agreement in told.comparison.agreements:
        spans = [span for side in agreement.sides for span in side.spans]
        values = []
        for side in agreement.sides:
            outlets = ", ".join(told.outlets([span.article for span in side.spans]))
            values.append(f"{side.value} ({outlets})")
        yield make_line(told, "happened", f"{' = '.join(values)}: {told.say(agreement.says)}", spans)


def _conflict(told: Telling, conflict: Conflict, tier: str, number: int) -> ConflictBlock:
    sides = tuple(
        SideBlock(
            value=side.value,
            outlets=tuple(told.outlets([span.article for span in side.spans])),
            spans=side.spans,
            likely=conflict.likely == at,
        )
        for at, side in enumerate(conflict.sides)
    )
    says = told.say(conflict.says)
    if conflict.copy_error:
        says = f"{says} {told.label('copy-error')}"
    spans = [span for side in conflict.sides for span in side.spans]
    return ConflictBlock(
        line=make_line(told, "differs", f"{tier}{number} {says}", spans, (conflict.id,)),
        conflict=conflict,
        name=f"{tier}{number}",
        says=says,
        kind=told.label(f"kind-{conflict.kind}"),
        sides=sides,
        because=" ".join(told.say(reason) for reason in conflict.because),
    )


def _commitment(told: Telling, common: CommonCommitment) -> CommitmentRow:
    first = common.members[0]
    condition, consequence = _clause(told, first.condition), _clause(told, first.consequence)
    who = _parties(told, first.obligors) or common.speaker or told.label("speaker-unknown")
    toward = _parties(told, first.toward)
    kind, strength = told.label(f"commitment-{first.kind}"), told.label(f"strength-{first.strength}")
    outlets = tuple(told.outlets([one.sentence.article for one in common.members]))
    head = f"{kind}: {who}{' → ' + toward if toward else ''}"
    tail = f"{told.label('if')} {condition} → {consequence}" if condition else consequence
    return CommitmentRow(
        line=make_line(
            told,
            "commitments",
            f"{head}: {tail} ({', '.join(outlets)})",
            [one.sentence for one in common.members],
            tuple(one.id for one in common.members),
        ),
        who=who,
        toward=toward,
        condition=condition,
        consequence=consequence,
        kind=kind,
        strength=strength,
        speaker=common.speaker or "",
        outlets=outlets,
    )


def _clause(told: Telling, clause: Clause | None) -> str:
    return told.text(clause.span) if clause else ""


def _parties(told: Telling, codes: tuple[str, ...]) -> str:
    return ", ".join(party_name(told, code) for code in codes)


def party_name(told: Telling, code: str) -> str:
    """The story's own name for a country's code; the code or printed name otherwise."""
    for entity in told.comparison.entities:
        if entity.kind == "place" and entity.country == code:
            return entity.name
    return code


def _timeline(told: Telling) -> Iterator[TimeRow]:
    for row in told.comparison.timeline:
        outlets = tuple(told.outlets([span.article for span in row.basis]))
        when = between(row.first, row.last, told.interface)
        what = shorten(row.what)
        text = f"{when}: {what} ({', '.join(outlets)})"
        yield TimeRow(make_line(told, "timeline", text, row.basis), when, row.kind, what, outlets)


def _accusations(told: Telling) -> Iterator[Line]:
    """Statements that accuse or deny, one line for each claim and each that speaks so in it."""
    for claim in told.comparison.claims:
        by_voice: dict[tuple[str, str], list[Statement]] = {}
        for statement in (told.statement[id] for id in claim.statements):
            if statement.cue and statement.cue.polarity in ("accuse", "deny"):
                by_voice.setdefault((told.speaker(statement), statement.cue.polarity), []).append(statement)
        for (speaker, polarity), members in sorted(by_voice.items()):
            outlets = ", ".join(told.outlets([s.content.article for s in members]))
            says = f"{speaker or told.label('speaker-unknown')} {told.label(f'polarity-{polarity}')}"
            text = f"{says}: {shorten(told.text(members[0].content))} ({outlets})"
            yield make_line(told, "accusations", text, [s.content for s in members], (claim.id,))


def _gaps(told: Telling) -> Iterator[Line]:
    """What nobody says, each sentence once; what is about some words shows the first of them."""
    everything = tuple(whole_text(told, article.id) for article in told.articles)
    spans: dict[str, list[Span]] = {}
    for gap in told.comparison.gaps:
        about = f" “{shorten(told.text(gap.spans[0]), SHORT)}”" if gap.rule in ABOUT_WORDS and gap.spans else ""
        spans.setdefault(told.say(gap) + about, []).extend(gap.spans)
    for text, basis in spans.items():
        yield make_line(told, "gaps", text, basis or everything)


def shorten(text: str, longest: int = LONGEST) -> str:
    """At most `longest` characters, cut between words and marked."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0]} …"

"""What no article of the story says, by fixed rules."""

from collections import defaultdict
from collections.abc import Sequence

from runut.compare.material import Material
from runut.compare.reasons import reason
from runut.compare.ways import source_name
from runut.knowledge.outlets import outlet_name
from runut.records.claims import Claim, CommonEvent
from runut.records.events import Event
from runut.records.notes import Reason
from runut.records.spans import Span

MOST = 5
"""Undated claims and events together that are told; those that most outlets report come first."""


def find_gaps(material: Material, claims: Sequence[Claim], events: Sequence[CommonEvent]) -> tuple[Reason, ...]:
    """Gaps of the story, each with the spans at which the answer is missed.

    Only what several outlets report counts as undated: nobody dates everything that one page says.
    """
    return (
        *_speakers(material, claims),
        *_undated(material, claims, events),
        *_originals(material),
        *_publications(material),
        *_single(material, claims),
    )


def _undated(material: Material, claims: Sequence[Claim], events: Sequence[CommonEvent]) -> list[Reason]:
    """What several outlets report and none dates, most told first."""
    found = [*_when_said(material, claims), *_event_dates(material, events)]
    return sorted(found, key=lambda gap: (-_outlets(material, gap.spans), gap.rule, gap.spans[:1]))[:MOST]


def _outlets(material: Material, spans: Sequence[Span]) -> int:
    return len({outlet_name(material.article[span.article]) for span in spans})


def _when_said(material: Material, claims: Sequence[Claim]) -> list[Reason]:
    """One gap for each speaker whom nobody dates, at the words that most outlets report."""
    dated = {claim.speaker for claim in claims for id in claim.statements if material.statement[id].said}
    found: dict[str, Reason] = {}
    for claim in sorted(claims, key=lambda claim: (-claim.outlets, claim.gist)):
        if claim.outlets > 1 and claim.speaker and claim.speaker not in dated | found.keys():
            spans = [material.statement[id].content for id in claim.statements]
            found[claim.speaker] = reason("gap-when-said", (claim.speaker,), spans)
    return list(found.values())


def _event_dates(material: Material, events: Sequence[CommonEvent]) -> list[Reason]:
    """Events that several outlets tell in their own voice; one inside a speaker's words is the speaker's to date."""
    found = []
    for common in events:
        spans = [event.sentence for event in common.members]
        if common.members[0].factuality != "actual" or any(event.first for event in common.members):
            continue
        if _outlets(material, spans) > 1 and not all(_is_said(material, event) for event in common.members):
            found.append(reason("gap-event-date", (), spans))
    return found


def _is_said(material: Material, event: Event) -> bool:
    at = event.trigger
    statements = material.found[at.article].statements
    return any(s.content.start <= at.start < s.content.end for s in statements if s.content.article == at.article)


def _single(material: Material, claims: Sequence[Claim]) -> list[Reason]:
    """One note where nothing that several outlets report has more than one origin."""
    several = [claim for claim in claims if claim.outlets > 1]
    if not several or any(claim.origins.high > 1 for claim in several):
        return []
    names = [r.values[0] for claim in several for r in claim.origins.because if r.rule == "shared-agency"]
    if len(set(names)) != 1:
        return []
    return [reason("gap-single", (names[0],), [claim.gist for claim in several])]


def _speakers(material: Material, claims: Sequence[Claim]) -> list[Reason]:
    missing: dict[str, list[Span]] = defaultdict(list)
    for claim in claims:
        voices = [material.voices[id] for id in claim.statements]
        if all(voice.how == "anonymous" for voice in voices):
            missing[voices[0].name or ""].extend(material.statement[id].content for id in claim.statements)
    return [reason("gap-speaker", (name, str(len(spans))), spans) for name, spans in sorted(missing.items())]


def _originals(material: Material) -> list[Reason]:
    outlets = {outlet_name(article) for article in material.articles}
    credited: dict[str, list[Span]] = defaultdict(list)
    for statement in material.statements:
        for link in statement.chain:
            if link.adds_origin and link.span and link.how in ("quoted", "reported", "translated"):
                credited[source_name(link.who)].append(link.span)
    return [reason("gap-original", (name,), spans) for name, spans in sorted(credited.items()) if name not in outlets]


def _publications(material: Material) -> list[Reason]:
    return [
        reason("gap-published", (outlet_name(article),), (Span(article.id, 0, min(80, len(article.text))),))
        for article in material.articles
        if article.published is None and article.text
    ]

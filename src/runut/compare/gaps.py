"""What no article of the story says, by fixed rules."""

from collections import defaultdict
from collections.abc import Sequence

from runut.compare.material import Material
from runut.compare.reasons import reason
from runut.compare.ways import source_name
from runut.knowledge.outlets import outlet_name
from runut.records.claims import Claim, CommonEvent
from runut.records.notes import Reason
from runut.records.spans import Span

MOST = 5
"""Gaps of one kind that are told; the story's most reported claims and events come first."""


def find_gaps(material: Material, claims: Sequence[Claim], events: Sequence[CommonEvent]) -> tuple[Reason, ...]:
    """Gaps of the story, each with the spans at which the answer is missed.

    Only what several outlets report counts as missed: nobody dates everything that one page says.
    """
    return (
        *_speakers(material, claims),
        *_when_said(material, claims),
        *_event_dates(events),
        *_originals(material),
        *_publications(material),
        *_single(material, claims),
    )


def _when_said(material: Material, claims: Sequence[Claim]) -> list[Reason]:
    found = []
    for claim in claims:
        statements = [material.statement[id] for id in claim.statements]
        if claim.outlets > 1 and claim.speaker and not any(statement.said for statement in statements):
            found.append(reason("gap-when-said", (claim.speaker,), [s.content for s in statements]))
    return found[:MOST]


def _event_dates(events: Sequence[CommonEvent]) -> list[Reason]:
    found = []
    for common in sorted(events, key=lambda event: (-len(event.members), event.members[0].id)):
        several = len({event.sentence.article for event in common.members}) > 1
        if several and common.members[0].factuality == "actual" and not any(event.first for event in common.members):
            found.append(reason("gap-event-date", (), [event.sentence for event in common.members]))
    return found[:MOST]


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

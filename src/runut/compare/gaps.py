"""What no article of the story says, by fixed rules."""

from collections import defaultdict
from collections.abc import Sequence

from runut.compare.material import Material
from runut.compare.reasons import reason
from runut.compare.ways import outlet_name, source_name
from runut.records.claims import Claim
from runut.records.notes import Reason
from runut.records.spans import Span


def find_gaps(material: Material, claims: Sequence[Claim]) -> tuple[Reason, ...]:
    """Gaps of the story, each with the spans at which the answer is missed."""
    return (*_speakers(material, claims), *_originals(material), *_publications(material))


def _speakers(material: Material, claims: Sequence[Claim]) -> list[Reason]:
    missing: dict[str, list[Span]] = defaultdict(list)
    by_id = {statement.id: statement for statement in material.statements}
    for claim in claims:
        voices = [material.voices[id] for id in claim.statements]
        if all(voice.how == "anonymous" for voice in voices):
            missing[voices[0].name or ""].extend(by_id[id].content for id in claim.statements)
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

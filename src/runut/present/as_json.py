"""The dossier as JSON, as the contract describes it; keys are only ever added."""

from collections.abc import Iterable

from runut.present.json_marks import CONTRACT, Json, commitment_json, event_json, offsets, statement_json
from runut.present.pages_as_json import article_json, problem_fields
from runut.present.places import page_place
from runut.present.telling import Telling
from runut.records.claims import Claim, Comparison, Conflict, TimelineRow
from runut.records.dossier import Dossier, Line, StoryDossier
from runut.records.spans import Span


def dossier_json(dossier: Dossier, interface: str = "id") -> Json:
    """The whole dossier as one document; fixed sentences in the interface's language."""
    return {
        "contract": CONTRACT,
        "made_with": dossier.made_with,
        "interface": interface,
        "stories": [_story(story, interface) for story in dossier.stories],
        "unread": [problem_fields(problem) for problem in dossier.unread],
    }


def _story(dossier: StoryDossier, interface: str) -> Json:
    told = Telling(dossier, interface)
    comparison = dossier.comparison
    return {
        "id": dossier.story.id,
        "storyline": dossier.story.storyline,
        "title": dossier.title,
        "first": dossier.story.first,
        "last": dossier.story.last,
        "articles": [article_json(article, parts=False) for article in dossier.articles],
        "lines": [_line(told, line) for line in dossier.lines],
        "claims": [_claim(told, claim) for claim in comparison.claims],
        "conflicts": [_conflict(told, conflict) for conflict in comparison.conflicts],
        "agreements": [
            {"says": told.say(one.says), "sides": [_side(told, side.value, side.spans) for side in one.sides]}
            for one in comparison.agreements
        ],
        "timeline": [_row(told, row) for row in comparison.timeline],
        "events": [
            {
                **event_json(told.article[common.members[0].trigger.article], common.members[0]),
                "members": [_basis(told, event.trigger) for event in common.members],
            }
            for common in comparison.events
        ],
        "commitments": [
            {
                **commitment_json(told.article[common.members[0].sentence.article], common.members[0]),
                "speaker": common.speaker,
                "members": [_basis(told, one.sentence) for one in common.members],
            }
            for common in comparison.commitments
        ],
        "actors": _actors(told, comparison),
        "network": _network(comparison),
        "gaps": [told.say(gap) for gap in comparison.gaps],
    }


def _basis(told: Telling, span: Span) -> Json:
    article = told.article[span.article]
    return {"article": article.id, "record": article.record, **offsets(span), "page": page_place(article, span)}


def _line(told: Telling, line: Line) -> Json:
    return {
        "id": line.id,
        "section": line.section,
        "text": line.text,
        "about": list(line.about),
        "basis": [_basis(told, span) for span in line.basis],
    }


def _claim(told: Telling, claim: Claim) -> Json:
    return {
        "id": claim.id,
        "gist": told.text(claim.gist),
        "speaker": claim.speaker,
        "speakers": list(claim.speakers),
        "statements": [_claimed(told, id) for id in claim.statements],
        "outlets": claim.outlets,
        "origins": {
            "low": claim.origins.low,
            "high": claim.origins.high,
            "because": [told.say(reason) for reason in claim.origins.because],
        },
        "holds": {
            "low": claim.holds.low,
            "high": claim.holds.high,
            "because": [told.say(reason) for reason in claim.holds.because],
        },
        "status": claim.status,
        "relations": [
            {
                "left": relation.left,
                "right": relation.right,
                "kind": relation.kind,
                "score": round(relation.score, 4),
                "because": [told.say(reason) for reason in relation.because],
                "differences": [
                    {
                        "left": _basis(told, one.left) if one.left else None,
                        "right": _basis(told, one.right) if one.right else None,
                    }
                    for one in relation.differences
                ],
            }
            for relation in claim.relations
        ],
        "dropped": [
            {"article": one.article, "what": one.what, "text": told.text(one.span), "basis": _basis(told, one.span)}
            for one in claim.dropped
        ],
        "gains": [
            {"unnamed": gain.unnamed, "named": gain.named, "because": [told.say(reason) for reason in gain.because]}
            for gain in claim.gains
        ],
    }


def _claimed(told: Telling, id: str) -> Json:
    statement = told.statement[id]
    article = told.article[statement.content.article]
    return {
        **statement_json(article, statement, told.names),
        "article": article.id,
        "record": article.record or article.name,
        "page": page_place(article, statement.content),
    }


def _side(told: Telling, value: str, spans: Iterable[Span]) -> Json:
    kept = list(spans)
    return {
        "value": value,
        "articles": list(dict.fromkeys(span.article for span in kept)),
        "spans": [_basis(told, span) for span in kept],
    }


def _conflict(told: Telling, conflict: Conflict) -> Json:
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "tier": conflict.tier,
        "severity": conflict.severity,
        "says": told.say(conflict.says),
        "sides": [_side(told, side.value, side.spans) for side in conflict.sides],
        "likely": conflict.likely,
        "because": " ".join(told.say(reason) for reason in conflict.because),
        "claim": conflict.claim,
        "copy_error": conflict.copy_error,
    }


def _row(told: Telling, row: TimelineRow) -> Json:
    return {
        "first": row.first,
        "last": row.last,
        "grain": row.grain,
        "what": row.what,
        "kind": row.kind,
        "origins": row.origins,
        "basis": [_basis(told, span) for span in row.basis],
    }


def _actors(told: Telling, comparison: Comparison) -> list[Json]:
    """People and bodies that speak or act, the busiest first."""
    spoke: dict[str, int] = {}
    acted: dict[str, int] = {}
    for claim in comparison.claims:
        if claim.speaker:
            spoke[claim.speaker] = spoke.get(claim.speaker, 0) + len(claim.statements)
    for common in comparison.events:
        for actor in {*common.members[0].actors, *common.members[0].recipients}:
            acted[actor] = acted.get(actor, 0) + 1
    entity = {entity.name: entity.id for entity in comparison.entities}
    entity |= {one.country: one.id for one in comparison.entities if one.country and one.kind == "place"}
    rows = [
        {"entity": entity.get(name), "name": name, "statements": spoke.get(name, 0), "events": acted.get(name, 0)}
        for name in {*spoke, *acted}
    ]
    return sorted(rows, key=lambda row: (-row["statements"] - row["events"], row["name"]))


def _network(comparison: Comparison) -> list[Json]:
    weights: dict[tuple[str, str, str], int] = {}
    for common in comparison.events:
        event = common.members[0]
        for actor in event.actors:
            for recipient in event.recipients:
                key = (actor, recipient, event.type)
                weights[key] = weights.get(key, 0) + len(common.members)
    return [
        {"from": actor, "to": recipient, "type": type_, "weight": weight}
        for (actor, recipient, type_), weight in sorted(weights.items())
    ]

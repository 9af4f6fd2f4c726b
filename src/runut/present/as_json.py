"""JSON as the contract describes it; keys are only ever added."""

from collections.abc import Iterable, Iterator, Sequence

from runut.present.json_marks import CONTRACT, Json, commitment_json, event_json, findings_json, offsets, statement_json
from runut.present.places import page_place
from runut.present.telling import Telling
from runut.present.wording import say
from runut.records.article import Article
from runut.records.claims import Claim, Comparison, Conflict, TimelineRow
from runut.records.dossier import Dossier, Line, StoryDossier
from runut.records.groups import DuplicateSet, ReusePair, Story
from runut.records.notes import Problem
from runut.records.spans import Span
from runut.text.places import body_of, page_offsets

__all__ = ["article_json", "dossier_json", "findings_json", "problem_json", "reuse_json", "stories_json"]


def problem_json(problem: Problem) -> Json:
    """One thing that could not be read."""
    return {"contract": CONTRACT, "problem": _problem(problem)}


def _problem(problem: Problem) -> Json:
    return {
        "file": problem.file,
        "code": problem.code,
        "says": problem.says,
        "stage": problem.stage,
        "severity": problem.severity,
        "offset": problem.offset,
        "record": problem.record,
    }


def article_json(article: Article, parts: bool = True) -> Json:
    """One article of `read`; `parts=False` leaves out its parts, as a dossier does."""
    found: Json = {
        "contract": CONTRACT,
        "id": article.id,
        "record": article.record,
        "source": {"file": article.place.file, "offset": article.place.offset, "length": article.place.length},
        "url": article.url,
        "outlet": article.outlet,
        "owner": article.owner,
        "kind": article.kind,
        "complete": article.complete,
        "language": article.language,
        "title": article.title,
        "bylines": list(article.bylines),
        "editors": list(article.editors),
        "published": article.published.value if article.published else None,
        "published_how": article.published.how if article.published else None,
        "modified": article.modified.value if article.modified else None,
        "credits": [
            {"who": credit.who, "of": credit.of} | (offsets(credit.span) if credit.span else {})
            for credit in article.credits
        ],
        "body": body_of(article),
    }
    if parts:
        found["parts"] = [*_parts(article), *_residues(article)]
    return found


def _parts(article: Article) -> Iterator[Json]:
    for part in article.parts:
        place = page_offsets(article.text_map, part.start, part.end)
        yield {
            "kind": part.kind,
            "rule": part.rule,
            "text": article.text[part.start : part.end],
            "page": {"start": place[0], "end": place[1]} if place else None,
        }


def _residues(article: Article) -> Iterator[Json]:
    for removed in article.removed:
        page = {"start": removed.page_start, "end": removed.page_end}
        yield {"kind": "residue", "rule": removed.rule, "text": removed.text, "page": page}


def stories_json(
    articles: Sequence[Article], stories: Iterable[Story], sets: Iterable[DuplicateSet], reuse: Iterable[ReusePair]
) -> Iterator[Json]:
    """One line for each article: its story, its set, and the article it copies where that is known."""
    story_of = {id: story for story in stories for id in story.articles}
    set_of = {id: group.id for group in sets for id in group.articles}
    copied = _copied(reuse)
    for article in articles:
        story = story_of[article.id]
        source, share = copied.get(article.id, (None, None))
        yield {
            "contract": CONTRACT,
            "id": article.record or article.id,
            "article": article.id,
            "source": {"file": article.place.file},
            "storyline": story.storyline,
            "story": story.id,
            "set": set_of.get(article.id),
            "copy_of": source,
            "copied_share": share,
        }


def _copied(reuse: Iterable[ReusePair]) -> dict[str, tuple[str, float]]:
    """For each article with a known source the one it took most from, and the share of it that was taken."""
    found: dict[str, tuple[str, float]] = {}
    for pair in reuse:
        if pair.kind == "shared-quote" or pair.source == "unknown":
            continue
        source, copy, share = (
            (pair.left, pair.right, pair.containment[1])
            if pair.source == "left"
            else (pair.right, pair.left, pair.containment[0])
        )
        if copy not in found or share > found[copy][1]:
            found[copy] = (source, round(share, 4))
    return found


def reuse_json(pair: ReusePair, articles: Sequence[Article], interface: str = "en") -> Json:
    """One pair of articles that share text."""
    name = {article.id: article.record or article.id for article in articles}
    return {
        "contract": CONTRACT,
        "left": name[pair.left],
        "right": name[pair.right],
        "containment": [round(share, 4) for share in pair.containment],
        "kind": pair.kind,
        "source": pair.source,
        "because": [say(reason, interface) for reason in pair.because],
        "spans": [list(span) for span in pair.spans],
    }


def dossier_json(dossier: Dossier, interface: str = "id") -> Json:
    """The whole dossier as one document; fixed sentences in the interface's language."""
    return {
        "contract": CONTRACT,
        "made_with": dossier.made_with,
        "interface": interface,
        "stories": [_story(story, interface) for story in dossier.stories],
        "unread": [_problem(problem) for problem in dossier.unread],
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

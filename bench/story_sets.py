"""Annotated stories of the development data as articles and findings, and how claims are scored on them."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.claims import Claim
from runut.records.findings import Findings
from runut.records.ids import make_id
from runut.records.page import Place
from runut.records.spans import Part, Span
from runut.records.statements import Link, Said, Speaker, Statement

SHARED = Path(__file__).resolve().parents[2] / "shared"
Two = tuple[str, str]


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A story with a careful reader's annotation. `gold` is that file; its statements know their article's key."""

    name: str
    articles: tuple[Article, ...]
    findings: tuple[Findings, ...]
    gold: dict[str, Any]

    @property
    def statements(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """Gold statements by id, each with its article's id."""
        pages = self.gold.get("pages") or self.gold["articles"]
        return {s["id"]: (f"ar-{key}", s) for key, page in pages.items() for s in page["statements"]}

    @property
    def groups(self) -> list[dict[str, Any]]:
        """Groups of gold statements that render one utterance or assertion."""
        return list(self.gold.get("same_statement") or self.gold.get("same") or ())

    def with_gold_statements(self) -> "GoldStory":
        """The same story, its findings holding exactly the statements of the annotation."""
        found = []
        for finding in self.findings:
            mine = [s for article, s in self.statements.values() if article == finding.article]
            found.append(replace(finding, statements=tuple(_statement(finding, s) for s in mine)))
        return replace(self, findings=tuple(found))


def read_stories() -> Iterator[GoldStory]:
    """The ten gold stories and the seeds, in the order of their names."""
    for file in sorted((SHARED / "data/gold-stories").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        records = file.with_suffix(".records.jsonl").read_text(encoding="utf-8").splitlines()
        articles = tuple(make_article(**json.loads(line)) for line in records)
        yield GoldStory(file.stem, articles, tuple(map(recognise_article, articles)), gold)
    gold = json.loads((SHARED / "gold/seeds.json").read_text(encoding="utf-8"))
    articles = tuple(
        make_article(key, (SHARED / "seeds" / page["file"]).read_text(encoding="utf-8"), published="2024-06-21")
        for key, page in gold["pages"].items()
    )
    yield GoldStory("seeds", articles, tuple(map(recognise_article, articles)), gold)


def make_article(
    id: str, text: str, outlet: str | None = None, published: str | None = None, url: str | None = None, **_: object
) -> Article:
    """An article whose text is all body, one paragraph a line."""
    parts, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part("body", start, start + len(line)))
        start += len(line) + 1
    day = re.search(r"\d{4}[/-]\d\d[/-]\d\d", published or "") or re.search(r"\d\d/\d\d/\d{4}", published or "")
    iso = "-".join(reversed(day[0].split("/"))) if day and day[0][2] == "/" else day[0].replace("/", "-") if day else ""
    when = Published(iso, "source") if iso else None
    place = Place(f"{id}.txt")
    return Article(
        f"ar-{id}", f"pg-{id}", place, "record", text, "id",
        outlet=outlet, url=url, published=when, parts=tuple(parts), record=id,
    )  # fmt: skip


def _statement(finding: Findings, gold: dict[str, Any]) -> Statement:
    content = Span(finding.article, gold["start"], gold["end"])
    name = gold.get("speaker")
    entity = next((e for e in finding.entities if name and name in (e.name, *e.names)), None)
    speaker = Speaker(name, "named" if entity else "role", entity=entity.id if entity else None) if name else None
    via = gold.get("via") or ()
    chain = tuple(Link(who, "quoted") for who in ([via] if isinstance(via, str) else via))
    days = [part for part in (gold.get("said") or "").split("/") if re.fullmatch(r"\d{4}-\d\d-\d\d", part)]
    said = Said(days[0], days[-1]) if days else None
    id = make_id("st", finding.article, gold["start"], gold["end"])
    return Statement(id, content, gold["kind"], speaker=speaker, said=said, chain=chain)


def match_statements(story: GoldStory) -> dict[str, str]:
    """Found statement id by gold statement id: half of the characters in common, one to one, best first."""
    at: dict[str, str] = {}
    for finding in story.findings:
        gold = [(id, s) for id, (article, s) in story.statements.items() if article == finding.article]
        scored = sorted(
            ((_overlap(s, one.content), id, one.id) for id, s in gold for one in finding.statements),
            key=lambda found: (-found[0], found[1], found[2]),
        )
        used: set[str] = set()
        for share, id, one in scored:
            if share >= 0.5 and id not in at and one not in used:
                at[id] = one
                used.add(one)
    return at


def _overlap(gold: dict[str, Any], span: Span) -> float:
    common = min(gold["end"], span.end) - max(gold["start"], span.start)
    return common / (max(gold["end"], span.end) - min(gold["start"], span.start)) if common > 0 else 0.0


def gold_pairs(story: GoldStory) -> set[Two]:
    """Pairs of gold statements of different articles that stand in one group."""
    where = {id: article for id, (article, _) in story.statements.items()}
    return {
        (a, b) for group in story.groups for a, b in combinations(sorted(group["members"]), 2) if where[a] != where[b]
    }


def shown_pairs(story: GoldStory, claims: Iterable[Claim]) -> set[Two]:
    """Pairs of matched gold statements of different articles that the claims hold together."""
    where = {id: article for id, (article, _) in story.statements.items()}
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    at = {id: claim_of[one] for id, one in match_statements(story).items() if one in claim_of}
    return {(a, b) for a, b in combinations(sorted(at), 2) if where[a] != where[b] and at[a] == at[b]}

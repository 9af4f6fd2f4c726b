"""Conflicts found in the annotated development stories: how many of the gold ones, by kind and tier, and what else.

    python bench/score_conflicts.py [--list] [--data FOLDER]

A card finds a gold conflict when the kinds agree and all its articles are among the gold's, as in the shared scorer;
`strict` asks for a span on each side that overlaps a gold span too. The texts stay outside the repository; without the
folder nothing is scored. Reading is left out: the articles are taken as the annotator had them.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from runut.compare.claims import make_claims
from runut.compare.conflicts import find_conflicts
from runut.compare.grouping import group_statements
from runut.compare.material import lay_out
from runut.compare.pairs import lexical_pairs
from runut.group.dating import date_by_neighbours
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.claims import Agreement, Conflict
from runut.records.findings import Findings
from runut.records.groups import Story
from runut.records.page import Place
from runut.records.spans import Part

SHARED = Path(__file__).resolve().parents[2] / "shared"
KIN = {
    "weekday": {"weekday", "date"},
    "date": {"weekday", "date"},
    "wording": {"wording", "object"},
    "object": {"wording", "object"},
    "source": {"attribution"},
    "attribution": {"attribution"},
}
CERTAIN_KINDS = ("weekday", "date", "number", "sum", "actor", "place", "polarity", "attribution")
"""Kinds of which at least .65 must be shown in tier A or B."""
_ISO = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d:\d\d))?")
_KOMPAS = re.compile(r"(\d\d)/(\d\d)/(\d{4}), (\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class GoldStory:
    """One annotated story: its articles by their gold keys, and its gold."""

    name: str
    articles: tuple[Article, ...]
    gold: dict[str, Any]


def published_of(printed: str | None) -> Published | None:
    """The time that a record states, in the two shapes of the development records."""
    iso = _ISO.search(printed or "")
    if iso:
        clock = f"T{iso[4]}+07:00" if iso[4] else ""
        return Published(f"{iso[1]}-{iso[2]}-{iso[3]}{clock}", "source")
    kompas = _KOMPAS.search(printed or "")
    return Published(f"{kompas[3]}-{kompas[2]}-{kompas[1]}T{kompas[4]}+07:00", "source") if kompas else None


def article_of(key: str, text: str, outlet: str | None, published: Published | None, spans: list[Part]) -> Article:
    """An article of the gold: its text is the record's or the page's, offsets are those of the gold."""
    place = Place(key)
    return Article(
        f"ar-{key}", f"pg-{key}", place, "record", text, "id", outlet=outlet, published=published,
        parts=tuple(spans), record=key,
    )  # fmt: skip


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Part]:
    """The lines of a text as body parts."""
    end = len(text) if end is None else end
    return [
        Part("body", start + line.start(), start + line.end())
        for line in re.finditer(r"[^\n]+", text[start:end])
        if line[0].strip()
    ]


def gold_stories(data: Path) -> Iterator[GoldStory]:
    """The seeds and the ten stories."""
    seeds = json.loads((data / "gold/seeds.json").read_text("utf-8"))
    yield GoldStory("seeds", tuple(_seed(data, key, page) for key, page in sorted(seeds["pages"].items())), seeds)
    for file in sorted((data / "data/gold-stories").glob("*.records.jsonl")):
        records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        articles = tuple(
            article_of(str(r["id"]), r["text"], r.get("outlet"), published_of(r.get("published")), lines_of(r["text"]))
            for r in records
        )
        gold = json.loads(Path(str(file).replace(".records.jsonl", ".json")).read_text("utf-8"))
        yield GoldStory(file.name.split(".")[0], articles, gold)


def _seed(data: Path, key: str, page: dict[str, Any]) -> Article:
    text = (data / "seeds" / page["file"]).read_text("utf-8")
    parts = lines_of(text, page["body_first"]["start"], page["body_last"]["end"])
    not_body = [line.strip() for line in page.get("not_body", ()) if line.strip()]
    parts = [part for part in parts if text[part.start : part.end].strip() not in not_body]
    return article_of(key, text, page.get("outlet"), published_of(page.get("published")), parts)


def recognised(articles: tuple[Article, ...]) -> tuple[list[Article], list[Findings]]:
    """Findings of a story's articles, the undated dated by their neighbours first."""
    found = {article.id: recognise_article(article) for article in articles}
    story = Story("sy-x", "sl-x", tuple(article.id for article in articles), None, None)
    dated = date_by_neighbours(articles, found, [story])
    kept = [replace(a, published=dated[a.id]) if a.published is None and a.id in dated else a for a in articles]
    return kept, [recognise_article(a) if a.id in dated else found[a.id] for a in kept]


def conflicts_of(
    articles: list[Article], findings: list[Findings]
) -> tuple[tuple[Conflict, ...], tuple[Agreement, ...], float]:
    """Conflicts and agreements of a story, and the CPU seconds that comparing took."""
    start = time.process_time()
    material = lay_out(articles, findings)
    pairs = lexical_pairs(material)
    claims = make_claims(material, group_statements([s.id for s in material.statements], pairs), pairs, ())
    conflicts, agreements = find_conflicts(material, claims, pairs, ())
    return conflicts, agreements, time.process_time() - start


def _articles(card: Conflict) -> set[str]:
    return {span.article.removeprefix("ar-") for side in card.sides for span in side.spans}


def _finds(card: Conflict, want: dict[str, Any]) -> bool:
    pages = {str(key) for key in want.get("pages") or want.get("articles") or ()}
    return card.kind in KIN.get(want["kind"], {want["kind"]}) and _articles(card) <= pages


def _touches(card: Conflict, want: dict[str, Any]) -> bool:
    """Whether every article of the card has a span that overlaps one of the gold's, where gold has spans."""
    spans = want.get("spans")
    if not spans:
        return True
    return any(
        str(gold["article"]) == span.article.removeprefix("ar-")
        and gold["start"] < span.end
        and span.start < gold["end"]
        for side in card.sides
        for span in side.spans
        for gold in spans
    )


def main() -> None:
    """Print one row for each story, then the totals that the issue asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print what was missed and the other cards of A and B")
    parser.add_argument("--data", type=Path, default=SHARED)
    given = parser.parse_args()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    certain: Counter[str] = Counter()
    strict = total_cards = 0
    others: list[str] = []
    for story in gold_stories(given.data):
        conflicts, _, seconds = conflicts_of(*recognised(story.articles))
        used: set[int] = set()
        missed = []
        order = sorted(range(len(conflicts)), key=lambda at: conflicts[at].tier)
        for want in sorted(
            story.gold.get("conflicts", ()), key=lambda w: len(w.get("pages") or w.get("articles") or ())
        ):
            gold[want["kind"]] += 1
            fits = [at for at in order if at not in used and _finds(conflicts[at], want)]
            fits.sort(key=lambda at: not _touches(conflicts[at], want))
            if not fits:
                missed.append(f"{want['kind']}: {want['what']}")
                continue
            used.add(fits[0])
            found[want["kind"]] += 1
            strict += _touches(conflicts[fits[0]], want)
            certain[want["kind"]] += conflicts[fits[0]].tier in "AB"
        rest = [c for at, c in enumerate(conflicts) if at not in used and c.tier in "AB"]
        others += [f"{story.name}: {c.kind} {c.says.rule} {c.says.values}" for c in rest]
        total_cards += len(conflicts)
        print(f"{story.name:20} found {len(used):2}  missed {len(missed):2}  cards {len(conflicts):3}  {seconds:.2f} s")
        for line in missed if given.list else ():
            print("      missed", line[:150])
    wanted = sum(gold[kind] for kind in CERTAIN_KINDS)
    shown = sum(certain[kind] for kind in CERTAIN_KINDS)
    print(
        f"any tier: {sum(found.values())} of {sum(gold.values())} (on the gold's words: {strict}); cards {total_cards}"
    )
    print(f"kinds that can be certain, in tier A or B: {shown} of {wanted}")
    print("by kind: " + ", ".join(f"{kind} {found[kind]}/{gold[kind]}" for kind in sorted(gold)))
    print(f"cards in A and B that are not in gold: {len(others)}")
    for line in others if given.list else ():
        print("      ?", line)


if __name__ == "__main__":
    main()

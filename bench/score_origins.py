"""Whether the true number of origins lies between the counts that are shown, and how narrow they are.

  python bench/score_origins.py

`bench/gold/origins.jsonl` holds a reader's count for claims of the development stories: `said` = organisations that
heard it for themselves (outlets of one owner, an agency and those who credit it, and whoever shares their text are
one), `holds` = sources for its being so. A claim is a group of the annotated stories, or the claim around a statement
of articles of the stream of 2019. No text is copied: only ids and offsets.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from runut.backends.ngram import NgramEmbedder
from runut.compare.material import lay_out
from runut.compare.origins import count_origins, index_reuse
from runut.compare.story import compare_story
from runut.group.reuse import find_reuse
from runut.group.signatures import sign_article
from runut.recognise.article import recognise_article
from runut.records.article import Article
from runut.records.claims import Origins
from runut.records.findings import Findings
from runut.records.groups import ReusePair, Story
from story_sets import SHARED, make_article, match_statements, read_stories

GOLD = Path(__file__).parent / "gold/origins.jsonl"
STREAM = SHARED / "data/stories/id_stream_2019-09-10_18.jsonl.gz"
Counted = tuple[dict[str, Any], Origins, Origins]


def main() -> None:
    """Print, for both questions, how often the count is right and narrow, and each claim where it is not."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = [*_annotated(rows), *_streamed(rows)]
    print(f"{len(rows)} claims annotated, {len(found)} found")
    for question, at in (("said", 1), ("holds", 2)):
        counts = [(row, row[question], origins) for row, *both in found for origins in (both[at - 1],)]
        inside = sum(origins.low <= true <= origins.high for _, true, origins in counts)
        narrow = sum(origins.high - origins.low <= 1 for _, _, origins in counts)
        exact = sum(origins.low == origins.high == true for _, true, origins in counts)
        total = len(counts)
        print(f"{question:6} inside {inside / total:.3f}  width <= 1 {narrow / total:.3f}  exact {exact / total:.3f}")
        for row, true, origins in counts:
            if not origins.low <= true <= origins.high:
                print("      ", row.get("story", row.get("article")), row.get("group"), true, origins.low, origins.high)


def _annotated(rows: Sequence[dict[str, Any]]) -> Iterator[Counted]:
    for story in read_stories():
        wanted = [row for row in rows if row.get("story") == story.name]
        material = lay_out(story.articles, story.findings)
        reuse = index_reuse(_reuse(story.articles, story.findings))
        at = match_statements(story)
        for row in wanted:
            members = story.groups[row["group"]]["members"]
            statements = [material.statement[at[member]] for member in members if member in at]
            if len({statement.content.article for statement in statements}) > 1:
                count = count_origins(material, statements, reuse)
                yield row, count.said, count.holds


def _streamed(rows: Sequence[dict[str, Any]]) -> Iterator[Counted]:
    asked = [row for row in rows if "articles" in row]
    ids = {id for row in asked for id in row["articles"]}
    with gzip.open(STREAM, "rt", encoding="utf-8") as lines:
        records = {r["id"]: r for r in map(json.loads, lines) if r["id"] in ids}
    for row in asked:
        articles = [_article(records[id]) for id in row["articles"]]
        findings = [recognise_article(article) for article in articles]
        story = Story("sy-x", "sl-x", tuple(article.id for article in articles), None, None)
        found = compare_story(story, articles, findings, _reuse(articles, findings), NgramEmbedder())
        start = {s.id: (s.content.article, s.content.start) for f in findings for s in f.statements}
        for claim in found.claims:
            if (f"ar-{row['article']}", row["start"]) in [start[id] for id in claim.statements]:
                yield row, claim.origins, claim.holds


def _article(record: dict[str, Any]) -> Article:
    return make_article(record["id"], record["text"], record["outlet"], record["date"], record["url"])


def _reuse(articles: Sequence[Article], findings: Sequence[Findings]) -> tuple[ReusePair, ...]:
    signatures = [sign_article(article, found) for article, found in zip(articles, findings, strict=True)]
    return find_reuse(signatures, {article.id: article for article in articles})


if __name__ == "__main__":
    main()

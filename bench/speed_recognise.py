"""How fast articles are recognised, stage by stage: CPU-seconds for 400 words, with and without the trained parts.

    python -m bench.speed_recognise [--articles 60]

Figures depend on the machine and on who else uses it, so a loop of plain additions is timed beside each: divide by it
to compare two runs. The tables are warm; loading them and the trained parts is timed apart. Long texts that a rule
could stumble over come last, with the seconds that the slowest recogniser spends on each.
"""

import argparse
import gzip
import json
import resource
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.story_sets import make_article
from runut.recognise import article as stage
from runut.recognise.entities import find_entities
from runut.recognise.statements import find_statements
from runut.records.article import Article

STORIES = Path(__file__).resolve().parents[2] / "shared" / "data" / "stories"
SETS = {"id": "id_stream_2019-09-10_18.jsonl.gz", "en": "basil_2010-2013.jsonl.gz"}
STAGES = (
    "make_view", "find_entities", "find_times", "find_figures", "find_statements", "find_events", "find_commitments",
)  # fmt: skip
WORDS = 400
SHORTEST, LONGEST = 200, 700
"""Words of the articles that are measured."""
ADDITIONS = 10_000_000
ODD = {
    "one verb": ("en", "said ", 5_000),
    "names and verbs": ("en", "Smith said ", 2_500),
    "verbs behind marks": ("en", '"a said ', 4_000),
    "names without end": ("id", "Presiden Joko Widodo ujar Budi Santoso ", 2_500),
    "brackets": ("id", "(Budi) ", 5_000),
    "a megabyte without a stop, en": (
        "en",
        "the mayor said that a river was full when Siti Rahma came from Ambon ",
        15_000,
    ),
    "a megabyte without a stop, id": (
        "id",
        "wali kota itu mengatakan bahwa sungai penuh saat Siti Rahma datang ",
        15_000,
    ),
}


def calibrate() -> float:
    """CPU-seconds of `ADDITIONS` additions."""
    begun = time.process_time()
    for number in range(ADDITIONS):
        number + 1
    return time.process_time() - begun


def read_articles(language: str, count: int) -> list[Article]:
    """Articles of a stream, evenly taken, as long as articles are."""
    with gzip.open(STORIES / SETS[language], "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if SHORTEST <= len(row["text"].split()) <= LONGEST]
    taken = rows[:: max(1, len(rows) // count)][:count]
    return [article_of(row["id"], row["text"], language, row["date"][:10]) for row in taken]


def article_of(id: str, text: str, language: str, day: str = "2024-06-21") -> Article:
    """An article of this text, one paragraph a line."""
    return replace(make_article(id, text, published=day), language=language)


class Clock:
    """Takes the time that each recogniser uses, where the stage calls it."""

    def __init__(self, trained: bool) -> None:
        self.used: Counter[str] = Counter()
        self._kept = {name: getattr(stage, name) for name in STAGES}
        plain = {
            "find_entities": lambda view: find_entities(view, trained=False),
            "find_statements": lambda view, entities, times: find_statements(view, entities, times, surface=True),
        }
        for name in STAGES:
            work = self._kept[name] if trained or name not in plain else plain[name]
            setattr(stage, name, self._timed(name, work))

    def _timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            begun = time.process_time()
            result = work(*given)
            self.used[name] += time.process_time() - begun
            return result

        return run

    def stop(self) -> None:
        """Puts the recognisers back."""
        for name, work in self._kept.items():
            setattr(stage, name, work)


def measure(language: str, count: int, trained: bool) -> None:
    """Prints a line for a language, and one for each stage."""
    articles = read_articles(language, count)
    words = sum(len(article.text.split()) for article in articles)
    clock = Clock(trained)
    begun = time.process_time()
    stage.recognise_article(article_of("warm", articles[0].text, language))
    loading = time.process_time() - begun
    clock.used.clear()
    begun = time.process_time()
    for article in articles:
        stage.recognise_article(article)
    per = (time.process_time() - begun) * WORDS / words
    clock.stop()
    name = f"{language} {'with trained parts' if trained else 'rules alone'}"
    print(f"speed {name} {1 / per:.1f} articles/s", flush=True)
    shares = ", ".join(f"{stage_} {clock.used[stage_] * WORDS / words * 1000:.1f}" for stage_ in STAGES)
    print(f"  milliseconds for {WORDS} words: {shares}; first article {loading:.1f} s", flush=True)


def measure_odd() -> None:
    """Prints for each odd text the seconds of its slowest recogniser."""
    for name, (language, piece, times) in ODD.items():
        clock = Clock(trained=True)
        stage.recognise_article(article_of(name, piece * times, language))
        clock.stop()
        slowest, seconds = clock.used.most_common(1)[0]
        print(f"odd {name}: {len(piece) * times // 1000} KB, {slowest} {seconds:.2f} s", flush=True)


def peak() -> float:
    """Megabytes that this process held at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Reads the words of the command line, measures, prints."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--articles", type=int, default=60, help="how many articles of each language")
    count = words.parse_args().articles
    for language in SETS:
        for trained in (False, True):
            measure(language, count, trained)
            print(f"  {ADDITIONS // 1_000_000} million additions just after: {calibrate():.2f} s", flush=True)
    print(f"memory with all parts of both languages {peak():.0f} MB", flush=True)
    measure_odd()


if __name__ == "__main__":
    main()

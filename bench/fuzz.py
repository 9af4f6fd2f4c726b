"""Mutated input through the stages: anything but a result or a Problem within limits is a fault of ours.

    python -m bench.fuzz read 20000        pages: HTML, saved text
    python -m bench.fuzz feeds 5000        feeds
    python -m bench.fuzz warc 2000         archives
    python -m bench.fuzz recognise 5000    texts of articles

Repeats exactly for the same `--seed`. Seeds are the bundled examples and, where it is there, ../shared/data. What fails
is written to `--keep FOLDER` and listed; the last lines count what came out, and the slowest and the hungriest item.
"""

import argparse
import gzip
import io
import json
import random  # noqa: TID251, always with a seed
import resource
import signal
import sys
import tarfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.mutate import mutate_bytes, mutate_text
from runut.read.article import read_page
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.ids import make_id
from runut.records.notes import Problem
from runut.records.page import Page, Place
from runut.records.spans import Part, Run, TextMap
from runut.sources.feeds import feed_pages
from runut.sources.files import make_page
from runut.sources.sniff import sniff
from runut.sources.warc_records import walk_records

SECONDS, MEGABYTES = 5.0, 500
WINDOW = 40_000
"""Bytes of a page that are mutated, so that many can be tried; the hostile pieces are as large as they need be."""
SHARED = Path("../shared/data")


def pages() -> list[bytes]:
    """Pages to begin from: the bundled ones, and real ones where they are at hand."""
    found = [file.read_bytes() for file in sorted(Path("examples/pages").iterdir())]
    for name in ("id-news-dev-5", "fundus-fixtures-dev-42", "scrapinghub-181"):
        found += _members(SHARED / "reading" / f"{name}.tar.gz", (".html", ".htm", ".html.gz", ".txt"))[:60]
    return found


def _members(archive: Path, endings: tuple[str, ...]) -> list[bytes]:
    if not archive.is_file():
        return []
    found: list[bytes] = []
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            file = tar.extractfile(member) if member.isfile() and member.name.endswith(endings) else None
            if file:
                raw = file.read()
                found.append(gzip.decompress(raw) if member.name.endswith(".html.gz") else raw)
    return found


def read_cases(chance: random.Random) -> Iterator[tuple[str, Page, bytes]]:
    seeds = pages()
    while True:
        body = chance.choice(seeds)
        start = chance.choice((0, 0, chance.randrange(max(1, len(body)))))
        body = mutate_bytes(body[start : start + WINDOW], chance, chance.choice(seeds))
        medium = "text" if chance.random() < 0.25 else "html"
        yield (
            medium,
            make_page(body, Place("fuzz"), medium, charset=chance.choice((None, "utf-8", "utf-16", "x-y"))),
            body,
        )


def read_one(case: tuple[str, Page, bytes]) -> str:
    result = read_page(case[1], case[2])
    if isinstance(result, Article):
        json.dumps([part.kind for part in result.parts])
        return f"article {result.kind}"
    return result.code


def feed_cases(chance: random.Random) -> Iterator[bytes]:
    seeds = _members(SHARED / "reading" / "feed-fixtures.tar.gz", (".xml", ".json")) or [b"<rss><channel/></rss>"]
    while True:
        yield mutate_bytes(chance.choice(seeds), chance, chance.choice(seeds))


def feed_one(body: bytes) -> str:
    sniff(body[:4096])
    got = list(feed_pages(body, "fuzz.xml", None))
    return next((item.code for item in got if isinstance(item, Problem)), "pages")


def warc_cases(chance: random.Random) -> Iterator[bytes]:
    from tests.sources.archives import archive

    seeds = [archive(30), archive(30, packed=False)]
    seeds += _members(SHARED / "reading" / "warc-fixtures.tar.gz", (".warc", ".warc.gz", ".bad"))
    while True:
        yield mutate_bytes(chance.choice(seeds), chance, chance.choice(seeds))


def warc_one(body: bytes) -> str:
    return f"{len(list(walk_records(io.BytesIO(body), 1_000_000))) // 10 * 10}+ records"


def text_cases(chance: random.Random) -> Iterator[Article]:
    seeds = [text for body in pages() if (text := _text_of(body))]
    while True:
        text = mutate_text(chance.choice(seeds)[:6000], chance, chance.choice(seeds)) or "x"
        yield article_of(text, chance.choice(("id", "en", "ms", "nl")))


def _text_of(body: bytes) -> str:
    result = read_page(make_page(body, Place("seed"), "html"), body)
    return result.text if isinstance(result, Article) else ""


def article_of(text: str, language: str) -> Article:
    id = make_id("ar", text)
    parts = (Part("body", 0, len(text), "fuzz"),)
    return Article(
        id, "pg-fuzz", Place("fuzz"), "record", text, language,
        published=Published("2025-05-05", "meta"), parts=parts, text_map=TextMap((Run(0, 0, len(text), len(text)),)),
    )  # fmt: skip


def text_one(article: Article) -> str:
    found = recognise_article(article, article.published)
    return f"{min(len(found.statements), 3)}+ statements"


JOBS: dict[str, tuple[Callable[[random.Random], Iterator], Callable[..., str]]] = {
    "read": (read_cases, read_one),
    "feeds": (feed_cases, feed_one),
    "warc": (warc_cases, warc_one),
    "recognise": (text_cases, text_one),
}


def raw_of(case: object) -> bytes:
    if isinstance(case, bytes):
        return case
    if isinstance(case, Article):
        return case.text.encode("utf-8", "surrogatepass")
    return case[2]  # type: ignore[index, no-any-return]


class Tally:
    """What came out, what failed, and the slowest and hungriest cases."""

    def __init__(self, job: str, seed: int, keep: Path | None) -> None:
        self.job, self.seed, self.keep = job, seed, keep
        self.results: Counter[str] = Counter()
        self.faults, self.tried = 0, 0
        self.slowest, self.hungriest = (0.0, -1), (0, -1)
        self.rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def run(self, number: int, case: object, work: Callable[..., str]) -> None:
        before, fault = time.process_time(), ""
        try:
            self.results[work(case)] += 1
        except Exception:
            fault = traceback.format_exc().strip()
        took = time.process_time() - before
        rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        grown, self.rss, self.tried = rss - self.rss, rss, self.tried + 1
        self.slowest, self.hungriest = max(self.slowest, (took, number)), max(self.hungriest, (grown, number))
        if took > SECONDS:
            fault = fault or f"took {took:.1f} s"
        if grown > MEGABYTES * 1024:
            fault = fault or f"took {grown // 1024} MB"
        if fault:
            self.fault(number, case, fault)

    def fault(self, number: int, case: object, says: str) -> None:
        self.faults += 1
        print(f"--- {number}: {says}", flush=True)
        if self.keep:
            self.keep.mkdir(parents=True, exist_ok=True)
            (self.keep / f"{self.job}-{self.seed}-{number}").write_bytes(raw_of(case))

    def say(self, seconds: float) -> None:
        print(f"{self.tried} cases, {seconds:.0f} CPU seconds, {self.faults} faults")
        print(f"slowest {self.slowest[0]:.2f} s (case {self.slowest[1]})", end=", ")
        print(f"largest growth {self.hungriest[0] // 1024} MB (case {self.hungriest[1]}), {self.rss // 1024} MB in all")
        print(", ".join(f"{count} {name}" for name, count in self.results.most_common(12)))


def _stop(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("job", choices=JOBS)
    words.add_argument("number", type=int)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--keep", type=Path)
    words.add_argument("--first", type=int, default=0, help="leave out the cases before this one")
    words.add_argument("--seconds", type=float, default=1e9, help="stop after so much processor time")
    given = words.parse_args()
    cases, work = JOBS[given.job]
    tally = Tally(given.job, given.seed, given.keep)
    started = time.process_time()
    signal.signal(signal.SIGTERM, _stop)
    try:
        for number, case in zip(range(given.number), cases(random.Random(given.seed)), strict=False):
            if time.process_time() - started > given.seconds:
                break
            if number >= given.first:
                tally.run(number, case, work)
    except KeyboardInterrupt:
        print("stopped")
    tally.say(time.process_time() - started)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())

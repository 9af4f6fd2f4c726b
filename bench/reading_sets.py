"""HTML pages with truth, from the sets in ../shared: bodies, titles, authors, days. Nothing is written.

Odd pages (by the hash of their key) are the unseen half: no rule was made by looking at them.
"""

import collections
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from captures import read_tar

WORD = re.compile(r"\w+")


class PageWithTruth(NamedTuple):
    """A page and what a careful reader found on it; a field that the set does not judge is None."""

    source: str
    key: str
    url: str | None
    raw: bytes
    body: list[str] | None = None
    title: str | None = None
    day: str | None = None
    authors: list[str] | None = None
    editors: list[str] | None = None
    residue: list[str] | None = None

    @property
    def is_unseen(self) -> bool:
        """Whether the page belongs to the half that was never looked at."""
        return int(hashlib.md5(self.key.encode()).hexdigest(), 16) % 2 == 1


def scrapinghub() -> Iterator[PageWithTruth]:
    """181 article pages, mostly English: bodies."""
    members = read_tar("scrapinghub-181")
    truth = json.loads(members["scrapinghub-181/ground-truth.json"])
    for key in sorted(truth):
        raw = gzip.decompress(members[f"scrapinghub-181/html/{key}.html.gz"])
        yield PageWithTruth("scrapinghub", key, None, raw, [truth[key]["articleBody"]])


def indonesian() -> Iterator[PageWithTruth]:
    """Five Indonesian pages: bodies, reporters, editors, times, lines that must not stay."""
    members = read_tar("id-news-dev-5")
    for key, gold in sorted(json.loads(members["id-news-dev-5/gold.json"]).items()):
        raw = gzip.decompress(members[f"id-news-dev-5/html/{key}.html.gz"])
        yield PageWithTruth(
            "indonesian", key, gold["url"], raw, gold["body"], gold["title"], gold["published"][:10],
            gold["reporters"], gold["editors"], gold["must_not_contain"],
        )  # fmt: skip


def fundus() -> Iterator[PageWithTruth]:
    """News pages of many outlets: bodies, titles, authors, days; truth is the parser's version that fits."""
    members = read_tar("fundus-fixtures-dev-42")
    for name in sorted(members):
        if not name.endswith(".html.gz"):
            continue
        folder, file = name.rsplit("/", 1)
        raw = gzip.decompress(members[name])
        versions = json.loads(members[f"{folder}/{file.split('_')[0]}.json"]).values()
        letters = re.sub(r"\W+", "", unescape(raw.decode("utf-8", "replace")))
        best = max(versions, key=lambda version: _found(version, letters))
        if _found(best, letters) >= 0.5:
            url = json.loads(members[f"{folder}/meta.info"])[file]["url"]
            body = _paragraphs(best)
            day = (best.get("publishing_date") or "")[:10] or None
            key = file.removesuffix(".html.gz")
            yield PageWithTruth(
                "fundus", key, url, raw, body or None, best.get("title"), day, best.get("authors") or []
            )


def _paragraphs(version: dict[str, Any]) -> list[str]:
    body = version.get("body") or {}
    found = list(body.get("summary") or [])
    for section in body.get("sections", []):
        found += section["headline"] + section["paragraphs"]
    return found


def _found(version: dict[str, Any], letters: str) -> float:
    """The share of a version's text that stands on the page."""
    lines = [re.sub(r"\W+", "", line) for line in [version.get("title") or "", *_paragraphs(version)]]
    return sum(len(line) for line in lines if line in letters) / max(1, sum(map(len, lines)))


def htmldate() -> Iterator[PageWithTruth]:
    """200 pages of the world's news and what is taken for it: days."""
    members = read_tar("htmldate-mediacloud-200")
    for url, gold in json.loads(members["htmldate-mediacloud-200/eval_mediacloud_2020.json"]).items():
        raw = members[f"htmldate-mediacloud-200/test_set/{gold['file']}"]
        yield PageWithTruth("htmldate", gold["file"], url, raw, day=str(gold["date"]))


SETS = {"scrapinghub": scrapinghub, "fundus": fundus, "indonesian": indonesian, "htmldate": htmldate}


def shingles(text: str, size: int = 4) -> collections.Counter[tuple[str, ...]]:
    """Bags of four words, as the Scrapinghub benchmark counts."""
    words = WORD.findall(text)
    count = max(1, len(words) - size + 1) if words else 0
    return collections.Counter(tuple(words[at : at + size]) for at in range(count))


def body_score(pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall (means over pages) and their F1, of (got, gold) texts."""
    precisions, recalls = [], []
    for got, gold in pairs:
        left, right = shingles(got), shingles(gold)
        both = sum((left & right).values())
        precisions.append(both / sum(left.values()) if left else 0.0)
        recalls.append(both / sum(right.values()) if right else 1.0)
    precision, recall = sum(precisions) / len(pairs), sum(recalls) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def folded(text: str) -> str:
    """Letters and digits in lower case."""
    return re.sub(r"[\W_]+", "", text.casefold())

"""Reading of HTML pages: `python bench/score_reading.py [runut trafilatura …] [--sets …] [--worst N] [--json]`.

For each reader: 4-gram shingle P, R, F1 of bodies (all pages, and the unseen half), paragraphs lost and residue lines
left on the Indonesian pages, titles contained, days, authors; for runut also the share of parts whose place on the page
gives back exactly their characters (tags and white space aside), and pages per CPU second. Other readers are in
`peers/reading.py`; those that are not installed are left out.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent / "peers"))

from reading import PEERS, Read

from reading_sets import SETS, PageWithTruth, body_score, folded
from runut.read.article import page_text, read_page
from runut.records.article import Article
from runut.records.page import Page, Place
from runut.text.places import body_of, page_offsets

DROPPED = re.compile(r"<(script|style|svg|noscript|iframe|template)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.I)


class Verbatim(NamedTuple):
    """How many parts and removed lines there are, and how many of them the page gives back."""

    parts: int = 0
    exact: int = 0


def as_page(page: PageWithTruth) -> Page:
    """The page as a source would give it."""
    return Page(f"pg-{page.key}", "0", Place(f"{page.key}.html", 0, len(page.raw)), "html", url=page.url)


def read_ours(page: PageWithTruth) -> Read:
    """What runut reads on a page."""
    article = read_page(as_page(page), page.raw)
    if not isinstance(article, Article):
        return Read("")
    day = article.published.day if article.published else None
    return Read(body_of(article), article.title, day, list(article.bylines), list(article.editors))


def letters(markup: str) -> str:
    """What a stretch of a page prints, without tags and white space."""
    return "".join(unescape(DROPPED.sub("", markup)).split())


def verbatim(page: PageWithTruth) -> Verbatim:
    """Whether the places of a page's parts and removed lines give back their characters."""
    article = read_page(as_page(page), page.raw)
    if not isinstance(article, Article):
        return Verbatim()
    text = page_text(as_page(page), page.raw)
    places = [(page_offsets(article.text_map, p.start, p.end), article.text[p.start : p.end]) for p in article.parts]
    places += [((line.page_start, line.page_end), line.text) for line in article.removed]
    exact = sum(bool(at) and letters(text[slice(*at)]) == "".join(said.split()) for at, said in places if at)
    return Verbatim(len(places), exact)


def judge(pages: Sequence[PageWithTruth], read: Callable[[PageWithTruth], Read]) -> tuple[dict[str, Any], list[Read]]:
    """One row of the table: a reader on the pages of one set."""
    started = time.process_time()
    found = [read(page) for page in pages]
    seconds = time.process_time() - started
    row: dict[str, Any] = {"pages": len(pages), "pages/CPU-s": round(len(pages) / seconds, 1)}
    for name, part in (("", pages), (" unseen", [page for page in pages if page.is_unseen])):
        pairs = [(got.body, "\n".join(page.body)) for page, got in zip(pages, found, strict=True)
                 if page.body and page in part]  # fmt: skip
        if pairs:
            row |= {
                f"{key}{name}": round(value, 4) for key, value in zip(("P", "R", "F1"), body_score(pairs), strict=True)
            }
    both = list(zip(pages, found, strict=True))
    if any(page.residue for page in pages):
        kept = [
            (line, {folded(part) for part in got.body.split("\n")}) for page, got in both for line in page.residue or []
        ]
        row["residue left"] = f"{sum(folded(line) in lines for line, lines in kept)}/{len(kept)}"
        lost = [folded(part) not in folded(got.body) for page, got in both for part in page.body or []]
        row["paragraphs lost"] = f"{sum(lost)}/{len(lost)}"
    titles = [_contains(page.title, got.title) for page, got in both if page.title]
    days = [page.day == got.day for page, got in both if page.day]
    row |= {"title": _share(titles)} if titles else {}
    row |= {"day": _share(days)} if days else {}
    named = [({folded(n) for n in page.authors}, {folded(n) for n in got.authors}) for page, got in both
             if page.authors is not None]  # fmt: skip
    if named:
        hits = sum(len(gold & got) for gold, got in named)
        row["author P"] = round(hits / max(1, sum(len(got) for _, got in named)), 3)
        row["author R"] = round(hits / max(1, sum(len(gold) for gold, _ in named)), 3)
    return row, found


def _contains(gold: str | None, got: str | None) -> bool:
    left, right = folded(gold or ""), folded(got or "")
    return bool(left and right) and (left in right or right in left)


def _share(flags: Sequence[bool]) -> float:
    return round(sum(flags) / len(flags), 3)


def rows(readers: Sequence[str] = ("runut", *PEERS), sets: Sequence[str] = tuple(SETS)) -> list[dict[str, Any]]:
    """The table: one row for each set and reader, figures rounded; readers that are not installed are left out."""
    return list(each_row(readers, sets))


def each_row(readers: Sequence[str], sets: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of the table, as they are measured."""
    for name in sets:
        pages = list(SETS[name]())
        for reader in readers:
            read = read_ours if reader == "runut" else PEERS[reader]()
            if read is None:
                continue
            row, _ = judge(pages, read)
            if reader == "runut":
                found = [verbatim(page) for page in pages]
                parts, exact = sum(v.parts for v in found), sum(v.exact for v in found)
                row |= {"parts": parts, "verbatim": round(exact / parts, 4)}
            yield {"set": name, "reader": reader, **row}


def worst(sets: Sequence[str], count: int) -> None:
    """Print the seen pages whose bodies runut reads worst."""
    for name in sets:
        pages = [page for page in SETS[name]() if page.body and not page.is_unseen]
        scored = [(body_score([(read_ours(page).body, "\n".join(page.body or []))]), page.key) for page in pages]
        for (precision, recall, both), key in sorted(scored, key=lambda pair: pair[0][2])[:count]:
            print(f"{both:.3f}  P {precision:.2f}  R {recall:.2f}  {name} {key[:24]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", nargs="*", default=["runut", *PEERS])
    parser.add_argument("--sets", nargs="*", default=list(SETS), choices=list(SETS))
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.worst:
        worst(given.sets, given.worst)
        return
    for row in each_row(given.readers, given.sets):
        print(json.dumps(row) if given.json else "  ".join(f"{key} {value}" for key, value in row.items()), flush=True)


if __name__ == "__main__":
    main()

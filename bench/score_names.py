"""Scores the names that the product gives on news articles of the development data and prints one table.

    python bench/score_names.py [--misses]

Gold: `bench/gold/names_id.jsonl`, people, bodies and places listed by hand in articles of 2026, each wherever it stands
(offsets and kinds only; the texts stay where they are). Names of events, rankings and products, and countries inside
them ("GP Spanyol") or inside the names of currencies, are not listed, so there is no precision. "overlap" asks that a
mention of any kind overlaps, "kind" that one of the right kind does, "end" that one also ends where the name ends.
The articles were listed before any tagger was run on them, and nothing was tuned on them.
"""

import argparse
import gzip
import json
import re
import sys
import time
from pathlib import Path

from bench.score_times import view_of
from runut.recognise.entities import find_entities

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = Path(__file__).resolve().parent / "gold" / "names_id.jsonl"
TEXTS = SHARED / "data" / "language" / "raw" / "detik2026.jsonl.gz"
_BODIES = frozenset({"organisation", "agency", "outlet"})


def texts_of(path: Path) -> dict[str, str]:
    """The texts of the articles by the number in their address."""
    found: dict[str, str] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if number := re.search(r"/d-(\d+)/", record["url"]):
                found[number[1]] = record["text"]
    return found


def is_kind(found: str, wanted: str) -> bool:
    """Whether a found kind is the wanted one; agencies and outlets are bodies."""
    return found == wanted or (wanted == "organisation" and found in _BODIES)


def score(trained: bool, misses: bool = False) -> str:
    """Recall of the listed names, by overlap, kind and end, and the CPU seconds."""
    texts = texts_of(TEXTS)
    total = overlap = kind = end = 0
    began = time.process_time()
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = texts.get(record["id"], "")
        if len(text) != record["chars"]:
            print(f"names: article {record['id']} is not in the data")
            continue
        entities = find_entities(view_of(text, "id"), trained)
        spans = [(m.start, m.end, e.kind) for e in entities if e.kind != "role" for m in e.mentions]
        for first, last, wanted in record["names"]:
            over = [span for span in spans if span[0] < last and span[1] > first]
            right = [span for span in over if is_kind(span[2], wanted)]
            total, overlap, kind = total + 1, overlap + bool(over), kind + bool(right)
            end += any(span[1] == last for span in right)
            if misses and not right:
                print("  miss", text[first:last], wanted, [(text[a:b], k) for a, b, k in over])
    seconds = time.process_time() - began
    shares = f"overlap R {overlap / total:.3f} kind R {kind / total:.3f} end R {end / total:.3f}"
    return f"listed {total} {shares} ({seconds:.2f} s)"


def main() -> None:
    """Reads the words of the command line and prints the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--misses", action="store_true", help="show the names that are missed or of another kind")
    given = words.parse_args()
    if not TEXTS.is_file():
        sys.exit(f"no development data at {SHARED}")
    for how, trained in (("rules", False), ("tagger", True)):
        print(f"names detik2026 {how:6} {score(trained, given.misses)}")


if __name__ == "__main__":
    main()

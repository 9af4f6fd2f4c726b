"""Scores the names that the product gives on news articles of the development data and prints one table.

    python bench/score_names.py [--misses]

Gold: people, bodies and places listed by hand, each wherever it stands (offsets and kinds only; the texts stay where
they are): `names_id.jsonl`, 19 articles of 2026, whose misses have been read since, and `names_unseen_id.jsonl`, 41 of
80 to 230 words drawn by a seed over six outlets of 2019, 2023 and 2026, for which no rule was ever made. Names of
events, rankings and products, and what is part of them ("GP Spanyol"), are not listed, so the share of found names that
touch a listed one ("touch P") is less than the precision. "overlap" asks that a mention of any kind overlaps, "kind"
that one of the right kind does, "end" that one also ends where the name ends. All were listed before any tagger ran.
"""

import argparse
import collections
import gzip
import hashlib
import json
import re
import sys
from pathlib import Path

from bench.score_times import view_of
from runut.recognise.entities import find_entities

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = Path(__file__).resolve().parent / "gold"
LISTS = {"names_id": "detik2026", "names_unseen_id": "unseen41"}
"""The lists and what they are called where they are printed."""
_DATA = SHARED / "data"
TEXTS = {
    "detik2026": _DATA / "language" / "raw" / "detik2026.jsonl.gz",
    "multi2023": _DATA / "language" / "raw" / "multi2023dec.jsonl",
    "stream2019": _DATA / "stories" / "id_stream_2019-09-10_18.jsonl.gz",
}
KINDS = ("person", "organisation", "place")
_BODIES = frozenset({"organisation", "agency", "outlet"})


def texts_of(name: str) -> dict[str, str]:
    """The texts of a set's articles by their number, or by the hash of their address where they have none."""
    found: dict[str, str] = {}
    opened = gzip.open if TEXTS[name].suffix == ".gz" else open
    with opened(TEXTS[name], "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            number = re.search(r"/d-(\d+)/", record["url"]) if name == "detik2026" else None
            key = number[1] if number else record.get("id") or hashlib.sha256(record["url"].encode()).hexdigest()[:12]
            found[key] = record["text"]
    return found


def is_kind(found: str, wanted: str) -> bool:
    """Whether a found kind is the wanted one; agencies and outlets are bodies."""
    return found == wanted or (wanted == "organisation" and found in _BODIES)


def score(name: str, trained: bool, misses: bool = False) -> str:
    """Recall of a list's names by overlap, kind and end, that of each kind, and the share of found names that touch."""
    records = list(map(json.loads, (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()))
    texts = {(data, key): text for data in {r["set"] for r in records} for key, text in texts_of(data).items()}
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    found = touched = 0
    for record in records:
        text = texts.get((record["set"], record["id"]), "")
        if len(text) != record["chars"]:
            print(f"names: article {record['id']} is not in the data")
            continue
        entities = find_entities(view_of(text, "id"), trained)
        spans = [(m.start, m.end, e.kind) for e in entities if e.kind != "role" for m in e.mentions]
        found += len(spans)
        touched += sum(any(a < last and b > first for first, last, _ in record["names"]) for a, b, _ in spans)
        for first, last, wanted in record["names"]:
            over = [span for span in spans if span[0] < last and span[1] > first]
            right = [span for span in over if is_kind(span[2], wanted)]
            for key in ("all", wanted):
                counts[key, "listed"] += 1
                counts[key, "overlap"] += bool(over)
                counts[key, "kind"] += bool(right)
                counts[key, "end"] += any(span[1] == last for span in right)
            if misses and not right:
                print("  miss", text[first:last], wanted, [(text[a:b], k) for a, b, k in over])
    listed = counts["all", "listed"]
    shares = " ".join(f"{by} R {counts['all', by] / listed:.3f}" for by in ("overlap", "kind", "end"))
    each = " ".join(f"{kind} {counts[kind, 'overlap'] / max(1, counts[kind, 'listed']):.3f}" for kind in KINDS)
    return f"listed {listed} {shares} touch P {touched / max(1, found):.3f} (overlap: {each})"


def main() -> None:
    """Reads the words of the command line and prints the table; misses are shown only of the list that was read."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--misses", action="store_true", help="show the names that are missed or of another kind")
    given = words.parse_args()
    if not all(path.is_file() for path in TEXTS.values()):
        sys.exit(f"no development data at {SHARED}")
    for name, called in LISTS.items():
        for how, trained in (("rules", False), ("tagger", True)):
            print(f"names {called} {how:6} {score(name, trained, given.misses and name == 'names_id')}")


if __name__ == "__main__":
    main()

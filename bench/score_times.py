"""Scores expressions of time on the development data beside this checkout and prints one table.

    python bench/score_times.py [own gold seeds id-news en-news weekdays] [--misses]

Sets: the forty written expressions, the gold stories, the seed pages (bodies, each page for itself), and two annotated
for this project in `bench/gold/` (Indonesian and English news of the development data; offsets and values only, the
texts stay where they are). A prediction and a gold span match when they overlap by 0.3 of their union, one to one, best
first, as in TempEval's relaxed measure; "value" asks for the same TIMEX3 value as well. "weekdays" puts the right and a
wrong weekday beside a thousand days. Nothing was tuned on id-news and en-news before the first figures in
docs/scores.md.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from runut.languages.pack import load_pack
from runut.recognise.times import find_times
from runut.recognise.view import View, make_view
from runut.records.article import Article, Published
from runut.records.marks import TimeExpression
from runut.records.page import Place
from runut.records.spans import Part

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = Path(__file__).resolve().parent / "gold"
SETS = ("own", "gold", "seeds", "id-news", "en-news", "weekdays")
LEAST = 0.3
_MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "desember",
)  # fmt: skip
_SOURCES = {
    "detik2026": ("data/language/raw/detik2026.jsonl.gz", "url"),
    "id_stream": ("data/stories/id_stream_2019-09-10_18.jsonl.gz", "id"),
    "polnear-dev": ("data/statements/polnear-dev.jsonl.gz", "id"),
    "basil": ("data/stories/basil_2010-2013.jsonl.gz", "id"),
}


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its day and its gold times as (start, end, value)."""

    name: str
    language: str
    text: str
    day: str | None
    gold: tuple[tuple[int, int, str | None], ...]


def view_of(text: str, language: str, name: str = "x") -> View:
    """The view of a plain text, every line a paragraph of the body."""
    pack = load_pack(language)
    assert pack is not None
    parts = tuple(Part("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return make_view(Article(f"ar-{name}", "pg-x", Place(name), "text", text, language, parts=parts), pack)


def times_of(text: str, day: str | None, language: str) -> tuple[TimeExpression, ...]:
    """The times of a plain text."""
    return find_times(view_of(text, language), Published(day, "source") if day else None)


def day_of(printed: str) -> str | None:
    """The ISO day of a record's `published`, as the development data write it."""
    if found := re.search(r"(\d{4})[-/](\d\d)[-/](\d\d)", printed):
        return "-".join(found.groups())
    if found := re.search(r"(\d\d)/(\d\d)/(\d{4})", printed):
        return f"{found[3]}-{found[2]}-{found[1]}"
    if (found := re.search(r"(\d{1,2}) (\w+) (\d{4})", printed)) and found[2].lower() in _MONTHS:
        return f"{found[3]}-{_MONTHS.index(found[2].lower()) + 1:02}-{int(found[1]):02}"
    return None


def documents_of(name: str) -> Iterator[Document]:
    """The documents of a set with their gold times."""
    if name == "gold":
        for path in sorted((SHARED / "data/gold-stories").glob("*.records.jsonl")):
            gold = json.loads(Path(str(path).replace(".records.jsonl", ".json")).read_text("utf-8"))["articles"]
            for line in path.read_text("utf-8").splitlines():
                record = json.loads(line)
                times = tuple((t["start"], t["end"], t["value"]) for t in gold[record["id"]]["times"])
                day = day_of(gold[record["id"]].get("published") or "") or day_of(record.get("published") or "")
                yield Document(f"{path.name[:8]} {record['id']}", "id", record["text"], day, times)
        return
    if name == "seeds":
        for page, gold in json.loads((SHARED / "gold/seeds.json").read_text("utf-8"))["pages"].items():
            text = (SHARED / "seeds" / gold["file"]).read_text("utf-8")
            times = tuple((t["start"], t["end"], t["value"]) for t in gold["times"])
            start, end = gold["body_first"]["start"], gold["body_last"]["end"]
            inside = "".join(c if start <= at < end or c == "\n" else " " for at, c in enumerate(text))
            for s_, e, _ in times:
                inside = inside[:s_] + text[s_:e] + inside[e:]
            text = inside
            yield Document(page, "id", text, day_of(gold["published"] or ""), times)
        return
    language = name[:2]
    rows = [json.loads(line) for line in (GOLD / f"times_{language}.jsonl").read_text("utf-8").splitlines()]
    texts = {source: _texts(source, {row["id"] for row in rows}) for source in {row["set"] for row in rows}}
    for row in rows:
        text = texts[row["set"]][row["id"]][: row["chars"]]
        yield Document(row["id"], language, text, row["published"], tuple((s, e, v) for s, e, v in row["times"]))


def _texts(source: str, wanted: set[str]) -> dict[str, str]:
    path, key = _SOURCES[source]
    texts = {}
    with gzip.open(SHARED / path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            name = record[key] if key == "id" else record[key].split("/d-")[-1].split("/")[0]
            if name in wanted:
                texts[name] = record["text"]
    return texts


def match(found: tuple[TimeExpression, ...], gold: tuple[tuple[int, int, str | None], ...]) -> list[tuple[int, int]]:
    """Pairs of indices of a prediction and a gold time, one to one, best overlap first."""
    pairs = []
    for i, time_ in enumerate(found):
        for j, (start, end, _) in enumerate(gold):
            both = min(time_.span.end, end) - max(time_.span.start, start)
            either = max(time_.span.end, end) - min(time_.span.start, start)
            if both / either >= LEAST:
                pairs.append((both / either, i, j))
    used_i: set[int] = set()
    used_j: set[int] = set()
    kept = []
    for _, i, j in sorted(pairs, reverse=True):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            kept.append((i, j))
    return kept


def score(name: str, misses: bool = False) -> tuple[int, int, int, int, float]:
    """Gold, predicted, matched, right values and CPU-seconds of a set."""
    gold = predicted = matched = right = 0
    seconds = 0.0
    for document in documents_of(name):
        begun = time.process_time()
        found = times_of(document.text, document.day, document.language)
        seconds += time.process_time() - begun
        pairs = match(found, document.gold)
        gold, predicted, matched = gold + len(document.gold), predicted + len(found), matched + len(pairs)
        right += sum((found[i].value or None) == (document.gold[j][2] or None) for i, j in pairs)
        if misses:
            _show(document, found, pairs)
    return gold, predicted, matched, right, seconds


def _show(document: Document, found: tuple[TimeExpression, ...], pairs: list[tuple[int, int]]) -> None:
    text = document.text
    for i, j in pairs:
        start, end, value = document.gold[j]
        if (found[i].value or None) != (value or None):
            ours = text[found[i].span.start : found[i].span.end]
            print(f"  {document.name} VALUE {text[start:end]!r} {value} | ours {ours!r} {found[i].value}")
    for j, (start, end, value) in enumerate(document.gold):
        if j not in {j for _, j in pairs}:
            print(f"  {document.name} MISS {text[max(0, start - 30) : start]!r} {text[start:end]!r} {value}")
    for i, time_ in enumerate(found):
        if i not in {i for i, _ in pairs}:
            start, end = time_.span.start, time_.span.end
            print(f"  {document.name} EXTRA {text[max(0, start - 30) : end + 20]!r} {text[start:end]!r} {time_.value}")


def score_own(misses: bool = False) -> tuple[int, int]:
    """Right and all of the forty written expressions; an interval within the wanted one is right."""
    right = total = 0
    for line in (SHARED / "data/time/own_40_id.jsonl").read_text("utf-8").splitlines():
        item = json.loads(line)
        found, wanted, interval = times_of(item["text"], item["published"], "id"), item["expected"], item["interval"]
        if wanted == "NONE":
            hit = not found
        elif wanted.startswith("CONFLICT"):
            hit = any("weekday-mismatch" in time_.flags for time_ in found)
        else:
            hit = any(
                t.value in (wanted, wanted.split(";")[0])
                or bool(interval and t.first and t.last and interval[0] <= t.first and t.last <= interval[1])
                for t in found
            )
        right, total = right + hit, total + 1
        if misses and not hit:
            print("  own", item["text"], wanted, [(t.value, t.first, t.last) for t in found])
    return right, total


def score_weekdays() -> tuple[int, int, int]:
    """Contradictions found of a thousand, false alarms of a thousand, and the thousand, over both languages."""
    names = {
        "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
        "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    }
    found = alarms = 0
    for step in range(1000):
        language = ("id", "en")[step % 2]
        anchor = date(2024, 2, 1) + timedelta(days=step)
        day = anchor - timedelta(days=step % 30)
        for wrong in (0, 1 + step % 6):
            weekday = names[language][(day.weekday() + wrong) % 7]
            printed = f"({day.day}/{day.month})" if language == "id" else f", {day:%B} {day.day},"
            text = (
                f"Rapat digelar {weekday} {printed}." if language == "id" else f"They met on {weekday}{printed} here."
            )
            flagged = any("weekday-mismatch" in t.flags for t in times_of(text, anchor.isoformat(), language))
            found, alarms = found + (flagged and wrong > 0), alarms + (flagged and wrong == 0)
    return found, alarms, 1000


def rows(names: tuple[str, ...] = SETS, misses: bool = False) -> list[tuple[str, str]]:
    """One (set, figures) pair for each set that the development data hold."""
    table = []
    for name in names:
        if name == "weekdays":
            found, alarms, of = score_weekdays()
            table.append(("times weekdays", f"contradictions {found}/{of}, false alarms {alarms}/{of}"))
        elif name == "own":
            right, total = score_own(misses)
            table.append(("times own", f"{right}/{total}"))
        else:
            gold, predicted, matched, right, seconds = score(name, misses)
            relaxed, value = (2 * n / max(1, gold + predicted) for n in (matched, right))
            precision, recall = right / max(1, predicted), right / max(1, gold)
            figures = f"gold {gold} found {predicted} relaxed F1 {relaxed:.3f} value P {precision:.3f} R {recall:.3f}"
            table.append((f"times {name}", f"{figures} F1 {value:.3f} ({seconds:.2f} s)"))
    return table


def main() -> None:
    """Reads the words of the command line and prints the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("sets", nargs="*", default=SETS)
    words.add_argument("--misses", action="store_true", help="show what differs")
    given = words.parse_args()
    if not (SHARED / "data").is_dir():
        sys.exit(f"no development data at {SHARED}")
    for name, figures in rows(tuple(given.sets), given.misses):
        print(f"{name:18} {figures}")


if __name__ == "__main__":
    main()

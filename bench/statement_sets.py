"""Development data with statements, and how predictions are matched with it. No part of runut is imported here.

A prediction and a gold span match when the characters that both hold are at least half of those that either holds, one
to one, best first. A speaker is right when the phrases overlap or, where gold has only names, when the names agree.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
UNTAGGED = Path(__file__).with_name("pfsa_speakers.tsv")
LEAST = 0.5
"""Share of common characters from which two spans match: the convention of the published tables."""


@dataclass(frozen=True, slots=True)
class Item:
    """A gold or predicted statement: pieces of content, kind, pieces of the speaker phrase, names of the speaker."""

    pieces: tuple[tuple[int, int], ...]
    kind: str
    source: tuple[tuple[int, int], ...] = ()
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Counts of one set."""

    gold: int = 0
    predicted: int = 0
    matched: int = 0
    sourced: int = 0
    spoken: int = 0
    documents: int = 0
    seconds: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        """The set's line of the table."""
        precision = self.matched / max(1, self.predicted)
        recall = self.matched / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        kinds = " ".join(f"{self.found[k] / self.kinds[k]:6.3f}" if self.kinds[k] else "     -" for k in KINDS)
        right = 2 * self.spoken / max(1, self.predicted + self.gold)
        reach = self.spoken / max(1, self.kinds["sourced"])
        speakers = f"{self.spoken / max(1, self.sourced):8.3f} {reach:8.3f} {right:8.3f}" if self.sourced else " " * 26
        rate = self.documents / max(1e-9, self.seconds)
        counts = f"{name:22}{self.gold:6}{self.predicted:6} {precision:6.3f} {recall:6.3f} {f1:6.3f}"
        return f"{counts} {kinds} {speakers} {rate:8.1f}"


QUOTATION_MARKS = frozenset('“”"')
OPENING = frozenset("([")
JOINING = frozenset("/-")
"""Marks that join words, but behind the first sentence only: there one may be a dateline's dash."""
CLOSING = frozenset((",", ".", ";", ":", "!", "?", ")", "]", "%", "..."))
SPEAKING = ("PERSON", "PERSONCOREF", "ROLE", "AFFILIATION")
"""Tags of PFSA that make a speaker phrase behind a cue."""
NAMING = ("PERSON", "PERSONCOREF")
ONLY = {"pfsa": ("direct", "mixed")}
"""Forms that a set annotates, where it leaves others out."""
KINDS = ("direct", "mixed", "indirect")
HEADING = (
    f"{'set':22}{'gold':>6}{'found':>6} {'P':>6} {'R':>6} {'F1':>6} {'direct':>6} {'mixed':>6} {'indir.':>6} "
    f"{'speaker':>8} {'end/src':>8} {'end F1':>8} {'docs/s':>8}"
)


def overlap(left: Item, right: Item) -> float:
    """Characters in both contents over characters in either."""
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in left.pieces for c, d in right.pieces)
    total = sum(b - a for a, b in left.pieces) + sum(d - c for c, d in right.pieces)
    return common / max(1, total - common)


def match(predicted: list[Item], gold: list[Item]) -> list[tuple[int, int]]:
    """Pairs of indices whose contents match, one to one, best first."""
    pairs = [(overlap(p, g), i, j) for i, p in enumerate(predicted) for j, g in enumerate(gold)]
    found: list[tuple[int, int]] = []
    left, right = set[int](), set[int]()
    for score, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score < LEAST:
            break
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((i, j))
    return found


def words_of(name: str) -> set[str]:
    """The words of a name, folded."""
    return set(re.findall(r"\w+", name.casefold()))


def same_speaker(predicted: Item, gold: Item) -> bool:
    """Whether the speaker phrases overlap or, where gold has only names, one name holds all words of the other."""
    if gold.source:
        return any(a < d and c < b for a, b in predicted.source for c, d in gold.source)
    return any(
        p and g and (p <= g or g <= p)
        for mine in predicted.names
        for theirs in gold.names
        for p, g in ((words_of(mine), words_of(theirs)),)
    )


def count(tally: Tally, predicted: list[Item], gold: list[Item]) -> None:
    """Adds one document to a tally."""
    tally.documents += 1
    tally.gold += len(gold)
    tally.predicted += len(predicted)
    for item in gold:
        tally.kinds[item.kind] += 1
        tally.kinds["sourced"] += bool(item.source or item.names)
    for i, j in match(predicted, gold):
        tally.matched += 1
        tally.found[gold[j].kind] += 1
        if gold[j].source or gold[j].names:
            tally.sourced += 1
            tally.spoken += same_speaker(predicted[i], gold[j])


def polnear(part: str) -> Iterator[tuple[str, str, str, list[Item]]]:
    """Documents of PolNeAR: id, language, text, gold."""
    with gzip.open(SHARED / f"data/statements/{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            gold = [
                Item(tuple(map(tuple, a["content"])), a["kind"], tuple(map(tuple, a["source"])))
                for a in document["attributions"]
                if a["content"]
            ]
            yield document["id"], "en", document["text"], gold


def pfsa() -> Iterator[tuple[str, str, str, list[Item]]]:
    """Documents of PFSA dev-40: sentences of tokens with BILOU tags, joined again; its quotations are direct ones.

    The phrase behind a CUE is the speaker. A CUECOREF ("ujarnya") names nobody: there the person tagged last before it
    is, by name, since the set tags only people who speak; where it left the one who speaks untagged, whom
    `pfsa_speakers.tsv` points at.
    """
    untagged = _untagged()
    with gzip.open(SHARED / "data/statements/pfsa-id-dev40.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            text, spans = _printed([pair for sentence in document["sents"] for pair in sentence])
            said = [number for number, span in enumerate(spans) if span[0] == "STATEMENT"]
            gold = [Item((spans[number][1:],), "direct", *_speaker_behind(text, spans, number)) for number in said]
            for number, start, end in untagged.get(document["id"], ()):
                gold[number] = replace(gold[number], names=(text[start:end],))
            yield document["id"], "id", text, gold


def _untagged() -> dict[str, list[tuple[int, int, int]]]:
    """For each document of PFSA the quotations whose speaker is untagged, with the offsets of the name."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for line in UNTAGGED.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "document")):
            name, number, start, end = line.split("\t")
            found.setdefault(name, []).append((int(number), int(start), int(end)))
    return found


def _printed(tokens: list[tuple[str, str]]) -> tuple[str, list[tuple[str, int, int]]]:
    """The text of tagged tokens, and label and offsets of each span tagged in it."""
    text, spans, begin, inside = "", list[tuple[str, int, int]](), -1, False
    for token, tag in tokens:
        mark = token in QUOTATION_MARKS
        joins = "." in text and (token in JOINING or text[-1:] in JOINING)
        tight = (
            (mark and inside)
            or joins
            or token in CLOSING
            or text[-1:] in OPENING
            or (inside and text[-1:] in QUOTATION_MARKS)
        )
        start = len(text) + (bool(text) and not tight)
        text += " " * (start - len(text)) + token
        inside = inside != mark
        label = tag.partition("-")[2]
        if label and tag[0] in "BU":
            begin = start
        if label and tag[0] in "LU" and begin >= 0:
            spans.append((label, begin, len(text)))
            begin = -1
    return text, spans


def _speaker_behind(
    text: str, spans: list[tuple[str, int, int]], number: int
) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...]]:
    """The spans of the speaker phrase behind the cue of a quotation, or the name of whom a cue without one means."""
    cue, *rest = [*spans[number + 1 : number + 6], ("", 0, 0)]
    if cue[1] - spans[number][2] > 2:
        return (), ()
    if cue[0] == "CUE":
        phrase: list[tuple[int, int]] = []
        for label, start, end in rest:
            if label not in SPEAKING or start - (phrase[-1][1] if phrase else cue[2]) > 3:
                break
            phrase.append((start, end))
        return tuple(phrase), ()
    earlier = [text[start:end] for label, start, end in spans[:number] if label in NAMING]
    return (), tuple(earlier[-1:]) if cue[0] == "CUECOREF" else ()


def csui() -> Iterator[tuple[str, str, str, list[Item]]]:
    """Sentences of UD-CSUI with derived attributions."""
    with (SHARED / "data/statements/ud-attrib-id_csui-ud-train.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            gold = [
                Item(
                    tuple(map(tuple, a["content"])),
                    "direct" if document["text"][a["content"][0][0]] in '"“”' else "indirect",
                    (tuple(a["source"]),) if a["source"] else (),
                )
                for a in document["attributions"]
                if a["content"]
            ]
            yield document["id"], "id", document["text"], gold


def stories() -> Iterator[tuple[str, str, str, list[Item]]]:
    """Articles of the gold stories."""
    for path in sorted((SHARED / "data/gold-stories").glob("*.json")):
        articles = json.loads(path.read_text(encoding="utf-8"))["articles"]
        records = path.with_suffix(".records.jsonl").read_text(encoding="utf-8").splitlines()
        for record in map(json.loads, records):
            annotated = articles.get(record["id"])
            if annotated:
                gold = [
                    Item(((s["start"], s["end"]),), s["kind"], (), (s["speaker"],) if s.get("speaker") else ())
                    for s in annotated["statements"]
                ]
                yield f"{path.stem}-{record['id']}", record.get("language") or "id", record["text"], gold


def documents_of(name: str) -> Iterator[tuple[str, str, str, list[Item]]]:
    """The documents of a set."""
    if name.startswith("polnear"):
        return polnear(name)
    return {"pfsa": pfsa, "csui": csui, "gold": stories}[name]()

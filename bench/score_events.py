"""Scores events on the development data beside this checkout and prints one table.

    python bench/score_events.py [own plv] [--misses]

own: 26 written sentences of both languages (`seeds_id/seed_gold_dev.jsonl`): events as (type, actors, recipients) by
country, with PLOVER's projection of what is to come or denied (a visit to come is AGREE). plv: 1,050 English sentences,
evaluated and never trained on: whether an event of the gold type is found, how many of the found have it, and of the
gold ones with a named source and target how often both sides are right.
"""

import argparse
import csv
import json
import sys
from pathlib import Path

from runut.knowledge.world import country_with
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.events import Event
from runut.records.findings import Findings
from runut.records.page import Place
from runut.records.spans import Part

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = ("own", "plv")
_COMING = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
_COMING_HARM = dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), "THREATEN")
_DENIED = dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "AGREE"), "REJECT")


def plover_type(event: Event) -> str:
    """The PLOVER type of an event with its factuality folded in."""
    if event.factuality in ("future", "possible"):
        return {**_COMING, **_COMING_HARM}.get(event.type, event.type)
    if event.factuality == "negated":
        return _DENIED.get(event.type, event.type)
    return event.type


def findings(text: str, language: str, day: str = "2024-06-20") -> Findings:
    """All findings of a sentence."""
    parts = (Part("body", 0, len(text)),)
    place = Place("x")
    return recognise_article(
        Article("ar-x", "pg-x", place, "text", text, language, published=Published(day, "source"), parts=parts)
    )


def score_own(misses: bool) -> tuple[int, int, int]:
    """Gold events, found ones and right ones of the written sentences."""
    gold = found = right = 0
    for line in (SHARED / "data/events/seeds_id/seed_gold_dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        wanted = {(e["event"], _codes(e["actor"]), _codes(e["recipient"])) for e in row["events"]}
        events = [e for e in findings(row["text"], row["language"]).events if e.factuality not in _NESTED]
        ours = {(plover_type(e), frozenset(e.actors), frozenset(e.recipients)) for e in events}
        gold, found, right = gold + len(wanted), found + len(ours), right + len(wanted & ours)
        if misses and wanted != ours:
            print("  ", row["text"], "\n      wanted", wanted - ours, "\n      ours", ours - wanted)
    return gold, found, right


_NESTED = frozenset({"hypothetical", "alleged", "requested", "denied"})


def _codes(actors: list[str]) -> frozenset[str]:
    return frozenset(actor.split(":")[0] for actor in actors)


def score_plv(misses: bool) -> tuple[int, int, int, int, int, int]:
    """Sentences, with the type found, events, of the gold type, both sides named in gold, both right."""
    sentences = reached = events = typed = sided = right = 0
    with (SHARED / "data/events/zsp_plv/PLV_train.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            wanted = {"CONCEDE", "RETREAT"} if row["gold_root"] == "YIELD" else {row["gold_root"]}
            found = [e for e in findings(row["sentence"], "en").events if e.factuality not in _NESTED]
            hits = [e for e in found if plover_type(e) in wanted]
            sentences, events = sentences + 1, events + len(found)
            reached, typed = reached + bool(hits), typed + len(hits)
            both = [e for e in hits if e.actors and e.recipients]
            if both:
                sided += 1
                good = any(_named(e.actors, row["source"]) and _named(e.recipients, row["target"]) for e in both)
                right += good
                if misses and not good:
                    print("  ", row["marked_sentence"][:250], [(e.type, e.actors, e.recipients) for e in both])
    return sentences, reached, events, typed, sided, right


def _named(labels: tuple[str, ...], phrase: str) -> bool:
    """Whether a phrase of the gold names one of the labels."""
    for label in labels:
        known = country_with(label)
        forms = (known.name, *known.forms, *known.adjectives) if known else (label, *label.split()[-1:])
        if any(form and form.lower()[:5] in phrase.lower() for form in forms):
            return True
    return False


def rows(names: tuple[str, ...] = SETS, misses: bool = False) -> list[tuple[str, str]]:
    """One (set, figures) pair for each set."""
    table = []
    for name in names:
        if name == "own":
            gold, found, right = score_own(misses)
            precision, recall = right / max(1, found), right / max(1, gold)
            table.append(("events own", f"gold {gold} found {found} P {precision:.2f} R {recall:.2f}"))
        else:
            sentences, reached, events, typed, sided, right = score_plv(misses)
            figures = (
                f"type reached {reached}/{sentences}, events {events}, of the gold type {typed / max(1, events):.2f}"
            )
            table.append(("events plv", f"{figures}, both sides right {right}/{sided}"))
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

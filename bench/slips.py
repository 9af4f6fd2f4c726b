"""Slips in reworded articles: how many single slips comparing finds in pairs of articles written for this, by language.

    python bench/slips.py [dev|more|unseen ...] [--list]

Each pair of `bench/samples/slips_*.txt` tells one event twice, the second time in other words and without
contradiction. The second text marks places as `{right=>wrong}`; one slip is made at a time. It is found when a card of
any tier names the changed words. With no slip made, every card is a false alarm. `dev` and `more` may be looked at;
`unseen` is for reporting.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from perturb import article
from runut.recognise.article import recognise_article
from runut.records.claims import Conflict
from score_conflicts import conflicts_of

SAMPLES = Path(__file__).parent / "samples"
SETS = ("dev", "more", "unseen")
MARK = re.compile(r"\{([^{}]*?)=>([^{}]*?)\}")
NEAR = 12
"""Characters around the changed words within which a card still names them: "no" put before a verb."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event told twice: the first text, the second in plain and marked pieces."""

    language: str
    topic: str
    day: str
    first: str
    second: str

    def with_slip(self, number: int | None) -> tuple[str, int, int]:
        """The second text with one slip or none, and where it stands."""
        text, last, start, end = "", 0, 0, 0
        for at, mark in enumerate(MARK.finditer(self.second)):
            text += self.second[last : mark.start()]
            chosen = mark[2] if at == number else mark[1]
            if at == number:
                start, end = len(text), len(text) + len(chosen)
            text, last = text + chosen, mark.end()
        return text + self.second[last:], start, end


def told(name: str) -> Iterator[Told]:
    """The pairs of a file."""
    for block in (SAMPLES / f"slips_{name}.txt").read_text("utf-8").split("\n= "):
        head, *lines = block.removeprefix("= ").strip().splitlines()
        language, topic, day = (part.strip() for part in head.split("|"))
        sides = ("\n".join(line[2:] for line in lines if line.startswith(mark)) for mark in ("< ", "> "))
        yield Told(language, topic, day, *sides)


def cards_of(pair: Told, second: str) -> Sequence[Conflict]:
    """The cards of both texts, the second read two hours later."""
    articles = [
        article("left", pair.first, pair.language, f"{pair.day}T17:00:00+07:00"),
        article("right", second, pair.language, f"{pair.day}T19:00:00+07:00"),
    ]
    return conflicts_of(articles, [recognise_article(one) for one in articles])[0]


def names_slip(card: Conflict, start: int, end: int) -> bool:
    """Whether a card has a place on the second text at the changed words."""
    spans = (span for side in card.sides for span in side.spans if span.article == "ar-right")
    return any(span.start < max(end, start + NEAR) and start - 1 < span.end for span in spans)


def main() -> None:
    """Print slips made, found and shown, and the cards on texts without a slip."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="of: " + ", ".join(SETS))
    parser.add_argument("--list", action="store_true", help="print slips that were missed and cards without a slip")
    given = parser.parse_args()
    for name in given.names or SETS:
        count: Counter[tuple[str, str]] = Counter()
        for pair in told(name):
            plain = cards_of(pair, pair.with_slip(None)[0])
            for card in plain:
                count[pair.language, f"false {card.tier}"] += 1
                if given.list:
                    print(f"   ! {pair.topic}: [{card.tier}] {card.says.rule} {card.says.values}")
            known = {card.id for card in plain}
            for number, mark in enumerate(MARK.finditer(pair.second)):
                text, start, end = pair.with_slip(number)
                new = [card for card in cards_of(pair, text) if card.id not in known and names_slip(card, start, end)]
                count[pair.language, "made"] += 1
                count[pair.language, "found"] += bool(new)
                count[pair.language, "in A or B"] += any(card.tier in "AB" for card in new)
                if given.list:
                    shown = ", ".join(f"{card.tier} {card.says.rule}" for card in new) or "missed"
                    print(f"   {pair.topic}: {mark[1]} => {mark[2]}: {shown}")
        for language in sorted({language for language, _ in count}):
            row = {what: number for (code, what), number in sorted(count.items()) if code == language}
            share = row["found"] / row["made"]
            false = ", ".join(f"{tiers} {sum(row.get(f'false {one}', 0) for one in tiers)}" for tiers in ("AB", "ABC"))
            print(
                f"{name} {language}: found {share:.2f} ({row['found']} of {row['made']}), "
                f"in A or B {row['in A or B']}, cards without a slip: {false}"
            )


if __name__ == "__main__":
    main()

"""Real stories drawn once for reading conflict cards by hand, and the cards that the product shows on them.

    python bench/audit_cards.py draw FILE
    python bench/audit_cards.py more 10
    python bench/audit_cards.py cards S1 E1 [--tiers ABC] [--rule NAME] [--context 160]
    python bench/audit_cards.py count S1

`draw` groups the Indonesian stream of 2019 with the product's own grouping (sentences alone, nothing recognised), keeps
groups of two outlets or more and 2 to 12 articles that hold no record named in docs/conflict-audit.md, shuffles them
with a fixed seed and deals them out to S1 to S9; `more` adds samples of the stories left; the English stories, grouped
by their editors, go to E1 and E2. The
file has a line for each story: sample, tab, record ids. `cards` prints each card with its places in context, on the
screen only; offsets are those of the record's text.
"""

import argparse
import random  # noqa: TID251 - seeded, for drawing alone
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from runut.compare.claims import make_claims
from runut.compare.conflicts import find_conflicts
from runut.compare.grouping import group_statements
from runut.compare.material import lay_out
from runut.compare.pairs import lexical_pairs
from runut.group.reuse import find_reuse
from runut.group.signatures import sign_article
from runut.group.stories import tell_stories
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.claims import Conflict
from runut.records.findings import Findings
from runut.records.page import Place
from runut.records.spans import Part, Span
from score_stories import jittered, records, with_sentences

ROOT = Path(__file__).resolve().parents[1]
DRAWN = ROOT / "bench" / "samples" / "audit.tsv"
STREAM = "id_stream_2019-09-10_18.jsonl.gz"
ENGLISH = ("en_stories_2021_apr-jun.jsonl", "basil_2010-2013.jsonl.gz")
SEED, EACH, SAMPLES, MOST = 20261126, 150, 9, 12


def article_of(row: dict[str, Any], language: str) -> Article:
    """A record as an article of one paragraph a line, dated by the record."""
    text = row["text"]
    parts = tuple(Part("body", m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    day = row["date"][:10] if language == "id" else jittered(row)
    return Article(
        str(row["id"]), "pg-x", Place(str(row["id"])), "record", text, language, row.get("title"),
        outlet=row.get("outlet") or row.get("source"), published=Published(day, "source"), parts=parts,
        record=str(row["id"]),
    )  # fmt: skip


def named_before() -> set[str]:
    """Record ids that the audit names: their stories were read."""
    text = (ROOT / "docs" / "conflict-audit.md").read_text("utf-8")
    return set(re.findall(r"\b[a-z]+-\d+\b", text.split("## Cards read on samples S1", maxsplit=1)[0]))


def draw_more(first: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Further samples of the stream, numbered from `first`: stories that hold no record drawn or named before."""
    drawn = set(DRAWN.read_text("utf-8").split())
    groups = [group for group in _multi_outlet() if not drawn & set(group)]
    random.Random(SEED + first).shuffle(groups)
    for number, group in enumerate(groups):
        yield f"S{first + number // EACH}", group


def _multi_outlet() -> list[Sequence[str]]:
    """Records of the stream's stories of two outlets or more, those left out that the audit names at its beginning."""
    rows = {row["id"]: row for row in records(STREAM)}
    articles = {id: article_of(row, "id") for id, row in rows.items()}
    stories = tell_stories(sign_article(one, with_sentences(one)) for one in articles.values())
    read = named_before()
    return [
        story.articles
        for story in stories
        if 2 <= len(story.articles) <= MOST
        and len({rows[id]["outlet"] for id in story.articles}) > 1
        and not read & set(story.articles)
    ]


def draw() -> Iterator[tuple[str, Sequence[str]]]:
    """Samples with the records of each of their stories."""
    groups = _multi_outlet()
    random.Random(SEED).shuffle(groups)
    for number, group in enumerate(groups[: SAMPLES * EACH]):
        yield f"S{number // EACH + 1}", group
    told: dict[str, list[str]] = defaultdict(list)
    for name in ENGLISH:
        for row in records(name):
            told[f"{name} {row['story']}"].append(str(row["id"]))
    english = sorted(group for group in told.values() if len(group) > 1)
    random.Random(SEED).shuffle(english)
    for at, group in enumerate(english):
        yield f"E{at % 2 + 1}", group


def stories_of(samples: Sequence[str]) -> Iterator[tuple[str, list[Article]]]:
    """The stories of some samples, as articles."""
    rows = {str(row["id"]): (row, "id") for row in records(STREAM)}
    rows |= {str(row["id"]): (row, "en") for name in ENGLISH for row in records(name)}
    for line in DRAWN.read_text("utf-8").splitlines():
        sample, ids = line.split("\t")
        if sample in samples:
            yield sample, [article_of(*rows[id]) for id in ids.split()]


def conflicts_of(articles: Sequence[Article], findings: Sequence[Findings]) -> tuple[Conflict, ...]:
    """Conflicts of a story as the product finds them in one language."""
    reuse = find_reuse(
        [sign_article(one, found) for one, found in zip(articles, findings, strict=True)],
        {one.id: one for one in articles},
    )
    material = lay_out(articles, findings)
    pairs = lexical_pairs(material)
    claims = make_claims(material, group_statements([s.id for s in material.statements], pairs), pairs, reuse)
    return find_conflicts(material, claims, pairs, reuse)[0]


def in_context(span: Span, articles: Sequence[Article], context: int) -> str:
    """A place with what stands around it."""
    one = next(article for article in articles if article.id == span.article)
    before, after = one.text[max(0, span.start - context) : span.start], one.text[span.end : span.end + context]
    day = one.published.day if one.published else None
    words = f"{before}[[{one.text[span.start : span.end]}]]{after}".replace("\n", " / ")
    return f"{one.id} {span.start}-{span.end} ({one.outlet} {day}): …{words}…"


def show(sample: str, card: Conflict, articles: Sequence[Article], context: int) -> None:
    """One card on the screen."""
    copied = " copied" if card.copy_error else ""
    print(f"=== {sample} {articles[0].id} [{card.tier}{copied}] {card.says.rule} ({card.kind}) {card.says.values}")
    for side in card.sides:
        print(f"  - {side.value!r} at {len(side.spans)}")
        for span in side.spans[:2]:
            print("     ", in_context(span, articles, context))


def main() -> None:
    """Draws the samples, or prints the cards of some."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("what", choices=("draw", "more", "cards", "count"))
    words.add_argument("names", nargs="+", help="samples; for draw the file to write, for more the first new number")
    words.add_argument("--tiers", default="ABC")
    words.add_argument("--rule")
    words.add_argument("--context", type=int, default=160)
    given = words.parse_args()
    if given.what == "draw":
        lines = [f"{sample}\t{' '.join(group)}\n" for sample, group in draw()]
        Path(given.names[0]).write_text("".join(lines), "utf-8")
        return
    if given.what == "more":
        with DRAWN.open("a", encoding="utf-8") as file:
            file.writelines(f"{sample}\t{' '.join(group)}\n" for sample, group in draw_more(int(given.names[0])))
        return
    begun = time.process_time()
    counts: Counter[tuple[str, str]] = Counter()
    stories = read = 0
    for sample, articles in stories_of(given.names):
        stories, read = stories + 1, read + len(articles)
        for card in conflicts_of(articles, [recognise_article(one) for one in articles]):
            if card.tier not in given.tiers or given.rule not in (None, card.says.rule):
                continue
            counts[card.tier, card.says.rule] += 1
            if given.what == "cards":
                show(sample, card, articles, given.context)
    print(f"{' '.join(given.names)}: {stories} stories, {read} articles, {time.process_time() - begun:.0f} CPU seconds")
    for (tier, rule), number in sorted(counts.items()):
        print(f"  {tier} {rule:28} {number}")


if __name__ == "__main__":
    main()

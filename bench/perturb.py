"""Perturbation bench: what comparing finds when a slip is put into one of two sentences that agree, and what it leaves
alone when an honest edit is.

    python bench/perturb.py [--pairs 240] [--language id|en] [--list]

Sentences are taken from two outlets' texts of one happening (development data outside the repository; skipped where
absent) when they align and no conflict is found between them. One sentence is changed, both short texts are recognised
and compared again. A slip counts as found when a card of any tier names the changed words (`found`), and as shown when
its tier is A or B. An honest edit is flagged when tier A or B names it. It overstates real recall: keep it apart.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from runut.compare.aligned import Aligned, align_sentences
from runut.compare.material import Material, lay_out
from runut.compare.stretches import stretches_of
from runut.knowledge.known import known_of
from runut.knowledge.world import place_of
from runut.languages.pack import load_pack
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.findings import Findings
from runut.records.page import Place
from runut.records.spans import Span
from score_conflicts import SHARED, conflicts_of, lines_of

LEAST_ORDER = 0.75
"""Likeness of order of the sentences taken: they must agree in all but details."""
AROUND = 2
"""Sentences before and after that are kept, for the names and dates that a sentence leans on."""


@dataclass(frozen=True, slots=True)
class Base:
    """Two short texts whose middle sentences agree: texts, the left one's sentence, where the right one's stands."""

    language: str
    sentence: str
    left: str
    right: str
    start: int
    end: int
    day: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed right text, the offsets of the change in it, and hours that the right page is later."""

    text: str
    start: int
    end: int
    later: int = 0


def article(name: str, text: str, language: str, published: str) -> Article:
    """A short text as an article."""
    return Article(
        f"ar-{name}", f"pg-{name}", Place(name), "record", text, language, outlet=f"Outlet {name}",
        published=Published(published, "source"), parts=tuple(lines_of(text)), record=name,
    )  # fmt: skip


def bases(language: str, wanted: int) -> Iterator[Base]:
    """Aligned agreeing sentences of two outlets, at most two of a story, the same at every run."""
    count = 0
    for group in _groups(language):
        articles = [article(str(at), text, language, day) for at, (text, day) in enumerate(group)]
        findings = [recognise_article(one) for one in articles]
        material = lay_out(articles, findings)
        conflicts, _, _ = conflicts_of(articles, findings)
        used = {span.article for card in conflicts for side in card.sides for span in side.spans}
        good = [
            one
            for one in align_sentences(stretches_of(material))
            if one.firm and LEAST_ORDER <= one.order < 1.0 and not {one.left.article, one.right.article} <= used
        ]
        for one in good[:2]:
            yield _base(material, one, group[0][1])
            count += 1
            if count == wanted:
                return


def _groups(language: str) -> Iterator[list[tuple[str, str]]]:
    """Texts of two outlets on one happening, with the day: the Indonesian stream by titles, or BASIL's events."""
    by_story: dict[str, list[tuple[str, str]]] = defaultdict(list)
    if language == "en":
        for row in _rows(SHARED / "data/stories/basil_2010-2013.jsonl.gz"):
            by_story[row["story"]].append((row["text"], row["date"]))
    else:
        posting: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
        for row in _rows(SHARED / "data/stories/id_stream_2019-09-10_18.jsonl.gz"):
            words = sorted(set(re.findall(r"[a-z]{5,}", row["title"].lower())), key=lambda w: (-len(w), w))
            if len(words) >= 3:
                posting[row["date"], words[0], words[1]].append(row)
        for key, rows in posting.items():
            if len({row["outlet"] for row in rows}) >= 2:
                by_story[" ".join(key)] = [(row["text"], row["date"]) for row in rows[:3]]
    for name in sorted(by_story, key=lambda name: hashlib.md5(name.encode()).hexdigest()):
        if len(by_story[name]) >= 2:
            yield by_story[name]


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    if file.exists():
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _base(material: Material, one: Aligned, day: str) -> Base:
    left, first, last = _around(material, one.left.span)
    right, start, end = _around(material, one.right.span)
    return Base(material.article[one.left.article].language, left[first:last], left, right, start, end, day)


def _around(material: Material, span: Span) -> tuple[str, int, int]:
    """A sentence with its neighbours, one a line, and where it stands in that text."""
    sentences = material.found[span.article].sentences
    at = sentences.index(span)
    near = sentences[max(0, at - AROUND) : at + AROUND + 1]
    lines = [re.sub(r"\s+", " ", material.text(one)) for one in near]
    before = sum(len(line) + 1 for line in lines[: at - max(0, at - AROUND)])
    return "\n".join(lines), before, before + len(lines[at - max(0, at - AROUND)])


Changer = Callable[[Base, Findings], Edit | None]


def _put(base: Base, start: int, end: int, new: str, later: int = 0) -> Edit | None:
    """The change, where both sentences have the words that are changed: else they do not agree in them."""
    if base.right[start:end] == new or base.right[start:end] not in base.sentence:
        return None
    return Edit(base.right[:start] + new + base.right[end:], start, start + len(new), later)


def _names(base: Base, found: Findings, *kinds: str) -> list[tuple[Span, str]]:
    """Mentions in the sentence, first ones first, with their entity's id."""
    inside = [
        (mention, entity.id)
        for entity in found.entities
        if entity.kind in kinds
        for mention in entity.mentions
        if base.start <= mention.start and mention.end <= base.end
    ]
    return sorted(inside)


def _apart(text: str, span: Span) -> bool:
    """Whether a name stands by itself: no part of a longer one, no short form in brackets, not the one in front."""
    before, behind = text[: span.start].rstrip(), text[span.end :].lstrip()
    last = re.findall(r"[\w'’-]+$", before)
    glued = text[span.start - 1 : span.start] not in ("", " ", "\n", '"', "“") or text[span.end : span.end + 1] in (
        "-",
        "/",
    )
    runs_on = bool(last and last[0][:1].isupper() and "." not in before[-1:]) or behind[:1].isupper()
    return not (glued or runs_on or behind[:1] in ("(", "—") or before[-1:] in ("(", "—"))


def _tells(between: str, language: str) -> bool:
    """Whether a deed stands between two names: words of content, and no mark of a list or an aside."""
    pack = load_pack(language)
    assert pack
    stops = set(pack.forms("stopwords"))
    words = [word for word in re.findall(r"[^\W\d_]+", between) if word not in stops]
    return not re.search(r"[,;:()/—–|\n]", between) and any(word.islower() and len(word) > 3 for word in words)


def swap_actors(base: Base, found: Findings) -> Edit | None:
    """Two names of people, bodies or countries with a deed between them exchanged, the first such two."""
    kind = {entity.id: entity.kind for entity in found.entities}
    names = [one for one in _names(base, found, "person", "organisation", "place") if _apart(base.right, one[0])]
    for at, (first, entity) in enumerate(names):
        for second, other in names[at + 1 :]:
            if entity != other and kind[entity] == kind[other] and second.start >= first.end:
                one, two = base.right[first.start : first.end], base.right[second.start : second.end]
                between = base.right[first.end : second.start]
                if _tells(between, base.language) and one in base.sentence and two in base.sentence:
                    text = f"{base.right[: first.start]}{two}{between}{one}{base.right[second.end :]}"
                    return Edit(text, first.start, first.start + len(two))
    return None


def other_actor(base: Base, found: Findings) -> Edit | None:
    """The first person's or body's name replaced by another one of the text."""
    names = [one for one in _names(base, found, "person", "organisation") if _apart(base.right, one[0])]
    others = [e for e in found.entities if e.kind in ("person", "organisation") and len(e.name.split()) >= 2]
    for mention, entity in names:
        kind = next(e.kind for e in found.entities if e.id == entity)
        for other in others:
            inside = any(base.start <= m.start < base.end for m in other.mentions)
            same = set(other.name.lower().split()) & set(base.right[mention.start : mention.end].lower().split())
            named = any(word in other.name.split() for word in ("dan", "and"))
            if other.id != entity and other.kind == kind and not inside and not same and not named:
                return _put(base, mention.start, mention.end, other.name)
    return None


def day_off(base: Base, found: Findings) -> Edit | None:
    """The first printed date one day later, its weekday with it."""
    pack = load_pack(base.language)
    assert pack
    weekdays = [row for row in pack.table("calendar") if row["kind"] == "weekday"]
    for time in found.times:
        if not (base.start <= time.span.start and time.span.end <= base.end) or time.grain != "day" or not time.first:
            continue
        printed = base.right[time.span.start : time.span.end]
        number = re.search(r"\d{1,2}", printed)
        day = date.fromisoformat(time.first)
        if number is None or int(number[0]) != day.day or (day + timedelta(1)).month != day.month or time.flags:
            continue
        new = printed[: number.start()] + str(day.day + 1) + printed[number.end() :]
        for row in weekdays:
            if row["form"] in new and int(row["number"]) == day.weekday():
                later = next(r["form"] for r in weekdays if int(r["number"]) == (day.weekday() + 1) % 7)
                new = new.replace(row["form"], later, 1)
                break
        return _put(base, time.span.start, time.span.end, new)
    return None


def tenfold(base: Base, found: Findings) -> Edit | None:
    """The first exact figure ten times as large."""
    for figure in found.figures:
        if base.start <= figure.span.start and figure.span.end <= base.end and figure.bound == "exact":
            printed = base.right[figure.span.start : figure.span.end]
            number = re.search(r"(?<![\d.,])\d{1,3}(?![\d.,])", printed)
            if number and int(number[0]) > 1:
                new = printed[: number.end()] + "0" + printed[number.end() :]
                return _put(base, figure.span.start, figure.span.end, new)
    return None


def other_place(base: Base, found: Findings) -> Edit | None:
    """The first known place replaced by one of the same kind elsewhere."""
    for mention, _ in _names(base, found, "place"):
        known = place_of(base.right[mention.start : mention.end])
        if known and _apart(base.right, mention):
            for other in known_of("place"):
                apart = other.part_of != known.name and known.part_of != other.name and other.part_of != known.part_of
                alike = other.kind_of == known.kind_of and other.country == known.country
                if alike and apart and other.name != known.name and other.name not in base.left:
                    return _put(base, mention.start, mention.end, other.name)
    return None


def negate(base: Base, found: Findings) -> Edit | None:
    """The first word of ability or future denied."""
    pack = load_pack(base.language)
    assert pack
    no = pack.forms("negation", kind="verb")[0]
    words = {form for m in ("possible", "future") for form in pack.forms("hedges", modality=m) if " " not in form}
    for match in re.finditer(r"[^\W\d_]+", base.right[base.start : base.end]):
        if match[0] in words:
            at = base.start + match.start()
            before = base.right[base.start : at]
            if re.search(rf"\b{no}\s*$", before):
                continue
            new = f"{no} {match[0]}" if base.language == "id" else f"{match[0]} {no}"
            return _put(base, at, at + len(match[0]), new)
    return None


def weaken(base: Base, found: Findings) -> Edit | None:
    """The first word of duty, certainty or denial replaced by one at the other end of its scale."""
    pack = load_pack(base.language)
    assert pack
    rows = {row["form"]: row for row in pack.table("force_scale")}
    for match in re.finditer(r"[^\W\d_]+", base.right[base.start : base.end]):
        row = rows.get(match[0])
        if row:
            far = [
                r for r in rows.values() if r["scale"] == row["scale"] and abs(int(r["level"]) - int(row["level"])) >= 2
            ]
            if far:
                at = base.start + match.start()
                return _put(base, at, at + len(match[0]), far[0]["form"])
    return None


def rounded(base: Base, found: Findings) -> Edit | None:
    """The first exact figure of three digits or more rounded, with a word that says so."""
    pack = load_pack(base.language)
    assert pack
    about = next(
        row["form"] for row in pack.table("approximations") if row["kind"] == "before" and row["low"] and row["high"]
    )
    for figure in found.figures:
        if base.start <= figure.span.start and figure.span.end <= base.end and figure.bound == "exact":
            printed = base.right[figure.span.start : figure.span.end]
            number = re.search(r"(?<![\d.,])\d{3}(?![\d.,])", printed)
            if number and printed.startswith(number[0]) and not number[0].endswith("0"):
                new = f"{about} {round(int(number[0]), -1)}{printed[number.end() :]}"
                return _put(base, figure.span.start, figure.span.end, new)
    return None


def synonym(base: Base, found: Findings) -> Edit | None:
    """The first word that has a synonym replaced by it."""
    pack = load_pack(base.language)
    assert pack
    rows = pack.table("synonyms")
    for match in re.finditer(r"[^\W\d_]+", base.right[base.start : base.end]):
        groups = [row["group"] for row in rows if row["form"] == match[0]]
        others = [row["form"] for row in rows if groups and row["group"] == groups[0] and row["form"] != match[0]]
        others = [form for form in others if form[:2] == match[0][:2] or len(others) == 1]
        if others:
            at = base.start + match.start()
            return _put(base, at, at + len(match[0]), others[0])
    return None


def grown(base: Base, found: Findings) -> Edit | None:
    """The first count of people three higher, on a page six hours later."""
    for figure in found.figures:
        if base.start <= figure.span.start and figure.span.end <= base.end and figure.unit == "person":
            printed = base.right[figure.span.start : figure.span.end]
            number = re.match(r"\d{1,3}(?![\d.,])", printed)
            if number and figure.bound == "exact":
                new = f"{int(number[0]) + 3}{printed[number.end() :]}"
                return _put(base, figure.span.start, figure.span.end, new, later=6)
    return None


def shortened(base: Base, found: Findings) -> Edit | None:
    """The first full name of a person cut to its last word: titles and first names are no differences."""
    for mention, _ in _names(base, found, "person"):
        printed = base.right[mention.start : mention.end]
        if len(printed.split()) >= 2:
            return _put(base, mention.start, mention.end, printed.split()[-1])
    return None


def detailed(base: Base, found: Findings) -> Edit | None:
    """A known place with what it lies in behind it."""
    for mention, _ in _names(base, found, "place"):
        known = place_of(base.right[mention.start : mention.end])
        if known and known.part_of and known.part_of not in base.right:
            return _put(base, mention.end, mention.end, f", {known.part_of}")
    return None


SLIPS: dict[str, Changer] = {
    "roles swapped": swap_actors, "other actor": other_actor, "a day off": day_off, "tenfold": tenfold,
    "other place": other_place, "negation": negate, "force": weaken,
}  # fmt: skip
HONEST: dict[str, Changer] = {
    "rounded": rounded, "synonym": synonym, "update": grown, "name cut short": shortened, "more detail": detailed,
}  # fmt: skip


def tiers_of(base: Base, edit: Edit) -> set[str]:
    """Tiers of the cards that name the changed words."""
    later = f"{base.day}T{10 + edit.later}:00:00+07:00"
    articles = [
        article("left", base.left, base.language, f"{base.day}T10:00:00+07:00"),
        article("right", edit.text, base.language, later),
    ]
    conflicts, _, _ = conflicts_of(articles, [recognise_article(one) for one in articles])
    return {
        card.tier
        for card in conflicts
        for side in card.sides
        for span in side.spans
        if span.article == "ar-right" and span.start < max(edit.end, edit.start + 1) + 1 and edit.start < span.end + 1
    }


def own_pairs(language: str) -> Iterator[tuple[str, str, str]]:
    """Pairs of texts written for this bench that differ honestly: what differs, left, right."""
    for line in (Path(__file__).parent / "samples" / "honest.tsv").read_text("utf-8").splitlines()[1:]:
        code, what, left, right = line.split("\t")
        if code == language:
            yield what, left, right


def score_own(language: str, listed: bool) -> tuple[Counter[str], Counter[str]]:
    """For each kind of honest difference between our own texts: how many there are, flagged in A or B."""
    made: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    for what, left, right in own_pairs(language):
        articles = [
            article("left", left.replace(" / ", "\n"), language, "2025-03-14T08:00:00+07:00"),
            article("right", right.replace(" / ", "\n"), language, "2025-03-14T16:00:00+07:00"),
        ]
        conflicts, _, _ = conflicts_of(articles, [recognise_article(one) for one in articles])
        made[what] += 1
        shown = [card for card in conflicts if card.tier in "AB"]
        flagged[what] += bool(shown)
        if listed and shown:
            print(f"   {what} {[card.says.rule for card in shown]}: {left!r} {right!r}")
    return made, flagged


def score(
    chosen: Sequence[Base], changers: dict[str, Changer], listed: bool
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """For each kind of change: how many were made, found in any tier, shown in A or B."""
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for base in chosen:
        marks = recognise_article(article("right", base.right, base.language, f"{base.day}T10:00:00+07:00"))
        for name, change in changers.items():
            edit = change(base, marks)
            if edit is None:
                continue
            tiers = tiers_of(base, edit)
            made[name] += 1
            found[name] += bool(tiers)
            shown[name] += bool(tiers & {"A", "B"})
            if listed and bool(tiers & {"A", "B"}) != (changers is SLIPS):
                print(f"   {name} {sorted(tiers)}: {edit.text[max(0, edit.start - 60) : edit.end + 40]!r}")
    return made, found, shown


def main() -> None:
    """Print found and shown for each kind of slip, flagged for each kind of honest edit, and the totals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=240)
    parser.add_argument("--language", choices=["id", "en"], action="append")
    parser.add_argument("--list", action="store_true", help="print slips that were missed and honest edits flagged")
    given = parser.parse_args()
    for language in given.language or ["id", "en"]:
        chosen = list(bases(language, given.pairs))
        print(f"{language}: {len(chosen)} pairs of sentences")
        for title, changers in (("slips", SLIPS), ("honest edits", HONEST)):
            made, found, shown = score(chosen, changers, given.list)
            for name in changers:
                print(f"  {name:16} made {made[name]:3}  found {found[name]:3}  in A or B {shown[name]:3}")
            total = max(1, made.total())
            in_any, in_sure = found.total() / total, shown.total() / total
            print(f"  {language} {title}: found {in_any:.2f}, in A or B {in_sure:.3f} of {made.total()}")
        ours, flagged = score_own(language, given.list)
        print(f"  {language} written edits: in A or B {flagged.total() / ours.total():.3f} of {ours.total()}")


if __name__ == "__main__":
    main()

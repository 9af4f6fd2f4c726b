"""Scores statement recognition on the development data beside this checkout and prints one table.

    python bench/score_statements.py [polnear-train polnear-dev pfsa csui gold] [--every N] [--surface]

Sets: PolNeAR (English; spans, kinds, sources), PFSA dev-40 (Indonesian, direct), UD-CSUI (Indonesian, one sentence
at a time), the gold stories. A prediction and a gold span match when the characters that both hold are at least half of
those that either holds, one to one, best first. In PolNeAR a content may be in several pieces ("S1," she said. "S2."),
ours never is: rows marked "joined" count our consecutive quotations of one speaker in one paragraph as one, rows marked
"apart" count each of its quotations for itself. A speaker is right when the phrase we point at overlaps the gold phrase
or, in the gold stories and for "ujarnya" in PFSA, when the names agree. "end/src" is the share of the gold statements
with a source whose content and speaker are both right. Sets without a licence are measured, never trained on.
"""

import argparse
import sys
import time

from runut.languages.pack import load_pack
from runut.recognise.entities import find_entities
from runut.recognise.statements import find_statements
from runut.recognise.times import find_times
from runut.recognise.view import View, make_view
from runut.records.article import Article
from runut.records.page import Place
from runut.records.spans import Part, TextMap
from runut.records.statements import Statement
from statement_sets import HEADING, ONLY, SHARED, Item, Tally, count, documents_of

SETS = ("polnear-dev", "pfsa", "csui", "gold")


def article_of(text: str, language: str, name: str) -> Article:
    """A record's text as an article with one body part."""
    map_ = TextMap(())
    place = Place(name, 0, len(text))
    return Article(
        f"ar-{name}", f"pg-{name}", place, "record", text, language, parts=(Part("body", 0, len(text)),), text_map=map_
    )


def statements_of(article: Article, surface: bool) -> tuple[View, tuple[Statement, ...]]:
    """The view of an article and its statements, read with its entities and times."""
    pack = load_pack(article.language)
    assert pack is not None
    view = make_view(article, pack)
    return view, recognise(view, surface)


def recognise(view: View, surface: bool) -> tuple[Statement, ...]:
    """Statements of a view; `surface` leaves the parser out."""
    times = find_times(view, view.article.published)
    return find_statements(view, find_entities(view), times, surface=surface)


def predictions(view: View, statements: tuple[Statement, ...], joined: bool) -> list[Item]:
    """Our statements as items; `joined` unites a quotation and the one that goes on in the same paragraph.

    A speaker without a phrase of its own stands in its cue ("ujarnya").
    """
    items: list[Item] = []
    last: Statement | None = None
    for found in statements:
        content = (found.content.start, found.content.end)
        speaker = found.speaker
        goes_on = (
            joined
            and last is not None
            and found.form == last.form == "direct"
            and speaker is not None
            and speaker.how == "continued"
            and "\n" not in view.article.text[last.content.end : content[0]]
        )
        if goes_on:
            before = items.pop()
            items.append(Item((*before.pieces, content), before.kind, before.source, before.names))
        else:
            phrase = speaker.span if speaker and speaker.span else found.cue.span if found.cue else None
            source = ((phrase.start, phrase.end),) if phrase else ()
            names = (speaker.name, *speaker.names) if speaker else ()
            items.append(Item((content,), found.form, source, names))
        last = found
    return items


def apart(gold: list[Item]) -> list[Item]:
    """Gold with each piece of a direct quotation as an item of its own, as runut and the gold stories count them."""
    found: list[Item] = []
    for item in gold:
        pieces = _united(item.pieces) if item.kind == "direct" else [item.pieces]
        found += [Item(piece, item.kind, item.source, item.names) for piece in pieces]
    return found


def _united(pieces: tuple[tuple[int, int], ...]) -> list[tuple[tuple[int, int]]]:
    """Pieces that only a space parts (PolNeAR cuts some quotations at their sentences) in one."""
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        if found and start - found[-1][1] <= 2:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [(piece,) for piece in found]


def score(name: str, every: int, surface: bool, offset: int = 0) -> tuple[Tally, Tally, Tally]:
    """The tallies of a set: as it is, with our quotations joined, and with its quotations apart."""
    plain, joined, split = Tally(), Tally(), Tally()
    for number, (identifier, language, text, gold) in enumerate(documents_of(name)):
        if number % every != offset:
            continue
        begun = time.process_time()
        view, found = statements_of(article_of(text, language, identifier), surface)
        found = tuple(s for s in found if name not in ONLY or s.form in ONLY[name])
        plain.seconds += time.process_time() - begun
        joined.seconds = split.seconds = plain.seconds
        count(plain, predictions(view, found, False), gold)
        count(joined, predictions(view, found, True), gold)
        count(split, predictions(view, found, False), apart(gold))
    return plain, joined, split


def main() -> None:
    """Reads the words of the command line and prints the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("sets", nargs="*", default=SETS)
    words.add_argument("--every", type=int, default=1, help="take one document in so many")
    words.add_argument("--offset", type=int, default=0, help="the first document taken")
    words.add_argument("--surface", action="store_true", help="rules alone, without the parser")
    given = words.parse_args()
    if not (SHARED / "data").is_dir():
        sys.exit(f"no development data at {SHARED}")
    print(HEADING)
    for name in given.sets:
        plain, joined, split = score(name, given.every, given.surface, given.offset)
        print(plain.row(name))
        if name.startswith("polnear"):
            print(joined.row(f"{name} joined"))
            print(split.row(f"{name} apart"))


if __name__ == "__main__":
    main()

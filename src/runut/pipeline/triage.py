"""Leaving out pages in other languages before they are read, for archives in which few pages are wanted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from runut.pipeline.tasks import look_task, lost_look
from runut.ports import Engine
from runut.records.notes import Problem
from runut.records.page import Page

Got = tuple[Page, bytes] | Problem
TOGETHER = 256
"""Pages looked at together; bounds memory."""


def only_in(languages: Sequence[str], got: Iterable[Got], engine: Engine) -> Iterator[Got]:
    """What came from the sources without pages in other languages; how many were left out is a note at the end.

    A page whose language a cheap look cannot tell stays. Nothing is left out where no languages are named.
    """
    if not languages:
        yield from got
        return
    left_out: dict[str, Counter[str]] = {}
    batch: list[tuple[Page, bytes]] = []
    for item in got:
        if isinstance(item, Problem):
            yield item
            continue
        batch.append(item)
        if len(batch) == TOGETHER:
            yield from _wanted(languages, batch, engine, left_out)
            batch = []
    yield from _wanted(languages, batch, engine, left_out)
    for file, number in left_out.items():
        told = ", ".join(f"{count} {language}" for language, count in sorted(number.items()))
        says = f"pages in other languages left out after a look (setting only_languages): {told}"
        yield Problem("sources", "other-languages", file, says, severity="note")


def _wanted(
    languages: Sequence[str],
    batch: Sequence[tuple[Page, bytes]],
    engine: Engine,
    left_out: dict[str, Counter[str]],
) -> Iterator[tuple[Page, bytes]]:
    for item, language in zip(batch, engine.map(look_task, batch, lost_look), strict=True):
        if language in languages or language == "und":
            yield item
        else:
            left_out.setdefault(item[0].place.file, Counter())[language] += 1

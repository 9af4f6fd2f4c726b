"""Reporting sentences of one agency in two languages, laid out as stories of two articles: does each find its own?"""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from runut.recognise.article import recognise_article
from runut.records.article import Article
from runut.records.findings import Findings
from runut.records.spans import Span
from runut.records.statements import Statement
from story_sets import SHARED, make_article

ARCHIVE = SHARED / "data/statements/PANL-BPPT-INT-EN-ID-150Kw.tgz"
SENTENCES = 25
"""Reporting sentences of one story: the pair's own and its neighbours, mostly of the same matter."""


@dataclass(frozen=True, slots=True)
class TwoTongues:
    """A story in English and Indonesian; `pairs` are ids of statements that are each other's translation."""

    articles: tuple[Article, Article]
    findings: tuple[Findings, Findings]
    pairs: frozenset[tuple[str, str]]


def read_translations(stories: int) -> Iterator[TwoTongues]:
    """Stories of `SENTENCES` reporting sentences each, from the beginning of the set."""
    with tarfile.open(ARCHIVE) as archive:
        members = sorted((m for m in archive.getmembers() if m.name.endswith(".txt")), key=lambda m: m.name)
        files = [archive.extractfile(member) for member in members]
        texts = [file.read().decode("utf-8", "replace") for file in files if file]
    english, indonesian = ([line.strip() for line in text.splitlines()] for text in texts)
    both = [(e, i) for e, i in zip(english, indonesian, strict=True) if e and i]
    kept = (pair for at in range(0, len(both), 50) for pair in _reporting(both[at : at + 50]))
    for number in range(stories):
        chosen = list(islice(kept, SENTENCES))
        yield _story(number, chosen)


def _reporting(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of which both sides report speech."""
    sides = []
    for side, language in ((0, "en"), (1, "id")):
        article = replace(make_article("x", "\n".join(pair[side] for pair in pairs)), language=language)
        at = {article.text.count("\n", 0, s.content.start) for s in recognise_article(article).statements}
        sides.append(at)
    return [pair for line, pair in enumerate(pairs) if line in sides[0] and line in sides[1]]


def _story(number: int, pairs: list[tuple[str, str]]) -> TwoTongues:
    made = []
    for side, language in ((0, "en"), (1, "id")):
        article = replace(
            make_article(f"{number}-{language}", "\n".join(pair[side] for pair in pairs)), language=language
        )
        made.append((article, recognise_article(article)))
    lines = [_lines(article, findings) for article, findings in made]
    findings = tuple(replace(f, statements=tuple(at.values())) for (_, f), at in zip(made, lines, strict=True))
    wanted = frozenset((lines[0][k].id, lines[1][k].id) for k in lines[0].keys() & lines[1].keys())
    return TwoTongues((made[0][0], made[1][0]), (findings[0], findings[1]), wanted)


def _lines(article: Article, findings: Findings) -> dict[int, Statement]:
    """For each line with a statement, its first one, widened to the whole line."""
    found: dict[int, Statement] = {}
    for statement in findings.statements:
        line = article.text.count("\n", 0, statement.content.start)
        part = article.parts[line]
        found.setdefault(line, replace(statement, content=Span(article.id, part.start, part.end)))
    return found

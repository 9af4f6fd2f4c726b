"""Scores figures on the marked cases of the language packs and prints one table.

    python bench/score_figures.py [id en] [--misses]

A figure is right when its words, interval, unit and bound are those of the case. Unmarked numbers are no figures.
"""

import argparse
import re
import tomllib
from importlib.resources import files

from runut.languages.pack import FOLDERS
from runut.recognise.figures import find_figures
from runut.recognise.times import find_times
from runut.records.article import Published
from score_times import view_of

SETS = ("id", "en")
Row = tuple[str, float | None, float | None, str, str]
_MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def read_mark(head: str, words: str) -> Row:
    """A mark such as "~180..220 person" as words, ends, unit and bound."""
    ends, unit = head.strip().lstrip("~").rsplit(" ", 1)
    low, dots, high = ends.replace(" ", "").partition("..")
    first = float(low) if low else None
    last = (float(high) if high else None) if dots else first
    bound = "about" if head.strip().startswith("~") else "at-least" if last is None else "at-most"
    return words, first, last, unit, "exact" if bound == "at-most" and first is not None else bound


def lines(language: str) -> list[str]:
    """The marked lines of a language."""
    text = files(f"runut.languages.{FOLDERS[language]}").joinpath("cases/figures.toml").read_text(encoding="utf-8")
    return [line for group in tomllib.loads(text)["group"] for line in group["lines"].strip().splitlines()]


def figures_of(text: str, language: str) -> list[Row]:
    """The figures of a text in the form of marks."""
    view = view_of(text, language)
    found = find_figures(view, find_times(view, Published("2025-03-14", "source")))
    return [(text[f.span.start : f.span.end], f.low, f.high, f.unit, f.bound) for f in found]


def same(one: Row, other: Row) -> bool:
    """Whether two rows agree, ends up to a hundred-thousandth."""
    ends = zip(one[1:3], other[1:3], strict=True)
    near = all(a == b or (a is not None and b is not None and abs(a - b) <= 1e-5 * abs(a)) for a, b in ends)
    return near and (one[0], *one[3:]) == (other[0], *other[3:])


def score(language: str, misses: bool = False) -> tuple[int, int, int]:
    """Marked, found and right figures of a language."""
    marked = found = right = 0
    for line in lines(language):
        wanted = [read_mark(*mark) for mark in _MARK.findall(line)]
        ours = figures_of(_MARK.sub(lambda mark: mark[2], line), language)
        hits = sum(any(same(row, other) for other in ours) for row in wanted)
        marked, found, right = marked + len(wanted), found + len(ours), right + hits
        if misses and (hits < len(wanted) or len(ours) > len(wanted)):
            print("  ", line, ours)
    return marked, found, right


def rows(names: tuple[str, ...] = SETS, misses: bool = False) -> list[tuple[str, str]]:
    """One (set, figures) pair for each language."""
    table = []
    for name in names:
        marked, found, right = score(name, misses)
        table.append((f"figures {name}", f"cases {marked} found {found} F1 {2 * right / max(1, marked + found):.3f}"))
    return table


def main() -> None:
    """Reads the words of the command line and prints the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("sets", nargs="*", default=SETS)
    words.add_argument("--misses", action="store_true", help="show what differs")
    given = words.parse_args()
    for name, figures in rows(tuple(given.sets), given.misses):
        print(f"{name:18} {figures}")


if __name__ == "__main__":
    main()

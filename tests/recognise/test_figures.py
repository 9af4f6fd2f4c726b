"""Figures: marked cases, numbers in words and digits."""

import re
import tomllib
from importlib.resources import files

import pytest

from runut.languages.pack import FOLDERS, load_pack
from runut.recognise.figures import find_figures
from runut.recognise.numbers import number_style, read_digits, read_words
from runut.recognise.times import find_times
from runut.recognise.view import make_view
from runut.records.article import Article, Published
from runut.records.page import Place
from runut.records.spans import Part

MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
Row = tuple[str, float | None, float | None, str, str]


def lines() -> list[tuple[str, str]]:
    """Marked lines with their language: ends and unit before the bar, the words after it."""
    found = []
    for code, folder in FOLDERS.items():
        text = files(f"runut.languages.{folder}").joinpath("cases/figures.toml").read_text(encoding="utf-8")
        groups = tomllib.loads(text)["group"]
        found += [(line, code) for group in groups for line in group["lines"].strip().splitlines()]
    return found


def marked(head: str, words: str) -> Row:
    ends, unit = head.strip().lstrip("~").rsplit(" ", 1)
    low, dots, high = ends.replace(" ", "").partition("..")
    first = float(low) if low else None
    last = (float(high) if high else None) if dots else first
    if head.strip().startswith("~"):
        return words, first, last, unit, "about"
    return words, first, last, unit, "at-least" if last is None else "at-most" if first is None else "exact"


@pytest.mark.parametrize(("line", "language"), lines(), ids=lambda value: value[:50])
def test_marked_figures(line: str, language: str) -> None:
    text, pack = MARK.sub(lambda mark: mark[2], line), load_pack(language)
    assert pack is not None
    parts = (Part("body", 0, len(text)),)
    view = make_view(Article("ar-x", "pg-x", Place("x.txt"), "text", text, pack.code, parts=parts), pack)
    found = find_figures(view, find_times(view, Published("2025-03-14", "source")))
    wanted = [marked(*mark) for mark in MARK.findall(line)]
    words = [(text[f.span.start : f.span.end], f.unit, f.bound) for f in found]
    assert words == [(row[0], row[3], row[4]) for row in wanted]
    for figure, row in zip(found, wanted, strict=True):
        for ours, end in ((figure.low, row[1]), (figure.high, row[2])):
            assert (ours is None) == (end is None)
            assert end is None or ours == pytest.approx(end, rel=1e-5)


@pytest.mark.parametrize(
    ("language", "digits", "value"),
    [
        ("id", "5.000", 5000.0), ("id", "2,84", 2.84), ("id", "110,718", 110.718), ("id", "17.20", 17.2),
        ("id", "1.234,5", 1234.5), ("en", "5,000", 5000.0), ("en", "1,234.5", 1234.5), ("id", "1.2.3", None),
    ],
)  # fmt: skip
def test_digits(language: str, digits: str, value: float | None) -> None:
    pack = load_pack(language)
    assert pack is not None
    assert read_digits(digits, number_style(pack)) == value


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("id", "dua belas", 12), ("id", "tiga puluh empat ribu lima ratus", 34500), ("id", "seribu", 1000),
        ("id", "dua juta seratus ribu", 2100000), ("en", "twenty one", 21), ("en", "three hundred and five", 305),
    ],
)  # fmt: skip
def test_words(language: str, words: str, value: int) -> None:
    pack = load_pack(language)
    assert pack is not None
    assert read_words(words.split(), number_style(pack)) == (value, len(words.split()))

"""Figures: marked cases, numbers in words and digits."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from runut.languages.pack import FOLDERS, load_pack
from runut.recognise.figures import find_figures
from runut.recognise.numbers import number_style, read_digits, read_words
from runut.recognise.times import find_times
from runut.recognise.view import make_view
from runut.records.article import Article, Published
from runut.records.page import Place
from runut.records.spans import Part


def cases() -> list[dict[str, Any]]:
    found = []
    for code, folder in FOLDERS.items():
        text = files(f"runut.languages.{folder}").joinpath("cases/figures.toml").read_text(encoding="utf-8")
        found += [{**case, "language": code} for case in tomllib.loads(text)["case"]]
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"][:40])
def test_marked_figures(case: dict[str, Any]) -> None:
    text, pack = case["text"], load_pack(case["language"])
    assert pack is not None
    parts = (Part("body", 0, len(text)),)
    view = make_view(Article("ar-x", "pg-x", Place("x.txt"), "text", text, pack.code, parts=parts), pack)
    found = find_figures(view, find_times(view, Published("2025-07-02", "source")))
    rows = [[text[f.span.start : f.span.end], f.low, "" if f.high is None else f.high, f.unit, f.bound] for f in found]
    assert rows == case["figures"]


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

"""Pages of our own, each laid out as pages of one kind are, read as a careful reader reads them."""

import re
import tomllib
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from runut.read.article import page_text, read_page
from runut.records.article import Article
from runut.records.page import Page, Place
from runut.text.places import body_of, page_offsets, parts_of

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "expected.toml").read_text(encoding="utf-8"))


def letters(markup: str) -> str:
    """What a stretch of a page prints, without tags and white space."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", "", markup, flags=re.DOTALL | re.IGNORECASE)
    return "".join(unescape(text).split())


def read(name: str) -> tuple[Article, str]:
    body = (PAGES / f"{name}.html").read_bytes()
    page = Page(f"pg-{name}", "0", Place(f"{name}.html", 0, len(body)), "html")
    article = read_page(page, body)
    assert isinstance(article, Article), article
    return article, page_text(page, body)


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_is_expected(name: str) -> None:
    assert name in EXPECTED


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_metadata(name: str) -> None:
    article, _ = read(name)
    wanted = EXPECTED[name]
    got = {
        "title": article.title,
        "kind": article.kind,
        "language": article.language,
        "published": article.published and article.published.value,
        "modified": article.modified and article.modified.value,
        "bylines": list(article.bylines),
        "editors": list(article.editors),
        "credits": sorted({credit.who for credit in article.credits if credit.of == "text"}),
    }
    keys = [key for key in got if key in wanted]
    assert {key: got[key] for key in keys} == {key: wanted[key] for key in keys}
    assert article.complete == (article.kind not in ("part", "index"))


@pytest.mark.parametrize("name", sorted(name for name, wanted in EXPECTED.items() if "body" in wanted))
def test_body(name: str) -> None:
    article, _ = read(name)
    lines = body_of(article).split("\n")
    assert [line[: len(start)] for line, start in zip(lines, EXPECTED[name]["body"], strict=False)] == EXPECTED[name][
        "body"
    ]
    assert len(lines) == len(EXPECTED[name]["body"]), lines


@pytest.mark.parametrize("kind", ["caption", "standfirst", "provenance"])
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_other_parts(name: str, kind: str) -> None:
    wanted = EXPECTED[name].get(f"{kind}s" if kind == "caption" else kind)
    if wanted is not None:
        article, _ = read(name)
        assert len(parts_of(article, kind)) == wanted


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_part_and_removed_line_stands_on_the_page(name: str) -> None:
    article, page = read(name)
    for part in article.parts:
        for run in article.text_map.runs:
            if part.start <= run.text_start < part.end and run.text_length == run.page_length:
                text = article.text[run.text_start : run.text_start + run.text_length]
                assert page[run.page_start : run.page_start + run.page_length] == text
        place = page_offsets(article.text_map, part.start, part.end)
        assert place
        assert letters(page[slice(*place)]) == letters(article.text[part.start : part.end])
    for line in article.removed:
        assert line.rule
        assert letters(page[line.page_start : line.page_end]) == letters(line.text)


def test_the_same_page_gives_the_same_article() -> None:
    assert read("wordpress-local")[0] == read("wordpress-local")[0]

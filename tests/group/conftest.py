"""Articles written for these tests, and their signatures."""

from collections.abc import Callable

import pytest

from runut.group.signatures import sign_article
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.groups import Signature
from runut.records.page import Place
from runut.records.spans import Part

Make = Callable[..., Article]


def make_article(
    name: str, text: str, day: str | None = None, language: str = "id", title: str | None = None, **more: object
) -> Article:
    """An article of one body part a paragraph."""
    parts = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part("body", at, at + len(line)))
        at += len(line) + 1
    published = Published(day, "meta") if day else None
    place = Place(f"{name}.txt")
    return Article(
        name, "pg-x", place, "record", text, language, title, published=published, parts=tuple(parts), **more
    )  # type: ignore[arg-type]


def sign(*articles: Article) -> list[Signature]:
    """Signatures of articles, recognised."""
    return [sign_article(article, recognise_article(article)) for article in articles]


@pytest.fixture()
def make() -> Make:
    """The maker of articles."""
    return make_article

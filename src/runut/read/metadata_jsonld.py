"""What a page says of itself in JSON-LD: its article objects, merged in page order."""

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

_ARTICLE = re.compile(
    r"(?:Article|BlogPosting|Report|LiveBlogPosting|ReportageNews|OpinionNews|AnalysisNews|Review|Gallery)$"
)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_MAX_BYTES = 2_000_000
_MAX_DEPTH = 12


class JsonLd:
    """The objects of a page's JSON-LD scripts that describe something, articles first."""

    def __init__(self, scripts: Sequence[str]) -> None:
        self.objects = [item for script in scripts for item in _objects(_load(script), 0)]
        self._by_id = {item["@id"]: item for item in self.objects if isinstance(item.get("@id"), str) and len(item) > 2}
        self.articles = [item for item in self.objects if any(_ARTICLE.search(kind) for kind in types_of(item))]

    def first(self, *keys: str) -> str:
        """The first text under one of these keys in an article object, or ""."""
        for article in self.articles:
            for key in keys:
                text = text_of(article.get(key))
                if text:
                    return text
        return ""

    def body(self) -> str:
        """The longest `articleBody`, or ""."""
        return max((text_of(article.get("articleBody")) for article in self.articles), key=len, default="")

    def people(self, key: str) -> list[tuple[str, str]]:
        """(name, type) of everyone under `key` ("author", "editor") of the first article that has any."""
        for article in self.articles:
            found = [pair for pair in self._people(article.get(key), 0) if pair[0]]
            if found:
                return found
        return []

    def publisher(self) -> str:
        """The name of the first article's publisher, or ""."""
        for article in self.articles:
            value = article.get("publisher")
            if name := text_of(self._resolved(value)):
                return name
        return ""

    def _resolved(self, value: Any) -> Any:
        """The object that a bare reference ({"@id": …}) points at, where the page describes it; else the value."""
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self._by_id.get(value["@id"], value)
        return value

    def _people(self, value: Any, depth: int) -> Iterator[tuple[str, str]]:
        value = self._resolved(value)
        if depth > _MAX_DEPTH:
            return
        if isinstance(value, str):
            yield unescape(value).strip(), ""
        elif isinstance(value, list):
            for item in value:
                yield from self._people(item, depth + 1)
        elif isinstance(value, dict):
            kind = next(iter(types_of(value)), "")
            names = value.get("name")
            for name in names if isinstance(names, list) else [names]:
                yield text_of(name), kind

    def has_type(self, *names: str) -> bool:
        """Whether any object is of one of these types."""
        return any(kind in names for item in self.objects for kind in types_of(item))


def types_of(item: dict[str, Any]) -> list[str]:
    """The `@type`s of an object, without their address."""
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rsplit("/", 1)[-1] for kind in kinds if isinstance(kind, str)]


def text_of(value: Any) -> str:
    """A value's text: of a string, of the first of a list, of an object's `@value` or `name`."""
    if isinstance(value, str):
        return unescape(value).strip()
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item))), "")
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("name"))
    return ""


def _load(script: str) -> Any:
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("//]]>").removesuffix("]]>")
    if not text or len(text) > _MAX_BYTES:
        return None
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", _CONTROL.sub(" ", text)).rstrip().rstrip(";")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object of a document that has a type, outermost first."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "liveBlogUpdate"):
            if key in value and isinstance(value[key], dict | list):
                yield from _objects(value[key], depth + 1)

"""What a page says of itself where no reader sees it: meta elements, canonical address, JSON-LD, title element."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape

from lxml import etree

from runut.read.metadata_jsonld import JsonLd
from runut.read.stamp import Stamped
from runut.text.tables import load_table


@dataclass(frozen=True, slots=True)
class Head:
    """The page's own statements: `metas` by lower-case name or property (first seen first), JSON-LD, and the rest.

    `times` are `datetime` attributes of `<time>` and date-like elements in page order, with the element's names.
    """

    metas: Mapping[str, tuple[str, ...]]
    jsonld: JsonLd
    title: str
    canonical: str
    language: str
    times: tuple[tuple[str, str], ...]

    def meta(self, *names: str) -> str:
        """The first non-empty content of any of these names, in the order of the names."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), "")

    def all_of(self, *names: str) -> list[str]:
        """Every non-empty content of these names."""
        return [value for name in names for value in self.metas.get(name, ()) if value]


def read_head(page: str, stamped: Stamped, root: etree._Element) -> Head:
    """The page's own statements, none of them checked yet."""
    metas: dict[str, list[str]] = {}
    times: list[tuple[str, str]] = []
    canonical = ""
    for element in root.iter("meta", "link", "time", "abbr"):
        if element.tag == "meta":
            content = (element.get("content") or "").strip()
            for key in ("property", "name", "itemprop"):
                name = element.get(key)
                if name and content:
                    metas.setdefault(name.strip().lower(), []).append(content)
        elif element.tag == "link":
            rel = (element.get("rel") or "").lower().split()
            canonical = canonical or (element.get("href") or "").strip() if "canonical" in rel else canonical
        else:
            value = element.get("datetime") or (element.get("title") if element.tag == "abbr" else "")
            if value:
                names = " ".join(element.get(key) or "" for key in ("itemprop", "class", "pubdate"))
                times.append((value.strip(), names))
    start, end = stamped.title or (0, 0)
    return Head(
        {name: tuple(values) for name, values in metas.items()},
        JsonLd([page[begin:end] for tag, begin, end in stamped.scripts if "ld+json" in page[tag:begin].lower()]),
        " ".join(unescape(page[start:end]).split()),
        canonical,
        (root.get("lang") or root.get("xml:lang") or "").strip().lower(),
        tuple(times),
    )


@cache
def meta_names(field: str) -> tuple[str, ...]:
    """Names of meta elements that state a field ("published", "modified", "author"), the most trusted first."""
    return tuple(row["name"] for row in load_table("runut.read", "meta_names") if row["field"] == field)

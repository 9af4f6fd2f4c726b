"""Saved texts made from HTML pages: what a browser or an archive would keep, in several styles, with the body as truth.

`make_captures()` yields them from the sets in ../shared; nothing is written. Styles: `blocks` (a block a line), `blank`
(with empty lines between), `links` (every link on lines of its own, sentences cut), `marks` (list items and headings
marked), `glued` (menus on one line, CRLF).
"""

import gzip
import hashlib
import io
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree, html

READING = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "reading"
STYLES = ("blocks", "blank", "links", "marks", "glued")
BLOCKS = frozenset(
    """address article aside blockquote body br button caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section select summary table tbody td
    tfoot th thead tr ul""".split()  # noqa: SIM905
)
DROPPED = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed", "canvas"})
HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"[\s\xa0]+")


class Capture(NamedTuple):
    """A saved text: its set, page key, style, text, and the body that a reader would call the article."""

    source: str
    key: str
    style: str
    text: str
    body: str

    @property
    def is_unseen(self) -> bool:
        """Whether it belongs to the half that nothing is trained or tuned on; told by the page, not the style."""
        return hashlib.sha256(self.key.encode()).digest()[0] % 2 == 1


def make_captures(sources: tuple[str, ...] = ("scrapinghub", "fundus", "indonesian")) -> Iterator[Capture]:
    """Captures of all pages of the sets named, every style of a page in turn."""
    for source in sources:
        for key, raw, body in PAGES[source]():
            for style in STYLES:
                text = visible_text(raw, style)
                if text:
                    yield Capture(source, key, style, text, body)


def saved_captures() -> Iterator[Capture]:
    """The captures that came with the Indonesian set, as they are."""
    members, gold = read_tar("id-news-dev-5"), {}
    gold = json.loads(members["id-news-dev-5/gold.json"])
    for key in sorted(gold):
        text = members[f"id-news-dev-5/text-capture/{key}.txt"].decode("utf-8")
        yield Capture("saved", key, "saved", text, "\n".join(gold[key]["body"]))


def read_tar(name: str) -> dict[str, bytes]:
    with tarfile.open(READING / f"{name}.tar.gz") as archive:
        return {m.name: archive.extractfile(m).read() for m in archive if m.isfile()}  # type: ignore[union-attr]


def _scrapinghub() -> Iterator[tuple[str, bytes, str]]:
    members = read_tar("scrapinghub-181")
    truth = json.loads(members["scrapinghub-181/ground-truth.json"])
    for key in sorted(truth):
        yield key, gzip.decompress(members[f"scrapinghub-181/html/{key}.html.gz"]), truth[key]["articleBody"]


def _fundus() -> Iterator[tuple[str, bytes, str]]:
    members = read_tar("fundus-fixtures-dev-42")
    for name in sorted(members):
        if not name.endswith(".html.gz"):
            continue
        folder, file = name.rsplit("/", 1)
        outlet = file.split("_")[0]
        raw = gzip.decompress(members[name])
        page = SPACE.sub("", visible_text(raw, "blocks"))
        versions = json.loads(members[f"{folder}/{outlet}.json"]).values()
        bodies = [list(_paragraphs(version.get("body") or {})) for version in versions]
        shares = [sum(len(p) for p in body if SPACE.sub("", p) in page) for body in bodies]
        best = max(range(len(bodies)), key=lambda at: shares[at], default=None)
        if best is not None and shares[best] > 0.8 * sum(map(len, bodies[best])):
            yield file.removesuffix(".html.gz"), raw, "\n".join(bodies[best])


def _paragraphs(body: dict) -> Iterator[str]:
    for section in body.get("sections", []):
        yield from section.get("headline", [])
        yield from section.get("paragraphs", [])


def _indonesian() -> Iterator[tuple[str, bytes, str]]:
    members = read_tar("id-news-dev-5")
    gold = json.loads(members["id-news-dev-5/gold.json"])
    for key in sorted(gold):
        yield key, gzip.decompress(members[f"id-news-dev-5/html/{key}.html.gz"]), "\n".join(gold[key]["body"])


PAGES = {"scrapinghub": _scrapinghub, "fundus": _fundus, "indonesian": _indonesian}


def visible_text(raw: bytes, style: str) -> str:
    """The text of a page as a reader sees it, in one of the styles."""
    try:
        tree = html.document_fromstring(raw, parser=html.HTMLParser(encoding=_charset(raw)))
    except (etree.ParserError, ValueError):
        return ""
    out = io.StringIO()
    body = tree.find("body")
    _walk(body if body is not None else tree, out, style)
    lines = [SPACE.sub(" ", line).strip() for line in out.getvalue().split("\n")]
    lines = [line for line in lines if line]
    if style == "glued":
        return "\r\n".join(_glue(lines))
    return ("\n\n" if style == "blank" else "\n").join(lines)


def _charset(raw: bytes) -> str:
    try:
        raw.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        found = re.search(rb"charset=[\"']?([\w-]+)", raw[:4000])
        return found[1].decode() if found else "cp1252"


def _walk(node: etree._Element, out: io.StringIO, style: str) -> None:
    """Writes a node's text; depth is bounded by the parser."""
    stack: list[tuple[str, object]] = [("open", node)]
    while stack:
        what, item = stack.pop()
        if what == "text":
            out.write(SPACE.sub(" ", str(item)))
            continue
        if what == "close":
            out.write("\n")
            continue
        element = item
        tag = element.tag if isinstance(element.tag, str) else None  # type: ignore[attr-defined]
        if tag is None or tag in DROPPED or _is_hidden(element):
            continue
        breaks = tag in BLOCKS or (style == "links" and tag == "a")
        if breaks:
            out.write("\n")
            if style == "marks":
                out.write({"li": "* ", "h1": "# ", "h2": "## ", "h3": "### "}.get(tag, ""))
        todo: list[tuple[str, object]] = []
        if element.text:  # type: ignore[attr-defined]
            todo.append(("text", element.text))  # type: ignore[attr-defined]
        for child in element:  # type: ignore[attr-defined]
            todo.append(("open", child))
            if child.tail:
                todo.append(("text", child.tail))
        if breaks:
            todo.append(("close", None))
        stack.extend(reversed(todo))


def _is_hidden(element: object) -> bool:
    get = element.get  # type: ignore[attr-defined]
    return get("hidden") is not None or bool(HIDDEN.search(get("style") or ""))


def _glue(lines: list[str]) -> list[str]:
    """Runs of three or more short lines on one line, as menus lose their breaks."""
    glued: list[str] = []
    run: list[str] = []
    for line in [*lines, "x" * 50]:
        if len(line) <= 24 and line[-1] not in ".!?":
            run.append(line)
            continue
        glued += [" ".join(run)] if len(run) > 2 else run
        run = []
        glued.append(line)
    return glued[:-1]

"""Who wrote and who edited: what the page prints, else what it states; editors kept apart from writers."""

import re
from collections.abc import Iterable, Sequence

from runut.knowledge.world import agency_of, outlet_of
from runut.read.bylines import as_name, is_name, read_byline
from runut.read.metadata_head import Head
from runut.read.metadata_title import fold

_METAS = (
    "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl",
    "sailthru.author", "authors", "content_author", "dtk:author", "dable:author", "citation_author",
    "cxenseparse:author",
    "article.author", "rbauthors", "bt:author",
)  # fmt: skip
_JOINT = re.compile(r"\s*(?:[,;|&]|\s(?:and|dan|y|et|und)\s)\s*")
_BEFORE = re.compile(r"^\s*(?:by|oleh)\s+", re.IGNORECASE)
_URL = re.compile(r"https?:|www\.|@|/")
_ORGANISATION = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "Brand", "WebSite"})
_MOST_PEOPLE = 12


def find_people(
    head: Head, printed: Iterable[str], outlet_names: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(writers, editors), each in page order, each name once.

    What the page prints with words of role ("Penulis", "Editor") is believed over what it states: on many sites the
    stated author is the editor.

    Args:
        head: the page's own statements.
        printed: lines near the article that may be bylines, in page order.
        outlet_names: names of the outlet and its publisher, which are nobody's.
    """
    writers: list[str] = []
    editors: list[str] = []
    for line in printed:
        found = read_byline(line)
        if found:
            writers += [name for name in found.writers if name not in writers]
            editors += [name for name in found.editors if name not in editors]
    nobody = {fold(name) for name in outlet_names if name}
    stated = _stated(head, nobody)
    for name in [_name(text) for text, kind in head.jsonld.people("editor") if kind not in _ORGANISATION]:
        if name and fold(name) not in nobody and name not in editors and not writers:
            editors.append(name)
    if not writers:
        writers = [name for name in stated if not _among(name, editors)]
    return tuple(_once(writers, nobody)), tuple(_once(editors, nobody))


def _stated(head: Head, nobody: set[str]) -> list[str]:
    """The people that the page states as its authors, the first source that names any."""
    pairs = [(text, kind) for text, kind in head.jsonld.people("author") if kind not in _ORGANISATION]
    names = [name for text, _ in pairs for name in _split(text) if fold(name) not in nobody]
    if names:
        return names[:_MOST_PEOPLE]
    for meta in _METAS:
        names = [name for text in head.all_of(meta) for name in _split(text) if fold(name) not in nobody]
        if names:
            return names[:_MOST_PEOPLE]
    return []


def _split(text: str) -> list[str]:
    if _URL.search(text):
        return []
    return [name for piece in _JOINT.split(_BEFORE.sub("", text)) if (name := _name(piece))]


def _name(text: str) -> str:
    name = as_name(_BEFORE.sub("", text))
    known = outlet_of(name) or agency_of(name)
    return "" if known or not is_name(name) else name


def _among(name: str, others: Sequence[str]) -> bool:
    return any(fold(name) == fold(other) for other in others)


def _once(names: Sequence[str], nobody: set[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if fold(name) not in nobody and not _among(name, kept):
            kept.append(name)
    return kept

"""What the elements of a page are called, and what such a name usually means."""

import re
from functools import cache, lru_cache

from runut.text.tables import load_table

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")
_LONGEST_NAMES = 200
"""Characters of an element's class, id and itemprop that are looked at; some frameworks put hundreds there."""

_WORDS_TOGETHER = 3
_NONE: frozenset[str] = frozenset()
_TAG_ROLES = {
    "nav": "nav", "aside": "sidebar", "footer": "footer", "form": "form", "button": "form", "select": "form",
    "option": "form", "label": "form", "figcaption": "caption", "time": "date", "menu": "nav",
}  # fmt: skip


@lru_cache(maxsize=8192)
def roles_of(names: str, tag: str = "") -> frozenset[str]:
    """The roles of an element from its names (class, id, itemprop together) and its tag.

    >>> sorted(roles_of("wp-block articleBody"))
    ['body']
    >>> sorted(roles_of("box_bacaJuga clearfix"))
    ['related']
    >>> sorted(roles_of("roadside"))
    []
    """
    found = {_TAG_ROLES[tag]} if tag in _TAG_ROLES else set()
    for name in names[:_LONGEST_NAMES].split():
        found |= _roles_of_name(name)
    if "embed" in found:
        found -= {"share", "caption", "credit"}
    return frozenset(found) if found else _NONE


@lru_cache(maxsize=32768)
def _roles_of_name(name: str) -> frozenset[str]:
    table = _roles()
    found: set[str] = set()
    words = [word.lower() for word in _CAMEL.split(name) if word]
    for at in range(len(words)):
        for size in range(1, min(_WORDS_TOGETHER, len(words) - at) + 1):
            role, part = table.get("-".join(words[at : at + size]), ("", False))
            if role and (part or size == len(words)):
                found.add(role)
    return frozenset(found) if found else _NONE


@cache
def _roles() -> dict[str, tuple[str, bool]]:
    rows = load_table("runut.read", "page_words")
    return {row["form"]: (row["role"], row["part"] == "yes") for row in rows if not row["role"].startswith("url-")}


@cache
def forms_of(role: str) -> frozenset[str]:
    """The forms of one role ("url-page": keys of an address that name a part).

    >>> "page" in forms_of("url-page")
    True
    """
    return frozenset(row["form"] for row in load_table("runut.read", "page_words") if row["role"] == role)

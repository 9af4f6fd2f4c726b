"""A page: bytes as they were got, and where they lie."""

from dataclasses import dataclass
from typing import Literal

Medium = Literal["html", "text", "record"]


@dataclass(frozen=True, slots=True)
class Place:
    """Bytes `offset` to `offset + length` of a file (of the unpacked stream inside a gzip or WARC member)."""

    file: str
    offset: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page as a source gave it; the bytes themselves are kept under `body_hash`.

    `medium` says how to read it: HTML, the saved text of a page, or a record (JSON with the article's text).
    `outlet`, `published`, `title`, `bylines` and `photo_credits` are what the *source* says beside the page (a feed's
    fields), `published` as ISO 8601 where it could be read. `feed` is the title of the feed that carried the page; it
    is another than `outlet` where the feed only passes on what an outlet wrote.
    """

    id: str
    body_hash: str
    place: Place
    medium: Medium
    url: str | None = None
    charset: str | None = None
    fetched_at: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    bylines: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    feed: str | None = None

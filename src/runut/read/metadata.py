"""All that a page says about its article beside the text: title, people, times, outlet, address, kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from runut.knowledge.known import Known
from runut.knowledge.world import outlet_of
from runut.read.dates import given_time
from runut.read.metadata_dates import find_dates
from runut.read.metadata_head import Head
from runut.read.metadata_people import Printed, find_people
from runut.records.article import Published
from runut.records.page import Page

OURS = frozenset({"id", "ms", "en"})
"""Languages whose dates are read with tables of our own."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article beside its text."""

    url: str | None
    outlet: str | None
    owner: str | None
    published: Published | None
    modified: Published | None
    bylines: tuple[str, ...]
    editors: tuple[str, ...]


def find_metadata(
    page: Page, head: Head, printed: Printed, dates: Sequence[str], language: str, decoded: str
) -> Metadata:
    """The metadata of a page.

    Args:
        page: the page as its source gave it.
        head: the page's own statements.
        printed: the people that lines near the article name.
        dates: lines near the title that print a date, in page order.
        language: the body's language.
        decoded: the page itself.
    """
    url = find_url(page, head)
    known = known_outlet(page, head, url)
    outlet = (known.name if known else None) or page.outlet or site_name(head) or host_of(url)
    indonesian = language in ("id", "ms") or (known is not None and known.country == "IDN")
    published, modified = find_dates(head, dates, url, indonesian, "" if language in OURS else decoded)
    names = [outlet or "", site_name(head) or "", head.jsonld.publisher(), host_of(url) or ""]
    writers, editors = find_people(head, printed, names)
    writers, published = writers or page.bylines, published or said_by_source(page)
    owner = (known.owner or None) if known else None
    return Metadata(url, outlet, owner, published, modified, writers, editors)


def said_by_source(page: Page) -> Published | None:
    """The time that the source (a feed) gives beside the page, where it is one."""
    return given_time(page.published, "en")


def find_url(page: Page, head: Head) -> str | None:
    """The article's address: the canonical one, else the one it was got from."""
    base = page.url or ""
    for stated in (head.canonical, head.meta("og:url"), head.jsonld.first("url", "mainEntityOfPage")):
        address = urljoin(base, stated) if stated else ""
        parts = _split(address)
        if parts and parts.path.strip("/"):
            return address
    return page.url


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.netloc else None


def host_of(url: str | None) -> str | None:
    """The host of an address without "www.", or None."""
    parts = _split(url or "")
    return parts.netloc.lower().rsplit("@", 1)[-1].split(":")[0].removeprefix("www.") if parts else None


def site_name(head: Head) -> str | None:
    """The outlet's name as the page states it, or None."""
    return (
        head.meta("og:site_name", "application-name", "cre", "article:publisher:name")
        or head.jsonld.publisher()
        or None
    )


def known_outlet(page: Page, head: Head, url: str | None) -> Known | None:
    """The outlet in the tables: by address first, then by the names the page states."""
    for form in (url, page.url, head.meta("og:site_name"), head.jsonld.publisher()):
        known = outlet_of(form) if form else None
        if known:
            return known
    return None

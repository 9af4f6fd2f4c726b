"""Addresses: pages and feeds from the web, through the one door (`door.py`)."""

from collections.abc import Iterator

from runut.records.notes import Problem
from runut.records.page import Medium, Page, Place
from runut.sources.door import Answer, Door
from runut.sources.files import make_page
from runut.sources.sniff import SNIFF_BYTES, binary_kind, sniff
from runut.sources.vetting import Refused

Got = tuple[Page, bytes] | Problem


def read_address(address: str, door: Door) -> Iterator[Got]:
    """The page at an address, or the pages of the feed there."""
    answer = _answer(address, door)
    if isinstance(answer, Problem):
        yield answer
    elif _kind(answer) == "feed":
        from runut.sources.feeds import feed_pages  # feeds follow their entries through this module

        yield from feed_pages(answer.body, address, door, answer.url)
    else:
        yield _page(address, answer)


def read_page_at(address: str, door: Door) -> Iterator[Got]:
    """The page at an address; a feed there is a problem, so that feeds cannot lead round in circles."""
    answer = _answer(address, door)
    yield answer if isinstance(answer, Problem) else _page(address, answer)


def _answer(address: str, door: Door) -> Answer | Problem:
    try:
        return door.get(address)
    except Refused as refused:
        return Problem("sources", refused.code, address, refused.says)


def _page(address: str, answer: Answer) -> Got:
    if not answer.body.strip(b" \t\r\n\0"):
        return Problem("sources", "empty", address, "the answer is empty")
    if what := binary_kind(answer.body[:SNIFF_BYTES]):
        return Problem("sources", "binary", address, f"this is no page: {what}")
    kind = _kind(answer)
    if kind not in ("html", "text"):
        return Problem("sources", "unknown-kind", address, f"neither a page nor a feed ({answer.media or kind})")
    medium: Medium = "html" if kind == "html" or "html" in answer.media else "text"
    place = Place(address, 0, len(answer.body))
    page = make_page(answer.body, place, medium, answer.url, charset=answer.charset, fetched_at=answer.fetched_at)
    return page, answer.body


def _kind(answer: Answer) -> str:
    """What the answer is: its content first, since servers call feeds text/html and pages text/plain."""
    kind = sniff(answer.body[:SNIFF_BYTES])
    if kind == "json" and ("feed+json" in answer.media or b"jsonfeed.org" in answer.body[:SNIFF_BYTES]):
        return "feed"
    return kind

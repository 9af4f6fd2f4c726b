"""Page to article: the one door of the reading stage."""

from runut.read.decode import decode_page
from runut.read.html import read_html
from runut.read.record import read_record, record_text
from runut.read.saved_text import read_saved_text
from runut.records.article import Article
from runut.records.notes import Problem
from runut.records.page import Page


def read_page(page: Page, body: bytes) -> Article | Problem:
    """The article on a page, or why there is none. The same page gives the same article, down to its id."""
    if page.medium == "record":
        return read_record(page, body)
    decoded = decode_page(body, page.charset)
    if page.medium == "text":
        return read_saved_text(page, decoded.text)
    return read_html(page, decoded)


def page_text(page: Page, body: bytes) -> str:
    """The decoded page, in whose characters `page_…` offsets count; for a record, its `text`."""
    return record_text(body) if page.medium == "record" else decode_page(body, page.charset).text

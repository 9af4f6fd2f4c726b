"""Pages cut, doubled and mixed up give an article or a problem, and every part still stands on its page."""

import re
from html import unescape
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.read.article import page_text, read_page
from runut.records.article import Article
from runut.records.page import Page, Place
from runut.text.places import page_offsets

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parent / "pages").glob("*.html"))]
NOISE = [b"<", b">", b'"', b"'", b"&", b"<!--", b"-->", b"</div>", b"<p", b"\xff", b"\0", b"&#x110000;", b"<a "]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    page = bytearray(draw(st.sampled_from(PAGES)))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(page)))
        size = draw(st.integers(0, 400))
        change = draw(st.sampled_from(["cut", "double", "noise"]))
        if change == "cut":
            del page[at : at + size]
        elif change == "double":
            page[at:at] = page[at : at + size]
        else:
            page[at:at] = draw(st.sampled_from(NOISE))
    return bytes(page)


@given(mutated())
@settings(max_examples=60, deadline=None)
def test_mutated_pages(body: bytes) -> None:
    page = Page("pg-1", "0", Place("a.html", 0, len(body)), "html")
    article = read_page(page, body)
    assert article == read_page(page, body)
    if isinstance(article, Article):
        text = page_text(page, body)
        for run in article.text_map.runs:
            here = article.text[run.text_start : run.text_start + run.text_length]
            there = text[run.page_start : run.page_start + run.page_length]
            assert here == (there if run.text_length == run.page_length else unescape(there))
        for part in article.parts:
            assert page_offsets(article.text_map, part.start, part.end)
            assert not re.search(r"\n", article.text[part.start : part.end])

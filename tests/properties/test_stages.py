"""Whatever stands on a page: no exception, every character traced, the same result again, and JSON there and back."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runut.read.article import page_text, read_page
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.codec import decode, encode
from runut.records.findings import Findings
from runut.records.ids import make_id
from runut.records.notes import Problem
from runut.records.page import Place
from runut.records.spans import Part, Run, Span, TextMap
from runut.sources.files import make_page

PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<br>", "<b>", "</b>", "<a href='/x'>", "</a>", "<h1>", "</h1>", "<h2>",
    "<li>", "<ul>",
    "<article>", "</article>", "<figure><figcaption>", "</figcaption></figure>", "<table><tr><td>",
    "<script>", "</script>",
    "<!--", "-->", "<time datetime='2025-05-05'>", "<meta charset=utf-8>", "<title>", "</title>", "&amp;",
    "&nbsp;", "&#8220;",
    "<", ">", '"', "\n", "  ", "\t", "\x00", "\ufffd", "é", "e\u0301", "\U0001f600", "<p class=",
)  # fmt: skip
PROSE = (
    "Jembatan Sukamaju dibuka untuk umum pada Senin (5/5/2025) pagi oleh Bupati Ratna Dewi. ",
    "“Kami sudah memeriksa semua tiang,” kata Ratna di lokasi. ",
    "Menurut Budi Santoso, biayanya 12,5 miliar rupiah atau hampir dua kali lipat. ",
    "The bridge was opened on Monday, officials said. ",
    "Baca juga: Harga beras naik", "JAKARTA, KOMPAS.com - ", "(Reuters)", "Penulis: Siti Rahma",
    "Senin, 5 Mei 2025 10:00 WIB",
    "jika tidak dibuka, warga akan memprotes. ", "said ", "kata ", "orang", "5.000 ", "“", "”", '"', "'", "(", ")",
    "- ", "\n", ". ",
    "Reuters melaporkan, ", "seperti dikutip dari AFP, ", "ia ", "-nya ", "tidak ", "Dr. H. ", "2024 ", "31/2 ",
    "é\u0301", "\u200b",
)  # fmt: skip
GENTLE = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MARKUP = st.lists(st.sampled_from(PIECES + PROSE), max_size=40).map("".join)
TEXT = st.lists(st.sampled_from(PROSE), min_size=1, max_size=25).map("".join).filter(str.strip)


@GENTLE
@given(MARKUP, st.sampled_from(["utf-8", "utf-16", "windows-1252"]), st.sampled_from(["html", "html", "text"]))
def test_every_character_of_an_article_stands_on_its_page(markup: str, charset: str, medium: str) -> None:
    body = markup.encode(charset, "replace")
    page = make_page(body, Place("a.html"), medium, charset=charset)  # type: ignore[arg-type]
    result = read_page(page, body)
    assert encode(read_page(page, body)) == encode(result)
    if isinstance(result, Problem):
        assert result.says
        return
    assert decode(encode(result), Article) == result
    text = page_text(page, body)
    for run in result.text_map.runs:
        printed = text[run.page_start : run.page_start + run.page_length]
        assert len(printed) == run.page_length
        if run.text_length == run.page_length:
            assert printed == result.text[run.text_start : run.text_start + run.text_length]
    for part in result.parts:
        assert result.text[part.start : part.end].strip()
    for removed in result.removed:
        assert 0 <= removed.page_start <= removed.page_end <= len(text)


def spans_in(record: object) -> list[Span]:
    if isinstance(record, Span):
        return [record]
    if isinstance(record, tuple):
        return [span for item in record for span in spans_in(item)]
    fields = getattr(record, "__dataclass_fields__", {})
    return [span for name in fields for span in spans_in(getattr(record, name))]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, st.sampled_from(["id", "en", "ms", "nl"]), st.booleans())
def test_all_that_is_recognised_stands_in_the_text(text: str, language: str, dated: bool) -> None:
    id = make_id("ar", text)
    text_map = TextMap((Run(0, 0, len(text), len(text)),))
    parts = (Part("body", 0, len(text), "test"),)
    article = Article(id, "pg-x", Place("a"), "record", text, language, parts=parts, text_map=text_map)
    anchor = Published("2025-05-06", "meta") if dated else None
    found = recognise_article(article, anchor)
    assert decode(encode(found), Findings) == found
    assert encode(recognise_article(article, anchor)) == encode(found)
    for span in spans_in(found):
        assert span.article == id
        assert span.end <= len(text)

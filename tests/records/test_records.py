"""Records: ids, what cannot be constructed, and JSON there and back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.errors import RecordError
from runut.records.article import Article, Credit, Published
from runut.records.codec import decode, encode
from runut.records.dossier import Line
from runut.records.ids import KINDS, hash_bytes, make_id
from runut.records.notes import Problem
from runut.records.page import Page, Place
from runut.records.spans import Part, Removed, Run, Span, TextMap

PARTS = st.lists(st.one_of(st.text(max_size=12), st.integers()), max_size=5)


@given(PARTS, PARTS)
def test_ids_are_equal_where_all_parts_are(left: list[str | int], right: list[str | int]) -> None:
    same = [str(part) for part in left] == [str(part) for part in right]
    assert (make_id("st", *left) == make_id("st", *right)) == same


@given(PARTS)
def test_ids_have_their_kind_and_24_letters(parts: list[str | int]) -> None:
    kind, _, letters = make_id("ar", *parts).partition("-")
    assert kind == "ar"
    assert len(letters) == 24
    assert letters.isalnum()
    assert letters == letters.lower()


def test_where_one_part_ends_and_the_next_begins_matters() -> None:
    assert make_id("st", "a", "bc") != make_id("st", "ab", "c")
    assert make_id("st", "a") != make_id("ar", "a")
    assert make_id("st", "\ud800")
    with pytest.raises(ValueError, match="no such kind"):
        make_id("xx", "a")


def test_every_kind_is_two_letters_and_has_a_name() -> None:
    assert all(len(kind) == 2 and name for kind, name in KINDS.items())
    assert len(set(KINDS.values())) == len(KINDS)


def test_bytes_are_named_by_their_content() -> None:
    assert hash_bytes(b"a") == hash_bytes(b"a") != hash_bytes(b"b")
    assert len(hash_bytes(b"")) == 40


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (-1, 3), (3, 3)])
def test_an_empty_or_backward_span_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(RecordError):
        Span("ar-x", start, end)
    with pytest.raises(RecordError):
        Part("body", start, end)


def test_a_line_without_basis_cannot_be_made() -> None:
    with pytest.raises(RecordError, match="rests on nothing"):
        Line("ln-x", "claims", "Ia berkata begitu.", ())


@pytest.mark.parametrize(
    "runs",
    [
        (Run(5, 0, 3, 3), Run(0, 9, 3, 3)),
        (Run(0, 0, 3, 3), Run(2, 3, 3, 3)),
        (Run(0, 0, 0, 3),),
        (Run(0, 0, 3, 0),),
        (Run(0, -1, 3, 3),),
    ],
)
def test_runs_of_a_text_map_are_ordered_and_disjoint(runs: tuple[Run, ...]) -> None:
    with pytest.raises(RecordError):
        TextMap(runs)


def test_a_part_cannot_reach_beyond_the_text() -> None:
    with pytest.raises(RecordError, match="ends at"):
        article("Pendek.", Part("body", 0, 99))


def article(text: str, *parts: Part) -> Article:
    id = make_id("ar", "pg-x", text)
    return Article(id, "pg-x", Place("a/b\\c.html", 0, 9), "html", text, "id", parts=parts)


WHOLE = Article(
    "ar-x", "pg-x", Place("a.warc.gz", 100, 20), "html", "Judul\nKata “siap” é\U0001f600", "id",
    title="Judul", kind="part", complete=False, url="https://a.example/1", outlet="Harian Desa", owner="Grup",
    published=Published("2025-05-05T10:00:00+07:00", "jsonld"), modified=Published("2025-05", "inferred", "2025-06"),
    bylines=("Siti",), editors=("Budi",),
    credits=(Credit("Antara", "text", Span("ar-x", 0, 5)), Credit("AFP", "photo")),
    parts=(Part("title", 0, 5, "h1"), Part("body", 6, 10)), removed=(Removed("related", "Baca juga", 3, 12),),
    text_map=TextMap((Run(0, 10, 5, 5), Run(6, 20, 4, 9))), record="r1",
)  # fmt: skip


def test_an_article_comes_back_from_json_as_it_was() -> None:
    assert decode(encode(WHOLE), Article) == WHOLE


@given(st.text(max_size=60), st.integers(0, 2**53), st.sampled_from(["error", "warning", "note"]))
def test_a_problem_comes_back_as_it_was(says: str, offset: int, severity: str) -> None:
    problem = Problem("sources", "empty", "a.html", says, offset, severity=severity)  # type: ignore[arg-type]
    if any("\ud800" <= char <= "\udfff" for char in says):
        return
    assert decode(encode(problem), Problem) == problem


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"[]",
        b'{"article":"ar-x","start":5,"end":5}',
        b'{"article":"ar-x","start":"0","end":5}',
        b"\xff",
    ],
)
def test_what_breaks_a_records_rule_does_not_come_back(raw: bytes) -> None:
    with pytest.raises(RecordError):
        decode(raw, Span)


def test_names_that_people_see() -> None:
    assert article("Teks.").name == "c.html"
    assert WHOLE.name == "r1"
    assert Published("2025-05-05T23:00:00Z", "meta").day == "2025-05-05"
    assert Span("ar-x", 2, 7).length == 5


def test_records_cannot_be_changed() -> None:
    page = Page("pg-x", "h", Place("a"), "html")
    with pytest.raises(AttributeError):
        page.url = "b"  # type: ignore[misc]
    assert replace(page, url="b").url == "b"

"""From an article's offsets to the page's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.records.spans import Run, TextMap
from runut.text.places import page_offsets

MAP = TextMap((Run(0, 10, 5, 5), Run(6, 40, 1, 5), Run(7, 45, 3, 3)))


@pytest.mark.parametrize(
    ("start", "end", "page"),
    [
        (0, 5, (10, 15)),
        (1, 3, (11, 13)),
        (6, 7, (40, 45)),  # one character for the five of an entity
        (6, 8, (40, 46)),
        (4, 8, (14, 46)),
        (5, 7, (40, 45)),  # begins on the newline between two parts, which stands on no page
        (5, 6, None),
        (0, 10, (10, 48)),
    ],
)
def test_spans_inside_across_and_between_runs(start: int, end: int, page: tuple[int, int] | None) -> None:
    assert page_offsets(MAP, start, end) == page


def test_a_text_without_a_map_has_no_places() -> None:
    assert page_offsets(TextMap(), 0, 5) is None


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, str, TextMap]:
    """A text, the page it stands on with noise between, and the map from one to the other."""
    text, page, runs = "", "", []
    for piece in draw(st.lists(st.text("abc é", min_size=1, max_size=8), min_size=1, max_size=6)):
        page += draw(st.sampled_from(["", "<p>", "xx\n"]))
        text += draw(st.sampled_from(["", "\n"])) if text else ""
        folded = draw(st.booleans())
        printed = f"&{len(piece)};" if folded else piece
        runs.append(Run(len(text), len(page), len(piece), len(printed)))
        if folded and len(printed) == len(piece):
            printed = piece
        text, page = text + piece, page + printed
    return text, page, TextMap(tuple(runs))


@given(pages(), st.data())
def test_equal_runs_give_the_pages_own_characters(made: tuple[str, str, TextMap], data: st.DataObject) -> None:
    text, page, text_map = made
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = page_offsets(text_map, start, end)
    equal = all(run.text_length == run.page_length for run in text_map.runs)
    if found is None:
        assert text[start:end].strip() == "" or not equal
        return
    assert 0 <= found[0] < found[1] <= len(page)
    for run in text_map.runs:
        if run.text_length == run.page_length and run.text_start <= start and end <= run.text_start + run.text_length:
            assert page[slice(*found)] == text[start:end]


@given(pages(), st.data())
def test_a_longer_span_never_has_less_of_the_page(made: tuple[str, str, TextMap], data: st.DataObject) -> None:
    text, _, text_map = made
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    inner, outer = (
        page_offsets(text_map, start, end),
        page_offsets(text_map, max(0, start - 1), min(len(text), end + 1)),
    )
    if inner is not None:
        assert outer is not None
        assert outer[0] <= inner[0] < inner[1] <= outer[1]

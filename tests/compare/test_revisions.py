"""Two readings of one page: what came, what went, which words and figures changed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from runut.compare.revisions import compare_readings
from runut.records.article import Article

from .kit import told

OLD = "Gempa itu terasa di Ambon. Dua orang terluka di pasar. Listrik padam semalam."


def page(text: str, title: str | None = None) -> Article:
    return replace(told("new" if text != OLD else "old", text)[0], title=title)


def changed(text: str) -> list[tuple[str, str | None, str | None, bool]]:
    revision = compare_readings(page(OLD), page(text))
    return [
        (
            change.kind,
            OLD[change.before.start : change.before.end] if change.before else None,
            text[change.after.start : change.after.end] if change.after else None,
            change.figures,
        )
        for change in revision.changes
    ]


def test_an_unchanged_page_has_no_changes() -> None:
    assert changed(OLD) == []
    assert changed(OLD.replace(". ", ".  ").replace("Ambon", "AMBON")) == []


def test_a_sentence_comes_and_one_goes() -> None:
    assert changed(OLD + " Kapal feri berhenti.") == [("added", None, "Kapal feri berhenti.", False)]
    assert changed("Gempa itu terasa di Ambon. Listrik padam semalam.") == [
        ("removed", "Dua orang terluka di pasar.", None, False)
    ]


def test_a_figure_that_changes_is_told_with_its_words() -> None:
    old = page(OLD.replace("Dua", "2"))
    new = page(OLD.replace("Dua", "12"))
    (change,) = compare_readings(old, new).changes
    assert (change.kind, change.figures) == ("reworded", True)
    ((difference),) = change.differences
    assert difference.left is not None
    assert difference.right is not None
    assert (old.text[difference.left.start : difference.left.end]) == "2"
    assert (new.text[difference.right.start : difference.right.end]) == "12"


def test_a_new_title_is_told() -> None:
    revision = compare_readings(page(OLD, "Gempa di Ambon"), page(OLD, "Gempa di Ambon, dua terluka"))
    assert revision.title == ("Gempa di Ambon", "Gempa di Ambon, dua terluka")
    assert revision.changes == ()


@given(st.text(alphabet="ab .\n", max_size=60), st.text(alphabet="ab .\n", max_size=60))
def test_every_span_lies_on_its_page(left: str, right: str) -> None:
    old, new = page(left or "x"), page(right or "x")
    for change in compare_readings(old, new).changes:
        assert change.before is None or change.before.end <= len(old.text)
        assert change.after is None or change.after.end <= len(new.text)

"""Undated articles dated by themselves and by their story."""

from runut.group.dating import date_by_neighbours
from runut.records.article import Article, Published
from runut.records.findings import Findings
from runut.records.groups import Story
from runut.records.marks import TimeExpression
from runut.records.page import Place
from runut.records.spans import Span


def article(name: str, day: str | None = None) -> Article:
    published = Published(day, "meta") if day else None
    return Article(name, "pg-x", Place("x.txt"), "text", "teks " * 20, "id", published=published)


def findings(name: str, *values: str) -> Findings:
    times = tuple(
        TimeExpression(
            f"tm-{n}", Span(name, n, n + 1), value,
            None if value[0] == "X" else value, None if value[0] == "X" else value, "day", "none",
        )
        for n, value in enumerate(values)
    )  # fmt: skip
    return Findings(name, "id", 100, times=times)


def story(*names: str) -> Story:
    return Story("sy-" + names[0], "sl-x", names, None, None)


def test_a_sibling_fixes_the_year() -> None:
    articles = [article("a", "2024-06-21"), article("b"), article("c")]
    found = {"a": findings("a"), "b": findings("b", "XXXX-06-20"), "c": findings("c")}
    dated = date_by_neighbours(articles, found, [story("a", "b", "c")])
    assert dated["b"] == Published("2024-06-20", "inferred", "2024-06-21")
    assert dated["c"].value == "2024-06-21"
    assert "a" not in dated


def test_old_days_do_not_date_an_article() -> None:
    articles = [article("a", "2024-06-21"), article("b")]
    dated = date_by_neighbours(articles, {"b": findings("b", "1998-05-12")}, [story("a", "b")])
    assert dated["b"].value == "2024-06-21"


def test_an_unrelated_article_changes_nothing() -> None:
    articles = [article("a", "2024-06-21"), article("b")]
    found = {"b": findings("b", "XXXX-06-20")}
    alone = date_by_neighbours(articles, found, [story("a", "b")])
    more = date_by_neighbours([*articles, article("z", "2019-01-01")], found, [story("z"), story("a", "b")])
    assert alone == more


def test_without_any_day_nothing_is_inferred() -> None:
    assert date_by_neighbours([article("a")], {"a": findings("a")}, [story("a")]) == {}

"""Days of publication for articles that state none, from their own dates and from the stories they belong to."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from runut.records.article import Article, Published
from runut.records.findings import Findings
from runut.records.groups import Story

NEAR_DAYS = 10
"""How far from its story's day an article's own dates still speak for its day of publication: stories of the
development set span at most a week; wider would let background dates in."""


def date_by_neighbours(
    articles: Sequence[Article], findings: Mapping[str, Findings], stories: Iterable[Story]
) -> dict[str, Published]:
    """Inferred days for undated articles, by article id.

    The reference is the middle of the days that siblings of the same story state, or else those that their texts tell
    of (`Findings.anchor`). The day that the article's own text tells of is taken where it lies near the reference, or
    the day near it that the article names most often (the first of several), or the reference; `last` closes the
    interval with the latest stated day of the story. An article that neither dates itself nor has a dated sibling is
    left out, and no article of another story has a say.
    """
    by_id = {article.id: article for article in articles}
    dated: dict[str, Published] = {}
    seen: set[str] = set()
    for story in stories:
        members = [by_id[id] for id in story.articles if id in by_id]
        seen.update(article.id for article in members)
        dated.update(_date_story(members, findings))
    for article in articles:
        if article.id not in seen:
            dated.update(_date_story([article], findings))
    return dated


def _date_story(members: Sequence[Article], findings: Mapping[str, Findings]) -> dict[str, Published]:
    undated = [article for article in members if _is_undated(article)]
    if not undated:
        return {}
    stated = sorted(day for a in members if not _is_undated(a) and a.published and (day := _as_day(a.published.day)))
    told = {a.id: _as_day(f.anchor.day) for a in undated if (f := findings.get(a.id)) and f.anchor}
    reference_days = stated or sorted(day for day in told.values() if day)
    if not reference_days:
        return {}
    reference = reference_days[(len(reference_days) - 1) // 2]
    dated = {}
    for article in undated:
        found, own = findings.get(article.id), told.get(article.id)
        near = _near([own] if own else [], reference)
        near = near or _near(_own_days(found) + _yearless(found, reference), reference)
        past = [day for day in near if not stated or day <= stated[-1]]
        day = _usual(past) if past else own if own and not stated else reference
        last = max([day, *reference_days]) if stated else day
        dated[article.id] = Published(day.isoformat(), "inferred", last.isoformat())
    return dated


def _is_undated(article: Article) -> bool:
    return article.published is None or article.published.how == "inferred"


def _as_day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _own_days(found: Findings | None) -> list[date]:
    """Days that the article names outside quotations."""
    times = found.times if found else ()
    days = (_as_day(t.first) for t in times if t.grain in ("day", "minute") and t.first == t.last and not t.in_quote)
    return [day for day in days if day]


def _yearless(found: Findings | None, reference: date) -> list[date]:
    """Days and months that the article names without a year, in the year that brings them nearest the reference."""
    days = []
    for time in found.times if found else ():
        if time.value and time.value.startswith("XXXX-") and not time.in_quote:
            years = (reference.year - 1, reference.year, reference.year + 1)
            candidates = [day for year in years if (day := _as_day(f"{year}{time.value[4:10]}"))]
            days += sorted(candidates, key=lambda day: abs(day - reference))[:1]
    return days


def _usual(days: Sequence[date]) -> date:
    """The day named most often, the first of several."""
    return max(days, key=lambda day: (days.count(day), -days.index(day)))


def _near(days: Sequence[date], reference: date) -> list[date]:
    return [day for day in days if abs(day - reference) <= timedelta(days=NEAR_DAYS)]

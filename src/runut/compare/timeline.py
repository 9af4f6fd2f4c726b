"""The story by days: events, statements and publications, kept apart."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from runut.compare.material import Material
from runut.compare.origins import COPYING
from runut.knowledge.outlets import outlet_name
from runut.records.claims import Claim, CommonEvent, TimelineRow
from runut.records.groups import ReusePair
from runut.records.spans import Span
from runut.text.unions import Unions


def make_timeline(
    material: Material, events: Sequence[CommonEvent], claims: Sequence[Claim], reuse: Sequence[ReusePair]
) -> tuple[TimelineRow, ...]:
    """Rows by first day, then by grain, then events before statements before publications."""
    rows = [*_events(material, events, reuse), *_statements(material, claims), *_publications(material)]
    order = ("event", "statement", "publication")
    return tuple(sorted(rows, key=lambda row: (row.first, row.last, order.index(row.kind), row.basis)))


def _events(material: Material, events: Sequence[CommonEvent], reuse: Sequence[ReusePair]) -> list[TimelineRow]:
    """A row for each event that has a day; events that one sentence tells of one day share its row."""
    told: dict[tuple[str, str, str], set[Span]] = defaultdict(set)
    for common in events:
        best = common.members[0]
        if best.first is None or best.factuality in ("hypothetical", "requested", "possible"):
            continue
        what = " ".join(material.text(best.sentence).split())
        told[best.first, best.last or best.first, what].update(event.sentence for event in common.members)
    return [
        TimelineRow(
            first,
            last,
            _grain(first, last),
            what,
            "event",
            tuple(sorted(spans)),
            _origins(material, sorted(spans), reuse),
        )
        for (first, last, what), spans in told.items()
    ]


def _statements(material: Material, claims: Sequence[Claim]) -> list[TimelineRow]:
    rows = []
    for claim in claims:
        said = days_said(material, claim)
        if said is None:
            continue
        spans = tuple(sorted({material.statement[id].content for id in claim.statements}))
        what = " ".join(material.text(claim.gist).split())
        rows.append(TimelineRow(*said, _grain(*said), what, "statement", spans, claim.origins.low))
    return rows


def days_said(material: Material, claim: Claim) -> tuple[str, str] | None:
    """When a claim was said: of the narrowest times that renderings give, the one that most outlets give.

    None where nobody says, and where as many say another day.
    """
    outlets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id in claim.statements:
        statement = material.statement[id]
        if statement.said:
            outlet = outlet_name(material.article[statement.content.article])
            outlets[statement.said.first[:10], statement.said.last[:10]].add(outlet)
    if not outlets:
        return None
    first, *others = sorted(outlets, key=lambda days: (_length(*days), -len(outlets[days]), days))
    for other in others:
        apart = other[1] < first[0] or first[1] < other[0]
        if apart and _length(*other) == _length(*first) and len(outlets[other]) >= len(outlets[first]):
            return None
    return first


def _publications(material: Material) -> list[TimelineRow]:
    rows = []
    for article in material.articles:
        if article.published and article.text:
            last = article.published.last or article.published.day
            span = next(
                (Span(article.id, p.start, p.end) for p in article.parts), Span(article.id, 0, len(article.text))
            )
            what = article.title or " ".join(material.text(span).split())
            grain = "day" if last == article.published.day else _grain(article.published.day, last)
            rows.append(TimelineRow(article.published.day, last[:10], grain, what, "publication", (span,)))
    return rows


def _length(first: str, last: str) -> int:
    """Days between two ISO days."""
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return 10**6


def _grain(first: str, last: str) -> str:
    if first == last:
        return "day"
    if first[:7] == last[:7]:
        return "month" if first.endswith("-01") and last[8:] >= "28" else "days"
    return "year" if first.endswith("-01-01") and last.endswith("-12-31") else "months"


def _origins(material: Material, spans: Sequence[Span], reuse: Sequence[ReusePair]) -> int:
    """Articles that tell of an event, those of one outlet or with shared text counted once."""
    articles = sorted({span.article for span in spans})
    unions = Unions(articles)
    first: dict[str, str] = {}
    for article in articles:
        unions.join(first.setdefault(outlet_name(material.article[article]), article), article)
    for pair in reuse:
        if pair.kind in COPYING and pair.left in articles and pair.right in articles:
            unions.join(pair.left, pair.right)
    return len(unions.groups())

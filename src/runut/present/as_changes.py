"""What changed between two readings of a page, and articles that a search found, as text and as JSON."""

from rich.text import Text

from runut.knowledge.outlets import outlet_name
from runut.present.console import Page
from runut.present.json_marks import CONTRACT, Json, offsets
from runut.present.wording import day, label
from runut.records.article import Article
from runut.records.revisions import PageChange, Revision
from runut.records.spans import Span

MARKS = {"added": "+", "removed": "-", "reworded": "~"}
STYLES = {"added": "green", "removed": "red", "reworded": "yellow"}


def found_text(article: Article, interface: str, *, width: int) -> str:
    """One found article in two lines: outlet, day and headline; where it is."""
    page = Page(width, colour=False)
    when = day(article.published.value, interface) if article.published else label("date-unknown", interface)
    page.line(f"{outlet_name(article)} · {when} · {article.title or label('untitled', interface)}")
    page.line(f"{article.id}  {article.url or article.place.file}", indent=2)
    return page.text()


def revision_text(
    before: Article, after: Article, revision: Revision, interface: str, *, width: int, colour: bool
) -> str:
    """The changes in the order of the newer text; words that differ are marked."""
    page = Page(width, colour)
    page.line(f"{before.place.file} → {after.place.file}", style="bold")
    if revision.title:
        page.line(f"~ {label('headline', interface)}: {revision.title[0]} → {revision.title[1]}", indent=2)
    for change in revision.changes:
        figures = f"  [{label('figure', interface)}]" if change.figures else ""
        page.line(Text(f"{MARKS[change.kind]} {label(change.kind, interface)}{figures}", STYLES[change.kind]), indent=2)
        for article, span, side in ((before, change.before, "left"), (after, change.after, "right")):
            if span is not None:
                page.line(_marked(page, article, span, change, side), indent=6)
    if not revision.changes and not revision.title:
        page.line(label("no-change", interface), indent=2)
    return page.text()


def _marked(page: Page, article: Article, span: Span, change: PageChange, side: str) -> Text:
    marks = sorted(
        mark for one in change.differences if (mark := one.left if side == "left" else one.right) is not None
    )
    text, at = Text(), span.start
    for mark in marks:
        words = article.text[mark.start : mark.end]
        text.append(article.text[at : mark.start])
        text.append(words if page.colour else f"[{words}]", "underline yellow" if page.colour else "")
        at = mark.end
    text.append(article.text[at : span.end])
    return text


def revision_json(before: Article, after: Article, revision: Revision) -> Json:
    """One line: the two readings and every change with its spans."""
    return {
        "contract": CONTRACT,
        "url": after.url,
        "before": {"article": before.id, "file": before.place.file},
        "after": {"article": after.id, "file": after.place.file},
        "title": list(revision.title) if revision.title else None,
        "changes": [
            {
                "kind": change.kind,
                "figures": change.figures,
                "before": _side(before, change.before),
                "after": _side(after, change.after),
                "differences": [
                    {
                        "before": offsets(one.left) if one.left else None,
                        "after": offsets(one.right) if one.right else None,
                    }
                    for one in change.differences
                ],
            }
            for change in revision.changes
        ],
    }


def _side(article: Article, span: Span | None) -> Json | None:
    return {**offsets(span), "text": article.text[span.start : span.end]} if span else None

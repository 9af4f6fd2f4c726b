"""From an article's offsets to the page's, and the views of an article that other stages read."""

from bisect import bisect_right

from runut.records.article import Article
from runut.records.spans import Part, TextMap

BODY_KINDS = ("body", "subhead")
PROSE_KINDS = ("standfirst", "body")


def body_of(article: Article) -> str:
    """Paragraphs and subheads joined by one newline, nothing else; for a record its whole text."""
    return "\n".join(article.text[part.start : part.end] for part in article.parts if part.kind in BODY_KINDS)


def parts_of(article: Article, *kinds: str) -> tuple[Part, ...]:
    """The article's parts of these kinds, in order."""
    return tuple(part for part in article.parts if part.kind in kinds)


def page_offsets(text_map: TextMap, start: int, end: int) -> tuple[int, int] | None:
    """Where characters `start` to `end` of the article lie on the page, or None where they have no place there.

    A span that begins or ends inside a run of unequal lengths is widened to that run.

    >>> from runut.records.spans import Run
    >>> page_offsets(TextMap((Run(0, 10, 5, 5), Run(6, 40, 3, 3))), 1, 8)
    (11, 42)
    """
    runs = text_map.runs
    first = bisect_right(runs, start, key=lambda run: run.text_start) - 1
    if first < 0 or runs[first].text_start + runs[first].text_length <= start:
        first += 1
    last = bisect_right(runs, end - 1, key=lambda run: run.text_start) - 1
    if last < first or first >= len(runs):
        return None
    run = runs[first]
    inside = max(0, start - run.text_start)
    begin = run.page_start + (inside if run.text_length == run.page_length else 0)
    run = runs[last]
    inside = min(end - run.text_start, run.text_length)
    finish = run.page_start + (inside if run.text_length == run.page_length else run.page_length)
    return begin, finish

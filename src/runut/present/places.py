"""Where a span lies on its page, and the words around it: the proof that stands behind everything shown."""

from dataclasses import dataclass

from runut.knowledge.outlets import outlet_name
from runut.records.article import Article
from runut.records.findings import Findings
from runut.records.spans import Span
from runut.text.places import page_offsets

AROUND = 90
"""Characters of context on each side where no sentence bounds them: two lines of a phone's screen."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A span in its context. `start` and `end` are page characters, or None where the words stand on no page."""

    span: Span
    outlet: str
    file: str
    before: str
    words: str
    after: str
    language: str
    start: int | None = None
    end: int | None = None


def page_place(article: Article, span: Span) -> dict[str, object]:
    """`{"file", "start", "end"}` of a span in page characters; without start and end where it has no place there."""
    found = page_offsets(article.text_map, span.start, span.end)
    place: dict[str, object] = {"file": article.place.file}
    return place | {"start": found[0], "end": found[1]} if found else place


def make_proof(article: Article, found: Findings | None, span: Span) -> Proof:
    """The span with the rest of the sentences it touches, at most `AROUND` characters on each side."""
    text = article.text
    first, last = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    for sentence in found.sentences if found else ():
        if sentence.start <= span.start < sentence.end:
            first = max(first, sentence.start)
        if sentence.start < span.end <= sentence.end:
            last = min(last, sentence.end)
    before, after = text[first : span.start].split("\n")[-1], text[span.end : last].split("\n")[0]
    place = page_offsets(article.text_map, span.start, span.end)
    return Proof(
        span=span,
        outlet=outlet_name(article),
        file=article.name,
        before=_cut_before(before, first, text),
        words=text[span.start : span.end],
        after=_cut_after(after, last, text),
        language=article.language,
        start=place[0] if place else None,
        end=place[1] if place else None,
    )


def _cut_before(before: str, first: int, text: str) -> str:
    inside_word = first > 0 and text[first - 1].isalnum() and before[:1].isalnum()
    return f"…{before.partition(' ')[2]}" if inside_word and " " in before else before


def _cut_after(after: str, last: int, text: str) -> str:
    inside_word = last < len(text) and text[last].isalnum() and after[-1:].isalnum()
    return f"{after.rpartition(' ')[0]} …" if inside_word and " " in after else after

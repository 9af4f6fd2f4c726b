"""Lines and their names: a line's id is its story, section, words and proof."""

from collections.abc import Sequence

from runut.present.telling import Telling
from runut.records.dossier import Line
from runut.records.ids import make_id
from runut.records.spans import Span


def make_line(told: Telling, section: str, text: str, basis: Sequence[Span], about: tuple[str, ...] = ()) -> Line:
    """The line with its id; spans once each, in the order given."""
    spans = tuple(dict.fromkeys(basis))
    places = [part for span in spans for part in (span.article, span.start, span.end)]
    return Line(make_id("ln", told.story.id, section, text, *places), section, text, spans, about)


def whole_text(told: Telling, article: str) -> Span:
    """The first part of an article, which stands for the whole."""
    found = told.article[article]
    part = next(iter(found.parts), None)
    return Span(article, part.start, part.end) if part else Span(article, 0, max(1, len(found.text)))

"""All that was recognised in one article, as one bundle."""

from dataclasses import dataclass

from runut.errors import RecordError
from runut.records.article import Published
from runut.records.events import Commitment, Event
from runut.records.marks import Entity, Figure, TimeExpression
from runut.records.notes import Problem
from runut.records.spans import Span
from runut.records.statements import Statement


@dataclass(frozen=True, slots=True)
class Findings:
    """Marks of one article, each kind in text order.

    `anchor` is the publication time that relative times were read against; `how="inferred"` where no page states it.
    """

    article: str
    language: str
    length: int
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    anchor: Published | None = None
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        spans = [s for e in self.entities for s in e.mentions]
        spans += [t.span for t in self.times] + [f.span for f in self.figures] + [s.content for s in self.statements]
        for span in spans:
            if span.article != self.article or span.end > self.length:
                raise RecordError(f"{span} does not fit article {self.article} of {self.length} characters")

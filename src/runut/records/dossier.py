"""What is shown: lines that cannot exist without the spans they rest on."""

from dataclasses import dataclass

from runut.errors import RecordError
from runut.records.article import Article
from runut.records.claims import Comparison
from runut.records.findings import Findings
from runut.records.groups import ReusePair, Story
from runut.records.notes import Problem
from runut.records.spans import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a dossier and its proof. A line without basis cannot be made."""

    id: str
    section: str
    text: str
    basis: tuple[Span, ...]
    about: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.basis:
            raise RecordError(f"line {self.text!r} rests on nothing")


@dataclass(frozen=True, slots=True)
class StoryDossier:
    """One story with everything that its telling needs."""

    story: Story
    title: str
    articles: tuple[Article, ...]
    findings: tuple[Findings, ...]
    reuse: tuple[ReusePair, ...]
    comparison: Comparison
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The stories of a pile of pages, and what could not be read."""

    made_with: str
    stories: tuple[StoryDossier, ...]
    unread: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One step of the walk from a line back to bytes: which record, and what it says."""

    what: str
    id: str
    says: str


@dataclass(frozen=True, slots=True)
class Trace:
    """The walk back. `verdict` is "verbatim", "differs by whitespace" or "broken"."""

    id: str
    steps: tuple[TraceStep, ...]
    verdict: str

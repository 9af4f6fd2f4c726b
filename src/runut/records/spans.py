"""Places in text: spans, parts of an article, and the map from an article back to its page.

All offsets are half-open and count Unicode code points: of `Article.text` for spans and parts, of the
decoded page for `page_…` fields. For a source that is a record (JSON Lines), "the page" is the record's
`text`.
"""

from dataclasses import dataclass
from typing import Literal

from runut.errors import RecordError

PartKind = Literal[
    "title", "standfirst", "dateline", "body", "subhead", "caption", "credit", "byline", "date", "provenance"
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` of an article's text."""

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"span {self.start}:{self.end} of {self.article} is empty or runs backwards")

    @property
    def length(self) -> int:
        """How many code points the span holds."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Part:
    """A block of an article's text, its kind, and the rule that decided the kind."""

    kind: PartKind
    start: int
    end: int
    rule: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"part {self.kind} {self.start}:{self.end} is empty or runs backwards")


@dataclass(frozen=True, slots=True)
class Removed:
    """A line of the page that is not part of the article, and the rule that removed it."""

    rule: str
    text: str
    page_start: int
    page_end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of the article that stand together on the page.

    `text_length == page_length` means that the characters are equal one by one; otherwise (an entity such
    as `&amp;`, collapsed white space) the whole run stands for the whole page slice.
    """

    text_start: int
    page_start: int
    text_length: int
    page_length: int


@dataclass(frozen=True, slots=True)
class TextMap:
    """Runs from article text to page text, ordered and disjoint in the article's text."""

    runs: tuple[Run, ...] = ()

    def __post_init__(self) -> None:
        last = 0
        for run in self.runs:
            if run.text_start < last or run.text_length <= 0 or run.page_length <= 0 or run.page_start < 0:
                raise RecordError(f"runs of a text map must be ordered and disjoint: {run}")
            last = run.text_start + run.text_length

"""A page read again: what changed between two readings."""

from dataclasses import dataclass
from typing import Literal

from runut.errors import RecordError
from runut.records.claims import WordDifference
from runut.records.spans import Span

ChangeKind = Literal["added", "removed", "reworded"]


@dataclass(frozen=True, slots=True)
class PageChange:
    """One change: the sentence before and after (either None), and for a new wording the words that differ.

    `figures` is set where a number or a date changed, came or went: those are what a reader must know of.
    """

    kind: ChangeKind
    before: Span | None
    after: Span | None
    differences: tuple[WordDifference, ...] = ()
    figures: bool = False

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise RecordError("a change needs a sentence before or after")


@dataclass(frozen=True, slots=True)
class Revision:
    """Two readings of one page, the older first, and what changed, in the order of the newer text.

    `title` holds the old and the new title where they differ. Empty `changes` and no `title`: nothing changed.
    """

    before: str
    after: str
    changes: tuple[PageChange, ...]
    title: tuple[str, str] | None = None

"""What a dossier shows of one story, in order, as plain records: printers only lay it out.

Every block holds the `Line` it stands on, so whatever is printed can be traced.
"""

from dataclasses import dataclass
from typing import Literal

from runut.records.claims import Conflict
from runut.records.dossier import Line
from runut.records.spans import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of printed words; `differs` where other renderings have other words."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page: outlet, title, its date with how it is known, credits, and how much was left out of it."""

    line: Line
    article: str
    outlet: str
    title: str
    date: str
    how: str
    credits: tuple[str, ...]
    bylines: tuple[str, ...]
    removed: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """One outlet's version of a claim."""

    line: Line
    statement: str
    outlet: str
    chain: tuple[str, ...]
    language: str
    quoted: bool
    segments: tuple[Segment, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimBlock:
    """A claim with its renderings, its counts and their reasons, and what some of them left out."""

    line: Line
    id: str
    number: int
    gist: str
    language: str
    status: str
    status_label: str
    counts: str
    why: tuple[str, ...]
    renderings: tuple[Rendering, ...]
    notes: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SpeakerBlock:
    """All claims of one speaker, most corroborated first."""

    name: str
    role: str
    claims: tuple[ClaimBlock, ...]


@dataclass(frozen=True, slots=True)
class SideBlock:
    """One version in a conflict: its value, its outlets, the places that have it."""

    value: str
    outlets: tuple[str, ...]
    spans: tuple[Span, ...]
    likely: bool


@dataclass(frozen=True, slots=True)
class ConflictBlock:
    """A conflict card."""

    line: Line
    conflict: Conflict
    name: str
    says: str
    kind: str
    sides: tuple[SideBlock, ...]
    because: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """Who binds themselves or threatens, to whom, if what, then what."""

    line: Line
    who: str
    toward: str
    condition: str
    consequence: str
    kind: str
    strength: str
    speaker: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One row of the timeline."""

    line: Line
    when: str
    kind: Literal["event", "statement", "publication"]
    what: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """One hop of the drawing of who quotes whom."""

    source: str
    target: str
    kind: Literal["speaker", "agency", "outlet", "unknown"]
    count: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole story as shown. `nothing` says what an empty list of differences means: none found, or not measured."""

    title: str
    when: str
    summary: tuple[str, ...]
    nothing: str
    pages: tuple[PageRow, ...]
    happened: tuple[Line, ...]
    agreements: tuple[Line, ...]
    speakers: tuple[SpeakerBlock, ...]
    conflicts: tuple[ConflictBlock, ...]
    commitments: tuple[CommitmentRow, ...]
    timeline: tuple[TimeRow, ...]
    accusations: tuple[Line, ...]
    edges: tuple[Edge, ...]
    chains: tuple[Line, ...]
    gaps: tuple[Line, ...]

    def lines(self) -> tuple[Line, ...]:
        """Every line, in the order of the sheet."""
        found = [page.line for page in self.pages]
        found += [*self.happened, *self.agreements]
        for speaker in self.speakers:
            for claim in speaker.claims:
                found += [claim.line, *(rendering.line for rendering in claim.renderings), *claim.notes]
        found += [block.line for block in self.conflicts]
        found += [row.line for row in self.commitments] + [row.line for row in self.timeline]
        found += [*self.accusations, *self.chains, *self.gaps]
        return tuple(dict.fromkeys(found))

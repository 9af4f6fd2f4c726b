"""Inside one story: statements that render the same thing, how many origins they have, where versions differ."""

from dataclasses import dataclass
from typing import Literal

from runut.errors import RecordError
from runut.records.events import Commitment, Event
from runut.records.marks import EntityKind
from runut.records.notes import Reason
from runut.records.spans import Span

RelationKind = Literal["same", "stronger", "weaker", "part", "opposed"]
Status = Literal["corroborated", "single-origin", "copied", "contested"]
DroppedKind = Literal["hedge", "condition", "attribution", "negation"]
ConflictKind = Literal[
    "weekday",
    "date",
    "number",
    "actor",
    "place",
    "polarity",
    "attribution",
    "force",
    "garbled",
    "wording",
    "object",
    "sum",
]
Tier = Literal["A", "B", "C"]
Severity = Literal["critical", "high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class StoryEntity:
    """One person, body or place under all its names in a story. `members` are the articles' entity ids."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class WordDifference:
    """Words of one rendering that the other has otherwise; either side may be None (added, left out)."""

    left: Span | None
    right: Span | None


@dataclass(frozen=True, slots=True)
class Relation:
    """How two statements (ids) relate, why, and where their words differ."""

    left: str
    right: str
    kind: RelationKind
    score: float
    because: tuple[Reason, ...] = ()
    differences: tuple[WordDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins a claim has, at least and at most, and why."""

    low: int
    high: int
    because: tuple[Reason, ...]

    def __post_init__(self) -> None:
        if not 1 <= self.low <= self.high:
            raise RecordError(f"origins must be 1 <= low <= high, not {self.low}..{self.high}")


@dataclass(frozen=True, slots=True)
class Dropped:
    """What one rendering left out that another has: the span stands in the fuller one (`source`)."""

    article: str
    what: DroppedKind
    span: Span


@dataclass(frozen=True, slots=True)
class Gain:
    """What one outlet adds to another: the named speaker behind an unnamed one. A suggestion, never a merge."""

    unnamed: str
    named: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that render one utterance or assertion. `gist` is the span of the best rendering.

    `holds` counts the origins for *it is so*; `origins` those for *he said it*.
    """

    id: str
    gist: Span
    speaker: str | None
    speakers: tuple[str, ...]
    statements: tuple[str, ...]
    relations: tuple[Relation, ...]
    outlets: int
    origins: Origins
    holds: Origins
    status: Status
    dropped: tuple[Dropped, ...] = ()
    gains: tuple[Gain, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One version: its value as printed and the spans that have it."""

    value: str
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.spans:
            raise RecordError(f"side {self.value!r} of a conflict has no span")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Versions that differ. Tier A is provable, B passed all gates, C is worth checking and stays folded."""

    id: str
    kind: ConflictKind
    tier: Tier
    severity: Severity
    says: Reason
    sides: tuple[Side, ...]
    likely: int | None = None
    because: tuple[Reason, ...] = ()
    claim: str | None = None
    copy_error: bool = False

    def __post_init__(self) -> None:
        if not self.sides:
            raise RecordError(f"conflict {self.id} shows nothing")


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One row of the timeline: an event, a statement or a publication, with its interval of days."""

    first: str
    last: str
    grain: str
    what: str
    kind: Literal["event", "statement", "publication"]
    basis: tuple[Span, ...]
    origins: int = 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two readings that look different and agree, with the reason: shown so that nobody takes them for a conflict."""

    says: Reason
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class CommonCommitment:
    """A commitment as several articles report it; the first member is the fullest report."""

    members: tuple[Commitment, ...]
    speaker: str | None


@dataclass(frozen=True, slots=True)
class CommonEvent:
    """An event as several articles report it; the first member is the best dated."""

    members: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that comparing one story found."""

    story: str
    entities: tuple[StoryEntity, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    events: tuple[CommonEvent, ...] = ()
    commitments: tuple[CommonCommitment, ...] = ()
    gaps: tuple[Reason, ...] = ()

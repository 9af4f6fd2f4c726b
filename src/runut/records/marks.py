"""What stands in a text: entities with their mentions, expressions of time, figures."""

from dataclasses import dataclass
from typing import Literal

from runut.errors import RecordError
from runut.records.spans import Span

EntityKind = Literal["person", "organisation", "place", "agency", "outlet", "role", "other"]
Grain = Literal["minute", "hour", "part", "day", "week", "month", "quarter", "year", "decade", "duration", "unknown"]
TimeAnchor = Literal["published", "utterance", "previous", "event", "none"]
Bound = Literal["exact", "at-least", "at-most", "about"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something under all the names that one article gives it.

    `name` is the fullest printed name or, for those in `knowledge/`, the canonical one; `names` are the surfaces,
    first seen first; `mentions` the places. `roles` are as printed ("Menteri Luar Negeri Rusia"). `country` is an
    ISO 3166 alpha-3 code.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    mentions: tuple[Span, ...]
    roles: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None

    def __post_init__(self) -> None:
        if not self.mentions or not self.names:
            raise RecordError(f"entity {self.name!r} has no mention")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as printed and as read.

    `value` follows TIMEX3 where it can ("2024-06-20", "2024-06", "2024-06-20T21:45", "P20Y"), or is None; `first` and
    `last` are the closed interval of days (ISO dates, either may be None for open or unknown). `because` is a one-line
    derivation; `flags` name what cannot hold ("weekday-mismatch", "impossible-date") and softer notes.
    """

    id: str
    span: Span
    value: str | None
    first: str | None
    last: str | None
    grain: Grain
    anchor: TimeAnchor
    in_quote: bool = False
    flags: tuple[str, ...] = ()
    because: str = ""

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise RecordError(f"time {self.id} ends before it begins: {self.first} > {self.last}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as an interval with its unit and what it counts.

    `unit` is a small vocabulary ("person", "percent", "IDR", "USD", "metre", …) or the printed noun in lower case.
    `counts` is the counted noun phrase. An open end is None.
    """

    id: str
    span: Span
    low: float | None
    high: float | None
    unit: str
    bound: Bound
    counts: Span | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RecordError(f"figure {self.id} runs backwards: {self.low} > {self.high}")

"""What happened, and what was promised or threatened: PLOVER types, and conditional commitments beside them."""

from dataclasses import dataclass
from typing import Literal

from runut.records.spans import Span

Factuality = Literal[
    "actual", "future", "possible", "negated", "hypothetical", "alleged", "denied", "requested", "historical"
]
CommitmentKind = Literal["obligation", "promise", "offer", "threat", "warning", "hint", "refusal", "assurance"]
Strength = Literal["shall", "will", "ready", "may", "reconsider", "will-not"]


@dataclass(frozen=True, slots=True)
class Event:
    """One event in PLOVER terms; actors and recipients are ISO 3166 alpha-3 or PLOVER codes, or printed names."""

    id: str
    trigger: Span
    sentence: Span
    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    where: str | None = None
    factuality: Factuality = "actual"


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition or consequence: its words, and its event reading where one is known."""

    span: Span
    type: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who binds themselves, or threatens, to do what, if what: a pact's clause, a threat, an assurance, a hint."""

    id: str
    sentence: Span
    kind: CommitmentKind
    strength: Strength
    consequence: Clause | None
    condition: Clause | None = None
    speaker: str | None = None
    statement: str | None = None
    obligors: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()

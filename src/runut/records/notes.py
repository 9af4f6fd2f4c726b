"""Notes beside the records: reasons, problems, judgements of people, aliases of renamed groups."""

from dataclasses import dataclass
from typing import Literal

from runut.records.spans import Span

Stage = Literal["sources", "read", "recognise", "group", "compare", "present", "store"]
Verdict = Literal["same", "different", "unsure", "false-alarm"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as data: a rule's name, the values its sentence is filled with, and the spans it rests on.

    The sentence itself stands in `present/` in each interface language; a rule without one fails a test.
    """

    rule: str
    values: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that could not be used: where, which kind, and what to do, in words."""

    stage: Stage
    code: str
    file: str
    says: str
    offset: int | None = None
    length: int | None = None
    record: str | None = None
    severity: Literal["error", "warning", "note"] = "error"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict on a pair of records, or on one (`right` empty). Appended, never edited; applied last."""

    id: str
    left: str
    right: str
    verdict: Verdict
    by: str
    at: str
    note: str = ""
    withdraws: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A group's former name, after an earlier member or a merge changed its anchor."""

    old: str
    new: str

"""Reported speech: what was said, by whom, with which word, and through whom it came.

Follows the source, cue and content of attribution corpora (PARC, PolNeAR), with the chain added.
"""

from dataclasses import dataclass
from typing import Literal

from runut.errors import RecordError
from runut.records.spans import Span

Form = Literal["direct", "indirect", "mixed"]
Polarity = Literal["assert", "confirm", "deny", "accuse", "hedge", "demand", "plan", "warn"]
Modality = Literal["asserted", "possible", "future", "conditional", "obliged", "denied"]
SpeakerHow = Literal["named", "pronoun", "role", "continued", "collective", "anonymous"]
LinkHow = Literal["quoted", "told", "reported", "posted", "released", "translated"]


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that reports the speech ("kata", "membantah"), its lemma and what it does."""

    span: Span
    lemma: str
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `span` is the noun phrase that says so here; `entity` the resolved entity of this article, if any."""

    name: str
    how: SpeakerHow
    span: Span | None = None
    entity: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """When it was said: closed interval of days and the span that says so."""

    first: str
    last: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One hop outward from the outlet towards the speaker: who, how they come in, and the words that say so.

    `adds_origin` is False for hops that are no source of their own: the outlet's own group, a bare date.
    """

    who: str
    how: LinkHow
    span: Span | None = None
    adds_origin: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """A reported speech act. Its id is its place: `make_id("st", article, start, end)`.

    `content` leaves out the outer quotation marks, the closing comma or full stop, "bahwa" and the speaker. `quotes`
    are the words inside quotation marks. `occasion` is the printed setting ("dalam jumpa pers"); `candidates` are
    possible speakers when `speaker` is None.
    """

    id: str
    content: Span
    form: Form
    cue: Cue | None = None
    speaker: Speaker | None = None
    candidates: tuple[str, ...] = ()
    addressee: str | None = None
    said: Said | None = None
    place: str | None = None
    occasion: Span | None = None
    negated: bool = False
    modality: Modality = "asserted"
    chain: tuple[Link, ...] = ()
    quotes: tuple[Span, ...] = ()
    rule: str = ""

    def __post_init__(self) -> None:
        if self.cue and self.cue.span.article != self.content.article:
            raise RecordError(f"cue and content of {self.id} stand in different articles")

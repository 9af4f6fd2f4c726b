"""Articles together: text that is shared, and stories."""

from dataclasses import dataclass
from typing import Literal

from runut.errors import RecordError
from runut.records.notes import Reason

ReuseKind = Literal["copy", "wire", "partial", "shared-quote"]
Direction = Literal["left", "right", "unknown"]


@dataclass(frozen=True, slots=True)
class Signature:
    """What grouping needs of one article, small enough to travel: hashes and weighted terms, no text.

    `sentences` are 64-bit hashes of sentences of seven words or more; `fingerprints` are winnowed hashes of five-word
    shingles; `terms` the heaviest terms with their weights (unit length), `lead` those of the title and first
    paragraphs; `names` keys of people, organisations and places (Wikidata ids, country codes, folded names); `days` the
    ISO days it speaks of; `figures` its exact numbers with their units; `inferred` says that no page states `day`.
    """

    article: str
    language: str
    day: str | None
    outlet: str | None
    owner: str | None
    sentences: tuple[int, ...]
    fingerprints: tuple[int, ...]
    terms: tuple[tuple[str, float], ...]
    names: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    words: int = 0
    figures: tuple[str, ...] = ()
    lead: tuple[tuple[str, float], ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class ReusePair:
    """Text that two articles share. `containment` = share of the left's and of the right's shingles found in the other.

    `spans` are (left start, left end, right start, right end) in the articles' texts. `source` names the side that the
    text came from, or "unknown".
    """

    left: str
    right: str
    containment: tuple[float, float]
    kind: ReuseKind
    source: Direction
    because: tuple[Reason, ...]
    spans: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class DuplicateSet:
    """Articles connected by copied text (never by shared quotations alone). Nothing is ever removed."""

    id: str
    articles: tuple[str, ...]
    pairs: tuple[ReusePair, ...]

    def __post_init__(self) -> None:
        if len(self.articles) < 2:
            raise RecordError(f"set {self.id} has fewer than two articles")


@dataclass(frozen=True, slots=True)
class Story:
    """One happening as several articles tell it. Its id is that of its earliest article."""

    id: str
    storyline: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None

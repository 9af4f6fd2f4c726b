"""An article: what a reader of the page would call the text, with every character traced to the page."""

from dataclasses import dataclass
from typing import Literal

from runut.errors import RecordError
from runut.records.page import Medium, Place
from runut.records.spans import Part, Removed, Span, TextMap

ArticleKind = Literal["article", "part", "index", "gallery", "liveblog", "roundup", "other"]
PublishedHow = Literal["meta", "jsonld", "byline", "url", "body", "source", "inferred"]


@dataclass(frozen=True, slots=True)
class Published:
    """When the page says it was published: ISO 8601, a date or a time with its zone, and where that was found.

    `how="inferred"` is a reading from the text and its neighbours, never printed on the page; `last` then
    closes the interval that `value` opens.
    """

    value: str
    how: PublishedHow
    last: str | None = None

    @property
    def day(self) -> str:
        """The date alone, YYYY-MM-DD, in the zone that the page used."""
        return self.value[:10]


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit line for the whole text or for a photo: who is named, and the span that names them."""

    who: str
    of: Literal["text", "photo"]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The readable text of one page.

    `text` is exactly as printed (no folding), parts joined by one newline, in page order; `parts` cover all but the
    newlines. `removed` are the page's other lines that stood near it. `title` may stand in no part (a record's title
    field). `medium` is the page's: for a record, `text_map` maps to the record's own `text`.
    """

    id: str
    page: str
    place: Place
    medium: Medium
    text: str
    language: str
    title: str | None = None
    kind: ArticleKind = "article"
    complete: bool = True
    url: str | None = None
    outlet: str | None = None
    owner: str | None = None
    published: Published | None = None
    modified: Published | None = None
    bylines: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    parts: tuple[Part, ...] = ()
    removed: tuple[Removed, ...] = ()
    text_map: TextMap = TextMap()
    record: str | None = None
    """The `id` field of a record, or None for a page."""

    def __post_init__(self) -> None:
        for part in self.parts:
            if part.end > len(self.text):
                raise RecordError(f"part {part.kind} of {self.id} ends at {part.end}, the text at {len(self.text)}")

    @property
    def name(self) -> str:
        """What a person would call it in an error message or a list: the record's id or the file's name."""
        return self.record or self.place.file.replace("\\", "/").rsplit("/", 1)[-1]

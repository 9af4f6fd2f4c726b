"""How an article has a statement: by its own ear, through an agency or another outlet, or nothing says how."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.compare.material import Material
from runut.knowledge.outlets import outlet_name
from runut.knowledge.world import agency_of, outlet_of, owner_of
from runut.records.article import Article
from runut.records.spans import Span
from runut.records.statements import Link, Statement
from runut.text.distance import fold_word

SETTINGS = frozenset(("posted", "released"))
"""Links that name where it was said (a post, a release), and nobody who passed it on."""


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody credited for a statement, under one name for all spellings, and the words that credit them."""

    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """How one article has a claim. `own_ear` are words by which the outlet says that it was told itself."""

    article: str
    outlet: str
    owner: str | None
    sources: tuple[Source, ...]
    own_ear: tuple[Span, ...]
    contents: tuple[Span, ...]
    statements: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether the page says how it has it."""
        return bool(self.sources or self.own_ear)


def find_way(material: Material, statements: Sequence[Statement]) -> Way:
    """The way of one article's renderings of a claim; agency, other outlets, own ear, over all of them."""
    article = material.article[statements[0].content.article]
    outlet = outlet_name(article)
    sources: dict[str, list[Span]] = {}
    heard: list[Span] = []
    for statement in statements:
        for link in statement.chain:
            name = source_name(link.who)
            if not link.adds_origin or link.how in SETTINGS:
                continue
            if _is_own(name, outlet, article):
                if link.how == "told" and link.span:
                    heard.append(link.span)
            else:
                sources.setdefault(name, []).extend(_spans(link))
        if statement.addressee and _is_own(source_name(statement.addressee), outlet, article):
            heard.append(statement.content)
    return Way(
        article=article.id,
        outlet=outlet,
        owner=article.owner or owner_of(article.outlet or article.url or ""),
        sources=tuple(Source(name, tuple(spans)) for name, spans in sorted(sources.items())),
        own_ear=tuple(heard),
        contents=tuple(statement.content for statement in statements),
        statements=tuple(statement.id for statement in statements),
    )


def source_name(printed: str) -> str:
    """One name for an agency or outlet, however it is printed."""
    known = agency_of(printed) or outlet_of(printed)
    return known.name if known else " ".join(fold_word(word) for word in printed.split())


def _is_own(name: str, outlet: str, article: Article) -> bool:
    if name == outlet or fold_word(name) == fold_word(outlet):
        return True
    owner = article.owner or owner_of(article.outlet or article.url or "")
    return owner is not None and owner == owner_of(name)


def _spans(link: Link) -> tuple[Span, ...]:
    return (link.span,) if link.span else ()

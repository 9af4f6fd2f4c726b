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
    """How one article has a claim. `own_ear` are words by which the outlet says that it was told itself.

    `nearby` is the only one whom the article credits for other words of the same speaker, where it credits nobody for
    these: no proof of a way, but reason enough not to count two such articles as two witnesses.
    """

    article: str
    outlet: str
    owner: str | None
    sources: tuple[Source, ...]
    own_ear: tuple[Span, ...]
    contents: tuple[Span, ...]
    statements: tuple[str, ...]
    nearby: tuple[Source, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the page says how it has it."""
        return bool(self.sources or self.own_ear)


def find_way(material: Material, statements: Sequence[Statement]) -> Way:
    """The way of one article's renderings of a claim; agency, other outlets, own ear, over all of them."""
    article = material.article[statements[0].content.article]
    outlet = outlet_name(article)
    sources, heard = _credited(article, outlet, statements)
    keys = {key for statement in statements for key in material.voices[statement.id].keys}
    others = [s for s in material.found[article.id].statements if keys & set(material.voices[s.id].keys)]
    nearby = () if sources or heard else _credited(article, outlet, others)[0]
    nearby = nearby if len(nearby) == 1 else ()
    return Way(
        article=article.id,
        outlet=outlet,
        owner=article.owner or owner_of(article.outlet or article.url or ""),
        sources=sources,
        own_ear=heard,
        contents=tuple(statement.content for statement in statements),
        statements=tuple(statement.id for statement in statements),
        nearby=nearby,
    )


def _credited(
    article: Article, outlet: str, statements: Sequence[Statement]
) -> tuple[tuple[Source, ...], tuple[Span, ...]]:
    """Who is credited for these statements, and the words by which the outlet says that it heard them itself."""
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
    return tuple(Source(name, tuple(spans)) for name, spans in sorted(sources.items())), tuple(heard)


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

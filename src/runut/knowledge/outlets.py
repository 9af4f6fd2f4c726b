"""The name under which an article's outlet is spoken of."""

from runut.knowledge.world import outlet_of
from runut.records.article import Article

LONGEST = 18
"""Letters of a file's name that stand for an outlet nobody knows; a longer one breaks tables."""


def outlet_name(article: Article) -> str:
    """The outlet under one name for all spellings; where none is known, the record's id or a short name of the file."""
    for form in (article.outlet, article.url):
        known = outlet_of(form) if form else None
        if known:
            return known.name
    if article.outlet or article.record:
        return article.outlet or article.name
    stem = article.name.split(".")[0] or article.name
    return stem if len(stem) <= LONGEST else f"{stem[: LONGEST - 1]}…"

"""From an id that a dossier shows back to the characters on the page, through the store."""

from runut.present.trace import trace_line
from runut.read.article import page_text
from runut.records.article import Article
from runut.records.dossier import Trace
from runut.store.sqlite import Store


def trace_id(id: str, store: Store) -> Trace | None:
    """The walk back from an id, or None where no dossier in the store shows it."""
    dossier = store.dossier_showing(id)
    if dossier is None:
        return None

    def text_of(article: Article) -> str:
        """The decoded page of an article, read again from its bytes; empty where they are gone."""
        page = store.page(article.page)
        body = store.body(page.body_hash) if page else None
        return page_text(page, body) if page and body is not None else ""

    return trace_line(id, dossier, text_of)

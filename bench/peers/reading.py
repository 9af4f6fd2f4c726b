"""Other readers of news pages, behind one function each: a page in, what it reads out. None where not installed.

newspaper4k is given the page's language, without which it drops Indonesian bodies; jusText takes the stop list of the
language. Neither resiliparse nor jusText reads metadata.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

_LANGUAGE = re.compile(rb"<html[^>]{0,400}?\blang=[\"']?([a-z]{2})", re.IGNORECASE)
_STOP_LISTS = {"id": "Indonesian", "en": "English", "ms": "Malay", "it": "Italian", "pt": "Portuguese", "es": "Spanish"}


class Read(NamedTuple):
    """What a reader found: body, title, day, authors, editors."""

    body: str
    title: str | None = None
    day: str | None = None
    authors: list[str] = []  # noqa: RUF012
    editors: list[str] = []  # noqa: RUF012


Reader = Callable[[Any], Read]


def language_of(raw: bytes) -> str:
    match = _LANGUAGE.search(raw[:4000])
    return match[1].decode().lower() if match else "en"


def trafilatura(**options: Any) -> Reader | None:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return None

    def read(page: Any) -> Read:
        found = bare_extraction(page.raw, url=page.url, with_metadata=True, include_comments=False, **options)
        if found is None:
            return Read("")
        fields = found.as_dict()
        authors = [name.strip() for name in (fields.get("author") or "").split(";") if name.strip()]
        return Read(fields.get("text") or "", fields.get("title"), fields.get("date"), authors)

    return read


def resiliparse() -> Reader | None:
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import detect_encoding
        from resiliparse.parse.html import HTMLTree
    except ImportError:
        return None

    def read(page: Any) -> Read:
        tree = HTMLTree.parse_from_bytes(page.raw, detect_encoding(page.raw))
        options = {"alt_texts": False, "links": False, "form_fields": False, "noscript": False, "comments": False}
        return Read(extract_plain_text(tree, main_content=True, list_bullets=False, **options))

    return read


def justext() -> Reader | None:
    try:
        import justext as engine
    except ImportError:
        return None

    def read(page: Any) -> Read:
        words = engine.get_stoplist(_STOP_LISTS.get(language_of(page.raw), "English"))
        try:
            paragraphs = engine.justext(page.raw, words)
        except Exception:  # it gives up on some pages; that is its result
            return Read("")
        return Read("\n".join(p.text for p in paragraphs if not p.is_boilerplate))

    return read


def newspaper() -> Reader | None:
    try:
        from newspaper import Article, Config
    except ImportError:
        return None

    def read(page: Any) -> Read:
        config = Config()
        config.fetch_images = False
        code = language_of(page.raw)
        try:
            article = Article(page.url or "https://example.org/", config=config, language=code)
            article.download(input_html=page.raw.decode("utf-8", "replace"))
            article.parse()
        except Exception:  # a language it has no words for, a page it gives up on
            return Read("")
        day = article.publish_date.date().isoformat() if article.publish_date else None
        return Read(article.text, article.title, day, list(article.authors))

    return read


PEERS: dict[str, Callable[[], Reader | None]] = {
    "trafilatura": trafilatura,
    "trafilatura-precision": lambda: trafilatura(favor_precision=True),
    "resiliparse": resiliparse,
    "justext": justext,
    "newspaper4k": newspaper,
}

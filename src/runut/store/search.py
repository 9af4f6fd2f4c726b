"""Articles by their words: SQLite's FTS5 over titles and texts as printed, and over roots beside them.

The index is brought up to date when somebody searches, so that reading pays nothing for it. Words find all forms of
their root in any of the languages ("mengirim" finds "dikirim", "pengiriman"); words in quotation marks are found as
they are printed, in that order.
"""

import re
from collections.abc import Iterator

from runut.languages.pack import FOLDERS
from runut.languages.roots import cut_affixes
from runut.records.article import Article
from runut.records.codec import decode
from runut.store.connection import Connection
from runut.text.distance import words_of

TOGETHER = 200
"""Articles that are indexed in one transaction."""
_PHRASE = re.compile(r"[\"“”„]([^\"“”„]*)[\"“”„]")


def index_articles(db: Connection) -> None:
    """Take all articles into the index that are not in it yet."""
    while rows := db.rows(
        "SELECT a.record FROM article a WHERE NOT EXISTS (SELECT 1 FROM indexed i WHERE i.id = a.id) "
        f"ORDER BY a.id LIMIT {TOGETHER}"
    ):
        articles = [decode(row[0], Article) for row in rows]
        with db.writing() as writer:
            for article in articles:
                number = writer.execute("INSERT INTO indexed (id) VALUES (?)", (article.id,)).lastrowid
                words = (number, article.title or "", article.text, " ".join(roots_in(article.text, article.language)))
                writer.execute("INSERT INTO words (rowid, title, text, roots) VALUES (?, ?, ?, ?)", words)


def find_articles(db: Connection, asked: str, limit: int) -> list[Article]:
    """Articles that hold all that is asked, best first (BM25, the title counting thrice), then by id."""
    query = match_query(asked)
    if not query:
        return []
    rows = db.rows(
        "SELECT a.record FROM words w JOIN indexed i ON i.number = w.rowid JOIN article a ON a.id = i.id "
        "WHERE words MATCH ? ORDER BY bm25(words, 3.0, 1.0, 1.0), a.id LIMIT ?",
        query,
        limit,
    )
    return [decode(row[0], Article) for row in rows]


def match_query(asked: str) -> str:
    """The query in FTS5's own words; nothing that a person types is read as one of its operators.

    >>> match_query('"dua orang" bridge')
    '{title text} : "dua orang" AND (title : "bridge" OR roots : "bridge")'
    """
    found = [f'{{title text}} : "{" ".join(words)}"' for phrase in _PHRASE.findall(asked) if (words := _words(phrase))]
    for word in _words(_PHRASE.sub(" ", asked)):
        roots = dict.fromkeys(cut_affixes(word, language) for language in FOLDERS)
        choices = [f'title : "{word}"', *(f'roots : "{root}"' for root in roots)]
        found.append(f"({' OR '.join(choices)})")
    return " AND ".join(found)


def roots_in(text: str, language: str) -> Iterator[str]:
    """The root of each word, in order."""
    return (cut_affixes(word, language) for word in _words(text))


def _words(text: str) -> list[str]:
    return [word.folded for word in words_of(text)]

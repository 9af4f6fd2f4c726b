"""The language of a text as an ISO 639-1 code; Malay and Indonesian are told apart.

py3langid tells the languages of the world apart, but calls one Malay sentence in twenty Indonesian or the other way
round. Where it says either, the weights of `malay_indonesian.tsv` decide with it: log-odds of words and of the
four-letter pieces inside them, words in capitals left out, so that a report from Kuala Lumpur in Indonesian stays
Indonesian.

Source: naive Bayes over words and character n-grams, as in the DSL shared tasks (Zampieri et al. 2014); weights made by
`training/language.py`.
"""

import re
from functools import cache
from typing import Any

from runut.text.tables import load_table

ENOUGH = 2500
"""Characters that are read; six sentences settle a language, more only cost time."""
_NEAR = 0.25
"""Log-probability a letter by which another language must beat Indonesian, Malay and English before it is believed.
Headlines full of names look like Tagalog or Dutch; at 0.25 all 600 English development paragraphs are English."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OURS = ("id", "ms", "en")


def identify(text: str) -> str:
    """The code of a text's language ("id", "ms", "en", "nl" …); "und" where it has no letters.

    >>> identify("Polis memberitahu mangsa ditemui selepas kemalangan itu kerana kereta dipandu laju.")
    'ms'
    >>> identify("Polisi mengatakan korban ditemukan setelah kecelakaan itu karena mobil melaju kencang.")
    'id'
    """
    sample = text[:ENOUGH]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return "und"
    scores: dict[str, float] = dict(_identifier().rank(sample))
    top = max(scores, key=lambda code: scores[code])
    best = max(_OURS, key=lambda code: scores[code])
    if scores[top] - scores[best] > _NEAR * letters:
        return top
    if best == "en":
        return "en"
    return "ms" if malay_score(sample) > 0 else "id"


def malay_score(text: str) -> float:
    """How much more Malay than Indonesian a text is (log-odds; above 0 is Malay)."""
    weights = _weights()
    lead, words, pieces = malay_evidence(text)
    return (
        weights["=bias"]
        + weights["=langid"] * lead
        + weights["=words"] * sum(weights.get(word, 0.0) for word in words)
        + weights["=pieces"] * sum(weights.get(piece, 0.0) for piece in pieces)
    )


def malay_evidence(text: str) -> tuple[float, list[str], list[str]]:
    """py3langid's lead of Malay, the words and their pieces, sorted; words in capitals count half for the lead."""
    plain = [match[0] for match in _WORD.finditer(text) if not match[0][0].isupper()]
    words = {word.lower() for word in plain}
    lead = (_lead(text) + _lead(" ".join(plain))) / 2
    return lead, sorted(words), sorted({piece for word in words for piece in pieces_of(word)})


def _lead(text: str) -> float:
    scores = dict(_identifier().rank(text))
    return float(scores["ms"] - scores["id"])


def pieces_of(word: str) -> set[str]:
    """The four-letter pieces of a word with its edges, marked "~".

    >>> sorted(pieces_of("yang"))
    ['~<yan', '~ang>', '~yang']
    """
    edged = f"<{word}>"
    return {"~" + edged[at : at + 4] for at in range(len(edged) - 3)}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


@cache
def _weights() -> dict[str, float]:
    return {row["form"]: float(row["weight"]) for row in load_table("runut.read", "malay_indonesian")}

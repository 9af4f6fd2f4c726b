"""Roots of words, cut by a language's table of affixes: only good for matching, never shown."""

from functools import cache, lru_cache

from runut.languages.pack import load_pack

SHORTEST = 4
"""Letters that must be left of a word after cutting. Three joined unlike words, five left forms of one apart."""


@lru_cache(maxsize=100_000)
def root_of(word: str, language: str) -> str:
    """The root of a folded word, or of its group of synonyms; the word itself for a language without tables.

    A first letter that a nasal prefix swallows is cut too, so that all forms of a word meet.

    >>> root_of("mengirimkan", "id") == root_of("dikirim", "id") == root_of("kirim", "id")
    True
    """
    if load_pack(language) is None:
        return word
    root = cut_affixes(word, language)
    group = _synonyms(language).get(word) or _synonymous_roots(language).get(root)
    return f"={group}" if group else root


@lru_cache(maxsize=100_000)
def cut_affixes(word: str, language: str) -> str:
    """A folded word without its affixes; the word itself for a language without tables. Knows no synonyms.

    >>> cut_affixes("mengirim", "id") == cut_affixes("pengiriman", "id") == cut_affixes("dikirim", "id")
    True
    """
    if load_pack(language) is None:
        return word
    prefixes, suffixes, initials = _affixes(language)
    root = _cut_prefix(_cut_suffixes(word, suffixes), prefixes)
    if len(root) > SHORTEST and root[0] in initials:
        root = root[1:]
    return root


@lru_cache(maxsize=100_000)
def voice_of(word: str, language: str) -> str:
    """The voice of a folded verb by its prefix, "active" or "passive"; empty where no prefix tells it.

    >>> voice_of("dikirim", "id"), voice_of("mengirim", "id"), voice_of("kirim", "id")
    ('passive', 'active', '')
    """
    pack = load_pack(language)
    kinds = ("passive", "active") if pack else ()
    return next((kind for kind in kinds if pack and word.startswith(pack.forms("affixes", kind=kind))), "")


@cache
def stopwords(language: str) -> frozenset[str]:
    """Words of a language that say little about what a sentence is about."""
    pack = load_pack(language)
    return frozenset(pack.forms("stopwords")) if pack else frozenset()


def _cut_suffixes(word: str, suffixes: tuple[str, ...]) -> str:
    for _ in range(2):
        for suffix in suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST:
                word = word[: -len(suffix)]
                break
    return word


def _cut_prefix(word: str, prefixes: tuple[str, ...]) -> str:
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST - 1:
            return word[len(prefix) :]
    return word


@cache
def _affixes(language: str) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    pack = load_pack(language)
    assert pack is not None
    return (
        tuple(sorted(pack.forms("affixes", kind="prefix"), key=len, reverse=True)),
        tuple(sorted(pack.forms("affixes", kind="suffix"), key=len, reverse=True)),
        frozenset(pack.forms("affixes", kind="initial")),
    )


@cache
def _synonyms(language: str) -> dict[str, str]:
    pack = load_pack(language)
    return {row["form"]: row["group"] for row in pack.table("synonyms")} if pack else {}


@cache
def _synonymous_roots(language: str) -> dict[str, str]:
    """Roots of the forms of one group, so that its other forms meet too; a root of two groups is left out."""
    found: dict[str, set[str]] = {}
    for form, group in _synonyms(language).items():
        found.setdefault(cut_affixes(form, language), set()).add(group)
    return {root: next(iter(groups)) for root, groups in found.items() if len(groups) == 1}

"""Verbs known by their two voices, for a language that marks them by prefixes ("menyeret", "diseret")."""

from collections.abc import Container, Iterator

from runut.languages.pack import LanguagePack

_SHORTEST = 6
"""Letters of the shortest word that is looked at: "diri" and "meja" are none."""


class VerbForms:
    """A language's prefixes of either voice, and the words that stand in running text.

    A word is a verb where both of its voices are among those words: nouns that only begin like one ("menara",
    "distrik") seldom have such a pair. A language without such prefixes has no verbs here.
    """

    def __init__(self, pack: LanguagePack, words: Container[str]) -> None:
        self._words = words
        self._active = tuple(sorted(pack.forms("affixes", kind="active"), key=len, reverse=True))
        self._passive = tuple(pack.forms("affixes", kind="passive"))
        self._initials = pack.forms("affixes", kind="initial")

    def is_verb(self, low: str) -> bool:
        """Whether a word in lower case is a verb by its prefix and its other voice."""
        return len(low) >= _SHORTEST and any(form in self._words for form in self._other_voice(low))

    def _other_voice(self, low: str) -> Iterator[str]:
        for prefix in self._active:
            if low.startswith(prefix):
                rest = low[len(prefix) :]
                yield from (passive + initial + rest for passive in self._passive for initial in ("", *self._initials))
        for prefix in self._passive:
            if low.startswith(prefix):
                root = low[len(prefix) :]
                yield from (active + root for active in self._active)
                yield from (active + root[1:] for active in self._active if root[:1] in self._initials)

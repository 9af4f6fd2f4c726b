"""The words of events: triggers, joints of clauses, words of factuality, each table looked up word by word."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

from runut.languages.pack import LanguagePack

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
Value = TypeVar("Value")
Entries = Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]


class Token(NamedTuple):
    """A word or mark with its offsets, in small letters."""

    start: int
    end: int
    low: str


class Hit(NamedTuple):
    """A phrase of a table at tokens `first` up to `last`, with its cell."""

    first: int
    last: int
    value: str


class Trigger(NamedTuple):
    """A word or phrase that names an event: token indices, PLOVER type and mode, and its voice."""

    first: int
    last: int
    type: str
    mode: str
    voice: str


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Phrases of `event_verbs`, `event_joints` and `modals` by first word, longest first.

    `heads_follow` says whether the noun that a country's name modifies stands after it ("Russian troops").
    """

    triggers: Entries[tuple[str, str, str]]
    joints: Entries[str]
    modals: Entries[str]
    heads_follow: bool
    possessives: tuple[str, ...]


@cache
def event_lexicon(pack: LanguagePack) -> EventLexicon:
    """The event tables of a language, read once."""
    triggers = {r["form"].lower(): (r["type"], r["mode"], r["voice"]) for r in reversed(pack.table("event_verbs"))}
    rows = pack.table("event_joints")
    joints = {row["form"].lower(): row["role"] for row in reversed(rows) if row["role"] not in ("order", "possessive")}
    modals = {row["form"].lower(): row["factuality"] for row in reversed(pack.table("modals"))}
    heads_follow = any(row["role"] == "order" for row in rows)
    endings = tuple(row["form"] for row in rows if row["role"] == "possessive")
    return EventLexicon(by_first_word(triggers), by_first_word(joints), by_first_word(modals), heads_follow, endings)


def by_first_word(forms: Mapping[str, Value]) -> Entries[Value]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for form, value in forms.items():
        words = tuple(token.group() for token in _TOKEN.finditer(form))
        found.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(entries, key=lambda one: -len(one[0]))) for first, entries in found.items()}


def may_hold(words: frozenset[str], entries: Entries[Value]) -> bool:
    """Whether all words of some phrase of a table are among `words`."""
    return any(words.issuperset(phrase) for first in words & entries.keys() for phrase, _ in entries[first])


def split_tokens(shadow: str, start: int, end: int) -> list[Token]:
    """Words and marks of `shadow[start:end]`."""
    return [Token(hit.start(), hit.end(), hit[0].lower()) for hit in _TOKEN.finditer(shadow, start, end)]


def find_phrases(tokens: Sequence[Token], entries: Entries[Value]) -> list[tuple[int, int, Value]]:
    """Phrases of a table among tokens as (first, last, value), the longest at each place, none overlapping."""
    found: list[tuple[int, int, Value]] = []
    at = 0
    while at < len(tokens):
        for words, value in entries.get(tokens[at].low, ()):
            size = len(words)
            if size == 1 or tuple(token.low for token in tokens[at : at + size]) == words:
                found.append((at, at + size, value))
                at += size - 1
                break
        at += 1
    return found

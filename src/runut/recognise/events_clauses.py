"""Sentences as events are read from them: words, what joins them, and noun phrases with what governs them.

Roles follow position and joints, not a parse: what is not clear stays open, since a wrong actor is worse than none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runut.knowledge.world import country_of
from runut.recognise.events_actors import ActorMention, Actors
from runut.recognise.events_words import EventLexicon, Token, Trigger, find_phrases, may_hold, split_tokens
from runut.recognise.rough import rough_words

_BACK = 4
"""Words between a preposition and the name that it governs ("terhadap Menteri Luar Negeri" has three)."""
_PREPOSITIONS = frozenset({"agent", "to", "for", "with", "place", "from", "other"})
_NOUNS = frozenset({"state", "arms", "title", "thing"})
_ACTING = frozenset({"state", "arms"})
"""Roles of nouns within a phrase, and those with which a country's name acts."""

LONGEST_CHARS = 1000
"""A longer sentence is text without stops: it is read in stretches of this length, to stay linear."""


def stretches(start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in stretches that are not too long; nearly always it is one."""
    for at in range(start, end, LONGEST_CHARS):
        yield at, min(end, at + LONGEST_CHARS)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with a name in it: token indices, the mention that it stands for, the role of its preposition.

    `is_state` says whether the name may act here: alone, or with a word for a government or forces. A name that owns
    what follows ("Rossi's lawyers") is a possessor and does not act.
    """

    first: int
    last: int
    mention: ActorMention
    role: str
    is_state: bool
    is_possessor: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence: tokens, roles of joints by token, triggers, noun phrases, tokens of cues of speech, of modal words.

    `reach` is how many other words may lie between a subject and its verb.
    """

    tokens: Sequence[Token]
    joints: Sequence[str]
    triggers: Sequence[Trigger]
    phrases: Sequence[Phrase]
    cues: frozenset[int]
    modals: frozenset[int] = frozenset()
    reach: int = 4

    def before(self, first: int, last: int) -> list[Phrase]:
        """Phrases between two tokens, in order."""
        return [phrase for phrase in self.phrases if first <= phrase.first < last]


def make_scene(
    shadow: str,
    sentence: tuple[int, int],
    actors: Actors,
    cues: Sequence[int],
    lexicon: EventLexicon,
    bare: bool = False,
) -> Scene | None:
    """The scene of a sentence; None without a trigger or anybody who may take part, unless `bare` asks for it still."""
    mentions = actors.between(*sentence)
    if not bare and (not mentions or not may_hold(rough_words(shadow, *sentence), lexicon.triggers)):
        return None
    tokens = split_tokens(shadow, *sentence)
    starts = [token.start for token in tokens]
    named = {at for m in mentions for at in range(bisect_left(starts, m.start), bisect_left(starts, m.end))}
    triggers = [
        Trigger(first, last, *value)
        for first, last, value in find_phrases(tokens, lexicon.triggers)
        if not named.intersection(range(first, last))
    ]
    if not triggers and not bare:
        return None
    joints = [""] * len(tokens)
    for first, last, role in find_phrases(tokens, lexicon.joints):
        if not named.intersection(range(first, last)):
            joints[first:last] = [role] * (last - first)
    verbs = {at for trigger in triggers for at in range(trigger.first, trigger.last)}
    spoken = frozenset(at for cue in cues if (at := bisect_left(starts, cue)) < len(tokens))
    phrases = _phrases(tokens, starts, mentions, joints, verbs | spoken, lexicon)
    modal = {at for first, last, _ in find_phrases(tokens, lexicon.modals) for at in range(first, last)}
    scene = Scene(tokens, joints, triggers, phrases, spoken, frozenset(modal), 2 if lexicon.heads_follow else 4)
    return replace(scene, triggers=[t for t in triggers if t.voice != "bare" or _is_verb(scene, t.first)])


def _is_verb(scene: Scene, at: int) -> bool:
    """Whether a form that is a noun too is a verb here: right after a name, a pronoun, a modal word, "who" or "and"."""
    if at == 0 or at - 1 in scene.modals or scene.joints[at - 1] in ("pronoun", "we", "relative", "and"):
        return at > 0
    return any(phrase.last == at and not phrase.role and not phrase.is_possessor for phrase in scene.phrases)


def _phrases(
    tokens: Sequence[Token],
    starts: Sequence[int],
    mentions: Sequence[ActorMention],
    joints: Sequence[str],
    verbs: frozenset[int] | set[int],
    lexicon: EventLexicon,
) -> list[Phrase]:
    groups: list[list[tuple[int, int, ActorMention]]] = []
    for mention in mentions:
        first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
        if groups and first - groups[-1][-1][1] <= _touching(tokens, joints, verbs, groups[-1][-1][1], first):
            groups[-1].append((first, last, mention))
        else:
            groups.append([(first, last, mention)])
    phrases: list[Phrase] = []
    for group in groups:
        first, last = group[0][0], group[-1][1]
        chosen = next((m for _, _, m in reversed(group) if not m.is_place), group[0][2])
        role, words = _governing(tokens, joints, verbs, phrases[-1].last if phrases else 0, first)
        if role == "and" and phrases and first - len(words) - phrases[-1].last == 1:
            role = phrases[-1].role
        if phrases and first - phrases[-1].last == 1 and tokens[first - 1].low == "," and phrases[-1].mention.is_place:
            role = phrases[-1].role if chosen.is_place else role
        role = role if role in _PREPOSITIONS else ""
        owns = bool(lexicon.possessives) and tokens[last - 1].low.endswith(lexicon.possessives)
        is_state = chosen.kind != "country" or _is_state(tokens, joints, verbs, (first, last), words, chosen, lexicon)
        if owns:
            is_state = last < len(tokens) and joints[last] in _ACTING and chosen.kind == "country"
        phrases.append(Phrase(first - len(words), last, chosen, role, is_state, owns))
    return phrases


def _touching(
    tokens: Sequence[Token], joints: Sequence[str], verbs: frozenset[int] | set[int], end: int, start: int
) -> int:
    """How many tokens two mentions of one phrase may lie apart: one word, if it is neither joint, verb nor mark."""
    if start == end:
        return 0
    token = tokens[end]
    return 1 if not joints[end] and end not in verbs and token.low[0].isalnum() else -1


def _governing(
    tokens: Sequence[Token], joints: Sequence[str], verbs: frozenset[int] | set[int], floor: int, first: int
) -> tuple[str, list[str]]:
    """The role of what stands before a name, and the words between that belong to the name's phrase."""
    words: list[str] = []
    for at in range(first - 1, max(floor, first - 1 - _BACK) - 1, -1):
        if joints[at] and joints[at] not in _NOUNS:
            return joints[at], words
        if at in verbs or not tokens[at].low[0].isalnum():
            return "", words
        words.append(tokens[at].low)
    return "", words


def _is_state(
    tokens: Sequence[Token],
    joints: Sequence[str],
    verbs: frozenset[int] | set[int],
    place: tuple[int, int],
    words: Sequence[str],
    mention: ActorMention,
    lexicon: EventLexicon,
) -> bool:
    first, last = place
    if not lexicon.heads_follow:
        return not words or any(joints[at] in _ACTING for at in range(first - len(words), first))
    following = joints[last] if last < len(tokens) else ""
    if following in _ACTING or last >= len(tokens) or last in verbs or following:
        return True
    if not tokens[last].low[0].isalnum():
        return True
    return country_of(mention.name) is None or mention.end - mention.start >= len(mention.name)

"""Sentences as events are read from them: noun phrases with what governs them, and who acts before a word.

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
_HARD = frozenset('.;:()"“”—–-?!…')
_PREPOSITIONS = frozenset({"agent", "to", "for", "with", "place", "from", "other"})
_NOUNS = frozenset({"state", "arms", "title", "thing"})
_ACTING = frozenset({"state", "arms"})
"""Roles of nouns within a phrase, and those with which a country's name acts."""
_CUTS = frozenset({"cut", "relative", "purpose", "after"})
_BRACKET = 8
"""Tokens of the longest bracket that a clause reads over: an acronym, an age, a party."""


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


def subjects(scene: Scene, at: int, depth: int = 0) -> list[Phrase] | None:
    """Who stands as the subject of the word at token `at`; an empty list if unclear, None if the clause has none.

    The first name of its clause that no preposition governs, with those joined to it. Across a comma only where nothing
    but an apposition lies between. Whoever stands between another verb of events and this one is asked or accused by
    that one and acts in this. A clause such as "after meeting" without a subject has that of its main clause.
    """
    start, boundary = _clause_start(scene, at)
    found = _free(scene.before(start, at))
    if boundary == "relative":
        ending = [p for p in scene.before(max(0, start - 6), start) if start - 1 - p.last <= 1]
        return _usable(ending[-1:])
    if any(scene.joints[k] == "pronoun" for k in range(found[-1].last if found else start, at)):
        return None
    verb = max((t.last for t in scene.triggers if start <= t.first and t.last <= at), default=start)
    asked = [phrase for phrase in found if phrase.first >= verb > start]
    if asked:
        return _usable(asked[-1:])
    if found:
        joined = _joined(found, scene)
        return _usable(joined) if _reaches(scene, joined[-1].last, at) else []
    if boundary == "," and at - start <= _BACK:
        opening, kind = _clause_start(scene, start - 1, commas=False)
        if kind == "relative":
            return _usable([p for p in scene.before(0, opening) if opening - 1 - p.last in (0, 1)][-1:])
        earlier = _free(scene.before(opening, start))
        return _usable(_joined(earlier, scene)) if earlier else None
    if start - 1 in scene.cues and at - start <= 1 and not depth:
        return subjects(scene, start - 1, 1)
    if boundary == "after" and not depth:
        return subjects(scene, start - 1, 1) if start > 1 else _subject_after(scene, at)
    return None


def _reaches(scene: Scene, first: int, last: int) -> bool:
    """Whether few enough words lie between a subject and its verb: a verb unknown to the tables may stand there."""
    plain = sum(
        not scene.joints[at] and at not in scene.modals and scene.tokens[at].low[0].isalpha()
        for at in range(first, last)
    )
    return plain <= scene.reach


def _subject_after(scene: Scene, at: int) -> list[Phrase] | None:
    """The subject of the main clause that follows a sentence's opening clause: the name right after its comma."""
    comma = clause_end(scene, at)
    following = [p for p in scene.before(comma, len(scene.tokens)) if p.first == comma + 1]
    return _usable(_joined(_free(following), scene)) if following else None


def _clause_start(scene: Scene, at: int, commas: bool = True) -> tuple[int, str]:
    """The token at which the clause of token `at` begins, and what bounds it."""
    index = at
    while index > 0:
        index -= 1
        low, joint = scene.tokens[index].low, scene.joints[index]
        if low == ")" and (opening := _opening(scene, index)) is not None:
            index = opening
            continue
        if low in _HARD or joint in _CUTS or index in scene.cues:
            return index + 1, joint if joint in _CUTS else "mark"
        if commas and low == ",":
            return index + 1, ","
    return 0, "start"


def _opening(scene: Scene, closing: int) -> int | None:
    """The token that opens the short bracket closed at a token."""
    return next((k for k in range(closing, max(-1, closing - _BRACKET), -1) if scene.tokens[k].low == "("), None)


def _free(phrases: Sequence[Phrase]) -> list[Phrase]:
    return [phrase for phrase in phrases if not phrase.role and phrase.mention.kind != "place"]


def clause_start(scene: Scene, at: int) -> int:
    """The token at which the clause of token `at` begins, a comma opening one too."""
    return _clause_start(scene, at)[0]


def _joined(phrases: Sequence[Phrase], scene: Scene) -> list[Phrase]:
    """The first phrase and those joined to it by "and" or a comma; a person after a comma takes a body's place.

    "Direktur PT Maju, Budi Santoso, ditahan" is about Budi Santoso.
    """
    joined = list(phrases[:1])
    for phrase in phrases[1:]:
        between = range(joined[-1].last, phrase.first)
        if len(between) != 1:
            break
        kinds = joined[-1].mention.kind, phrase.mention.kind
        if scene.tokens[between[0]].low == "," and kinds[0] != "person" and kinds[1] == "person":
            joined[-1] = phrase
        elif scene.joints[between[0]] == "and" or (scene.tokens[between[0]].low == "," and kinds[0] == kinds[1]):
            joined.append(phrase)
        else:
            break
    return joined


def _usable(phrases: Sequence[Phrase]) -> list[Phrase]:
    return [phrase for phrase in phrases if phrase.is_state and phrase.mention.kind != "place"]


def named_by(phrase: Phrase, scene: Scene) -> Phrase:
    """The phrase, or the person whom an apposition right after it names ("the striker of Persib, Budi Santoso")."""
    following = [p for p in scene.before(phrase.last + 1, phrase.last + 2) if p.mention.kind == "person"]
    is_apposed = phrase.last < len(scene.tokens) and scene.tokens[phrase.last].low == ","
    return following[0] if following and is_apposed and phrase.mention.kind == "body" else phrase


def clause_end(scene: Scene, at: int) -> int:
    """The token at which the clause that goes on at token `at` ends."""
    closed = -1
    for index in range(at, len(scene.tokens)):
        low, joint = scene.tokens[index].low, scene.joints[index]
        if low == "(":
            rest = range(index, min(len(scene.tokens), index + _BRACKET))
            closed = next((k for k in rest if scene.tokens[k].low == ")"), -1)
        if index <= closed:
            continue
        if low in _HARD or low == "," or joint in ("cut", "relative", "after") or index in scene.cues:
            return index
    return len(scene.tokens)

"""Who acts before a word of a sentence, and where the clause around it begins and ends.

Roles follow position and joints, not a parse: what is not clear stays open, since a wrong actor is worse than none.
"""

from collections.abc import Sequence

from runut.recognise.events_clauses import Phrase, Scene

_NEAR = 4
"""Tokens between a comma and a word up to which that word has the subject of the clause before."""
_HARD = frozenset('.;:()"“”—–-?!…')
_CUTS = frozenset({"cut", "relative", "purpose", "after"})
_BRACKET = 8
"""Tokens of the longest bracket that a clause reads over: an acronym, an age, a party."""


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
    if boundary == "," and at - start <= _NEAR:
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

"""Who speaks, across articles, and whether two speakers may be one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from runut.knowledge.world import country_of, form_words, known_at
from runut.records.claims import StoryEntity
from runut.records.findings import Findings
from runut.records.statements import Statement
from runut.text.names import name_words

Fit = Literal["same", "compatible", "unknown", "other"]
VoiceKind = Literal["person", "body", "vague", "none"]
VAGUE = frozenset(("role", "collective", "anonymous", "unknown"))
"""Ways of naming a speaker that leave open who it is."""
MEDIA = ("agency", "outlet")
"""Kinds of those who pass on what others said: as speakers they leave open whose words they are."""
HOLDS_FROM = 6
"""Letters from which a word that stands inside another is taken for its kin: a minister and a ministry."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as far as comparing needs it. `keys` are story entities, or folded names where there is none.

    `names` are folded words of the names, `words` those and the words of the printed roles; `forms` are the words of
    each name and abbreviation that a body goes by. A "vague" voice is described and not named ("a senior official",
    "the suspect"); "none" is unknown.
    """

    name: str | None
    keys: tuple[str, ...]
    how: str
    words: frozenset[str]
    kind: VoiceKind = "vague"
    names: frozenset[str] = frozenset()
    country: str | None = None
    forms: tuple[frozenset[str], ...] = ()


NOBODY = Voice(None, (), "unknown", frozenset(), "none")


def find_voices(
    findings: Iterable[Findings], entities: Iterable[StoryEntity], entity_of: Mapping[str, StoryEntity]
) -> dict[str, Voice]:
    """The voice of every statement, by the statement's id."""
    found = tuple(findings)
    roles = _roles(found, entity_of)
    return {statement.id: _voice(statement, entity_of, roles) for finding in found for statement in finding.statements}


def _voice(statement: Statement, entity_of: Mapping[str, StoryEntity], roles: Mapping[str, frozenset[str]]) -> Voice:
    speaker = statement.speaker
    if speaker is None:
        return NOBODY
    printed = name_words(speaker.name).union(*(name_words(name) for name in speaker.names))
    entity = entity_of.get(speaker.entity or "")
    kind: VoiceKind
    if entity is None:
        joint = _joint(statement, entity_of)
        if joint:
            return joint
        parts = (" ".join(sorted(name_words(part))) for part in speaker.name.split(";"))
        kind = "person" if speaker.how == "named" and _is_name(speaker.name) else "vague"
        return Voice(speaker.name, tuple(sorted({p for p in parts if p})), speaker.how, printed, kind, printed)
    names = frozenset(word for name in entity.names for word in name_words(name))
    kind = "person" if entity.kind == "person" else "vague" if entity.kind in MEDIA else "body"
    words = printed | names | roles.get(entity.id, frozenset())
    forms = _forms(entity) if kind == "body" else ()
    return Voice(entity.name, (entity.id,), speaker.how, words, kind, names, entity.country, forms)


def _forms(entity: StoryEntity) -> tuple[frozenset[str], ...]:
    """The words of each name of a body, those it is known by elsewhere among them ("Kemlu")."""
    printed = list(entity.names)
    for words in filter(None, map(form_words, entity.names)):
        for known in known_at(words, 0)[1]:
            if known.kind == "organisation" and entity.country in (None, known.country):
                printed += known.forms
    return tuple(sorted({words for words in map(name_words, printed) if words}, key=sorted))


def _joint(statement: Statement, entity_of: Mapping[str, StoryEntity]) -> Voice | None:
    """Several bodies or countries that speak with one voice ("Norway and Peru"), where all are known."""
    speaker = statement.speaker
    if speaker is None or speaker.how != "named" or _is_name(speaker.name):
        return None
    entities = {name: e for e in entity_of.values() if e.kind != "person" for name in e.names}
    members = [_member(name, entities) for name in _capitalised(speaker.name)]
    if len(members) < 2 or not all(members):
        return None
    words = name_words(speaker.name)
    keys = tuple(sorted({member for member in members if member}))
    return Voice(speaker.name, keys, speaker.how, words, "body", words, None, (words,))


def _member(name: str, entities: Mapping[str, StoryEntity]) -> str | None:
    country = country_of(name)
    found = entities.get(name) or (entities.get(country.name) if country else None)
    return found.id if found else country.country if country else None


def _capitalised(name: str) -> list[str]:
    """Runs of capitalised words of a phrase, in order."""
    runs = groupby(name.replace(",", " , ").split(), key=lambda word: word[:1].isupper())
    return [" ".join(words) for upper, words in runs if upper]


def _is_name(printed: str) -> bool:
    """Whether a phrase that is no known entity looks like a full name: two to five words, all with a capital."""
    words = printed.split()
    return 2 <= len(words) <= 5 and all(word[:1].isupper() for word in words)


def _roles(findings: Iterable[Findings], entity_of: Mapping[str, StoryEntity]) -> dict[str, frozenset[str]]:
    """For each story entity, the folded words of the roles that it is printed with."""
    words: dict[str, set[str]] = {}
    for found in findings:
        for member in found.entities:
            whole = entity_of.get(member.id)
            if whole and member.roles:
                words.setdefault(whole.id, set()).update(word for role in member.roles for word in name_words(role))
    return {id: frozenset(found) for id, found in words.items()}


def fit_voices(left: Voice, right: Voice) -> Fit:
    """How two speakers fit.

    "same": one story entity, or the words of one name are among the other's; "compatible": a vague speaker whose words
    are among the other's names and roles, a body and somebody who holds a role in it, a name and its initial;
    "unknown": nothing tells; "other": two people, or two bodies, of different names, or of different countries, or a
    body and somebody whose printed roles are none in it.
    """
    if left.kind == "none" or right.kind == "none":
        return "unknown"
    if set(left.keys) & set(right.keys):
        return "same"
    if "vague" in (left.kind, right.kind):
        return _fit_vague(left, right)
    if left.kind != right.kind:
        body, person = (left, right) if left.kind == "body" else (right, left)
        if body.country and person.country and body.country != person.country:
            return "other"
        if any(_among(form, person.words) for form in body.forms or (body.names,)):
            return "compatible"
        return "other" if person.words - name_words(person.name or "") else "unknown"
    if left.names <= right.names or right.names <= left.names:
        return "same"
    return "compatible" if left.kind == "person" and _initials(left, right) else "other"


def _fit_vague(left: Voice, right: Voice) -> Fit:
    if _initials(left, right):
        return "compatible"
    if left.names and right.names and (left.names <= right.names or right.names <= left.names):
        return "same"
    if not left.words & right.words:
        return "unknown"
    return "compatible" if left.words <= right.words or right.words <= left.words else "unknown"


def _among(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether all of these words, or longer words that hold them or are held by them, are among the others."""
    return bool(words) and all(
        word in others or any(_kin(word, other) for other in others if len(other) >= HOLDS_FROM) for word in words
    )


def _kin(word: str, other: str) -> bool:
    """Whether one word holds the other ("menteri", "kementerian") or they begin alike ("direktur", "direktorat")."""
    return len(word) >= HOLDS_FROM and (word in other or other in word or word[:HOLDS_FROM] == other[:HOLDS_FROM])


def _initials(left: Voice, right: Voice) -> bool:
    """Whether one is named by initials alone, and they are those of the other."""
    short, full = sorted((left.names, right.names), key=lambda names: sum(map(len, names)))
    letters = {word[0] for word in full}
    return bool(short) and all(len(word) == 1 and word in letters for word in short)

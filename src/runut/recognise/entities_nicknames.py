"""Nicknames that an article explains: "Ratna Wulandari, akrab disapa Nana" makes Nana one of Ratna's names."""

from runut.recognise.entities_groups import Group
from runut.recognise.names_lexicon import Line, Name, NameWords
from runut.text.names import name_words

_NEAR = 4
"""Words that may stand between a name and the words that explain its nickname."""


def join_nicknames(lines: list[Line], groups: list[Group], lexicon: NameWords) -> None:
    """Joins the groups of a name and its nickname where a line explains it; changes `groups`."""
    last: tuple[Line, Name] | None = None
    for line in lines:
        for at in range(len(line.words)):
            found = lexicon.nicknames.at(line.words, at, len(line.words)) if not line.in_capitals else None
            if found is None or found[0] in ("names", "initials"):
                continue
            if found[0] == "between" and not _stands_between(line, at, at + found[1]):
                continue
            named = _person_before(line, at) or (last if found[0] == "before" else None)
            nick = named if found[0] == "after" else _person_behind(line, at + found[1])
            if found[0] == "after":
                named = _person_behind(line, at + found[1]) or _named_before(nick, line, last)
            if named and nick:
                _join(named, nick, groups)
        people = [name for name in line.names if name.kind == "person"]
        last = (line, people[-1]) if people else last


def _named_before(
    nick: tuple[Line, Name] | None, line: Line, last: tuple[Line, Name] | None
) -> tuple[Line, Name] | None:
    """The last person named before a nickname that is explained behind it ("Nana, sapaan akrabnya, …")."""
    if nick is None:
        return None
    names = [n for n in line.names if n.kind == "person" and n.last <= nick[1].first]
    return (line, names[-1]) if names else last


def _stands_between(line: Line, first: int, last: int) -> bool:
    """Whether words stand right between two names with one first word ("Rudi Hartono atau Rudi Tato")."""
    left = next((n for n in line.names if n.kind == "person" and n.last == first), None)
    right = next((n for n in line.names if n.kind == "person" and n.first == last), None)
    return left is not None and right is not None and line.words[left.first].low == line.words[right.first].low


def _person_before(line: Line, at: int) -> tuple[Line, Name] | None:
    """The person named just before word `at`."""
    names = (n for n in reversed(line.names) if n.kind == "person" and n.last <= at and at - n.last < _NEAR)
    name = next(names, None)
    return (line, name) if name else None


def _person_behind(line: Line, at: int) -> tuple[Line, Name] | None:
    """The person named just behind word `at`."""
    name = next((n for n in line.names if n.kind == "person" and at <= n.first < at + _NEAR), None)
    return (line, name) if name else None


def _join(named: tuple[Line, Name], nick: tuple[Line, Name], groups: list[Group]) -> None:
    one, other = (_group_at(line.words[name.first].start, groups) for line, name in (named, nick))
    if one is None or other is None or one is other or (one.known and other.known):
        return
    if " " in other.fullest and not name_words(one.fullest) & name_words(other.fullest):
        return
    one.absorb(other)
    groups[:] = [group for group in groups if group is not other]


def _group_at(start: int, groups: list[Group]) -> Group | None:
    return next((group for group in groups if any(start == begin for begin, _ in group.spans)), None)

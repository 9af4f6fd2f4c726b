"""Nicknames that an article explains: "Ratna Wulandari, akrab disapa Nana" makes Nana one of Ratna's names."""

from runut.recognise.entities_groups import Group
from runut.recognise.names_lexicon import Line, Name, NameWords
from runut.text.names import name_words

_Place = tuple[Line, Name]
_LIKE = 3
"""Letters with which a nickname begins like the name ("Romy" for Romahurmuziy)."""
_NEAR = 4
"""Words that may stand between a name and the words that explain its nickname."""


def join_nicknames(lines: list[Line], groups: list[Group], lexicon: NameWords) -> None:
    """Joins the groups of a name and its nickname where a line explains it; changes `groups`."""
    met: list[_Place] = []
    for line in lines:
        for at in range(len(line.words)):
            found = lexicon.nicknames.at(line.words, at, len(line.words)) if not line.in_capitals else None
            if found is None or found[0] in ("names", "initials"):
                continue
            place, behind = found[0], _person_behind(line, at + found[1])
            if place == "between" and not _stands_between(line, at, at + found[1]):
                continue
            beside = _person_before(line, at)
            nick = beside if place == "after" else behind
            named = behind if place == "after" else beside
            if nick and named is None and place != "between":
                here = [(line, n) for n in line.names if n.kind == "person" and n.last <= nick[1].first]
                named = _bearer(nick, [*met, *here])
            if named and nick:
                _join(named, nick, groups)
        met += [(line, name) for name in line.names if name.kind == "person"]


def _bearer(nick: _Place, met: list[_Place]) -> _Place | None:
    """Who bears a nickname that is explained away from the name ("pria yang akrab disapa Romy").

    The last person with a name that begins like it, else the only one whom the last line with names has.
    """
    head = _folded(nick)[:_LIKE]
    like = [one for one in met if len(head) == _LIKE and any(w.startswith(head) for w in _folded(one).split())]
    if like:
        return like[-1]
    last = [one for one in met if one[0] is met[-1][0]]
    return last[-1] if len({_folded(one) for one in last}) == 1 else None


def _folded(place: _Place) -> str:
    line, name = place
    return " ".join(word.low for word in line.words[name.first : name.last])


def _stands_between(line: Line, first: int, last: int) -> bool:
    """Whether words stand right between two names with one first word ("Rudi Hartono atau Rudi Tato")."""
    left = next((n for n in line.names if n.kind == "person" and n.last == first), None)
    right = next((n for n in line.names if n.kind == "person" and n.first == last), None)
    return left is not None and right is not None and line.words[left.first].low == line.words[right.first].low


def _person_before(line: Line, at: int) -> _Place | None:
    """The person named just before word `at`."""
    names = (n for n in reversed(line.names) if n.kind == "person" and n.last <= at and at - n.last < _NEAR)
    name = next(names, None)
    return (line, name) if name else None


def _person_behind(line: Line, at: int) -> _Place | None:
    """The person named just behind word `at`."""
    name = next((n for n in line.names if n.kind == "person" and at <= n.first < at + _NEAR), None)
    return (line, name) if name else None


def _join(named: _Place, nick: _Place, groups: list[Group]) -> None:
    one, other = (_group_at(line.words[name.first].start, groups) for line, name in (named, nick))
    if one is None or other is None or one is other or (one.known and other.known):
        return
    if " " in other.fullest and not name_words(one.fullest) & name_words(other.fullest):
        return
    one.absorb(other)
    groups[:] = [group for group in groups if group is not other]


def _group_at(start: int, groups: list[Group]) -> Group | None:
    return next((group for group in groups if any(start == begin for begin, _ in group.spans)), None)

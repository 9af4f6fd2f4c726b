"""Roles in a line ("Menteri Luar Negeri Rusia", "Kapolres Bogor"): their extent, their person, people not found before.

A role is a word of the table and what completes it: bodies, places, words of bodies, numerals. It ends where a title or
a person's name begins. It joins the name right after it (titles between them), after a comma or in brackets behind it.
"""

from runut.knowledge.world import known_at
from runut.recognise.names_edges import is_titled
from runut.recognise.names_lexicon import NUMERALS, Line, Name, NameWords, RoleRow
from runut.recognise.roles_extent import (
    LONGEST,
    Role,
    after_brackets,
    after_origin,
    after_place,
    after_titles,
    complement,
    country_in,
    name_at,
    name_from,
    person_end,
)

_KIN = frozenset({"wife", "husband", "son", "daughter", "father", "mother", "child", "sibling", "relative"})
"""Role keys after which a name is whose, not who, where modifiers follow their noun: "istri Tono"."""
SERVING = frozenset(
    {"adviser", "national security adviser", "spokesman", "president's spokesman", "lawyer", "aide", "special staff"}
    | {"assistant"}
)
"""Role keys after which a name is often whose, not who: "juru bicara Yoon, Kim Soo"."""


def find_roles(line: Line, lexicon: NameWords) -> list[Role]:
    """The roles of a line, in order. Names of people that stand behind a role or title are added to `line.names`."""
    roles: list[Role] = []
    _add_titled(line, lexicon)
    at = 0
    while at < len(line.words):
        found = lexicon.roles.at(line.words, at, len(line.words)) if line.words[at].text[:1].isalpha() else None
        if not found or _is_doubled(line, at):
            at += 1
            continue
        title = lexicon.titles.at(line.words, at, len(line.words))
        size = max(found[1], title[1]) if title else found[1]
        if size > found[1] and not _is_behind_name(line, at) and not _is_cut_short(line, at, found[1], size):
            at += size
            continue
        inside = name_at(line, at)
        if inside is not None and (line.names[inside].first < at or _is_of_body(line, inside, found[0], lexicon)):
            at += 1
            continue
        if inside is not None and line.names[inside].kind == "person" and lexicon.given_rank(line.words[at]):
            at = line.names[inside].last
            continue
        _clear_head(line, at, at + size, lexicon)
        role = _read_role(line, at, size, found[0], lexicon)
        roles.append(role)
        at = max(role.last, at + 1)
    _join_behind(line, roles, lexicon)
    return [role for role in roles if role.person is not None or _stands_alone(line, role)]


def _is_behind_name(line: Line, at: int) -> bool:
    """Whether a word stands behind a person's name and a comma, where a rank is a role ("Siti, komisaris polisi")."""
    behind = at > 1 and line.words[at - 1].text == ","
    return behind and any(name.last == at - 1 and name.kind == "person" for name in line.names)


def _is_cut_short(line: Line, at: int, role: int, title: int) -> bool:
    """Whether a title is a role cut short, and nothing but its full stop is more ("Rep.", "Sen.")."""
    return title == role + 1 and line.words[at + role].text == "."


def _is_of_body(line: Line, name: int, role: RoleRow, lexicon: NameWords) -> bool:
    """Whether a word for people begins a body's name whose kind ends it ("Republican National Committee")."""
    body, ends = line.names[name], lexicon.body_ends
    led = lexicon.modifiers_lead and role.kind == "noun" and body.kind == "organisation"
    return led and body.last - body.first > 2 and line.words[body.last - 1].low in ends


def _is_doubled(line: Line, at: int) -> bool:
    """Whether a word is one half of a doubled one ("guru-guru"): many, and no role of the one named behind it."""
    words, low = line.words, line.words[at].low
    return any(
        0 <= other < len(words) and words[(at + other) // 2].text == "-" and words[other].low == low
        for other in (at - 2, at + 2)
    )


def _clear_head(line: Line, first: int, last: int, lexicon: NameWords) -> None:
    """Takes the words of a role's head off the names that begin in it ("Wali | Kota Bogor" leaves Bogor).

    A body keeps its first word ("Kepala | Badan Geologi"), a person who is only in the head is none ("Pangdam Jaya").
    """
    line.names[:] = [n for n in line.names if n.kind != "person" or n.first <= first or n.last > last or n.known]
    for n, name in enumerate(line.names):
        if name.kind == "organisation" and lexicon.bodies.at(line.words, name.first, name.last):
            continue
        start = last
        while start < name.last - 1 and line.words[start].text in NUMERALS:
            start += 1
        if first <= name.first < last and start < name.last:
            rest = name._replace(first=start)
            named = after_titles(line.words, start, lexicon)
            if named < rest.last and _is_person_behind(line, rest, lexicon):
                rest = rest._replace(first=named, kind="person")
            line.names[n] = rest


def _is_person_behind(line: Line, rest: Name, lexicon: NameWords) -> bool:
    """Whether what is left of a body behind a role's head is a person ("Juru Bicara KPK | Siti Aminah")."""
    words = line.words[rest.first : rest.last]
    if rest.kind != "organisation" or lexicon.bodies.at(line.words, rest.first, rest.last):
        return False
    return is_titled(line.words, rest, lexicon) or (len(words) > 1 and all(lexicon.given_rank(w) > 1 for w in words))


def _add_name(line: Line, name: Name) -> int:
    """Puts a person among the names, instead of those it covers and together with one that goes on; its index."""
    behind = name_from(line, name.last)
    if behind is not None and line.names[behind].kind == "person":
        name = name._replace(last=line.names[behind].last)
    kept = [n for n in line.names if n.last <= name.first or n.first >= name.last]
    at = sum(n.first < name.first for n in kept)
    line.names[:] = [*kept[:at], name, *kept[at:]]
    return at


def _add_titled(line: Line, lexicon: NameWords) -> None:
    """Names behind a rank or a degree that nothing found ("AKBP Rio")."""
    words, at = line.words, 0
    while at < len(words):
        found = lexicon.titles.at(words, at, len(words)) if words[at].is_name else None
        if not found or name_at(line, at) is not None:
            at += 1
            continue
        at += found[1]
        if at < len(words) and words[at].text == "." and words[at - 1].end == words[at].start:
            at += 1
        if found[0] in ("police", "military", "academic") and at < len(words) and name_at(line, at) is None:
            end = person_end(line, at, lexicon)
            if end > at and not any(t.at(words, at, len(words)) for t in (lexicon.titles, lexicon.bodies)):
                _add_name(line, Name(at, end, "person"))


def _read_role(line: Line, first: int, size: int, row: RoleRow, lexicon: NameWords) -> Role:
    words = line.words
    role = Role(first, first + size, row, country=row.country)
    at = first + size
    while at < len(words) and at - first < LONGEST:
        step = complement(line, role, at, lexicon)
        if not step:
            break
        at += step
        role.last = at
    role.last = after_origin(line, role.last, lexicon)
    role.is_bare = role.last == first + size
    if lexicon.modifiers_lead:
        _take_modifiers(line, role, lexicon)
    role.behind = at = after_brackets(line, role, role.last, lexicon)
    behind = after_place(line, at, lexicon) if role.is_bare else at
    if behind > at:
        role.last, role.is_bare, role.behind = behind, False, behind
    _attach(line, role, after_titles(words, role.behind, lexicon), lexicon)
    return role


def _take_modifiers(line: Line, role: Role, lexicon: NameWords) -> None:
    """Widens a role to the bodies and countries before it: "West Java Police | spokesman"."""
    while role.first:
        at = role.first - 1
        if line.words[at].low in lexicon.suffixes:
            at -= 1
        name = name_at(line, at) if at >= 0 else None
        if name is None or line.names[name].kind == "person":
            return
        role.first, role.is_bare = line.names[name].first, False
        role.country = role.country or country_in(line.words, line.names[name])


def _attach(line: Line, role: Role, at: int, lexicon: NameWords) -> None:
    """Gives the role the person named at word `at`, or one that nothing found yet."""
    words, person = line.words, name_from(line, at)
    if person is not None and line.names[person].kind == "person":
        role.person = person
        _pass_on(line, role, lexicon)
    elif person is None and at < len(words) and words[at].is_name and words[role.first].is_name:
        end = person_end(line, at, lexicon)
        if end > at and any(lexicon.given_rank(word) for word in words[at:end]):
            role.person = _add_name(line, Name(at, end, "person"))


def _pass_on(line: Line, role: Role, lexicon: NameWords) -> None:
    """Gives the role of one who serves to the name behind the comma: "penasihat Presiden Yoon, Chang Ho-jin".

    Without one a relative's role is nobody's: the name is whose relative it is.
    """
    if role.row.key not in _KIN | SERVING or role.person is None:
        return
    words, end = line.words, line.names[role.person].last
    if end + 1 < len(words) and words[end].text == ",":
        behind = name_from(line, after_titles(words, end + 1, lexicon))
        if behind is not None and line.names[behind].kind == "person":
            role.person, role.last = behind, end
            return
    if role.row.key in _KIN and not lexicon.modifiers_lead:
        role.person = None


def _join_behind(line: Line, roles: list[Role], lexicon: NameWords) -> None:
    """Gives roles without a name the name before them ("Siti, camat Ambon") or behind a comma ("Camat Ambon, Siti")."""
    words = line.words
    taken = {role.person for role in roles if role.person is not None}
    for role in roles:
        if role.person is not None:
            continue
        before = role.first - 1
        joined = before > 0 and (words[before].text in ",(" or words[before].low in lexicon.capacities)
        if joined and not _is_subject(line, role, lexicon):
            person = next((n for n, name in enumerate(line.names) if name.last == before), None)
            if person is not None and line.names[person].kind == "person":
                role.person = person
                continue
        if role.behind < len(words) and words[role.behind].text == ",":
            person = name_from(line, after_titles(words, role.behind + 1, lexicon))
            whole = not role.is_bare or _is_set_off(line, role, person, lexicon)
            if whole and person is not None and person not in taken and _is_person(line, person, lexicon):
                role.person = person


def _is_set_off(line: Line, role: Role, person: int | None, lexicon: NameWords) -> bool:
    """Whether a full office ("Ketua DPR") has a person behind a comma whom a mark or a small word sets off."""
    if person is None or (role.row.kind != "blend" and role.last - role.first < 2):
        return False
    after = line.names[person].last
    return after >= len(line.words) or line.words[after].text in ",.(" or line.words[after].low in lexicon.prepositions


def _is_person(line: Line, at: int, lexicon: NameWords) -> bool:
    """Whether a name is a person's; an unknown place of two words or more behind a role and a comma becomes one."""
    name = line.names[at]
    words = line.words[name.first : name.last]
    odd = name.kind == "place" and not name.known and len(words) > 1 and not known_at([words[0].text], 0)[0]
    if odd and not any(word.low in lexicon.inside or lexicon.places.at(words, 0, len(words)) for word in words):
        line.names[at] = name._replace(kind="person")
        return True
    return name.kind == "person"


def _is_subject(line: Line, role: Role, lexicon: NameWords) -> bool:
    """Whether a full office behind a comma is the subject of the cue after it ("di Ambon, Menag berkata")."""
    return role.row.kind == "blend" and lexicon.speech.at(line.words, role.last, len(line.words)) is not None


def _stands_alone(line: Line, role: Role) -> bool:
    """Whether a role without a name speaks of somebody: a full office ("menkeu"), or one capitalised, no first word."""
    if role.row.kind == "noun" or name_at(line, role.first) is not None:
        return False
    return role.row.kind == "blend" or (line.words[role.first].is_name and (not role.is_bare or role.first > 0))

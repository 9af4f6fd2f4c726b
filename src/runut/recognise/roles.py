"""Roles in a line ("Menteri Luar Negeri Rusia", "Kapolres Bogor"): their extent, their person, people not found before.

A role is a word of the table and what completes it: bodies, places, words of bodies, numerals. It ends where a title or
a person's name begins. It joins the name right after it (titles between them), after a comma or in brackets behind it.
"""

from dataclasses import dataclass

from runut.knowledge.world import country_of
from runut.recognise.names_lexicon import NUMERALS, Line, Name, NameWords, RoleRow
from runut.recognise.words import Word

_LONGEST = 16
"""Words that a role may have. Longer ones are lists; the longest of 2,000 roles looked at had thirteen words."""


_SERVING = frozenset(
    {"adviser", "national security adviser", "spokesman", "president's spokesman", "lawyer", "aide", "special staff"}
    | {"assistant", "wife", "husband", "son", "daughter", "father", "mother", "child", "sibling", "relative"}
)
"""Role keys after which a name is often whose, not who: "juru bicara Yoon, Kim Soo"."""


@dataclass(slots=True)
class Role:
    """Words `first` to `last` (half-open) of a line that name a role; `person` is the index of its name in the line.

    `short` are the words of a bracketed short form behind it ("Menteri Keuangan (Menkeu)"), `behind` the word after
    that; `country` is the code of the country that it names or implies.
    """

    first: int
    last: int
    row: RoleRow
    person: int | None = None
    behind: int = 0
    short: tuple[int, int] | None = None
    country: str = ""
    is_bare: bool = False


def find_roles(line: Line, lexicon: NameWords) -> list[Role]:
    """The roles of a line, in order. Names of people that stand behind a role or title are added to `line.names`."""
    roles: list[Role] = []
    _add_titled(line, lexicon)
    at = 0
    while at < len(line.words):
        found = lexicon.roles.at(line.words, at, len(line.words)) if line.words[at].text[:1].isalpha() else None
        inside = _name_at(line, at)
        title = lexicon.titles.at(line.words, at, len(line.words)) if found else None
        if title and found and title[1] > found[1]:
            at += title[1]
            continue
        if not found or (inside is not None and line.names[inside].first < at):
            at += 1
            continue
        _clear_head(line, at, at + found[1])
        role = _read_role(line, at, found[1], found[0], lexicon)
        roles.append(role)
        at = max(role.last, at + 1)
    _join_behind(line, roles, lexicon)
    return [role for role in roles if role.person is not None or _stands_alone(line, role)]


def _name_at(line: Line, at: int) -> int | None:
    return next((n for n, name in enumerate(line.names) if name.first <= at < name.last), None)


def _name_from(line: Line, at: int) -> int | None:
    return next((n for n, name in enumerate(line.names) if name.first == at), None)


def _clear_head(line: Line, first: int, last: int) -> None:
    """Takes the words of a role's head off the names that begin in it ("Wali | Kota Bogor" leaves Bogor)."""
    for n, name in enumerate(line.names):
        start = last
        while start < name.last - 1 and line.words[start].text in NUMERALS:
            start += 1
        if first <= name.first < last and start < name.last:
            line.names[n] = name._replace(first=start)


def _add_name(line: Line, name: Name) -> int:
    """Puts a name in its place among the line's names, instead of those it covers; its index."""
    kept = [n for n in line.names if n.last <= name.first or n.first >= name.last]
    at = sum(n.first < name.first for n in kept)
    line.names[:] = [*kept[:at], name, *kept[at:]]
    return at


def _add_titled(line: Line, lexicon: NameWords) -> None:
    """Names behind a rank or a degree that nothing found ("AKBP Rio")."""
    words, at = line.words, 0
    while at < len(words):
        found = lexicon.titles.at(words, at, len(words)) if words[at].is_name and _name_at(line, at) is None else None
        if not found:
            at += 1
            continue
        at += found[1]
        if at < len(words) and words[at].text == "." and words[at - 1].end == words[at].start:
            at += 1
        if found[0] in ("police", "military", "academic") and at < len(words) and _name_at(line, at) is None:
            end = _person_end(line, at, lexicon)
            if end > at and not lexicon.titles.at(words, at, len(words)):
                _add_name(line, Name(at, end, "person"))


def _person_end(line: Line, at: int, lexicon: NameWords) -> int:
    """The end of a run of words that look like a person's name and that no other name claims."""
    words, end = line.words, at
    while end < len(words) and end - at < 6:
        word = words[end]
        initial = word.text == "." and end > at and len(words[end - 1].text) == 1 and word.start == words[end - 1].end
        particle = word.low in lexicon.particles and end + 1 < len(words) and words[end + 1].is_name and end > at
        if not (lexicon.is_name_like(word) or initial or particle) or _name_at(line, end) is not None:
            break
        if lexicon.roles.at(words, end, len(words)):
            break
        end += 1
    return end


def _read_role(line: Line, first: int, size: int, row: RoleRow, lexicon: NameWords) -> Role:
    words = line.words
    role = Role(first, first + size, row, country=row.country)
    at = first + size
    while at < len(words) and at - first < _LONGEST:
        step = _complement(line, role, at, lexicon)
        if not step:
            break
        at += step
        role.last = at
    role.last = _after_origin(line, role.last, lexicon)
    role.is_bare = role.last == first + size
    if lexicon.modifiers_lead:
        _take_modifiers(line, role, lexicon)
    role.behind = at = _after_brackets(line, role, role.last, lexicon)
    behind = _after_place(line, at, lexicon) if role.is_bare else at
    if behind > at:
        role.last, role.is_bare, role.behind = behind, False, behind
    _attach(line, role, _after_titles(words, role.behind, lexicon), lexicon)
    return role


def _take_modifiers(line: Line, role: Role, lexicon: NameWords) -> None:
    """Widens a role to the bodies and countries before it: "West Java Police | spokesman"."""
    while role.first:
        at = role.first - 1
        if line.words[at].low in lexicon.suffixes:
            at -= 1
        name = _name_at(line, at) if at >= 0 else None
        if name is None or line.names[name].kind == "person":
            return
        role.first, role.is_bare = line.names[name].first, False
        role.country = role.country or _country(line.words, line.names[name])


def _attach(line: Line, role: Role, at: int, lexicon: NameWords) -> None:
    """Gives the role the person named at word `at`, or one that nothing found yet."""
    words, person = line.words, _name_from(line, at)
    if person is not None and line.names[person].kind == "person":
        role.person = person
        _pass_on(line, role, lexicon)
    elif person is None and at < len(words) and words[at].is_name and words[role.first].is_name:
        end = _person_end(line, at, lexicon)
        if end > at and any(lexicon.given_rank(word) for word in words[at:end]):
            role.person = _add_name(line, Name(at, end, "person"))


def _after_origin(line: Line, at: int, lexicon: NameWords) -> int:
    """The end of a body behind a preposition, where a person follows ("dari Fraksi Hijau, Siti Rahma"); else `at`."""
    words = line.words
    if at + 1 >= len(words) or words[at].low not in lexicon.prepositions:
        return at
    body = _name_from(line, at + 1)
    if body is None or line.names[body].kind == "person":
        return at
    end = line.names[body].last
    behind = end + 1 if end < len(words) and words[end].text == "," else end
    person = _name_from(line, _after_titles(words, behind, lexicon))
    return end if person is not None and line.names[person].kind == "person" else at


def _after_place(line: Line, at: int, lexicon: NameWords) -> int:
    """The end of words that are the role's place, for a title or a name behind a comma follows; else `at`."""
    words, end = line.words, _person_end(line, at, lexicon)
    if end == at or end >= len(words):
        return at
    if words[end].text == ",":
        person = _name_from(line, _after_titles(words, end + 1, lexicon))
        return end if person is not None and line.names[person].kind == "person" else at
    return end if words[end].is_name and lexicon.titles.at(words, end, len(words)) else at


def _pass_on(line: Line, role: Role, lexicon: NameWords) -> None:
    """Gives the role of one who serves to the name behind the comma: "penasihat Presiden Yoon, Chang Ho-jin"."""
    if role.row.key not in _SERVING or role.person is None:
        return
    words, end = line.words, line.names[role.person].last
    if end + 1 < len(words) and words[end].text == ",":
        behind = _name_from(line, _after_titles(words, end + 1, lexicon))
        if behind is not None and line.names[behind].kind == "person":
            role.person, role.last = behind, end


def _complement(line: Line, role: Role, at: int, lexicon: NameWords) -> int:
    """How many words at `at` still belong to the role; 0 where it ends."""
    words = line.words
    word = words[at]
    name = _name_at(line, at)
    if name is not None:
        entry = line.names[name]
        if entry.kind == "person":
            return 0
        role.country = _country(words, entry) or role.country
        return entry.last - at
    if lexicon.titles.at(words, at, len(words)) and word.is_name and word.low not in lexicon.inside:
        return 0
    nested = lexicon.roles.at(words, at, len(words))
    if nested and word.is_name == words[role.first].is_name and nested[0].kind != "noun":
        return nested[1]
    country = country_of(word.text)
    if country:
        role.country = country.country
        return 1
    if word.text in NUMERALS or (word.text.isdigit() and len(word.text) < 4):
        return 1
    if word.text == "," and at + 2 < len(words) and words[at + 1].low in lexicon.joints:
        return 3 if words[at + 2].low in lexicon.inside and words[at + 2].is_name else 0
    if at + 1 < len(words) and words[at + 1].is_name:
        if word.text == "," and words[at + 1].low in lexicon.inside:
            return 2
        if word.text in "-/" and words[at - 1].end == word.start:
            return 2
    if word.low in lexicon.joints and at + 1 < len(words) and words[at + 1].is_name:
        following = _name_at(line, at + 1)
        return 0 if following is not None and line.names[following].kind == "person" else 1
    if word.is_name and not lexicon.is_name_like(word) and not word.is_mark:
        return 1
    if not word.is_name and word.low in lexicon.inside and not words[role.first].is_name:
        return 1
    return 0


def _country(words: list[Word], name: Name) -> str:
    if name.known:
        return name.known.country
    found = (country_of(word.text) for word in words[name.first : name.last])
    return next((known.country for known in found if known), "")


def _after_brackets(line: Line, role: Role, at: int, lexicon: NameWords) -> int:
    """Behind a short form in brackets ("(Menkeu)"), which is kept with the role; else `at`."""
    words = line.words
    if at + 2 < len(words) and words[at].text == "(":
        for close in range(at + 2, min(at + 6, len(words))):
            if words[close].text == ")":
                if lexicon.roles.at(words, at + 1, close):
                    role.short = (at + 1, close)
                is_short = close == at + 2 and words[at + 1].is_name and words[at + 1].text.isalpha()
                return close + 1 if role.short or is_short else at
    return at


def _after_titles(words: list[Word], at: int, lexicon: NameWords) -> int:
    while at < len(words):
        found = lexicon.titles.at(words, at, len(words))
        if found:
            at += found[1]
        elif words[at].text == "." and at and words[at - 1].end == words[at].start and at + 1 < len(words):
            at += 1
        else:
            break
    return at


def _join_behind(line: Line, roles: list[Role], lexicon: NameWords) -> None:
    """Gives roles without a name the name before them ("Siti, camat Ambon") or behind a comma ("Camat Ambon, Siti")."""
    words = line.words
    taken = {role.person for role in roles if role.person is not None}
    for role in roles:
        if role.person is not None:
            continue
        before = role.first - 1
        if before > 0 and words[before].text in ",(":
            person = next((n for n, name in enumerate(line.names) if name.last == before), None)
            if person is not None and line.names[person].kind == "person":
                role.person = person
                continue
        if role.behind < len(words) and words[role.behind].text == "," and not role.is_bare:
            person = _name_from(line, _after_titles(words, role.behind + 1, lexicon))
            if person is not None and line.names[person].kind == "person" and person not in taken:
                role.person = person


def _stands_alone(line: Line, role: Role) -> bool:
    """Whether a role without a name speaks of somebody: a full office ("menkeu"), or one capitalised, no first word."""
    if role.row.kind == "noun" or _name_at(line, role.first) is not None:
        return False
    return role.row.kind == "blend" or (line.words[role.first].is_name and (not role.is_bare or role.first > 0))

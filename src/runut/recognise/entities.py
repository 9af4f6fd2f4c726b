"""Entities of an article: each person, body and place once, under all the names and roles that the article gives it.

Names come from `names`, roles from `roles`; this module decides which of them are one. Full names gather their short
forms, bodies their bracketed acronyms, people the offices that stand alone ("Menkeu"), with the people in office on the
article's day from `knowledge/` where the article names nobody.
"""

from dataclasses import dataclass, field

from runut.knowledge.known import Known
from runut.knowledge.world import holder_of, person_of, place_of
from runut.recognise.entities_groups import Group, Seen, gather
from runut.recognise.entities_metonyms import read_metonyms
from runut.recognise.entities_nicknames import join_nicknames
from runut.recognise.names import find_lines
from runut.recognise.names_lexicon import Line, NameWords, load_name_words
from runut.recognise.roles import find_roles
from runut.recognise.roles_extent import Role
from runut.recognise.view import View
from runut.recognise.words import Phrases, Word
from runut.records.ids import make_id
from runut.records.marks import Entity
from runut.text.names import name_sequence, name_words

_PLACED = frozenset({"governor", "deputy governor", "acting governor"})
"""Role keys whose holder is known by the place, not the country."""


@dataclass(slots=True)
class _Office:
    """A role that stands without a name: where, as printed, the place that completes it, or whether a body does.

    `runs_on`: a capitalised word follows that nothing knows, so that somebody else may be named there.
    """

    start: int
    end: int
    surface: str
    role: Role
    place: Known | None = None
    of_body: bool = False
    runs_on: bool = False


@dataclass(slots=True)
class _Found:
    """All that the lines hold, before it is put together."""

    seen: list[Seen] = field(default_factory=list)
    offices: list[_Office] = field(default_factory=list)


def find_entities(view: View, trained: bool = True) -> tuple[Entity, ...]:
    """The entities of a view, in the order of their first mention.

    `trained` allows the tagger where its weights are installed; without it, rules and tables alone decide.
    """
    lexicon = load_name_words(view.pack)
    lines = find_lines(view, trained)
    found = _Found()
    for line in lines:
        _read_line(view, line, lexicon, found)
    groups = gather(found.seen)
    join_nicknames(lines, groups, lexicon)
    day = view.article.published.day if view.article.published else None
    for office in found.offices:
        _place_office(office, groups, day)
    _add_capitals(lines, groups)
    entities = [_entity(view, group) for group in groups]
    return tuple(sorted(entities, key=lambda entity: (entity.mentions[0].start, entity.mentions[0].end, entity.kind)))


def _read_line(view: View, line: Line, lexicon: NameWords, found: _Found) -> None:
    roles = find_roles(line, lexicon) if not line.in_capitals else []
    line.names = read_metonyms(line, lexicon, view.pack)
    of_person: dict[int, list[Role]] = {}
    for role in roles:
        if role.person is None:
            found.offices.append(_office(view, line, role))
        elif role.person < len(line.names):
            of_person.setdefault(role.person, []).append(role)
    skip = -1
    for at, name in enumerate(line.names):
        if name.first < skip:
            continue
        start, end = line.words[name.first].start, line.words[name.last - 1].end
        seen = Seen(start, end, view.shadow[start:end], name.kind, name.known)
        title = lexicon.titles.ending(line.words, name.first)
        seen.of_wife = title is not None and title[0] == "wife"
        for role in of_person.get(at, ()):
            seen.roles.append(_text(view, line, role.first, role.last))
            seen.keys.append((role.row.key, role.country))
            if role.short:
                seen.aliases.append(_text(view, line, *role.short))
        acronym = _acronym(line.words, name.last)
        if acronym and _is_short_form(view.shadow[slice(*acronym)], seen):
            seen.aliases.append(view.shadow[acronym[0] : acronym[1]])
            seen.alias_spans.append(acronym)
            skip = name.last + 3
        found.seen.append(seen)


def _text(view: View, line: Line, first: int, last: int) -> str:
    return " ".join(view.shadow[line.words[first].start : line.words[last - 1].end].split())


def _acronym(words: list[Word], at: int) -> tuple[int, int] | None:
    """The span of a short form in brackets right behind a name: "(KPK)"."""
    if at + 2 < len(words) and words[at].text == "(" and words[at + 2].text == ")":
        word = words[at + 1]
        if word.is_name and len(word.text) > 1 and word.text.isalnum():
            return word.start, word.end
    return None


def _is_short_form(short: str, seen: Seen) -> bool:
    """Whether a bracketed word abbreviates a name: initials ("AHY"), a nickname ("Hendi"), a body's ("Apindo")."""
    words = name_sequence(seen.surface)
    firsts = [word[0] for word in words]
    if seen.kind == "person":
        rest = iter(firsts)
        nickname = len(short) > 3 and any(word.startswith(short[:3].casefold()) for word in words)
        return nickname or all(letter in rest for letter in short.casefold())
    is_acronym = sum(char.isupper() for char in short) > 1
    return is_acronym or (len(words) > 1 and short[0].casefold() in firsts and not place_of(short))


def _office(view: View, line: Line, role: Role) -> _Office:
    start, end = line.words[role.first].start, line.words[role.last - 1].end
    inside = [name for name in line.names if role.first <= name.first < role.last]
    place = next((name.known for name in inside if name.known and name.kind == "place"), None)
    of_body = role.row.kind != "blend" and any(name.kind == "organisation" for name in inside)
    runs_on = role.last < len(line.words) and line.words[role.last].is_name
    return _Office(start, end, _text(view, line, role.first, role.last), role, place, of_body, runs_on)


def _place_office(office: _Office, groups: list[Group], day: str | None) -> None:
    """Gives a role to the person of the article who has it, else to its holder on the day, else an own entity."""
    fitting = [group for group in groups if group.kind == "person" and _fits(office, group, day)]
    if fitting and not office.runs_on:
        before = [group for group in fitting if group.first < office.start]
        chosen = max(before, key=lambda group: group.last_before(office.start)) if before else fitting[0]
    else:
        chosen = _holder(office, groups, day)
    chosen.add_role_mention(office.start, office.end, office.surface)


def _holder(office: _Office, groups: list[Group], day: str | None) -> Group:
    """The group of the role itself, or of the person who held it on the day; a new one where there is none yet."""
    key, country = office.role.row.key, office.role.country
    where = office.place.name if key in _PLACED and office.place else country
    known = holder_of(key, where, day) if day and not (office.of_body or office.runs_on) else None
    folded = office.surface.casefold()
    for group in groups:
        if (known and group.known is known) or (group.kind == "role" and group.names[0].casefold() == folded):
            return group
    groups.append(Group("person" if known else "role", known=known, roles=[office.surface], country=country))
    return groups[-1]


def _fits(office: _Office, group: Group, day: str | None) -> bool:
    """Whether a person of the article has this office: by the tables, or by a role printed with the name."""
    key, country = office.role.row.key, office.role.country
    offices = group.known.offices_on(day) if group.known and day else ()
    stands_alone = not office.place and not office.of_body
    if stands_alone and any(o.role == key and (not country or o.country == country) for o in offices):
        return True
    printed = zip(group.roles, group.keys, strict=False)
    return any(held == key and _agrees(office, group, role, of) for role, (held, of) in printed)


def _agrees(office: _Office, group: Group, printed: str, of: str) -> bool:
    """Whether a role of the same key speaks of the same country and body as one printed with a person's name."""
    country = office.role.country
    if country and of and country != of:
        return False
    if office.role.row.kind == "blend":
        return group.known is None or group.known.country in ("", country)
    if office.role.is_bare:
        return True
    mine, theirs = name_words(office.surface), name_words(printed)
    return (not country or bool(of)) and (mine <= theirs or theirs <= mine)


def _add_capitals(lines: list[Line], groups: list[Group]) -> None:
    """Mentions in lines set in capitals, found by the names that the rest of the article gives."""
    capitals = [line for line in lines if line.in_capitals]
    if not capitals:
        return
    names = Phrases((name, number) for number, group in enumerate(groups) for name in group.names if len(name) > 3)
    for line in capitals:
        at = 0
        while at < len(line.words):
            hit = names.at(line.words, at, len(line.words))
            if hit:
                groups[hit[0]].spans.append((line.words[at].start, line.words[at + hit[1] - 1].end))
            at += hit[1] if hit else 1


def _has_own_name(known: Known, group: Group) -> bool:
    """Whether the tables' name is shown: for people and media always, for a country met only as an adjective."""
    return known.kind in ("person", "agency", "outlet") or all(name in known.adjectives for name in group.names)


def _entity(view: View, group: Group) -> Entity:
    spans = sorted(set(group.spans))
    known = group.known or (person_of(group.fullest) if group.kind == "person" and " " in group.fullest else None)
    if group.kind == "place" and known is None:
        known = place_of(group.fullest)
    name = known.name if known and _has_own_name(known, group) else group.fullest
    country = (known.country if known else "") or group.country or next((of for _, of in group.keys if of), "")
    return Entity(
        id=make_id("en", view.article.id, group.kind, spans[0][0], spans[0][1]),
        kind=group.kind,
        name=name,
        names=tuple(dict.fromkeys(group.names)),
        mentions=tuple(view.span(start, end) for start, end in spans),
        roles=tuple(dict.fromkeys(group.roles)),
        country=country if len(country) == 3 else None,
        wikidata=(known.wikidata or None) if known else None,
    )

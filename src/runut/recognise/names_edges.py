"""The edges of names: titles and roles off, a person off a place before him, initials and bracketed short forms on."""

from runut.knowledge.world import known_at
from runut.recognise.names_bodies import cut_bodies
from runut.recognise.names_lexicon import NUMERALS, Name, NameKind, NameWords
from runut.recognise.words import Word

_REACH = 3
"""Words that may stand between the word of a body and the known name that ends it; headlines run on for more."""
_RANKS = frozenset({"academic", "police"})
"""Kinds of titles that only people bear; a military one may stand before a country ("jenderal Israel")."""
_GIVEN, _FIRST = 4, 3
"""Rank of a word in personal names from which a title is a first name too ("Imam Nahrawi", "Putri Ayu"); and from which
one of two words makes both somebody's name."""
_BREAKS = frozenset('–—:;"“”«»!?…|()[]')


def settle_name(words: list[Word], name: Name, lexicon: NameWords) -> list[Name]:
    """A found name as it should be: trimmed, cut where two names stand together, a place that is a body called one."""
    settled: list[Name] = []
    if name.kind == "organisation" and is_titled(words, name, lexicon):
        name = name._replace(kind="person")
    parts = (piece for part in _parts(words, name) for piece in cut_bodies(words, part, lexicon))
    for piece in (kept for part in parts for kept in _trim(words, part, lexicon)):
        if _is_in_other(words, piece, lexicon):
            continue
        body = lexicon.bodies.at(words, piece.first, piece.last)
        if piece.kind != "person" and not (piece.known or body) and _has_title(words, piece.first, lexicon):
            piece = piece._replace(kind="person")
        if piece.kind == "place" and body and piece.last - piece.first > body[1]:
            piece = piece._replace(kind="organisation")
        if piece.kind == "person" and piece.first and _is_given_title(words, piece.first - 1, lexicon):
            piece = piece._replace(first=piece.first - 1)
        if piece.kind == "person" and piece.last - piece.first > 1 and words[piece.last - 1].low in lexicon.place_ends:
            piece = piece._replace(kind="place")
        if piece.kind == "person" and _is_foreign_phrase(words, piece, lexicon):
            piece = piece._replace(kind="organisation")
        settled += _split_tail(words, piece, lexicon)
    return [name for name in settled if any(word.is_name for word in words[name.first : name.last])]


def is_titled(words: list[Word], name: Name, lexicon: NameWords) -> bool:
    """Whether what was found for a body begins with a person's rank or degree ("AKBP Dr. Siti Rahma")."""
    title = lexicon.titles.at(words, name.first, name.last)
    last = name.first + title[1] if title and title[0] in _RANKS else name.last
    return any(word.is_name and not word.text.isupper() for word in words[last : name.last])


def _is_in_other(words: list[Word], name: Name, lexicon: NameWords) -> bool:
    """Whether a name is only part of a phrase that names no one: the "Idul" of "Idul Adha"."""
    starts = range(max(0, name.first - 2), name.first + 1)
    found = ((at, lexicon.others.at(words, at, len(words))) for at in starts)
    return any(other and other[1] > 1 and at + other[1] >= name.last for at, other in found)


def _has_title(words: list[Word], first: int, lexicon: NameWords) -> bool:
    """Whether a person's rank or degree stands right before a word ("Prof. Ikrar Nusa")."""
    if first > 1 and words[first - 1].text == ".":
        first -= 1
    found = lexicon.titles.ending(words, first)
    return bool(found and found[0] in _RANKS and words[first - 1].is_name)


def _is_given_title(words: list[Word], at: int, lexicon: NameWords) -> bool:
    """Whether a word is a title that is as often a first name ("Imam")."""
    title = lexicon.titles.at(words, at, at + 1)
    return title is not None and words[at].is_name and lexicon.given_rank(words[at]) >= _GIVEN


def _parts(words: list[Word], name: Name) -> list[Name]:
    """The name cut at marks that no name holds."""
    parts, first = [], name.first
    for at in range(name.first, name.last + 1):
        if at == name.last or words[at].text in _BREAKS or _is_dash(words, at) or _is_pair(words, name, at):
            if at > first:
                parts.append(name._replace(first=first, last=at))
            first = at + 1
    return parts


def _is_pair(words: list[Word], name: Name, at: int) -> bool:
    """Whether a stroke stands between two people ("Siti Rahma/Budi Hartono")."""
    return words[at].text == "/" and name.kind == "person" and name.first < at < name.last - 1


def _is_dash(words: list[Word], at: int) -> bool:
    return words[at].text == "-" and at > 0 and words[at - 1].end < words[at].start


def join_names(words: list[Word], names: list[Name], lexicon: NameWords) -> list[Name]:
    """Names with the initials before them ("G.S. Malik"), and bodies whose kind has its short form in brackets
    ("Rumah Sakit (RS) Melati") as one name.
    """
    joined: list[Name] = []
    for name in names:
        if _is_domain_tail(words, name.first):
            continue
        if name.kind == "person":
            name = name._replace(first=_initials_start(words, name.first, lexicon))
            while joined and joined[-1].first >= name.first:
                joined.pop()
            if joined and joined[-1].last > name.first:
                joined[-1] = joined[-1]._replace(last=name.first)
        elif name.kind in ("place", "organisation"):
            first = _body_start(words, name.first, joined[-1].last if joined else 0, lexicon)
            if first < name.first:
                name = Name(first, name.last, "organisation")
        before = joined[-1] if joined else None
        if before is not None and _is_title(words, before, lexicon) and before.last == name.first:
            joined[-1] = name
            continue
        if before is not None and before.kind == name.kind == "person" and before.last == name.first:
            joined[-1] = Name(before.first, name.last, "person", before.known or name.known)
            continue
        if before is not None and _has_short_form_between(words, before, name, lexicon):
            joined[-1] = Name(before.first, name.last, "organisation")
            continue
        joined.append(name)
    return joined


def _is_title(words: list[Word], name: Name, lexicon: NameWords) -> bool:
    """Whether what was found for a person is no more than a title ("KH")."""
    title = lexicon.titles.at(words, name.first, name.last)
    given = lexicon.given_rank(words[name.first]) >= _GIVEN
    return name.kind == "person" and bool(title and name.first + title[1] == name.last) and not given


def _body_start(words: list[Word], first: int, floor: int, lexicon: NameWords) -> int:
    """Where a body begins whose name runs on into the one at `first` ("Forum Nelayan | Teluk Ambon"); else `first`."""
    for at in range(first - 1, max(floor, first - _REACH) - 1, -1):
        if not words[at].is_name or words[at].is_mark:
            break
        if lexicon.bodies.at(words, at, first):
            return at
    return first


def _is_domain_tail(words: list[Word], first: int) -> bool:
    """Whether it stands glued behind a full stop that ends no initial: the "COM" of "MARLOW.COM"."""
    return (
        first > 1
        and words[first - 1].text == "."
        and words[first - 2].end == words[first - 1].start
        and words[first - 1].end == words[first].start
        and len(words[first - 2].text) > 2
        and words[first].text.isupper()
    )


def _initials_start(words: list[Word], first: int, lexicon: NameWords) -> int:
    while (
        first > 1
        and words[first - 1].text == "."
        and len(words[first - 2].text) == 1
        and words[first - 2].is_name
        and words[first - 2].end == words[first - 1].start
        and not lexicon.titles.at(words, first - 2, first - 1)
    ):
        first -= 2
    led = first > 0 and words[first - 1].text in lexicon.leads and lexicon.given_rank(words[first]) > 0
    return first - led


def _has_short_form_between(words: list[Word], before: Name, name: Name, lexicon: NameWords) -> bool:
    if before.kind not in ("organisation", "place") or name.kind == "person":
        return False
    body = lexicon.bodies.at(words, before.first, before.last)
    return (
        body is not None
        and body[1] == before.last - before.first
        and name.first == before.last + 3
        and words[before.last].text == "("
        and words[before.last + 2].text == ")"
    )


def _is_foreign_phrase(words: list[Word], name: Name, lexicon: NameWords) -> bool:
    """Whether all words of a name are ordinary words of the other language: "Disaster Victim Identification"."""
    inside = words[name.first : name.last]
    return len(inside) > 1 and all(word.low in lexicon.foreign for word in inside)


def _split_tail(words: list[Word], name: Name, lexicon: NameWords) -> list[Name]:
    """A place or body and the person behind it apart ("Jakarta Timur | Abdul Wahid"); a headline off a known person."""
    texts = [word.text for word in words[: name.last]]
    if name.kind == "person":
        body = _body_inside(words, texts, name, lexicon)
        if body:
            return [body, *_split_tail(words, _untitled(words, name._replace(first=body.last), lexicon), lexicon)]
        towards = _direction_inside(words, name, lexicon)
        if towards:
            return [Name(name.first, towards, "place"), name._replace(first=towards)]
        size, known = known_at(texts, name.first)
        is_person = bool(known) and known[0].kind == "person"
        is_cut = is_person and any(map(lexicon.is_ordinary, words[name.first + size : name.last]))
        return [name._replace(last=name.first + size) if is_cut else name]
    if holder := _holder_start(words, name, lexicon):
        return [name._replace(last=holder), Name(holder, name.last, "person")]
    at, is_known = _anchor_end(words, texts, name, lexicon)
    tail = words[at : name.last]
    if not tail or at == name.first:
        return [name]
    has_role = name.first > 0 and lexicon.roles.ending(words, name.first) is not None
    enough = (0 if is_known else 1) if has_role else 2 if known_at(texts, name.first)[0] else 6
    like_names = [lexicon.is_name_like(word) or (n > 0 and word.text.isupper()) for n, word in enumerate(tail)]
    if not all(like_names) or max(map(lexicon.given_rank, tail)) < enough:
        return [name]
    return [name._replace(last=at), _untitled(words, Name(at, name.last, "person"), lexicon)]


def _holder_start(words: list[Word], name: Name, lexicon: NameWords) -> int:
    """Where whoever holds a company's office begins in one name with it ("Direktur PT Laut Biru | Salman Hakim"), or 0.

    The office stands right before the company and no comma before the office, so that its holder must follow; the last
    two words are personal names, at least one of them a common one.
    """
    body = lexicon.bodies.at(words, name.first, name.last)
    role = lexicon.roles.ending(words, name.first) if name.first else None
    before = name.first - role[1] if role else 0
    if not body or not role or (before > 0 and words[before - 1].text == ","):
        return 0
    start = name.last - 2
    pair = words[start : name.last]
    ranks = sorted(map(lexicon.given_rank, pair))
    like_names = all(word.is_name and not word.text.isupper() and lexicon.plain_rank(word) < 1 for word in pair)
    enough = ranks[1] >= _FIRST and (ranks[0] > 0 or lexicon.plain_rank(pair[0]) < 0)
    known = known_at([word.text for word in words[: name.last]], name.first)[1]
    return start if start > name.first + body[1] and like_names and enough and not known else 0


def _untitled(words: list[Word], name: Name, lexicon: NameWords) -> Name:
    """A person's name without a title at its head that something else stood before."""
    title = lexicon.titles.at(words, name.first, name.last)
    return name._replace(first=name.first + title[1]) if title and name.first + title[1] < name.last else name


def _direction_inside(words: list[Word], name: Name, lexicon: NameWords) -> int:
    """Where the place of a role ends that runs on into a name ("Camat Melati Timur | Husni Basri"), or 0."""
    role = lexicon.roles.ending(words, name.first) if name.first else None
    for at in range(name.first + 1, name.last - 1):
        if role and words[at].low in lexicon.directions:
            return at + 1
    return 0


def _anchor_end(words: list[Word], texts: list[str], name: Name, lexicon: NameWords) -> tuple[int, bool]:
    """The word after the last that is surely the place's or body's, and whether a known name ends there."""
    end = at = name.first
    is_known = False
    while at < name.last:
        size, known = known_at(texts, at)
        if known and known[0].kind in ("place", "country", "organisation"):
            end = at = at + size
            is_known = True
            continue
        at += 1
        if words[at - 1].low in lexicon.inside:
            end, is_known = at, False
    return end, is_known


def _trim(words: list[Word], name: Name, lexicon: NameWords) -> list[Name]:
    """The name without titles and roles before it, degrees and marks after it; nothing where nothing is left."""
    first, last = name.first, name.last
    while first < last:
        size = _lead_size(words, first, last, name.kind, lexicon)
        if not size:
            break
        first += size
    while last > first:
        if words[last - 1].is_mark and not _ends_initial(words, first, last):
            last -= 1
            continue
        if name.kind == "person" and last - first > 1 and _is_tail(words, last, lexicon):
            last -= 1
            continue
        if len(words[last - 1].text) == 1 and last - first > 1 and lexicon.titles.at(words, last - 1, len(words)):
            last -= 1
            continue
        if lexicon.others.ending(words[first:last], last - first) and last - first > 1 and words[last - 1].is_name:
            last -= 1
            continue
        rank = lexicon.titles.ending(words[first:last], last - first) if name.kind != "person" else None
        if rank and rank[0] in _RANKS | {"military"} and rank[1] < last - first:
            last -= rank[1]
            continue
        found = lexicon.degrees.ending(words[first:last], last - first)
        if name.kind != "person" or not found or found[1] >= last - first:
            break
        last -= found[1]
    degree = lexicon.degrees.at(words, first, len(words)) if first < last else None
    if degree and first + degree[1] >= last and name.kind == "person":
        return []
    if first >= last or not any(word.is_name for word in words[first:last]):
        return []
    return [name._replace(first=first, last=last)]


def _lead_size(words: list[Word], first: int, last: int, kind: NameKind, lexicon: NameWords) -> int:
    """How many words at the head of a name are not part of it."""
    if words[first].is_mark:
        return 1
    if kind != "person" and (not words[first].is_name or words[first].text in NUMERALS):
        return 1
    if kind == "place":
        return 0
    role = lexicon.roles.at(words, first, last)
    if role and (kind == "person" or role[0].kind != "noun"):
        return role[1]
    if kind != "person":
        return 0
    if _is_acronym_before(words, first, last, lexicon):
        return 1
    if rank := _rank_inside(words, first, last, lexicon):
        return rank - first
    title = lexicon.titles.at(words, first, last)
    if not title or title[1] >= last - first:
        return 0
    return 0 if _is_given_title(words, first, lexicon) else title[1]


def _rank_inside(words: list[Word], first: int, last: int, lexicon: NameWords) -> int:
    """Where a rank stands inside a person's name, which begins behind it ("Hatta | AKBP Arie Ardian"), or 0."""
    for at in range(first + 1, last - 1):
        title = lexicon.titles.at(words, at, last)
        if title and title[0] in ("police", "military") and at + title[1] < last and not lexicon.given_rank(words[at]):
            return at
    return 0


def _is_acronym_before(words: list[Word], first: int, last: int, lexicon: NameWords) -> bool:
    """Whether a person's name begins with the short form that ends what stands before ("Satgas PMK | Siti Aminah")."""
    if last - first < 2 or not (words[first].text.isupper() and len(words[first].text) > 2):
        return False
    given = words[first + 1]
    return not given.text.isupper() and lexicon.given_rank(given) >= 3 and not lexicon.given_rank(words[first])


def _is_tail(words: list[Word], last: int, lexicon: NameWords) -> bool:
    """Whether the last word of a person's name is rather an ordinary word of a headline, a verb or a lone letter."""
    word = words[last - 1]
    if word.is_mark:
        return False
    if len(word.text) == 1:
        return word.text.isupper()
    heading = not lexicon.modifiers_lead or (last < len(words) and words[last].is_name)
    speaks = heading and lexicon.speech.at(words, last - 1, last) is not None
    return lexicon.is_ordinary(word) or (speaks and not lexicon.given_rank(word))


def _ends_initial(words: list[Word], first: int, last: int) -> bool:
    """Whether the mark at the end belongs to an initial or a short form ("Wayan S.", "Jr.")."""
    before = words[last - 2] if last - first > 1 else None
    return bool(
        before and words[last - 1].text == "." and len(before.text) == 1 and before.end == words[last - 1].start
    )


def _leads_to_name(words: list[Word], name: Name, lexicon: NameWords) -> bool:
    """Whether a word that nothing knows stands between the office of a place and a personal name ("Camat X Siti").

    Of 37 such phrases in 3,000 articles all that the tagger took for one name were a place and a person.
    """
    if name.last - name.first < 2 or not lexicon.holds_there(words, name.first):
        return False
    place, given = words[name.first : name.first + 2]
    named = lexicon.given_rank(given) >= 3 or given.text in lexicon.leads
    return named and not lexicon.given_rank(place) and place.text not in lexicon.leads


def _body_inside(words: list[Word], texts: list[str], name: Name, lexicon: NameWords) -> Name | None:
    """What stands before a person in one name with him: a known body ("Bakti Kemkominfo | Anang Achmad").

    Behind another capital also a known place ("Kejaksaan Tinggi | Papua | Salman Hakim").
    """
    if _leads_to_name(words, name, lexicon):
        return Name(name.first, name.first + 1, "place")
    runs_on = name.first > 0 and (words[name.first - 1].is_name or words[name.first - 1].text == ")")
    for at in range(name.first, name.last - 1):
        size, known = known_at(texts, at)
        held = at == name.first and lexicon.holds_there(words, at)
        if not known or (known[0].ambiguous and not held) or at + size >= name.last:
            continue
        if known[0].kind == "organisation":
            return Name(name.first, at + size, "organisation", known[0] if at == name.first else None)
        if known[0].kind in ("place", "country") and at == name.first and runs_on:
            return Name(at, at + size, "place", known[0])
    return None

"""Names over the whole article: one kind for what is written alike, and found wherever it stands once found somewhere.

Source: Finkel, Grenager, Manning 2005, "Incorporating Non-local Information into Information Extraction Systems", for
the observation that one text seldom uses a name in two ways; done here by count after the sentences are read.
"""

from collections import Counter

from runut.recognise.names_lexicon import Casing, Line, Name, NameKind, NameWords

_SHARE = 0.6
"""Share of the places of a name that a kind must have to become the kind of all."""

_LONG = 3
"""Words from which the name of a body is put in the place of its pieces."""

_GIVEN = 3
"""Rank of a word in personal names from which it is a given name where no other word speaks for its being a role."""

_Kinds = dict[tuple[str, ...], Counter[NameKind]]


def repeat_names(lines: list[Line], lexicon: NameWords, casing: Casing) -> None:
    """Give names written alike their commonest kind, and add them where they stand unfound, in place."""
    kinds: _Kinds = {}
    alone = _standing_alone(lines, lexicon)
    for line in lines:
        if line.in_capitals:
            continue
        line.names = [piece for name in line.names for piece in _without_body(line, name, alone, lexicon)]
        line.names = [_with_given_name(line, name, lexicon, casing) for name in line.names]
        for name in line.names:
            if name.known is None:
                texts = tuple(word.text for word in line.words[name.first : name.last])
                kinds.setdefault(texts, Counter())[name.kind] += 1
    for line in lines:
        if not line.in_capitals:
            line.names = [_without_verb(line, name, kinds, lexicon) for name in line.names]
    starts: dict[str, list[tuple[str, ...]]] = {}
    for texts in sorted(kinds, key=lambda texts: (-len(texts), texts)):
        if _may_repeat(texts, casing):
            starts.setdefault(texts[0], []).append(texts)
    for line in lines:
        if not line.in_capitals and (line.names or any(word.text in starts for word in line.words)):
            if len(line.names) > 1:
                _join_halves(line, starts, kinds)
            _settle_kinds(line, kinds)
            _add_unfound(line, starts, kinds, lexicon)


def _standing_alone(lines: list[Line], lexicon: NameWords) -> frozenset[str]:
    """Capitalised words that stand somewhere with no other beside them but an ordinary one that opens its sentence."""
    found: set[str] = set()
    for line in lines:
        words = [] if line.in_capitals else line.words
        high = [word.is_name and not (at == 0 and lexicon.is_ordinary(word)) for at, word in enumerate(words)]
        found.update(
            word.text
            for at, word in enumerate(words)
            if high[at] and not any(high[max(0, at - 1) : at] + high[at + 1 : at + 2])
        )
    return frozenset(found)


def _without_body(line: Line, name: Name, alone: frozenset[str], lexicon: NameWords) -> list[Name]:
    """A person's name without the body before it that ends their role ("direktur penjualan Lautindo Siti Rahma").

    No word of the body is in personal names, the next one is, and both stand alone elsewhere; or an office stands right
    before, and the body and the surname stand alone elsewhere ("CEO Aprilia | Massimo Rivola").
    """
    if name.kind != "person" or name.known or name.last - name.first < _LONG or not name.first:
        return [name]
    body, given = line.words[name.first : name.first + 2]
    ends_role = not line.words[name.first - 1].is_mark and not lexicon.given_rank(body) and lexicon.given_rank(given)
    surname = line.words[name.last - 1].text in alone and given.is_name
    held = surname and lexicon.roles.ending(line.words, name.first) is not None
    apart = body.text in alone and ((ends_role and given.text in alone) or held)
    if not apart or lexicon.titles.at(line.words, name.first, name.last):
        return [name]
    at = name.first + 1
    return [Name(name.first, at, "organisation"), name._replace(first=at)]


def _with_given_name(line: Line, name: Name, lexicon: NameWords, casing: Casing) -> Name:
    """A person's name with the word before it that is a role elsewhere and a given name here ("Hakim | Danish").

    The article has that word in capitals alone; a judge's would speak of a "hakim" too.
    """
    at = name.first - 1
    if name.kind != "person" or name.known or at < 0:
        return name
    word = line.words[at]
    role = lexicon.roles.ending(line.words, name.first)
    given = word.is_name and lexicon.given_rank(word) >= _GIVEN and not casing.is_plain(word.low)
    inside = at > 0 and (line.words[at - 1].is_name or line.words[at - 1].text == ")" or casing.is_name(word.low))
    alone = role is not None and role[1] == 1 and role[0].kind == "noun"
    return name._replace(first=at) if alone and given and inside else name


def _without_verb(line: Line, name: Name, kinds: _Kinds, lexicon: NameWords) -> Name:
    """A person's name of a headline without the capitals behind it ("Siti Rahma | Goda Hasan").

    The article has the whole once, the head of it elsewhere, and the next word is in no personal names.
    """
    texts = tuple(word.text for word in line.words[name.first : name.last])
    if name.kind != "person" or name.known or len(texts) < 2 or kinds.get(texts, Counter()).total() != 1:
        return name
    surnames = {other[-1] for other, count in kinds.items() if len(other) > 1 and other != texts and count["person"]}
    for size in range(1, len(texts)):
        head = kinds.get(texts[:size])
        known = head and head["person"] if size > 1 else texts[0] in surnames and _is_in_title_case(line)
        if known and not lexicon.given_rank(line.words[name.first + size]):
            del kinds[texts]
            return name._replace(last=name.first + size)
    return name


def _is_in_title_case(line: Line) -> bool:
    """Whether all longer words of a line are capitalised, as in a headline."""
    long = [word for word in line.words if len(word.text) > _LONG]
    return len(long) > 1 and all(word.is_name for word in long)


def _may_repeat(texts: tuple[str, ...], casing: Casing) -> bool:
    """Whether a name may be looked for elsewhere: of several words, or a word that stands only capitalised."""
    return len(texts) > 1 or (len(texts[0]) > 2 and casing.is_name(texts[0].lower()))


def _commonest(counts: Counter[NameKind]) -> tuple[NameKind, float]:
    """The commonest kind (of equals the first by alphabet) and its share."""
    kind = min(counts, key=lambda kind: (-counts[kind], kind))
    return kind, counts[kind] / counts.total()


def _settle_kinds(line: Line, kinds: _Kinds) -> None:
    """Give each unknown name of a line the kind that it mostly has in the article."""
    for at, name in enumerate(line.names):
        if name.known is None:
            counts = kinds.get(tuple(word.text for word in line.words[name.first : name.last]))
            if counts and len(counts) > 1:
                kind, share = _commonest(counts)
                if share >= _SHARE:
                    line.names[at] = name._replace(kind=kind)


def _join_halves(line: Line, starts: dict[str, list[tuple[str, ...]]], kinds: _Kinds) -> None:
    """Put the long name of a body in the place of its pieces: "PT Laut | Biru Abadi" where the article has it whole."""
    words = line.words
    for at in range(len(words) - _LONG):
        for texts in starts.get(words[at].text, ()):
            end = at + len(texts)
            if len(texts) < _LONG or _commonest(kinds[texts])[0] != "organisation":
                continue
            if tuple(word.text for word in words[at:end]) != texts:
                continue
            inside = [name for name in line.names if name.first < end and at < name.last]
            if len(inside) > 1 and all(at <= name.first and name.last <= end for name in inside):
                kept = [name for name in line.names if name not in inside]
                line.names = sorted([*kept, Name(at, end, "organisation")], key=lambda name: name.first)
                break


def _add_unfound(line: Line, starts: dict[str, list[tuple[str, ...]]], kinds: _Kinds, lexicon: NameWords) -> None:
    """Add to a line the names found elsewhere that stand in it, apart from all others, longest first."""
    words, covered = line.words, {at for name in line.names for at in range(name.first, name.last)}
    added: list[Name] = []
    at = 0
    while at < len(words):
        last = at + 1
        for texts in starts.get(words[at].text, ()):
            end = at + len(texts)
            alike = covered.isdisjoint(range(at, end)) and tuple(w.text for w in words[at:end]) == texts
            if alike and _stands_apart(line, at, end, covered, lexicon):
                added.append(Name(at, end, _commonest(kinds[texts])[0]))
                last = end
                break
        at = last
    if added:
        line.names = sorted([*line.names, *added], key=lambda name: name.first)


def _stands_apart(line: Line, first: int, last: int, covered: set[int], lexicon: NameWords) -> bool:
    """Whether no other capitalised word runs into it: "Samator" is not found in "Pusat Samator Raya"."""
    words = line.words
    if last < len(words) and words[last].is_name and last not in covered:
        return False
    return first < 2 or not (lexicon.is_name_like(words[first - 1]) and first - 1 not in covered)

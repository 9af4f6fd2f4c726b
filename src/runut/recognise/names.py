"""Names in a view: people, organisations and places as printed, sentence by sentence; who is who comes later.

Two sources meet here, known names (`knowledge/`) and either the trained tagger or the rules of `names_rules`. Titles,
ranks and degrees are left out of a name; a role before it is not part of it.
"""

import re
from collections.abc import Iterator

from runut.knowledge.known import Known
from runut.knowledge.world import country_of, known_at, person_of
from runut.recognise.names_edges import join_names, settle_name
from runut.recognise.names_lexicon import Casing, Line, Name, NameKind, NameWords, load_name_words
from runut.recognise.names_repeats import repeat_names
from runut.recognise.names_rules import rule_names
from runut.recognise.tagger import has_weights, tag_names
from runut.recognise.view import View, dateline_size
from runut.recognise.words import Word, make_word, split_words

_KIND_OF: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_TRAINED = frozenset({"id"})
"""Languages the tagger was trained for."""
_NOT_PROSE = frozenset({"byline", "date"})
"""Parts whose names are no part of what is told."""
_INITIALS, _AGE = 4, re.compile("[1-9][0-9]")
"""Letters that may stand for somebody whose name is withheld, and the age that may follow them in brackets."""
_LONGEST = 300
"""Words after which a line is cut, so that a page without full stops costs no square of its length."""


def find_lines(view: View, trained: bool = True) -> list[Line]:
    """The sentences of a view with their names, in text order.

    `trained` allows the tagger where its weights are installed and the language is its own; rules alone serve else.
    """
    lexicon = load_name_words(view.pack)
    lines = [
        Line(words[first : first + _LONGEST], [])
        for paragraph in view.paragraphs
        if paragraph.kind not in _NOT_PROSE
        for start, end in paragraph.sentences or ((paragraph.start, paragraph.end),)
        for words in (split_words(view.shadow, start, end, lexicon.glue, tails=lexicon.tails),)
        for first in range(0, len(words), _LONGEST)
    ]
    use_tagger = trained and view.pack.code in _TRAINED and has_weights()
    casing = Casing(lines)
    for line in lines:
        line.words = _cut_words(line.words, lexicon, casing)
        line.in_capitals = _in_capitals(line.words, lexicon)
        if line.words:
            names = names_of(line.words, lexicon, casing, use_tagger)
            names = _dateline_first(view, line.words, names)
            line.names = [n for n in names if not line.in_capitals or _is_sure(line.words, n, lexicon)]
    repeat_names(lines, lexicon, casing)
    _add_short_forms(lines, lexicon)
    _mark_initials(lines, lexicon)
    return lines


def _dateline_first(view: View, words: list[Word], names: list[Name]) -> list[Name]:
    """The names, the unknown one in capitals that opens a dateline ("SHANNON, Ireland, Oct 3 - ") a place."""
    first = names[0] if names else None
    if first is None or first.first or first.known or dateline_size(view.shadow, words) <= first.last:
        return names
    capitals = all(word.text.isupper() and len(word.text) > 1 for word in words[: first.last])
    return [first._replace(kind="place"), *names[1:]] if capitals else names


def _mark_initials(lines: list[Line], lexicon: NameWords) -> None:
    """Makes people of letters that stand for somebody ("pria berinisial RIA", "RIA (31)"), wherever they stand."""
    short = (line.words for line in lines if any(map(_are_capitals, line.words)))
    initials = {text for words in short for text in _initials(words, lexicon)}
    for line in lines if initials else ():
        for at, word in enumerate(line.words):
            if word.text in initials and all(n.last - n.first == 1 for n in line.names if n.first <= at < n.last):
                kept = [name for name in line.names if not name.first <= at < name.last]
                line.names = sorted([*kept, Name(at, at + 1, "person")], key=lambda name: name.first)


def _initials(words: list[Word], lexicon: NameWords) -> Iterator[str]:
    """The capitals behind a word for initials, those joined to them too, and capitals with an age in brackets."""
    for at, word in enumerate(words):
        naming = lexicon.nicknames.at(words, at, len(words))
        behind = at + naming[1] if naming and naming[0] == "initials" else len(words)
        while behind < len(words) and _are_capitals(words[behind]):
            yield words[behind].text
            joined = behind + 1 < len(words) and (
                words[behind + 1].text == "," or words[behind + 1].low in lexicon.joints
            )
            behind += 2 if joined else len(words)
        aged = [w.text for w in words[at + 1 : at + 4]]
        known = known_at([word.text], 0)[1]
        body = any(entry.kind == "organisation" for entry in known)
        if (
            _are_capitals(word)
            and not body
            and len(aged) == 3
            and aged[0] == "("
            and aged[2] == ")"
            and _AGE.fullmatch(aged[1])
        ):
            yield word.text


def _are_capitals(word: Word) -> bool:
    return len(word.text) <= _INITIALS and word.text.isupper() and word.text.isalpha()


def _add_short_forms(lines: list[Line], lexicon: NameWords) -> None:
    """Names of one word that nothing found, where the article has the word in a person's full name."""
    full = (line.words[n.first : n.last] for line in lines for n in line.names if n.kind == "person")
    known = {
        w.text for words in full if len(words) > 1 for w in words if len(w.text) > 2 and not lexicon.is_ordinary(w)
    }
    for line in lines:
        covered = {at for name in line.names for at in range(name.first, name.last)}
        for at, word in enumerate(line.words):
            if word.text in known and at not in covered and not line.in_capitals and _is_alone(line.words, at, covered):
                line.names = _with_word(line.names, at)


def _with_word(names: list[Name], at: int) -> list[Name]:
    """The names with one more word: the end of the person's name that stands before it, else a name of its own."""
    before = next((name for name in names if name.last == at and name.kind == "person"), None)
    added = before._replace(last=at + 1) if before else Name(at, at + 1, "person")
    return sorted([*(name for name in names if name is not before), added], key=lambda name: name.first)


def _is_alone(words: list[Word], at: int, covered: set[int]) -> bool:
    """Whether no capitalised word that is no name stands beside it ("Jalan Sudirman Raya")."""
    behind = at + 1 < len(words) and words[at + 1].is_name and at + 1 not in covered
    return not behind


def _cut_words(words: list[Word], lexicon: NameWords, casing: Casing) -> list[Word]:
    """Words with a suffix ("Marlow's") and names joined by a hyphen ("Rusia-Korut", "Prabowo-Gibran") taken apart."""
    result: list[Word] = []
    for word in words:
        cuts = _cuts(word, lexicon, casing) if word.is_name else ()
        if len(cuts) > 1 and result and lexicon.places.at(result, len(result) - 1, len(result)):
            cuts = ()
        if not cuts:
            result.append(word)
            continue
        for first, last in zip((0, *cuts), (*cuts, len(word.text)), strict=True):
            result.append(make_word(word.start + first, word.start + last, word.text[first:last], word.low[first:last]))
    return result


def _cuts(word: Word, lexicon: NameWords, casing: Casing) -> tuple[int, ...]:
    """Offsets inside a word at which it is cut."""
    for suffix in lexicon.suffixes:
        if word.low.endswith(suffix) and len(word.low) > len(suffix):
            return (len(word.text) - len(suffix),)
    at = word.text.find("-")
    if at < 2 or not word.text[at + 1 : at + 2].isupper() or word.low[:at] == word.low[at + 1 :]:
        return ()
    sides = (word.text[:at], word.text[at + 1 :])
    own = [_is_own_name(side, casing) for side in sides]
    person = any(person_of(side) for side in sides) and min(map(len, sides)) > 3
    return (at, at + 1) if all(own) or person else ()


def _is_own_name(text: str, casing: Casing) -> bool:
    """Whether one side of a hyphen is a name by itself: a country, a known person, a name that stands alone too."""
    return bool(country_of(text) or person_of(text)) or (len(text) > 3 and casing.is_name(text.lower()))


def _is_sure(words: list[Word], name: Name, lexicon: NameWords) -> bool:
    """Whether a name is one even among capitals: a known one, or a person all of whose words are in personal names."""
    inside = words[name.first : name.last]
    return name.known is not None or (name.kind == "person" and all(map(lexicon.given_rank, inside)))


def _in_capitals(words: list[Word], lexicon: NameWords) -> bool:
    """Whether a line is set in capitals, or like a headline: nearly every word capitalised, no full stop."""
    letters = [word for word in words if word.text.isalpha() and len(word.text) > 1]
    if len(letters) <= 3:
        return False
    if sum(word.text.isupper() for word in letters) > 0.8 * len(letters):
        return True
    small = [word for word in letters if not word.is_name and word.low not in lexicon.prepositions | lexicon.joints]
    return len(letters) > 4 and not small and words[-1].text != "."


def names_of(words: list[Word], lexicon: NameWords, casing: Casing, use_tagger: bool) -> list[Name]:
    """The names of one sentence, in order: the tagger's or the rules', and known ones."""
    texts = [word.text for word in words]
    found: list[Name] = []
    if use_tagger:
        for start, last, label in tag_names(texts):
            first = start + _opens_plainly(words, texts, start, last, lexicon, casing)
            found += settle_name(words, Name(first, last, _KIND_OF[label]), lexicon)
        found = _with_missed(words, found, rule_names(words, lexicon, casing), lexicon)
    else:
        found = [piece for name in rule_names(words, lexicon, casing) for piece in settle_name(words, name, lexicon)]
    return join_names(words, _with_known(words, texts, found, lexicon), lexicon)


def _with_missed(words: list[Word], found: list[Name], ruled: list[Name], lexicon: NameWords) -> list[Name]:
    """The tagger's names, and places of several capitalised words inside the sentence that only the rules see."""
    covered = {at for name in found for at in range(name.first, name.last)}
    missed = [
        piece
        for name in ruled
        if name.kind == "place" and name.last - name.first > 1 and name.first and not words[name.first - 1].is_mark
        if covered.isdisjoint(range(name.first - 1, name.last + 1))
        for piece in settle_name(words, name, lexicon)
    ]
    return sorted([*found, *missed], key=lambda name: name.first)


def _opens_plainly(
    words: list[Word], texts: list[str], first: int, last: int, lexicon: NameWords, casing: Casing
) -> bool:
    """Whether a name begins with the sentence's first word, a plain one of this article, before a known name."""
    if last - first < 2 or (first and not words[first - 1].is_mark) or not casing.is_plain(words[first].low):
        return False
    tables = (lexicon.titles, lexicon.roles, lexicon.bodies, lexicon.places)
    return known_at(texts, first + 1)[0] == last - first - 1 and not any(
        table.at(words, first, first + 1) for table in tables
    )


def _with_known(words: list[Word], texts: list[str], found: list[Name], lexicon: NameWords) -> list[Name]:
    """The names found, with known ones put in their place: those of more words win, ambiguous ones need context."""
    cover = {at: name for name in found for at in range(name.first, name.last)}
    at = 0
    while at < len(words):
        size, known = known_at(texts, at) if words[at].is_name else (0, ())
        if not size:
            at += 1
            continue
        hit = _pick(words, at, at + size, known, cover, lexicon)
        if hit:
            for name in {id(n): n for n in map(cover.get, range(hit.first, hit.last)) if n}.values():
                for place in range(name.first, name.last):
                    del cover[place]
            for place in range(hit.first, hit.last):
                cover[place] = hit
        at += size
    ordered = {(name.first, name.last): name for name in cover.values()}
    return [ordered[key] for key in sorted(ordered)]


def _pick(
    words: list[Word],
    first: int,
    last: int,
    known: tuple[Known, ...],
    cover: dict[int, Name],
    lexicon: NameWords,
) -> Name | None:
    """The name to put at words `first` to `last` for what is known by this form, or None to leave what was found."""
    form = " ".join(word.text for word in words[first:last])
    there = [cover[at] for at in range(first, last) if at in cover]
    outer = next((n for n in there if n.first <= first and n.last >= last and n.last - n.first > last - first), None)
    if outer:
        return _person_inside(words, outer, first, last, known, lexicon)
    same = next((n for n in there if (n.first, n.last) == (first, last)), None)
    for entry in known:
        kind = _kind_of(entry)
        runs_on = (after := cover.get(last)) is not None and after.first == last
        is_adjective = form in entry.adjectives and (lexicon.modifiers_lead or runs_on or form not in entry.forms)
        if is_adjective and not same:
            continue
        doubtful = form in entry.ambiguous or (last - first == 1 and _is_doubtful(words[first], entry, lexicon))
        country = entry.kind == "country" and not doubtful and lexicon.given_rank(words[first]) < 3
        held = lexicon.holds_there(words, first) and lexicon.given_rank(words[first]) < 3
        country = country or (kind == "place" and held)
        if same and (country or _outweighs(words[first], last - first, kind, same.kind, doubtful)):
            return _in_its_run(words, Name(first, last, kind, entry), cover, lexicon)
        if not there and (not doubtful or _has_context(words, first, kind, lexicon)):
            return _in_its_run(words, Name(first, last, kind, entry), cover, lexicon)
        if there and not same and last - first > 1 and not doubtful:
            return Name(first, last, kind, entry)
    return None


def _in_its_run(words: list[Word], name: Name, cover: dict[int, Name], lexicon: NameWords) -> Name:
    """The name, or the longer and unknown one that it is part of: "Cyrus Vance" is not the Vance of the tables."""
    if name.kind != "person" or name.last - name.first > 1:
        return name
    first, last = name.first, name.last
    while first and first - 1 not in cover and _is_loose(words, first - 1, lexicon):
        first -= 1
    while last < len(words) and last not in cover and _is_loose(words, last, lexicon):
        last += 1
    return name if last - first == 1 else Name(first, last, "person")


def _is_loose(words: list[Word], at: int, lexicon: NameWords) -> bool:
    """Whether a word may be one more of a person's name: like a name, and no title, role, body or known name."""
    if not lexicon.is_name_like(words[at]) or words[at].is_mark or known_at([words[at].text], 0)[0]:
        return False
    tables = (lexicon.titles, lexicon.roles, lexicon.bodies, lexicon.places, lexicon.others)
    return not any(table.at(words, at, at + 1) for table in tables)


def _person_inside(
    words: list[Word], outer: Name, first: int, last: int, known: tuple[Known, ...], lexicon: NameWords
) -> Name | None:
    """A known person's full name that ends a longer one, the words before it no names ("Marhaenisme Bung Karno")."""
    person = next((entry for entry in known if entry.kind == "person"), None)
    if person is None or outer.kind != "person" or last - first < 2 or last < outer.last:
        return None
    led = any(lexicon.given_rank(word) for word in words[outer.first : first])
    return None if led else Name(first, last, "person", person)


def _outweighs(word: Word, size: int, kind: NameKind, found: NameKind, doubtful: bool) -> bool:
    """Whether the kind of a known form stands against the kind that was found for the same words."""
    if kind == found or (found == "organisation" and kind in ("agency", "outlet") and len(word.text) > 3):
        return True
    if found == "person" and size == 1:
        return kind != "place" and (not doubtful or word.text.isupper())
    return not doubtful


def _kind_of(known: Known) -> NameKind:
    return "place" if known.kind == "country" else known.kind


def _is_doubtful(word: Word, entry: Known, lexicon: NameWords) -> bool:
    """Whether one word alone may be another's name: a common given name for a person in the tables."""
    return entry.kind == "person" and lexicon.given_rank(word) >= 3


def _has_context(words: list[Word], first: int, kind: NameKind, lexicon: NameWords) -> bool:
    """Whether what stands before an ambiguous form shows its kind: a credit a medium, a preposition a place."""
    if kind in ("agency", "outlet"):
        return bool(lexicon.media.ending(words, first)) if first else False
    return kind == "place" and first > 0 and words[first - 1].low in lexicon.prepositions

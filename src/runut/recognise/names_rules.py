"""Names by rules alone: runs of capitals cut at titles, roles and words of bodies and places, each with its kind."""

from runut.knowledge.known import Known
from runut.knowledge.world import known_at
from runut.recognise.names_lexicon import NUMERALS, Casing, Name, NameKind, NameWords
from runut.recognise.words import Word

_JOINING = frozenset("&/")


ARTICLE = 4
"""How often in lower case a single letter must stand to be a word ("A jet landed") and no initial."""


def rule_names(words: list[Word], lexicon: NameWords, casing: Casing) -> list[Name]:
    """Names of a sentence, in order."""
    found: list[Name] = []
    at = 0
    while at < len(words):
        if _is_article(words, at, lexicon):
            at += 1
            continue
        begin = at + (at + 1 < len(words) and words[at].low in lexicon.joints)
        stop = _led_body_end(words, begin, lexicon)
        if stop:
            body = Name(begin, stop, "organisation")
            found.append(body._replace(last=_complement_end(words, body, lexicon)))
            at = found[-1].last
            continue
        skipped = _skipped(words, at, lexicon)
        if skipped:
            at += skipped
            continue
        end = _run_end(words, at, lexicon)
        pieces = _cut_run(words, at, end, lexicon, casing)
        if pieces and pieces[-1].last == end and pieces[-1].kind == "organisation":
            end = _complement_end(words, pieces[-1], lexicon)
            pieces[-1] = pieces[-1]._replace(last=end)
        found += pieces
        at = end
    return found


def _is_article(words: list[Word], at: int, lexicon: NameWords) -> bool:
    """Whether a single letter is a word ("A jet landed") and no initial, by how often it stands in lower case."""
    initial = at + 1 < len(words) and words[at + 1].text == "."
    return len(words[at].text) == 1 and lexicon.plain_rank(words[at]) >= ARTICLE and not initial


def _led_body_end(words: list[Word], at: int, lexicon: NameWords) -> int:
    """Where a body of three words or more ends whose kind is its last word ("Republican National Committee"), or 0.

    Only in languages whose modifiers lead; neither a title nor a country is the first word.
    """
    if not lexicon.modifiers_lead or not words[at].is_name:
        return 0
    first = lexicon.roles.at(words, at, len(words))
    if (first and first[0].kind != "noun") or lexicon.titles.at(words, at, len(words)):
        return 0
    stop = next((i for i in range(at, len(words)) if not words[i].is_name), len(words))
    size, known = known_at([word.text for word in words[:stop]], at)
    if known and (known[0].kind == "country" or size > 1):
        return 0
    return next((i for i in range(stop, at + 2, -1) if words[i - 1].low in lexicon.body_ends), 0)


def _skipped(words: list[Word], at: int, lexicon: NameWords) -> int:
    """How many words at `at` begin no name: a role, a day or month, a word in lower case; 0 where one may begin."""
    if not words[at].text[0].isalpha():
        return 1
    found = lexicon.roles.at(words, at, len(words)) or lexicon.others.at(words, at, len(words))
    return found[1] if found else 0 if words[at].is_name else 1


def _complement_end(words: list[Word], body: Name, lexicon: NameWords) -> int:
    """Where a body ends that a small word and more capitals complete: "University | of Leeds"."""
    end = body.last
    is_body = words[end - 1].low in lexicon.body_ends or lexicon.bodies.at(words, body.first, end)
    if not lexicon.modifiers_lead or not is_body:
        return end
    while end + 1 < len(words) and words[end].low in lexicon.joints and words[end + 1].is_name:
        end = _run_end(words, end + 1, lexicon)
    return end


def _run_end(words: list[Word], start: int, lexicon: NameWords) -> int:
    """The end of the run of capitalised words, particles, initials and numbers that begins at `start`."""
    at = start + 1
    while at < len(words):
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        if word.is_name:
            role = lexicon.roles.at(words, at, len(words))
            if (role and role[0].kind != "noun") or lexicon.others.at(words, at, len(words)):
                break
            at += 1
        elif word.low in lexicon.particles and (named := _behind_particles(words, at, lexicon)):
            at = named + 1
        elif (
            word.text == "."
            and words[at - 1].end == word.start
            and len(words[at - 1].text) <= 4
            and after
            and after.is_name
        ):
            if (
                len(words[at - 1].text) > 1
                and not lexicon.titles.at(words, at - 1, at)
                and not words[at - 1].text.istitle()
            ):
                break
            at += 1
        elif word.text in _JOINING and after and after.is_name and words[at - 1].end == word.start == after.start - 1:
            at += 2
        elif word.text.isdigit() and len(word.text) < 4 and word.start == words[at - 1].end + 1:
            at += 1
            break
        else:
            break
    return at


def _behind_particles(words: list[Word], at: int, lexicon: NameWords) -> int:
    """The capitalised word behind the particles that begin at a word ("Ursula von der | Heide"), or 0."""
    while at < len(words) and words[at].low in lexicon.particles:
        at += 1
    return at if at < len(words) and words[at].is_name else 0


def _cut_run(words: list[Word], start: int, end: int, lexicon: NameWords, casing: Casing) -> list[Name]:
    """The names in a run, cut at roles, titles, words of bodies and places, and known names."""
    found: list[Name] = []
    texts = [word.text for word in words]
    at = start
    while at < end:
        role = lexicon.roles.at(words, at, end)
        title = lexicon.titles.at(words, at, end)
        size = max(role[1] if role else 0, title[1] if title and at + title[1] < end else 0)
        if size:
            at += size
            continue
        known_size, known = known_at(texts, at)
        body = lexicon.bodies.at(words, at, end)
        place = lexicon.places.at(words, at, end)
        if body:
            stop = _body_end(words, at + body[1], end, lexicon)
            if stop > at + body[1] or words[stop - 1].text.isupper():
                found.append(Name(at, stop, "organisation"))
        elif known_size and at + known_size <= end and not _is_person_form(known):
            stop = at + known_size
            found.append(Name(at, stop, _first_kind(known)))
        elif place and at + place[1] < end:
            stop = min(end, at + place[1] + 2)
            found.append(Name(at, stop, "place"))
        else:
            stop = _plain_end(words, at, end, lexicon)
            name = _judge(words, at, stop, lexicon, casing)
            if name:
                found.append(name)
        at = max(stop, at + 1)
    return found


def _is_person_form(known: tuple[Known, ...]) -> bool:
    return known[0].kind == "person"


def _first_kind(known: tuple[Known, ...]) -> NameKind:
    kind = known[0].kind
    return "place" if kind == "country" else kind


def _body_end(words: list[Word], at: int, end: int, lexicon: NameWords) -> int:
    """Where an organisation's name ends: at a title or at a word that is rather a person's name."""
    while at < end:
        word = words[at]
        if lexicon.titles.at(words, at, end) or lexicon.roles.at(words, at, end):
            break
        if (
            word.is_name
            and lexicon.given_rank(word) >= 2
            and lexicon.plain_rank(word) < 2
            and word.low not in lexicon.inside
        ):
            break
        at += 1
    return at


def _plain_end(words: list[Word], at: int, end: int, lexicon: NameWords) -> int:
    """Where a piece without a word of a body ends: before the next title, role or body."""
    stop = at + 1
    while stop < end:
        title = lexicon.titles.at(words, stop, end)
        cuts = title or lexicon.bodies.at(words, stop, end)
        if words[stop].is_name and cuts and ((title and title[1] > 1) or lexicon.plain_rank(words[stop]) != 0):
            break
        stop += 1
    return stop


def _judge(words: list[Word], first: int, last: int, lexicon: NameWords, casing: Casing) -> Name | None:
    """The piece with its kind, or None where it is no name (a sentence's first word, a month, an adjective)."""
    while first < last and _opens_sentence(words, first) and _is_plain(words[first], lexicon, casing, last - first):
        first += 1
    if first and words[first - 1].low in lexicon.joints:
        while first < last - 1 and not lexicon.is_name_like(words[first]):
            first += 1
    while last - first > 1 and lexicon.modifiers_lead and _ends_plainly(words[last - 1], lexicon, casing):
        last -= 1
    if first >= last or (last - first == 1 and len(words[first].text) == 1):
        return None
    piece = [word for word in words[first:last] if not word.is_mark]
    if all(_is_plain(word, lexicon, casing, 2) for word in piece):
        return None
    before = words[first - 1] if first else None
    if piece[-1].low in lexicon.body_ends or piece[0].low in lexicon.inside:
        return Name(first, last, "organisation")
    if piece[-1].low in lexicon.place_ends or piece[-1].low in lexicon.directions:
        return Name(first, last, "place")
    if before is not None and before.low in lexicon.body_nouns and before.text.islower():
        return Name(first, last, "organisation")
    titled = before is not None and bool(lexicon.titles.ending(words, first) or lexicon.roles.ending(words, first))
    if (titled and not piece[0].text.isupper()) or any(lexicon.given_rank(word) >= 2 for word in piece):
        return Name(first, last, "person")
    if len(piece) == 1 and _has_holder(words, last, lexicon):
        return Name(first, last, "organisation")
    if all(word.text.isdigit() or (len(word.text) > 1 and word.text.isupper()) for word in piece):
        return Name(first, last, "organisation")
    if (
        before is not None
        and before.low in lexicon.prepositions
        and (len(piece) == 1 or before.low not in lexicon.ways)
    ):
        return Name(first, last, "place")
    return Name(first, last, "person") if len(piece) > 1 or _speaks(words, first, last, lexicon) else None


def _ends_plainly(word: Word, lexicon: NameWords, casing: Casing) -> bool:
    """Whether a capital at the end of a name is only a headline's: the article has the word in lower case ("Ad")."""
    known = word.low in lexicon.body_ends or word.low in lexicon.place_ends or lexicon.given_rank(word)
    return casing.is_plain(word.low) and not known and not word.text.isupper()


def _has_holder(words: list[Word], at: int, lexicon: NameWords) -> bool:
    """Whether an office in capitals and its holder follow: "Hansa | Chief Executive Helen Marsh"."""
    role = lexicon.roles.at(words, at, len(words)) if lexicon.modifiers_lead and at < len(words) else None
    holder = at + role[1] if role else at
    return at < holder < len(words) and words[at].is_name and lexicon.given_rank(words[holder]) > 0


def _opens_sentence(words: list[Word], at: int) -> bool:
    return at == 0 or words[at - 1].is_mark


def _is_plain(word: Word, lexicon: NameWords, casing: Casing, size: int) -> bool:
    """Whether a capitalised word is rather an ordinary one."""
    if casing.is_plain(word.low) or word.low in lexicon.prepositions:
        return True
    if casing.is_name(word.low) or word.text.isupper() or word.text in NUMERALS:
        return False
    rank = lexicon.plain_rank(word)
    return rank >= 2 or (rank < 0 and size == 1 and not lexicon.given_rank(word))


def _speaks(words: list[Word], first: int, last: int, lexicon: NameWords) -> bool:
    after = last < len(words) and lexicon.speech.at(words, last, len(words))
    return bool(after or (first and lexicon.speech.ending(words, first)))

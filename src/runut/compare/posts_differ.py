"""One person with two ranks, or two offices that nobody holds at once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.same_name import alike
from runut.languages.pack import load_pack
from runut.languages.roots import stopwords
from runut.records.article import Article
from runut.records.claims import StoryEntity
from runut.records.marks import Entity
from runut.records.spans import Span
from runut.text.distance import Word, words_of
from runut.text.names import name_sequence

REACH = 100
"""Characters ahead of a name in which its rank and office are looked for."""
AFTER = 30
"""Characters from a name to an office behind it."""
OTHER = "other"
"""Family of the words that make an office another person's or another time's: "former", "deputy"."""
_JOINED = re.compile(r"[^\w,;:!?\"“”«»]*,?[^\w,;:!?\"“”«»]*")
"""What may stand between words of one description of a person; a comma before the name alone."""
_INSERTED = re.compile(r"\s*[,(]\s*([^,.;:()“”\"]{3,60})[,).]")
"""What is inserted behind a name between two marks."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A row of the table: what excludes what."""

    family: str
    post: str
    body: str


@dataclass(frozen=True, slots=True)
class _Post:
    """A rank or an office said of somebody, the words of its body, and where it stands with the name."""

    kind: _Kind
    body: tuple[str, ...]
    printed: str
    span: Span


def posts_differ(material: Material, left_out: frozenset[str]) -> Iterator[Difference]:
    """Ranks and offices of one family that two articles give to one person, none of them in both.

    People whose names are in `left_out` are passed over: their offices are known to differ.
    """
    members = {entity.id: entity for found in material.findings for entity in found.entities}
    for person in material.entities:
        if person.kind != "person" or person.name in left_out or len(name_sequence(person.name)) < 2:
            continue
        found: dict[str, dict[str, list[_Post]]] = defaultdict(lambda: defaultdict(list))
        for id in person.members:
            for post in _posts(material, members[id]):
                found[post.kind.family][post.span.article].append(post)
        for articles in found.values():
            for (_, mine), (_, other) in combinations(sorted(articles.items()), 2):
                if not any(_may_be_one(a, b) for a in mine for b in other):
                    yield _difference(person, mine[0], other[0])


def _may_be_one(left: _Post, right: _Post) -> bool:
    """Whether two posts do not exclude each other: one is the other's short form, or two bodies may be meant."""
    mine, other = left.kind.post, right.kind.post
    if mine.startswith(other) or other.startswith(mine):
        return True
    if not left.kind.body:
        return False
    if not left.body or not right.body:
        return "named" in (left.kind.body, right.kind.body)
    return left.body[0] != right.body[0] and not alike(" ".join(left.body), " ".join(right.body))


def _difference(person: StoryEntity, left: _Post, right: _Post) -> Difference:
    return Difference(
        kind="actor",
        tier="C",
        severity="medium",
        rule="post-differs",
        slot=person.name,
        left=left.kind.post,
        right=right.kind.post,
        shown=(left.printed, right.printed),
        spans=(left.span, right.span),
        values=(person.name, left.printed, right.printed),
    )


@cache
def _table(language: str) -> dict[tuple[str, ...], tuple[_Kind, ...]]:
    """What each form of the language's table may be, by its folded words."""
    pack = load_pack(language)
    found: dict[tuple[str, ...], tuple[_Kind, ...]] = {}
    for row in pack.table("posts") if pack else ():
        form = tuple(word.folded for word in words_of(row["form"]))
        found[form] = (*found.get(form, ()), _Kind(row["family"], row["post"], row["body"]))
    return found


def _posts(material: Material, entity: Entity) -> Iterator[_Post]:
    """The ranks and offices printed with an entity's name, right ahead of it or in a description beside it."""
    article = material.article[entity.mentions[0].article]
    people = [m for e in material.found[article.id].entities if e.kind == "person" for m in e.mentions]
    for mention in entity.mentions:
        yield from _ahead(article, people, mention, material.sentence_of(mention).start)
        for beside in _beside(article, entity, mention):
            if not _any_in(people, beside.start, beside.end) and not _is_behind(article.text, people, beside.start):
                yield from _within(article, beside, mention)


def _ahead(article: Article, people: Sequence[Span], mention: Span, begin: int) -> Iterator[_Post]:
    """Ranks and offices between an offset and a name, nothing but the name of a body after them."""
    words = words_of(article.text, max(0, mention.start - REACH), mention.start)
    for first, end, kind in _matches(words, article.language, begin):
        start = words[end - 1].end
        named = _any_in(people, start, mention.start) or _is_behind(article.text, people, words[first].start)
        if not named and _describes(article.text[start : mention.start]):
            yield _read(article.text, words, (first, end), kind, mention)


def _within(article: Article, beside: Span, mention: Span) -> Iterator[_Post]:
    """Ranks and offices that begin or end a description."""
    words = words_of(article.text, max(0, beside.start - REACH), beside.end)
    for first, end, kind in _matches(words, article.language, beside.start):
        lead = (word.folded for word in words[:first] if word.start >= beside.start)
        if end == len(words) or stopwords(article.language).issuperset(lead):
            yield _read(article.text, words, (first, end), kind, mention)


def _any_in(mentions: Sequence[Span], start: int, end: int) -> bool:
    """Whether a name begins between two offsets."""
    return any(start <= mention.start < end for mention in mentions)


def _is_behind(text: str, people: Sequence[Span], start: int) -> bool:
    """Whether somebody's name stands right ahead of an office, no mark between: it is that person's."""
    return any(mention.end < start and not text[mention.end : start].strip() for mention in people)


def _beside(article: Article, entity: Entity, mention: Span) -> Iterator[Span]:
    """Descriptions beside a name: one inserted behind it between two marks, and printed roles on either side."""
    inserted = _INSERTED.match(article.text, mention.end)
    if inserted:
        yield Span(article.id, *inserted.span(1))
    for role in entity.roles:
        before = article.text.rfind(role, 0, mention.start)
        if before >= 0 and not article.text[before + len(role) : mention.start].strip(" ,"):
            yield Span(article.id, before, before + len(role))
        after = article.text.find(role, mention.end, mention.end + AFTER + len(role))
        if after >= 0 and "," not in article.text[mention.end : after]:
            yield Span(article.id, after, after + len(role))


def _matches(words: Sequence[Word], language: str, begin: int) -> Iterator[tuple[int, int, _Kind]]:
    """Forms of the table from an offset on, the longest at each place, those after a word of another time left out."""
    table = _table(language)
    longest = max(map(len, table), default=0)
    folded = [word.folded for word in words]
    at, other = 0, False
    while at < len(words):
        end = next((e for e in range(min(at + longest, len(words)), at, -1) if tuple(folded[at:e]) in table), at)
        kinds = table.get(tuple(folded[at:end]), ())
        if not other and words[at].start >= begin:
            yield from ((at, end, kind) for kind in kinds if kind.family != OTHER)
        other = any(kind.family == OTHER for kind in kinds)
        at = max(end, at + 1)


def _describes(gap: str) -> bool:
    """Whether what stands between an office and a name is the name of a body, or nothing."""
    last = 0
    for word in words_of(gap):
        between = gap[last : word.start]
        if not gap[word.start].isupper() and not gap[word.start].isdigit():
            return False
        if not _JOINED.fullmatch(between) or "," in between:
            return False
        last = word.end
    return bool(_JOINED.fullmatch(gap[last:]))


def _read(text: str, words: Sequence[Word], at: tuple[int, int], kind: _Kind, mention: Span) -> _Post:
    """A post, with the words of the body that follow it."""
    first, end = at
    span = Span(mention.article, min(words[first].start, mention.start), max(words[-1].end, mention.end))
    return _Post(kind, tuple(word.folded for word in words[end:]), text[words[first].start : words[end - 1].end], span)

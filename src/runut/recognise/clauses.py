"""A view cut into sentences of words, each word knowing its quotation: what the rules of reported speech walk over."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from runut.languages.pack import LanguagePack
from runut.recognise.cues import CueHit, Lexicon, find_cues
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.view import View, dateline_size
from runut.recognise.words import Word, make_word, printed_names, split_words
from runut.records.marks import Entity, TimeExpression
from runut.text.quotes import Quote

LONGEST = 300
"""Words of the longest sentence that is read as one. Longer ones are tables or pages without stops and are cut, so that
reading takes time in proportion to the text; of 31,735 sentences of 1,656 news articles none had 300 words."""
MOST_CUES = 40
"""Cues of a sentence that are read: more stand only in lists and noise, where each would be read to the same end."""
_MOST_LISTS = 100
"""Roles with commas in them that are looked for in a text; bounds the work on gigantic ones."""
_PEOPLE = frozenset(("third", "plural", "writer"))
"""Kinds of pronouns that stand for people."""
_SHORT_SUBJECT = 8
"""Words that the subject before a cue may have where both stand after a quotation that ends like a sentence."""
_ADDRESSED = 4
"""Words that may name whom such a cue addresses."""
_APOSTROPHES = frozenset("'’")
QUOTATION_MARKS = frozenset('"“”')
SPOKEN_KINDS = ("body", "standfirst", "dateline")
"""Kinds of parts in which statements are looked for; a headline repeats what the text attributes."""


class Sentence(NamedTuple):
    """A sentence: the indices of its words, half-open, its offsets, and the number of its paragraph."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The words, sentences, cues and quotations of a view.

    `quote_of[i]` is the index in `quotes` of the quotation that word `i` stands in, or -1. `times` are offsets;
    `in_time` and `in_name` are the words of times, and of names all but their first, which are in
    `name_starts`; `name_words` are the words of all names, `in_person` those of people's.
    """

    view: View
    lexicon: Lexicon
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    quote_of: tuple[int, ...]
    cues: tuple[CueHit, ...]
    times: tuple[tuple[int, int], ...]
    in_time: frozenset[int]
    in_name: frozenset[int]
    name_starts: frozenset[int]
    name_words: frozenset[str]
    in_person: frozenset[int]

    def index_at(self, offset: int) -> int:
        """The index of the first word that begins at or after `offset`."""
        return bisect_left(self.words, offset, key=lambda word: word.start)

    def word_at(self, offset: int) -> int:
        """The index of the word that holds the character at `offset`, else of the first one after it."""
        at = self.index_at(offset)
        inside = at > 0 and self.words[at - 1].end > offset
        return at - 1 if inside else at

    def is_dash(self, index: int) -> bool:
        """Whether the word at `index` is a dash between clauses: a long one, or a hyphen with a space beside it."""
        word, shadow = self.words[index], self.view.shadow
        if word.text in "–—":
            return True
        return word.text == "-" and (
            shadow[word.start - 1 : word.start].isspace() or shadow[word.end : word.end + 1].isspace()
        )

    def is_decimal(self, index: int) -> bool:
        """Whether the mark at `index` stands inside a number ("35,7")."""
        if self.words[index].text not in ",." or not 0 < index < len(self.words) - 1:
            return False
        before, after = self.words[index - 1], self.words[index + 1]
        return before.text[-1].isdigit() and after.text[0].isdigit() and before.end + 1 == after.start

    def time_at(self, index: int) -> int:
        """How many words the time has that begins at word `index`, or 0; one that owns ("this year's") is none."""
        start = self.words[index].start
        at = bisect_left(self.times, (start, 0))
        if at == len(self.times) or self.times[at][0] != start:
            return 0
        behind = max(index + 1, self.index_at(self.times[at][1]))
        owns = self.words[behind - 1].text[-2:-1] in _APOSTROPHES
        return 0 if owns else behind - index

    def is_cut(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with a mark that closes a quotation before it, of which the page lost the rest."""
        word = self.words[sentence.first]
        return word.text in QUOTATION_MARKS and self.quote_of[sentence.first] < 0

    def points(self, index: int) -> bool:
        """Whether a word points back ("itu", "tersebut")."""
        return self.lexicon.pronoun_kinds.get(self.words[index].low) == "demonstrative"

    def cues_between(self, first: int, last: int) -> Sequence[CueHit]:
        """The cues among words `first` to `last` (half-open), `MOST_CUES` of them at most."""
        left = bisect_left(self.cues, first, key=lambda hit: hit.index)
        right = bisect_left(self.cues, last, key=lambda hit: hit.index)
        return self.cues[left : min(right, left + MOST_CUES)]

    def has_cue(self, start: int) -> bool:
        """Whether a cue begins at this offset."""
        at = bisect_left(self.cues, start, key=lambda hit: hit.start)
        return at < len(self.cues) and self.cues[at].start == start

    def cues_of(self, sentence: Sentence) -> Sequence[CueHit]:
        """The cues of a sentence outside quotations."""
        return [
            hit
            for hit in self.cues_between(sentence.first, sentence.last)
            if self.quote_of[hit.index] < 0 and not self._is_headline(hit, sentence)
        ]

    def _is_headline(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether a cue is capitalised within a sentence: a headline stands there ("Baca juga: Siti Mengaku Lelah").

        Behind a comma it is one's where a capital follows that is nobody ("Siti Menang, Ungkap Alasannya").
        """
        if hit.index == sentence.first or not self.words[hit.index].is_name:
            return False
        before, after = self.words[hit.index - 1], hit.index + hit.size
        goes_on = after < sentence.last and self.words[after].is_name and after not in self.in_person
        return before.end < hit.start and (not before.is_mark or (before.text == "," and goes_on))

    def quotes_of(self, sentence: Sentence) -> Sequence[int]:
        """Indices of the quotations that begin in a sentence."""
        left = bisect_left(self.quotes, sentence.start, key=lambda quote: quote.outer_start)
        right = bisect_left(self.quotes, sentence.end, key=lambda quote: quote.outer_start)
        return range(left, right)


@cache
def _glued_words(pack: LanguagePack, lexicon: Lexicon) -> frozenset[str]:
    """Words at which words that a page glued together come apart."""
    return lexicon.known | load_name_words(pack).glue


def prepare(view: View, lexicon: Lexicon, times: Sequence[TimeExpression], entities: Sequence[Entity] = ()) -> Text:
    """The text of a view for the rules; paragraphs of kinds that hold no statements have no words here."""
    words: list[Word] = []
    sentences: list[Sentence] = []
    quotes: list[Quote] = []
    quote_of: list[int] = []
    printed, known = printed_names(view.shadow), _glued_words(view.pack, lexicon)
    tails = load_name_words(view.pack).tails
    for number, paragraph in enumerate(view.paragraphs):
        if paragraph.kind not in SPOKEN_KINDS:
            continue
        base = len(quotes)
        quotes.extend(paragraph.quotes)
        for start, end in paragraph.sentences:
            first = len(words)
            words.extend(_apart(split_words(view.shadow, start, end, known, printed, tails), lexicon))
            if not sentences or sentences[-1].paragraph != number:
                first += dateline_size(view.shadow, words[first:])
            for at in range(first, len(words), LONGEST):
                stop = min(at + LONGEST, len(words))
                sentences.append(Sentence(at, stop, words[at].start, words[stop - 1].end, number))
        at = base
        for word in words[len(quote_of) :]:
            while at < len(quotes) and quotes[at].outer_end <= word.start:
                at += 1
            inside = at < len(quotes) and quotes[at].outer_start <= word.start < quotes[at].outer_end
            quote_of.append(at if inside and quotes[at].whole else -1)
    hits = find_cues(words, lexicon)
    spans = tuple(sorted((t.span.start, t.span.end) for t in times))
    return Text(
        view,
        lexicon,
        tuple(words),
        tuple(_united(sentences, words, quote_of, hits, lexicon)),
        tuple(quotes),
        tuple(quote_of),
        tuple(hits),
        spans,
        frozenset(_inside(words, spans)),
        frozenset(_inside(words, [(start + 1, end) for start, end in _names(view.shadow, entities)])),
        frozenset(bisect_left(words, m.start, key=lambda word: word.start) for e in entities for m in e.mentions),
        frozenset(word for entity in entities for word in entity.name.split()),
        frozenset(_inside(words, [(m.start, m.end) for e in entities if e.kind == "person" for m in e.mentions])),
    )


def _apart(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Words, a pronoun for people or "who" apart from the verb that is joined to it ("he’d", "who’s")."""
    for word in words:
        at = max(word.text.find("'"), word.text.find("’"))
        if at <= 0 or not _is_pronoun(word.low[:at], lexicon):
            yield word
            continue
        yield make_word(word.start, word.start + at, word.text[:at], word.low[:at])
        yield make_word(word.start + at, word.end, word.text[at:], word.low[at:])


def _is_pronoun(low: str, lexicon: Lexicon) -> bool:
    """Whether a word stands for people: "he", "they", "who"."""
    joint = lexicon.joints.at([make_word(0, len(low), low, low)], 0, 1)
    relative = joint is not None and "relative" in joint[0] and "that" not in joint[0]
    return relative or lexicon.pronoun_kinds.get(low) in _PEOPLE


def _names(shadow: str, entities: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """Offsets of the names, and of roles with a list in them ("Kepala Pusat Data, Informasi, dan Komunikasi")."""
    yield from ((m.start, m.end) for entity in entities if entity.kind != "role" for m in entity.mentions)
    lists = sorted({role for entity in entities for role in entity.roles if "," in role})
    for role in lists[:_MOST_LISTS]:
        at = shadow.find(role)
        while at >= 0:
            yield at, at + len(role)
            at = shadow.find(role, at + len(role))


def _united(
    sentences: Sequence[Sentence],
    words: Sequence[Word],
    quote_of: Sequence[int],
    hits: Sequence[CueHit],
    lexicon: Lexicon,
) -> list[Sentence]:
    """Sentences, one that only names the speaker of a quotation before it ("“Why?” Todd asked.") joined to it."""
    found: list[Sentence] = []
    for sentence in sentences:
        before = found[-1] if found else None
        if (
            before
            and before.paragraph == sentence.paragraph
            and before.last == sentence.first
            and quote_of[before.last - 1] >= 0
            and quote_of[sentence.first] < 0
            and words[before.last - 2].text in "?!…"
            and _names_speaker(sentence, words, hits, lexicon)
        ):
            found[-1] = before._replace(last=sentence.last, end=sentence.end)
        else:
            found.append(sentence)
    return found


def _names_speaker(sentence: Sentence, words: Sequence[Word], hits: Sequence[CueHit], lexicon: Lexicon) -> bool:
    """Whether a sentence is a short subject, a cue that may follow a quotation, and a mark or an adjunct."""
    at = bisect_left(hits, sentence.first, key=lambda hit: hit.index)
    if at == len(hits) or not 0 < hits[at].index - sentence.first <= _SHORT_SUBJECT:
        return False
    after = hits[at].index + hits[at].size
    if hits[at].reading("subject", "both") and _is_somebody(words, after, sentence.last, lexicon):
        return True
    if (
        hits[at].reading("subject")
        and words[sentence.first].is_name
        and all(w.is_mark for w in words[after : sentence.last])
    ):
        return True
    return bool(hits[at].reading("both")) and (
        after >= sentence.last or words[after].is_mark or bool(lexicon.settings.at(words, after, sentence.last))
    )


def _is_somebody(words: Sequence[Word], index: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the words up to a sentence's full stop are no more than who is addressed ("Smith", "the mayor")."""
    end = last
    while end > index and words[end - 1].is_mark:
        end -= 1
    if index < end and lexicon.pronoun_kinds.get(words[index].low) == "definite":
        index += 1
    if not index < end <= index + _ADDRESSED or end == last:
        return False
    found = lexicon.roles.at(words, index, end) or lexicon.collectives.at(words, index, end)
    return all(word.is_name for word in words[index:end]) or bool(found and index + found[1] == end)


def _inside(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> list[int]:
    found: list[int] = []
    for start, end in spans:
        at = bisect_left(words, start, key=lambda word: word.start)
        while at < len(words) and words[at].start < end:
            found.append(at)
            at += 1
    return found


def kinds_at(text: Text, index: int, end: int) -> frozenset[str]:
    """The kinds of the joint ("bahwa", "seraya", "juga") that begins at word `index`; empty where none does."""
    words = text.words
    if 0 < index < len(words) and words[index].is_name and words[index - 1].is_name and index in text.in_name:
        return frozenset()
    found = text.lexicon.joints.at(words, index, end)
    return found[0] if found else frozenset()

"""Bodies as a speaker phrase names them: by name, by a word for what they are, or as those whom somebody belongs to."""

from runut.recognise.clauses import Text, kinds_at
from runut.recognise.credits import media_phrase
from runut.recognise.cues import DOCUMENTS
from runut.recognise.names_lexicon import load_name_words
from runut.recognise.speakers_mentions import BODIES, Mention, Mentions, Piece
from runut.records.statements import Speaker

_APOSTROPHES = frozenset("'’")
_INSIDE = frozenset({"occasion", "place", "time"})
"""Kinds of adjuncts that put a name inside the clause that describes a document ("studi yang dimuat di Jurnal Air")."""
_TOLD = 3
"""Words before a body's name that may tell what it is ("the German lender")."""
_MODIFIERS = 3
"""Words after a name among which the head of its phrase is looked for ("Haddad's former personal lawyer")."""


class Bodies:
    """Look-ups of bodies over the mentions of one article."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._text: Text = mentions.text
        self._nouns = load_name_words(self._text.view.pack).body_nouns

    def body(self, begin: int, end: int) -> Speaker | None:
        """The organisation, outlet or agency that a phrase is, or begins with."""
        start = self._text.words[begin].start
        if self.is_written((begin, end)):
            return None
        for mention in self._mentions.within((begin, end)):
            if mention.entity.kind in BODIES and mention.start == start and not self._heads_people(mention, end):
                printed = self._text.view.shadow[mention.start : mention.end]
                if self.is_ticket((begin, end)) or self.is_named_body((begin, end)):
                    printed = self._text.view.shadow[start : self._text.words[end - 1].end]
                    return Speaker(printed, "named", None, mention.entity.id, (printed, *mention.entity.names))
                name = printed if mention.entity.name in printed else mention.entity.name
                return Speaker(name, "named", None, mention.entity.id, mention.entity.names)
            whole = mention.start == start and mention.end == self._text.words[end - 1].end
            if mention.entity.kind == "place" and whole:
                name = self._text.view.shadow[mention.start : mention.end]
                return Speaker(name, "named", None, mention.entity.id, (name, *mention.entity.names))
            if mention.entity.kind in BODIES and self._is_told_of(begin, mention, end):
                return Speaker(mention.entity.name, "named", None, mention.entity.id, mention.entity.names)
        media = media_phrase(self._text, begin, end)
        return Speaker(media[0], "named", None, None, (media[0],)) if media else None

    def _is_told_of(self, begin: int, mention: Mention, end: int) -> bool:
        """Whether a phrase ends with a body's name and all before it tells what it is ("German lender Hansa")."""
        words, lexicon, at = self._text.words, self._text.lexicon, self._text.word_at(mention.start)
        if mention.end != words[end - 1].end or not begin < at <= begin + _TOLD or not words[at - 1].text.islower():
            return False
        group = lexicon.collectives.ending(words, at)
        is_body = words[at - 1].low in self._nouns or bool(group and group[0] == "body")
        tables = (lexicon.roles, lexicon.anonymous, lexicon.settings)
        return is_body and not any(table.at(words, i, at) for i in range(begin, at) for table in tables)

    def body_again(self, begin: int, end: int) -> Speaker | None:
        """The last body before that a description takes up: its name begins with the word for it, or tells its kind.

        "Kementerian itu" takes up Kementerian Agama, "maskapai itu" Delta Air.
        """
        words, lexicon = self._text.words, self._text.lexicon
        group = lexicon.collectives.at(words, begin, end)
        form = " ".join(word.low for word in words[begin : begin + (group[1] if group else 1)])
        kinds = lexicon.body_kinds.get(form, frozenset())
        for mention in self._mentions.bodies_before(words[begin].start):
            name = mention.entity.name
            parts = name.split()
            if len(parts) > 1 and (parts[0].lower() == form or not kinds.isdisjoint(parts)):
                return Speaker(name, "role", None, mention.entity.id, mention.entity.names)
        return None

    def is_written(self, piece: Piece) -> bool:
        """Whether a phrase is a document described by a clause ("studi yang dimuat Jurnal Air"): none in it speaks."""
        found = self._text.lexicon.nouns.at(self._text.words, *piece)
        after = piece[0] + found[1] if found else piece[0]
        if not self.is_document(piece) or after >= piece[1] or "relative" not in kinds_at(self._text, after, piece[1]):
            return False
        name = next((i for i in range(after, piece[1]) if self._text.words[i].is_name), piece[1])
        settings = (self._text.lexicon.settings.at(self._text.words, i, name) for i in range(after, name))
        return any(setting and setting[0] in _INSIDE for setting in settings)

    def is_document(self, piece: Piece) -> bool:
        """Whether a phrase begins with a word for something written ("laporan itu")."""
        found = self._text.lexicon.nouns.at(self._text.words, *piece)
        return found is not None and any(kind in DOCUMENTS for kind, _ in found[0])

    def has_tail(self, begin: int, end: int) -> bool:
        """Whether a person's name in a phrase only tells whose group or body speaks ("the Haddad campaign")."""
        return any(
            m.entity.kind == "person" and self.owns(m, (begin, end)) for m in self._mentions.within((begin, end))
        )

    def owns(self, mention: Mention, piece: Piece) -> bool:
        """Whether a word for a group or body follows a name, as their head ("Haddad's lawyers")."""
        words, after = self._text.words, self._text.index_at(mention.end)
        if words[after : after + 2] and words[after].text in _APOSTROPHES:
            after += 2
        while after < piece[1] and words[after].is_name:
            after += 1
        near = range(after, min(after + _MODIFIERS, piece[1]))
        found = [self._text.lexicon.collectives.at(words, i, piece[1]) for i in near]
        return any(group and group[0] == "tail" for group in found)

    def _heads_people(self, mention: Mention, end: int) -> bool:
        """Whether a body's name only tells whose people a phrase is for ("Haven Radio host", "council members")."""
        words, lexicon = self._text.words, self._text.lexicon
        after = self._text.index_at(mention.end)
        for at in range(max(after, end - _MODIFIERS), end):
            role, group = lexicon.roles.at(words, at, end), lexicon.collectives.at(words, at, end)
            if (role and at + role[1] == end) or (group and group[0] in ("people", "tail") and at + group[1] == end):
                return True
        return False

    def is_ticket(self, piece: Piece) -> bool:
        """Whether a phrase begins with a body and ends with two people in one word ("Tim Ganjar-Mahfud"): the body."""
        last, start = self._text.words[piece[1] - 1], self._text.words[piece[0]].start
        inside = self._mentions.within(piece)
        joined = "-" in last.text and sum(m.entity.kind == "person" and m.start >= last.start for m in inside) > 1
        heads = self._text.lexicon.collectives.at(self._text.words, *piece)
        return joined and (bool(heads) or any(m.entity.kind in BODIES and m.start == start for m in inside))

    def is_named_body(self, piece: Piece) -> bool:
        """Whether a phrase is a word for a body and the name that it bears ("Yayasan Siti Rahma")."""
        group = self._text.lexicon.collectives.at(self._text.words, *piece)
        if not group or group[0] != "body" or not self._text.words[piece[0]].is_name:
            return False
        after = piece[0] + group[1]
        return any(
            m.entity.kind == "person" and self._text.word_at(m.start) == after for m in self._mentions.within(piece)
        )

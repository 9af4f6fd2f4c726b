"""What one line or block of a news page is, told by the conventions of the trade.

Pure: a line in, its kind and the name of the rule out; None for a line that no convention knows, which may be prose,
a headline or a menu. Words stand in the tables `page_lines`, `bylines` and `stamps` of both languages. Rules look at
whole lines, never at a word inside prose ("ia meminta warga baca juga aturan itu" stays).
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from runut.knowledge.world import agency_of, outlet_of
from runut.read.bylines import Byline, is_name, read_byline, role_alone
from runut.read.dates import Stamp, find_stamps
from runut.read.lines_words import SHORT_LINE, LineWord, end_of_words, fold_words, line_head, phrase_inside, whole_line
from runut.records.spans import PartKind

LineKind = PartKind | Literal["residue"]
Extent = Literal["line", "list", "foot"]

_PROSE_WORDS = 14
"""Words from which a line that ends like a sentence is prose, whatever it begins with; a call ("Sign up for …, and get
the news of the day in your inbox.") is shorter. Measured on the development pages: 12 loses none, 20 costs two."""
_FARTHEST = ("foot", "list", "whole")
"""Of several readings of a whole line the one that reaches farthest holds; it costs nothing above the article."""
_CAPTION_WORDS = 6
"""Words that a caption must have before a bare "/Name" is read as its credit; a headline may end in "AC/DC"."""
_KEPT_LINE = 80
"""Characters of a line whose reading is remembered: the menus of one outlet's pages are read once."""
_CALL_WORDS = 40
"""Words of the longest call that is known by its first three words though it ends as a sentence."""
_BULLETS = " \t\xa0\u200b\ufeff*•·–—-»›>|▪■●○►▶#+_~^"
_SENTENCE_END = re.compile(r"(?<![.…])[.!?。！？][\"”’'»)\]」]*\s*$")
_INITIALS = re.compile(r"[(\[]\s*[\w*@-]{1,12}(?:\s?[/|,\-]\s?[\w.*-]{1,16}){0,4}\s*[)\]]\.?")
_ENDMARK = re.compile(r"[(\[]?\s*[*#•~_=\-–—]{1,12}\s*[)\]]?")
_NUMBERS = re.compile(r"[\d\s.,:;|/+\-–—%()<>«»‹›]{1,40}[a-z]?", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{3,}|[^\s@]+@[^\s@]+\.[^\s@]{2,}|@\w{2,30}|[\w-]+(?:\.[\w-]+)*\.(?:com|id|co|net|org)(?:/\S*)?"
)
_HASHTAGS = re.compile(r"(?:#\w[\w&'’.\s-]{0,60})+")
_CRUMB = re.compile(r"(?:(?<!\s)\s+)?(?:[»›>→]|\s/\s|\s\|\s)\s*")
_ACCOUNT = re.compile(r"\.com/|[/\s]@\w|^@\w")
_CRUMBS = frozenset("»›>→/|")
_CREDIT = re.compile(r"[(\[]([^()\[\]]{3,90})[)\]]\s*\.?$")
_SLASHED = re.compile(r"[^\s/][^/\n]{1,40}/[^\s/][^/\n]{1,50}")
_PLAIN_SLASH = re.compile(r"\d/\d|https?:|\b[ad]an/atau\b", re.IGNORECASE)
_LABELLED_TAIL = re.compile(r"[.)\s]\s?([^\W\d_]{3,12}): ([^\n.:]{2,40})$")
_NAMED_TAIL = re.compile(r"[a-z]{2}\.[\"”’]?\s((?:[^\W\d_a-z][\w'’-]+\s?){2,4})$")
_LONGEST_CAPTION = 300
_CREDIT_TAIL = re.compile(r"(?<=[\w)\"”’.])\s?/\s?([A-Z][^/\n.!?]{1,40})$")


class Reading(NamedTuple):
    """What a line is, and by which rule.

    `extent` says how far the reading goes: the line alone; a `list` of headlines behind it; or the `foot` of the page,
    with nothing of the article behind it.
    """

    kind: LineKind
    rule: str
    extent: Extent = "line"


def read_line(text: str, language: str = "id") -> Reading | None:
    """The convention that a whole line follows, or None.

    >>> read_line("Baca juga: Pelabuhan Samudra Dibuka Lagi")
    Reading(kind='residue', rule='read-also', extent='line')
    >>> read_line("Foto: Siti Rahma/Antara").kind
    'credit'
    >>> read_line("(srh/bhn)").rule
    'initials'
    >>> read_line("Baca juga aturan itu, kata Siti, agar semua nelayan tahu apa yang kini dilarang di sana.")
    """
    line = text.strip(_BULLETS + "\r\n")
    if not line:
        return Reading("residue", "marks")
    return _read_short(text, language) if len(text) <= _KEPT_LINE else _read(text, line, language)


@lru_cache(maxsize=20_000)
def _read_short(text: str, language: str) -> Reading | None:
    return _read(text, text.strip(_BULLETS + "\r\n"), language)


def _read(text: str, line: str, language: str) -> Reading | None:
    return (
        _by_shape(text.strip(), line)
        or _by_stamp(line, language)
        or _by_table(line)
        or _by_byline(line)
        or _by_credit(line)
    )


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does: one stop, then at most closing marks; "…" cuts a teaser off."""
    return bool(_SENTENCE_END.search(text[-12:]))


def photo_credit(text: str) -> tuple[int, int] | None:
    """Offsets of the photo credit that closes a caption: "(Antara/Siti Rahma)", "…, Senin 5 Mei/Antara"; or None.

    >>> photo_credit("Kapal bersandar (Foto: Siti Rahma)")
    (17, 33)
    """
    match = _CREDIT.search(text)
    if match and not (match[1].islower() and closing_initials(text)) and (_is_credit(match[1]) or is_name(match[1])):
        return match.start(1), match.end(1)
    match = _CREDIT_TAIL.search(text)
    if match and len(text[: match.start()].split()) >= _CAPTION_WORDS:
        return match.start(1), match.end(1)
    match = _NAMED_TAIL.search(text) if len(text) <= _LONGEST_CAPTION else None
    if match and is_name(match[1]) and len(match[1].split()) > 1 and len(text[: match.start()].split()) >= 4:
        return match.start(1), match.end(1)
    match = _LABELLED_TAIL.search(text)
    if match and any(row.rule == "photo" for row in line_head((match[1].casefold(),))):
        return match.start(2), match.end(2)
    return None


def closing_initials(text: str) -> int | None:
    """Where the desk initials behind a paragraph's last sentence begin ("… katanya. (srh/bhn)"), or None.

    >>> closing_initials("Kapal itu selamat. (srh/bhn)")
    19
    """
    at = text.rfind("(", max(0, len(text) - 45))
    at = at if at > 0 else text.rfind("[", max(0, len(text) - 45))
    if at <= 0 or not is_sentence(text[:at].rstrip()):
        return None
    inside = text[at:].strip()
    return at if _INITIALS.fullmatch(inside) or _ENDMARK.fullmatch(inside) else None


def _by_shape(text: str, line: str) -> Reading | None:
    if not any(char.isalnum() for char in line) or _ENDMARK.fullmatch(text):
        return Reading("residue", "marks")
    if len(line) > 300:
        return None
    if _INITIALS.fullmatch(text) and not text[1:-1].strip().isdigit():
        return Reading("byline", "initials")
    if _NUMBERS.fullmatch(line):
        return Reading("residue", "number")
    if _ADDRESS.fullmatch(line):
        return Reading("residue", "address")
    if text.startswith("#") and _HASHTAGS.fullmatch(text):
        return Reading("residue", "tags")
    pieces = _CRUMB.split(line) if not _CRUMBS.isdisjoint(line) else []
    crumbs = len(pieces) >= 3 and not is_sentence(line) and all(len(piece) <= 30 for piece in pieces[:-1])
    return Reading("residue", "breadcrumb") if crumbs and not find_stamps(line) else None


def _by_stamp(line: str, language: str) -> Reading | None:
    """A line of a date, with at most a byline, a place or an outlet beside it."""
    stamps = find_stamps(line, language) if len(line) <= 200 else ()
    if not stamps or is_sentence(line.rstrip(".")):
        return None
    named = read_byline(line)
    if named and any(named):
        return Reading("byline", "byline-date")
    rest = _without(line, stamps)
    words = [word for word in fold_words(rest) if word != "#"]
    timed = any(stamp.has_time for stamp in stamps)
    if len(words) <= (6 if timed else 3):
        return Reading("date", "date-line")
    return None


def _without(line: str, stamps: tuple[Stamp, ...]) -> str:
    kept, at = [], 0
    for stamp in stamps:
        kept.append(line[at : stamp.start])
        at = stamp.end
    return " ".join([*kept, line[at:]])


def _by_table(line: str) -> Reading | None:
    words = fold_words(line)
    if not words:
        return None
    whole = whole_line(words)
    if whole:
        return _reading(min(whole, key=lambda row: _FARTHEST.index(row.where)))
    prose = len(words) >= _PROSE_WORDS and is_sentence(line)
    called = len(words) <= _CALL_WORDS
    for row in line_head(words):
        after = line[end_of_words(line, row.size) :].lstrip("\"”' ")
        labelled = after[:1] in (":", "：") or (after[:1] in "-–—|" and after[1:2] == " ")
        if row.where == "label" and labelled:
            return _reading(row)
        strong = row.size > 2 or (row.size == 2 and phrase_inside(words[2:]) is not None)
        if row.where == "start" and (not is_sentence(line) or (row.size > 1 and not prose) or (strong and called)):
            return _reading(row)
        if row.where == "start" and row.rule in ("provenance", "rights", "cookies", "embed", "copyright"):
            return _reading(row)
    rule = phrase_inside(words) if len(line) <= SHORT_LINE else None
    if rule and (not prose or rule in ("provenance", "copyright")):
        return _reading(LineWord("inside", rule, 0))
    return None


def _reading(row: LineWord) -> Reading:
    extent: Extent = "list" if row.where == "list" else "foot" if row.where == "foot" else "line"
    if row.rule == "provenance":
        return Reading("provenance", "provenance")
    if row.rule == "photo":
        return Reading("credit", "photo-credit")
    if row.rule == "caption":
        return Reading("caption", "caption-label")
    return Reading("residue", row.rule, extent)


def _by_byline(line: str) -> Reading | None:
    if len(line) > 250:
        return None
    if role_alone(line):
        return Reading("byline", "role-word")
    named: Byline | None = read_byline(line)
    if not named or not any(named):
        return None
    if named.others and not (named.writers or named.editors):
        return Reading("credit", "photo-credit")
    return Reading("byline", "byline")


def _by_credit(line: str) -> Reading | None:
    """A photo's credit on its own ("AFP/Siti Rahma"), or a caption that ends in one."""
    if len(line) <= 60 and len(line.split()) <= 6 and _SLASHED.fullmatch(line) and not _PLAIN_SLASH.search(line):
        first, last = line.split("/", 1)
        if _is_media(first) or _is_media(last) or (line.isupper() and is_name(last)):
            return Reading("credit", "photo-credit")
    if len(line) <= 500 and photo_credit(line):
        return Reading("caption", "caption-credit")
    return None


def _is_credit(inside: str) -> bool:
    """Whether the words in a caption's last brackets are a credit: a label, "agency/name", or a known agency."""
    words = fold_words(inside)
    if any(row.rule == "photo" for row in line_head(words)):
        return True
    if _ACCOUNT.search(inside):
        return True
    pieces = [piece.strip() for piece in re.split(r"[/|]", inside)]
    if len(pieces) > 1 and not _PLAIN_SLASH.search(inside):
        return _is_media(pieces[0]) or _is_media(pieces[-1]) or (is_name(pieces[0]) and is_name(pieces[-1]))
    return agency_of(inside.strip()) is not None


def _is_media(name: str) -> bool:
    stripped = name.strip()
    if agency_of(stripped) is not None or outlet_of(stripped) is not None:
        return True
    return any(row.rule == "photo" for row in line_head(fold_words(stripped)))

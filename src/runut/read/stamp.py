"""Marks every stretch of text on a page before parsing, so that the tree says where each of its words stood.

A parser forgets offsets. Here each stretch of text between two tags is replaced by one private character that is its
number; the parser sees tags and numbers only, and whatever it makes of broken markup, every number it keeps leads back
to exact characters of the page. Scripts, styles and comments never reach the parser.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

FIRST_MARK = 0xF0000
"""Private-use characters from here on are the numbers of stretches; text is never handed to the parser itself."""

FILLER = "\0"
"""Stands where something was that prints nothing, not even a space."""

MAX_STRETCHES = 40_000
"""Stretches that are numbered; what follows on a longer page is not read. The longest of 428 real pages has 2,829."""

_DROPPED = re.compile(
    r"<(?:!--|!\[CDATA\[|(script|style|svg|noscript|template|iframe|textarea|title|object|xmp|math)(?=[\s/>]))",
    re.IGNORECASE,
)
_BLANKS = FILLER + " \t\n\r\f\v\u00a0\u2003\u200b\u2028\u3000\ufeff"
_TO_THE_END = frozenset({"script", "style", "textarea", "title", "xmp"})
"""Elements whose content is no markup: without an end tag they swallow the rest of the page, as in browsers."""

_TAG = r"""</?[A-Za-z](?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+(?:>|\Z)"""
"""A tag; a quotation mark opens a value only behind "=". Source: HTML standard, section 13.2.5 (tokenization)."""

_MARKUP = re.compile(rf"(?:{_TAG}|<[!?/][^>]*+(?:>|\Z))(?:[\s\0]*+(?:{_TAG}|<[!?/][^>]*+(?:>|\Z)))*+[\s\0]*+")


@dataclass(frozen=True, slots=True)
class Stamped:
    """A page ready for the parser: markup with numbers for text, and where each numbered stretch stands.

    `clean` is the page with scripts, styles and comments overwritten by `FILLER`, every offset unchanged. `starts` and
    `ends` are offsets in the page, by number; `scripts` the places of `<script>` elements: start of the tag, start and
    end of the content; `title` the place of the `<title>`'s content. `whole` is False where the page had more stretches
    than are numbered.
    """

    clean: str
    markup: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    scripts: tuple[tuple[int, int, int], ...]
    title: tuple[int, int] | None
    whole: bool = True


def stamp_page(page: str) -> Stamped:
    """The page with its text numbered; time grows linearly with its length."""
    clean, scripts, title = _without_dropped(page)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _MARKUP.finditer(clean):
        begin, end = match.span()
        if begin > at and not _is_blank(clean[at:begin]):
            pieces.append(chr(FIRST_MARK + len(starts)))
            starts.append(at)
            ends.append(begin)
        pieces.append(match[0])
        at = end
        if len(starts) >= MAX_STRETCHES - 1:
            break
    if at < len(clean) and not _is_blank(clean[at:]) and len(starts) < MAX_STRETCHES - 1:
        pieces.append(chr(FIRST_MARK + len(starts)))
        starts.append(at)
        ends.append(len(clean))
    markup = "".join(pieces).replace(FILLER, "")
    return Stamped(clean, markup, tuple(starts), tuple(ends), tuple(scripts), title, len(starts) < MAX_STRETCHES - 1)


def _is_blank(text: str) -> bool:
    return not text.strip(_BLANKS)


def _without_dropped(page: str) -> tuple[str, list[tuple[int, int, int]], tuple[int, int] | None]:
    """The page with scripts, styles, comments and their like blanked, every offset unchanged."""
    lowered = page.lower() if len(page.lower()) == len(page) else page
    cuts: list[tuple[int, int]] = []
    scripts: list[tuple[int, int, int]] = []
    title: tuple[int, int] | None = None
    unclosed: set[str] = set()
    at = 0
    while match := _DROPPED.search(page, at):
        name = (match[1] or match[0]).lower()
        begin = at = match.end()
        if name in unclosed:
            continue
        inner, end = _closing(lowered, name, begin)
        if inner < 0:
            if name not in _TO_THE_END:
                unclosed.add(name)
                continue
            inner = end = len(page)
        if name == "script":
            scripts.append((match.start(), min(_after_tag(page, begin, inner), inner), inner))
        elif name == "title" and title is None:
            title = (min(_after_tag(page, begin, inner), inner), inner)
        cuts.append((match.start(), end))
        at = end
    return _blank(page, cuts), scripts, title


def _closing(lowered: str, name: str, begin: int) -> tuple[int, int]:
    """Where the content of a dropped element ends and where its end tag ends, or (-1, -1)."""
    if name == "<!--":
        if lowered.startswith((">", "->"), begin):
            end = lowered.index(">", begin) + 1
            return end, end
        inner = lowered.find("-->", begin)
        return (inner, inner + 3) if inner >= 0 else (-1, -1)
    if name == "<![cdata[":
        inner = lowered.find("]]>", begin)
        return (inner, inner + 3) if inner >= 0 else (-1, -1)
    inner = lowered.find(f"</{name}", begin)
    if inner < 0:
        return -1, -1
    end = lowered.find(">", inner)
    return inner, end + 1 if end >= 0 else len(lowered)


def _after_tag(page: str, begin: int, limit: int) -> int:
    end = page.find(">", begin, limit)
    return end + 1 if end >= 0 else limit


def _blank(page: str, cuts: list[tuple[int, int]]) -> str:
    if not cuts:
        return page
    pieces = [page[: cuts[0][0]]]
    for (begin, end), (after, _) in pairwise([*cuts, (len(page), 0)]):
        pieces.append(FILLER * (end - begin))
        pieces.append(page[end:after])
    return "".join(pieces)

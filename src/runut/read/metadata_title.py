"""The title: the heading on the page that the page's own metadata name, as printed."""

import re
from collections.abc import Sequence

from runut.read.blocks import Tree
from runut.read.boxes import Block
from runut.read.metadata_head import Head

_SUFFIX = re.compile(r"(?<!\s)\s+(?:[|•·»]|[-–—]|::?)\s+[^|•·»]{1,60}$")
_SPLIT = re.compile(r"(?<!\s)\s+(?:[|•·»]|[-–—]|::?)\s+")
_MARKS = re.compile(r"[\W_]+")
_HEADINGS = ("h1", "h2", "h3")
_LONGEST_TITLE = 400


def fold(text: str) -> str:
    """Letters and digits alone, in lower case; for comparing two printings of one line."""
    return _MARKS.sub("", text.casefold())


def stated_titles(head: Head) -> list[str]:
    """Titles that the page states of itself, the likeliest as printed first."""
    stated = [head.jsonld.first("headline"), head.meta("og:title"), head.meta("twitter:title", "title", "dc.title")]
    stated += [head.title, head.jsonld.first("name")]
    return [" ".join(title.split()) for title in stated if title.strip()]


def find_title(tree: Tree, head: Head) -> tuple[str | None, int]:
    """The title and the number of the block that prints it (-1 where none does)."""
    stated = stated_titles(head)
    folded = [fold(title) for title in stated]
    best, best_score = -1, 0.0
    for number, block in enumerate(tree.blocks):
        if len(block.text) > _LONGEST_TITLE:
            continue
        score = _title_score(tree, block, folded)
        if score > best_score:
            best, best_score = number, score
    if best >= 0:
        return tree.blocks[best].text, best
    return (_without_suffix(stated, head) if stated else None), -1


def _title_score(tree: Tree, block: Block, stated: Sequence[str]) -> float:
    """How surely a block is the title, 0 to about 4."""
    own = fold(block.text)
    if len(own) < 4:
        return 0.0
    likeness = max((_likeness(own, other) for other in stated), default=0.0)
    heading = block.tag == "h1" or "title" in tree.boxes[block.box].own
    if likeness < 0.5 and not (block.tag == "h1" and len(own) > 14):
        return 0.0
    score = 2 * likeness + (1.0 if heading else 0.4 if block.tag in _HEADINGS else 0.0)
    if block.link_share > 0.8 or not {"nav", "related", "sidebar", "footer"}.isdisjoint(tree.roles[block.box]):
        score -= 1.0
    return score if score >= 1.0 else 0.0


def _likeness(own: str, other: str) -> float:
    """1 for equal, less where one holds the other."""
    if own == other:
        return 1.0
    if len(own) >= 12 and own in other:
        return max(0.5, len(own) / len(other))
    if len(other) >= 12 and other in own:
        return max(0.5, len(other) / len(own))
    return 0.0


def _without_suffix(stated: Sequence[str], head: Head) -> str:
    """The first stated title; a suffix that other stated titles lack, or that names the outlet, is cut."""
    first = stated[0]
    sites = {fold(name) for name in (head.meta("og:site_name"), head.meta("application-name")) if name}
    match = _SUFFIX.search(first)
    if match:
        suffix = fold(_SPLIT.split(match[0])[-1])
        shorter = first[: match.start()]
        if suffix in sites or any(fold(other) == fold(shorter) for other in stated[1:]):
            return shorter
    return first

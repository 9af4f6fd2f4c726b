"""Which blocks are the article's body: a cascade of opinions; the one that decides is recorded.

1. `stated`: the page's own `articleBody` (JSON-LD), where most of it is found on the page.
2. `density`: the box that holds most of the page's prose, furniture left out.
3. `captions`: on a page without prose, the captions of its pictures.

Either way the body is a stretch of blocks inside one box; what stands in it and is none of the article is sorted out
line by line afterwards.
"""

from collections.abc import Sequence
from itertools import pairwise

from runut.read.blocks import Tree
from runut.read.body_boxes import OUTSIDE, BoxTree
from runut.read.boxes import Block, prose_weight
from runut.read.metadata_head import Head
from runut.read.metadata_title import fold

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SHORTEST_STATED = 250
"""Letters that an `articleBody` must have to be believed; shorter ones are teasers."""

_FOUND = 0.7
"""Share of the stated body that must be found on the page; the rest may be lists, tweets or cut lines."""

_MOST_PROSE = 0.4
"""Share of the densest box's prose that the stated body must be; a summary of a long read is less."""

_COMPLETE = 0.9
"""Share of the stated body found from which nothing behind its last block is taken."""

_LEAD_LEVELS = 5
_LEAD_CHARS = 80
LEAD_NOT = frozenset({"caption", "credit", "summary", "byline", "date", "related", "title", "embed", "gallery"})
_DESCRIBED = 3.0
"""Weight of a block that opens as the page's description does: descriptions are mostly cut from the first lines."""

_BEFORE_TITLE = 0.2
_TWIN = 0.15
"""Share of the prose from which a sibling box of the same name is another piece of the same article."""

_HEAVY = 0.6
"""Share of its parent's prose that a box must hold to be looked into; the rest are sections beside it."""


def choose_blocks(tree: Tree, head: Head, title: int) -> tuple[list[bool], str]:
    """For each block whether it is part of the article's body, and the name of the opinion that decided.

    Args:
        tree: the page's blocks.
        head: the page's own statements.
        title: number of the block that prints the title, -1 where none does.
    """
    boxes = BoxTree(tree, title)
    weights = _weights(tree, boxes, head, title)
    if not any(weights):
        captions = [
            number > title and boxes.allowed(number) and "caption" in tree.roles[block.box]
            for number, block in enumerate(tree.blocks)
        ]
        return captions, "captions"
    end = len(tree.blocks)
    container, rule = _container(boxes, weights, title), "density"
    stated, share = _stated_blocks(tree, boxes, head)
    if stated and sum(weights[number] for number in stated) >= _MOST_PROSE * boxes.sums(weights)[container]:
        container, rule = boxes.around(stated[0], stated[-1]), "stated"
        end = stated[-1] + 1 if share >= _COMPLETE else end
    begin = title + 1 if title >= 0 else 0
    if begin and sum(weights[:begin]) > sum(weights[begin:]):
        begin = 0
    keep = [
        begin <= number < end and boxes.allowed(number) and boxes.is_inside(block, container)
        for number, block in enumerate(tree.blocks)
    ]
    if True in keep:
        _add_lead(tree, boxes, weights, keep, title)
    return trim_ends(tree.blocks, keep), rule


def _add_lead(tree: Tree, boxes: BoxTree, weights: Sequence[float], keep: list[bool], title: int) -> None:
    """Keep prose between the title and the body too: a first paragraph that stands in a box of its own."""
    first = keep.index(True)
    if title < 0:
        return
    near = set(list(tree.within(tree.blocks[first]))[1:_LEAD_LEVELS])
    for number in range(title + 1, first):
        block = tree.blocks[number]
        roles = tree.roles[block.box]
        if weights[number] and LEAD_NOT.isdisjoint(roles) and near.intersection(tree.within(block)):
            keep[number] = len(block.text) >= _LEAD_CHARS


def _weights(tree: Tree, boxes: BoxTree, head: Head, title: int) -> list[float]:
    described = fold(head.meta("og:description", "description", "twitter:description"))[:40]
    weights: list[float] = []
    for number, block in enumerate(tree.blocks):
        amount = prose_weight(block) if boxes.allowed(number) else 0.0
        if amount and number < title:
            amount *= _BEFORE_TITLE
        if amount and len(described) >= 30 and described in fold(block.text[:200]):
            amount *= _DESCRIBED
        weights.append(amount)
    return weights


def _stated_blocks(tree: Tree, boxes: BoxTree, head: Head) -> tuple[list[int], float]:
    """The blocks found in the stated body and the share of it they are; [] where none can be trusted."""
    stated = fold(head.jsonld.body())
    if len(stated) < _SHORTEST_STATED:
        return [], 0.0
    found: list[int] = []
    seen = 0
    for number, block in enumerate(tree.blocks):
        letters = fold(block.text) if boxes.allowed(number) and len(block.text) >= 40 else ""
        if len(letters) >= 30 and letters in stated:
            seen += len(letters)
            found.append(number)
    return (found if seen >= _FOUND * len(stated) else []), seen / len(stated)


def _container(boxes: BoxTree, weights: Sequence[float], title: int) -> int:
    """The box that holds the article's prose."""
    sums = boxes.sums(weights)
    at = boxes.article_of(title, sums)
    while True:
        below = boxes.children(at)
        heavy = max(below, key=lambda number: sums[number], default=-1)
        if heavy < 0 or sums[heavy] < _HEAVY * sums[at] or boxes.tag(heavy) in ("p", "li", "blockquote"):
            return at
        if any(sums[other] >= _TWIN * sums[at] for other in boxes.twins(heavy)):
            return at
        at = heavy


def trim_ends(blocks: Sequence[Block], keep: Sequence[bool]) -> list[bool]:
    """Without headings and bare links at the end that no prose follows."""
    out = list(keep)
    kept = [number for number, flag in enumerate(keep) if flag]
    for number in reversed(kept):
        block = blocks[number]
        if block.tag not in HEADINGS and block.link_share < 0.8:
            break
        out[number] = False
    for number, after in pairwise(kept):
        if blocks[number].tag in HEADINGS and blocks[number].link_share > 0.8 and blocks[after].link_share > 0.8:
            out[number] = False
    return out


__all__ = ["HEADINGS", "OUTSIDE", "choose_blocks", "trim_ends"]

"""Which blocks are the article: a cascade of opinions; the one that decides is recorded."""

from collections.abc import Sequence

from runut.read.blocks import Block, Tree, prose_weight
from runut.read.metadata_head import Head

OUTSIDE = frozenset({"nav", "footer", "comment", "ad", "form", "share", "tags", "paging", "bio"})


def weight(tree: Tree, block: Block) -> float:
    """How much a block looks like an article's prose: 0 in the page's furniture."""
    return 0.0 if not OUTSIDE.isdisjoint(tree.roles[block.box]) else prose_weight(block)


def find_container(tree: Tree) -> int:
    """The box that holds the article's prose, by weight; -1 where the page has none."""
    sums = [0.0] * len(tree.boxes)
    own = [0.0] * len(tree.boxes)
    for block in tree.blocks:
        amount = weight(tree, block)
        if amount:
            own[block.box] += amount
            for box in tree.within(block):
                sums[box] += amount
    if not any(sums):
        return -1
    children: dict[int, list[int]] = {}
    for number, parent in enumerate(box.parent for box in tree.boxes):
        children.setdefault(parent, []).append(number)
    at = max(children.get(-1, [0]), key=lambda number: sums[number])
    while True:
        below = children.get(at, [])
        heavy = max(below, key=lambda number: sums[number], default=None)
        if heavy is None or sums[heavy] < 0.6 * sums[at] or tree.boxes[heavy].tag in ("p", "li"):
            return at
        at = heavy


def choose_blocks(tree: Tree, head: Head, title: int) -> tuple[list[bool], str]:
    """For each block whether it is part of the article's body, and the name of the opinion that decided."""
    container = find_container(tree)
    if container < 0:
        return [False] * len(tree.blocks), "none"
    keep = [container in tree.within(block) and OUTSIDE.isdisjoint(tree.roles[block.box]) for block in tree.blocks]
    return trim_headings(tree.blocks, keep), "density"


def trim_headings(blocks: Sequence[Block], keep: list[bool]) -> list[bool]:
    """Without headings that no kept prose follows before the next heading."""
    out = list(keep)
    follows = False
    for at in range(len(blocks) - 1, -1, -1):
        if not keep[at]:
            continue
        heading = blocks[at].tag in ("h1", "h2", "h3", "h4", "h5", "h6")
        if heading and not follows:
            out[at] = False
        follows = not heading if not heading else False
    return out

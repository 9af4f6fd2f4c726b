"""Who does it: two sentences that tell the same deed of two different doers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.occasion import dated
from runut.compare.same_name import kind_at, may_be_one
from runut.compare.stretches import Piece, Stretch
from runut.records.spans import Span
from runut.records.statements import Statement

LEAST_REST = 0.4
"""Share of the lighter predicate's weight that the other must hold; two deeds of two actors share less."""
LEAST_WEIGHT = 5.0
FIRST = 2
"""Pieces at the head of a reported clause within which its doer stands."""
ACTORS = ("person", "organisation", "place")


@dataclass(frozen=True, slots=True)
class _Deed:
    statement: Statement
    doer: Piece
    rest: dict[str, float]
    names: frozenset[str]
    when: tuple[tuple[str, str], ...]


def agents_differ(material: Material, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """Reported clauses of one speaker and one time with the same predicate, whose doers cannot be one."""
    by_sentence = {(stretch.article, stretch.span.start): stretch for stretch in stretches}
    deeds = []
    for statement in material.statements:
        sentence = material.sentence_of(statement.content)
        stretch = by_sentence.get((sentence.article, sentence.start))
        if stretch and statement.form == "indirect":
            deed = _deed(material, statement, stretch)
            if deed:
                deeds.append(deed)
    for left, right in combinations(deeds, 2):
        if _are_one_deed(material, left, right):
            yield _difference(material, left, right)


def _deed(material: Material, statement: Statement, stretch: Stretch) -> _Deed | None:
    inside = [p for p in stretch.pieces if statement.content.start <= p.start < statement.content.end]
    doer = next((piece for piece in inside[:FIRST] if piece.kind == "name"), None)
    if doer is None or kind_at(material, doer) not in ACTORS:
        return None
    rest = {p.key: p.weight for p in inside if p.kind in ("word", "name") and p.key != doer.key}
    names = frozenset(piece.key for piece in inside if piece.kind == "name")
    return _Deed(statement, doer, rest, names, tuple(dated(stretch)))


def _are_one_deed(material: Material, left: _Deed, right: _Deed) -> bool:
    """Whether two clauses tell one deed, by their words and their one time, with doers that exclude each other."""
    where = left.statement.content.article, right.statement.content.article
    if where[0] == where[1] or not left.when or left.when != right.when:
        return False
    if left.doer.key in right.names or right.doer.key in left.names:
        return False
    voices = material.voices[left.statement.id], material.voices[right.statement.id]
    if not voices[0].keys or voices[0].keys != voices[1].keys:
        return False
    both = sum(weight for key, weight in left.rest.items() if key in right.rest)
    lighter = min(sum(left.rest.values()), sum(right.rest.values()))
    if both < LEAST_WEIGHT or both < LEAST_REST * lighter:
        return False
    printed = _shown(material, left), _shown(material, right)
    return not may_be_one(material, left.doer, right.doer, printed)


def _span(deed: _Deed) -> Span:
    return Span(deed.statement.content.article, deed.doer.start, deed.doer.end)


def _shown(material: Material, deed: _Deed) -> str:
    return material.text(_span(deed))


def _difference(material: Material, left: _Deed, right: _Deed) -> Difference:
    shown = _shown(material, left), _shown(material, right)
    return Difference(
        kind="actor",
        tier="B",
        severity="critical",
        rule="doer-differs",
        slot=material.voices[left.statement.id].name or "",
        left=left.doer.key,
        right=right.doer.key,
        shown=shown,
        spans=(_span(left), _span(right)),
        values=(material.voices[left.statement.id].name or "", *shown),
    )

"""The same words with another speaker, or credited to another agency or outlet."""

from collections.abc import Iterator, Sequence

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.compare.pairs import Pair
from runut.compare.same_name import alike
from runut.compare.stretches import story_scale
from runut.knowledge.world import agency_of, outlet_of
from runut.records.claims import Claim
from runut.records.spans import Span
from runut.records.statements import Statement
from runut.text.names import name_sequence

SAME_WORDS = 0.7
"""Likeness of word order from which two quotations are the same words; formulas of thanks reach .6."""
SAME_REPORT = 0.9
"""The same for words that one side reports without quotation marks: a paraphrase has fewer ways to be a coincidence."""
PART_ORDER, PART_HELD = 0.65, 0.9
"""Likeness of word order, and share of the shorter report held by the longer, from which a report of one person is a
part of the other's: the longer one says besides where it is from."""
BESIDE = 120
"""Characters between what is said and the name of its speaker up to which both are shown as one."""
LONG_ENOUGH = 12.0
"""Weight that two quotations must share: six or so rare words, so that set phrases of many speakers do not meet."""


def attribution_differs(material: Material, claims: Sequence[Claim], pairs: Sequence[Pair]) -> Iterator[Difference]:
    """Words given to two speakers, and quotations that two pages credit to two agencies or outlets."""
    statements = {statement.id: statement for statement in material.statements}
    scale = story_scale(material)
    people = {
        entity.id
        for found in material.findings
        for entity in found.entities
        if entity.kind == "person" and len(name_sequence(entity.name)) > 1
    }
    for pair in pairs:
        left, right = statements[pair.left], statements[pair.right]
        if left.content.article == right.content.article or pair.weight * scale < LONG_ENOUGH:
            continue
        if pair.fit == "other" and _are_same_words(pair, left, right, people) and _are_two(left, right):
            yield _speakers(left, right)
    for claim in claims:
        members = [statements[id] for id in claim.statements if statements[id].quotes]
        yield from _agencies(members, claim.id)


def _are_same_words(pair: Pair, left: Statement, right: Statement, people: set[str]) -> bool:
    """Whether two statements are the same words, or one person's report a part of another person's."""
    if left.quotes and right.quotes:
        return pair.order >= SAME_WORDS
    persons = all(one.speaker is not None and one.speaker.entity in people for one in (left, right))
    part = persons and pair.held >= PART_HELD and pair.order >= PART_ORDER
    return part or pair.order >= SAME_REPORT


def _are_two(left: Statement, right: Statement) -> bool:
    """Whether both speakers are named beside their words, and no name of one may be the other's."""
    if not left.speaker or not right.speaker or left.speaker.how != "named" or right.speaker.how != "named":
        return False
    if left.speaker.entity is None or right.speaker.entity is None:
        return False
    mine, other = (left.speaker.name, *left.speaker.names), (right.speaker.name, *right.speaker.names)
    return not any(alike(a, b) for a in mine for b in other)


def _speakers(left: Statement, right: Statement) -> Difference:
    assert left.speaker and right.speaker
    shown = (left.speaker.name, right.speaker.name)
    return Difference(
        kind="attribution",
        tier="B",
        severity="medium",
        rule="other-speaker",
        slot=min(left.content, right.content).article,
        left=shown[0],
        right=shown[1],
        shown=shown,
        spans=(_with_speaker(left), _with_speaker(right)),
        values=shown,
    )


def _with_speaker(statement: Statement) -> Span:
    """What is said and the name beside it."""
    content, name = statement.content, statement.speaker.span if statement.speaker else None
    if name is None or max(name.start - content.end, content.start - name.end) > BESIDE:
        return content
    return Span(content.article, min(content.start, name.start), max(content.end, name.end))


def _agencies(members: Sequence[Statement], claim: str) -> Iterator[Difference]:
    """Members of one claim whose pages credit different agencies or outlets."""
    credited: list[tuple[str, Span]] = []
    for statement in members:
        for link in statement.chain:
            known = agency_of(link.who) or outlet_of(link.who)
            if known and link.adds_origin:
                credited.append((known.name, link.span or statement.content))
                break
    for at, (agency, span) in enumerate(credited):
        for other, where in credited[at + 1 :]:
            if agency != other and span.article != where.article:
                yield Difference(
                    kind="attribution",
                    tier="C",
                    severity="low",
                    rule="other-agency",
                    slot=claim,
                    left=agency,
                    right=other,
                    shown=(agency, other),
                    spans=(span, where),
                    values=(agency, other),
                    claim=claim,
                )

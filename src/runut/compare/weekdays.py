"""Dates that cannot be: a weekday beside a date that falls on another, a day that no month has. Provable."""

import re
from collections.abc import Iterator

from runut.compare.difference import Difference
from runut.compare.material import Material
from runut.records.marks import TimeExpression
from runut.records.notes import Reason

PROOFS = {"weekday-mismatch": "weekday-against-date", "impossible-date": "no-such-date"}
"""Flags of a time expression that prove a contradiction within it, and the rule that says so."""
_DATE_LIKE = re.compile(r"\D*\d{1,2}(?:\s?[^\W\d_]{3,}|[./-]\d{1,2}[./-]\d{4})\D*(?:\d{4})?\D*")
"""What an impossible date must look like to be one: a day and a month's name, or three numbers with a year. Two bare
numbers, or three digits before a month, are as often a score, a share or a milestone."""


def weekdays_differ(material: Material) -> Iterator[Difference]:
    """Each expression of time that contradicts itself, with the reading that its page and its siblings support."""
    for findings in material.findings:
        for time in findings.times:
            for flag in time.flags:
                if flag in PROOFS and _is_proof(material, time, flag):
                    yield _difference(material, time, PROOFS[flag])


def _is_proof(material: Material, time: TimeExpression, flag: str) -> bool:
    text = material.article[time.span.article].text
    glued = time.span.start > 0 and text[time.span.start - 1] in "+-/.,:"
    return flag == "weekday-mismatch" or (not glued and _DATE_LIKE.fullmatch(material.text(time.span)) is not None)


def _difference(material: Material, time: TimeExpression, rule: str) -> Difference:
    printed = material.text(time.span)
    because = [Reason("reads-as", (time.value or "", time.because), (time.span,))] if time.value else []
    siblings = _siblings(material, time)
    if siblings:
        spans = tuple(sorted(sibling.span for sibling in siblings))
        because.append(Reason("siblings-date", (time.value or "", str(len(siblings))), spans))
    return Difference(
        kind="weekday" if rule == "weekday-against-date" else "date",
        tier="A",
        severity="high",
        rule=rule,
        slot="",
        left=printed,
        right=printed,
        shown=(printed, printed),
        spans=(time.span, time.span),
        values=(printed, time.value or "", time.because),
        because=tuple(because),
    )


def _siblings(material: Material, time: TimeExpression) -> list[TimeExpression]:
    """Expressions of other articles that name the same day without contradicting themselves, one for each article."""
    found: dict[str, TimeExpression] = {}
    for findings in material.findings:
        for other in findings.times:
            same = other.grain == "day" and other.first == time.first and not other.flags and time.first
            if same and findings.article != time.span.article:
                found.setdefault(findings.article, other)
    return [found[article] for article in sorted(found)]

"""The section of what was said: speakers, their claims, each outlet's rendering with the words that differ marked."""

from collections.abc import Iterator

from runut.present.lines import make_line
from runut.present.sheet import ClaimBlock, Rendering, Segment, SpeakerBlock
from runut.present.telling import Telling
from runut.present.wording import fill
from runut.records.claims import Claim, Relation
from runut.records.dossier import Line
from runut.records.notes import Reason
from runut.records.spans import Span
from runut.records.statements import Statement

STATUS_ORDER = ("contested", "corroborated", "copied", "single-origin")


def speaker_blocks(told: Telling) -> tuple[SpeakerBlock, ...]:
    """Speakers with most claims of several outlets first; claims without a known speaker last."""
    by_speaker: dict[str, list[Claim]] = {}
    for claim in told.comparison.claims:
        by_speaker.setdefault(claim.speaker or "", []).append(claim)
    order = sorted(by_speaker, key=lambda name: (not name, *_weight(by_speaker[name]), name))
    blocks, number = [], 0
    for name in order:
        claims = sorted(by_speaker[name], key=_claim_order)
        made = []
        for claim in claims:
            number += 1
            made.append(_claim_block(told, claim, number))
        role = told.roles.get(name, "")
        blocks.append(SpeakerBlock(name or told.label("speaker-unknown"), role, tuple(made)))
    return tuple(blocks)


def _weight(claims: list[Claim]) -> tuple[int, int]:
    return -sum(claim.outlets > 1 for claim in claims), -len(claims)


def _claim_order(claim: Claim) -> tuple[int, int, int, str, int]:
    return -claim.outlets, -claim.origins.high, STATUS_ORDER.index(claim.status), claim.gist.article, claim.gist.start


def _claim_block(told: Telling, claim: Claim, number: int) -> ClaimBlock:
    gist = told.text(claim.gist)
    statements = sorted((told.statement[id] for id in claim.statements), key=lambda s: _place(told, claim, s))
    renderings = tuple(_rendering(told, claim, statement) for statement in statements)
    return ClaimBlock(
        line=make_line(told, "said", gist, (claim.gist,), (claim.id,)),
        id=claim.id,
        number=number,
        gist=gist,
        language=told.article[claim.gist.article].language,
        status=claim.status,
        status_label=told.label(status_key(claim)),
        counts=_counts(told, claim),
        why=tuple(dict.fromkeys(told.say(reason) for reason in claim.origins.because)),
        renderings=renderings,
        notes=tuple(_notes(told, claim)),
    )


def status_key(claim: Claim) -> str:
    """The key of the label for a claim's status; one that may have more origins than one is not called single."""
    unsure = claim.status == "single-origin" and claim.origins.high > 1
    return "status-unsure" if unsure else f"status-{claim.status}"


def _counts(told: Telling, claim: Claim) -> str:
    """Outlets, and for several of them the origins that it was said and that it is so."""
    origins = (
        span_of_counts(claim.origins.low, claim.origins.high),
        span_of_counts(claim.holds.low, claim.holds.high),
    )
    key = "claim-counts" if claim.outlets > 1 else "claim-count"
    return fill(told.label(key), (str(claim.outlets), *origins), told.interface)


def span_of_counts(low: int, high: int) -> str:
    """One number where both are equal ("2"), else both ("1–2")."""
    return str(low) if low == high else f"{low}–{high}"


def _place(told: Telling, claim: Claim, statement: Statement) -> tuple[bool, int, int]:
    """The gist first, then in the order of the pages."""
    at = next(n for n, article in enumerate(told.articles) if article.id == statement.content.article)
    return statement.content != claim.gist, at, statement.content.start


def _rendering(told: Telling, claim: Claim, statement: Statement) -> Rendering:
    article = statement.content.article
    text = told.text(statement.content)
    chain = tuple(dict.fromkeys(link.who for link in told.chain(statement)))
    note = ""
    if statement.speaker and statement.speaker.name not in (claim.speaker, None):
        whole = told.entity.get(statement.speaker.entity or "")
        if whole is None or whole.name != claim.speaker:
            note = statement.speaker.name
    return Rendering(
        line=make_line(told, "said", _quoted(statement, text), (statement.content,), (claim.id, statement.id)),
        statement=statement.id,
        outlet=told.outlet(article),
        chain=chain,
        language=told.article[article].language,
        quoted=statement.form == "direct",
        segments=tuple(_segments(told, statement, _differing(claim, statement))),
        note=note,
    )


def _quoted(statement: Statement, text: str) -> str:
    return f"“{text}”" if statement.form == "direct" else text


def _differing(claim: Claim, statement: Statement) -> list[Span]:
    """Words of a rendering that its nearest related one has otherwise; the gist's relation is preferred."""
    best: Relation | None = None
    for relation in claim.relations:
        if statement.id in (relation.left, relation.right) and (best is None or relation.score > best.score):
            best = relation
    if best is None:
        return []
    left = best.left == statement.id
    sides = [one.left if left else one.right for one in best.differences]
    return [side for side in sides if side is not None]


def _segments(told: Telling, statement: Statement, differing: list[Span]) -> Iterator[Segment]:
    text, content = told.article[statement.content.article].text, statement.content
    at = content.start
    for span in sorted(differing):
        start, end = max(span.start, at), min(span.end, content.end)
        if start >= end:
            continue
        if start > at:
            yield Segment(text[at:start])
        yield Segment(text[start:end], differs=True)
        at = end
    if at < content.end:
        yield Segment(text[at : content.end])


def _notes(told: Telling, claim: Claim) -> Iterator[Line]:
    """What a copy dropped, and what another outlet completes."""
    for dropped in claim.dropped:
        values = (told.outlet(dropped.article), told.label(f"dropped-{dropped.what}"), told.text(dropped.span))
        yield make_line(told, "said", told.say(Reason("dropped", values)), (dropped.span,), (claim.id,))
    for gain in claim.gains:
        unnamed, named = told.statement.get(gain.unnamed), told.statement.get(gain.named)
        if unnamed is None or named is None:
            continue
        says = fill(told.label("gain"), _gain_values(told, unnamed, named), told.interface)
        because = " ".join(told.say(reason) for reason in gain.because)
        yield make_line(told, "said", f"{says} {because}".strip(), (named.content, unnamed.content), (claim.id,))


def _gain_values(told: Telling, unnamed: Statement, named: Statement) -> tuple[str, ...]:
    return (
        told.outlet(named.content.article),
        named.speaker.name if named.speaker else "",
        told.outlet(unnamed.content.article),
        unnamed.speaker.name if unnamed.speaker else told.label("speaker-unknown"),
    )

"""Comparing the articles of one story, from first to last."""

from collections.abc import Sequence

from runut.compare.claims import make_claims
from runut.compare.conflicts import find_conflicts
from runut.compare.gaps import find_gaps
from runut.compare.grouping import group_statements
from runut.compare.happenings import common_commitments, common_events
from runut.compare.material import lay_out
from runut.compare.pairs import lexical_pairs, with_meaning
from runut.compare.timeline import make_timeline
from runut.compare.verdicts import contest_claims, judged_groups, without_false_alarms
from runut.ports import Embedder
from runut.records.article import Article
from runut.records.claims import Comparison
from runut.records.findings import Findings
from runut.records.groups import ReusePair, Story
from runut.records.notes import Judgement


def compare_story(
    story: Story,
    articles: Sequence[Article],
    findings: Sequence[Findings],
    reuse: Sequence[ReusePair],
    embedder: Embedder,
    judgements: Sequence[Judgement] = (),
) -> Comparison:
    """Claims with their origins, conflicts, timeline, events, commitments and gaps of one story.

    Args:
        story: which articles belong together.
        articles: those articles, in any order; all spans of the result are offsets in their `text`.
        findings: what was recognised in them, in any order.
        reuse: pairs of these articles that share text.
        embedder: asked only about pairs of statements in two languages.
        judgements: people's verdicts in force, oldest first; they are applied last and nothing overrides them.
    """
    material = lay_out(articles, findings)
    pairs = with_meaning(material, lexical_pairs(material), embedder)
    groups = judged_groups(group_statements([s.id for s in material.statements], pairs), judgements)
    claims = make_claims(material, groups, pairs, reuse, judgements)
    conflicts, agreements = find_conflicts(material, claims, pairs, reuse)
    conflicts = without_false_alarms(conflicts, judgements)
    claims = contest_claims(claims, conflicts)
    events = common_events(material)
    commitments = common_commitments(material, claims)
    return Comparison(
        story=story.id,
        entities=material.entities,
        claims=claims,
        conflicts=conflicts,
        agreements=agreements,
        timeline=make_timeline(material, events, claims, reuse),
        events=events,
        commitments=commitments,
        gaps=find_gaps(material, claims, events),
    )

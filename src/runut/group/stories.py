"""Signatures → stories: articles that tell one happening, inside the running matter they belong to."""

from collections.abc import Iterable, Sequence

from runut.group.likeness import likenesses
from runut.group.linkage import link_groups
from runut.records.groups import Signature, Story
from runut.records.ids import make_id

STORY, STORYLINE = 0.30, 0.17


def tell_stories(signatures: Iterable[Signature]) -> tuple[Story, ...]:
    """Every article in exactly one story, stories by day and id, a story's articles by day and id.

    A story is named after its earliest article, a storyline after the earliest article of its stories.
    """
    ordered = sorted(signatures, key=_order)
    pairs = likenesses(ordered)
    stories = link_groups(len(ordered), [(p.left, p.right, p.story) for p in pairs], STORY)
    lines = link_groups(len(ordered), [(p.left, p.right, p.storyline) for p in pairs], STORYLINE, stories)
    of_line = {member: line[0] for line in lines for member in line}
    return tuple(_story([ordered[member] for member in group], ordered[of_line[group[0]]]) for group in stories)


def _order(signature: Signature) -> tuple[bool, str, str]:
    return signature.day is None, signature.day or "", signature.article


def _story(members: Sequence[Signature], earliest: Signature) -> Story:
    days = sorted(member.day for member in members if member.day)
    return Story(
        id=make_id("sy", members[0].article),
        storyline=make_id("sl", earliest.article),
        articles=tuple(member.article for member in members),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )

"""Signatures → stories: articles that tell one happening, inside the running matter they belong to."""

from collections.abc import Iterable, Sequence

from runut.group.crossings import crossings
from runut.group.days import day_number
from runut.group.likeness import likenesses
from runut.group.linkage import Edge, link_groups
from runut.records.groups import Signature, Story
from runut.records.ids import make_id

STORYLINE = 0.15
"""Mutual likeness from which articles belong to one running matter."""
STORY = 0.6
"""Mutual likeness from which articles of a much-told matter tell one happening."""
SMALL, LARGE = 7, 10
"""A matter told by up to seven articles is one story if it is told within `SHORT_DAYS`; with more articles the likeness
asked for rises, up to ten. What a handful of pages tell is seldom worth dividing; a matter followed by everybody
falls apart into its happenings."""
SHORT_DAYS = 3


def tell_stories(signatures: Iterable[Signature]) -> tuple[Story, ...]:
    """Every article in exactly one story, stories by day and id, a story's articles by day and id.

    A story is named after its earliest article, a storyline after the earliest article of its stories.
    """
    ordered = sorted(signatures, key=_order)
    edges = [*likenesses(ordered), *crossings(ordered)]
    lines = link_groups(range(len(ordered)), edges, STORYLINE)
    inside: dict[int, list[Edge]] = {line[0]: [] for line in lines}
    line_of = {member: line[0] for line in lines for member in line}
    for edge in edges:
        if line_of[edge[0]] == line_of[edge[1]]:
            inside[line_of[edge[0]]].append(edge)
    told = [
        _story([ordered[member] for member in group], ordered[line[0]])
        for line in lines
        for group in _divide(line, inside[line[0]], ordered)
    ]
    return tuple(sorted(told, key=lambda story: (story.first is None, story.first or "", story.articles)))


def _divide(line: tuple[int, ...], edges: Sequence[Edge], ordered: Sequence[Signature]) -> list[tuple[int, ...]]:
    """The stories of a storyline, as groups of its members."""
    if len(line) <= SMALL and _days_told([ordered[member] for member in line]) <= SHORT_DAYS:
        return [line]
    share = min(1.0, max(0.0, (len(line) - SMALL) / (LARGE - SMALL)))
    return link_groups(line, edges, STORYLINE + share * (STORY - STORYLINE))


def _days_told(members: Sequence[Signature]) -> int:
    days = sorted(number for member in members if (number := day_number(member.day)) is not None)
    return days[-1] - days[0] if days else 0


def _order(signature: Signature) -> tuple[bool, str, str]:
    return day_number(signature.day) is None, signature.day or "", signature.article


def _story(members: Sequence[Signature], earliest: Signature) -> Story:
    days = sorted(member.day for member in members if member.day and day_number(member.day))
    return Story(
        id=make_id("sy", members[0].article),
        storyline=make_id("sl", earliest.article),
        articles=tuple(member.article for member in members),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )

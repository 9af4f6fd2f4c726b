"""Where versions differ: every way of finding that, gathered to one list of conflicts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from runut.compare.agents_differ import agents_differ
from runut.compare.ages_differ import ages_differ
from runut.compare.agreements import find_agreements
from runut.compare.aligned import align_sentences
from runut.compare.attribution_differs import attribution_differs
from runut.compare.clocks_differ import clocks_differ
from runut.compare.contrasts_differ import contrasts_differ, without_repeats
from runut.compare.counts_differ import counts_differ, wholes_called_parts
from runut.compare.dated_figures import dated_figures_differ
from runut.compare.difference import Difference, gather
from runut.compare.elapsed_differ import clocks_out_of_order, elapsed_differs
from runut.compare.force_differs import force_differs
from runut.compare.frames_differ import frames_differ
from runut.compare.garbles import garbles
from runut.compare.identifiers import identifiers_differ
from runut.compare.lengths_differ import length_units_differ, lengths_differ
from runut.compare.lone_figures import lone_figures_differ, units_differ
from runut.compare.material import Material
from runut.compare.names_differ import names_differ
from runut.compare.numbers_differ import numbers_differ
from runut.compare.pairs import Pair
from runut.compare.polarity import polarity_differs
from runut.compare.posts_differ import posts_differ
from runut.compare.roles_differ import roles_differ
from runut.compare.said_differs import said_differs
from runut.compare.short_identifiers import short_identifiers_differ
from runut.compare.spellings import attributes_differ, spellings_differ
from runut.compare.stretches import stretches_of
from runut.compare.sums import sums_differ
from runut.compare.times_differ import times_differ
from runut.compare.tolls_differ import tolls_differ
from runut.compare.ways import source_name
from runut.compare.weekdays import weekdays_differ
from runut.compare.wording import wording_differs
from runut.records.claims import Agreement, Claim, Conflict
from runut.records.groups import ReusePair

COPIED = 0.5
"""Share of one article's text found in another from which a difference between the two is an error of copying."""

UNPROVEN = frozenset(
    {
        "body-differs",
        "clock-differs",
        "count-differs",
        "date-differs",
        "figure-of-two-times",
        "name-differs",
        "number-differs",
        "other-speaker",
        "place-differs",
        "roles-swapped",
        "said-on-two-days",
    }
)
"""Rules of which less than four fifths held when read on real stories: worth checking only. Rules that met nothing
there keep their tier: they raised no false alarm. So do most of these between copied sentences (`Difference.verbatim`).

Source: the readings in docs/conflict-audit.md.
"""


def find_conflicts(
    material: Material, claims: Sequence[Claim], pairs: Sequence[Pair], reuse: Sequence[ReusePair]
) -> tuple[tuple[Conflict, ...], tuple[Agreement, ...]]:
    """Conflicts, the most certain and severe first, and readings that look different and agree."""
    stretches = stretches_of(material)
    roles = list(roles_differ(material))
    near = align_sentences(stretches)
    aligned = [one for one in near if one.firm]
    differences = [
        *weekdays_differ(material),
        *numbers_differ(material, near),
        *lone_figures_differ(material, stretches, near),
        *units_differ(material, stretches, near),
        *times_differ(material, aligned),
        *clocks_differ(material, aligned),
        *lengths_differ(material, near),
        *length_units_differ(material, stretches),
        *identifiers_differ(material, stretches),
        *short_identifiers_differ(material, stretches, near),
        *dated_figures_differ(material, stretches),
        *counts_differ(material, stretches),
        *wholes_called_parts(material, stretches),
        *elapsed_differs(material, stretches),
        *clocks_out_of_order(material, stretches),
        *names_differ(material, stretches, near),
        *polarity_differs(material, aligned),
        *contrasts_differ(material, stretches),
        *ages_differ(material, stretches),
        *tolls_differ(material, stretches),
        *sums_differ(material, stretches),
        *agents_differ(material, stretches),
        *frames_differ(material, stretches),
        *garbles(material, stretches, aligned),
        *wording_differs(material, near),
        *force_differs(material, claims, pairs, near),
        *spellings_differ(material),
        *attributes_differ(material, stretches),
        *roles,
        *posts_differ(material, frozenset(one.slot for one in roles)),
        *attribution_differs(material, claims, pairs),
        *said_differs(material, pairs),
    ]
    story = material.articles[0].id if material.articles else ""
    copies = copies_in(reuse)
    shown = without_repeats(_as_proven(_of_one_origin(differences, material, copies)))
    return gather(shown, copies, story), find_agreements(material, stretches, aligned)


def _as_proven(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Differences, those of rules without evidence no more than worth checking, unless all around them is the same."""
    for one in differences:
        yield replace(one, tier="C") if one.rule in UNPROVEN and not one.verbatim else one


def _of_one_origin(
    differences: Iterable[Difference], material: Material, copies: set[tuple[str, str]]
) -> Iterator[Difference]:
    """Differences without other words for one thing in texts of two origins: those are two translations, two summaries;
    unless all else is the same.

    Two texts have one origin where they share text or credit one agency or outlet.
    """
    credits = {
        article.id: {source_name(credit.who) for credit in article.credits}
        | {source_name(link.who) for s in found.statements for link in s.chain if link.adds_origin}
        for article, found in zip(material.articles, material.findings, strict=True)
    }
    for one in differences:
        first, second = sorted((one.spans[0].article, one.spans[1].article))
        if one.rule != "word-replaced" or one.verbatim or (first, second) in copies or credits[first] & credits[second]:
            yield one


def copies_in(reuse: Sequence[ReusePair]) -> set[tuple[str, str]]:
    """Pairs of articles (ids in order) one of which copied the other's text."""
    found = set()
    for pair in reuse:
        if pair.kind in ("copy", "wire") or max(pair.containment) >= COPIED:
            first, second = sorted((pair.left, pair.right))
            found.add((first, second))
    return found

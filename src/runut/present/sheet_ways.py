"""How statements came: from speaker over agency and outlet to the page, as drawn edges and as lines."""

from collections import Counter
from collections.abc import Iterator

from runut.present.lines import make_line
from runut.present.sheet import Edge
from runut.present.telling import Telling
from runut.records.dossier import Line


def _paths(told: Telling) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """For each attributed statement the way from its speaker over the hops to the outlet."""
    for article in told.articles:
        for statement in told.found[article.id].statements:
            hops = tuple(link.who for link in reversed(told.chain(statement)))
            yield told.speaker(statement), hops, told.outlet(article.id)


def edges(told: Telling) -> Iterator[Edge]:
    """Arrows between speakers, agencies and outlets, each with how many statements went that way, the most first."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for speaker, hops, outlet in _paths(told):
        stops = [(speaker, "speaker" if speaker else "unknown"), *((hop, "agency") for hop in hops if hop != speaker)]
        for (left, kind), (right, _) in zip(stops, [*stops[1:], (outlet, "outlet")], strict=True):
            if left != right:
                counts[left, right, kind] += 1
    for (left, right, kind), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        source = left or told.label("speaker-unknown")
        if kind == "speaker":
            yield Edge(source, right, "speaker", count)
        elif kind == "agency":
            yield Edge(source, right, "agency", count)
        else:
            yield Edge(source, right, "unknown", count)


def chains(told: Telling) -> Iterator[Line]:
    """Each way that statements came, with the words that credit it."""
    ways: dict[tuple[str, ...], list[str]] = {}
    for statement in told.statement.values():
        hops = told.chain(statement)
        if not hops or statement.speaker is None:
            continue
        way = (told.speaker(statement), *(link.who for link in reversed(hops)))
        ways.setdefault((*way, told.outlet(statement.content.article)), []).append(statement.id)
    for way, ids in sorted(ways.items(), key=lambda item: (-len(item[1]), item[0])):
        statements = [told.statement[id] for id in ids]
        spans = [link.span or s.content for s in statements for link in told.chain(s)]
        yield make_line(told, "chains", " → ".join(dict.fromkeys(way)), spans, tuple(ids))

"""Which of two articles a shared text came from: a scored decision that shows its reasons and may stay open."""

from dataclasses import replace
from datetime import datetime, timedelta

from runut.knowledge.world import agency_of, outlet_of
from runut.records.article import Article
from runut.records.groups import Direction
from runut.records.notes import Reason
from runut.text.names import name_sequence

DECIDED = 2.0
"""Weight by which one side must lead: a credit alone suffices, even against hours; an earlier time needs hours or a
second sign."""
CREDITS_OTHER, NAMES_OTHER, ONLY_ONE_CREDITS = 5.0, 2.0, 1.0
EARLIER_HOURS, EARLIER, COVERS_MORE = 2.0, 1.0, 1.0
NOTABLE_GAP, LONG_GAP = timedelta(minutes=20), timedelta(hours=3)
"""On the Indonesian stream the median gap between copies is three hours, and one in ten is under twenty minutes, when
feed times say little about who had the text first."""
COVERS_BY = 0.25

Vote = tuple[float, Reason]
"""A signed weight (above 0: the text came from the left) and the reason."""


def find_direction(
    left: Article, right: Article, containment: tuple[float, float]
) -> tuple[Direction, tuple[Reason, ...]]:
    """The side the text came from, or "unknown", and every sign that was weighed, strongest first.

    Signs: one side credits or names the other; both credit the same agency (then neither is the source); one credits an
    agency and the other, with the same words, nobody; one appeared earlier; one holds nearly all of the other and more.
    One owner is told as a reason and weighs nothing.
    """
    agency = _common_agency(left, right)
    if agency:
        return "unknown", (Reason("reuse-same-agency", (agency,)),)
    votes = [*_credit_votes(left, right), *_time_votes(left, right), *_cover_votes(containment)]
    votes.sort(key=lambda vote: (-abs(vote[0]), vote[1].rule, vote[1].values))
    total = sum(weight for weight, _ in votes)
    reasons = tuple(reason for _, reason in votes) + _same_owner(left, right)
    if abs(total) < DECIDED:
        return "unknown", reasons
    return ("left" if total > 0 else "right"), reasons


def _text_credits(article: Article) -> dict[str, Reason]:
    """Who is credited for the text, by folded canonical name."""
    found: dict[str, Reason] = {}
    for credit in article.credits:
        if credit.of == "text":
            spans = (credit.span,) if credit.span else ()
            found.setdefault(_canonical(credit.who), Reason("reuse-credits", (credit.who,), spans))
    return found


def _canonical(name: str) -> str:
    known = agency_of(name) or outlet_of(name)
    return " ".join(name_sequence(known.name if known else name))


def _common_agency(left: Article, right: Article) -> str | None:
    both = _text_credits(left).keys() & _text_credits(right).keys()
    outlets = {_canonical(article.outlet) for article in (left, right) if article.outlet}
    return min(both - outlets, default=None)


def _credit_votes(left: Article, right: Article) -> list[Vote]:
    votes: list[Vote] = []
    for article, other, sign in ((right, left, 1.0), (left, right, -1.0)):
        name = _canonical(other.outlet or "")
        credit = _text_credits(article).get(name)
        if credit:
            votes.append((sign * CREDITS_OTHER, credit))
        elif other.outlet and name != _canonical(article.outlet or "") and _is_named(other.outlet, article):
            votes.append((sign * NAMES_OTHER, Reason("reuse-names-other", (article.name, other.outlet))))
        elif _text_credits(article) and not _text_credits(other):
            first = min(_text_credits(article).items())[1]
            votes.append((-sign * ONLY_ONE_CREDITS, replace(first, rule="reuse-credits-other")))
    return votes


def _is_named(outlet: str, article: Article) -> bool:
    """Whether an outlet's printed name stands in an article's text, as a whole word, case included."""
    at = article.text.find(outlet)
    while at >= 0:
        before, after = article.text[at - 1 : at], article.text[at + len(outlet) : at + len(outlet) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = article.text.find(outlet, at + 1)
    return False


def _time_votes(left: Article, right: Article) -> list[Vote]:
    first, second = _instant(left), _instant(right)
    if first is None or second is None:
        return []
    if (first.tzinfo is None) != (second.tzinfo is None):
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    if first.date() == second.date() and not (_has_hour(left) and _has_hour(right)):
        return []
    gap = abs(second - first)
    if gap < NOTABLE_GAP:
        return []
    sign = 1.0 if first < second else -1.0
    earlier = left if first < second else right
    hours = f"{gap.total_seconds() / 3600:.1f}"
    return [(sign * (EARLIER_HOURS if gap >= LONG_GAP else EARLIER), Reason("reuse-earlier", (earlier.name, hours)))]


def _has_hour(article: Article) -> bool:
    return article.published is not None and len(article.published.value) > len("2024-06-21")


def _instant(article: Article) -> datetime | None:
    """When an article says it appeared; None for an inferred day, which is no evidence of order."""
    if article.published is None or article.published.how == "inferred":
        return None
    try:
        return datetime.fromisoformat(article.published.value)
    except ValueError:
        return None


def _cover_votes(containment: tuple[float, float]) -> list[Vote]:
    left, right = containment
    if abs(left - right) < COVERS_BY:
        return []
    rest = f"{min(left, right):.2f}"
    return [
        (COVERS_MORE if right > left else -COVERS_MORE, Reason("reuse-covers-more", (f"{max(left, right):.2f}", rest)))
    ]


def _same_owner(left: Article, right: Article) -> tuple[Reason, ...]:
    if left.owner and left.owner == right.owner and left.outlet != right.outlet:
        return (Reason("reuse-same-owner", (left.owner,)),)
    return ()

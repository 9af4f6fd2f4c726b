"""Which articles tell one story, whatever their order and company."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.group.stories import tell_stories
from runut.records.groups import Signature
from tests.group.conftest import make_article, sign
from tests.group.texts import BRIDGE, BUDGET, MATCH


@pytest.fixture(scope="module")
def pile() -> list[Signature]:
    told = [("bridge", BRIDGE, "2025-03-03"), ("budget", BUDGET, "2025-03-04"), ("match", MATCH, "2025-03-05")]
    return sign(*(make_article(f"{name}-{n}", text, day) for name, texts, day in told for n, text in enumerate(texts)))


def grouped(signatures: list[Signature]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in tell_stories(signatures)}


def test_every_happening_is_one_story(pile: list[Signature]) -> None:
    assert grouped(pile) == {
        frozenset({"bridge-0", "bridge-1", "bridge-2"}),
        frozenset({"budget-0", "budget-1"}),
        frozenset({"match-0", "match-1"}),
    }


def test_undated_articles_join_by_what_they_tell() -> None:
    first, second = make_article("a", BRIDGE[0]), make_article("b", BRIDGE[1])
    dated, other = make_article("c", BRIDGE[2], "2025-03-03"), make_article("d", MATCH[0])
    assert grouped(sign(first, second, dated, other)) == {frozenset("abc"), frozenset("d")}


def test_a_story_is_named_after_its_earliest_article(pile: list[Signature]) -> None:
    later = sign(make_article("a-first-in-the-alphabet", BRIDGE[1], "2025-03-04"))
    before = {story.id: story for story in tell_stories(pile)}
    after = {story.id: story for story in tell_stories([*pile, *later])}
    grown = next(story for story in after.values() if "a-first-in-the-alphabet" in story.articles)
    assert grown.id in before
    assert (grown.first, grown.last) == ("2025-03-03", "2025-03-04")


def test_a_year_later_is_another_story() -> None:
    again = BRIDGE[0].replace("2025", "2026")
    assert (
        len(tell_stories(sign(make_article("a", BRIDGE[0], "2025-03-03"), make_article("b", again, "2026-03-03")))) == 2
    )


def test_a_day_written_otherwise_counts_as_none() -> None:
    stories = tell_stories(sign(make_article("a", BRIDGE[0], "2025/03/03"), make_article("b", BRIDGE[1], "2025-03-03")))
    assert [story.articles for story in stories] == [("b", "a")]
    assert stories[0].last == "2025-03-03"


def test_nothing_tells_nothing() -> None:
    assert tell_stories([]) == ()
    assert len(tell_stories(sign(make_article("empty", "")))) == 1


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_order_changes_nothing(pile: list[Signature], data: st.DataObject) -> None:
    assert tell_stories(data.draw(st.permutations(pile))) == tell_stories(pile)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_pile_without_a_story_leaves_the_others_as_they_are(pile: list[Signature], data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from(["bridge", "budget", "match"]), max_size=2))
    left = [signature for signature in pile if signature.article.split("-")[0] not in gone]
    all_stories = {story.id: story for story in tell_stories(pile)}
    assert all(all_stories[story.id] == story for story in tell_stories(left))

"""Stories told in two languages."""

from runut.group.crossings import crossings, sound_key
from runut.group.stories import tell_stories
from tests.group.conftest import make_article, sign
from tests.group.texts import BRIDGE, BRIDGE_IN_ENGLISH, BUDGET, MATCH


def test_one_happening_in_two_languages_is_one_story() -> None:
    articles = [make_article(f"id-{n}", text, "2025-03-03") for n, text in enumerate([BRIDGE[0], BRIDGE[1], BUDGET[0]])]
    english = make_article("en", BRIDGE_IN_ENGLISH, "2025-03-03", "en")
    stories = {frozenset(story.articles) for story in tell_stories(sign(*articles, english))}
    assert stories == {frozenset({"id-0", "id-1", "en"}), frozenset({"id-2"})}


def test_pages_of_one_language_never_cross() -> None:
    assert list(crossings(sign(*(make_article(text[:9], text) for text in BRIDGE)))) == []


def test_another_happening_stays_apart() -> None:
    english = make_article("en", BRIDGE_IN_ENGLISH, "2025-03-03", "en")
    assert list(crossings(sign(make_article("a", MATCH[0], "2025-03-03"), english))) == []


def test_words_that_sound_alike_have_one_key() -> None:
    for indonesian, english in (("presiden", "president"), ("militer", "military"), ("nuklir", "nuclear")):
        assert sound_key(indonesian)[:4] == sound_key(english)[:4]
    assert sound_key("kota") == "kota"

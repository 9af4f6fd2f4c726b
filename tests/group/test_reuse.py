"""Shared text: which pairs, which class, which spans, from which side."""

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.group.duplicates import find_sets
from runut.group.reuse import find_reuse
from runut.records.article import Article, Credit
from runut.records.groups import ReusePair
from runut.records.spans import Span
from tests.group.conftest import make_article, sign
from tests.group.texts import BRIDGE, BUDGET, MATCH

STORY = "\n".join((*BUDGET, *MATCH))
QUOTE = (
    '"Kami tidak akan menutup pelabuhan ini walaupun seluruh kapal besar pindah ke utara, dan itu janji saya kepada '
    'semua nelayan yang hadir pada pagi hari ini"'
)


def reuse(*articles: Article) -> tuple[ReusePair, ...]:
    return find_reuse(sign(*articles), {article.id: article for article in articles})


def test_a_copy_is_a_copy_with_its_spans() -> None:
    left, right = make_article("a", STORY), make_article("b", "Laporan wartawan kami.\n" + STORY)
    (pair,) = reuse(left, right)
    assert pair.kind == "copy"
    assert min(pair.containment) > 0.9
    for start, end, other, other_end in pair.spans:
        assert left.text[start:end] == right.text[other:other_end]


def test_a_copy_with_a_changed_word_keeps_one_span() -> None:
    left = make_article("a", STORY)
    right = make_article(
        "b", STORY.replace("gaji guru honorer di daerah terpencil", "upah guru honorer di daerah jauh")
    )
    (pair,) = reuse(left, right)
    assert pair.kind == "copy"
    assert len(pair.spans) == 1
    assert any("gaji guru" in left.text[span[0] : span[1]] for span in pair.spans)


def test_part_of_a_text_is_partial() -> None:
    (pair,) = reuse(make_article("a", STORY), make_article("b", "\n".join((*BRIDGE, BUDGET[0]))))
    assert pair.kind == "partial"
    assert 0.1 < max(pair.containment) < 0.6


def test_one_press_conference_is_no_copying() -> None:
    left = make_article("a", f"{BRIDGE[0]}\n{QUOTE}, kata Bupati Seno Aji di balai kota.")
    right = make_article("b", f"{MATCH[0]}\nDalam jumpa pers, Seno Aji menjawab pertanyaan wartawan. {QUOTE}, ujarnya.")
    (pair,) = reuse(left, right)
    assert (pair.kind, pair.source) == ("shared-quote", "unknown")
    assert find_sets([pair]) == ()


def test_different_texts_share_nothing() -> None:
    assert reuse(make_article("a", BRIDGE[0]), make_article("b", MATCH[0]), make_article("c", BUDGET[1])) == ()


def test_a_credit_says_who_had_it_first() -> None:
    source = make_article("a", STORY, "2025-03-05T12:00:00+07:00", outlet="Antara")
    text = f"{STORY}\nSumber: Antara"
    span = Span("b", len(text) - 6, len(text))
    copy = make_article(
        "b", text, "2025-03-05T09:00:00+07:00", outlet="Detikcom", credits=(Credit("Antara", "text", span),)
    )
    (pair,) = reuse(source, copy)
    assert pair.source == "left", "a credit outweighs an earlier hour, which pages get wrong"
    assert pair.because[0].rule == "reuse-credits"
    assert pair.because[0].spans == (span,)


def test_hours_decide_and_minutes_do_not() -> None:
    early = make_article("a", STORY, "2025-03-05T06:00:00+07:00", outlet="Detikcom")
    late = make_article("b", STORY, "2025-03-05T12:00:00+07:00", outlet="Kompas.com")
    soon = make_article("c", STORY, "2025-03-05T06:10:00+07:00", outlet="Tempo.co")
    assert [pair.source for pair in reuse(early, late)] == ["left"]
    assert [pair.source for pair in reuse(early, soon)] == ["unknown"]


def test_a_day_alone_is_not_midnight() -> None:
    (pair,) = reuse(make_article("a", STORY, "2025-03-05"), make_article("b", STORY, "2025-03-05T21:00:00+07:00"))
    assert pair.source == "unknown"


def test_two_that_credit_one_agency_are_no_source_of_each_other() -> None:
    credit = (Credit("Reuters", "text"),)
    left = make_article("a", STORY, "2025-03-05T06:00:00+07:00", outlet="Detikcom", credits=credit)
    right = make_article("b", STORY, "2025-03-05T12:00:00+07:00", outlet="Kompas.com", credits=credit)
    (pair,) = reuse(left, right)
    assert (pair.source, pair.because[0].rule) == ("unknown", "reuse-same-agency")


def test_sets_are_connected_and_hold_their_pairs() -> None:
    pairs = reuse(make_article("a", STORY), make_article("b", STORY + "\n" + BRIDGE[0]), make_article("c", BRIDGE[1]))
    (group,) = find_sets(pairs)
    assert group.articles == ("a", "b")
    assert [(pair.left, pair.right) for pair in group.pairs] == [("a", "b")]


def test_long_texts_of_one_phrase_cost_little() -> None:
    text = "Hujan turun lagi di kota ini. " * 3000
    assert len(reuse(make_article("a", text), make_article("b", text))) <= 1


@settings(max_examples=30, deadline=None)
@given(st.permutations([(n, text) for n, text in enumerate([*BRIDGE, STORY, STORY[40:], STORY[:400]])]))
def test_order_changes_nothing(order: list[tuple[int, str]]) -> None:
    articles = [make_article(f"a{n}", text) for n, text in sorted(order)]
    assert reuse(*[make_article(f"a{n}", text) for n, text in order]) == reuse(*articles)

"""Origins are witnesses, not outlets: what depends on each other is one, and a copy adds nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.records.article import Article
from runut.records.claims import Claim
from runut.records.findings import Findings
from runut.records.groups import ReusePair
from runut.records.statements import Form

from .kit import Words, claim_with, compare, shared, told

TEXT = "Kapal feri itu berlayar lagi ke Namlea mulai Jumat setelah mesinnya diperbaiki"


def page(
    id: str,
    outlet: str,
    via: str | None = None,
    speaker: str = "Siti Aminah",
    said: str | None = None,
    form: Form = "indirect",
) -> tuple[Article, Findings]:
    credit = f" Demikian dikutip {via}." if via else ""
    return told(
        id, f"{TEXT}, kata {speaker}.{credit}", Words(TEXT, speaker, via=via, said=said, form=form), outlet=outlet
    )


def only(*pages: tuple[Article, Findings], reuse: list[ReusePair] | None = None) -> Claim:
    return claim_with(compare(*pages, reuse=reuse or []), pages[0], TEXT)


def rules(claim: Claim) -> set[str]:
    return {reason.rule for reason in claim.origins.because}


def test_one_article_is_one_origin() -> None:
    claim = only(page("a", "Harian Timur"))
    assert (claim.origins.low, claim.origins.high, claim.status) == (1, 1, "single-origin")
    assert rules(claim) == {"one-rendering"}


def test_outlets_that_do_not_say_how_they_know_are_one_to_each() -> None:
    claim = only(page("a", "Harian Timur"), page("b", "Warta Barat"), page("c", "Suara Utara"))
    assert (claim.origins.low, claim.origins.high) == (1, 3)
    assert {"unknown-way", "witnesses"} <= rules(claim)


def test_one_agency_is_one_witness_however_many_credit_it() -> None:
    claim = only(page("a", "Harian Timur", "Antara"), page("b", "Warta Barat", "Antara"))
    assert (claim.origins.low, claim.origins.high, claim.status) == (1, 1, "copied")
    assert "shared-agency" in rules(claim)


def test_two_agencies_on_one_occasion_are_two_witnesses_and_one_source() -> None:
    claim = only(page("a", "Harian Timur", "AFP"), page("b", "Warta Barat", "Reuters"))
    assert (claim.origins.low, claim.origins.high) == (1, 2)
    assert (claim.holds.low, claim.holds.high) == (1, 1)
    assert claim.status == "corroborated"
    assert "one-occasion" in rules(claim)


def test_two_agencies_on_two_days_are_two_origins_of_his_saying_it() -> None:
    pages = (page("a", "Timur", "AFP", said="2025-03-01"), page("b", "Barat", "Reuters", said="2025-03-04"))
    claim = only(*pages)
    assert (claim.origins.low, claim.origins.high) == (2, 2)
    assert (claim.holds.low, claim.holds.high) == (1, 1)
    assert ("Siti Aminah", "2025-03-01", "2025-03-04") in {reason.values for reason in claim.origins.because}


def test_different_people_are_different_sources_for_its_being_so() -> None:
    claim = only(page("a", "Timur", "AFP"), page("b", "Barat", "Reuters", speaker="Rahim Said"))
    assert (claim.holds.low, claim.holds.high) == (2, 2)


def test_one_quotation_under_two_names_is_perhaps_one_source() -> None:
    pages = (page("a", "Timur", form="direct"), page("b", "Barat", speaker="Rahim Said", form="direct"))
    claim = only(*pages)
    assert (claim.holds.low, claim.holds.high) == (1, 2)
    assert [reason.rule for reason in claim.holds.because] == ["one-quotation"]


def test_shared_text_joins_and_a_shared_quotation_does_not() -> None:
    pages = (page("a", "Harian Timur"), page("b", "Warta Barat"))
    assert only(*pages, reuse=[shared("a", "b", "partial")]).origins.high == 1
    assert only(*pages, reuse=[shared("a", "b", "shared-quote")]).origins.high == 2


def test_an_outlet_that_names_the_other_has_it_from_there() -> None:
    claim = only(page("a", "Kompas.com"), page("b", "Warta Barat", "Kompas.com"))
    assert claim.origins.high == 1
    assert "names-other" in rules(claim)


def test_a_slip_that_two_share_and_three_do_not_is_a_copy() -> None:
    def spelt(id: str, word: str) -> tuple[Article, Findings]:
        text = f"Pelayaran itu ditunda karena {word} aturan muatan di dermaga"
        return told(id, f"{text}, kata Siti Aminah.", Words(text, "Siti Aminah"))

    right = [spelt(id, "pelanggaran") for id in ("p", "q", "r")]
    (claim,) = compare(*right, spelt("a", "pelangaran"), spelt("b", "pelangaran")).claims
    assert claim.origins.high == 4
    assert ("a, b", "pelangaran") in {reason.values for reason in claim.origins.because}
    (claim,) = compare(*right, spelt("a", "melanggar"), spelt("b", "melanggar")).claims
    assert claim.origins.high == 5


def test_outlets_of_one_owner_are_one() -> None:
    claim = only(page("a", "Kompas.com"), page("b", "Kontan"))
    assert claim.origins.high == 1
    assert claim.status == "single-origin"


def test_every_count_explains_itself_on_the_pages() -> None:
    for claim in (only(page("a", "X", "AFP"), page("b", "Y")), only(page("a", "X"))):
        assert claim.origins.because
        assert claim.holds.because
        assert all(reason.spans for reason in (*claim.origins.because, *claim.holds.because))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["AFP", "Reuters", "Antara", None]), min_size=1, max_size=4), st.integers(0, 3))
def test_a_copy_never_raises_a_count(agencies: list[str | None], copied: int) -> None:
    pages = [page(f"p{n}", f"Outlet {n}", via) for n, via in enumerate(agencies)]
    original = copied % len(pages)
    before = only(*pages)
    copy = page("copy", "Salinan", agencies[original])
    after = only(*pages, copy, reuse=[shared("copy", f"p{original}")])
    assert after.origins.low <= before.origins.low
    assert after.origins.high <= before.origins.high
    assert (after.holds.low, after.holds.high) == (before.holds.low, before.holds.high)


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 6))
def test_one_duplicate_set_is_never_counted_twice(size: int) -> None:
    pages = [page(f"p{n}", f"Outlet {n}") for n in range(size)]
    chain = [shared(f"p{n}", f"p{n + 1}") for n in range(size - 1)]
    assert only(*pages, reuse=chain).origins.high == 1

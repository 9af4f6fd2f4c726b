"""Events, commitments, timeline and gaps over several articles."""

from dataclasses import replace

from runut.records.article import Article
from runut.records.claims import CommonCommitment
from runut.records.events import Clause, Commitment, Event
from runut.records.findings import Findings
from runut.records.ids import make_id
from runut.records.spans import Span

from .kit import Words, compare, shared, told

Page = tuple[Article, Findings]


def with_event(page: Page, trigger: str, first: str | None, last: str | None = None, kind: str = "AGREE") -> Page:
    article, findings = page
    at = article.text.index(trigger)
    sentence = next(s for s in findings.sentences if s.start <= at < s.end)
    span = Span(article.id, at, at + len(trigger))
    event = Event(
        make_id("ev", article.id, at), span, sentence, kind, actors=("IDN",), recipients=("MYS",), first=first,
        last=last or first,
    )  # fmt: skip
    return article, replace(findings, events=(*findings.events, event))


SIGNED = "Kedua negara menandatangani perjanjian batas laut di Batam"
A = with_event(told("a", f"{SIGNED} kemarin.", outlet="Timur"), "menandatangani", "2025-03-03")
B = with_event(told("b", f"{SIGNED}.", outlet="Barat"), "menandatangani", None)
C = with_event(told("c", f"{SIGNED} pekan ini.", outlet="Utara"), "menandatangani", "2025-03-03", "2025-03-09")


def test_one_event_of_several_articles_has_one_row_with_its_narrowest_days() -> None:
    found = compare(A, B, C)
    (event,) = found.events
    assert len(event.members) == 3
    (row,) = [row for row in found.timeline if row.kind == "event"]
    assert (row.first, row.last, row.grain, row.origins) == ("2025-03-03", "2025-03-03", "day", 3)
    assert {span.article for span in row.basis} == {"ar-a", "ar-b", "ar-c"}


def test_events_that_one_sentence_tells_of_one_day_share_a_row() -> None:
    both = with_event(A, "perjanjian", "2025-03-03", kind="CONSULT")
    assert len(compare(both).events) == 2
    assert len([row for row in compare(both).timeline if row.kind == "event"]) == 1


def test_copies_are_one_origin_of_an_event() -> None:
    (row,) = [row for row in compare(A, C, reuse=[shared("a", "c")]).timeline if row.kind == "event"]
    assert row.origins == 1


def test_events_on_days_that_exclude_each_other_stay_apart() -> None:
    other = with_event(told("d", f"{SIGNED} lagi.", outlet="Selatan"), "menandatangani", "2025-03-01")
    assert len(compare(A, other).events) == 2


def test_event_statement_and_publication_are_rows_of_their_own() -> None:
    said = told(
        "s",
        "Isi perjanjian itu dibuka pekan depan, kata Siti Aminah, Senin.",
        Words("Isi perjanjian itu dibuka pekan depan", "Siti Aminah", said="2025-03-03"),
    )
    kinds = [row.kind for row in compare(A, said).timeline]
    assert kinds == ["event", "statement", "publication", "publication"]


def test_an_event_that_several_report_and_nobody_dates_is_a_gap() -> None:
    undated = [
        with_event(told(id, f"{SIGNED}.", outlet=outlet), "menandatangani", None)
        for id, outlet in (("b", "Barat"), ("d", "Selatan"))
    ]
    (gap,) = [gap for gap in compare(*undated).gaps if gap.rule == "gap-event-date"]
    assert {span.article for span in gap.spans} == {"ar-b", "ar-d"}
    assert not [gap for gap in compare(A, B).gaps if gap.rule == "gap-event-date"]


def test_what_nobody_says_is_told() -> None:
    secret = told(
        "x", "Kapal itu bocor, kata seorang pejabat.", Words("Kapal itu bocor", "seorang pejabat", "anonymous")
    )
    wire = told(
        "y",
        "Harga garam naik lagi, kata Siti Aminah, dikutip Antara.",
        Words("Harga garam naik lagi", "Siti Aminah", via="Antara"),
    )
    undated = told("z", "Kapal lain tiba.", day=None)
    rules = [(gap.rule, gap.values) for gap in compare(secret, wire, undated).gaps]
    assert rules == [
        ("gap-speaker", ("seorang pejabat", "1")),
        ("gap-original", ("Antara",)),
        ("gap-published", ("z",)),
    ]


def commitments(left: str, right: str, kind: str | None = "ASSAULT") -> tuple[CommonCommitment, ...]:
    pages = []
    for id, text in (("a", left), ("b", right)):
        article, findings = told(id, text)
        at = text.index("jika")
        clause = Clause(Span(article.id, at, len(text)), type=kind)
        one = Commitment(
            make_id("cm", article.id), Span(article.id, 0, len(text)), "obligation", "shall", None, clause,
            obligors=("IDN", "MYS"), toward=("IDN", "MYS"),
        )  # fmt: skip
        pages.append((article, replace(findings, commitments=(one,))))
    return compare(*pages).commitments


def test_one_obligation_in_other_words_is_one() -> None:
    pair = ("Keduanya wajib membantu jika salah satu diserang", "Bantuan segera dikirim jika terjadi agresi")
    assert len(commitments(*pair)) == 1
    assert len(commitments(*pair, kind=None)) == 2


def test_when_somebody_spoke_is_missed_once_and_only_in_the_words_of_several() -> None:
    text = "Jembatan gantung itu ditutup besok, kata Siti Aminah. Perahu dayung disediakan warga, kata Siti Aminah."
    closed = Words("Jembatan gantung itu ditutup besok", "Siti Aminah")
    boats = Words("Perahu dayung disediakan warga", "Siti Aminah")
    undated = [told("a", text, closed, boats), told("b", text, closed, boats)]
    (gap,) = [gap for gap in compare(*undated).gaps if gap.rule == "gap-when-said"]
    assert gap.values == ("Siti Aminah",)
    assert not [gap for gap in compare(undated[0]).gaps if gap.rule == "gap-when-said"]
    dated = told("c", text, closed, replace(boats, said="2025-03-03"))
    assert not [gap for gap in compare(*undated, dated).gaps if gap.rule == "gap-when-said"]


def test_parties_under_other_names_are_one_event() -> None:
    """A full name and a part of it, a person and the state: no reason to tell an event twice."""

    def signed(id: str, by: str, outlet: str) -> Page:
        text = f"{SIGNED}, kata Siti Aminah." if by.startswith("Siti") else f"{SIGNED}."
        words = (Words(SIGNED, "Siti Aminah", country="IDN"),) if by.startswith("Siti") else ()
        article, findings = with_event(told(id, text, *words, outlet=outlet), "menandatangani", None)
        return article, replace(findings, events=(replace(findings.events[0], actors=(by,)),))

    full, part, state = signed("a", "Siti Aminah", "Timur"), signed("b", "Aminah", "Barat"), signed("c", "IDN", "Utara")
    other = signed("d", "Rahim Said", "Selatan")
    assert len(compare(full, part).events) == 1
    assert len(compare(full, state).events) == 1
    assert len(compare(full, other).events) == 2

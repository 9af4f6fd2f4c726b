"""All recognisers over one article."""

from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.page import Place
from runut.records.spans import Part

TEXT = '"Pasar ini dibuka besok," kata Bupati Siti Aminah di Ambon, Senin (3/3/2025). Siti menambahkan, jalan ditutup.'


def article(language: str) -> Article:
    parts = (Part("body", 0, len(TEXT)),)
    published = Published("2025-03-04", "source")
    return Article("ar-x", "pg-x", Place("a/x.txt"), "text", TEXT, language, published=published, parts=parts)


def test_everything_is_found_together() -> None:
    findings = recognise_article(article("id"))
    assert findings.article == "ar-x"
    assert [TEXT[s.start : s.end] for s in findings.sentences][1] == "Siti menambahkan, jalan ditutup."
    assert len(findings.statements) == 2
    assert findings.statements[0].said is not None
    assert findings.statements[0].said.first == "2025-03-03"
    assert findings.entities
    assert findings.anchor == Published("2025-03-04", "source")
    assert not findings.problems


def test_a_given_anchor_holds() -> None:
    anchor = Published("2024-12-31", "inferred")
    assert recognise_article(article("id"), anchor).anchor == anchor


def test_a_language_without_tables_is_a_note_and_no_error() -> None:
    findings = recognise_article(article("fi"))
    (problem,) = findings.problems
    assert (problem.code, problem.severity, problem.file) == ("language-without-pack", "note", "a/x.txt")
    assert findings.statements == ()
    assert findings.length == len(TEXT)


def test_an_empty_article_has_empty_findings() -> None:
    empty = Article("ar-e", "pg-x", Place("e.txt"), "text", "", "id")
    assert recognise_article(empty).statements == ()

"""The walk over the stages: again, on more workers, interrupted, over bad pages; never another result."""

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from runut.backends import make_embedder
from runut.backends.local import FEW, LocalEngine
from runut.pipeline import plan, run, tasks
from runut.pipeline.run import Pile, Run
from runut.pipeline.triage import only_in
from runut.records.codec import encode
from runut.records.notes import Problem
from runut.records.page import Page
from runut.settings import Settings
from runut.sources import open_sources
from runut.store import open_store
from runut.store.sqlite import Store
from tests.sources.archives import archive

In = TypeVar("In")
Out = TypeVar("Out")

SENTENCES = (
    "Jembatan Sukamaju akhirnya dibuka untuk umum pada Senin (5/5/2025) pagi.",
    '"Kami sudah memeriksa semua tiang," kata Kepala Dinas Pekerjaan Umum Ratna Dewi.',
    "Menurut Ratna, perbaikan jembatan itu menelan biaya 12 miliar rupiah.",
    "Warga menyambut pembukaan itu karena jalan memutar memakan waktu dua jam.",
)


def page(number: int) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in (*SENTENCES, f"Itu laporan ke-{number} tentang jembatan itu."))
    title = f"Jembatan {number}"
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    made.mkdir()
    for number in range(6):
        (made / f"{number}.html").write_bytes(page(number))
    (made / "kosong.html").write_bytes(b"")
    return made


def walk(store: Store, words: Sequence[Path], workers: int = 1) -> tuple[Pile, bytes]:
    with LocalEngine(workers) as engine:
        walking = Run(engine, store, lambda: make_embedder("ngram"))
        pile = walking.read(open_sources([str(word) for word in words], Settings()))
        walking.recognise(pile)
        walking.group(pile)
        return pile, encode(walking.dossier(pile, "id"))


def test_a_second_walk_computes_nothing_and_gives_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store("") as store:
        pile, first = walk(store, [folder])
        assert len(pile.articles) == 6
        assert [problem.code for problem in pile.problems if problem.severity == "error"] == ["empty"]

        def refuse(*_: object) -> None:
            raise AssertionError("computed again")

        for name in ("read_task", "recognise_task", "compare_story"):
            monkeypatch.setattr(run, name, refuse)
        assert walk(store, [folder])[1] == first


def test_the_order_of_the_words_changes_nothing(folder: Path) -> None:
    files = sorted(folder.iterdir())
    with open_store("") as one, open_store("") as other:
        first, second = walk(one, files)[0], walk(other, files[::-1])[0]
    assert first.articles == second.articles
    assert first.stories == second.stories
    assert first.findings == second.findings


def test_workers_change_nothing(tmp_path: Path) -> None:
    for number in range(FEW + 6):
        (tmp_path / f"{number:02}.html").write_bytes(page(number))
    results = []
    for workers in (1, 2):
        with open_store("") as store, LocalEngine(workers) as engine:
            walking = Run(engine, store, lambda: make_embedder("ngram"))
            pile = walking.read(open_sources([str(tmp_path)], Settings()))
            walking.recognise(pile)
            results.append((encode(pile.articles), encode(pile.findings), encode(pile.problems)))
    assert results[0] == results[1]


def test_an_interrupted_walk_goes_on_where_it_stopped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    class Stopping(LocalEngine):
        def map(
            self, task: Callable[[In], Out], items: Sequence[In], lost: Callable[[In], Out] | None = None
        ) -> Iterator[Out]:  # type: ignore[override]
            for number, item in enumerate(items):
                if number == 3:
                    raise KeyboardInterrupt
                done.append("item")
                yield task(item)

    file = str(tmp_path / "toko.db")
    got = list(open_sources([str(folder)], Settings()))
    with pytest.raises(KeyboardInterrupt), open_store(file) as store:
        Run(Stopping(1), store, lambda: make_embedder("ngram")).read(got)
    assert len(done) == 3
    with open_store(file) as store, LocalEngine(1) as engine:
        counted: list[object] = []
        real = tasks.read_task
        monkeypatch.setattr(run, "read_task", lambda item: counted.append(item) or real(item))
        pile = Run(engine, store, lambda: make_embedder("ngram")).read(got)
    assert len(pile.articles) == 6
    assert len(counted) == 3


def test_the_same_page_twice_is_read_once(folder: Path) -> None:
    (folder / "salinan.html").write_bytes(page(0))
    with open_store("") as store:
        pile, _ = walk(store, [folder])
    assert len(pile.articles) == 6
    assert [problem.code for problem in pile.problems if problem.severity == "note"] == ["repeated"]


def test_problems_are_kept_until_the_file_can_be_read(folder: Path) -> None:
    with open_store("") as store:
        walk(store, [folder])
        assert [Path(problem.file).name for problem in store.problems()] == ["kosong.html"]
        (folder / "kosong.html").write_bytes(page(9))
        walk(store, [folder])
        assert store.problems() == ()


def test_an_archive_and_its_pages_one_by_one_give_the_same_texts(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(archive(5))
    with open_store("") as store, LocalEngine(1) as engine:
        pile = Run(engine, store, lambda: make_embedder("ngram")).read(open_sources([str(tmp_path)], Settings()))
    assert len(pile.articles) == 5
    assert {article.url for article in pile.articles} == {f"https://contoh.example/{number}" for number in range(5)}
    assert all(article.place.length for article in pile.articles)


@pytest.mark.parametrize(
    ("error", "code"),
    [(ValueError("salah"), "fault"), (RecursionError(), "too-deep"), (MemoryError(), "too-much-memory")],
)
def test_a_fault_on_one_page_is_a_problem_with_its_place(
    monkeypatch: pytest.MonkeyPatch, error: Exception, code: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(tasks, "read_page", fail)
    monkeypatch.setattr(tasks, "triage", fail)
    got = next(open_sources(["examples/pages"], Settings()))
    assert not isinstance(got, Problem)
    result = tasks.read_task(got)
    assert isinstance(result, Problem)
    assert (result.code, result.file, result.length) == (code, got[0].place.file, got[0].place.length)
    assert tasks.look_task(got) == "und"


def test_a_page_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def spin(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(tasks, "PAGE_SECONDS", 0.05)
    monkeypatch.setattr(tasks, "read_page", spin)
    got = next(open_sources(["examples/pages"], Settings()))
    assert not isinstance(got, Problem)
    result = tasks.read_task(got)
    assert isinstance(result, Problem)
    assert result.code == "too-slow"


def test_only_pages_in_the_wanted_languages(tmp_path: Path) -> None:
    english = "".join(
        f"<p>The bridge was opened to the public on Monday, and {n} cars crossed it at once.</p>" for n in range(9)
    )
    (tmp_path / "en.html").write_text(f"<html><body>{english}</body></html>")
    (tmp_path / "id.html").write_bytes(page(1))
    (tmp_path / "r.jsonl").write_text(json.dumps({"text": "The bridge was opened."}))
    with LocalEngine(1) as engine:
        got = list(only_in(("id",), open_sources([str(tmp_path)], Settings()), engine))
        pages = [Path(item[0].place.file).name for item in got if not isinstance(item, Problem)]
        assert pages == ["id.html", "r.jsonl"]  # what a cheap look cannot tell stays
        told = [item for item in got if isinstance(item, Problem)]
        assert "1 en" in told[0].says
        assert len(list(only_in((), open_sources([str(tmp_path)], Settings()), engine))) == 3


def test_keys_name_the_stage_its_rules_and_what_it_was_given() -> None:
    assert plan.memo_key("read", "a", "b") == plan.memo_key("read", "a", "b")
    assert plan.memo_key("read", "a", "b") != plan.memo_key("read", "ab")
    assert plan.memo_key("read", "a") != plan.memo_key("recognise", "a")
    assert len({plan.rules_digest(stage.name) for stage in plan.STAGES}) == len(plan.STAGES)


def test_gzip_and_plain_are_the_same_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(0))
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page(0)))
    got = [item for item in open_sources([str(tmp_path)], Settings()) if not isinstance(item, Problem)]
    ids: set[str] = {item[0].id for item in got}
    assert len(got) == 2
    assert len(ids) == 1
    assert isinstance(got[0][0], Page)


def test_what_a_feed_says_reaches_the_article(tmp_path: Path) -> None:
    text = "".join(f"<p>{line}</p>" for line in SENTENCES * 3)
    (tmp_path / "a.xml").write_text(
        f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
        <title>Kabar Gabungan</title><item><title>Jembatan dibuka</title><link>https://gabungan.example/1</link>
        <pubDate>Sen, 05 Mei 2025 10:00:00 +0700</pubDate><dc:creator>Siti Rahma</dc:creator>
        <source url="https://desa.example/rss">Harian Desa</source><media:credit>Budi/Harian Desa</media:credit>
        <content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>"""
    )
    with open_store("") as store, LocalEngine(1) as engine:
        got = open_sources([str(tmp_path)], Settings())
        (article,) = Run(engine, store, lambda: make_embedder("ngram")).read(got).articles
    assert article.title == "Jembatan dibuka"
    assert article.published is not None
    assert (article.published.value, article.published.how) == ("2025-05-05T10:00:00+07:00", "source")
    assert (article.outlet, article.bylines) == ("Harian Desa", ("Siti Rahma",))
    assert [(credit.who, credit.of) for credit in article.credits] == [("Budi/Harian Desa", "photo")]
    assert article.text.count(SENTENCES[0]) == 3

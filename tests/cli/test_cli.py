import json
import sqlite3
import sys
from html import unescape

import pytest

from runut.cli import main
from runut.store.migrations import MIGRATIONS

RECORDS = [
    {
        "id": "a",
        "outlet": "Kabar Lembah",
        "published": "2024-05-03",
        "language": "id",
        "title": "Bendungan Ditutup",
        "text": "Bupati Raka Wijaya menutup bendungan itu pada Kamis (2/5).\n"
        '"Kami menutupnya demi keselamatan warga lembah," kata Raka.',
    },
    {
        "id": "b",
        "outlet": "Suara Hilir",
        "published": "2024-05-03",
        "language": "id",
        "title": "Bupati Tutup Bendungan",
        "text": "Bendungan itu ditutup Bupati Raka Wijaya pada Rabu (2/5).\n"
        '"Kami menutupnya demi keselamatan warga lembah," ujar Raka Wijaya.',
    },
]


@pytest.fixture
def records(tmp_path):
    file = tmp_path / "pages.jsonl"
    file.write_text("\n".join(map(json.dumps, RECORDS)) + "\n", encoding="utf-8")
    return str(file)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command line; gives exit status, what was printed, and what was said on standard error."""
    monkeypatch.setenv("RUNUT_STORE", str(tmp_path / "kept" / "store.db"))
    monkeypatch.setenv("RUNUT_EMBEDDER", "ngram")
    monkeypatch.setenv("RUNUT_WORKERS", "1")
    monkeypatch.chdir(tmp_path)

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["runut", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return ended.value.code or 0, out, err

    return call


def test_a_dossier_as_the_contract_has_it(run, records):
    status, out, _ = run("dossier", records, "--json")
    assert status == 0
    document = json.loads(out)
    assert document["contract"] == 1 and document["unread"] == []
    (story,) = document["stories"]
    assert {"id", "title", "first", "last", "articles", "lines", "claims", "conflicts", "timeline", "events"} < set(
        story
    )
    assert {"commitments", "actors", "network", "gaps"} < set(story)
    (shared,) = [claim for claim in story["claims"] if claim["outlets"] == 2]
    assert shared["speaker"] == "Raka Wijaya"
    assert {"low", "high", "because"} == set(shared["origins"])
    for statement in shared["statements"]:
        (source,) = [record["text"] for record in RECORDS if record["id"] == statement["record"]]
        assert source[statement["page"]["start"] : statement["page"]["end"]] == statement["text"]
    weekdays = [conflict for conflict in story["conflicts"] if conflict["kind"] == "weekday"]
    assert [conflict["tier"] for conflict in weekdays] == ["A"]
    for line in story["lines"]:
        assert line["basis"], line


def test_the_other_commands_print_lines_of_json(run, records):
    for command, key in (("read", "body"), ("recognise", "statements"), ("stories", "story")):
        status, out, _ = run(command, records, "--json")
        lines = [json.loads(line) for line in out.splitlines()]
        assert status == 0
        assert [line["contract"] for line in lines] == [1, 1]
        assert all(key in line for line in lines), command
    _, out, _ = run("recognise", records, "--json")
    assert sorted(json.loads(line)["id"] for line in out.splitlines()) == ["a", "b"]
    _, out, _ = run("stories", records, "--reuse", "--json")
    for line in out.splitlines():
        assert {"left", "right", "containment", "kind", "source", "because", "spans"} <= set(json.loads(line))


def test_from_a_conflict_back_to_the_page_and_a_verdict_that_stays(run, records):
    _, out, _ = run("dossier", records, "--json")
    conflict = json.loads(out)["stories"][0]["conflicts"][0]["id"]
    status, out, _ = run("trace", conflict)
    assert status == 0
    assert out.rstrip().endswith("verbatim")
    assert "Rabu (2/5)" in out
    status, out, _ = run("judge", conflict, "--verdict", "false-alarm", "--by", "rina", "--note", "uji")
    assert status == 0 and "rina" in out
    _, out, _ = run("dossier", records, "--json")
    assert conflict not in [one["id"] for one in json.loads(out)["stories"][0]["conflicts"]]
    _, out, _ = run("judge", "--json")
    given = json.loads(out.splitlines()[0])["id"]
    assert run("judge", "--withdraw", given, "--by", "rina")[0] == 0
    _, out, _ = run("dossier", records, "--json")
    assert conflict in [one["id"] for one in json.loads(out)["stories"][0]["conflicts"]]


def test_the_html_file_stands_alone(run, records, tmp_path):
    status, out, _ = run("dossier", records, "--html", "d.html", "--lang", "en")
    assert status == 0 and out.rstrip().endswith("HTML: d.html")
    page = (tmp_path / "d.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in unescape(page)
    assert (
        "<script" not in page and "http://" not in page.replace("http://www.w3.org/2000/svg", "") and "src=" not in page
    )
    assert 'lang="en"' in page and "What was said" in page
    assert not list(tmp_path.glob("*.half"))


def test_markup_in_a_page_stays_text(run, tmp_path):
    evil = {**RECORDS[0], "title": "<script>alert(1)</script>", "text": RECORDS[0]["text"] + " <img src=x onerror=y>"}
    (tmp_path / "e.jsonl").write_text(json.dumps(evil), encoding="utf-8")
    run("dossier", "e.jsonl", "--html", "e.html")
    page = (tmp_path / "e.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page and "<img src=x" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("read", "nowhere"), 1, "no such file or folder"),
        (("dossier", "https://example.org/a"), 1, "--fetch"),
        (("dossier",), 2, "SOURCE"),
        (("read", "x", "--no-such-option"), 2, "no-such-option"),
        (("trace", "ln-nothing"), 2, "no dossier"),
        (("judge", "st-a", "--verdict", "same", "--by", "rina"), 2, "two ids"),
        (("judge", "st-a", "--verdict", "maybe", "--by", "rina"), 2, "same, different"),
        (("dossier", "x", "--lang", "fr"), 2, "interface"),
    ],
)
def test_wrong_words_and_missing_things_are_said(run, words, status, says):
    ended, out, err = run(*words)
    assert ended == status
    assert says in out + err
    assert "Traceback" not in out + err


def test_a_folder_without_pages(run, tmp_path):
    (tmp_path / "empty").mkdir()
    status, _, err = run("dossier", "empty")
    assert status == 1 and "no pages in this folder" in err and "empty" in err


def test_what_cannot_be_read_does_not_stop_the_rest(run, records, tmp_path):
    (tmp_path / "nothing.html").write_bytes(b"")
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    status, out, err = run("dossier", records, "nothing.html", "picture.html")
    assert status == 0 and "Raka" in out
    assert "nothing.html" in err and "picture.html" in err
    _, out, _ = run("problems")
    assert "nothing.html" in out and "picture.html" in out


def test_a_store_of_a_newer_runut_is_left_alone(run, records, tmp_path):
    (tmp_path / "kept").mkdir()
    file = tmp_path / "kept" / "store.db"
    with sqlite3.connect(file) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 5}")
    status, _, err = run("dossier", records)
    assert status == 1 and "newer runut" in err and str(file) in err


def test_twice_is_as_once(run, records):
    first, second = run("dossier", records, "--json"), run("dossier", records, "--json")
    assert first == second


def test_what_was_not_measured_is_not_called_none(run, tmp_path):
    text = "Die Brücke über den Fluss bleibt bis Montag gesperrt, teilte die Gemeinde mit. Der Verkehr wird umgeleitet."
    (tmp_path / "de.jsonl").write_text(json.dumps({"id": "d", "text": text, "language": "de"}), encoding="utf-8")
    status, out, _ = run("dossier", "de.jsonl", "--lang", "en")
    assert status == 0
    assert "not measured" in out and "none found" not in out

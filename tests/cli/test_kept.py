"""Commands over what earlier runs kept: pages read again, articles found by their words."""

import json

from typer.testing import CliRunner

from runut.cli import app

PAGE = """<!DOCTYPE html><html lang="id"><head><title>{title} - Kabar Lembah</title>
<meta property="og:site_name" content="Kabar Lembah"><link rel="canonical" href="https://kabarlembah.example/a/1">
<meta property="article:published_time" content="2024-05-03T09:00:00+07:00"></head><body><article><h1>{title}</h1>
<p>Bupati Raka Wijaya menutup bendungan itu pada Kamis (2/5) setelah retakan ditemukan di sisi timur.</p>
<p>Sedikitnya {count} keluarga diminta mengungsi ke balai desa sampai pemeriksaan selesai.</p>
<p>Petugas memeriksa dinding bendungan sejak pagi dan memasang pagar di sepanjang jalan masuk.</p>{more}
</article></body></html>"""
MORE = "<p>Hujan lebat diperkirakan turun lagi di hulu pada akhir pekan ini.</p>"


def run(tmp_path, *words):
    environment = {"RUNUT_STORE": str(tmp_path / "store.db"), "RUNUT_WORKERS": "1", "COLUMNS": "100"}
    return CliRunner().invoke(app, list(words), env=environment)


def read_twice(tmp_path):
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    first.write_text(PAGE.format(title="Bendungan Ditutup", count=40, more=""), encoding="utf-8")
    second.write_text(PAGE.format(title="Bendungan Ditutup", count=60, more=MORE), encoding="utf-8")
    for file in (first, second):
        assert run(tmp_path, "read", str(file)).exit_code == 0


def test_a_page_read_again_shows_what_changed(tmp_path):
    read_twice(tmp_path)
    shown = run(tmp_path, "revisions", "https://kabarlembah.example/a/1", "--lang", "en")
    assert shown.exit_code == 0
    assert "~ reworded  [figure]" in shown.output
    assert "[40]" in shown.output and "[60]" in shown.output
    assert "+ added" in shown.output and "Hujan lebat" in shown.output
    (line,) = run(tmp_path, "revisions", "https://kabarlembah.example/a/1", "--json").output.splitlines()
    assert [change["kind"] for change in json.loads(line)["changes"]] == ["reworded", "added"]


def test_a_page_read_once_has_no_revisions_and_an_unknown_one_is_said(tmp_path):
    read_twice(tmp_path)
    assert run(tmp_path, "revisions", "https://kabarlembah.example/none").exit_code != 0


def test_articles_are_found_by_other_forms_of_their_words(tmp_path):
    read_twice(tmp_path)
    assert "Kabar Lembah" in run(tmp_path, "search", "pemeriksa").output
    assert len(run(tmp_path, "search", "bendungan", "--json").output.splitlines()) == 2
    assert run(tmp_path, "search", '"akhir bendungan"').exit_code == 1

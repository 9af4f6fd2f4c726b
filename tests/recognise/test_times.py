"""Expressions of time: marked cases, weekdays that contradict dates, quotations, dating."""

import json
import re
import tomllib
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from runut.languages.pack import FOLDERS, load_pack
from runut.recognise.dating import infer_day
from runut.recognise.times import find_times, infer_published
from runut.recognise.view import View, make_view
from runut.records.article import Article, Published
from runut.records.marks import TimeExpression
from runut.records.page import Place
from runut.records.spans import Part

SHARED = Path(__file__).parents[2] / "../shared"
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def view_of(text: str, language: str = "id", kind: Any = "body") -> View:
    pack = load_pack(language)
    assert pack is not None
    parts = tuple(Part(kind, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return make_view(Article("ar-x", "pg-x", Place("x.txt"), "text", text, language, parts=parts), pack)


def times(text: str, day: str | None, language: str = "id", kind: Any = "body") -> tuple[TimeExpression, ...]:
    return find_times(view_of(text, language, kind), Published(day, "source") if day else None)


MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def lines() -> list[tuple[str, str, str]]:
    """Marked lines with their language and day: the value before the bar, the words after it."""
    found = []
    for code, folder in FOLDERS.items():
        text = files(f"runut.languages.{folder}").joinpath("cases/times.toml").read_text(encoding="utf-8")
        for group in tomllib.loads(text)["group"]:
            found += [(line, code, group["day"]) for line in group["lines"].strip().splitlines()]
    return found


@pytest.mark.parametrize(("line", "language", "day"), lines(), ids=lambda value: value[:50])
def test_marked_times(line: str, language: str, day: str) -> None:
    text = MARK.sub(lambda mark: mark[2], line)
    found = times(text, day or None, language)
    assert [(t.value or "?", text[t.span.start : t.span.end]) for t in found] == MARK.findall(line)


def test_every_contradiction_of_weekday_and_date_is_found_and_no_other() -> None:
    published = date(2024, 2, 1)
    for step in range(1000):
        anchor = published + timedelta(days=step)
        day = anchor - timedelta(days=step % 30)
        right = f"Rapat digelar {DAYS[day.weekday()]} ({day.day}/{day.month})."
        (time,) = times(right, anchor.isoformat())
        assert (time.value, time.flags) == (day.isoformat(), ())
        wrong = f"Rapat digelar {DAYS[(day.weekday() + 1 + step % 6) % 7]} ({day.day}/{day.month})."
        (time,) = times(wrong, anchor.isoformat())
        assert time.flags == ("weekday-mismatch",)


def test_the_weekday_of_the_day_before_publication_is_believed() -> None:
    (time,) = times("Ia menyatakannya Kamis (12/6).", "2020-06-12")
    assert time.value == "2020-06-11"
    assert "Thursday" in time.because


def test_an_impossible_date_is_flagged() -> None:
    (time,) = times("Rapat digelar 31 Juni 2025.", "2025-07-02")
    assert (time.value, time.flags) == (None, ("impossible-date",))


def test_days_in_a_quotation_are_read_against_the_time_of_speaking() -> None:
    _, today = times('Pada Senin (10/3) Siti berkata, "Kapal tiba hari ini."', "2025-03-14")
    assert (today.value, today.anchor, today.in_quote) == ("2025-03-10", "utterance", True)


def test_a_stamp_keeps_its_zone() -> None:
    (time,) = times("JUMAT, 14 MARET 2025 | 12:48 WIB", "2025-03-14", kind="date")
    assert time.value == "2025-03-14T12:48+07:00"


def test_years_of_undated_articles() -> None:
    assert infer_day([(2, 6, 19), (3, 6, 20)], [2022]) == date(2024, 6, 19)
    (first, second) = times("Pada 2022 panen gagal. Rapat digelar Rabu (19/6).", None)
    assert (first.value, second.value) == ("2022", "2024-06-19")
    assert times("Rapat digelar Rabu (19/6).", None)[0].value == "XXXX-06-19"


def test_an_undated_article_is_of_the_day_it_tells_of() -> None:
    told = "Pasangan itu menikah pada 19 Agustus 2019. Video diunggah Minggu (15/9/2019)."
    assert infer_published(view_of(told)) == Published("2019-09-15", "inferred", "2019-09-15")
    announced = "Konser akan digelar Sabtu (21/9/2019). Tiket dijual sejak Senin (16/9/2019)."
    assert infer_published(view_of(announced)) == Published("2019-09-16", "inferred", "2019-09-16")
    assert infer_published(view_of("Gedung itu dibuka pada 2 Mei 1998.")) is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("awal bulan ini", "2025-03-01", "2025-03-10"),
        ("pertengahan Februari 2025", "2025-02-11", "2025-02-20"),
        ("akhir bulan lalu", "2025-02-21", "2025-02-28"),
        ("bulan lalu", "2025-02-01", "2025-02-28"),
    ],
)
def test_a_stage_of_a_month_is_a_third_of_it(words: str, first: str, last: str) -> None:
    (time,) = times(f"Rapat digelar {words}.", "2025-03-24")
    assert (time.first, time.last, time.grain) == (first, last, "month")


@pytest.mark.parametrize(
    "text", ["", "((((12/12/12/12", "Senin " * 400, "1,5 2.000 '98 31/31", "pukul " * 300, "99-99-9999"]
)
def test_odd_text_is_survived(text: str) -> None:
    for language in FOLDERS:
        times(text, "2025-01-01", language)
        times(text, None, language)


def test_own_forty() -> None:
    path = SHARED / "data/time/own_40_id.jsonl"
    if not path.is_file():
        pytest.skip("needs the development data")
    right = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        found, wanted, interval = times(item["text"], item["published"]), item["expected"], item["interval"]
        if wanted == "NONE":
            right += not found
        elif wanted.startswith("CONFLICT"):
            right += any("weekday-mismatch" in time.flags for time in found)
        else:
            right += any(
                t.value in (wanted, wanted.split(";")[0])
                or bool(interval and t.first and t.last and interval[0] <= t.first and t.last <= interval[1])
                for t in found
            )
    assert right >= 38

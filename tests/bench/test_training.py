"""The scripts of training/ say what data is absent and write nothing without it."""

import subprocess
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).resolve().parents[2] / "training"


@pytest.mark.parametrize(
    ("script", "first"),
    [
        ("language", "reading/dslcc2-id-ms.tar.gz"),
        ("names", "language/ner/idner-news-2k/train.txt"),
        ("term_counts", "stories/id_stream_2019-09-10_18.jsonl.gz"),
    ],
)
def test_absent_data_is_named(script: str, first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINING_DATA", str(tmp_path))
    done = subprocess.run([sys.executable, TRAINING / f"{script}.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("nothing was trained: ")
    assert first in done.stderr

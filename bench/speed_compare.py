"""What comparing costs: articles of the stream's stories taken together as one story of 50 and of 400.

    python bench/speed_compare.py

Recognising is left out. CPU seconds of this process; skipped where the development data is absent.
"""

import time
from itertools import islice

from audit_cards import conflicts_of, stories_of
from runut.recognise.article import recognise_article

SIZES = (50, 400)
SAMPLES = ("S1", "S2")


def main() -> None:
    """Print a line for each size."""
    articles = [article for _, story in stories_of(SAMPLES) for article in story]
    findings = [recognise_article(article) for article in islice(articles, max(SIZES))]
    for size in SIZES:
        begun = time.process_time()
        cards = conflicts_of(articles[:size], findings[:size])
        print(f"comparing {size} articles: {time.process_time() - begun:.1f} CPU-seconds, {len(cards)} cards")


if __name__ == "__main__":
    main()

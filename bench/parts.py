"""What is measured: each part's command, the data it needs, and where its figures stand in what it prints."""

from collections.abc import Iterable, Mapping

from bench.printed import SHARED, Figure, Part

_PRF = r".*?F1? +(?P<value>[\d.]+)"
_SPEED = Figure(r"^speed (?P<set>.+?) (?P<value>[\d.]+) articles/s", "{set}: articles per CPU-second", "stream of 2019",
                "machine", floor=False)  # fmt: skip

_SETS = "PolNeAR dev, PFSA dev-40, UD-CSUI, gold stories"


def _statements(what: str, column: int, peers: Mapping[str, str]) -> Figure:
    """The figure in a column (from 0) of the table of statements; rows without one there give none."""
    line = rf"^(?P<set>[a-z]\S*(?: joined| apart)?)(?: +[\d.-]+){{{column}}} +(?P<value>\d?\.\d+)"
    return Figure(line, f"{what}, {{set}}", _SETS, "tuned", peers=peers)


PARTS: tuple[Part, ...] = (
    Part(
        "reading",
        ("bench/score_reading.py",),
        (
            Figure(
                r"^set (?P<set>\S+)  reader runut .*?  F1 (?P<value>[\d.]+)", "body F1, {set}", "HTML pages", "tuned"
            ),
            Figure(
                r"^set (?P<set>(?!indonesian)\S+)  reader runut .*?  F1 unseen (?P<value>[\d.]+)",
                "body F1, {set}, unseen half",
                "HTML pages",
                "unseen",
            ),
            Figure(
                r"^set (?P<set>\S+)  reader runut .*?  verbatim (?P<value>[\d.]+)",
                "parts traced verbatim, {set}",
                "HTML pages",
                "tuned",
            ),
            Figure(
                r"^set (?P<set>\S+  reader (?!runut)\S+) .*?  F1 (?P<value>[\d.]+)",
                "body F1, {set}",
                "HTML pages",
                "unseen",
                floor=False,
            ),
        ),
    ),
    Part(
        "saved-text",
        ("bench/score_saved_text.py",),
        (
            Figure(
                r"^(?P<set>(?!fundus \(unseen\))\S.*?) +\d+  P .*F1 (?P<value>[\d.]+)$",
                "body F1, {set}",
                "visible text of HTML pages",
                "tuned",
            ),
            Figure(
                r"^(?P<set>fundus \(unseen\).*?) +\d+  P .*F1 (?P<value>[\d.]+)$",
                "body F1, {set}",
                "visible text of HTML pages",
                "unseen",
            ),
        ),
    ),
    Part(
        "statements",
        ("bench/score_statements.py",),
        (
            _statements("span recall", 3, {}),
            _statements("span F1", 4, {"polnear-dev": "GGT .478, textacy .281"}),
            _statements("direct recall", 5, {"polnear-dev": "GGT .730, textacy .742"}),
            _statements("indirect recall", 7, {"polnear-dev": "GGT .245, textacy .037"}),
            _statements("speaker on matched", 8, {"polnear-dev": "GGT .831, textacy .918 of the few it finds"}),
            _statements("content and speaker, recall", 9, {"polnear-dev": "GGT .319, textacy .179"}),
        ),
    ),
    Part(
        "names",
        ("bench/score_names.py",),
        (
            Figure(
                r"^names detik2026 (?P<set>\S+) .*overlap R (?P<value>[\d.]+)",
                "overlap recall, {set}",
                "19 articles, names listed by hand; misses were read",
                "tuned",
            ),
            Figure(
                r"^names unseen41 (?P<set>\S+) .*overlap R (?P<value>[\d.]+)",
                "overlap recall in 41 more articles, {set}",
                "six outlets, 722 places of names listed by hand",
                "unseen",
            ),
            Figure(
                r"^names unseen41 (?P<set>\S+) .*kind R (?P<value>[\d.]+)",
                "recall of the right kind in 41 more articles, {set}",
                "the same",
                "unseen",
            ),
        ),
    ),
    Part(
        "times",
        ("bench/score_times.py",),
        (
            Figure(
                r"^times own +(?P<value>\d+/\d+)",
                "own expressions, value right",
                "40 expressions",
                "own",
                peers={"": "dateparser 17/40, HeidelTime 12/40"},
            ),
            Figure(
                r"^times weekdays +contradictions (?P<value>\d+/\d+)",
                "weekday contradictions found",
                "1,000 dates",
                "own",
            ),
            Figure(
                r"^times weekdays .*alarms (?P<value>\d+/\d+)",
                "false alarms on right weekdays",
                "1,000 dates",
                "own",
                "less",
            ),
            Figure(
                r"^times (?P<set>(?!seeds)\S+) .*R [\d.]+ F1 (?P<value>[\d.]+)",
                "value F1, {set}",
                "annotated news",
                "tuned",
                peers={"id-news": "dateparser .387, HeidelTime .401 (other pages)"},
            ),
        ),
    ),
    Part(
        "figures",
        ("bench/score_figures.py",),
        (Figure(r"^figures (?P<set>\S+) .*F1 (?P<value>[\d.]+)", "F1, {set}", "cases of the language packs", "own"),),
        (),
    ),
    Part(
        "events",
        ("bench/score_events.py",),
        (
            Figure(r"^events own .*R (?P<value>[\d.]+)", "recall, own sentences", "26 sentences", "own"),
            Figure(r"^events plv .*gold type (?P<value>[\d.]+)", "events of the gold type", "PLV", "tuned"),
        ),
    ),
    Part(
        "stories",
        ("bench/score_stories.py",),
        (
            Figure(
                rf"^event pairs (?P<set>all|even seeds|odd seeds) {_PRF}",
                "same event F, {set}",
                "judged Indonesian pairs",
                "tuned",
                peers={"": "TF-IDF .667, TF-IDF and e5 .686 (another part of the set)"},
            ),
            Figure(
                rf"^storyline pairs (?P<set>all|even seeds|odd seeds) {_PRF}",
                "same storyline F, {set}",
                "judged Indonesian pairs",
                "tuned",
                peers={"": "TF-IDF .906 (another part of the set)"},
            ),
            Figure(
                rf"^(?P<set>english|basil|ecb) stories {_PRF}",
                "stories B3 F, {set}",
                "NeuS Apr-Jun 2021, BASIL 2010-2013, ECB+",
                "tuned",
                peers={
                    "english": "TF-IDF, agglomerative .886 (another part)",
                    "basil": "TF-IDF, agglomerative .923 (another part)",
                    "ecb": "TF-IDF, agglomerative .835 (another part)",
                },
            ),
            Figure(
                r"^pile (?P<set>\w+) .*stories (?P<value>\d+/\d+)",
                "stories told per true story, {set} pile",
                "gold stories and seeds",
                "tuned",
                "less",
            ),
            Figure(
                r"^pile (?P<set>\w+) .*mixed (?P<value>\d+)",
                "mixed stories, {set} pile",
                "gold stories and seeds",
                "tuned",
                "less",
            ),
            Figure(
                r"^languages joined \d+ P (?P<value>[\d.]+)",
                "joins of two languages, precision",
                "translated agency news",
                "tuned",
            ),
            Figure(
                r"^reuse (?P<set>.+ from [\d.]+) found (?P<value>[\d.]+)",
                "pairs found, {set} containment",
                "stream of 2019",
                "tuned",
            ),
            _SPEED,
        ),
    ),
    Part(
        "alignment",
        ("bench/score_alignment.py",),
        (
            Figure(
                r"^mean +[\d.]+ +[\d.]+ +(?P<value>[\d.]+)",
                "pairs of statements F1, mean",
                "gold stories, seeds",
                "tuned",
            ),
        ),
    ),
    Part(
        "alignment in real stories",
        ("bench/score_alignment.py", "--real"),
        (
            Figure(
                r"^real (?P<set>id|en): F1 (?P<value>[\d.]+)",
                "pairs of statements F1, mean, {set}",
                "63 stories of 2010 to 2021, pairs listed by hand",
                "tuned",
            ),
        ),
    ),
    Part(
        "conflicts",
        ("bench/score_conflicts.py",),
        (
            Figure(
                r"^any tier: (?P<value>\d+ of \d+)", "gold conflicts found, any tier", "gold stories, seeds", "tuned"
            ),
            Figure(
                r"tier A or B: (?P<value>\d+ of \d+)",
                "of kinds that can be certain, in A or B",
                "gold stories, seeds",
                "tuned",
            ),
            Figure(
                r"^cards in A and B that are not in gold: (?P<value>\d+)",
                "cards in A and B not in gold",
                "gold stories, seeds",
                "tuned",
                "less",
            ),
        ),
    ),
    Part(
        "origins",
        ("bench/score_origins.py",),
        (
            Figure(
                r"^(?P<set>said|holds) +inside (?P<value>[\d.]+)",
                "true count inside, {set}",
                "annotated claims",
                "tuned",
            ),
            Figure(
                r"^(?P<set>said|holds) .*width <= 1 (?P<value>[\d.]+)", "narrow, {set}", "annotated claims", "tuned"
            ),
        ),
    ),
    Part(
        "perturbation",
        ("bench/perturb.py",),
        (
            Figure(
                r"^  (?P<set>id|en) slips: found (?P<value>[\d.]+)", "slips found, {set}", "aligned sentences", "unseen"
            ),
            Figure(
                r"^  (?P<set>id|en) honest edits: .*in A or B (?P<value>[\d.]+)",
                "honest edits flagged, {set}",
                "aligned sentences",
                "unseen",
                "less",
            ),
            Figure(
                r"^  (?P<set>id|en) written edits: in A or B (?P<value>[\d.]+)",
                "honest edits written by hand flagged, {set}",
                "own pairs of sentences",
                "own",
                "less",
            ),
        ),
    ),
    Part(
        "slips",
        ("bench/slips.py",),
        (
            Figure(
                r"^(?P<set>unseen (?:id|en)): found (?P<value>[\d.]+)",
                "single slips found, {set}",
                "own pairs of articles",
                "unseen",
            ),
            Figure(
                r"^(?P<set>(?:dev|more) (?:id|en)): found (?P<value>[\d.]+)",
                "single slips found, {set}",
                "own pairs of articles",
                "tuned",
            ),
            Figure(
                r"^(?P<set>\w+ (?:id|en)): .*without a slip: .*C (?P<value>\d+)$",
                "cards of any tier without a slip, {set}",
                "own pairs of articles",
                "own",
                "less",
            ),
        ),
    ),
    Part(
        "dossiers",
        (str(SHARED / "score/run_gold.py"),),
        (
            Figure(r"^mean .*end-to-end (?P<value>[\d.]+)", "end-to-end F, mean", "seeds and gold stories", "tuned"),
            Figure(r"^mean .*statements F (?P<value>[\d.]+)", "statements F, mean", "seeds and gold stories", "tuned"),
            Figure(r"^mean .*alignment (?P<value>[\d.]+)", "alignment F, mean", "seeds and gold stories", "tuned"),
            Figure(r"^mean .*conflicts (?P<value>\d+/\d+)", "conflicts found", "seeds and gold stories", "tuned"),
        ),
        ("data", "score/run_gold.py"),
    ),
    Part(
        "speed",
        ("-m", "bench.speed"),
        (
            Figure(
                r"^(?P<set>.+): (?P<value>[\d.]+) CPU-seconds",
                "{set}: CPU-seconds",
                "whole process",
                "machine",
                "less",
                floor=False,
            ),
            Figure(
                r"^(?P<set>.+): .* (?P<value>\d+) MB at most",
                "{set}: MB at most",
                "whole process",
                "machine",
                "less",
                floor=False,
            ),
            Figure(
                r"^cost grows as pages to the power (?P<value>[\d.]+)",
                "cost grows as pages to the power",
                "whole process",
                "machine",
                "less",
                floor=False,
            ),
        ),
        (),
    ),
    Part(
        "speed of comparing",
        ("bench/speed_compare.py",),
        (
            Figure(
                r"^comparing (?P<set>\d+ articles): (?P<value>[\d.]+) CPU-seconds",
                "one story of {set}: CPU-seconds",
                "stream of 2019",
                "machine",
                "less",
                floor=False,
            ),
        ),
    ),
    Part(
        "speed of recognising",
        ("-m", "bench.speed_recognise"),
        (
            _SPEED,
            Figure(
                r"^memory with (?P<set>.+?) (?P<value>\d+) MB$",
                "{set}: MB at most",
                "stream of 2019, BASIL",
                "machine",
                "less",
                floor=False,
            ),
            Figure(
                r"^odd (?P<set>.+?): .* (?P<value>[\d.]+) s$",
                "slowest recogniser on odd text, {set}: CPU-seconds",
                "made",
                "machine",
                "less",
                floor=False,
            ),
        ),
    ),
)
"""Parts in the order of the pipeline."""


def parts_named(names: Iterable[str]) -> list[Part]:
    """The parts with these names, all for none; KeyError for a name that none has."""
    by_name = {part.name: part for part in PARTS}
    return [by_name[name] for name in names] or list(PARTS)

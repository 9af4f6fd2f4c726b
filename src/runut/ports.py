"""What the core asks of the world, as Protocols. `backends/` and `store/` answer."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Protocol, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

In = TypeVar("In")
Out = TypeVar("Out")
Key = TypeVar("Key", bound=Hashable)


class Embedder(Protocol):
    """Texts to vectors; deterministic, and independent of what else stands in the batch."""

    @property
    def name(self) -> str:
        """Name and version, part of every cache key."""
        ...

    @property
    def same_score(self) -> float:
        """Cosine at and above which two sentences usually say the same, as measured for this embedder."""
        ...

    @property
    def crosses_languages(self) -> bool:
        """Whether a sentence and its translation come out near each other."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit-length row for each text, in order; shape (len(texts), dimensions)."""
        ...


class Memo(Protocol):
    """Results kept by key. A key names everything that the result depends on, so an entry is never stale."""

    def get(self, key: str) -> bytes | None:
        """What was put under this key, or None."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`."""
        ...


class Engine(Protocol):
    """Where tasks run. Results come in the order of the items, whatever the number of workers."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def map(
        self, task: Callable[[In], Out], items: Iterable[In], lost: Callable[[In], Out] | None = None
    ) -> Iterator[Out]:
        """Results of a top-level function over picklable items, in order.

        `lost` gives the result of an item whose worker died over it (killed, out of memory, a crash in a library);
        without it that is an error.
        """
        ...

    def group(self, keyed: Iterable[tuple[Key, In]]) -> Iterator[tuple[Key, list[In]]]:
        """Items brought together by key, keys in order of first sight, items in their order."""
        ...

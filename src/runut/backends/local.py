"""The local engine: a pool of processes on this machine, results in order, input read only a little ahead."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Self, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")
Key = TypeVar("Key", bound=Hashable)

FEW = 24
"""Below this many items everything runs in this process: starting workers costs more than it saves."""
AHEAD = 4
"""Items in flight for each worker; keeps workers busy while memory stays independent of the input's length."""


class LocalEngine:
    """Runs top-level functions over picklable items; `workers` 0 means one for each core, 1 means no pool."""

    def __init__(self, workers: int = 0) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def map(self, task: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """Results in the order of the items."""
        stream = iter(items)
        first = list(islice(stream, FEW))
        if self.workers == 1 or len(first) < FEW:
            yield from map(task, first)
            yield from map(task, stream)
            return
        waiting: deque[Future[Out]] = deque()
        pool = self._started()
        for item in first:
            waiting.append(pool.submit(task, item))
        for item in stream:
            waiting.append(pool.submit(task, item))
            while len(waiting) > AHEAD * self.workers + FEW:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def group(self, keyed: Iterable[tuple[Key, In]]) -> Iterator[tuple[Key, list[In]]]:
        """Items brought together by key, keys in order of first sight, items in their order."""
        groups: dict[Key, list[In]] = {}
        for key, item in keyed:
            groups.setdefault(key, []).append(item)
        yield from groups.items()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(["runut.pipeline.tasks"])
            self._pool = ProcessPoolExecutor(self.workers, mp_context=context)
        return self._pool

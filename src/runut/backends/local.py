"""The local engine: a pool of processes on this machine, results in order, input read only a little ahead.

A worker that dies costs the item it died over and no other: what was under way is then done again one by one, each
alone in a fresh process, and only an item that kills that process too is lost.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Self, TypeVar

from runut.backends.limits import limit_memory, with_limited_time
from runut.errors import RunutError

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
        self._stop()

    def map(
        self, task: Callable[[In], Out], items: Iterable[In], lost: Callable[[In], Out] | None = None
    ) -> Iterator[Out]:
        """Results in the order of the items; `lost` gives that of an item whose worker died over it."""
        stream = iter(items)
        first = list(islice(stream, FEW))
        if self.workers == 1 or len(first) < FEW:
            yield from map(task, first)
            yield from map(task, stream)
            return
        waiting: deque[tuple[In, Future[Out]]] = deque()
        for item in first:
            waiting.append((item, self._submit(task, item)))
        for item in stream:
            waiting.append((item, self._submit(task, item)))
            while len(waiting) > AHEAD * self.workers + FEW:
                yield from self._next(task, waiting, lost)
        while waiting:
            yield from self._next(task, waiting, lost)

    def group(self, keyed: Iterable[tuple[Key, In]]) -> Iterator[tuple[Key, list[In]]]:
        """Items brought together by key, keys in order of first sight, items in their order."""
        groups: dict[Key, list[In]] = {}
        for key, item in keyed:
            groups.setdefault(key, []).append(item)
        yield from groups.items()

    def _next(
        self, task: Callable[[In], Out], waiting: deque[tuple[In, Future[Out]]], lost: Callable[[In], Out] | None
    ) -> Iterator[Out]:
        """The next result; all that is under way where a worker died."""
        item, future = waiting.popleft()
        try:
            yield future.result()
            return
        except BrokenProcessPool:
            self._stop()
        yield self._alone(task, item, lost)
        while waiting:
            item, future = waiting.popleft()
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
            else:
                yield self._alone(task, item, lost)

    def _alone(self, task: Callable[[In], Out], item: In, lost: Callable[[In], Out] | None) -> Out:
        with _new_pool(1) as pool:
            try:
                return pool.submit(with_limited_time, task, item).result()
            except BrokenProcessPool as error:
                if lost is None:
                    raise RunutError("a worker process died; was it killed, or out of memory?") from error
                return lost(item)

    def _submit(self, task: Callable[[In], Out], item: In) -> Future[Out]:
        if self._pool is None:
            self._pool = _new_pool(self.workers)
        try:
            return self._pool.submit(with_limited_time, task, item)
        except BrokenProcessPool as error:  # told when its turn comes, so that the order stays
            failed: Future[Out] = Future()
            failed.set_exception(error)
            return failed

    def _stop(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _new_pool(workers: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["runut.pipeline.tasks"])
    return ProcessPoolExecutor(workers, mp_context=context, initializer=limit_memory)

"""What one page may cost a worker: memory, and processor time that not even a library's own loop can overstay.

The stages stop themselves after `PAGE_SECONDS` (`pipeline/tasks.py`); these limits hold where they cannot.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

try:
    import resource
except ImportError:  # a platform without such limits
    resource = None  # type: ignore[assignment]

In = TypeVar("In")
Out = TypeVar("Out")

MEMORY_BYTES = 2_000_000_000
"""Memory that a worker may take on after its start: models about 0.7 GB, the rest for the page."""
CPU_SECONDS = 60
"""Processor time after which the system ends a worker over one item."""


def limit_memory() -> None:
    """From now on this process fails to get more than `MEMORY_BYTES` beyond what it has (an exception, no crash)."""
    pages = Path("/proc/self/statm")
    if resource is None or not pages.is_file():
        return
    held = int(pages.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard in (resource.RLIM_INFINITY,) or hard > held + MEMORY_BYTES:
        resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY_BYTES, hard))


def with_limited_time(task: Callable[[In], Out], item: In) -> Out:
    """What the task gives; the system ends this process if the task takes more than `CPU_SECONDS`."""
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(time.process_time()) + 1 + CPU_SECONDS
        if hard == resource.RLIM_INFINITY or soft <= hard:
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
    return task(item)

"""The stages as tasks for an engine: top-level functions over picklable records, each under a limit of time."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from runut.read.article import read_page
from runut.read.triage import triage
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.findings import Findings
from runut.records.notes import Problem, Stage
from runut.records.page import Page, Place

PAGE_SECONDS = 20
"""A page that takes longer is given up and reported; the slowest real page seen took under two."""


Result = TypeVar("Result")


class _TooSlow(BaseException):
    pass


@contextmanager
def _limit(seconds: int) -> Iterator[None]:
    """Raise `_TooSlow` after `seconds` of processor time, where the platform can and this is the main thread.

    Processor time, so that a busy machine reads no fewer pages than an idle one.
    """
    if not hasattr(signal, "SIGPROF") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TooSlow

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def read_task(given: tuple[Page, bytes]) -> Article | Problem:
    """The article of a page, or the problem with it; never an exception."""
    page, body = given
    return _guarded("read", page.place, None, lambda: read_page(page, body))


def recognise_task(given: tuple[Article, Published | None]) -> Findings | Problem:
    """The findings of an article, or the problem with it; never an exception."""
    article, anchor = given
    return _guarded("recognise", article.place, article.record, lambda: recognise_article(article, anchor))


def look_task(given: tuple[Page, bytes]) -> str:
    """The language of a page after a cheap look; "und" where even that fails, so that reading may say why."""
    page, body = given
    if page.medium == "record":
        return "und"
    try:
        with _limit(PAGE_SECONDS):
            return triage(page, body).language
    except (_TooSlow, Exception):
        return "und"


def lost_look(_given: tuple[Page, bytes]) -> str:
    """The language of a page whose worker died over it: not known."""
    return "und"


def lost_page(given: tuple[Page, bytes]) -> Article | Problem:
    """What is said of a page whose worker died over it."""
    return _died("read", given[0].place, None)


def lost_article(given: tuple[Article, Published | None]) -> Findings | Problem:
    """What is said of an article whose worker died over it."""
    return _died("recognise", given[0].place, given[0].record)


def _died(stage: Stage, place: Place, record: str | None) -> Problem:
    says = "the process that worked on this page died (killed, or out of memory); the other pages were read"
    return Problem(stage, "died", place.file, says, place.offset, place.length, record)


def _guarded(stage: Stage, place: Place, record: str | None, work: Callable[[], Result]) -> Result | Problem:
    def problem(code: str, says: str) -> Problem:
        return Problem(stage, code, place.file, says, place.offset, place.length, record)

    try:
        with _limit(PAGE_SECONDS):
            return work()
    except _TooSlow:
        return problem("too-slow", f"given up after {PAGE_SECONDS} seconds of processor time")
    except MemoryError:
        return problem("too-much-memory", "this page needs more memory than a page may")
    except RecursionError:
        return problem("too-deep", "this page is nested too deeply")
    except Exception as error:  # a fault of ours must not cost the user the other pages
        says = f"runut failed on this page ({type(error).__name__}: {error}); please report it with the page"
        return problem("fault", says)

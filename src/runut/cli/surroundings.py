"""What every command needs around it: settings, store, engine, a bar on a terminal, and ways to print."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from runut.backends import make_embedder, make_engine
from runut.errors import RunutError, StoreError
from runut.pipeline.run import Pile, Run
from runut.pipeline.triage import only_in
from runut.records.notes import Problem
from runut.settings import Settings, load_settings
from runut.sources import open_sources
from runut.store import open_store
from runut.store.sqlite import Store

Sources = Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, or - for records.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON as the contract describes it.")]
StoreFile = Annotated[str | None, typer.Option("--store", metavar="FILE", help="Where results are kept.")]
Fetch = Annotated[bool, typer.Option("--fetch", help="Allow addresses (http, https) to be fetched.")]
Interface = Annotated[str | None, typer.Option("--lang", metavar="id|en", help="Language of labels and sentences.")]


def settings_of(store: str | None, lang: str | None) -> Settings:
    """The settings in force, with what the command line says."""
    return load_settings(store=store, interface=lang)


def default_store() -> str:
    """Where results are kept when nobody says: the user's state folder, as the XDG rules name it."""
    state = os.environ.get("XDG_STATE_HOME") or str(Path("~/.local/state").expanduser())
    return str(Path(state) / "runut" / "runut.db")


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """The store; one in memory, with a warning, where the default one cannot be opened."""
    try:
        kept = open_store(settings.store or default_store())
    except StoreError as error:
        if settings.store:
            raise
        typer.echo(f"runut: {error}\nrunut: going on without a store; nothing can be traced later", err=True)
        kept = open_store("")
    with kept:
        yield kept


@contextmanager
def running(settings: Settings) -> Iterator[Run]:
    """A run of the pipeline with its store, engine and embedder."""
    with opened(settings) as kept, make_engine(settings.workers) as engine, _progress() as tell:
        yield Run(engine, kept, lambda: make_embedder(settings.embedder), tell)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int | None], None]]:
    """A bar for each stage on standard error, on a terminal only."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done)

        yield tell


def read_sources(run: Run, sources: list[str], settings: Settings, fetch: bool) -> Pile:
    """All pages of the sources, read."""
    got = open_sources(sources, settings, fetch=fetch, memo=run.store if fetch else None)
    return run.read(only_in(settings.only_languages, got, run.engine))


def write_file(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    half = file.with_name(file.name + ".half")
    try:
        half.write_text(text, encoding="utf-8")
        half.replace(file)
    except OSError as error:
        raise RunutError(f"{file}: cannot be written: {error.strerror}") from error


def print_json(document: object) -> None:
    """One document on one line."""
    typer.echo(json.dumps(document, ensure_ascii=False))


def print_lines(documents: Iterable[dict[str, Any]]) -> None:
    """JSON Lines."""
    for document in documents:
        print_json(document)


def say_problem(problem: Problem, *, err: bool = True) -> None:
    """One problem with its file and place."""
    where = problem.file if problem.offset is None else f"{problem.file}, byte {problem.offset}"
    typer.echo(f"{problem.severity}: {where}: {problem.says} [{problem.stage}/{problem.code}]", err=err)


def finish(pile: Pile, *, say_problems: bool = True) -> None:
    """Say the problems on standard error; end with 1 if nothing at all was read."""
    if say_problems:
        for problem in pile.problems:
            say_problem(problem)
    if not pile.articles:
        if not pile.problems:
            typer.echo("error: nothing was read", err=True)
        raise typer.Exit(1)


def width_of_terminal() -> int:
    """Columns to print in: those of the terminal, at most 120."""
    return min(120, Console().width)


def wants_colour() -> bool:
    """Whether to print colours: on a terminal, unless NO_COLOR is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")

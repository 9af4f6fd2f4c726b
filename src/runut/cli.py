"""The command line. Parses words, opens store and engine, hands over to `pipeline/run.py`, prints what `present/` made."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from runut import __version__, doctor
from runut.backends import make_embedder, make_engine
from runut.errors import RunutError, StoreError, UsageError
from runut.pipeline.run import Pile, Run
from runut.pipeline.triage import only_in
from runut.pipeline.walk_back import trace_id
from runut.present import as_html, as_json, as_text
from runut.records.codec import encode
from runut.records.ids import make_id
from runut.records.notes import Judgement, Problem, Verdict
from runut.settings import Settings, load_settings
from runut.sources import open_sources
from runut.store import open_store
from runut.store.sqlite import Store

app = typer.Typer(
    name="runut",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Who said it, through whom, who else says so, and where the versions differ.\n\n"
    "SOURCE is a file or folder of pages (.html, .txt, also .gz), .warc(.gz), a feed, .jsonl records, or - for records "
    "on standard input.\n\nExample: runut dossier examples/pages --html dossier.html",
)

Sources = Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, or - for records.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON as the contract describes it.")]
StoreFile = Annotated[str | None, typer.Option("--store", metavar="FILE", help="Where results are kept.")]
Fetch = Annotated[bool, typer.Option("--fetch", help="Allow addresses (http, https) to be fetched.")]
Interface = Annotated[str | None, typer.Option("--lang", metavar="id|en", help="Language of labels and sentences.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"runut {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def dossier(
    sources: Sources,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also write one offline HTML file.")
    ] = None,
    as_json_: AsJson = False,
    everything: Annotated[bool, typer.Option("--all", help="Unfold what is only worth checking (tier C).")] = False,
    store: StoreFile = None,
    fetch: Fetch = False,
    lang: Interface = None,
) -> None:
    """Tell the stories in a pile of pages: who said what, through whom, how many origins, what differs.

    Example: runut dossier examples/pages --html dossier.html
    """
    settings = _settings(store, lang)
    with _running(settings) as run:
        pile = _read(run, sources, settings, fetch)
        run.recognise(pile)
        run.group(pile)
        made = run.dossier(pile, settings.interface)
    if html is not None:
        _write(html, as_html.dossier_html(made, settings.interface))
    if as_json_:
        _print_json(as_json.dossier_json(made))
    else:
        text = as_text.dossier_text(made, settings.interface, width=_width(), colour=_colour(), unfold=everything)
        typer.echo(text, color=True)
        if html is not None:
            typer.echo(f"HTML: {html}")
    _finish(pile)


@app.command()
def read(
    sources: Sources,
    as_json_: AsJson = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show each page with what was kept, cut and why.")] = False,
    store: StoreFile = None,
    fetch: Fetch = False,
    lang: Interface = None,
) -> None:
    """Read pages: title, body, byline, date, outlet, credits, and what was removed by which rule.

    Example: runut read examples/pages --json
    """
    settings = _settings(store, lang)
    with _running(settings) as run:
        pile = _read(run, sources, settings, fetch)
    if as_json_:
        _print_lines(map(as_json.article_json, pile.articles))
        _print_lines(map(as_json.problem_json, pile.problems))
    else:
        show = as_text.explain_text if explain else as_text.article_text
        for article in pile.articles:
            typer.echo(show(article, settings.interface, width=_width(), colour=_colour()), color=True)
    _finish(pile, say_problems=not as_json_)


@app.command()
def recognise(
    sources: Sources,
    as_json_: AsJson = False,
    store: StoreFile = None,
    fetch: Fetch = False,
    lang: Interface = None,
) -> None:
    """Recognise times, figures, names, and statements with speaker and chain, each with its offsets.

    Example: runut recognise examples/pages --json
    """
    settings = _settings(store, lang)
    with _running(settings) as run:
        pile = _read(run, sources, settings, fetch)
        run.recognise(pile)
        run.group(pile)
    if as_json_:
        _print_lines(as_json.findings_json(article, pile.findings[article.id]) for article in pile.articles)
        _print_lines(map(as_json.problem_json, pile.problems))
    else:
        for article in pile.articles:
            found = pile.findings[article.id]
            typer.echo(
                as_text.findings_text(article, found, settings.interface, width=_width(), colour=_colour()), color=True
            )
    _finish(pile, say_problems=not as_json_)


@app.command()
def stories(
    sources: Sources,
    as_json_: AsJson = False,
    reuse: Annotated[
        bool, typer.Option("--reuse", help="Pairs of articles that share text, with their spans.")
    ] = False,
    store: StoreFile = None,
    fetch: Fetch = False,
    lang: Interface = None,
) -> None:
    """Group articles into stories, and find text that they share.

    Example: runut stories examples/pages --json
    """
    settings = _settings(store, lang)
    with _running(settings) as run:
        pile = _read(run, sources, settings, fetch)
        run.recognise(pile)
        run.group(pile)
    if reuse and as_json_:
        _print_lines(as_json.reuse_json(pair, pile.articles) for pair in pile.reuse)
    elif as_json_:
        _print_lines(as_json.stories_json(pile.articles, pile.stories, pile.sets, pile.reuse))
    else:
        text = as_text.stories_text(pile.articles, pile.stories, pile.reuse, settings.interface, width=_width())
        typer.echo(text)
    _finish(pile, say_problems=not as_json_)


@app.command()
def trace(id: Annotated[str, typer.Argument(metavar="ID")], as_json_: AsJson = False, store: StoreFile = None) -> None:
    """Walk from a line, statement, claim, conflict or article of a dossier back to the characters on the page.

    Example: runut dossier examples/pages --json | ... then: runut trace ln-...
    """
    with _opened(_settings(store, None)) as kept:
        traced = trace_id(id, kept)
    if traced is None:
        raise UsageError(
            f"no dossier in this store shows {id!r}; make it first with runut dossier, with the same --store"
        )
    if as_json_:
        _print_json(json.loads(encode(traced)))
        return
    for step in traced.steps:
        typer.echo(f"{step.what:<12} {step.id}\n{'':<12} {step.says}")
    typer.echo(traced.verdict)


@app.command()
def problems(as_json_: AsJson = False, store: StoreFile = None) -> None:
    """List what could not be read in earlier runs: file, place, what is wrong.

    Example: runut problems --json
    """
    with _opened(_settings(store, None)) as kept:
        found = kept.problems()
    if as_json_:
        _print_lines(map(as_json.problem_json, found))
        return
    for problem in found:
        _say(problem, err=False)
    if not found:
        typer.echo("no problems")


@app.command()
def judge(
    left: Annotated[str | None, typer.Argument(metavar="[ID]", help="A statement, claim or conflict.")] = None,
    right: Annotated[str | None, typer.Argument(metavar="[ID]", help="The statement it is compared with.")] = None,
    verdict: Annotated[
        str | None, typer.Option("--verdict", metavar="V", help="same, different, unsure, false-alarm")
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges.")] = "",
    note: Annotated[str, typer.Option("--note", help="Why.")] = "",
    withdraw: Annotated[str | None, typer.Option("--withdraw", metavar="ID", help="Take a judgement back.")] = None,
    as_json_: AsJson = False,
    store: StoreFile = None,
) -> None:
    """Record a person's verdict on two statements or one conflict; without words, list the verdicts given.

    Example: runut judge cf-… --verdict false-alarm --by rina --note "satuan berbeda"
    """
    with _opened(_settings(store, None)) as kept:
        if left or withdraw:
            kept.judge(_judgement(kept, left or "", right or "", verdict, by, note, withdraw))
        given = kept.judgements()
    for judgement in given:
        if as_json_:
            _print_json(json.loads(encode(judgement)))
        else:
            sides = f"{judgement.left} {judgement.right}".strip() or f"withdraws {judgement.withdraws}"
            typer.echo(
                f"{judgement.id}  {judgement.at}  {judgement.by}: {judgement.verdict}  {sides}  {judgement.note}"
            )


def _judgement(
    kept: Store, left: str, right: str, verdict: str | None, by: str, note: str, withdraw: str | None
) -> Judgement:
    if not by:
        raise UsageError("a judgement needs a name: --by NAME")
    if withdraw and all(judgement.id != withdraw for judgement in kept.judgements()):
        raise UsageError(f"there is no judgement {withdraw!r} in this store")
    allowed: dict[str, Verdict] = {v: v for v in ("same", "different", "unsure", "false-alarm")}
    if not withdraw and verdict not in allowed:
        raise UsageError(f"--verdict must be one of {', '.join(allowed)}")
    if not withdraw and verdict in ("same", "different") and not right:
        raise UsageError(f"the verdict {verdict!r} needs two ids")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    id = make_id("jd", left, right, verdict or "", by, at, withdraw or "")
    return Judgement(id, left, right, allowed.get(verdict or "", "unsure"), by, at, note, withdraw)


@app.command(name="doctor")
def doctor_(as_json_: AsJson = False, store: StoreFile = None) -> None:
    """Say what is installed, which backends load, and every setting in force.

    Example: runut doctor
    """
    found = doctor.examine(_settings(store, None))
    if as_json_:
        _print_json(found)
        return
    for key, value in found.items():
        typer.echo(f"{key:<22} {value}")


def _settings(store: str | None, lang: str | None) -> Settings:
    return load_settings(store=store, interface=lang)


def default_store() -> str:
    """Where results are kept when nobody says: the user's state folder, as the XDG rules name it."""
    state = os.environ.get("XDG_STATE_HOME") or str(Path("~/.local/state").expanduser())
    return str(Path(state) / "runut" / "runut.db")


@contextmanager
def _opened(settings: Settings) -> Iterator[Store]:
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
def _running(settings: Settings) -> Iterator[Run]:
    with _opened(settings) as kept, make_engine(settings.workers) as engine, _progress() as tell:
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


def _read(run: Run, sources: list[str], settings: Settings, fetch: bool) -> Pile:
    got = open_sources(sources, settings, fetch=fetch, memo=run.store if fetch else None)
    return run.read(only_in(settings.only_languages, got, run.engine))


def _write(file: Path, text: str) -> None:
    half = file.with_name(file.name + ".half")
    try:
        half.write_text(text, encoding="utf-8")
        half.replace(file)
    except OSError as error:
        raise RunutError(f"{file}: cannot be written: {error.strerror}") from error


def _print_json(document: object) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False))


def _print_lines(documents: Iterable[dict[str, Any]]) -> None:
    for document in documents:
        _print_json(document)


def _say(problem: Problem, *, err: bool = True) -> None:
    where = problem.file if problem.offset is None else f"{problem.file}, byte {problem.offset}"
    typer.echo(f"{problem.severity}: {where}: {problem.says} [{problem.stage}/{problem.code}]", err=err)


def _finish(pile: Pile, *, say_problems: bool = True) -> None:
    """Say the problems on standard error; end with 1 if nothing at all was read."""
    if say_problems:
        for problem in pile.problems:
            _say(problem)
    if not pile.articles:
        if not pile.problems:
            typer.echo("error: nothing was read", err=True)
        raise typer.Exit(1)


def _width() -> int:
    return min(120, Console().width)


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def main() -> NoReturn:
    """Run the command line; errors of ours end with their message and exit status, never with a traceback."""
    try:
        app(standalone_mode=True)
    except RunutError as error:
        typer.echo(f"runut: {error}", err=True)
        sys.exit(error.exit_status)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        typer.echo("runut: stopped; what was done is kept and the next run goes on from there", err=True)
        sys.exit(130)
    sys.exit(0)

"""The command line: parses words, opens store and engine, hands over to the pipeline, prints what `present/` made."""

import os
import sys
from typing import Annotated, NoReturn

import typer

from runut import __version__
from runut.cli import from_sources, from_store
from runut.errors import RunutError

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


for _command in (
    from_sources.dossier,
    from_sources.read,
    from_sources.recognise,
    from_sources.stories,
    from_store.trace,
    from_store.search,
    from_store.revisions,
    from_store.judge,
    from_store.problems,
    from_store.doctor_,
):
    app.command(name=_command.__name__.rstrip("_"))(_command)


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

"""Commands that start from sources: dossier, read, recognise, stories."""

from pathlib import Path
from typing import Annotated

import typer

from runut.cli.surroundings import (
    AsJson,
    Fetch,
    Interface,
    Sources,
    StoreFile,
    finish,
    print_json,
    print_lines,
    read_sources,
    running,
    settings_of,
    wants_colour,
    width_of_terminal,
    write_file,
)
from runut.present import as_html, as_json, as_text, pages_as_json, pages_as_text
from runut.present.json_marks import findings_json


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
    settings = settings_of(store, lang)
    with running(settings) as run:
        pile = read_sources(run, sources, settings, fetch)
        run.recognise(pile)
        run.group(pile)
        made = run.dossier(pile, settings.interface)
    if html is not None:
        write_file(html, as_html.dossier_html(made, settings.interface))
    if as_json_:
        print_json(as_json.dossier_json(made, settings.interface))
    else:
        text = as_text.dossier_text(
            made, settings.interface, width=width_of_terminal(), colour=wants_colour(), unfold=everything
        )
        typer.echo(text, color=True)
        if html is not None:
            typer.echo(f"HTML: {html}")
    finish(pile)


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
    settings = settings_of(store, lang)
    with running(settings) as run:
        pile = read_sources(run, sources, settings, fetch)
    if as_json_:
        print_lines(map(pages_as_json.article_json, pile.articles))
        print_lines(map(pages_as_json.problem_json, pile.problems))
    else:
        show = pages_as_text.explain_text if explain else pages_as_text.article_text
        for article in pile.articles:
            typer.echo(show(article, settings.interface, width=width_of_terminal(), colour=wants_colour()), color=True)
    finish(pile, say_problems=not as_json_)


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
    settings = settings_of(store, lang)
    with running(settings) as run:
        pile = read_sources(run, sources, settings, fetch)
        run.recognise(pile)
        run.group(pile)
    if as_json_:
        print_lines(findings_json(article, pile.findings[article.id]) for article in pile.articles)
        print_lines(map(pages_as_json.problem_json, pile.problems))
    else:
        for article in pile.articles:
            found = pile.findings[article.id]
            typer.echo(
                pages_as_text.findings_text(
                    article, found, settings.interface, width=width_of_terminal(), colour=wants_colour()
                ),
                color=True,
            )
    finish(pile, say_problems=not as_json_)


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
    settings = settings_of(store, lang)
    with running(settings) as run:
        pile = read_sources(run, sources, settings, fetch)
        run.recognise(pile)
        run.group(pile)
    if reuse and as_json_:
        print_lines(pages_as_json.reuse_json(pair, pile.articles) for pair in pile.reuse)
    elif as_json_:
        print_lines(pages_as_json.stories_json(pile.articles, pile.stories, pile.sets, pile.reuse))
    else:
        text = pages_as_text.stories_text(
            pile.articles, pile.stories, pile.reuse, settings.interface, width=width_of_terminal()
        )
        typer.echo(text)
    finish(pile, say_problems=not as_json_)

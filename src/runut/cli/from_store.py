"""Commands that start from what earlier runs kept: trace, search, revisions, problems, judge, doctor."""

import json
from datetime import UTC, datetime
from itertools import pairwise
from typing import Annotated

import typer

from runut import doctor
from runut.cli.surroundings import (
    AsJson,
    Interface,
    StoreFile,
    opened,
    print_json,
    print_lines,
    say_problem,
    settings_of,
    wants_colour,
    width_of_terminal,
)
from runut.compare.revisions import compare_readings
from runut.errors import UsageError
from runut.pipeline.walk_back import trace_id
from runut.present import as_changes, pages_as_json
from runut.records.codec import encode
from runut.records.ids import make_id
from runut.records.notes import Judgement, Verdict
from runut.store.sqlite import Store


def trace(id: Annotated[str, typer.Argument(metavar="ID")], as_json_: AsJson = False, store: StoreFile = None) -> None:
    """Walk from a line, statement, claim, conflict or article of a dossier back to the characters on the page.

    Example: runut dossier examples/pages --json | ... then: runut trace ln-...
    """
    with opened(settings_of(store, None)) as kept:
        traced = trace_id(id, kept)
    if traced is None:
        raise UsageError(
            f"no dossier in this store shows {id!r}; make it first with runut dossier, with the same --store"
        )
    if as_json_:
        print_json(json.loads(encode(traced)))
        return
    for step in traced.steps:
        typer.echo(f"{step.what:<12} {step.id}\n{'':<12} {step.says}")
    typer.echo(traced.verdict)


def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help='Words in any form; "words" as printed.')],
    as_json_: AsJson = False,
    store: StoreFile = None,
    lang: Interface = None,
) -> None:
    """Find articles that earlier runs read, by their words in any form or by an exact phrase in quotation marks.

    Example: runut search "tarif dolar"
    """
    settings = settings_of(store, lang)
    with opened(settings) as kept:
        found = kept.search(words)
    if as_json_:
        print_lines(pages_as_json.article_json(article, parts=False) for article in found)
        return
    for article in found:
        typer.echo(as_changes.found_text(article, settings.interface, width=width_of_terminal()))
    if not found:
        typer.echo(f"no article that was read holds {words}", err=True)
        raise typer.Exit(1)


def revisions(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="The page's address, as `runut read` shows it.")],
    as_json_: AsJson = False,
    store: StoreFile = None,
    lang: Interface = None,
) -> None:
    """Show how a page changed between the times it was read: sentences added, removed, reworded, and figures.

    Example: runut revisions https://lenteratimur.example/dunia/trump-ancam-tarif-brics
    """
    settings = settings_of(store, lang)
    with opened(settings) as kept:
        readings = kept.articles_at(address)
    if not readings:
        raise UsageError(f"no page of this address was read into this store: {address}")
    pairs = [(left, right, compare_readings(left, right)) for left, right in pairwise(readings)]
    if as_json_:
        print_lines(as_changes.revision_json(*pair) for pair in pairs)
        return
    for pair in pairs:
        shown = as_changes.revision_text(*pair, settings.interface, width=width_of_terminal(), colour=wants_colour())
        typer.echo(shown, color=True)
    if not pairs:
        typer.echo("read once, or every time the same")


def problems(as_json_: AsJson = False, store: StoreFile = None) -> None:
    """List what could not be read in earlier runs: file, place, what is wrong.

    Example: runut problems --json
    """
    with opened(settings_of(store, None)) as kept:
        found = kept.problems()
    if as_json_:
        print_lines(map(pages_as_json.problem_json, found))
        return
    for problem in found:
        say_problem(problem, err=False)
    if not found:
        typer.echo("no problems")


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
    with opened(settings_of(store, None)) as kept:
        if left or withdraw:
            kept.judge(_judgement(kept, left or "", right or "", verdict, by, note, withdraw))
        given = kept.judgements()
    for judgement in given:
        if as_json_:
            print_json(json.loads(encode(judgement)))
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


def doctor_(as_json_: AsJson = False, store: StoreFile = None) -> None:
    """Say what is installed, which backends load, and every setting in force.

    Example: runut doctor
    """
    found = doctor.examine(settings_of(store, None))
    if as_json_:
        print_json(found)
        return
    for key, value in found.items():
        typer.echo(f"{key:<22} {value}")

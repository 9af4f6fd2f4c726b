"""Every command that a document shows is run, and every line of output it shows must come, in that order."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

import runut
from runut.cli import app
from runut.settings import Settings

ROOT = Path(runut.__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
WIDTH = {"COLUMNS": "100"}


def commands():
    """(page, command, lines shown under it) of every console block."""
    for page in PAGES:
        for block in BLOCK.findall(page.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
                command, *shown = part.splitlines()
                if command.startswith("runut "):
                    yield pytest.param(command, shown, id=f"{page.name}: {command[:60]}")


def squeezed(line):
    return " ".join(line.split())


@pytest.mark.parametrize(("command", "shown"), list(commands()))
def test_a_shown_command_prints_what_is_shown(command, shown, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    words = [
        word if not word.endswith(".html") or "/" in word else str(tmp_path / word) for word in shlex.split(command)
    ]
    environment = {**WIDTH, "RUNUT_STORE": str(tmp_path / "store.db"), "RUNUT_EMBEDDER": "ngram", "RUNUT_WORKERS": "1"}
    if words[1] == "trace":
        CliRunner().invoke(app, ["dossier", "examples/pages"], env=environment)
    result = CliRunner().invoke(app, words[1:], env=environment)
    assert result.exit_code == 0, result.output
    printed = iter(squeezed(line) for line in result.output.splitlines())
    for line in shown:
        if line.strip() and line.strip() != "…":
            assert squeezed(line) in printed, f"not printed, or not in this order: {line!r}\n{result.output}"


def test_there_are_documents_with_commands():
    assert len(list(commands())) >= 3


def test_every_command_has_help_with_an_example():
    runner = CliRunner()
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert "dossier" in names
    for name in names:
        shown = runner.invoke(app, [name, "--help"], env=WIDTH).output
        assert "Example: runut" in shown, name


def test_the_readme_names_every_command_and_every_setting():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        name = command.name or command.callback.__name__
        assert f"runut {name}" in readme, name
    for field in Settings.__dataclass_fields__:
        assert f"`{field}`" in readme, field

"""Settings: from file, environment and command, later ones winning; what cannot be used says where it stood."""

from pathlib import Path

import pytest

from runut.errors import SettingsError
from runut.settings import Settings, load_settings


def test_later_ones_win(tmp_path: Path) -> None:
    file = tmp_path / "runut.toml"
    file.write_text('workers = 3\ninterface = "en"\nonly_languages = ["id"]\n')
    found = load_settings(
        file, {"RUNUT_WORKERS": "5", "RUNUT_STORE": "a.db", "HOME": "/"}, store="b.db", interface=None
    )
    assert (found.workers, found.interface, found.only_languages, found.store) == (5, "en", ("id",), "b.db")


def test_nothing_said_gives_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings(environ={}) == Settings()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("ONLY_LANGUAGES", "id, en", ("id", "en")),
        ("ONLY_LANGUAGES", "", ()),
        ("FETCH_LOOPBACK", "yes", True),
        ("FETCH_LOOPBACK", "0", False),
        ("WORKERS", " 2 ", 2),
    ],
)
def test_the_environments_words_are_read(name: str, text: str, value: object) -> None:
    assert getattr(load_settings(environ={f"RUNUT_{name}": text}), name.lower()) == value


@pytest.mark.parametrize(
    "line",
    [
        'interface = "fr"', "workers = -1", 'workers = "dua"', "workers = true", "workers = 1.5", 'embedder = "x"',
        "max_page_megabytes = 0", "only_languages = [1]", 'only_languages = ["Indonesia"]', "only_languages = 3",
        "tidak_ada = 1",
        "[bagian]\na = 1", "workers =",
        'fetch_loopback = "mungkin"', 'fetch_contact = "a\\nb"',
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "runut.toml"
    file.write_text(line)
    with pytest.raises(SettingsError) as caught:
        load_settings(file, {})
    key = line.split(" ")[0].strip("[]").split("]")[0]
    assert key in str(caught.value) or str(file) in str(caught.value)


def test_unknown_words_in_the_environment_are_not_passed_over() -> None:
    with pytest.raises(SettingsError, match="RUNUT_EMBEDER"):
        load_settings(environ={"RUNUT_EMBEDER": "ngram"})


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "tidak-ada.toml", {})
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "a.toml", {})

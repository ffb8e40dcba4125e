"""What is remembered comes back; a file that is broken, in part or whole, never stops the program."""

import json
import logging
from pathlib import Path

import pytest
from pydantic import ValidationError

from gui.project.preferences import RECENT, Preferences, PreferencesFile


def test_what_is_remembered_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "preferences.json"
    file = PreferencesFile(path)
    file.update(scheme="dark", native_dialogs=False, window_geometry="AdnQywAD")
    file.add_recent_folder(Path("Bilder für später"))
    file.add_recent_project(Path("a.toml"))
    file.confirm_labels("real=0, fake=1 in /data", True)
    assert PreferencesFile(path).value == file.value
    assert file.value.scheme == "dark"


def test_without_a_file_there_are_defaults_and_no_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    assert PreferencesFile(path).value == Preferences()
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b"null", b'"text"'])
def test_a_broken_file_gives_defaults_and_can_be_written_again(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)
    file = PreferencesFile(path)
    assert file.value == Preferences()
    file.update(scheme="light")
    assert PreferencesFile(path).value.scheme == "light"


def test_the_good_part_of_a_file_is_kept(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "preferences.json"
    content = {"scheme": "purple", "recent_projects": ["a.toml"], "advanced_settings": True, "from_later": 1}
    path.write_text(json.dumps(content), encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        found = PreferencesFile(path).value
    assert found == Preferences(recent_projects=(Path("a.toml"),), advanced_settings=True)
    assert "scheme" in caplog.text


def test_a_file_that_cannot_be_written_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    file = PreferencesFile(tmp_path / "file" / "preferences.json")
    with caplog.at_level(logging.WARNING):
        file.update(scheme="dark")
    assert file.value.scheme == "dark"
    assert "not saved" in caplog.text


def test_recent_ones_are_few_newest_first_and_each_once(tmp_path: Path) -> None:
    file = PreferencesFile(tmp_path / "preferences.json")
    for number in range(RECENT + 3):
        file.add_recent_project(Path(f"{number}.toml"))
    file.add_recent_project(Path("5.toml"))
    recent = file.value.recent_projects
    assert recent[:2] == (Path("5.toml"), Path(f"{RECENT + 2}.toml"))
    assert len(recent) == len(set(recent)) == RECENT
    file.forget_project(Path("5.toml"))
    assert Path("5.toml") not in file.value.recent_projects


def test_confirmed_labels_can_be_taken_back(tmp_path: Path) -> None:
    file = PreferencesFile(tmp_path / "preferences.json")
    file.confirm_labels("a", True)
    file.confirm_labels("b", True)
    file.confirm_labels("a", False)
    assert file.value.confirmed_labels == ("b",)


def test_a_value_that_cannot_be_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        PreferencesFile(tmp_path / "preferences.json").update(scheme="purple")

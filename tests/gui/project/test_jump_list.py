"""Windows is told of the projects that were used; elsewhere, and where it refuses, nothing comes of it."""

import logging
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from engine.settings import RunSettings
from engine.settings.toml_file import save_settings
from gui.project import jump_list
from gui.project.jump_list import add_to_jump_list
from tests.gui.helpers.visit import Visit


class Shell(ModuleType):
    """Stands in for gui.project.windows_recent, which exists on Windows alone."""

    def __init__(self, refusal: Exception | None = None) -> None:
        super().__init__("shell")
        self.told: list[Path] = []
        self._refusal = refusal

    def add(self, path: Path) -> None:
        if self._refusal:
            raise self._refusal
        self.told.append(path)


def as_on_windows(monkeypatch: pytest.MonkeyPatch, shell: Shell) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(jump_list, "import_module", lambda name: shell)


def finish(path: Path, monkeypatch: pytest.MonkeyPatch, shell: Shell) -> None:
    with monkeypatch.context() as windows:
        as_on_windows(windows, shell)
        telling = add_to_jump_list(path)
    assert telling is not None
    telling.join()


def test_it_is_told_beside_the_windows_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = Shell()
    finish(tmp_path / "Bilder 图.patchdistill", monkeypatch, shell)
    assert shell.told == [tmp_path / "Bilder 图.patchdistill"]


@pytest.mark.parametrize("refusal", [OSError("0x80070002"), ImportError("comtypes"), AttributeError("WinDLL")])
def test_a_refusal_is_logged_and_ends_there(
    refusal: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    finish(Path("gone.patchdistill"), monkeypatch, Shell(refusal))
    assert "gone.patchdistill" in caplog.text
    assert str(refusal) in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="there it is told")
def test_no_other_system_is_told() -> None:
    assert add_to_jump_list(Path("project.patchdistill")) is None


def test_projects_that_are_opened_or_saved_are_told(
    open_window: Callable[[], Visit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Path] = []
    monkeypatch.setattr("gui.project.project.add_to_jump_list", told.append)
    visit, opened, saved = open_window(), tmp_path / "opened.patchdistill", tmp_path / "saved.patchdistill"
    save_settings(RunSettings(seed=7), opened)
    project = visit.window.project
    project.open(opened)
    visit.qtbot.waitUntil(lambda: project.path == opened)
    project.path = saved
    project.save()
    visit.qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [opened, saved]


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="Windows' own shell")
def test_windows_shell_takes_a_project_and_refuses_what_is_not_there(tmp_path: Path) -> None:
    add = import_module("gui.project.windows_recent").add
    project = tmp_path / "Bilder 图.patchdistill"
    save_settings(RunSettings(), project)
    add(project)
    with pytest.raises(OSError, match=""):
        add(tmp_path / "gone.patchdistill")

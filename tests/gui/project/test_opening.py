"""Projects are read beside the window's thread: one on a share that does not answer holds up nothing."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.qt_thread import running_threads
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings, save_settings
from tests.gui.helpers.visit import Visit


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What is called slow.toml answers once this is set."""
    answers = threading.Event()

    def read(path: Path, *more: Any) -> RunSettings:
        if path.name == "slow.toml":
            answers.wait(60)
        return load_settings(path, *more)

    monkeypatch.setattr("gui.project.project.load_settings", read)
    yield answers
    answers.set()


def write(path: Path, seed: int) -> Path:
    save_settings(RunSettings(seed=seed), path)
    return path


def test_the_window_goes_on_while_a_project_is_read(
    open_window: Callable[[], Visit], share: threading.Event, tmp_path: Path
) -> None:
    visit, slow = open_window(), write(tmp_path / "slow.toml", 7)
    project = visit.window.project
    with visit.qtbot.waitSignal(project.message) as said:
        project.open(slow)
        assert project.path is None
    assert "slow.toml" in said.args[0]
    share.set()
    visit.qtbot.waitUntil(lambda: project.path == slow)
    assert visit.window.setup_page.value().seed == 7


def test_another_project_does_not_wait_for_one_that_does_not_answer(
    open_window: Callable[[], Visit], share: threading.Event, tmp_path: Path
) -> None:
    visit, slow, quick = open_window(), write(tmp_path / "slow.toml", 7), write(tmp_path / "quick.toml", 8)
    project = visit.window.project
    project.open(slow)
    project.open(quick)
    visit.qtbot.waitUntil(lambda: project.path == quick)
    share.set()
    visit.qtbot.waitUntil(lambda: not running_threads())
    assert project.path == quick


def test_what_was_edited_while_it_was_read_is_asked_about(
    open_window: Callable[[], Visit], share: threading.Event, tmp_path: Path
) -> None:
    visit, slow = open_window(), write(tmp_path / "slow.toml", 7)
    visit.window.project.open(slow)
    visit.window.setup_page.form.rows["stage2.epochs"].field.set_value(9)
    share.set()
    visit.answer("Discard")
    visit.qtbot.waitUntil(lambda: visit.window.project.path == slow)

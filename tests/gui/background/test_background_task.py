"""Tasks that are left: nobody waits for them in the window's thread, and nothing of them is announced."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from engine.advice.problems import find_problems
from engine.control import RunControl
from engine.events import Emit
from engine.qt_thread import running_threads
from engine.settings.toml_file import load_settings
from gui.background.background_task import BackgroundTask
from gui.background.places import Places
from gui.setup.setup_page import SetupPage
from tests.gui.helpers.setup_driver import NewPage


class HangingShare:
    """A task that hangs in the system, deaf to a stop, until the share answers."""

    def __init__(self) -> None:
        self.began, self.answers = threading.Event(), threading.Event()

    def __call__(self, control: RunControl, emit: Emit) -> object:
        self.began.set()
        self.answers.wait(60)
        return "late"


@pytest.fixture
def share() -> Iterator[HangingShare]:
    share = HangingShare()
    yield share
    share.answers.set()


def test_a_task_that_hangs_is_left_and_the_next_begins(qtbot: QtBot, share: HangingShare) -> None:
    task, announced = BackgroundTask(), []
    task.finished.connect(lambda result, _error: announced.append(result))
    task.stopped.connect(lambda: announced.append("stopped"))
    task.start(share)
    assert share.began.wait(60)
    task.leave()
    assert not share.answers.is_set()
    assert not task.running
    task.start(lambda _control, _emit: "next")
    qtbot.waitUntil(lambda: announced == ["next"])
    share.answers.set()
    task.close()
    assert announced == ["next"]


def test_what_began_a_task_may_be_destroyed_while_it_hangs(qtbot: QtBot, share: HangingShare) -> None:
    """Qt aborts the program where the object of a running thread is destroyed."""
    page = QObject()
    task = BackgroundTask(page)
    task.start(share)
    assert share.began.wait(60)
    delete(page)
    assert len(running_threads()) == 1
    share.answers.set()
    qtbot.waitUntil(lambda: not running_threads())


def test_a_run_begins_without_waiting_for_what_set_up_looks_at(new_page: NewPage, share: HangingShare) -> None:
    page: SetupPage = new_page()
    page.data_panel._task.start(share)
    assert share.began.wait(60)
    page.stop_tasks()
    assert not share.answers.is_set()
    assert not page.data_panel.looking
    share.answers.set()


def test_a_place_that_does_not_answer_holds_nothing_up_and_is_asked_again_when_it_does(tmp_path: Path) -> None:
    places, answers, asked = Places(0.01), threading.Event(), []

    def hanging(path: Path) -> bool:
        asked.append(path)
        return answers.wait(60)

    assert places(hanging, tmp_path) is None
    assert places(hanging, tmp_path) is None
    assert asked == [tmp_path], "one thread waits, however often the form asks"
    answers.set()
    patient = Places(60)
    assert patient(Path.exists, tmp_path) is True
    assert patient(Path.exists, tmp_path / "none") is False


def test_a_share_that_does_not_answer_is_a_warning_and_no_refusal(tmp_path: Path) -> None:
    settings = load_settings(None, [f"data.train={tmp_path}", f"teacher.checkpoint={tmp_path / 't.pth'}"])
    found = {problem.setting: problem for problem in find_problems(settings, lambda _question, _path: None)}
    assert found["data.train"].severity == found["teacher.checkpoint"].severity == "warning"
    assert "does not answer" in found["data.train"].message

"""Tasks that are left: nobody waits for them in the window's thread, and nothing of them is announced."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine.control import RunControl
from engine.events import Emit
from gui.background.background_task import BackgroundTask
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


def test_a_run_begins_without_waiting_for_what_set_up_looks_at(new_page: NewPage, share: HangingShare) -> None:
    page: SetupPage = new_page()
    page.data_panel._task.start(share)
    assert share.began.wait(60)
    page.stop_tasks()
    assert not share.answers.is_set()
    assert not page.data_panel.looking
    share.answers.set()

"""What is told of a run outside of the window: the taskbar's figures and the words of the notification."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.control import FinishReason
from engine.settings import RunSettings
from gui.preferences import PreferencesFile
from gui.run_announcer import RunAnnouncer, TaskbarState, notice
from gui.run_controller import RunController, RunState
from tests.gui.test_run_controller import SmallTraining, reach


class Button:
    """A taskbar's button that remembers what it showed."""

    def __init__(self) -> None:
        self.states: list[TaskbarState] = []

    def show(self, state: TaskbarState, share: float) -> None:
        assert 0 <= share <= 1
        self.states.append(state)


def paused_and_stopped(qtbot: QtBot, controller: RunController) -> None:
    controller.start(RunSettings())
    controller.pause()
    reach(qtbot, controller, RunState.PAUSED)
    with qtbot.waitSignal(controller.ended):
        controller.stop()


@pytest.mark.parametrize("wanted", [True, False])
def test_the_taskbar_follows_the_run_if_that_is_wanted(qtbot: QtBot, tmp_path: Path, wanted: bool) -> None:
    preferences = PreferencesFile(tmp_path / "preferences.json")
    preferences.update(taskbar_progress=wanted)
    window, button = QWidget(), Button()
    qtbot.addWidget(window)
    controller = RunController(lambda settings, resume: SmallTraining(tmp_path))
    RunAnnouncer(window, controller, preferences, button)
    paused_and_stopped(qtbot, controller)
    if wanted:
        assert "paused" in button.states
        assert button.states[-1] == "none"
    else:
        assert button.states == []


@pytest.mark.parametrize(("reason", "word"), [(FinishReason.FINISHED, "finished"), (FinishReason.FAILED, "failed")])
def test_the_end_is_told_in_words(qtbot: QtBot, tmp_path: Path, reason: FinishReason, word: str) -> None:
    controller = RunController(lambda settings, resume: SmallTraining(tmp_path, reason))
    with qtbot.waitSignal(controller.ended):
        controller.start(RunSettings())
    title, _, _ = notice(controller)
    assert title == f"The run has {word}"

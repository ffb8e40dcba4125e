"""What is told of a run outside of the window: the taskbar's figures and the words of the notification."""

import sys
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.control import FinishReason
from engine.settings import RunSettings
from gui.announcements.run_announcer import RunAnnouncer, notice
from gui.announcements.taskbar import TaskbarState
from gui.project.preferences import PreferencesFile
from gui.run.controller import RunController
from tests.gui.helpers.small_training import SmallTraining, pause_and_stop


class Button:
    """A taskbar's button that remembers what it showed."""

    def __init__(self) -> None:
        self.states: list[TaskbarState] = []

    def show(self, state: TaskbarState, share: float) -> None:
        assert 0 <= share <= 1
        self.states.append(state)


@pytest.mark.parametrize("wanted", [True, False])
def test_the_taskbar_follows_the_run_if_that_is_wanted(qtbot: QtBot, tmp_path: Path, wanted: bool) -> None:
    preferences = PreferencesFile(tmp_path / "preferences.json")
    preferences.update(taskbar_progress=wanted)
    window, button = QWidget(), Button()
    qtbot.addWidget(window)
    controller = RunController(lambda settings, resume: SmallTraining(tmp_path))
    RunAnnouncer(window, controller, preferences, button)
    pause_and_stop(qtbot, controller)
    if wanted:
        assert "paused" in button.states
        assert button.states[-1] == "none"
    else:
        assert button.states == []


class Gone:
    """The taskbar of a shell that was started anew."""

    def __init__(self) -> None:
        self.asked = 0

    def show(self, state: TaskbarState, share: float) -> None:
        self.asked += 1
        raise OSError("the shell is gone")


def test_a_taskbar_that_refuses_is_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    window, gone = QWidget(), Gone()
    qtbot.addWidget(window)
    controller = RunController(lambda settings, resume: SmallTraining(tmp_path))
    RunAnnouncer(window, controller, PreferencesFile(tmp_path / "preferences.json"), gone)
    pause_and_stop(qtbot, controller)
    assert gone.asked == 1


@pytest.mark.skipif(sys.platform != "win32", reason="Windows' own taskbar")
def test_windows_errors_are_those_that_the_announcer_expects(qtbot: QtBot) -> None:
    import comtypes

    class Refusing:
        def SetProgressState(self, window: int, flag: int) -> None:  # noqa: N802
            raise comtypes.COMError(-2147467259, "Unspecified error", None)

    window = QWidget()
    qtbot.addWidget(window)
    taskbar = import_module("gui.announcements.windows_taskbar").WindowsTaskbar(int(window.winId()))
    taskbar._list = Refusing()
    with pytest.raises(OSError, match="0x80004005"):
        taskbar.show("busy", 0)


@pytest.mark.parametrize(("reason", "word"), [(FinishReason.FINISHED, "finished"), (FinishReason.FAILED, "failed")])
def test_the_end_is_told_in_words(qtbot: QtBot, tmp_path: Path, reason: FinishReason, word: str) -> None:
    controller = RunController(lambda settings, resume: SmallTraining(tmp_path, reason))
    with qtbot.waitSignal(controller.ended):
        controller.start(RunSettings())
    title, _, _ = notice(controller)
    assert title == f"The run has {word}"

"""A thread that keeps the contract of TrainingThread, for tests of what watches one."""

from pathlib import Path

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from engine.control import FinishReason, RunControl, RunPhase, StopRequestedError
from engine.events import Event, PhaseChanged, RunFinished, RunStarted
from engine.settings import RunSettings
from gui.run.controller import RunController, RunState


class SmallTraining(QThread):
    """Keeps the contract of TrainingThread without training: holds on pause, ends on stop."""

    def __init__(self, folder: Path, reason: FinishReason | None = None, *, silent: bool = False) -> None:
        super().__init__()
        self._silent = silent
        self.control = RunControl()
        self._folder, self._reason = folder, reason
        self._events: list[Event] = []

    def drain(self) -> list[Event]:
        events, self._events = self._events, []
        return events

    def run(self) -> None:
        self._events.append(RunStarted(run=str(self._folder), device="cpu", version="0"))
        self._events.append(PhaseChanged(phase=RunPhase.STAGE1))
        reason = self._reason or self._train()
        self._events.append(RunFinished(reason=reason, step=7, seconds=0.1))

    def _train(self) -> FinishReason:
        try:
            while True:
                if self.control.paused and not self._silent:
                    self._events.append(PhaseChanged(phase=RunPhase.PAUSED))
                    self.control.check()
                    self._events.append(PhaseChanged(phase=RunPhase.STAGE1))
                self.control.check()
                self.msleep(5)
        except StopRequestedError:
            return FinishReason.STOPPED


def reach(qtbot: QtBot, controller: RunController, state: RunState) -> None:
    qtbot.waitUntil(lambda: controller.state == state)


def pause_and_stop(qtbot: QtBot, controller: RunController) -> None:
    """Begin a run, pause it, and stop it while it is paused."""
    controller.start(RunSettings())
    controller.pause()
    reach(qtbot, controller, RunState.PAUSED)
    with qtbot.waitSignal(controller.ended):
        controller.stop()

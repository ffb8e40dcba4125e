"""Lets a million steps pass through a run's files, the controller, the history and the plots of the window."""

import os
import time
from collections import deque
from pathlib import Path

import psutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from engine.control import FinishReason, RunControl
from engine.events import Event, RunFinished, RunStarted
from engine.run_folder.event_log import read_events
from engine.run_folder.folder import RunFolder
from engine.settings.toml_file import load_settings, quoted
from gui.history.run_history import RunHistory, replay_history
from gui.plots.panel import PlotsPanel
from gui.run.controller import RunController
from tests.bench.plots import reports

AHEAD = 5000  # events that wait for the window, at most
MIB = 2**20


class ManySteps(QThread):
    """Keeps the contract of TrainingThread: records steps as a run does, as fast as the window takes them."""

    def __init__(self, runs: Path, steps: int) -> None:
        super().__init__()
        self.control = RunControl()
        self._folder = RunFolder.create(load_settings(None, [f"output.folder={quoted(runs)}", "output.name=run"]))
        self._steps, self._waiting = steps, deque[Event]()

    def drain(self) -> list[Event]:
        """All that waits."""
        return [self._waiting.popleft() for _ in range(len(self._waiting))]

    def run(self) -> None:
        """From the first event to the last."""
        self._tell(RunStarted(run=str(self._folder.path), device="cpu", version="0"))
        for event in reports(self._steps):
            self._tell(event)
        self._tell(RunFinished(reason=FinishReason.FINISHED, step=self._steps, seconds=1.0))
        self._folder.close()

    def _tell(self, event: Event) -> None:
        while len(self._waiting) > AHEAD:
            self.msleep(5)
        self._folder.record(event)
        self._waiting.append(event)


def pass_through(place: Path, steps: int) -> tuple[dict[str, str], list[str]]:
    """Figures by their names, and what was not as it should be."""
    application = QApplication.instance() or QApplication([])
    training, panel = ManySteps(place, steps), PlotsPanel()
    controller = RunController(lambda settings, resume: training)
    controller.refreshed.connect(panel.refresh)
    panel.resize(1200, 600)
    panel.show()
    process = psutil.Process()
    before, began = _state(process), time.monotonic()
    controller.start(load_settings(None))
    panel.set_history(controller.history)
    while controller.busy:
        application.processEvents()
        time.sleep(0.001)
    seconds, after = time.monotonic() - began, _state(process)
    panel.close()
    events = place / "run" / "events.jsonl"
    again = replay_history(read_events(place / "run"))
    history = controller.history
    figures = {
        "steps through files, controller, history and plots": f"{len(history.steps):,}, in {seconds:.0f} s",
        "memory that they took": f"{(after[0] - before[0]) / MIB:.0f} MiB (figures alone: {_least(history) / MIB:.0f})",
        "open files and threads before, after": f"{before[1]} and {before[2]}, {after[1]} and {after[2]}",
        "events.jsonl, bytes a step": f"{events.stat().st_size / steps:.0f}",
        "steps read again from it": f"{len(again.steps):,}",
    }
    faults = [] if len(history.steps) == len(again.steps) == steps else ["steps were lost"]
    if after[1] > before[1] or after[2] > before[2]:
        faults.append("files or threads were left open")
    return figures, faults


def _least(history: RunHistory) -> int:
    """Bytes of the figures that are kept of every step."""
    return len(history.steps) * (8 + 4 * len(history.steps.names))


def _state(process: psutil.Process) -> tuple[int, int, int]:
    return process.memory_info().rss, process.num_fds(), process.num_threads()

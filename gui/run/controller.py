"""Owns the training thread: starts, pauses, stops and resumes it, and brings its events to the window.

Idle -> Running <-> Pausing -> Paused -> Running; from any of them Saving -> Stopped;
Running ends as Finished, Stopped or Failed. Stopped, failed and interrupted runs can be resumed.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from engine.control import FinishReason, RunControl
from engine.events import Event, PhaseChanged
from engine.remedy import Remedy
from engine.settings import RunSettings
from gui.background.pace import Pace
from gui.history.run_history import RunHistory
from gui.words.translation import mark

DRAIN_INTERVAL_MS = 100
REFRESH_SHARE, REFRESH_S = 0.005, 0.2  # what the panels may take of the time, and how often at most


class Training(Protocol):
    """What the controller needs of engine.qt_thread.TrainingThread."""

    control: RunControl
    finished: SignalInstance

    def start(self) -> None: ...
    def drain(self) -> list[Event]: ...
    def wait(self) -> bool: ...
    def deleteLater(self) -> None: ...  # noqa: N802 (Qt's name)


class RunState(StrEnum):
    """The live run's state in the word that users see."""

    IDLE = mark("Ready")
    RUNNING = mark("Running")
    PAUSING = mark("Pausing")
    PAUSED = mark("Paused")
    SAVING = mark("Saving")
    FINISHED = mark("Finished")
    STOPPED = mark("Stopped")
    FAILED = mark("Failed")


BUSY = frozenset({RunState.RUNNING, RunState.PAUSING, RunState.PAUSED, RunState.SAVING})

_ENDS = {
    FinishReason.FINISHED: RunState.FINISHED,
    FinishReason.STOPPED: RunState.STOPPED,
    FinishReason.FAILED: RunState.FAILED,
}


def possible(state: RunState, *, resumable: bool, has_weights: bool) -> frozenset[str]:
    """Names of the run commands that can do what they say now, for the run that is shown."""
    can = {
        "start": state not in BUSY,
        "demo": state not in BUSY,
        "demo_control": state not in BUSY,
        "pause": state == RunState.RUNNING,
        "resume": state in (RunState.PAUSING, RunState.PAUSED) or (state not in BUSY and resumable),
        "stop": state in BUSY - {RunState.SAVING},
        "export": has_weights,
    }
    return frozenset(name for name, able in can.items() if able)


def can_resume(history: RunHistory, folder: Path | None) -> bool:
    """Whether a run that has ended has something left to do and a checkpoint to do it from."""
    ended = history.finished.reason if history.finished else "interrupted"
    return has_checkpoint(folder) and ended != FinishReason.FINISHED


def has_checkpoint(folder: Path | None) -> bool:
    """Whether a run has saved a state to go on from."""
    return folder is not None and (folder / "checkpoints" / "last.pt").is_file()


class RunController(QObject):
    """One training run at a time, from start to its one RunFinished event."""

    refreshed = Signal()  # new events are in the history; not for every one of them
    state_changed = Signal()
    ended = Signal()  # the thread is gone; history.finished says how

    def __init__(
        self, make_training: Callable[[RunSettings, Path | None], Training], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_training = make_training
        self._training: Training | None = None
        self._timer = QTimer(self, interval=DRAIN_INTERVAL_MS)
        self._timer.timeout.connect(self._drain)
        self._last_state = RunState.IDLE
        self._stale, self._pace = False, Pace(REFRESH_SHARE, least_s=REFRESH_S)
        self.history = RunHistory()

    @property
    def state(self) -> RunState:
        """The live run's state, or how the last one ended."""
        if self._training is None:
            finished = self.history.finished
            return _ENDS[FinishReason(finished.reason)] if finished else RunState.IDLE
        control = self._training.control
        if control.stopping:
            return RunState.SAVING
        if control.paused:
            return RunState.PAUSED if control.holding else RunState.PAUSING
        return RunState.RUNNING

    @property
    def busy(self) -> bool:
        """Whether a run is going on, paused or being saved."""
        return self._training is not None

    @property
    def folder(self) -> Path | None:
        """The live or last run's folder, once the run has made it."""
        return Path(self.history.started.run) if self.history.started else None

    def start(
        self,
        settings: RunSettings,
        resume: Path | None = None,
        history: RunHistory | None = None,
        remedy: Remedy | None = None,
    ) -> None:
        """Begin a run, or go on with the one in ``resume``, adding to its history so far, with a remedy at once."""
        if self._training is not None:
            raise RuntimeError("a run is going on already")
        self.history = history or RunHistory()
        self.history.settings, self.history.finished = settings, None
        self._training = self._make_training(settings, resume)
        if remedy is not None:
            self._training.control.request(remedy)
        self._training.finished.connect(self._finish)
        self._training.start()
        self._timer.start()
        self._announce()

    def pause(self) -> None:
        """Hold after the current batch."""
        self._control().pause()
        self._announce()

    def go_on(self) -> None:
        """Let a paused run go on."""
        self._control().resume()
        self._announce()

    def stop(self) -> None:
        """Save and end; the state is Saving until that is done."""
        self._control().stop()
        self._announce()

    def wait(self) -> None:
        """Until the live run, which was told to stop, has been saved; nothing is drawn meanwhile."""
        if self._training is not None:
            self._training.wait()

    def request(self, remedy: Remedy) -> None:
        """Ask the live run to go on with changed settings."""
        self._control().request(remedy)

    def _control(self) -> RunControl:
        if self._training is None:
            raise RuntimeError("no run is going on")
        return self._training.control

    def _drain(self) -> None:
        """Take events; another phase is shown at once, the rest as often as the pace allows."""
        events = self._training.drain() if self._training else []
        for event in events:
            self.history.add(event)
        self._stale = self._stale or bool(events)
        if self._stale and (self._pace.due or any(isinstance(event, PhaseChanged) for event in events)):
            self._refresh()
        self._announce()

    def _refresh(self) -> None:
        self._stale = False
        with self._pace.working():
            self.refreshed.emit()

    def _finish(self) -> None:
        """The thread's run() has returned: take its last events and let it go."""
        self._timer.stop()
        training, events = self._training, []
        if training is not None:
            training.wait()
            events = training.drain()
            training.deleteLater()
        for event in events:
            self.history.add(event)
        self._training = None
        self._refresh()
        self._announce()
        self.ended.emit()

    def _announce(self) -> None:
        if self.state != self._last_state:
            self._last_state = self.state
            self.state_changed.emit()

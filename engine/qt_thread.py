"""The engine under Qt: threads whose events are drained by the window; the only file of the engine that knows Qt."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QDeadlineTimer, QThread
from shiboken6 import isValid

from engine.control import RunControl, StopRequestedError
from engine.errors import EngineError
from engine.events import Emit, Event, Progress
from engine.settings import RunSettings


class EventBuffer:
    """Events from the worker in their order, taken by the window; progress in a row is only kept at its newest."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._events: list[Event] = []

    def put(self, event: Event) -> None:
        """Called in the worker's thread."""
        with self._lock:
            last = self._events[-1] if self._events else None
            if isinstance(event, Progress) and isinstance(last, Progress) and last.task == event.task:
                self._events[-1] = event
            else:
                self._events.append(event)

    def drain(self) -> list[Event]:
        """Everything since the last call; called in the window's thread."""
        with self._lock:
            events, self._events = self._events, []
        return events


class _Worker(QThread):
    """A thread that emits no signal per event: one signal a step made training three times slower.

    It has no parent and is kept here until its work has ended: Qt aborts the program where the object of a running
    thread is destroyed, and a page that is closed cannot wait for a thread that hangs in the system.
    """

    kept: ClassVar[set["_Worker"]] = set()

    def __init__(self) -> None:
        super().__init__()
        self.control = RunControl()
        self._buffer = EventBuffer()

    def start(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Begin; those that have ended meanwhile are let go."""
        self.kept.intersection_update(running_threads())
        self.kept.add(self)
        super().start(priority)

    def deleteLater(self) -> None:  # noqa: N802 (Qt's name)
        """Its owner has taken what came of it."""
        self.kept.discard(self)
        super().deleteLater()

    def drain(self) -> list[Event]:
        """All events since the last call."""
        return self._buffer.drain()


def running_threads() -> list[_Worker]:
    """Every thread of the engine whose work goes on, also those that nobody waits for any more."""
    return [thread for thread in _Worker.kept if isValid(thread) and thread.isRunning()]


def end_threads(limit_ms: int) -> bool:
    """Stop what still runs and wait for it, so long at most; false where a thread hangs in the system even then."""
    running, deadline = running_threads(), QDeadlineTimer(limit_ms)
    for thread in running:
        thread.control.stop()
    return all(thread.wait(deadline) for thread in running)


class TrainingThread(_Worker):
    """One training run; the last event that it drains is RunFinished."""

    def __init__(self, settings: RunSettings, resume: Path | None = None) -> None:
        super().__init__()
        self._settings, self._resume = settings, resume

    def run(self) -> None:
        """Train; torch is imported here so that the window opens without waiting for it."""
        from engine.run.run import run

        run(self._settings, self.control, self._buffer.put, self._resume)


Task = Callable[[RunControl, Emit], object]


class TaskThread(_Worker):
    """Any function of the engine, off the window's thread; ``result`` or ``error`` is set when it has finished."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task: Task | None = task
        self.result: object | None = None
        self.error: EngineError | None = None
        self.stopped = False

    def run(self) -> None:
        """Do the task, then let it go: what it refers to may have to die in the window's thread."""
        task, self._task = self._task, None
        assert task is not None
        try:
            self.result = task(self.control, self._buffer.put)
        except StopRequestedError:
            self.stopped = True
        except Exception as error:  # noqa: BLE001  whatever it is, the window says it in words
            from engine.machine.device import explain  # brings torch, which most tasks do without

            self.error = explain(error)
        finally:
            del task

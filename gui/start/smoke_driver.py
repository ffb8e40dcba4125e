"""Drives the window through a script of waits, notes how long each took, and never waits for ever."""

import json
import platform
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from engine import __version__
from engine.errors import EngineError
from engine.qt_thread import running_threads
from gui.window.main_window import MainWindow

INTERVAL_MS = 50
BAD = (QMessageBox.Icon.Warning, QMessageBox.Icon.Critical)


@dataclass(frozen=True, slots=True)
class Wait:
    """What the script waits for before it goes on."""

    name: str
    until: Callable[[], bool]


@dataclass(slots=True)
class SmokeResult:
    """What the result file says; it is written again after every step, so that a hang leaves its place behind."""

    file: Path
    quick: bool
    ok: bool = False
    error: str = ""
    steps: list[dict[str, Any]] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)

    def write(self) -> None:
        """Versions, steps and figures as JSON."""
        said = asdict(self) | {
            "file": str(self.file),
            "seconds": round(seconds_since_start(), 2),
            "version": __version__,
            "python": platform.python_version(),
            "torch": version("torch"),
            "qt": version("PySide6-Essentials"),
            "system": platform.platform(),
            "program": sys.executable,
            "frozen": bool(getattr(sys, "frozen", False)),
            "has_console": sys.stdout is not None,
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(said, indent=2), encoding="utf-8")


class SmokeDriver(QObject):
    """Looks every 50 ms whether the script's wait is over; a dialog that reports a failure ends the test."""

    def __init__(
        self,
        window: MainWindow,
        script: Iterator[Wait],
        result: SmokeResult,
        limit_s: float,
        leave: Callable[[int], None] = QApplication.exit,
    ) -> None:
        super().__init__(window)
        self._window, self._script, self._result, self._limit_s = window, script, result, limit_s
        self._leave_program = leave
        self._wait: Wait | None = None
        self._began = self._step_began = time.monotonic()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        result.write()

    def look(self) -> None:
        """Go on where the wait is over."""
        if self._result.error:
            return
        try:
            _refuse_bad_news()
            if self._wait is not None and not self._wait.until():
                self._refuse_late()
                return
            self._note()
            self._wait = next(self._script)
        except StopIteration:
            self._timer.stop()
            self._wait = None
            self._result.ok = True
            self._result.write()
        except Exception as error:  # noqa: BLE001  whatever it is, the result file tells it
            self._fail(error)

    def _note(self) -> None:
        now = time.monotonic()
        if self._wait is not None:
            self._result.steps.append({"name": self._wait.name, "seconds": round(now - self._step_began, 2)})
            self._result.write()
        self._step_began = now

    def _refuse_late(self) -> None:
        if time.monotonic() - self._began > self._limit_s:
            raise EngineError(f"The time limit of {self._limit_s:.0f} s was reached.")

    def _fail(self, error: Exception) -> None:
        """Say where it broke, have what runs saved, then leave."""
        place = f'while waiting for "{self._wait.name}": ' if self._wait else ""
        self._result.error = place + "".join(traceback.format_exception(error))
        self._result.write()
        self._timer.timeout.disconnect(self.look)
        self._timer.timeout.connect(self._leave)
        if self._window.controller.busy:
            self._window.controller.stop()

    def _leave(self) -> None:
        if not self._window.controller.busy and not running_threads():
            self._timer.stop()
            self._leave_program(1)


def seconds_since_start() -> float:
    """Since this process was made, so that what Python and torch take to load counts too."""
    return time.time() - psutil.Process().create_time()


def _refuse_bad_news() -> None:
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QMessageBox) and dialog.isVisible() and dialog.icon() in BAD:
            raise EngineError(f"{dialog.windowTitle()}: {dialog.text()} {dialog.informativeText()}")

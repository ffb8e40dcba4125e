"""Writes a project's file beside the window's thread: it may lie on a share that does not answer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import EngineError
from engine.settings import RunSettings
from engine.settings.toml_file import save_settings
from gui.background.background_task import BackgroundTask

SLOW_MS = 500  # without a word, and the click seems to have been lost


class ProjectSaver(QObject):
    """One file at a time, and the newest settings win; what is to follow is done once all is written, or not at all."""

    saved = Signal(object, object)  # RunSettings, Path
    failed = Signal(object)  # EngineError
    slow = Signal(str)  # name of a file that takes its time

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._writing = BackgroundTask(self)
        self._writing.finished.connect(self._end)
        self._written = (RunSettings(), Path())
        self._then: list[Callable[[], object]] = []
        self._slow = QTimer(self, interval=SLOW_MS, singleShot=True)
        self._slow.timeout.connect(lambda: self.slow.emit(self._written[1].name))

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._writing.running

    def save(self, settings: RunSettings, path: Path, then: Callable[[], object]) -> None:
        """Write, after what is being written to the same file; another file that does not answer is not waited for."""
        if path != self._written[1]:
            self._writing.leave()
        self._written = (settings, path)
        self._then.append(then)
        self._writing.start(lambda control, emit: save_settings(settings, path))
        self._slow.start()

    def afterwards(self, then: Callable[[], object]) -> None:
        """Do something once what is being written is."""
        self._then.append(then)

    def _end(self, _: object, error: EngineError | None) -> None:
        self._slow.stop()
        following, self._then = self._then, []
        if error is not None:
            self.failed.emit(error)
            return
        self.saved.emit(*self._written)
        for act in following:
            act()

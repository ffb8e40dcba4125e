"""Looks for the labels-only twin of the run that is shown, in the background."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit
from engine.run_folder.control_run import control_auc
from gui.background.background_task import BackgroundTask
from gui.history.run_history import RunHistory


class ControlRun(QObject):
    """``found`` tells the twin's best validation AUC, or None, once for each run that is shown."""

    found = Signal(object)  # float | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looked: str | None = None
        self._task = BackgroundTask(self)
        self._task.finished.connect(self._finished)

    def look(self, history: RunHistory) -> None:
        """Look for it, as soon as the run has a folder."""
        run = history.started.run if history.started is not None else None
        if run == self._looked:
            return
        self._looked = run
        self.found.emit(None)
        folder = Path(run) if run is not None else None
        if folder is None or not (folder / "settings.toml").is_file():
            return

        def task(control: RunControl, _emit: Emit) -> object:
            return control_auc(folder, control)

        self._task.start(task)

    def _finished(self, result: object, error: EngineError | None) -> None:
        self.found.emit(None if error is not None else result)

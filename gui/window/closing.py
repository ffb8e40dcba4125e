"""Closing the window: ask while a run goes on, have it saved, wait for every thread, and only then close."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from engine.qt_thread import running_threads
from gui.background.background_task import BackgroundTask
from gui.project.project import Project
from gui.run.controller import RunController
from gui.widgets import dialogs as messages
from gui.words.translation import mark, tr

INTERVAL_MS = 50
_NOTHING_KEPT = mark("It is still preparing, so there is nothing to save: it would begin anew.")


class Closing(QObject):
    """``request`` asks what there is to ask; ``allowed`` is true, and ``ready`` is emitted, once nothing runs."""

    ready = Signal()

    def __init__(self, window: QWidget, controller: RunController, project: Project) -> None:
        super().__init__(window)
        self._window, self._controller, self._project = window, controller, project
        self._question: QMessageBox | None = None
        self._saving: QMessageBox | None = None
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        QApplication.instance().aboutToQuit.connect(self._leave)  # type: ignore[union-attr]
        self.allowed = False

    def request(self) -> None:
        """A run is stopped, or unsaved settings are lost, only after a yes."""
        if not self._timer.isActive() and self._question is None:
            self._project.when_saved(self._ask)

    def _ask(self) -> None:
        if self._timer.isActive() or self._question is not None:
            return
        changed = tr('The project "{name}" has changes that are not saved.', name=self._project.name)
        lost = self._project.path is not None and self._project.modified
        if not self._controller.busy and not lost:
            self._begin()
            return
        if self._controller.busy:
            kept = self._controller.history.last_checkpoint is not None
            more = tr("It will be stopped and saved, and can be resumed later.") if kept else tr(_NOTHING_KEPT)
            more += f"\n\n{changed} {tr('They would be lost.')}" if lost else ""
            text, yes, no = (
                tr("A run is going on. Stop it and close PatchDistill?"),
                tr("Stop, save and close") if kept else tr("Stop and close"),
                tr("Keep training"),
            )
            loses = lost or not kept
            self._question = messages.ask(self._window, tr("Close"), text, more, yes, no, self._begin, loses=loses)
        else:
            self._question = messages.ask_to_save(
                self._window, changed, lambda: self._project.save(self._begin), self._begin
            )
        self._question.finished.connect(self._answered)

    def _answered(self) -> None:
        self._question = None

    def _begin(self) -> None:
        """Ask everything to end; the timer closes later, as Qt ignores a close() inside a closeEvent."""
        self._project.keep_unsaved()
        if self._controller.busy:
            self._controller.stop()
            more = tr("The window closes when it is done.")
            self._saving = messages.wait(self._window, tr("Closing"), tr("Stopping the run…"), more)
        for task in self._window.findChildren(BackgroundTask):
            task.stop()
        for thread in running_threads():  # those that were left, too
            thread.control.stop()
        self._timer.start()

    def _leave(self) -> None:
        """The user logs off, or Windows restarts: nothing can be asked any more, so it is saved while Windows waits."""
        if self.allowed:
            return
        self._project.keep_unsaved(named_too=True)
        if self._controller.busy:
            self._controller.stop()
            self._controller.wait()

    def _look(self) -> None:
        """A run that is being saved is never cut off."""
        if self._controller.busy or running_threads():
            return
        self._timer.stop()
        if self._saving is not None:
            self._saving.close()
        self.allowed = True
        self.ready.emit()

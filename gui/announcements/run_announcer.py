"""Tells of a run outside of the window: progress on the taskbar, a notification when it ends."""

import logging
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from gui.announcements.taskbar import Taskbar, TaskbarState
from gui.history.run_progress import duration, run_measure
from gui.project.preferences import PreferencesFile
from gui.run.controller import RunController, RunState
from gui.words.plain_words import in_words
from gui.words.translation import mark, tr

NOTICE_MS = 15_000

_SHOWN: dict[RunState, TaskbarState] = {
    RunState.RUNNING: "normal",
    RunState.PAUSING: "paused",
    RunState.PAUSED: "paused",
    RunState.SAVING: "busy",
    RunState.FAILED: "failed",
}
_ENDED = {
    RunState.FINISHED: (mark("The run has finished"), mark("It finished after {time}.")),
    RunState.STOPPED: (mark("The run has stopped"), mark("It stopped after {time}.")),
    RunState.IDLE: (mark("The run has ended"), mark("It has told nothing of its end.")),
}
_log = logging.getLogger(__name__)


class RunAnnouncer(QObject):
    """Follows the controller; each kind of announcement is a preference. The taskbar is asked for when first needed."""

    def __init__(
        self, window: QWidget, controller: RunController, preferences: PreferencesFile, taskbar: Taskbar | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._controller, self._preferences = window, controller, preferences
        self._taskbar, self._asked = taskbar, taskbar is not None
        self._shown: tuple[TaskbarState, float] = ("none", 0.0)
        self._tray: QSystemTrayIcon | None = None
        self._hide = QTimer(self, interval=NOTICE_MS, singleShot=True)
        self._hide.timeout.connect(self.forget)
        controller.refreshed.connect(self.refresh)
        controller.state_changed.connect(self.refresh)
        controller.ended.connect(self._notify)

    def refresh(self) -> None:
        """Bring the taskbar up to date."""
        state, share = taskbar_figures(self._controller)
        if not self._preferences.value.taskbar_progress:
            state, share = "none", 0.0
        now = (state, round(share, 2))
        if now == self._shown:
            return
        self._shown = now
        if not self._asked:
            self._asked = True
            self._taskbar = system_taskbar(self._window)
        if self._taskbar is None:
            return
        try:
            self._taskbar.show(*now)
        except OSError as error:
            _not_shown(error)
            self._taskbar = None

    def forget(self) -> None:
        """Take the notification's icon away."""
        self._hide.stop()
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    def _notify(self) -> None:
        """Unless the user is looking at the window anyway."""
        wanted = self._preferences.value.notify_at_end and not self._window.isActiveWindow()
        if not wanted or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self.forget()
        title, text, icon = notice(self._controller)
        self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
        self._tray.messageClicked.connect(self._window.activateWindow)
        self._tray.show()
        self._tray.showMessage(title, text, icon, NOTICE_MS)
        self._hide.start()


def taskbar_figures(controller: RunController) -> tuple[TaskbarState, float]:
    """State and share of the live run; busy where nobody knows yet how long it will be."""
    state = _SHOWN.get(controller.state, "none")
    measure = run_measure(controller.history)
    if state == "failed":
        return state, 1.0
    if state == "normal" and measure.total == 0:
        return "busy", 0.0
    return state, measure.done / measure.total if measure.total else 0.0


def notice(controller: RunController) -> tuple[str, str, QSystemTrayIcon.MessageIcon]:
    """Title, text and icon for the end of a run."""
    icons = QSystemTrayIcon.MessageIcon
    history, finished = controller.history, controller.history.finished
    if controller.state == RunState.FAILED and finished is not None:
        return tr("The run has failed"), in_words(f"{finished.message} {finished.remedy}".strip()), icons.Critical
    title, text = (tr(words, time=duration(history.seconds)) for words in _ENDED[controller.state])
    best = finished.best.auc if finished and finished.best else None
    if best is not None:
        text += f" {tr('Best validation AUC of the student: {auc:.3f}.', auc=best)}"
    return title, text, icons.Information


def system_taskbar(window: QWidget) -> Taskbar | None:
    """Windows' taskbar; None on other systems, or where the shell refuses."""
    taskbar: Taskbar | None = None
    if sys.platform == "win32":
        from gui.announcements.windows_taskbar import WindowsTaskbar

        try:
            taskbar = WindowsTaskbar(int(window.winId()))
        except OSError as error:
            _not_shown(error)
    return taskbar


def _not_shown(error: OSError) -> None:
    _log.warning("progress is not shown on the taskbar: %s", error)

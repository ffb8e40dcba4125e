"""A small window with a bar and Cancel, while something is prepared or read."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from engine.events import Event, Progress
from gui.history.work_left import WorkLeft
from gui.widgets import dialogs as messages


class WaitingWindow:
    """Opened for one piece of work after the other; Cancel calls ``stop``."""

    def __init__(self, parent: QWidget, stop: Callable[[], object]) -> None:
        self._parent, self._stop = parent, stop
        self._dialog: QProgressDialog | None = None
        self._text, self._left = "", WorkLeft()

    def open(self, text: str, after_ms: int = 0) -> None:
        """Say what goes on; ``after_ms`` spares what is soon done a window that only flashes up."""
        self.close()
        self._text, self._left = text, WorkLeft()
        dialog = self._dialog = messages.progress(self._parent, "PatchDistill", text, self._stop)
        if after_ms:
            later = QTimer(dialog, interval=after_ms, singleShot=True)
            later.timeout.connect(dialog.show)
            later.start()
        else:
            dialog.show()

    def follow(self, event: Event) -> None:
        """Move the bar, and say how long it will be."""
        if isinstance(event, Progress) and self._dialog is not None:
            self._dialog.setMaximum(event.total)
            self._dialog.setValue(event.done)
            self._dialog.setLabelText(f"{self._text}\n{self._left.words(event)}")

    def close(self) -> None:
        """Take it away, if it is there."""
        if self._dialog is not None:
            self._dialog.canceled.disconnect()
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

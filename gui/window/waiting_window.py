"""A small window with a bar and Cancel, while something is prepared or read."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from engine.events import Event, Progress
from gui.widgets.plain_text import TextLabel


class WaitingWindow:
    """Opened for one piece of work after the other; Cancel calls ``stop``."""

    def __init__(self, parent: QWidget, stop: Callable[[], object]) -> None:
        self._parent, self._stop = parent, stop
        self._dialog: QProgressDialog | None = None

    def open(self, text: str, after_ms: int = 0) -> None:
        """Say what goes on; ``after_ms`` spares what is soon done a window that only flashes up."""
        self.close()
        dialog = self._dialog = QProgressDialog("", "Cancel", 0, 0, self._parent)
        dialog.setLabel(TextLabel(text))
        dialog.setWindowTitle("PatchDistill")
        dialog.setBar(QProgressBar(textVisible=False))  # the theme's bars are too thin for words
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(self._stop)
        if after_ms:
            later = QTimer(dialog, interval=after_ms, singleShot=True)
            later.timeout.connect(dialog.show)
            later.start()
        else:
            dialog.show()

    def follow(self, event: Event) -> None:
        """Move the bar."""
        if isinstance(event, Progress) and self._dialog is not None:
            self._dialog.setMaximum(event.total)
            self._dialog.setValue(event.done)

    def close(self) -> None:
        """Take it away, if it is there."""
        if self._dialog is not None:
            self._dialog.canceled.disconnect()
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

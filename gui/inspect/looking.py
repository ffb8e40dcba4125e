"""How far the look into a large picture is, how long it will still take, and a button that ends it."""

import time

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from engine.events import Progress
from gui.history.run_progress import counted
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

_TASKS = {"student's map": mark("Student's map"), "teacher's map": mark("Teacher's map")}
_TELLING_S = 2.0  # before the pace says anything


class Looking(QWidget):
    """Hidden but while something goes on; ``stop`` is to be connected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress, self.left, self.stop = QProgressBar(), TextLabel(), QPushButton(tr("Stop"))
        self._task, self._began, self._first = "", 0.0, 0
        self.progress.setTextVisible(False)
        self.progress.setMaximumWidth(24 * GRID)
        self.progress.setAccessibleName(tr("Tiles looked at"))
        set_role(self.left, "muted")
        set_icon(self.stop, "stop")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in (self.progress, self.left, self.stop):
            row.addWidget(widget)
        self.hide()

    def begin(self) -> None:
        """Nothing is known yet."""
        self._task = ""
        self.progress.setRange(0, 0)
        self.left.clear()
        self.show()

    def hear(self, event: Progress) -> None:
        """Show the count, and after a while the time that is left."""
        if event.task != self._task:
            self._task, self._began, self._first = event.task, time.monotonic(), event.done
        self.progress.setRange(0, event.total)
        self.progress.setValue(event.done)
        passed, done = time.monotonic() - self._began, event.done - self._first
        telling = passed > _TELLING_S and done > 0
        left = passed / done * (event.total - event.done) if telling else None
        task = tr(_TASKS[event.task]) if event.task in _TASKS else event.task
        self.left.setText(f"{task}: {counted(event, left)}")

"""Failure drills in the window: each failure provoked in a small run, while the window goes on."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.control import RunControl
from engine.demo.drills.outcome import DrillOutcome
from engine.demo.drills.runner import run_drills
from engine.errors import EngineError
from engine.events import Emit, Event, Progress
from gui.background.background_task import BackgroundTask
from gui.drills.table import DrillTable
from gui.widgets.dialogs import fitting
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.plain_words import plain_words
from gui.words.translation import mark, tr

_ABOUT = mark(
    "Each failure is switched on in a small run of the demo, in a folder of its own that is deleted afterwards. "
    "Your images and runs are not touched. All drills together take some minutes."
)


class DrillsDialog(QDialog):
    """Carries the ticked drills out one after the other; stays open to show their outcomes, and is gone when closed."""

    def __init__(self, parent: QWidget | None = None, overrides: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Failure drills"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._overrides = overrides
        self.table, self.progress, self.said = DrillTable(), QProgressBar(textVisible=False), WrappedLabel()
        self.begin, self.halt = QPushButton(tr("Run drills")), QPushButton(tr("Stop"))
        self.leave = QPushButton(tr("Close"))
        self._task = BackgroundTask(self)
        self._leaving = False
        self._arrange()
        self._connect()
        self._follow()
        self._say(tr("Tick the failures to provoke."))

    def reject(self) -> None:
        """Escape and Close: the drill that goes on is stopped first."""
        if not self._task.running:
            super().reject()
            return
        self._leaving = True
        self._stop()

    def start(self) -> None:
        """Carry out what is ticked."""
        names, overrides = self.table.chosen(), self._overrides

        def work(control: RunControl, emit: Emit) -> object:
            return run_drills(names, control, emit, overrides)

        self.table.clear_outcomes()
        self.progress.setRange(0, 0)
        self._say(tr("Preparing…"))
        self._task.start(work)
        self._follow()

    def _arrange(self) -> None:
        about = TextLabel(tr(_ABOUT))
        about.setWordWrap(True)
        set_role(about, "muted")
        set_role(self.begin, "primary")
        self.begin.setDefault(True)
        self.progress.setAccessibleName(tr("Progress of the drills"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(about)
        column.addWidget(self.table, 1)
        column.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.addWidget(self.said, 1)
        for button in (self.leave, self.halt, self.begin):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.resize(fitting(self, 120 * GRID, 72 * GRID))

    def _connect(self) -> None:
        self.begin.clicked.connect(self.start)
        self.halt.clicked.connect(self._stop)
        self.leave.clicked.connect(self.reject)
        self.table.itemChanged.connect(self._follow)
        self._task.event_arrived.connect(self._take_in)
        self._task.finished.connect(self._finish)
        self._task.stopped.connect(self._stopped)

    def _follow(self) -> None:
        """What can be done now."""
        running = self._task.running
        self.begin.setEnabled(not running and bool(self.table.chosen()))
        self.halt.setEnabled(running)
        self.progress.setVisible(running)

    def _take_in(self, event: Event) -> None:
        if isinstance(event, Progress):
            self.progress.setRange(0, event.total)
            self.progress.setValue(event.done)
            self._say(f"{tr(event.task.removeprefix('drill: '))}…")
        elif isinstance(event, DrillOutcome):
            self.table.show_outcome(event)

    def _stop(self) -> None:
        self._say(tr("Stopping…"))
        self._task.stop()

    def _finish(self, result: object, error: EngineError | None) -> None:
        self._follow()
        if error is not None:
            self._say(plain_words(error), "bad")
            return
        outcomes = cast("list[DrillOutcome]", result)
        passed = sum(outcome.passed for outcome in outcomes)
        role = "good" if passed == len(outcomes) else "bad"
        self._say(tr("{passed} of {drills} drills ended as they should.", passed=passed, drills=len(outcomes)), role)

    def _stopped(self) -> None:
        self._follow()
        self._say(tr("Stopped. What was made is deleted."))
        if self._leaving:
            super().reject()

    def _say(self, text: str, role: str = "muted") -> None:
        set_role(self.said, role)
        self.said.setText(text)

"""Tests learning rates on the images and the teacher that are set, in a worker thread, and offers the best."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from engine.control import RunControl
from engine.errors import EngineError, Problem
from engine.events import Emit, Event
from engine.number_words import exact
from engine.settings import RunSettings
from gui.background.background_task import BackgroundTask
from gui.history.work_left import WorkLeft
from gui.setup.range_plot import RangePlot
from gui.setup.told_progress import show_progress
from gui.widgets.card import Card
from gui.widgets.icons import set_icon
from gui.widgets.notes import ProblemNote
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import set_role
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.run.range_test import RangeTest

_HINT = mark(
    "Trains a throw-away student for a few steps at each of twelve learning rates and shows where its loss falls. "
    "How long it takes is shown as it goes; it changes nothing by itself."
)
_STAGE = ("trainable", "optimiser", "momentum", "weight_decay", "accumulate", "amp")
_NEEDS_IMAGES = mark("Choose training images first, on the page Images.")


class RangePanel(Card):
    """A button, a curve, and the rate to take."""

    rate_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Which learning rate?"), parent)
        self._settings: RunSettings | None = None
        self.start, self.stop, self.use = QPushButton(tr("Test learning rates")), QPushButton(tr("Stop")), QPushButton()
        self.hint, self.doing, self.outcome = TextLabel(tr(_HINT)), TextLabel(), TextLabel()
        self.progress, self.note, self.plot = QProgressBar(), ProblemNote(), RangePlot()
        self.found: RangeTest | None = None
        self._task, self._left = BackgroundTask(self), WorkLeft()
        self._arrange()
        self.start.clicked.connect(self.start_test)
        self.stop.clicked.connect(self._task.stop)
        self.use.clicked.connect(self._choose)
        self._task.event_arrived.connect(self._hear)
        self._task.finished.connect(self._finish)
        self._task.stopped.connect(lambda: self._show_state(tr("Stopped before the end.")))
        self._show_state()

    def set_settings(self, settings: RunSettings) -> None:
        """Test with these settings from now on; a curve of others is no answer any more."""
        before, self._settings = self._settings, settings
        if before is not None and _tested(before) != _tested(settings):
            self._task.stop()
            self.found = None
            self.note.show_problem(None)
        self._show_state(self.doing.text())

    def start_test(self) -> None:
        """Test the learning rates now, with the settings last given."""
        if self._settings is None:
            return
        self.found = None
        self.note.show_problem(None)
        self.progress.setRange(0, 0)
        self._task.start(_test_task(self._settings))
        self._show_state(tr("Starting…"))

    def close_task(self) -> None:
        """Stop the test; its thread ends when it can."""
        self._task.leave()
        self._show_state()

    def _hear(self, event: Event) -> None:
        show_progress(event, self.progress, self.doing, self._left)

    def _finish(self, found: "RangeTest | None", error: EngineError | None) -> None:
        self.found = found
        if error is not None:
            self.note.show_problem(Problem("", error.message, error.remedy))
        if found is not None:
            self.plot.set_curve(found.learning_rates, found.losses, found.suggested)
        self._show_state()

    def _choose(self) -> None:
        if self.found is not None and self.found.suggested is not None:
            self.rate_chosen.emit(self.found.suggested)

    def _show_state(self, doing: str = "") -> None:
        running, found = self._task.running, self.found
        ready = self._settings is not None and bool(self._settings.data.train)
        self.start.setVisible(not running)
        self.start.setEnabled(ready)
        self.hint.setText(tr(_HINT if ready else _NEEDS_IMAGES))
        for widget in (self.stop, self.progress):
            widget.setVisible(running)
        self.doing.setText(doing)
        self.doing.setVisible(bool(doing))
        self.plot.setVisible(found is not None)
        self.outcome.setVisible(found is not None)
        suggested = found.suggested if found is not None else None
        self.use.setVisible(suggested is not None)
        if suggested is not None:
            self.outcome.setText(
                tr(
                    "{rate} is the lowest rate at which the loss falls nearly as far as it can.",
                    rate=exact(suggested),
                )
            )
            self.use.setText(tr("Use {rate} for head and backbone", rate=exact(suggested)))
        else:
            self.outcome.setText(tr("At none of these rates did the loss fall. Check the teacher and the labels."))

    def _arrange(self) -> None:
        set_icon(self.start, "search")
        set_icon(self.stop, "stop")
        set_icon(self.use, "check")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the learning-rate test"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.start)
        buttons.addWidget(self.stop)
        buttons.addStretch()
        for text in (self.hint, self.doing, self.outcome):
            text.setWordWrap(True)
        for text in (self.hint, self.doing):
            set_role(text, "muted")
        self.column.addWidget(self.hint)
        self.column.addLayout(buttons)
        for widget in (self.progress, self.doing, self.note, self.plot, self.outcome):
            self.column.addWidget(widget)
        self.column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()


def _tested(settings: RunSettings) -> tuple[object, ...]:
    """What a test is of: all that the loss of a burst depends on, but for the rates themselves."""
    stage = (getattr(settings.stage2, name) for name in _STAGE)
    return (settings.seed, settings.data, settings.teacher, settings.student, settings.loss, *stage)


def _test_task(settings: RunSettings) -> Callable[[RunControl, Emit], "RangeTest"]:
    def test(control: RunControl, emit: Emit) -> "RangeTest":
        from engine.run.range_test import range_test  # imports torch, which the window's thread must not wait for

        return range_test(settings, control, emit)

    return test

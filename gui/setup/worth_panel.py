"""Tries in a worker thread whether the teacher is worth imitating, and says what to expect."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from engine.control import RunControl
from engine.errors import EngineError, Problem
from engine.events import Emit, Event
from engine.settings import RunSettings
from gui.background.background_task import BackgroundTask
from gui.history.work_left import WorkLeft
from gui.setup.told_progress import show_progress
from gui.widgets.card import Card
from gui.widgets.icons import set_icon
from gui.widgets.notes import ProblemNote
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import set_role
from gui.words.translation import mark, tr

_HINT = mark(
    "Trains throw-away students for a few steps, with the teacher and from labels only, and compares them on the "
    "validation images. How long it takes is shown as it goes; it changes nothing by itself."
)
_TRIED = ("seed", "data", "degradations", "teacher", "student", "loss", "stage2")
Found = tuple[str, str, bool]  # what to expect, what was not seen, and whether labels alone are likely to be better
_NOTHING: Found = ("", "", False)


class WorthPanel(Card):
    """A button, a sentence, and what to do where the teacher costs."""

    labels_chosen = Signal(dict)  # changes of settings by dotted names

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Will the teacher help?"), parent)
        self._settings: RunSettings | None = None
        self.start, self.stop = QPushButton(tr("Try it")), QPushButton(tr("Stop"))
        self.hint, self.doing, self.outcome, self.unseen = TextLabel(), TextLabel(), TextLabel(), TextLabel()
        self.progress, self.note, self.use = QProgressBar(), ProblemNote(), QPushButton(tr("Train from labels only"))
        self._task, self._left = BackgroundTask(self), WorkLeft()
        self._arrange()
        self.start.clicked.connect(self.start_trial)
        self.stop.clicked.connect(self._task.stop)
        self.use.clicked.connect(self._choose_labels)
        self._task.event_arrived.connect(self._hear)
        self._task.finished.connect(self._finish)
        self._task.stopped.connect(lambda: self._show_state(tr("Stopped before the end.")))
        self._show_state()

    def set_settings(self, settings: RunSettings) -> None:
        """Try these settings from now on; what others came to is no answer any more."""
        before, self._settings = self._settings, settings
        if before is not None and any(getattr(before, name) != getattr(settings, name) for name in _TRIED):
            self._task.stop()
            self._show_found(_NOTHING)
        self._show_state(self.doing.text())

    def start_trial(self) -> None:
        """Try it now, with the settings last given."""
        if self._settings is None:
            return
        self._show_found(_NOTHING)
        self.progress.setRange(0, 0)
        self._task.start(_trial(self._settings))
        self._show_state(tr("Starting…"))

    def close_task(self) -> None:
        """Stop the trial; its thread ends when it can."""
        self._task.leave()
        self._show_state()

    def _hear(self, event: Event) -> None:
        show_progress(event, self.progress, self.doing, self._left)

    def _finish(self, found: Found | None, error: EngineError | None) -> None:
        self._show_found(found or _NOTHING)
        if error is not None:
            self.note.show_problem(Problem("", error.message, error.remedy))
        self._show_state()

    def _show_found(self, found: Found) -> None:
        self.note.show_problem(None)
        *texts, costs = found
        for label, text in zip((self.outcome, self.unseen), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.use.setVisible(costs)

    def _choose_labels(self) -> None:
        if self._settings is not None:
            changes = self._settings.loss.without_teacher
            self.labels_chosen.emit({f"loss.{name}": value for name, value in changes.items()})

    def _show_state(self, doing: str = "") -> None:
        running, settings = self._task.running, self._settings
        missing = "" if settings is None else _missing(settings)
        self.start.setVisible(not running)
        self.start.setEnabled(settings is not None and not missing)
        self.hint.setText(missing or tr(_HINT))
        for widget in (self.stop, self.progress):
            widget.setVisible(running)
        self.doing.setText(doing)
        self.doing.setVisible(bool(doing))

    def _arrange(self) -> None:
        set_icon(self.start, "search")
        set_icon(self.stop, "stop")
        set_icon(self.use, "check")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the trial"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.start)
        buttons.addWidget(self.stop)
        buttons.addStretch()
        for text in (self.hint, self.doing, self.outcome, self.unseen):
            text.setWordWrap(True)
        for text in (self.hint, self.doing, self.unseen):
            set_role(text, "muted")
        self.column.addWidget(self.hint)
        self.column.addLayout(buttons)
        for widget in (self.progress, self.doing, self.note, self.outcome, self.unseen):
            self.column.addWidget(widget)
        self.column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()
        self._show_found(_NOTHING)


def _missing(settings: RunSettings) -> str:
    """What a trial still needs, or an empty text."""
    if not settings.loss.imitates or settings.teacher.checkpoint is None:
        return tr("Choose a teacher first, on the page Networks, and a weight of imitation above 0.")
    return "" if settings.data.train else tr("Choose training images first, on the page Images.")


def _trial(settings: RunSettings) -> Callable[[RunControl, Emit], Found]:
    def trial(control: RunControl, emit: Emit) -> Found:
        from engine.run.teacher_worth import teacher_worth  # imports torch

        found = teacher_worth(settings, control, emit)
        return found.words, found.not_seen, found.verdict == "costs"

    return trial

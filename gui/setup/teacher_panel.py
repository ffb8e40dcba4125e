"""Recognises the chosen checkpoints and, when asked, checks the teacher on the images, both in worker threads."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.advice.offers import remedies_for
from engine.control import RunControl
from engine.errors import EngineError, Problem
from engine.events import Alert, Emit, Event, TeacherChecked
from engine.settings import RunSettings
from gui.alerts.remedy_box import changes_in_words
from gui.background.background_task import BackgroundTask
from gui.history.work_left import WorkLeft
from gui.setup.teacher_findings import TeacherFindings
from gui.setup.told_progress import show_progress
from gui.widgets.card import heading
from gui.widgets.icons import set_icon
from gui.widgets.notes import ProblemNote
from gui.widgets.plain_text import TextLabel, plain_tip
from gui.widgets.scroll_area import ScrollArea
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.plain_words import in_words, plural
from gui.words.translation import mark, tr

PAUSE_MS = 500  # of typing, before a file is opened
CHECKED = ("seed", "data", "teacher", "student", "loss", "health", "machine")  # what a check is of
Recognition = tuple[str, Problem | None]  # in words, or why not
_CHECK_HINT = mark("Runs the teacher over a sample of the images: its AUC, its range and the calibration it needs.")


class TeacherPanel(QFrame):
    """What the two checkpoints are, and how the teacher does on the images."""

    problems_found = Signal(list)  # list[Problem], of the check
    remedy_chosen = Signal(object)  # Remedy

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings: RunSettings | None = None
        self._paths: tuple[Path | None, Path | None] = (None, None)
        self.recognised = {
            "teacher": WrappedLabel(tr("Teacher recognised as")),
            "student": WrappedLabel(tr("Student recognised as")),
        }
        self.notes = {"teacher": ProblemNote(), "student": ProblemNote()}
        self.check, self.stop = QPushButton(tr("Check the teacher")), QPushButton(tr("Stop"))
        self.progress, self.doing, self.hint = QProgressBar(), TextLabel(), TextLabel()
        self.findings, self.outcome = TeacherFindings(), QVBoxLayout()
        self._recognition, self._check, self._left = BackgroundTask(self), BackgroundTask(self), WorkLeft()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._arrange()
        self._cut_off = False
        self._pause.timeout.connect(self._recognise)
        self._recognition.finished.connect(self._show_recognised)
        self.check.clicked.connect(self.start_check)
        self.stop.clicked.connect(self._check.stop)
        self._check.event_arrived.connect(self._hear)
        self._check.finished.connect(self._finish)
        self._check.stopped.connect(lambda: self._show_state(tr("Stopped before the end.")))
        self._show_paths()
        self._show_state()

    @property
    def checking(self) -> bool:
        """Whether a check is going on."""
        return self._check.running

    def set_settings(self, settings: RunSettings) -> None:
        """Recognise checkpoints that are new; what a check found holds only for the settings it was made with."""
        before, self._settings = self._settings, settings
        paths = (settings.teacher.checkpoint, settings.student.checkpoint)
        if paths != self._paths:
            self._paths = paths
            self._show_paths()
            self._pause.start()
        if before is None or any(getattr(before, name) != getattr(settings, name) for name in CHECKED):
            self._check.stop()
            self._clear_check()
        self._show_state()

    def start_check(self) -> None:
        """Check the teacher now, with the settings last given."""
        if self._settings is None:
            return
        self._clear_check()
        self.progress.setRange(0, 0)
        self._check.start(_check_task(self._settings))
        self._show_state(tr("Starting…"))

    def close_tasks(self) -> None:
        """Stop what is going on; the threads end when they can."""
        self._cut_off = self._cut_off or self._pause.isActive() or self._recognition.running
        self._pause.stop()
        self._recognition.leave()
        self._check.leave()
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Open the files that a run left no time to open."""
        super().showEvent(event)
        if self._cut_off:
            self._cut_off = False
            self._pause.start()

    def _recognise(self) -> None:
        self._recognition.start(_recognise_task(self._paths))

    def _show_paths(self) -> None:
        """Say what is known before the files have been opened."""
        without = (tr("No teacher chosen."), tr("No checkpoint: random weights drawn from the seed."))
        for name, path, text in zip(self.recognised, self._paths, without, strict=True):
            self.recognised[name].setText(text if path is None else tr("Opening the file…"))
            self.notes[name].show_problem(None)

    def _show_recognised(self, found: dict[str, Recognition] | None, error: EngineError | None) -> None:
        if error is not None:
            found = {"teacher": ("", Problem("teacher.checkpoint", error.message, error.remedy))}
        for name, (text, problem) in (found or {}).items():
            self.recognised[name].setText(text)
            self.notes[name].show_problem(problem)

    def _hear(self, event: Event) -> None:
        show_progress(event, self.progress, self.doing, self._left)
        match event:
            case TeacherChecked():
                self.findings.show_check(event)
                self.findings.show()
            case Alert():
                self._say(Problem("", event.message, event.remedy, "error" if event.severity == "error" else "warning"))
                self._offer(event)

    def _finish(self, problems: list[Problem] | None, error: EngineError | None) -> None:
        if error is not None:
            problems = [Problem("", error.message, error.remedy)]
        self._show_state(tr("{count} found.", count=plural(len(problems or []), "problem", "problems")))
        self.problems_found.emit(problems or [])

    def _say(self, problem: Problem) -> None:
        note = ProblemNote()
        note.show_problem(problem)
        self.outcome.addWidget(note)

    def _offer(self, alert: Alert) -> None:
        """A button for what one would set otherwise: nothing has begun yet, so every remedy is for the run to come."""
        assert self._settings is not None
        for remedy in remedies_for(alert.rule, self._settings, alert.stage, alert.subject):
            if not remedy.changes:
                continue
            button = QPushButton(remedy.label)
            button.setToolTip(plain_tip(f"{in_words(remedy.why)} {changes_in_words(remedy, self._settings)}."))
            set_icon(button, "check")
            button.clicked.connect(partial(self.remedy_chosen.emit, remedy))
            self.outcome.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _clear_check(self) -> None:
        self.findings.hide()
        while item := self.outcome.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.doing.setText("")

    def _show_state(self, text: str | None = None) -> None:
        if text is not None:
            self.doing.setText(text)
        settings, running = self._settings, self._check.running
        reason = "" if settings is None else _missing(settings)
        self.check.setVisible(not running)
        self.check.setEnabled(settings is not None and not reason)
        self.hint.setText(reason or tr(_CHECK_HINT))
        self.hint.setVisible(not running and self.findings.isHidden())
        self.stop.setVisible(running)
        self.progress.setVisible(running)
        self.doing.setVisible(bool(self.doing.text()))

    def _arrange(self) -> None:
        set_role(self, "card")
        set_icon(self.check, "teacher")
        set_icon(self.stop, "stop")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the teacher check"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        for name, label in self.recognised.items():
            column.addWidget(heading(tr("Teacher checkpoint") if name == "teacher" else tr("Student checkpoint")))
            column.addWidget(label)
            column.addWidget(self.notes[name])
        column.addWidget(heading(tr("Teacher check")))
        buttons = QHBoxLayout()
        buttons.addWidget(self.check)
        buttons.addWidget(self.stop)
        buttons.addStretch()
        column.addLayout(buttons)
        for text in (self.hint, self.doing):
            set_role(text, "muted")
            text.setWordWrap(True)
        for widget in (self.hint, self.progress, self.doing):
            column.addWidget(widget)
        column.addLayout(self.outcome)
        column.addWidget(self.findings)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.addWidget(ScrollArea(content))


def _missing(settings: RunSettings) -> str:
    """What a check still needs, or an empty text."""
    if settings.teacher.checkpoint is None:
        return tr("Choose a teacher checkpoint first.")
    return "" if settings.data.train else tr("Choose training images first, on the page Images.")


def _recognise_task(
    paths: tuple[Path | None, Path | None],
) -> Callable[[RunControl, Emit], dict[str, Recognition]]:
    """Open the files that are given and say what they are."""

    def recognise(control: RunControl, _emit: Emit) -> dict[str, Recognition]:
        from engine.run.preflight import recognise_file  # imports torch, which the window's thread must not wait for

        found: dict[str, Recognition] = {}
        for name, path in zip(("teacher", "student"), paths, strict=True):
            if path is None:
                continue
            control.check()
            try:
                recognised = recognise_file(path)
            except EngineError as error:
                found[name] = (tr("Not recognised."), Problem(f"{name}.checkpoint", error.message, error.remedy))
            else:
                found[name] = (recognised, None)
        return found

    return recognise


def _check_task(settings: RunSettings) -> Callable[[RunControl, Emit], list[Problem]]:
    def run_check(control: RunControl, emit: Emit) -> list[Problem]:
        from engine.run.preflight import check  # imports torch

        return check(settings, control, emit)

    return run_check

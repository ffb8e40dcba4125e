"""The page of results: figures from the run's events at once, then what is measured on its images."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from engine.errors import EngineError
from engine.events import Event, Progress
from engine.qt_thread import Task
from gui.background.background_task import BackgroundTask
from gui.history.run_history import RunHistory
from gui.history.run_progress import counted
from gui.results.board import ResultsBoard
from gui.results.figures import figure_rows
from gui.results.measuring import Measurement, MistakeFound, StudentFound, TeacherFound
from gui.results.words import TASKS, headline
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_page import EmptyPage
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.scroll_area import ScrollArea
from gui.widgets.theme import GRID, set_role
from gui.words.plain_words import plain_words
from gui.words.translation import mark, tr

EMPTY = mark("How good the student is appears here after its first validation, and in full when the run has ended.")


class ResultsPage(QWidget):
    """Measures in the background, and only while it is seen and no run needs the processor."""

    inspect_requested = Signal(Path, Path)  # student, picture
    export_requested = Signal()
    report_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history, self._seen_revision = RunHistory(), -1
        self._run: Path | None = None
        self._busy = False
        self._measured: tuple[Path, float] | None = None  # the run that was measured, and its student's date
        self.board = ResultsBoard()
        self.export, self.report = QPushButton(tr("Export…")), QPushButton(tr("Report card"))
        self.title, self.headline, self._said = ElidedLabel(), TextLabel(), ElidedLabel()
        self._progress = QProgressBar(textVisible=False)
        self._task = BackgroundTask(self)
        self._then: Callable[[object], None] = lambda _: None
        self._layers = QStackedLayout(self)
        self._layers.addWidget(EmptyPage("results", tr("No results yet"), tr(EMPTY)))
        self._layers.addWidget(ScrollArea(self._build(), takes_focus=False))
        self._connect()

    def set_run(self, history: RunHistory, folder: Path | None, *, busy: bool) -> None:
        """The run that is shown; ``busy`` while a run, this or another, needs the processor."""
        if history is not self._history or (busy and self._measured is not None):
            self._forget()
        self._history, self._run, self._busy = history, folder, busy
        self.refresh()

    def refresh(self) -> None:
        """Take in what is new, and measure what no event tells; cheap when there is nothing, or nobody sees it."""
        if not self.isVisible():
            return
        if self._history.revision != self._seen_revision:
            self._seen_revision = self._history.revision
            self._show_events()
        weights = self._weights()
        if weights is not None and weights != self._measured and not self._busy:
            self._measured = weights
            self._measure(Measurement(weights[0]))

    def stop_tasks(self) -> None:
        """End what goes on and wait for it."""
        self._task.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    def _build(self) -> QWidget:
        set_role(self.title, "title")
        self.headline.setWordWrap(True)
        set_role(self._said, "muted")
        for button, sign, tip in (
            (self.export, "export", tr("Take the student away: formats, each proven first (Ctrl+E)")),
            (self.report, "list", tr("One HTML file with all of this and more, to keep or pass on")),
        ):
            set_icon(button, sign)
            button.setToolTip(tip)
        set_role(self.export, "primary")
        set_icon(self.export, "export", "on_accent")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.report)
        head.addWidget(self.export)
        measuring = QHBoxLayout()
        self._progress.setFixedWidth(20 * GRID)
        self._progress.setAccessibleName(tr("Progress of the measurement"))
        measuring.addWidget(self._progress)
        measuring.addWidget(self._said, 1)
        column = QVBoxLayout(page := QWidget())
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.headline)
        column.addLayout(measuring)
        column.addWidget(self.board, 1)
        return page

    def _connect(self) -> None:
        self.export.clicked.connect(self.export_requested)
        self.report.clicked.connect(self.report_requested)
        self.board.mistakes.inspect_requested.connect(self._inspect)
        self._task.event_arrived.connect(self._show_progress)
        self._task.finished.connect(self._finished)

    def _inspect(self, picture: Path) -> None:
        if self._run is not None:
            self.inspect_requested.emit(self._run / "student.pth", picture)

    def _weights(self) -> tuple[Path, float] | None:
        """The shown run and its student's date, once it has one."""
        if self._run is None:
            return None
        try:
            return self._run, (self._run / "student.pth").stat().st_mtime
        except OSError:
            return None

    def _forget(self) -> None:
        """What was measured is of another student, or is about to be."""
        self._task.stop()
        self._measured, self._seen_revision = None, -1
        self.board.clear()
        self._say("")

    def _show_events(self) -> None:
        rows = figure_rows(self._history)
        self._layers.setCurrentIndex(1 if rows else 0)
        self.title.setText(tr("Results of {run}", run=self._run.name) if self._run else tr("Results"))
        words, role = headline(self._history)
        self.headline.setText(words)
        set_role(self.headline, role)
        self.board.show_events(self._history)
        for button in (self.export, self.report):
            button.setEnabled(self._weights() is not None)
        if self._busy:
            self._say(tr("The run goes on. Matrix, curves and mistakes are measured when it has ended."))

    def _measure(self, measurement: Measurement) -> None:
        """Student, mistakes and teacher, one after the other: each is shown as soon as it is known."""

        def student(found: object) -> None:
            self.board.show_student(self._history, cast(StudentFound, found))
            self._do(measurement.mistakes, mistakes)

        def mistakes(found: object) -> None:
            self.board.mistakes.show_mistakes(cast("tuple[MistakeFound, ...]", found))
            self._do(measurement.teacher, teacher)

        def teacher(found: object) -> None:
            self.board.show_teacher(cast("TeacherFound | None", found))
            self._say("")

        self._do(measurement.student, student)

    def _do(self, task: Task, then: Callable[[object], None]) -> None:
        self._then = then
        self._say(tr("Measuring on the run's images…"))
        self._progress.setRange(0, 0)
        self._progress.show()
        self._task.start(task)

    def _show_progress(self, event: Event) -> None:
        if isinstance(event, Progress):
            self._progress.setRange(0, event.total)
            self._progress.setValue(event.done)
            task = tr(TASKS[event.task]) if event.task in TASKS else tr("Measuring")
            self._say(f"{task}: {counted(event, None)}", going=True)

    def _finished(self, result: object, error: EngineError | None) -> None:
        if error is not None:
            self._say(plain_words(error))
            self.board.mistakes.say(tr("Not measured."))
        else:
            self._then(result)

    def _say(self, text: str, *, going: bool = False) -> None:
        self._said.setText(text)
        self._progress.setVisible(going)

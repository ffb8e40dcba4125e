"""Takes a student away: which formats, where to, the proof of each file, and the run's report card."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit, Event, Progress
from engine.qt_thread import Task
from gui.background.background_task import BackgroundTask
from gui.export.formats import FORMATS, OUTCOME_WIDTH, FormatRow
from gui.history.work_left import WorkLeft
from gui.widgets.card import heading
from gui.widgets.dialogs import GrowingDialog
from gui.widgets.icons import set_icon
from gui.widgets.path_fields import PathField
from gui.widgets.scroll_area import DialogScrollArea
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.plain_words import plain_words
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.export.exporting import ExportOutcome

_SAID_HEIGHT = 5 * GRID  # kept free, so that nothing moves at the first word
_STEPS = {
    "scan": mark("Looking through the images"),
    "validation": mark("Scoring the validation images"),
    "robustness": mark("Scoring damaged images"),
}


class ExportDialog(GrowingDialog):
    """Exports one run's best student; stays open to show what came of it, and is gone when closed."""

    def __init__(self, run: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = run
        self.setWindowTitle(tr("Export the student of {run}", run=run.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows = {name: FormatRow(name) for name in FORMATS}
        self.folder = PathField("folder")
        self.folder.setAccessibleName(tr("Folder to export to"))
        self.folder.set_value(run / "exports")
        self.overwrite = QCheckBox(tr("Replace files that are already there"))
        self.accept_weak = QCheckBox(tr("Even if it hardly tells real from fake"))
        self.accept_suspect = QCheckBox(tr("Even if it was kept while the run was ill"))
        self.said, self.progress = WrappedLabel(), QProgressBar(textVisible=False)
        self.export, self.report = QPushButton(tr("Export")), QPushButton(tr("Open report card"))
        self.open_folder, self.leave = QPushButton(tr("Open folder")), QPushButton(tr("Close"))
        self._task, self._left = BackgroundTask(self), WorkLeft()
        self._then: Callable[[object], None] = lambda _: None
        self._leaving = False
        self._dress()
        self._arrange()
        self._connect()
        self._follow()

    def reject(self) -> None:
        """Escape and Close: what goes on is stopped first, and nothing half-written stays."""
        if not self._task.running:
            super().reject()
            return
        self._leaving = True
        self._say(tr("Stopping…"))
        self._task.stop()

    def formats(self) -> list[str]:
        """The chosen formats."""
        return [name for name, row in self.rows.items() if row.box.isChecked()]

    def start_export(self) -> None:
        """Write and prove every chosen format."""
        run, formats, folder = self.run, self.formats(), self.folder.value()
        overwrite, weak = self.overwrite.isChecked(), self.accept_weak.isChecked()
        suspect = self.accept_suspect.isChecked()

        def work(control: RunControl, emit: Emit) -> object:
            from engine.export.exporting import export

            return export(
                run, formats, folder, control, emit, overwrite=overwrite, accept_weak=weak, accept_suspect=suspect
            )

        for row in self.rows.values():
            row.clear()
        self._do(tr("Opening the run…"), work, self._show_outcome)

    def open_report(self) -> None:
        """Write the run's report card anew, and open it in the browser."""
        run = self.run

        def work(control: RunControl, emit: Emit) -> object:
            from engine.report_card.card import write_report

            return write_report(run, None, control, emit)

        self._do(tr("Measuring for the report card…"), work, self._open_written)

    def _dress(self) -> None:
        set_role(self.export, "primary")
        self.export.setDefault(True)
        set_icon(self.report, "list")
        set_icon(self.open_folder, "folder")
        self.report.setToolTip(tr("Write one HTML file with all figures of the run, and open it in the browser"))
        self.overwrite.setToolTip(tr("Otherwise nothing is written where a file is in the way"))
        self.accept_weak.setToolTip(tr("Otherwise a student whose AUC is near 0.5 is refused"))
        self.accept_suspect.setToolTip(
            tr(
                "Otherwise a student is refused that was kept after an error (loss, collapse, numbers that are not "
                "finite)"
            )
        )
        self.said.setMinimumSize(OUTCOME_WIDTH, _SAID_HEIGHT)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.progress.setAccessibleName(tr("Progress of the export"))

    def _arrange(self) -> None:
        choices = QVBoxLayout(content := QWidget())
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(GRID)
        choices.addWidget(heading(tr("Formats")))
        for row in self.rows.values():
            choices.addWidget(row)
        choices.addSpacing(GRID)
        choices.addWidget(heading(tr("Folder")))
        choices.addWidget(self.folder)
        for box in (self.overwrite, self.accept_weak, self.accept_suspect):
            choices.addWidget(box)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(DialogScrollArea(content), 1)
        column.addSpacing(GRID)
        column.addWidget(self.progress)
        column.addWidget(self.said)
        buttons = QHBoxLayout()
        buttons.addWidget(self.report)
        buttons.addWidget(self.open_folder)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.export)
        column.addLayout(buttons)
        self.export.setFocus()

    def _connect(self) -> None:
        for row in self.rows.values():
            row.box.toggled.connect(self._follow)
        self.folder.changed.connect(self._follow)
        self.export.clicked.connect(self.start_export)
        self.report.clicked.connect(self.open_report)
        self.open_folder.clicked.connect(self._open_folder)
        self.leave.clicked.connect(self.reject)
        self._task.event_arrived.connect(self._show_progress)
        self._task.finished.connect(self._finished)
        self._task.stopped.connect(self._stopped)

    def _follow(self) -> None:
        """What can be done now."""
        idle, folder = not self._task.running, self.folder.value()
        self.export.setEnabled(idle and folder is not None and bool(self.formats()))
        self.report.setEnabled(idle)
        self.open_folder.setEnabled(folder is not None and folder.is_dir())
        for part in (
            self.folder,
            self.overwrite,
            self.accept_weak,
            self.accept_suspect,
            *(row.box for row in self.rows.values()),
        ):
            part.setEnabled(idle)
        self.leave.setText(tr("Close") if idle else tr("Stop and close"))
        self.progress.setVisible(not idle)

    def _do(self, words: str, task: Task, then: Callable[[object], None]) -> None:
        self._then = then
        self.progress.setRange(0, 0)
        self._say(words)
        self._task.start(task)
        self._follow()

    def _show_progress(self, event: Event) -> None:
        if not isinstance(event, Progress):
            return
        self.progress.setRange(0, event.total)
        self.progress.setValue(event.done)
        name = event.task.removeprefix("exporting ")
        if name in FORMATS:
            self._say(tr("Exporting and proving {format}…", format=tr(FORMATS[name][0])))
        else:
            self._say(f"{_step(event.task)}: {self._left.words(event)}")

    def _finished(self, result: object, error: EngineError | None) -> None:
        if self._leaving:
            super().reject()
            return
        if error is not None:
            self._say(plain_words(error), "bad")
        else:
            self._then(result)
        self._follow()
        self.export.setFocus()  # which it lost while it was disabled

    def _stopped(self) -> None:
        self._say(tr("Stopped."))
        self._follow()
        if self._leaving:
            super().reject()

    def _show_outcome(self, result: object) -> None:
        outcome = cast("ExportOutcome", result)
        for item in outcome.exported:
            self.rows[item.format].show_exported(item)
        for name, error in outcome.failed.items():
            self.rows[name].show_failed(error)
        written = len(outcome.exported)
        asked, folder = written + len(outcome.failed), self.folder.value()
        words = [tr("{written} of {asked} written to {folder}.", written=written, asked=asked, folder=folder)]
        if outcome.threshold is not None:
            words.append(tr("Threshold chosen on validation: logit {threshold:.3f}.", threshold=outcome.threshold))
        self._say(" ".join((*words, *outcome.student.remarks)), "bad" if outcome.failed else "good")

    def _open_written(self, path: object) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(tr("No program opens the report card. It is {file}.", file=path), "warning")
            return
        self._say(tr("The report card is {file}.", file=path))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder.value())))

    def _say(self, text: str, role: str = "muted") -> None:
        set_role(self.said, role)
        self.said.setText(text)
        self.said.setMinimumHeight(max(self.said.height_needed(), _SAID_HEIGHT))


def _step(task: str) -> str:
    return tr(_STEPS[task]) if task in _STEPS else f"{task[:1].upper()}{task[1:]}"

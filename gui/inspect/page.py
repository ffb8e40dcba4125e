"""Look into a picture: what student and teacher say of every patch, over the picture itself."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.control import RunControl
from engine.data.images.kinds import DIALOG_PATTERN
from engine.errors import EngineError
from engine.events import Emit, Event, Progress
from gui.background.background_task import BackgroundTask
from gui.history.shown_run import ShownRun
from gui.inspect.disagreements_panel import DisagreementsPanel
from gui.inspect.findings_panel import FindingsPanel
from gui.inspect.inspected_photograph import InspectedPhotograph
from gui.inspect.looking import Looking
from gui.inspect.task import InspectionResult, Networks, Pair, look, run_settings
from gui.widgets import dialogs as messages
from gui.widgets.dialogs import remember_choice, start_folder
from gui.widgets.empty_page import EmptyPage
from gui.widgets.icons import set_icon
from gui.widgets.path_fields import PathField, dropped_paths
from gui.widgets.plain_text import TextLabel
from gui.widgets.scroll_area import ScrollArea
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

HINT = mark("Point at the picture, or move with the arrow keys, to read its patches.")
SIDE_WIDTH = 34 * GRID  # of the lists beside the picture, at first


class InspectPage(QWidget):
    """Pictures come by dropping, browsing or from the list of disagreements; networks are the shown run's at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = ShownRun()
        self._picture: Path | None = None
        self.seen: InspectionResult | None = None
        self._networks, self._task = Networks(), BackgroundTask(self)
        self._task.finished.connect(self._finished)
        self._task.event_arrived.connect(self._hear)
        self._task.stopped.connect(self._stopped)
        self.looking = Looking()
        self.looking.stop.clicked.connect(self._task.stop)
        self.student, self.teacher = PathField("checkpoint"), PathField("checkpoint")
        self.choose, self.read_out = QPushButton(tr("Open a picture…")), TextLabel()
        self.photograph, self.findings = InspectedPhotograph(), FindingsPanel()
        self.photograph.pointed.connect(self._tell)
        self.findings.chosen.connect(self.photograph.go_to)
        self.disagreements = DisagreementsPanel(self.pair)
        self.disagreements.open_requested.connect(self.inspect)
        self.setAcceptDrops(True)
        self._arrange()
        for field in (self.student, self.teacher):
            field.changed.connect(self._look_again)

    def set_run(self, folder: Path | None) -> None:
        """The run whose networks are taken, as soon as it has a student."""
        self._run.folder = folder
        self.refresh()

    def refresh(self) -> None:
        """Take the shown run's networks, once; what the user chooses afterwards stays."""
        student = self._run.new_student() if self.isVisible() else None
        if student is None:
            return
        try:
            settings = run_settings(student)
        except EngineError as error:
            messages.tell_error(self.window(), tr("The run's networks were not taken"), error)
            return
        taught = settings.loss.alpha_distill > 0
        self.teacher.set_value(settings.teacher.checkpoint if taught else None)
        self.student.set_value(student)
        labelled = (*settings.data.test, *settings.data.validation)
        if labelled:
            self.disagreements.folder.set_value(labelled[0])

    def pair(self) -> Pair | None:
        """The chosen networks; None, and a message, where there is no student."""
        student = self.student.value()
        if student is None:
            text = tr("No student is chosen.")
            messages.tell(self.window(), tr("Inspect"), text, tr("Choose its weights, or open a run from Runs."))
            return None
        return Pair(student, self.teacher.value())

    def inspect(self, picture: Path) -> None:
        """Look into a picture in the background, then show it."""
        pair, networks = self.pair(), self._networks
        if pair is None:
            return
        self._picture = picture

        def work(control: RunControl, emit: Emit) -> object:
            return look(networks, pair, picture, control, emit)

        self.read_out.setText(tr("Looking into {file}…", file=picture.name))
        self.looking.begin()
        self._task.start(work)

    def stop_tasks(self) -> None:
        """End what goes on and wait for it."""
        self._task.close()
        self.disagreements.task.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = dropped_paths(event.mimeData())[0]
        event.acceptProposedAction()
        if path.is_dir():
            self.disagreements.folder.set_value(path)
        else:
            self.inspect(path)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(self._head())
        column.addLayout(self._fields())
        self.layers = QStackedWidget()
        self.layers.addWidget(_empty())
        self.layers.addWidget(self.photograph)
        self.body = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.body.addWidget(self.layers)
        self.body.addWidget(self._side())
        self.body.setStretchFactor(0, 1)
        self.body.setSizes([3 * SIDE_WIDTH, SIDE_WIDTH])
        column.addWidget(self.body, 1)

    def _head(self) -> QHBoxLayout:
        title = TextLabel(tr("Inspect"))
        set_role(title, "title")
        set_role(self.read_out, "muted")
        self.read_out.setWordWrap(True)
        set_icon(self.choose, "image")
        self.choose.clicked.connect(self._browse)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addSpacing(2 * GRID)
        head.addWidget(self.read_out, 1)
        head.addWidget(self.looking)
        head.addWidget(self.choose)
        return head

    def _fields(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for name, field in ((tr("Student"), self.student), (tr("Teacher"), self.teacher)):
            field.setAccessibleName(name)
            row.addWidget(TextLabel(name))
            row.addWidget(field, 1)
        return row

    def _side(self) -> QWidget:
        column = QVBoxLayout(side := QWidget())
        column.setContentsMargins(GRID, 0, GRID, 0)
        column.addWidget(self.findings)
        column.addWidget(self.disagreements, 1)
        self.findings.hide()
        return ScrollArea(side, takes_focus=False)

    def _browse(self) -> None:
        dialog = QFileDialog(
            self.window(), tr("Open a picture"), str(self._picture.parent if self._picture else start_folder(self))
        )
        dialog.setNameFilter(DIALOG_PATTERN)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: remember_choice(self, chosen))
        dialog.fileSelected.connect(lambda chosen: self.inspect(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look_again(self) -> None:
        """Other networks: the picture is looked into anew once both files are there."""
        files = [path for path in (self.student.value(), self.teacher.value()) if path is not None]
        if self._picture is not None and self.student.value() and all(path.is_file() for path in files):
            self.inspect(self._picture)

    def _finished(self, result: object, error: EngineError | None) -> None:
        self._say_idle()
        if error is not None:
            messages.tell_error(self.window(), tr("The picture was not looked into"), error)
            return
        self._show(cast(InspectionResult, result))

    def _stopped(self) -> None:
        self._say_idle()
        self._picture = self.seen.found.path if self.seen else None  # what other networks are asked about, if chosen

    def _say_idle(self) -> None:
        self.looking.hide()
        self.read_out.setText(tr(HINT) if self.seen else "")

    def _hear(self, event: Event) -> None:
        if isinstance(event, Progress):
            self.looking.hear(event)

    def _show(self, seen: InspectionResult) -> None:
        self.seen = seen
        self.layers.setCurrentIndex(1)
        self.findings.show()
        self.photograph.show_result(seen)
        self.findings.show_found(seen.found)
        self.read_out.setText(f"{seen.found.path.name}. {tr(HINT)}")

    def _tell(self, row: int, column: int, words: str) -> None:
        """What the networks say where the mark is, and the pixels there."""
        if self.seen is not None:
            self.read_out.setText(f"{self.seen.found.path.name}. {words}")
            self.findings.show_close_up(self.seen.found, row, column)


def _empty() -> QWidget:
    return EmptyPage(
        "inspect",
        tr("Drop a picture here"),
        tr(
            "Or open one. You will see what the student, and its teacher if there is one, say of every patch of it. "
            "The networks are those of the run that is shown; others can be chosen above."
        ),
    )

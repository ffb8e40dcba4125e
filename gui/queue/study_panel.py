"""What came of runs that belong together: one row for each setting, and for networks AUC against their size."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit
from engine.queue.entries import QueueEntry
from engine.queue.queue_folder import Queue
from engine.queue.study import StudyTable
from gui.background.background_task import BackgroundTask
from gui.queue.results import Known, Results, ResultsTable, Sizes, best_run, read_results, source_words, with_sizes
from gui.queue.size_plot import SizePlot, SizePoint
from gui.widgets.card import heading
from gui.widgets.icons import set_icon
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.queue.network_size import NetworkSize

_LEAST_HEIGHT = 16 * GRID
_MEASURE = mark(
    "Time each student on one picture of 256 x 256 pixels, through ONNX Runtime on one thread of this processor."
)
_NOT_NOW = mark("A run is going on, and would be measured with it.")


class StudyPanel(QFrame):
    """Results are read in a thread; the chosen row's best student can be exported."""

    export_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Path, Sequence[QueueEntry]] | None = None
        self._known: Known = {}
        self._sizes: Sizes = {}
        self._study = StudyTable((), (), ())
        self._busy = False
        self._reading, self._measuring = BackgroundTask(self), BackgroundTask(self)
        self.title, self.model, self.table, self.plot = heading(""), ResultsTable(self), QTableView(), SizePlot()
        self.measure_button, self.export_button = QPushButton(tr("Measure speed")), QPushButton(tr("Export the best"))
        self._assemble()
        self._connect()

    def show_entries(self, queue: Queue, entries: Sequence[QueueEntry], study: str) -> None:
        """Show what came of these entries; cheap where they are shown already."""
        shown = (queue.folder, entries)
        if shown == self._shown:
            return
        if self._shown is None or self._shown[0] != queue.folder:
            self._known = {}
        self._shown = shown
        self.title.setText(
            tr('Results of the study "{study}"', study=study) if study else tr("Results of runs outside of a study")
        )
        known, sizes = self._known, self._sizes
        self._reading.start(lambda control, _emit: read_results(queue, entries, known, sizes, control))

    def set_busy(self, busy: bool) -> None:
        """Whether a run goes on, beside which nothing is measured."""
        self._busy = busy
        self._update()

    def measure(self) -> None:
        """Time the students of the table."""
        study, sizes = self._study, self._sizes

        def work(control: RunControl, emit: Emit) -> object:
            return with_sizes(study, sizes, control, timed=True)

        self.measure_button.setText(tr("Measuring…"))
        self._measuring.start(work)
        self._update()

    def _assemble(self) -> None:
        set_role(self, "card")
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(tr("Results by setting"))
        table.setMinimumHeight(_LEAST_HEIGHT)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(4 * GRID)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        set_icon(self.measure_button, "clock")
        set_icon(self.export_button, "export")
        self.export_button.setToolTip(tr("Take the student with the best validation AUC of the chosen row away."))
        bar, row, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.measure_button)
        bar.addWidget(self.export_button)
        row.addWidget(table, 1)
        row.addWidget(self.plot)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addLayout(bar)
        column.addLayout(row, 1)
        self._update()

    def _connect(self) -> None:
        self._reading.finished.connect(self._take)
        self._measuring.finished.connect(self._take_sizes)
        self._measuring.stopped.connect(lambda: self._take_sizes(None, None))
        self.table.selectionModel().selectionChanged.connect(self._update)
        self.measure_button.clicked.connect(self.measure)
        self.export_button.clicked.connect(self._export)

    def _take(self, found: object, error: EngineError | None) -> None:
        if isinstance(found, Results):
            self._known, self._sizes = found.known, {**found.sizes, **self._sizes}
            self._study = found.table
            self._show()

    def _take_sizes(self, found: object, error: EngineError | None) -> None:
        self.measure_button.setText(tr("Measure speed"))
        if isinstance(found, dict):
            self._sizes = {**self._sizes, **found}  # others may have been counted meanwhile
        self._show()

    def _show(self) -> None:
        row = self._chosen()
        self.model.show(self._study, self._sizes)
        if row is not None and row < self.model.rowCount():
            self.table.selectRow(row)
        self.plot.set_lines({source_words(source): self._points(source) for source in self._study.sources})
        self._update()

    def _points(self, source: str) -> list[SizePoint]:
        found = []
        for number, row in enumerate(self._study.rows):
            size: NetworkSize | None = self._sizes.get(row.settings.student)
            if size is not None and source in row.auc:
                found.append(SizePoint(size.parameters, row.auc[source], number))
        return found

    def _chosen(self) -> int | None:
        rows = self.table.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def _export(self) -> None:
        row = self._chosen()
        run = best_run(self.model.row(row)) if row is not None else None
        if run is not None:
            self.export_requested.emit(run)

    def _update(self) -> None:
        row, networks = self._chosen(), self._study.of_networks
        self.plot.setVisible(networks and bool(self.plot.lines))
        self.plot.set_chosen(row)
        self.measure_button.setVisible(networks)
        self.measure_button.setEnabled(not self._busy and not self._measuring.running)
        self.measure_button.setToolTip(tr(_NOT_NOW) if self._busy else tr(_MEASURE))
        self.export_button.setEnabled(row is not None and best_run(self.model.row(row)) is not None)

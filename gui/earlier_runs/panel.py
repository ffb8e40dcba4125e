"""Earlier runs: open, compare, resume, delete; read in a thread, because events can be many."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit
from engine.run_folder.folder import runs_folder
from engine.run_folder.notes import RunNotes, rename_run, write_notes
from engine.settings import OutputSettings
from gui.background.background_task import BackgroundTask
from gui.earlier_runs.compare_panel import ComparePanel
from gui.earlier_runs.list import STATES, ListedRun, RunTable, delete_question, delete_runs, load_histories, runs_in
from gui.earlier_runs.notes_dialog import NotesDialog
from gui.earlier_runs.run_actions import make_run_actions
from gui.earlier_runs.runs_bar import RunsBar
from gui.history.run_history import RunHistory
from gui.widgets import dialogs as messages
from gui.widgets.column_table import selected_rows
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_page import EmptyPage
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.sparing_table import SparingTable
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

MOST_COMPARED = 8
_WIDTHS = (144, 240, 260, 120, 84, 84)
_PRESET, _STATE, _NOTES = 3, 6, 7
_STRETCHED = (1, 2, _NOTES)  # name, data and notes share what the others leave
_RESUME = mark("Go on with a run that was stopped, failed or interrupted, or train a finished one further.")
_ONE_AT_A_TIME = mark("A run is going on, and there is one at a time. Stop it first, or wait until it has finished.")


class RunsPanel(QWidget):
    """The runs of one folder; what is to be done with them is asked of the window by signals."""

    open_requested = Signal(Path)
    resume_requested = Signal(Path)
    settings_requested = Signal(Path)  # for another run
    renamed = Signal(Path, Path)  # from, to

    def __init__(self, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or runs_folder(OutputSettings())
        self._loaded, self._busy = False, False
        self._live: Path | None = None
        self.model = RunTable(self)
        self.table, self.comparison = SparingTable(_PRESET), ComparePanel()
        self._listing, self._work = BackgroundTask(self), BackgroundTask(self)
        self._after: Callable[[object], None] = lambda _: None
        self.reload_button, self.folder_button, self.search = QToolButton(), QToolButton(), QLineEdit()
        self.actions_by_name = make_run_actions(self)
        self._bar = RunsBar(self.actions_by_name)
        self.open_button, self.compare_button, self.resume_button, self.delete_button = self._bar.buttons.values()
        self._place = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._stack = QStackedWidget()
        self._assemble()
        self._connect()
        self._update()

    def set_folder(self, folder: Path) -> None:
        """List the runs of another folder."""
        if folder != self._folder:
            self._folder = folder
            self.reload()

    def set_live(self, run: Path | None, *, busy: bool) -> None:
        """The live or last run, which is listed once it has a folder; while one goes on, none can be resumed."""
        if busy != self._busy:
            self._busy = busy
            self._update()
        if run != self._live:
            self._live = run
            if run is not None and run.parent == self._folder:
                self.reload()

    def reload(self) -> None:
        """Read the folder again, now or when the panel is next shown."""
        self._loaded = self.isVisible()
        self._place.setText(str(self._folder))
        if self._loaded:
            folder = (
                self._folder
            )  # a task that held the panel could be the last to do so, and destroy it with its thread
            self._listing.start(lambda control, _emit: runs_in(folder, control))

    def selected(self) -> list[ListedRun]:
        """Runs that are selected, in the order on screen."""
        return [self.model.row(row) for row in selected_rows(self.table)]

    def compare(self) -> None:
        """Draw the selected runs on one plot."""
        paths = [run.path for run in self.selected()][:MOST_COMPARED]
        self._bar.said.setText(tr("Reading the runs…"))
        self._do(lambda control, _emit: load_histories(paths, control), self._show_comparison)

    def ask_delete(self) -> None:
        """Ask, naming the folders, and then move the selected runs to the recycle bin."""
        paths = [run.path for run in self.selected()]
        if not paths:
            return
        text, more = delete_question(paths)
        delete = partial(self._delete, paths)
        messages.ask(self, tr("Delete"), text, more, tr("Move to recycle bin"), tr("Keep"), delete, loses=True)

    def ask_notes(self) -> None:
        """Name, tags and note of the selected run."""
        for run in self.selected()[:1]:
            dialog = NotesDialog(run.path, run.summary.notes, going_on=run.state == "running", parent=self)
            dialog.chosen.connect(partial(self._take_notes, run.path))
            dialog.open()

    def _take_notes(self, run: Path, name: str, notes: RunNotes) -> None:
        """Write them, and name the folder so."""
        try:
            write_notes(run, notes)
            target = rename_run(run, name) if name.strip() != run.name else run
        except EngineError as error:
            messages.tell_error(self, tr("That did not work"), error)
            target = run
        if target != run:
            self.renamed.emit(run, target)
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if not self._loaded:
            self.reload()

    def _delete(self, paths: list[Path]) -> None:
        self._do(lambda control, _emit: delete_runs(paths, control), lambda _: self.reload())

    def _assemble(self) -> None:
        self._set_up_table()
        text = tr(
            "Runs are kept here. Choose images and a teacher on the Set-up page and press Start, or try the demo."
        )
        self._stack.addWidget(EmptyPage("runs", tr("No runs yet"), text))
        self._stack.addWidget(EmptyPage("clock", tr("Looking for runs"), tr("Reading what earlier runs have left.")))
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.comparison)
        splitter.setSizes([280, 280])
        self._stack.addWidget(splitter)
        self._stack.setCurrentIndex(1)
        self.comparison.hide()
        title = TextLabel(tr("Runs"))
        set_role(title, "title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(title)
        layout.addLayout(self._folder_bar())
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)

    def _folder_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        set_role(self._place, "muted")
        words = {
            self.folder_button: ("folder", tr("Other folder"), tr("List the runs of another folder.")),
            self.reload_button: ("refresh", tr("Read again"), tr("Look for runs again.")),
        }
        self.search.setPlaceholderText(tr("Filter by words or #tags"))
        self.search.setAccessibleName(tr("Filter runs by words"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(28 * GRID)
        bar.addWidget(self._place)
        for button, (sign, text, help_text) in words.items():
            set_icon(button, sign)
            button.setText(text)
            button.setToolTip(help_text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.search, 1)
        return bar

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.addActions(list(self.actions_by_name.values()))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(tr("Earlier runs"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(4 * GRID)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        longest = max(self.fontMetrics().horizontalAdvance(tr(word)) for word, *_ in STATES.values())
        table.setColumnWidth(_STATE, longest + 6 * GRID)  # with its sign and margins
        for column in _STRETCHED:
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)

    def _connect(self) -> None:
        self._listing.finished.connect(self._show_list)
        self._work.finished.connect(self._work_done)
        self.table.selectionModel().selectionChanged.connect(self._update)
        self.table.activated.connect(self._open)
        self.search.textChanged.connect(self.model.show_only)
        does = {
            "open": self._open,
            "compare": self.compare,
            "resume": lambda: self._ask_window(self.resume_requested),
            "notes": self.ask_notes,
            "settings": lambda: self._ask_window(self.settings_requested),
            "folder": self._open_folder,
            "delete": self.ask_delete,
        }
        for name, act in does.items():
            self.actions_by_name[name].triggered.connect(lambda _checked=False, act=act: act())
        self.reload_button.clicked.connect(self.reload)
        self.folder_button.clicked.connect(self._ask_folder)
        self.comparison.closed.connect(self.comparison.hide)

    def _show_list(self, runs: list[ListedRun] | None, error: EngineError | None) -> None:
        if error is not None:
            messages.tell_error(self, tr("The runs were not read"), error)
        self.model.set_rows(runs or [])
        self.table.setColumnHidden(_NOTES, not any(run.summary.notes.line for run in runs or ()))
        self._stack.setCurrentIndex(2 if runs else 0)
        self._update()

    def _show_comparison(self, histories: object) -> None:
        self.comparison.show()
        self.comparison.set_histories(cast(dict[str, RunHistory], histories))

    def _do(self, task: Callable[[RunControl, Emit], object], after: Callable[[object], None]) -> None:
        self._after = after
        self._work.start(task)

    def _work_done(self, result: object, error: EngineError | None) -> None:
        self._bar.said.clear()
        after, self._after = self._after, lambda _: None
        if error is not None:
            messages.tell_error(self, tr("That did not work"), error)
            self.reload()
        else:
            after(result)

    def _open(self) -> None:
        self._ask_window(self.open_requested)

    def _ask_window(self, signal: SignalInstance) -> None:
        for run in self.selected()[:1]:
            signal.emit(run.path)

    def _open_folder(self) -> None:
        for run in self.selected()[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.path)))

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, tr("Folder of runs"), str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.set_folder(Path(name)))
        dialog.open()

    def _update(self) -> None:
        """Each button is enabled only when it can do what it says."""
        runs = self.selected()
        one = len(runs) == 1
        can = dict.fromkeys(("open", "notes", "settings", "folder"), one)
        can["compare"] = 1 < len(runs) <= MOST_COMPARED
        can["resume"] = one and runs[0].state != "running" and not self._busy
        can["delete"] = bool(runs) and all(run.state != "running" for run in runs)
        for name, able in can.items():
            self.actions_by_name[name].setEnabled(able)
        self.actions_by_name["resume"].setToolTip(tr(_ONE_AT_A_TIME) if self._busy else tr(_RESUME))

"""The queue's page: the runs to do in their order, and below them what came of those that belong together."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.errors import EngineError
from engine.queue.entries import QueueEntry
from engine.queue.queue_folder import Queue, usual_folder
from gui.queue.entry_actions import ENTRY_ACTIONS
from gui.queue.study_panel import StudyPanel
from gui.queue.table import NAME, STUDY, WHY, QueueTable
from gui.widgets import dialogs as messages
from gui.widgets.column_table import selected_rows
from gui.widgets.empty_page import EmptyPage
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.scroll_area import ScrollArea
from gui.widgets.sparing_table import SparingTable
from gui.widgets.theme import GRID, set_role
from gui.words.plain_words import plural
from gui.words.translation import mark, tr

LOOK_EVERY_MS = 1000  # for what another window or the command line changed
_WIDTHS = (44, 240, 112, 176, 64, 64)
_EMPTY = mark(
    "Prepare a run on the Set-up page, come back and press Add present settings; or let a study make runs with several "
    "values of a setting. Run the queue then does them one after the other, also while nobody watches."
)


class QueuePage(QWidget):
    """Shows and changes a queue; what needs the window is asked of it by signals."""

    add_requested = Signal()
    study_requested = Signal()
    control_requested = Signal(list)  # numbers of entries
    run_requested = Signal()
    hold_requested = Signal()
    open_requested = Signal(Path)
    export_requested = Signal(Path)

    def __init__(self, queue: Queue | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = queue or Queue(usual_folder())
        self._stamp = (-1, -1)
        self._running, self._holding, self._busy = False, False, False
        self.model = QueueTable(self.queue.folder, self)
        self.table, self.results = SparingTable(STUDY), StudyPanel()
        self.status, self._stack = TextLabel(), QStackedWidget()
        self.run_button = QPushButton()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self.actions_by_name: dict[str, QAction] = {}
        self._buttons: list[QPushButton] = []
        self._make_actions()
        self._assemble()
        self._connect()
        self._update()

    def set_queue(self, queue: Queue) -> None:
        """Show another queue."""
        self.queue, self.model.folder = queue, queue.folder
        if self.isVisible():
            self.reload()

    def set_state(self, *, running: bool, holding: bool, busy: bool) -> None:
        """Whether this window runs the queue, holds it after the present run, and whether any run goes on."""
        if (running, holding, busy) != (self._running, self._holding, self._busy):
            self._running, self._holding, self._busy = running, holding, busy
            self.results.set_busy(busy)
            self._update()

    def selected(self) -> list[QueueEntry]:
        """Entries that are selected, in their order."""
        return [self.model.row(row) for row in selected_rows(self.table)]

    def select(self, numbers: Sequence[int]) -> None:
        """Select the entries of these numbers, as far as they are there."""
        selection = QItemSelection()
        rows = [row for row, entry in enumerate(self.model.entries) if entry.number in numbers]
        for row in rows:
            selection.select(self.model.index(row, 0), self.model.index(row, self.model.columnCount() - 1))
        chosen = self.table.selectionModel()
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            chosen.setCurrentIndex(self.model.index(rows[0], NAME), QItemSelectionModel.SelectionFlag.NoUpdate)

    def reload(self) -> None:
        """Read the queue again."""
        self._stamp = self.queue.stamp()
        numbers = [entry.number for entry in self.selected()]
        try:
            entries = self.queue.entries()
        except EngineError as error:
            self.status.setText(f"{error.message} {error.remedy}")
            set_role(self.status, "bad")
            return
        if entries != self.model.entries:
            place = self.table.verticalScrollBar().value()
            self.model.set_rows(entries)
            self.select(numbers)
            self.table.verticalScrollBar().setValue(place)
        self._stack.setCurrentIndex(1 if entries else 0)
        self._update()

    def change(self, change: Callable[[], object]) -> None:
        """Change the queue, or say why that cannot be done."""
        try:
            change()
        except EngineError as error:
            messages.tell_error(self, tr("The queue was not changed"), error)
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.reload()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._timer.stop()

    def _make_actions(self) -> None:
        """What can be done with entries: a button, an entry of the context menu, and mostly a key."""
        for name, sign, text, tip, key in ENTRY_ACTIONS:
            action = QAction(tr(text), self)
            action.setToolTip(f"{tr(tip)} ({key})" if key else tr(tip))
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            set_icon(action, sign)
            self.addAction(action)
            button = QPushButton(tr(text))
            set_icon(button, sign)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            self.actions_by_name[name] = action
            self._buttons.append(button)

    def _assemble(self) -> None:
        self._set_up_table()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.results)
        splitter.setSizes([240, 300])
        self._stack.addWidget(EmptyPage("queue", tr("No runs to do"), tr(_EMPTY)))
        self._stack.addWidget(ScrollArea(splitter, takes_focus=False))
        title = TextLabel(tr("Queue"))
        set_role(title, "title")
        set_role(self.run_button, "primary")
        self.status.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(title)
        head.addWidget(self.status, 1, Qt.AlignmentFlag.AlignBottom)
        bar = FlowLayout(spacing=GRID)
        for widget in (self.run_button, *self._buttons):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(tr("Runs to do"))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setMinimumHeight(20 * GRID)  # a window that is too low scrolls
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(4 * GRID)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        header = table.horizontalHeader()
        for column in (NAME, WHY):  # which share what the others leave
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def _connect(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "add": self.add_requested.emit,
            "study": self.study_requested.emit,
            "control": lambda: self.control_requested.emit([entry.number for entry in self.selected()]),
            "up": lambda: self._on_chosen(partial(self.queue.shift, down=False)),
            "down": lambda: self._on_chosen(partial(self.queue.shift, down=True)),
            "remove": lambda: self._on_chosen(self.queue.remove),
            "again": lambda: self._on_chosen(self.queue.again),
            "open": self._open,
        }
        for name, act in does.items():
            self.actions_by_name[name].triggered.connect(lambda _=False, act=act: act())
        self.run_button.clicked.connect(self._run_or_hold)
        self.table.selectionModel().selectionChanged.connect(self._update)
        self.table.activated.connect(self._open)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self._timer.timeout.connect(self._look)
        self.results.export_requested.connect(self.export_requested)

    def _on_chosen(self, change: Callable[[list[int]], object]) -> None:
        numbers = [entry.number for entry in self.selected()]
        self.change(lambda: change(numbers))

    def _look(self) -> None:
        if self.queue.stamp() != self._stamp:
            self.reload()

    def _run_or_hold(self) -> None:
        going_on = self._running and not self._holding
        (self.hold_requested if going_on else self.run_requested).emit()

    def _open(self) -> None:
        for entry in self.selected()[:1]:
            if entry.run is not None:
                self.open_requested.emit(entry.run)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.actions_by_name.values()))
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _update(self) -> None:
        """Each button is enabled only when it can do what it says; the results are those of the current entry."""
        chosen, entries = self.selected(), self.model.entries
        able = {
            "control": bool(chosen),
            "up": bool(chosen),
            "down": bool(chosen),
            "remove": bool(chosen) and all(entry.state != "running" for entry in chosen),
            "again": any(entry.state == "failed" for entry in chosen),
            "open": len(chosen) == 1 and chosen[0].run is not None,
        }
        for name, possible in able.items():
            self.actions_by_name[name].setEnabled(possible)
        self._update_run_button(any(entry.to_do for entry in entries))
        set_role(self.status, "muted")
        self.status.setText(self._words(entries))
        study = chosen[0].study if chosen else (entries[0].study if entries else "")
        self.results.show_entries(self.queue, [entry for entry in entries if entry.study == study], study)

    def _update_run_button(self, to_do: bool) -> None:
        text, sign, tip = tr("Run the queue"), "start", tr("Do what waits, one run after the other, from the top.")
        if self._running and self._holding:
            text, tip = tr("Go on after this run"), tr("Do what waits after the run that is going on.")
        elif self._running:
            text, sign, tip = (
                tr("Hold after this run"),
                "pause",
                tr("Let the run that is going on end, and begin no other."),
            )
        elif self._busy:
            tip = tr("A run is going on, and there is one at a time. Stop it first, or wait until it has finished.")
        self.run_button.setText(text)
        self.run_button.setToolTip(tip)
        set_icon(self.run_button, sign, "on_accent")
        self.run_button.setEnabled(self._running or (to_do and not self._busy))

    def _words(self, entries: Sequence[QueueEntry]) -> str:
        """How the queue stands, in a sentence or two."""
        failed = sum(entry.state == "failed" for entry in entries)
        waiting = sum(entry.to_do and entry.state != "running" for entry in entries)
        finished = sum(entry.state == "finished" for entry in entries)
        if not entries:
            return ""
        counts = [plural(waiting, "run to do", "runs to do")]
        if finished:
            counts.append(tr("{count:,} finished", count=finished))
        if failed:
            counts.append(tr("{count:,} failed", count=failed))
        doing = ""
        if self._running:
            doing = tr("The queue is held after this run.") if self._holding else tr("The queue is running.")
        elif any(entry.state == "running" for entry in entries):
            doing = tr("Another window or program is running it.")
        elif any(entry.broken_off for entry in entries):
            doing = tr("It was interrupted; Run the queue goes on.")
        return f"{', '.join(counts)}. {doing}".rstrip()

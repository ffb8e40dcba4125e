"""The warnings of a run: a table to filter and copy, the words of the one selected, and the way to the plots."""

from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.events import Severity
from engine.health.evidence import evidence_words
from engine.number_words import figure
from gui.alerts.remedy_box import RemedyBox, RemedyUse, interventions_in_words
from gui.alerts.table import COLUMNS, SEVERITIES, AlertFilter, AlertTable, answer_words, as_text, paragraph, value_words
from gui.history.alert_row import AlertRow
from gui.history.run_history import RunHistory
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import RichLabel, TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.plain_words import rule_title
from gui.words.translation import mark, tr

_WIDTHS = {"Severity": 124, "Stage": 56, "First step": 76, "Last step": 76, "Count": 56, "Value": 72}
_FIGURES = ("Severity", "Last step", "Count", "Stage", "Value", "First step")  # the most telling first
_LEAST_HEIGHT = 20 * GRID
_TOLD_BESIDE = ("Cause", "Remedy")  # columns that a selected warning needs no longer
_NAMES: dict[Severity, tuple[str, str]] = {
    "error": (mark("error"), mark("errors")),
    "warning": (mark("warning"), mark("warnings")),
    "info": (mark("note"), mark("notes")),
}


class WarningsPanel(QWidget):
    """One row per rule, subject and stage, however often; double-click, Enter or the link leads to the plots."""

    jump_requested = Signal(int, int)  # first and last step
    remedy_chosen = Signal(object, object)  # Remedy, RemedyUse

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = RunHistory()
        self._seen_revision = -1
        self.model = AlertTable(self)
        self.filter = AlertFilter(self.model, self)
        self.table, self.search = QTableView(), QLineEdit()
        self.severity_buttons: dict[Severity, QToolButton] = {name: QToolButton() for name in SEVERITIES}
        self.copy_action, self.jump_action = QAction(tr("Copy"), self), QAction(tr("Show on the plots"), self)
        self.remedies, self._use = RemedyBox(), RemedyUse.ADVISE
        self._details, self._beside = RichLabel(), QSplitter(Qt.Orientation.Horizontal)
        self._offered = _scrolled(self.remedies, 38 * GRID)
        self._hint, self._nothing, self._stack = TextLabel(), TextLabel(), QStackedWidget()
        self._assemble()
        self._connect()
        self._update()

    def set_history(self, history: RunHistory) -> None:
        """Show another run's warnings."""
        self._history, self._seen_revision = history, history.alerts_revision
        self.model.set_history(history)
        self._update()

    def refresh(self) -> None:
        """Take in what is new; cheap when nothing is."""
        if self._history.alerts_revision != self._seen_revision:
            self._seen_revision = self._history.alerts_revision
            self.model.refresh()
            self._update()

    def set_use(self, use: RemedyUse) -> None:
        """What remedies can do for the run that is shown."""
        if use != self._use:
            self._use = use
            self._update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Low: the plots above deserve the room."""
        return self.minimumSize()

    def selected(self) -> list[AlertRow]:
        """Rows that are selected, in the order on screen."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.filter.alert(self.filter.index(row, 0)) for row in rows]

    def copy(self) -> None:
        """Put the selected rows, or all that are shown, on the clipboard."""
        QGuiApplication.clipboard().setText(as_text(self.selected() or self.filter.shown()))

    def _assemble(self) -> None:
        self._set_up_table()
        self._set_up_actions()
        self._set_up_details()
        self._beside.addWidget(_scrolled(self._details, 30 * GRID))
        self._beside.addWidget(self._offered)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.table, self._beside):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.indexOf(part), 1)
        for split in (splitter, self._beside):
            split.setChildrenCollapsible(False)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        set_role(self._nothing, "muted")
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, 0)
        layout.setSpacing(GRID // 2)
        self.setMinimumHeight(_LEAST_HEIGHT)
        layout.addLayout(self._bar())
        layout.addWidget(self._stack, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(GRID // 2)
        for severity, button in self.severity_buttons.items():
            set_icon(button, *SEVERITIES[severity][1:])
            button.setCheckable(True)
            button.setChecked(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setToolTip(tr("Show or hide {warnings}.", warnings=tr(_NAMES[severity][1])))
            bar.addWidget(button)
        self.search.setPlaceholderText(tr("Filter by words"))
        self.search.setAccessibleName(tr("Filter warnings by words"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(30 * GRID)
        bar.addWidget(self.search, 1)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_role(self._hint, "muted")
        bar.addWidget(self._hint, 1)
        for action in (self.jump_action, self.copy_action):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            bar.addWidget(button)
        return bar

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.filter)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(tr("Warnings of this run"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(3 * GRID + 4)
        for place, column in enumerate(COLUMNS):
            if column.heading in _WIDTHS:
                table.setColumnWidth(place, _WIDTHS[column.heading])
            else:
                table.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.viewport().installEventFilter(self)

    def _set_up_actions(self) -> None:
        set_icon(self.copy_action, "copy")
        set_icon(self.jump_action, "zoom")
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.copy_action.setToolTip(tr("Copy the selected rows, or all that are shown."))
        self.jump_action.setToolTip(tr("Go to where the selected warning was seen (Enter or double-click)."))
        self.table.addActions([self.jump_action, self.copy_action])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _set_up_details(self) -> None:
        self._details.setWordWrap(True)
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._details.setContentsMargins(GRID, 0, GRID, GRID)
        self._details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._details.setAccessibleName(tr("Selected warning in full"))

    def _connect(self) -> None:
        self.search.textChanged.connect(self.filter.set_text)
        self.search.textChanged.connect(self._update)
        for severity, button in self.severity_buttons.items():
            button.toggled.connect(lambda wanted, severity=severity: self.filter.set_wanted(severity, wanted))
            button.toggled.connect(self._update)
        self.table.activated.connect(self._jump_to)
        self.table.selectionModel().selectionChanged.connect(self._update)
        self._details.linkActivated.connect(self._jump)
        self.remedies.chosen.connect(self.remedy_chosen)
        self.jump_action.triggered.connect(self._jump)
        self.copy_action.triggered.connect(self.copy)

    def _jump_to(self, index: QModelIndex) -> None:
        row = self.filter.alert(index)
        self.jump_requested.emit(row.first_step, row.last_step)

    def _jump(self) -> None:
        for row in self.selected()[:1]:
            self.jump_requested.emit(row.first_step, row.last_step)

    def _update(self) -> None:
        """Counts, details and what can be done now."""
        for severity, button in self.severity_buttons.items():
            (one, many), count = _NAMES[severity], self.model.count(severity)
            button.setText(f"{count} {tr(one) if count == 1 else tr(many)}")
            button.setAccessibleName(tr("Show {warnings}: {count}", warnings=tr(many), count=count))
        shown, selected = self.filter.rowCount(), self.selected()
        self._stack.setCurrentIndex(int(shown > 0))
        self._nothing.setText(tr("No warning matches the filter.") if self.model.rowCount() else "")
        self.copy_action.setEnabled(shown > 0)
        self.jump_action.setEnabled(bool(selected))
        self._hint.setText("" if selected or not shown else tr(_HINT))
        self._details.setText(
            (_in_full(selected[0], self._history) if selected else "") + interventions_in_words(self._history)
        )
        self.remedies.show_row(selected[0] if selected else None, self._history, self._use)
        self._beside.setVisible(bool(self._details.text()))
        self._offered.setVisible(bool(selected or self.remedies.buttons))
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The table's share of the width may change without the panel's."""
        if event.type() == QEvent.Type.Resize:
            self._make_room()
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        """A rule's name is never cut short for what is told beside: that goes, the least telling first."""
        table, headings = self.table, [column.heading for column in COLUMNS]
        titles = [rule_title(row.rule) for row in self.filter.shown()]
        widest = max((table.fontMetrics().horizontalAdvance(title) for title in titles), default=0) + 2 * GRID
        left = table.viewport().width() - widest
        for heading in _TOLD_BESIDE:
            shown = left >= widest and not self.selected()
            left -= widest if shown else 0
            table.setColumnHidden(headings.index(heading), not shown)
        for heading in _FIGURES:
            left -= _WIDTHS[heading]
            table.setColumnHidden(headings.index(heading), left < 0)


_HINT = mark("Select a warning to read it in full and see what can be done.")


def _scrolled(content: QWidget, width: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setMinimumWidth(width)
    return area


def _seen(row: AlertRow) -> str:
    """The steps that the latest of these warnings looked at."""
    if row.since is None or row.since == row.last_step:
        return ""
    return tr("Seen from step {first:,} to {last:,}.", first=row.since, last=row.last_step)


def _in_full(row: AlertRow, history: RunHistory) -> str:
    value = value_words(row)
    if value and row.threshold is not None:
        value = tr("{value}, limit {limit}", value=value, limit=figure(row.threshold, 4))
    parts = (
        paragraph(tr("Cause."), row.cause),
        paragraph(tr("Remedy."), row.remedy),
        paragraph(tr("Evidence."), f"{_seen(row)} {evidence_words(row.rule)}".strip()),
        f"<p><a href='plots'>{tr('Show step {step:,} on the plots', step=row.first_step)}</a></p>",
    )
    title = f"<b>{escape(rule_title(row.rule))}</b>{f' ({value})' if value else ''}"
    return f"<p>{title}<br>{escape(row.message)}</p>{answer_words(history, row)}{''.join(parts)}"

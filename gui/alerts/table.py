"""The alerts of a run as a Qt table, one row per rule, subject and stage, and the filter in front of it."""

from html import escape
from itertools import zip_longest

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QIcon

from engine.events import Severity
from engine.health.evidence import evidence_words
from engine.number_words import figure
from gui.history.alert_row import AlertRow
from gui.history.run_history import RunHistory
from gui.widgets.column_table import ROOT, Column, ColumnTable, Index
from gui.widgets.icons import row_icon
from gui.words.plain_words import in_words, rule_title
from gui.words.translation import mark, tr

SEVERITIES: dict[Severity, tuple[str, str, str]] = {
    "error": (mark("Error"), "error", "bad"),
    "warning": (mark("Warning"), "warning", "warning"),
    "info": (mark("Note"), "info", "muted"),
}
"""Word, icon and colour of each severity, worst first."""


def value_words(row: AlertRow) -> str:
    """The figure that was seen."""
    return "" if row.value is None else figure(row.value, 4)


def answer_words(history: RunHistory, row: AlertRow) -> str:
    """What was done about it and whether that helped, as rich text; empty where nothing was."""
    answer = history.answers.found.get(row.key)
    return paragraph(tr("Done."), in_words(answer.words)) if answer is not None else ""


def paragraph(lead: str, text: str) -> str:
    """Rich text that says by its first word what it is about."""
    return f"<p><b>{lead}</b> {escape(text)}</p>"


def stage_words(row: AlertRow) -> str:
    """The stage's number; checks before training belong to none."""
    return str(row.stage) if row.stage else tr("before")


COLUMNS: tuple[Column[AlertRow], ...] = (
    Column(
        mark("Severity"), lambda row: tr(SEVERITIES[row.severity][0]), lambda row: -list(SEVERITIES).index(row.severity)
    ),
    Column(mark("Rule"), lambda row: rule_title(row.rule), lambda row: rule_title(row.rule)),
    Column(mark("Stage"), stage_words, lambda row: row.stage),
    Column(mark("First step"), lambda row: f"{row.first_step:,}", lambda row: row.first_step, number=True),
    Column(mark("Last step"), lambda row: f"{row.last_step:,}", lambda row: row.last_step, number=True),
    Column(mark("Count"), lambda row: f"{row.count:,}", lambda row: row.count, number=True),
    Column(mark("Value"), value_words, lambda row: row.value or 0.0, number=True),
    Column(mark("Cause"), lambda row: row.cause, lambda row: row.cause),
    Column(mark("Remedy"), lambda row: row.remedy, lambda row: row.remedy),
)


class AlertTable(ColumnTable[AlertRow]):
    """Rows of a history in order of first appearance; ``refresh`` adds what is new and keeps the selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self._history = RunHistory()

    def set_history(self, history: RunHistory) -> None:
        """Show another run's alerts."""
        self._history = history
        self.set_rows(list(history.alerts.values()))

    def refresh(self) -> None:
        """Take in rows that are new and figures that changed; a run that goes on from earlier may lose some."""
        rows = list(self._history.alerts.values())
        known = len(self._rows)
        if any(new is not old for new, old in zip_longest(rows[:known], self._rows)):
            self.set_rows(rows)
            return
        if len(rows) > known:
            self.beginInsertRows(ROOT, known, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        if known:
            self.dataChanged.emit(self.index(0, 0), self.index(known - 1, len(COLUMNS) - 1))

    def count(self, severity: Severity) -> int:
        """Rows of a severity."""
        return sum(row.severity == severity for row in self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A warning that was healed says so beside its severity."""
        found = super().data(index, role)
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in words and COLUMNS[index.column()].heading == "Severity" and self.healed(self.row(index.row())):
            return tr("{severity}, healed", severity=found)
        return found

    def healed(self, row: AlertRow) -> bool:
        """Whether what was done about it has kept it away."""
        answer = self._history.answers.found.get(row.key)
        return answer is not None and answer.healed

    def tool_tip(self, row: AlertRow) -> str:
        """All that is known of the alert."""
        parts = (
            paragraph(tr("Cause."), row.cause),
            paragraph(tr("Remedy."), row.remedy),
            paragraph(tr("Evidence."), evidence_words(row.rule)),
        )
        return f"<p>{escape(row.message)}</p>{''.join(parts)}{answer_words(self._history, row)}"

    def icon(self, row: AlertRow, column: int) -> QIcon | None:
        """The sign of its severity, or that it was healed."""
        if column:
            return None
        return row_icon("good", "good") if self.healed(row) else row_icon(*SEVERITIES[row.severity][1:])


class AlertFilter(QSortFilterProxyModel):
    """Lets rows through whose severity is wanted and whose words hold the text."""

    def __init__(self, table: AlertTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._text, self._wanted = "", set(SEVERITIES)
        self.setSourceModel(table)
        self.setSortRole(Qt.ItemDataRole.UserRole)

    def set_text(self, text: str) -> None:
        """Keep rows that contain every word, whatever its case."""
        self._text = text.casefold()
        self.invalidate()

    def set_wanted(self, severity: Severity, wanted: bool) -> None:
        """Show or hide a severity."""
        (self._wanted.add if wanted else self._wanted.discard)(severity)
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: N802
        row = self._table.row(source_row)
        words = " ".join([*(column.text(row) for column in COLUMNS), row.message]).casefold()
        return row.severity in self._wanted and all(word in words for word in self._text.split())

    def shown(self) -> list[AlertRow]:
        """Rows as they stand on screen."""
        return [self.alert(self.index(number, 0)) for number in range(self.rowCount())]

    def alert(self, index: Index) -> AlertRow:
        """The row behind a place on screen."""
        return self._table.row(self.mapToSource(index).row())


def as_text(rows: list[AlertRow]) -> str:
    """Rows with headings, separated by tabs, for a spreadsheet or a message."""
    lines = [[*(tr(column.heading) for column in COLUMNS), tr("Message")]]
    lines += [[*(column.text(row) for column in COLUMNS), row.message] for row in rows]
    return "\n".join("\t".join(line) for line in lines)

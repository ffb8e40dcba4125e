"""The failure drills as a table: chosen by a tick, and what became of each."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from engine.demo.drills.drills import DRILLS
from engine.demo.drills.outcome import DrillOutcome
from gui.widgets.icons import row_icon
from gui.widgets.theme import GRID
from gui.words.plain_words import rule_title
from gui.words.translation import mark, tr

_HEADINGS = (mark("Failure"), mark("What is done"), mark("Noticed"), mark("Outcome"))
_NAME, _NOTICED, _OUTCOME = 0, 2, 3
_WIDTHS = (176, 232, 144)
_BESIDE = 5 * GRID  # tick or icon, with its margins


class DrillTable(QTableWidget):
    """One row per drill, in the order in which they are carried out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(DRILLS), len(_HEADINGS), parent)
        self.setHorizontalHeaderLabels([tr(heading) for heading in _HEADINGS])
        self.setAccessibleName(tr("Failure drills"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        for row, drill in enumerate(DRILLS):
            for column, text in enumerate((tr(drill.title), tr(drill.done), "", "")):
                self.setItem(row, column, _cell(text))
            self._cell(row, _NAME).setCheckState(Qt.CheckState.Checked)
        self._dress_header()
        self._fit_rows()

    def chosen(self) -> list[str]:
        """Names of the drills that are ticked."""
        ticked = Qt.CheckState.Checked
        return [drill.name for row, drill in enumerate(DRILLS) if self._cell(row, _NAME).checkState() == ticked]

    def choose(self, *names: str) -> None:
        """Tick these and no others."""
        for row, drill in enumerate(DRILLS):
            state = Qt.CheckState.Checked if drill.name in names else Qt.CheckState.Unchecked
            self._cell(row, _NAME).setCheckState(state)

    def clear_outcomes(self) -> None:
        """As before any drill."""
        for row in range(len(DRILLS)):
            for column in (_NOTICED, _OUTCOME):
                self.setItem(row, column, _cell(""))

    def show_outcome(self, outcome: DrillOutcome) -> None:
        """Put what became of a drill into its row."""
        row = [drill.name for drill in DRILLS].index(outcome.name)
        self._cell(row, _NOTICED).setText(_noticed(outcome))
        cell = self._cell(row, _OUTCOME)
        cell.setText(f"{_capital(outcome.ended)}.")
        cell.setIcon(row_icon("good", "good") if outcome.passed else row_icon("error", "bad"))
        self._fit_rows()
        self.scrollToItem(cell)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The stretched column says nothing when it follows the table, so its rows are fitted here."""
        super().resizeEvent(event)
        self._fit_rows()

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        assert cell is not None
        return cell

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(_OUTCOME, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._fit_rows)

    def _fit_rows(self) -> None:
        """Rows as high as their words need; Qt's own measure forgets the style sheet's padding."""
        for row in range(self.rowCount()):
            heights = (self._height(row, column) for column in range(self.columnCount()))
            self.setRowHeight(row, max(heights) + GRID)

    def _height(self, row: int, column: int) -> int:
        width = self.columnWidth(column) - (_BESIDE if column in (_NAME, _OUTCOME) else 2 * GRID)
        room = QRect(0, 0, width, 100 * GRID)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._cell(row, column).text()).height()


def _cell(text: str) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return cell


def _noticed(outcome: DrillOutcome) -> str:
    if outcome.noticed_at is None:
        return tr("No")
    rule, step = rule_title(outcome.noticed_by), outcome.noticed_at
    return tr("{rule}, step {step}", rule=rule, step=step) if step else tr("{rule}, at once", rule=rule)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

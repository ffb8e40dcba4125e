"""The table of scored pictures on screen: sorted by a press on a heading, a picture opened by a double click."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.try_it.table import LOGIT, PICTURE, PROBABILITY, REASON, VERDICT, ScoreTable
from gui.try_it.thumbnails import SIDE
from gui.widgets.column_table import Index
from gui.widgets.theme import GRID
from gui.words.translation import tr

_WIDTHS = {VERDICT: 18 * GRID, PROBABILITY: 20 * GRID, LOGIT: 12 * GRID}


class ScoreTableView(QTableView):
    """``opened`` tells the picture of a row that was double-clicked, or entered."""

    opened = Signal(object)  # ScoredPicture

    def __init__(self, model: ScoreTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as they come, until a heading is pressed
        self._dress()
        self.activated.connect(lambda place: self.opened.emit(model.row(place.row())))

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr("Pictures and what the student says of them"))
        self.setIconSize(QSize(SIDE, SIDE))
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(SIDE + GRID)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        for column in (PICTURE, REASON):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegateForColumn(VERDICT, _SmallSigns(self))
        self.setColumnHidden(LOGIT, True)


class _SmallSigns(QStyledItemDelegate):
    """Signs as high as the text: in the size of a thumbnail they would shout."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        option.decorationSize = QSize(2 * GRID, 2 * GRID)

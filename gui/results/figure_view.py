"""The table of figures: as high as its rows, up to a limit, and every figure in sight."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.widgets.theme import GRID
from gui.words.translation import tr

_MOST_ROWS = 6  # further ones scroll
_ROW = 3 * GRID + 4
_STRETCHED = 1  # the sources' names have what the others leave


class FigureView(QTableView):
    """Read only; a row is selected to be read along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr("Figures of student and teacher"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setHighlightSections(False)

    def fit(self) -> None:
        """Take the height of the rows, and give each column the width of its figures."""
        header, model = self.horizontalHeader(), self.model()
        for column in range(model.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column == _STRETCHED else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        rows = min(max(model.rowCount(), 1), _MOST_ROWS)
        self.setFixedHeight(header.sizeHint().height() + rows * _ROW + 2 * self.frameWidth())

"""The table of figures: as high as its rows, up to a limit, and every figure in sight."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

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
        """Take the height of the rows; columns take the width of their words, and scroll where that is too much."""
        header, model = self.horizontalHeader(), self.model()
        self.resizeColumnsToContents()
        left = self.viewport().width() - header.length()
        header.resizeSection(_STRETCHED, header.sectionSize(_STRETCHED) + max(left, 0))
        rows = min(max(model.rowCount(), 1), _MOST_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height() if left < 0 else 0
        self.setFixedHeight(header.sizeHint().height() + rows * _ROW + bar + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

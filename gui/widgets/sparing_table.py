"""A table that leaves its least telling column out where it is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from gui.widgets.theme import GRID

_ROOMY = 108 * GRID  # px from which all columns are shown


class SparingTable(QTableView):
    """``spared`` is the number of the column that makes room for the others."""

    def __init__(self, spared: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spared = spared

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.setColumnHidden(self._spared, self.width() < _ROOMY)

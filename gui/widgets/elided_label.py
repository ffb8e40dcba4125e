"""A line of text that has dots at its end, or in its middle, where it does not fit, and is whole in the tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.plain_text import TextLabel, plain_tip

_LEAST = "Stage 2, ep…"


class ElidedLabel(TextLabel):
    """Wants the width of its text, and makes do with that of a few letters."""

    def __init__(self, parent: QWidget | None = None, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent=parent)
        self._mode = mode

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a line of plain text."""
        if text != self.text():
            super().setText(text)
            self._explain()

    def fitting(self) -> str:
        """The text as it is painted."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        whole, least = super().minimumSizeHint(), self.fontMetrics().horizontalAdvance(_LEAST)
        return QSize(min(whole.width(), least), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.fitting())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        self.setToolTip(plain_tip(self.text() if self.fitting() != self.text() else ""))

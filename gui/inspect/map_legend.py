"""The colours of the maps with their logits: real, decision threshold, fake."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.inspect.layers import map_colours
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, colors, set_role
from gui.words.translation import tr


class MapLegend(QWidget):
    """A strip of colours between the logits at its ends."""

    def __init__(self) -> None:
        super().__init__()
        self.low, self.high = TextLabel(), TextLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in (self.low, _Strip(), self.high):
            row.addWidget(widget)
        for label in (self.low, self.high):
            set_role(label, "muted")

    def show_scale(self, threshold: float, span: float) -> None:
        """Name the ends of the scale; the middle is the decision threshold."""
        self.low.setText(tr("real {logit:+.1f}", logit=threshold - span))
        middle = f"{threshold:+.2f}" if threshold else "0"
        words = tr(
            "The middle, a logit of {logit}, is the decision threshold: blue is below, orange above", logit=middle
        )
        self.setToolTip(words)
        self.high.setText(tr("{logit:+.1f} fake; threshold {middle}", logit=threshold + span, middle=middle))


class _Strip(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(12 * GRID, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, now = QPainter(self), colors(self)
        painter.fillRect(self.rect(), QColor(now.surface))
        gradient = QLinearGradient(0, 0, self.width(), 0)
        table = map_colours()
        for number in (0, 127, 128, 255):
            gradient.setColorAt(number / 255, QColor.fromRgba(table[number]))
        painter.fillRect(self.rect(), gradient)
        painter.setPen(QColor(now.border))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(now.text))
        painter.drawLine(self.width() // 2, 0, self.width() // 2, self.height())
        painter.end()

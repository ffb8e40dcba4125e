"""The learning-rate test as a curve painted with Qt alone: loss against the rate on a log scale."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from engine.number_words import exact
from gui.widgets.theme import GRID, colors
from gui.words.translation import tr

_DOT = 3.0
_HEADROOM = 1.5  # losses above the first by more than this share of the fall are drawn at the upper rim


class RangePlot(QWidget):
    """Loss at the end of each rate's burst; the suggested rate is marked, a tooltip tells the figures of a point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rates: tuple[float, ...] = ()
        self.losses: tuple[float, ...] = ()
        self.suggested: float | None = None
        self.setMinimumHeight(22 * GRID)
        self.setAccessibleName(tr("Loss by learning rate"))

    def set_curve(self, rates: Sequence[float], losses: Sequence[float], suggested: float | None) -> None:
        """Show a test; an infinite loss is a burst that failed."""
        self.rates, self.losses, self.suggested = tuple(rates), tuple(losses), suggested
        self.setAccessibleDescription("; ".join(self.point_text(point) for point in range(len(rates))))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide and low."""
        return QSize(40 * GRID, 26 * GRID)

    def point_text(self, point: int) -> str:
        """A point's figures in words."""
        loss = self.losses[point]
        rate = exact(self.rates[point])
        if math.isfinite(loss):
            return tr("rate {rate}: loss {loss:.3f}", rate=rate, loss=loss)
        return tr("rate {rate}: no number", rate=rate)

    def place(self, point: int) -> QPointF:
        """Where a point is drawn, in pixels; what failed or rose far lies at the upper rim."""
        plot = self._plot_area()
        low, high = min(self.losses), self.losses[0] + _HEADROOM * (self.losses[0] - min(self.losses))
        share = (min(self.losses[point], high) - low) / (high - low) if high > low else 0.5
        along = math.log(self.rates[point] / self.rates[0]) / math.log(self.rates[-1] / self.rates[0])
        return QPointF(plot.left() + along * plot.width(), plot.bottom() - share * plot.height())

    def event(self, event: QEvent) -> bool:
        """Answer the mouse with the figures of the nearest point."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.rates:
            nearest = min(range(len(self.rates)), key=lambda point: abs(self.place(point).x() - event.pos().x()))
            QToolTip.showText(event.globalPos(), self.point_text(nearest), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the curve, its axis and the mark at the suggested rate."""
        if not self.rates:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, self._plot_area())
        self._paint_suggestion(painter, self._plot_area())
        points = [self.place(point) for point in range(len(self.rates))]
        color = QColor(colors(self).series[0])
        painter.setPen(QPen(color, 2))
        painter.drawPolyline(points)
        painter.setBrush(color)
        for point in points:
            painter.drawEllipse(point, _DOT, _DOT)
        painter.end()

    def _plot_area(self) -> QRectF:
        text = self.fontMetrics().height()
        return QRectF(self.rect()).adjusted(GRID, text + GRID, -GRID, -(text + GRID))

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        scheme = colors(self)
        painter.setPen(QPen(QColor(scheme.border), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(QColor(scheme.muted))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, tr("Loss by learning rate")
        )
        below = self.rect().adjusted(0, int(plot.bottom()) + GRID // 2, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, exact(self.rates[0]))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, exact(self.rates[-1]))

    def _paint_suggestion(self, painter: QPainter, plot: QRectF) -> None:
        if self.suggested not in self.rates:
            return
        x = self.place(self.rates.index(self.suggested)).x()
        painter.setPen(QPen(QColor(colors(self).text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.drawText(
            QRectF(x - 40, plot.bottom() + GRID // 2, 80, self.height()),
            Qt.AlignmentFlag.AlignHCenter,
            exact(self.suggested),
        )

"""A histogram painted with Qt alone: heights on a log scale, so that a heavy tail of few patches stays visible."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from engine.number_words import figure
from gui.widgets.theme import GRID, colors
from gui.words.translation import tr


class HistogramPlot(QWidget):
    """Counts between edges; the place of 0 is marked, a tooltip tells the figures of a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts: tuple[int, ...] = ()
        self.edges: tuple[float, ...] = ()

    def set_histogram(self, counts: Sequence[int], edges: Sequence[float]) -> None:
        """Show counts between edges (one more than counts); empty shows nothing."""
        if counts and len(edges) != len(counts) + 1:
            raise ValueError(f"{len(counts)} counts need {len(counts) + 1} edges, not {len(edges)}")
        self.counts, self.edges = tuple(counts), tuple(edges)
        ends = {"low": figure(self.edges[0], 4), "high": figure(self.edges[-1], 4)} if self.counts else {}
        words = tr("{count:,} patch logits from {low} to {high}", count=sum(self.counts), **ends) if ends else ""
        self.setAccessibleDescription(words or tr("0 patch logits"))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide and low."""
        return QSize(40 * GRID, 22 * GRID)

    def bar_at(self, x: float) -> int | None:
        """The bar under a horizontal place in pixels."""
        plot = self._plot_area()
        if not self.counts or not plot.left() <= x < plot.right():
            return None
        return min(int((x - plot.left()) / plot.width() * len(self.counts)), len(self.counts) - 1)

    def bar_text(self, bar: int) -> str:
        """A bar's figures in words."""
        return tr(
            "{low} to {high}: {count:,} patches",
            low=figure(self.edges[bar], 4),
            high=figure(self.edges[bar + 1], 4),
            count=self.counts[bar],
        )

    def event(self, event: QEvent) -> bool:
        """Answer the mouse with the figures of the bar under it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self.bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if bar is None else self.bar_text(bar), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw bars, axis and the mark at 0."""
        if not self.counts:
            return
        painter = QPainter(self)
        self._paint_bars(painter, self._plot_area())
        self._paint_axis(painter, self._plot_area())
        painter.end()

    def _plot_area(self) -> QRectF:
        text = self.fontMetrics().height()
        return QRectF(self.rect()).adjusted(1, text + GRID // 2, -1, -(text + GRID))

    def _paint_bars(self, painter: QPainter, plot: QRectF) -> None:
        heights = np.log1p(self.counts) / np.log1p(max(self.counts)) if max(self.counts) else np.zeros(1)
        width = plot.width() / len(self.counts)
        color = QColor(colors(self).series[0])
        for bar, height in enumerate(heights.tolist()):
            top = plot.bottom() - height * plot.height()
            painter.fillRect(QRectF(plot.left() + bar * width, top, max(1.0, width - 1), plot.bottom() - top), color)

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        scheme = colors(self)
        painter.setPen(QPen(QColor(scheme.border), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        low, high = self.edges[0], self.edges[-1]
        below = QRectF(plot.left(), plot.bottom() + GRID // 2, plot.width(), self.height() - plot.bottom())
        painter.setPen(QColor(scheme.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, tr("Patches, log scale"))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, figure(low, 4))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, figure(high, 4))
        if low < 0 < high:
            self._paint_zero(painter, plot, plot.left() - low / (high - low) * plot.width())

    def _paint_zero(self, painter: QPainter, plot: QRectF, x: float) -> None:
        scheme = colors(self)
        painter.setPen(QPen(QColor(scheme.text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        space = 8 * GRID  # nearer to an end its own figure stands there
        if plot.left() + space < x < plot.right() - space:
            place = QRectF(x - space, plot.bottom() + GRID // 2, 2 * space, self.height() - plot.bottom())
            painter.setPen(QColor(scheme.muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, "0")

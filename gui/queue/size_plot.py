"""AUC against the number of parameters, painted with Qt alone: how small a student may be."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.number_words import decimals
from engine.queue.study import Spread
from gui.widgets.theme import GRID, colors
from gui.words.translation import tr

_DOT, _CHOSEN = 3.5, 6.0
_LEAST_HEIGHT = 16 * GRID  # beside the names of the lines
_NEAR = 24  # pixels from a dot within which the mouse means it


@dataclass(frozen=True, slots=True)
class SizePoint:
    """A student of so many parameters, its AUC on a source, and which row of the table it is."""

    parameters: int
    auc: Spread
    row: int


class SizePlot(QWidget):
    """A line for each source; bars show the range over seeds, a ring the row that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, list[SizePoint]] = {}
        self.chosen: int | None = None
        self.setMinimumWidth(32 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("AUC by number of parameters"))

    def set_lines(self, lines: dict[str, list[SizePoint]]) -> None:
        """Show these points, by the words of their source."""
        self.lines = {name: sorted(points, key=lambda p: p.parameters) for name, points in lines.items() if points}
        self.setMinimumHeight(_LEAST_HEIGHT + len(self.lines) * self.fontMetrics().height())
        words = [self.point_text(name, point) for name, points in self.lines.items() for point in points]
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def set_chosen(self, row: int | None) -> None:
        """Mark the points of a row."""
        self.chosen = row
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a few dots and their figures."""
        return QSize(42 * GRID, 26 * GRID)

    def point_text(self, name: str, point: SizePoint) -> str:
        """A point's figures in words."""
        auc = point.auc
        between = f" ({decimals(auc.low)}–{decimals(auc.high)})" if auc.count > 1 else ""
        words = tr("{parameters:,} parameters", parameters=point.parameters)
        return f"{words}, {name} {decimals(auc.mean)}{between}"

    def place(self, point: SizePoint, auc: float) -> QPointF:
        """Where a figure of a point is drawn, in pixels; parameters on a log scale."""
        plot, (low, high), (few, many) = self._plot_area(), self._heights(), self._parameters()
        along = math.log(point.parameters / few) / math.log(many / few) if many > few else 0.5
        return QPointF(plot.left() + along * plot.width(), plot.bottom() - (auc - low) / (high - low) * plot.height())

    def event(self, event: QEvent) -> bool:
        """Answer the mouse with the figures of a dot that is near."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mouse = QPointF(event.pos())
            near = [
                ((self.place(point, point.auc.mean) - mouse).manhattanLength(), self.point_text(name, point))
                for name, points in self.lines.items()
                for point in points
            ]
            distance, text = min(near, default=(math.inf, ""))
            QToolTip.showText(event.globalPos(), text if distance <= _NEAR else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the axes, the lines and their names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.lines:
            self._paint_axes(painter, self._plot_area())
            for number, (name, points) in enumerate(self.lines.items()):
                self._paint_line(painter, number, name, points)
        painter.end()

    def _points(self) -> Sequence[SizePoint]:
        return [point for points in self.lines.values() for point in points]

    def _parameters(self) -> tuple[int, int]:
        found = [point.parameters for point in self._points()]
        return min(found), max(found)

    def _heights(self) -> tuple[float, float]:
        """Least and greatest AUC with a little air; a single height lies in the middle."""
        low, high = min(p.auc.low for p in self._points()), max(p.auc.high for p in self._points())
        air = max(0.05 * (high - low), 0.005)
        return low - air, high + air

    def _plot_area(self) -> QRectF:
        text = self.fontMetrics()
        left, line = text.horizontalAdvance("0.000") + GRID, text.height()
        head = line * (1 + len(self.lines)) + GRID
        return QRectF(self.rect()).adjusted(left + GRID, head, -3 * GRID, -(2 * line + GRID))

    def _paint_axes(self, painter: QPainter, plot: QRectF) -> None:
        scheme, line = colors(self), self.fontMetrics().height()
        painter.setPen(QPen(QColor(scheme.border), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.drawLine(plot.topLeft(), plot.bottomLeft())
        painter.setPen(QColor(scheme.muted))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        low, high = self._heights()
        for share in (0.0, 0.5, 1.0):
            top = plot.bottom() - share * (plot.height() - line) - line  # figures lie within the axis
            text = decimals(low + share * (high - low))
            painter.drawText(QRectF(0, top, plot.left() - GRID / 2, line), side, text)
        shown_until = -math.inf
        for parameters in sorted({point.parameters for point in self._points()}):
            x = self.place(next(p for p in self._points() if p.parameters == parameters), low).x()
            text = f"{parameters:,}"
            half = self.fontMetrics().horizontalAdvance(text) / 2
            if x - half > shown_until + GRID:
                shown_until = x + half
                painter.drawText(
                    QRectF(x - half, plot.bottom() + 2, 2 * half + 2, line), Qt.AlignmentFlag.AlignLeft, text
                )
        below = QRectF(plot.left(), plot.bottom() + line + 2, plot.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, tr("parameters"))

    def _paint_line(self, painter: QPainter, number: int, name: str, points: Sequence[SizePoint]) -> None:
        scheme, line = colors(self), self.fontMetrics().height()
        color = QColor(scheme.series[number % len(scheme.series)])
        painter.setPen(QPen(color, 2))
        painter.drawPolyline([self.place(point, point.auc.mean) for point in points])
        for point in points:
            painter.setPen(QPen(color, 1))
            painter.drawLine(self.place(point, point.auc.low), self.place(point, point.auc.high))
            painter.setBrush(color)
            painter.drawEllipse(self.place(point, point.auc.mean), _DOT, _DOT)
            if point.row == self.chosen:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(scheme.text), 1.5))
                painter.drawEllipse(self.place(point, point.auc.mean), _CHOSEN, _CHOSEN)
        y = number * line
        painter.fillRect(QRectF(GRID, y + line / 2 - 4, 8, 8), color)
        painter.setPen(QColor(scheme.text))
        painter.drawText(QRectF(3 * GRID, y, self.width() - 4 * GRID, line), Qt.AlignmentFlag.AlignLeft, name)

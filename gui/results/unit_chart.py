"""A small chart of shares: curves in a square from 0 to 1, with the diagonal to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.theme import GRID, colors

_TICKS = (0.0, 0.5, 1.0)
_SWATCH = 14
_DOT = 3.0


@dataclass(frozen=True, slots=True)
class ShareCurve:
    """Named points, each from 0 to 1 both ways; ``color`` is a number of the theme's curve colours."""

    name: str
    points: Sequence[tuple[float, float]]
    color: int = 0
    dots: bool = False
    dashed: bool = False


class UnitChart(QWidget):
    """Axis words below and at the left, the legend above the square, so that no word lies on a curve."""

    def __init__(self, across: str, upward: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across, self._upward = across, upward
        self._curves: tuple[ShareCurve, ...] = ()
        self.setMinimumSize(26 * GRID, 26 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def curves(self) -> tuple[ShareCurve, ...]:
        """What is drawn."""
        return self._curves

    def set_curves(self, curves: Sequence[ShareCurve]) -> None:
        """Draw these; curves without points are left out."""
        self._curves = tuple(curve for curve in curves if curve.points)
        self.setAccessibleDescription(", ".join(curve.name for curve in self._curves))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(34 * GRID, 34 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = painter.fontMetrics().height()
        figures = painter.fontMetrics().horizontalAdvance("0.5") + GRID // 2
        side = min(self.width() - figures - line - 2 * GRID, self.height() - 3.5 * line)
        area = QRectF(figures + line, 1.25 * line, side, side)
        self._paint_frame(painter, area)
        self._paint_legend(painter)
        for curve in self._curves:
            self._paint_curve(painter, area, curve)
        painter.end()

    def _paint_frame(self, painter: QPainter, area: QRectF) -> None:
        tints, metrics = colors(self), painter.fontMetrics()
        painter.setPen(QPen(QColor(tints.border), 1))
        painter.drawRect(area)
        painter.setPen(QPen(QColor(tints.border), 1, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())
        painter.setPen(QColor(tints.muted))
        for tick in _TICKS:
            x, y = self._place(area, tick, tick)
            text = f"{tick:g}"
            width = metrics.horizontalAdvance(text)
            left = min(max(x - width / 2, area.left()), area.right() - width)
            painter.drawText(QPointF(left, area.bottom() + metrics.ascent() + 2), text)
            top = min(max(y + metrics.ascent() / 2, area.top() + metrics.ascent()), area.bottom())
            painter.drawText(QPointF(area.left() - width - GRID // 2, top), text)
        below = QRectF(0, area.bottom() + metrics.height(), self.width(), metrics.height() + 2)
        words = metrics.elidedText(self._across, Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below.adjusted(area.left(), 0, 0, 0), Qt.AlignmentFlag.AlignLeft, words)
        painter.save()
        painter.translate(0, area.bottom())
        painter.rotate(-90)
        words = metrics.elidedText(self._upward, Qt.TextElideMode.ElideRight, int(area.height()))
        painter.drawText(QRectF(0, 0, area.height(), metrics.height()), Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        metrics, left, tints = painter.fontMetrics(), float(painter.fontMetrics().height()), colors(self)
        for curve in self._curves:
            painter.setPen(self._pen(curve))
            middle = metrics.height() / 2
            painter.drawLine(QPointF(left, middle), QPointF(left + _SWATCH, middle))
            painter.setPen(QColor(tints.text))
            painter.drawText(QPointF(left + _SWATCH + GRID // 2, metrics.ascent()), curve.name)
            left += _SWATCH + metrics.horizontalAdvance(curve.name) + 2 * GRID

    def _paint_curve(self, painter: QPainter, area: QRectF, curve: ShareCurve) -> None:
        painter.setPen(self._pen(curve))
        places = [QPointF(*self._place(area, x, y)) for x, y in curve.points]
        painter.drawPolyline(QPolygonF(places))
        if curve.dots:
            painter.setBrush(painter.pen().color())
            for place in places:
                painter.drawEllipse(place, _DOT, _DOT)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _pen(self, curve: ShareCurve) -> QPen:
        tints = colors(self).series
        style = Qt.PenStyle.DashLine if curve.dashed else Qt.PenStyle.SolidLine
        return QPen(QColor(tints[curve.color % len(tints)]), 2, style)

    def _place(self, area: QRectF, x: float, y: float) -> tuple[float, float]:
        return area.left() + x * area.width(), area.bottom() - y * area.height()

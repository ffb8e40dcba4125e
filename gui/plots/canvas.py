"""The drawing surface of one plot: pyqtgraph axes and curves, with marks painted over them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui.plots.catalogue import Threshold
from gui.plots.marks import Marks, alerts_near, changes_near, paint_cursor, paint_marks
from gui.plots.thinning import Floats, finite_range
from gui.words.translation import tr
from resources.colors import LIGHT, Colors

_AXIS_WIDTH = 58
_FEW_POINTS = 250
_PADDING = 0.06
_SIDES = 0.012  # so that dots at the ends are whole
_FAINT = 0.4
_BROAD = 5
_TICK_ROOM = 20  # pixels that a figure on the left axis wants
_NAMES_LINE = 18  # pixels above the plot for the names of stages and changes


@dataclass(frozen=True, slots=True)
class DrawnCurve:
    """A curve ready to draw: points, colour, and whether it is a line, a faint or broad one behind, or dots."""

    name: str
    x: Floats
    y: Floats
    color: str
    style: Literal["line", "faint", "broad", "dots"] = "line"


class PlotCanvas(pg.GraphicsView):  # type: ignore[misc]
    """Curves over steps. The wheel zooms along the steps (with Ctrl: the height), dragging moves.

    Lines wider than a pixel cost Qt up to 100 times as much, hence only curves of a few points have them.
    """

    range_chosen = Signal(float, float)
    pointed = Signal(object)  # step under the mouse, None when it leaves
    doubled = Signal()
    whole_chosen = Signal()

    def __init__(self, unit: str, *, logarithmic: bool, from_zero: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, background=None)
        self._unit, self._from_zero = unit, from_zero
        self._colors, self._marks = LIGHT, Marks()
        self._look: tuple[Colors, str] | None = None
        self._cursor: float | None = None
        self._own_height = True
        self._fitted: list[float] = []
        self._items: dict[str, Any] = {}
        self._left, self._bottom, self._box = _HeightAxis("left"), _StepAxis("bottom"), _StepBox()
        self._assemble()
        self.set_logarithmic(logarithmic)

    def _assemble(self) -> None:
        layout = pg.GraphicsLayout()
        layout.setContentsMargins(0, _NAMES_LINE, 8, 0)
        layout.setSpacing(0)
        for item, row, column in ((self._left, 0, 0), (self._box, 0, 1), (self._bottom, 1, 1)):
            layout.addItem(item, row, column)
        self.setCentralItem(layout)
        for axis in (self._left, self._bottom):
            axis.linkToView(self._box)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=-4, tickTextOffset=4, autoExpandTextSpace=False)
        self._left.setWidth(_AXIS_WIDTH)
        self._box.disableAutoRange()
        self._box.sigRangeChangedManually.connect(self._range_changed_by_hand)

    @property
    def logarithmic(self) -> bool:
        """Whether heights are log10 of the figures."""
        return bool(self._left.logMode)

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Say how heights are meant; the caller hands them over in that form."""
        self._left.setLogMode(x=False, y=logarithmic)
        self._own_height = True

    def set_colors(self, colors: Colors) -> None:
        """Take the theme's colours, and the widget's font for the axes, where they are not taken already."""
        if (colors, self.font().key()) == self._look:
            return
        self._colors, self._look = colors, (colors, self.font().key())
        self.setBackground(colors.surface)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        for axis in (self._left, self._bottom):
            axis.setPen(pg.mkPen(colors.border))
            axis.setTextPen(pg.mkPen(colors.muted))
            axis.setStyle(tickFont=font)
        self.set_unit(self._unit)

    def set_unit(self, unit: str) -> None:
        """What the height is, in words along the axis."""
        self._unit = unit
        size = self.font().pointSizeF() * 0.85
        self._left.setLabel(unit, **{"font-size": f"{size:.1f}pt", "color": self._colors.muted})

    def pixels(self) -> int:
        """Width of the drawing area, at least 1."""
        return max(int(self._box.width()), 1)

    def draw(self, curves: Sequence[DrawnCurve], marks: Marks) -> None:
        """Show these curves and marks and nothing else, at a height that fits unless the user chose one."""
        self._marks = marks
        for name in set(self._items) - {curve.name for curve in curves}:
            self._box.removeItem(self._items.pop(name))
        for curve in curves:
            self._draw_curve(curve)
        if self._own_height:
            self._fit_height([curve.y for curve in curves])
        self.scene().prepareForPaint()
        self.viewport().update()

    def drawn(self) -> dict[str, tuple[Floats, Floats]]:
        """Points on screen by name of curve."""
        return {name: item.getData() for name, item in self._items.items()}

    def set_steps(self, low: float, high: float) -> None:
        """Show these steps."""
        self._box.setXRange(low, high, padding=_SIDES)

    def fit_height_again(self) -> None:
        """Forget a height that the user chose."""
        self._own_height = True

    def set_cursor(self, step: float | None) -> None:
        """Put the upright line at a step, or take it away."""
        for place in (self._cursor, step):
            if place is not None:
                self.viewport().update(QRect(int(self._to_x(place)) - 2, 0, 5, self.height()))
        self._cursor = step

    def alerts_at(self, step: float) -> list[str]:
        """Words of what is marked at a step: alerts, changes, the beginning of a stage."""
        place = self._to_x(step)
        return [
            *(mark.text for mark in alerts_near(self._marks, place, self._to_x)),
            *changes_near(self._marks, place, self._to_x),
        ]

    def levels_in_view(self) -> list[Threshold]:
        """Thresholds that are drawn at the present height."""
        low, high = self._box.viewRange()[1]
        return [level for level in self._marks.thresholds if low <= level.value <= high]

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: N802
        super().drawForeground(painter, rect)
        painter.save()
        painter.setFont(self._bottom.style["tickFont"] or self.font())
        area = self._box.sceneBoundingRect()
        paint_marks(painter, area, self._to_x, self._to_y, self._marks, self._colors)
        if self._cursor is not None:
            paint_cursor(painter, area, self._to_x(self._cursor), self._colors)
        painter.setPen(QColor(self._colors.muted))
        corner = QRectF(0, area.bottom(), area.left() - 16, self.height() - area.bottom())
        painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tr("step"))
        painter.restore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        inside = self._box.sceneBoundingRect().contains(event.position())
        self.pointed.emit(self._box.mapSceneToView(event.position()).x() if inside else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseDoubleClickEvent(event)
        self.doubled.emit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.pointed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and Right move the cursor, with Ctrl the view; + and - zoom; Home asks for the whole run."""
        low, high = self.steps()
        width, way = high - low, {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if way and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.range_chosen.emit(low + way * width / 10, high + way * width / 10)
        elif way:
            start = (low + high) / 2 if self._cursor is None else self._cursor
            self.pointed.emit(min(max(start + way * width / 100, low), high))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.range_chosen.emit(low + width / 6, high - width / 6)
        elif event.key() == Qt.Key.Key_Minus:
            self.range_chosen.emit(low - width / 4, high + width / 4)
        elif event.key() == Qt.Key.Key_Home:
            self.whole_chosen.emit()
        else:
            event.ignore()

    def _draw_curve(self, curve: DrawnCurve) -> None:
        item = self._items.get(curve.name)
        if item is None:
            item = self._items[curve.name] = _new_item(curve.style)
            self._box.addItem(item, ignoreBounds=True)
        color = QColor(curve.color)
        if curve.style == "dots":
            item.setData(curve.x, curve.y, brush=pg.mkBrush(color))
            return
        if curve.style in ("faint", "broad"):
            color = _mixed(color, QColor(self._colors.surface))
        few = len(curve.x) <= _FEW_POINTS and curve.style != "faint"
        width = _BROAD if curve.style == "broad" else 1.6 if few else 1
        item.setZValue(0 if curve.style == "line" else -1)
        item.setData(curve.x, curve.y, pen=pg.mkPen(color, width=width), antialias=few)

    def _fit_height(self, heights: list[Floats]) -> None:
        levels = [threshold.value for threshold in self._marks.thresholds if threshold.fit]
        ends = finite_range(heights)
        if ends is None:
            return
        low, high = min(ends[0], *levels, ends[0]), max(ends[1], *levels, ends[1])
        if self._from_zero and not self.logarithmic:
            low = min(low, 0.0)
        margin = (high - low) * _PADDING or abs(high) * 0.1 or 1.0
        self._box.setYRange(low - (0.0 if low == 0 else margin), high + margin, padding=0)
        self._fitted = self._box.viewRange()[1]

    def _range_changed_by_hand(self) -> None:
        if self._box.viewRange()[1] != self._fitted:
            self._own_height = False
        self.range_chosen.emit(*self.steps())

    def steps(self) -> tuple[float, float]:
        """The steps that are shown, without the free space at the sides."""
        low, high = self._box.viewRange()[0]
        side = (high - low) * _SIDES / (1 + 2 * _SIDES)
        return low + side, high - side

    def _to_x(self, step: float) -> float:
        low, high = self._box.viewRange()[0]
        area = self._box.sceneBoundingRect()
        return float(area.left() + (step - low) / (high - low) * area.width())

    def _to_y(self, height: float) -> float:
        low, high = self._box.viewRange()[1]
        area = self._box.sceneBoundingRect()
        return float(area.bottom() - (height - low) / (high - low) * area.height())


def _mixed(color: QColor, ground: QColor) -> QColor:
    """A faint colour without transparency, which would make painting several times slower."""
    pairs = (color.redF(), ground.redF()), (color.greenF(), ground.greenF()), (color.blueF(), ground.blueF())
    return QColor.fromRgbF(*(_FAINT * front + (1 - _FAINT) * back for front, back in pairs))


def _new_item(style: str) -> Any:
    if style == "dots":
        return pg.ScatterPlotItem(size=6, pen=None, pxMode=True)
    item = pg.PlotCurveItem(connect="finite")
    item.setSegmentedLineMode("on")
    return item


class _StepBox(pg.ViewBox):  # type: ignore[misc]
    """A view whose wheel and drag act on the steps only; Ctrl and the wheel, or the left axis, on the height."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False)

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:  # noqa: N802
        upright = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().wheelEvent(event, int(upright) if axis is None else axis)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:  # noqa: N802
        super().mouseDragEvent(event, 0 if axis is None else axis)


class _HeightAxis(pg.AxisItem):  # type: ignore[misc]
    """On a logarithmic scale it names decades, and 2 and 5 between them only where there is room for all."""

    def logTickValues(  # noqa: N802
        self, low: float, high: float, size: float, _std_ticks: object
    ) -> list[tuple[float, list[float]]]:
        """(spacing, places) in log10 for an axis of ``size`` px."""
        roomy = size / max(high - low, 1e-9) > 3 * _TICK_ROOM
        places = _log_places(low, high, (1, 2, 5) if roomy else (1,))
        return [(1.0, places or _log_places(low, high, (1, 2, 5)))]


def _log_places(low: float, high: float, factors: tuple[int, ...]) -> list[float]:
    places = [decade + math.log10(f) for decade in range(math.floor(low), math.ceil(high) + 1) for f in factors]
    return [place for place in places if low <= place <= high]


class _StepAxis(pg.AxisItem):  # type: ignore[misc]
    """Steps as whole numbers with thousands separated."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        return ["" if spacing < 1 and value % 1 else f"{value:,.0f}" for value in values]

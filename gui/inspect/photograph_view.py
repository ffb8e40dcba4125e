"""A photograph of any size under a map: fitted, zoomed at the pointer, dragged; with boxes and a mark over it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from gui.inspect.layers import Layer
from gui.widgets.theme import GRID, colors

Shown = Literal["both", "picture", "map"]

STEP = 1.25  # of the zoom, a key or a notch of the wheel
MOST = 32.0  # screen pixels per picture pixel
AROUND = 1.5  # times the size of a place that is gone to
_NOTCH = 120  # of QWheelEvent
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A named part of a picture, in its pixels; it is drawn where it is ``least`` screen pixels wide or more."""

    name: str
    place: QRectF
    least: float = 0.0


class PhotographView(QGraphicsView):
    """``pointed`` tells the pixel (row, column) that the user is at; the owner answers with ``set_mark``."""

    pointed = Signal(int, int)
    zoomed = Signal(float)  # screen pixels per picture pixel

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self._picture: Layer | None = None
        self._grey: Layer | None = None
        self._map: Layer | None = None
        self._shown: Shown = "both"
        self._opacity, self._fitted = 1.0, True
        self._boxes: Sequence[Box] = ()
        self._mark: QRectF | None = None
        self._at, self._stride = (0, 0), 1
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(20 * GRID, 14 * GRID)

    def show_picture(self, picture: Layer, grey: Layer, *, fit: bool = True) -> None:
        """Show another picture, in colours and without; no map, no boxes."""
        self._picture, self._grey, self._map, self._boxes, self._mark = picture, grey, None, (), None
        width, height = picture.place.width(), picture.place.height()
        self.setSceneRect(picture.place.adjusted(-width, -height, width, height))  # so that any pixel can go anywhere
        middle = picture.place.center().toPoint()
        self._at = (middle.y(), middle.x())
        if fit:
            self.fit()
        self.viewport().update()

    def show_map(self, layer: Layer) -> None:
        """Lay a map over the picture; arrow keys move by its patches."""
        self._map, self._stride = layer, layer.cell
        self.viewport().update()

    def set_look(self, shown: Shown, opacity: float) -> None:
        """Picture, map or both, and how much of the map is seen over the picture: 0 to 1."""
        self._shown, self._opacity = shown, opacity
        self.viewport().update()

    def set_boxes(self, boxes: Sequence[Box]) -> None:
        """Frame these parts of the picture."""
        self._boxes = boxes
        self.viewport().update()

    def set_mark(self, at: tuple[int, int], place: QRectF | None) -> None:
        """Frame the patch at a pixel, if there is one."""
        self._at, self._mark = at, place
        self.viewport().update()

    @property
    def at(self) -> tuple[int, int]:
        """The pixel (row, column) that the mark is at."""
        return self._at

    @property
    def dots(self) -> float:
        """Screen pixels per picture pixel: 1 is 100 %."""
        return self.transform().m11() * self.devicePixelRatioF()

    def fit(self) -> None:
        """Show all of the picture, as large as it can be, and keep to that when the room changes."""
        self._fitted = True
        self._set_scale(self._fitting())
        if self._picture is not None:
            self.centerOn(self._picture.place.center())

    def actual_size(self, at: QPoint | None = None) -> None:
        """A screen pixel for every picture pixel; a place of the view stays where it is."""
        self.zoom(1 / self.dots, at)

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Larger or smaller; the place ``at``, or else the middle, stays where it is."""
        at = at or self.viewport().rect().center()
        fixed = self.mapToScene(at)
        least, most = (bound / self.devicePixelRatioF() for bound in (1.0, MOST))
        scale = self.transform().m11() * factor
        self._fitted = False
        self._set_scale(min(max(scale, min(least, self._fitting())), max(most, self._fitting())))
        off = self.mapFromScene(fixed) - at
        self._scroll(off.x(), off.y())

    def go_to(self, place: QRectF) -> None:
        """Show a part of the picture with a little around it, at most as large as single pixels can be seen well."""
        room = self.viewport().rect()
        scale = min(room.width() / place.width(), room.height() / place.height()) / AROUND
        self._fitted = False
        self._set_scale(max(min(scale, 4 / self.devicePixelRatioF()), self._fitting()))
        self.centerOn(place.center())

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        exposed = QRectF(rect)
        painter.fillRect(exposed, QColor(colors(self).surface))
        below = {"both": self._grey, "picture": self._picture, "map": None}[self._shown]
        if below is not None:
            below.draw(painter, exposed, self.dots)
        if self._map is not None and self._shown != "picture":
            painter.setOpacity(self._opacity if self._shown == "both" else 1.0)
            self._map.draw(painter, exposed, self.dots)
            painter.setOpacity(1.0)

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:  # noqa: N802
        if self._picture is None:
            return
        painter.save()
        painter.setWorldMatrixEnabled(False)
        painter.setPen(QColor(colors(self).border))
        painter.drawRect(self._on_screen(self._picture.place))
        for box in self._boxes:
            self._draw_box(painter, box)
        if self._mark is not None:
            _outline(painter, self._on_screen(self._mark), 2.0)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors(self).accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.restore()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.zoom(STEP ** (event.angleDelta().y() / _NOTCH), event.position().toPoint())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.actual_size(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        at = self.mapToScene(event.position().toPoint())
        if self._picture is not None and self._picture.place.contains(at) and not event.buttons():
            self.pointed.emit(int(at.y()), int(at.x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows move the mark, with Ctrl the picture; + and - zoom, 0 fits, 1 is 100 %."""
        key = Qt.Key(event.key())
        if self._picture is None:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._move(*_ARROWS[key], picture=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.actual_size()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.viewport().update()

    def _fitting(self) -> float:
        """The scale at which all of the picture is seen."""
        if self._picture is None:
            return 1.0
        room, place = self.viewport().rect(), self._picture.place
        return max(min((room.width() - 2) / place.width(), (room.height() - 2) / place.height()), 1e-4)

    def _set_scale(self, scale: float) -> None:
        self.setTransform(QTransform.fromScale(scale, scale))
        self.zoomed.emit(self.dots)

    def _scroll(self, right: int, down: int) -> None:
        for bar, by in ((self.horizontalScrollBar(), right), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + by)

    def _move(self, down: int, right: int, *, picture: bool) -> None:
        """An eighth of the view, or the mark by a patch or by what can be seen on the screen."""
        if picture or self._picture is None:
            self._scroll(right * self.viewport().width() // 8, down * self.viewport().height() // 8)
            return
        step = self._stride * max(1, round(GRID / (self._stride * self.transform().m11())))
        height, width = self._picture.pixels[0].shape[:2]
        row = min(max(self._at[0] + down * step, 0), height - 1)
        column = min(max(self._at[1] + right * step, 0), width - 1)
        self.ensureVisible(QRectF(column, row, 1, 1), 3 * GRID, 3 * GRID)
        self.pointed.emit(row, column)

    def _on_screen(self, place: QRectF) -> QRectF:
        return self.viewportTransform().mapRect(place)

    def _draw_box(self, painter: QPainter, box: Box) -> None:
        place = self._on_screen(box.place)
        if place.width() < box.least:
            return
        _outline(painter, place, 1.5)
        label = label_place(place, QRectF(self.viewport().rect()))
        painter.fillRect(label, QColor("#ffffff"))
        painter.setPen(QColor("#000000"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, box.name)


def label_place(place: QRectF, room: QRectF) -> QRectF:
    """Where a box's name stands: in its corner, beside that of a small one, and in the room if any of the box is."""
    label = QRectF(place.left(), place.top(), 2 * GRID, 2 * GRID)
    if min(place.width(), place.height()) < 4 * GRID:
        label.moveBottomLeft(place.topRight())
    if room.intersects(place):
        label.moveLeft(min(max(label.left(), room.left()), room.right() - label.width()))
        label.moveTop(min(max(label.top(), room.top()), room.bottom() - label.height()))
    return label


def _outline(painter: QPainter, place: QRectF, width: float) -> None:
    """Dark around light: seen on every picture."""
    for color, more in (("#000000", 2.0), ("#ffffff", 0.0)):
        painter.setPen(QPen(QColor(color), width + more))
        painter.drawRect(place)

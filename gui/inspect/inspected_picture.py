"""A picture under a network's map, with numbered patches and a mark that pointer and arrow keys move."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.inspect.patch_maps import Rgb
from gui.inspect.patch_tile import PatchTile
from gui.widgets.theme import colors

_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Square:
    """Pixels of a picture that a patch sees."""

    top: int
    left: int
    side: int


class InspectedPicture(PatchTile):
    """``pointed`` tells the pixel (row, column) that the user is at; the page answers with ``set_mark``."""

    pointed = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, smooth=True)
        self.setParent(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip("Point at a patch, or move with the arrow keys")
        self._map = QImage()
        self._opacity = 1.0
        self._at = (0, 0)
        self._step = 1
        self._mark: Square | None = None
        self._numbered: Sequence[Square] = ()
        self.hovered.connect(self._point)

    def show_map(self, picture: Rgb, mapped: Rgb, stride: int, numbered: Sequence[Square] = ()) -> None:
        """Show a picture (H, W, 3) and the same under its map; arrow keys move by the patches' stride."""
        self.show_pixels(picture)
        height, width = mapped.shape[:2]
        self._map = QImage(mapped.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self._step, self._numbered, self._mark, self._at = stride, numbered, None, (height // 2, width // 2)
        self.update()

    def set_opacity(self, share: float) -> None:
        """How much of the map is seen: 0 the picture alone, 1 the map."""
        self._opacity = share
        self.update()

    def set_mark(self, at: tuple[int, int], square: Square) -> None:
        """Frame the patch at a pixel."""
        self._at, self._mark = at, square
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(self._opacity)
        painter.drawImage(self._frame(), self._map)
        painter.setOpacity(1.0)
        for number, square in enumerate(self._numbered, start=1):
            self._draw_number(painter, self._place(square), number)
        if self._mark is not None:
            self._outline(painter, self._place(self._mark), 2.0)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors(self).accent), 2))
            painter.drawRect(self._frame())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or self._image.isNull():
            super().keyPressEvent(event)
            return
        row, column = (at + self._step * by for at, by in zip(self._at, move, strict=True))
        self._point(min(max(row, 0), self._image.height() - 1), min(max(column, 0), self._image.width() - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def _point(self, row: int, column: int) -> None:
        if row >= 0:
            self.pointed.emit(row, column)

    def _place(self, square: Square) -> QRectF:
        """Where the pixels are on the widget."""
        frame = self._frame()
        scale = frame.width() / self._image.width()
        side = square.side * scale
        return QRectF(frame.left() + square.left * scale, frame.top() + square.top * scale, side, side)

    def _outline(self, painter: QPainter, place: QRectF, width: float) -> None:
        """Dark around light: seen on every picture."""
        for color, more in (("#000000", 2.0), ("#ffffff", 0.0)):
            painter.setPen(QPen(QColor(color), width + more))
            painter.drawRect(place)

    def _draw_number(self, painter: QPainter, place: QRectF, number: int) -> None:
        self._outline(painter, place, 1.0)
        painter.setPen(QColor("#000000"))
        label = QRectF(place.right() + 3, place.top() - 2, 14, 16)
        painter.fillRect(label, QColor("#ffffff"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(number))

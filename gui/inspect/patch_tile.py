"""One picture with its maps side by side, and the bar of their colours."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from gui.inspect.patch_maps import Map, Rgb, colour
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import colors
from gui.words.translation import tr


class PatchTile(QWidget):
    """One picture that fills its place without changing shape; tells the cell under the pointer."""

    hovered = Signal(int, int)  # row and column of the picture's pixel, -1 outside

    def __init__(self, name: str, smooth: bool) -> None:
        super().__init__()
        self._image = QImage()
        self._smooth = smooth
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setMinimumSize(64, 64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pixels(self, pixels: Rgb) -> None:
        """Show an (H, W, 3) picture."""
        height, width = pixels.shape[:2]
        self._image = QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, 120)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
        painter.drawImage(self._frame(), self._image)
        painter.setPen(QColor(colors(self).border))
        painter.drawRect(self._frame())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        frame, at = self._frame(), event.position()
        if not frame.contains(at) or self._image.isNull():
            self.hovered.emit(-1, -1)
            return
        row = int((at.y() - frame.top()) / frame.height() * self._image.height())
        column = int((at.x() - frame.left()) / frame.width() * self._image.width())
        self.hovered.emit(min(row, self._image.height() - 1), min(column, self._image.width() - 1))

    def _frame(self) -> QRectF:
        """The largest place at the top that has the picture's shape."""
        if self._image.isNull():
            return QRectF()
        scale = min((self.width() - 1) / self._image.width(), (self.height() - 1) / self._image.height())
        width, height = self._image.width() * scale, self._image.height() * scale
        return QRectF((self.width() - width) / 2, 0.5, width, height)


class ColourBar(QWidget):
    """The colour scale with its meaning in words."""

    def __init__(self) -> None:
        super().__init__()
        self._low, self._high = TextLabel(), TextLabel()
        self._strip = PatchTile(tr("Colour scale"), smooth=True)
        self._strip.setMinimumSize(160, 10)
        self._strip.setFixedSize(160, 10)
        ramp: Map = np.linspace(-1, 1, 160, dtype=np.float32)[None].repeat(10, axis=0)
        self._strip.show_pixels(colour(ramp, 1.0))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._low, self._strip, self._high):
            row.addWidget(widget)

    def show_span(self, span: float) -> None:
        """Name the ends of the scale."""
        self._low.setText(tr("real, {logit:.1f}", logit=-span))
        self._high.setText(tr("+{logit:.1f}, fake", logit=span))

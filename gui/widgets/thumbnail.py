"""A picture made small: read in a task thread, shown sharp on dense screens."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap

Pixels = NDArray[np.uint8]  # (H, W, 3)
_DENSE = 2  # for screens at 200 %


def read_thumbnail(path: Path, side: int, max_megapixels: float) -> Pixels:
    """Scaled to fit twice ``side`` pixels; raises UnreadableImageError (engine.data.images.decoding)."""
    from PIL import Image

    from engine.data.images.decoding import decode

    picture = Image.fromarray(decode(path, max_megapixels))
    picture.thumbnail((_DENSE * side, _DENSE * side))
    return np.asarray(picture)


def thumbnail_pixmap(pixels: Pixels, side: int) -> QPixmap:
    """At most ``side`` logical pixels wide and high."""
    height, width = pixels.shape[:2]
    image = QImage(np.ascontiguousarray(pixels).data, width, height, 3 * width, QImage.Format.Format_RGB888)
    pixmap = QPixmap.fromImage(image.copy())
    pixmap.setDevicePixelRatio(max(1.0, max(width, height) / side))
    return pixmap


def thumbnail_icon(pixels: Pixels, side: int) -> QIcon:
    """In the middle of a square, so that words beside pictures of any shape begin at one place."""
    picture = thumbnail_pixmap(pixels, side)
    square = QPixmap(max(picture.width(), picture.height()), max(picture.width(), picture.height()))
    square.setDevicePixelRatio(picture.devicePixelRatio())
    square.fill(Qt.GlobalColor.transparent)
    painter, left = QPainter(square), square.deviceIndependentSize() - picture.deviceIndependentSize()
    painter.drawPixmap(QPointF(left.width() / 2, left.height() / 2), picture)
    painter.end()
    return QIcon(square)


def empty_icon(side: int) -> QIcon:
    """As large as a thumbnail, so that words beside it do not move when that arrives."""
    square = QPixmap(side, side)
    square.fill(Qt.GlobalColor.transparent)
    return QIcon(square)

"""Draws resources/icons/app.svg as a Windows icon, and as the picture at the side of the installer's pages."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from resources.paths import resource

SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
SIDE_SIZE, SIDE_COLOUR = (164, 314), "#0f2f5c"  # what NSIS' pages have room for


def write_icon(path: Path) -> None:
    """Each size is drawn by itself, so that small ones stay sharp."""
    pictures = [_drawn(side) for side in SIZES]
    pictures[-1].save(path, "ICO", sizes=[(side, side) for side in SIZES], append_images=pictures[:-1])


def write_side_picture(path: Path) -> None:
    """A BMP file."""
    width, height = SIDE_SIZE
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(SIDE_COLOUR))
    painter = QPainter(image)
    _app().render(painter, QRectF(width / 4, width / 4, width / 2, width / 2))
    painter.end()
    image.save(str(path))


def _app() -> QSvgRenderer:
    return QSvgRenderer(str(resource("icons", "app.svg")))


def _drawn(side: int) -> Image.Image:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    _app().render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(BytesIO(data.data()))

"""Draws resources/icons/app.svg as a Windows icon: `python -m installer.icon FILE`."""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from resources.paths import resource

SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)


def write_icon(path: Path) -> None:
    """Each size is drawn by itself, so that small ones stay sharp."""
    pictures = [_drawn(side) for side in SIZES]
    pictures[-1].save(path, "ICO", sizes=[(side, side) for side in SIZES], append_images=pictures[:-1])


def _drawn(side: int) -> Image.Image:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(resource("icons", "app.svg"))).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(BytesIO(data.data()))


if __name__ == "__main__":
    write_icon(Path(sys.argv[1]))

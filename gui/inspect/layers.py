"""Pictures and maps in halves, quarters and so on: at any zoom of a photograph few pixels are drawn."""

from dataclasses import dataclass
from math import ceil, floor, log2
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, qRgba

from gui.inspect.patch_maps import Map, Rgb
from resources.colors import FAKE, REAL

if TYPE_CHECKING:
    from engine.models.geometry import PatchGeometry

SMALLEST = 512  # pixels: a level this large is not halved again
MIDDLE = 127.5  # of the 256 colours, where a patch lies at the threshold


@dataclass(frozen=True, slots=True)
class Layer:
    """The same at full size, half, a quarter ...; a pixel of the first level is ``cell`` of the picture's wide.

    ``place`` is where it lies, in the picture's pixels; ``pixels`` are kept because the images only borrow them.
    """

    levels: tuple[QImage, ...]
    pixels: tuple[NDArray[np.uint8], ...]
    place: QRectF
    cell: int = 1

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        """Paint what is exposed of it, in the picture's pixels; ``scale`` is screen pixels per picture pixel."""
        shown = self.place.intersected(exposed)
        if shown.isEmpty():
            return
        dots = scale * self.cell
        level = min(max(0, floor(-log2(dots))), len(self.levels) - 1)
        side = self.cell * 2**level
        source = _whole_pixels(shown.translated(-self.place.topLeft()), side, self.levels[level])
        left, top = self.place.left() + source.left() * side, self.place.top() + source.top() * side
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, dots < 1)
        target = QRectF(left, top, source.width() * side, source.height() * side)
        painter.drawImage(target, self.levels[level], QRectF(source))


def picture_layer(image: Rgb) -> Layer:
    """A picture (H, W, 3)."""
    return _layer(image, _all_of(image))


def grey_layer(image: Rgb) -> Layer:
    """The same without its colours, for what is laid over it."""
    grey = np.asarray(Image.fromarray(image).convert("L"))
    return _layer(grey, _all_of(image), kind=QImage.Format.Format_Grayscale8)


def map_layer(logits: Map, geometry: "PatchGeometry", threshold: float, span: float) -> Layer:
    """Every patch as a colour on the pixels at its middle: none at the threshold, full where ``span`` away from it."""
    share = np.clip(np.nan_to_num((logits - threshold) / span), -1, 1)
    numbers = np.rint(MIDDLE + MIDDLE * share).astype(np.uint8)
    first, (height, width) = first_pixel(geometry), logits.shape
    place = QRectF(first, first, width * geometry.stride, height * geometry.stride)
    layer = _layer(numbers, place, geometry.stride, QImage.Format.Format_Indexed8)
    for image in layer.levels:
        image.setColorTable(map_colours())
    return layer


def map_colours() -> list[int]:
    """The 256 colours of maps, with their opacity: blue (real), none (at the threshold), orange (fake)."""
    shares = [(number - MIDDLE) / MIDDLE for number in range(256)]
    return [qRgba(*(REAL if share < 0 else FAKE), round(255 * abs(share))) for share in shares]


def first_pixel(geometry: "PatchGeometry") -> float:
    """Where the pixels at the middle of the first patch begin."""
    return geometry.offset + (geometry.field - geometry.stride) / 2


def cell_at(pixel: int, cells: int, geometry: "PatchGeometry") -> int | None:
    """The patch that is drawn on a pixel; None at the rim, where there is none."""
    cell = int((pixel + 0.5 - first_pixel(geometry)) // geometry.stride)
    return cell if 0 <= cell < cells else None


def _all_of(image: Rgb) -> QRectF:
    return QRectF(0, 0, image.shape[1], image.shape[0])


def _layer(
    pixels: NDArray[np.uint8], place: QRectF, cell: int = 1, kind: QImage.Format = QImage.Format.Format_RGB888
) -> Layer:
    arrays = [np.ascontiguousarray(pixels)]
    smaller = Image.fromarray(arrays[0])
    while max(smaller.size) > SMALLEST:
        smaller = smaller.reduce(2)
        arrays.append(np.array(smaller))
    return Layer(tuple(_borrowed(array, kind) for array in arrays), tuple(arrays), place, cell)


def _borrowed(pixels: NDArray[np.uint8], kind: QImage.Format) -> QImage:
    """An image that shares the memory of its pixels."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], kind)


def _whole_pixels(shown: QRectF, side: float, image: QImage) -> QRect:
    """The pixels of a level that cover what is shown."""
    left, top = floor(shown.left() / side), floor(shown.top() / side)
    right, bottom = ceil(shown.right() / side), ceil(shown.bottom() / side)
    return QRect(left, top, right - left, bottom - top).intersected(image.rect())

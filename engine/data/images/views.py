"""Turns a decoded picture into the square that the networks see: resized or cropped, and augmented for training."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.data.images.decoding import Pixels, UnreadableImageError
from engine.data.images.degradations import BLOCK, Degradation, degraded
from engine.settings.data import DataSettings

_AUGMENTATION, _FIXED = 3, 7  # keep these random streams apart from the order's and the labels'
NO_PATCH = "smaller than a single patch"


class EpochRandom:
    """The random numbers of every image in one epoch, or in one of the fixed views: each image's own, whatever was
    drawn before.

    A counter-based generator: an image costs setting the counter, a tenth of what seeding one for it would.
    """

    def __init__(self, seed: int, epoch: int, *, fixed: bool = False) -> None:
        stream = _FIXED if fixed else _AUGMENTATION
        self._bits = np.random.Philox(np.random.SeedSequence([stream, seed, epoch]))
        self._rng = np.random.Generator(self._bits)
        self._state = self._bits.state

    def of(self, index: int) -> np.random.Generator:
        """The generator at the beginning of an image's numbers; good until the next call."""
        self._state["state"]["counter"][1] = index  # the numbers themselves are counted in the lower 64 bits
        self._bits.state = self._state
        return self._rng


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a picture: where a crop begins, and whether it is mirrored."""

    top: int = 0
    left: int = 0
    flip: bool = False


def on_grid(image: Pixels, settings: DataSettings, stride: int = 8) -> Pixels:
    """All that views can show of a decoded picture: resized, or mirrored up to the size and cut to the crops' grid.

    Crops begin at multiples of ``stride``. Without the rest beyond the last of them, they do so from the right, too.
    """
    if settings.view == "resize":
        return resized(image, settings.size)
    image = extended(image, settings.size)
    height, width = (room // stride * stride + settings.size for room in _room(image, settings.size))
    return image[:height, :width]


def draw_view(whole: Pixels, settings: DataSettings, rng: np.random.Generator, stride: int = 8) -> View:
    """A random view of a picture that is `on_grid`."""
    top = left = 0
    if settings.view == "crop":
        top, left = (int(stride * rng.integers(room // stride + 1)) for room in _room(whole, settings.size))
    return View(top, left, draw_flip(settings, rng))


def draw_flip(settings: DataSettings, rng: np.random.Generator) -> bool:
    """Whether the next image is mirrored."""
    return bool(settings.flip and rng.random() < 0.5)


def fixed_view(whole: Pixels, settings: DataSettings, stride: int = 8) -> View:
    """The view for evaluation: all of a resized picture, or the crop in the middle."""
    top, left = (room // 2 // stride * stride for room in _room(whole, settings.size))
    return View(top, left)


def show(whole: Pixels, view: View, size: int) -> Pixels:
    """The pixels (size, size, 3) of a view of a picture that is `on_grid`: cut and mirrored, not copied."""
    image = whole[view.top : view.top + size, view.left : view.left + size]
    return image[:, ::-1] if view.flip else image


def show_degraded(picture: Pixels, view: View, lost: Degradation, settings: DataSettings) -> Pixels:
    """The pixels (size, size, 3) of a view of a decoded picture that first loses something, at its own size.

    So pictures are treated before they reach a detector, whose view comes last. Of a large picture only what the crop
    can depend on is degraded; how exactly that gives the whole picture's pixels, `degraded` says.
    """
    size = settings.size
    if settings.view == "resize":
        return show(resized(degraded(picture, lost), size), view, size)
    if min(picture.shape[:2]) < size:
        return show(extended(degraded(picture, lost), size), view, size)
    corners, margin = (view.top, view.left), lost.margin
    top, left = (max(0, corner // BLOCK * BLOCK - margin) for corner in corners)
    bottom, right = (-(-(corner + size) // BLOCK) * BLOCK + margin for corner in corners)
    inside = replace(view, top=view.top - top, left=view.left - left)
    return show(degraded(picture[top:bottom, left:right], lost, top, left), inside, size)


def evaluation_view(image: Pixels, settings: DataSettings, stride: int = 8) -> Pixels:
    """The fixed view, (size, size, 3), of a decoded picture."""
    whole = on_grid(image, settings, stride)
    return show(whole, fixed_view(whole, settings, stride), settings.size)


def judged_view(image: Pixels, settings: DataSettings, stride: int = 8, least_side: int = 1) -> Pixels:
    """What a verdict on a decoded picture rests on: all of it, at most ``judged_megapixels`` in its middle; or the
    fixed view, where the settings judge that.

    UnreadableImageError for a picture whose side is below ``least_side`` pixels, which has no patch.
    """
    if not settings.judges_whole:
        return evaluation_view(image, settings, stride)
    height, width = image.shape[:2]
    if min(height, width) < least_side:
        raise UnreadableImageError(
            f"{width} x {height} pixels, smaller than a single patch ({least_side} pixels)", NO_PATCH
        )
    rows, columns = judged_size(height, width, settings)
    top, left = ((side - part) // 2 // stride * stride for side, part in ((height, rows), (width, columns)))
    return image[top : top + rows, left : left + columns]


def judged_size(height: int, width: int, settings: DataSettings) -> tuple[int, int]:
    """Sides of the piece that is judged, in the picture's proportions; a side is not cut below ``settings.size``."""
    most = round(settings.judged_megapixels * 1e6)
    if height * width <= most:
        return height, width
    share = math.sqrt(most / (height * width))
    rows, columns = (min(side, max(settings.size, int(side * share))) for side in (height, width))
    return min(rows, max(settings.size, most // columns)), min(columns, max(settings.size, most // rows))


def resized(image: Pixels, size: int) -> Pixels:
    """The whole picture as (size, size, 3), bilinear with antialiasing (Pillow)."""
    if image.shape[:2] == (size, size):
        return image
    return np.array(Image.fromarray(image).resize((size, size), Image.Resampling.BILINEAR))


def extended(image: Pixels, size: int) -> Pixels:
    """The picture mirrored at its bottom and right edge, as often as needed to have ``size`` pixels each way."""
    height, width = image.shape[:2]
    if height >= size and width >= size:
        return image
    return image[_mirrored(height, size)][:, _mirrored(width, size)]


def _mirrored(length: int, size: int) -> NDArray[np.int64]:
    """Indices 0 .. length-1 .. 1, 0 .. back and forth, until there are ``size`` (or ``length``, if more)."""
    steps = np.arange(max(length, size))
    period = max(1, 2 * (length - 1))
    there = steps % period
    return np.minimum(there, period - there) if length > 1 else np.zeros_like(steps)


def _room(image: Pixels, size: int) -> tuple[int, int]:
    """How many pixels a crop's corner can move down and right."""
    return image.shape[0] - size, image.shape[1] - size

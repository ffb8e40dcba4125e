"""Turns a decoded picture into the square that the networks see: resized or cropped, and augmented for training."""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from engine.data.images import Pixels
from engine.settings.data import DataSettings

_AUGMENTATION = 3  # keeps this random stream apart from the order's and the labels'


def view_rng(seed: int, epoch: int, index: int) -> np.random.Generator:
    """The random numbers of one image in one epoch, whatever was drawn before."""
    return np.random.default_rng([_AUGMENTATION, seed, epoch, index])


def training_view(image: Pixels, settings: DataSettings, rng: np.random.Generator, stride: int = 8) -> Pixels:
    """A random view, (size, size, 3): crop corners are multiples of ``stride``, then flip, blur, JPEG."""
    if settings.view == "crop":
        image = extended(image, settings.size)
        top, left = (stride * rng.integers(room // stride + 1) for room in _room(image, settings.size))
        image = image[top : top + settings.size, left : left + settings.size]
    else:
        image = resized(image, settings.size)
    if settings.flip and rng.random() < 0.5:
        image = image[:, ::-1]
    if rng.random() < settings.blur_probability:
        image = blurred(image, rng.uniform(0, settings.blur_sigma_max))
    if rng.random() < settings.jpeg_probability:
        image = recompressed(image, int(rng.integers(settings.jpeg_quality_min, settings.jpeg_quality_max + 1)))
    return image


def evaluation_view(image: Pixels, settings: DataSettings, stride: int = 8) -> Pixels:
    """The fixed view, (size, size, 3): resized, or the centre crop whose corner is a multiple of ``stride``."""
    if settings.view == "resize":
        return resized(image, settings.size)
    image = extended(image, settings.size)
    top, left = (room // 2 // stride * stride for room in _room(image, settings.size))
    return image[top : top + settings.size, left : left + settings.size]


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


def blurred(image: Pixels, sigma: float) -> Pixels:
    """Gaussian blur with a standard deviation of ``sigma`` pixels (Pillow's, of repeated box filters)."""
    return np.array(Image.fromarray(image).filter(ImageFilter.GaussianBlur(sigma)))


def recompressed(image: Pixels, quality: int) -> Pixels:
    """The picture after being saved as JPEG (4:2:0) with that quality."""
    stream = BytesIO()
    Image.fromarray(image).save(stream, "JPEG", quality=quality)
    with Image.open(stream, formats=["JPEG"]) as decoded:
        return np.array(decoded)


def _mirrored(length: int, size: int) -> NDArray[np.int64]:
    """Indices 0 .. length-1 .. 1, 0 .. back and forth, until there are ``size`` (or ``length``, if more)."""
    steps = np.arange(max(length, size))
    period = max(1, 2 * (length - 1))
    there = steps % period
    return np.minimum(there, period - there) if length > 1 else np.zeros_like(steps)


def _room(image: Pixels, size: int) -> tuple[int, int]:
    """How many pixels a crop's corner can move down and right."""
    return image.shape[0] - size, image.shape[1] - size

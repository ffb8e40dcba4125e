"""What pictures lose on their way through the web: blur, noise, other sizes, compression; the size stays the same."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageFilter
from PIL.Image import Resampling

from engine.data.images.rgb import Pixels
from engine.settings.degradations import DegradationSettings

BLOCK = 16  # pixels that JPEG compresses together where colours have half the resolution; a scaling's unit, too
LARGEST_SIDE = 8192  # that is compressed in one piece: WebP takes twice that, and Pillow warns of more pixels
VERSION = b"1"  # to be raised when the same degradation comes to give other pixels
_BLUR_REACH = 4  # standard deviations beyond which Pillow's blur sees nothing
_FILTER_REACH = 3  # pixels, of the widest filter below
_NOISE_SIDE = 256  # of the square of noise that is laid over a picture again and again
_SMALLER = (Resampling.BOX, Resampling.BILINEAR, Resampling.HAMMING, Resampling.BICUBIC, Resampling.LANCZOS)
_LARGER = (Resampling.BILINEAR, Resampling.BICUBIC, Resampling.LANCZOS)
_SCREENS = (20, 24, 28)  # sixteenths: 1.25, 1.5 and 1.75 times
_HIGHEST_SMALLER = BLOCK - 1


@dataclass(frozen=True, slots=True)
class Scaling:
    """To ``sixteenths`` of a picture's sides and back, with the filters of either way (Pillow's)."""

    sixteenths: int
    there: int
    back: int

    @property
    def reach(self) -> int:
        """How many pixels away what a pixel becomes can come from."""
        return 2 * math.ceil(_FILTER_REACH * max(1, BLOCK / self.sixteenths)) + 1


@dataclass(frozen=True, slots=True)
class Degradation:
    """What one picture loses, in this order; 0 and empty: nothing. Its text stands for all of it."""

    blur_sigma: float = 0.0  # px
    noise_sigma: float = 0.0  # steps of 256
    noise_seed: int = 0
    scalings: tuple[Scaling, ...] = ()
    webp_quality: int = 0
    jpeg_quality: int = 0
    full_colour: bool = False  # of the JPEG

    @property
    def margin(self) -> int:
        """Pixels around a piece, a multiple of BLOCK, without which its degraded pixels could be others."""
        reach = _BLUR_REACH * self.blur_sigma + sum(scaling.reach for scaling in self.scalings)
        return BLOCK * (2 + math.ceil(reach / BLOCK))


NOTHING = Degradation()


def draw_degradation(settings: DegradationSettings, rng: np.random.Generator) -> Degradation:
    """What the next image loses; NOTHING for those beyond the share."""
    own = settings.in_force
    if not rng.random() < own.share:
        return NOTHING
    blur = rng.uniform(0, own.blur_sigma_max) if rng.random() < own.blur_probability else 0.0
    noise = rng.uniform(0, own.noise_sigma_max) if rng.random() < own.noise_probability else 0.0
    scalings = []
    if rng.random() < own.resize_probability:
        least = math.ceil(own.resize_least * BLOCK)
        scalings.append(_scaling(int(rng.integers(least, _HIGHEST_SMALLER + 1)), _SMALLER, _LARGER, rng))
    if rng.random() < own.screenshot_probability:
        scalings.append(_scaling(int(rng.choice(_SCREENS)), _LARGER, _SMALLER, rng))
    webp = _quality(own, rng) if rng.random() < own.webp_probability else 0
    jpeg = _quality(own, rng) if rng.random() < own.jpeg_probability else 0
    return Degradation(
        blur_sigma=float(blur),
        noise_sigma=float(noise),
        noise_seed=int(rng.integers(2**32)) if noise else 0,
        scalings=tuple(scalings),
        webp_quality=webp,
        jpeg_quality=jpeg,
        full_colour=bool(jpeg and rng.random() < own.jpeg_full_colour),
    )


def degraded(picture: Pixels, lost: Degradation, top: int = 0, left: int = 0) -> Pixels:
    """The picture (H, W, 3) as it arrives, of the same size.

    A piece of a picture, with its corner at ``top`` and ``left`` (multiples of BLOCK), gives the pixels of the whole,
    but for a ``margin`` at its edges, within one step after a scaling, and but for WebP: that foretells each block from
    the ones before it, so that a piece shows the same kind of traces, not the same pixels.
    """
    if lost.blur_sigma:
        picture = blurred(picture, lost.blur_sigma)
    if lost.noise_sigma:
        picture = noisy(picture, lost.noise_sigma, lost.noise_seed, top, left)
    for scaling in lost.scalings:
        picture = rescaled(picture, scaling)
    if lost.webp_quality:
        picture = _saved(picture, "WEBP", quality=lost.webp_quality, method=0)
    return recompressed(picture, lost.jpeg_quality, full_colour=lost.full_colour) if lost.jpeg_quality else picture


def blurred(image: Pixels, sigma: float) -> Pixels:
    """Gaussian blur with a standard deviation of ``sigma`` pixels (Pillow's, of repeated box filters)."""
    return np.array(Image.fromarray(image).filter(ImageFilter.GaussianBlur(sigma)))


def noisy(image: Pixels, sigma: float, seed: int, top: int = 0, left: int = 0) -> Pixels:
    """Gaussian noise of ``sigma`` steps in every colour, at each place of a whole picture the same."""
    square = np.random.default_rng(seed).standard_normal((_NOISE_SIDE, _NOISE_SIDE, 3), np.float32)
    height, width = image.shape[:2]
    rows, columns = (top + np.arange(height)) % _NOISE_SIDE, (left + np.arange(width)) % _NOISE_SIDE
    noise = np.rint(sigma * square).astype(np.int16)
    laid: Pixels = np.clip(image + noise[rows][:, columns], 0, 255).astype(np.uint8)
    return laid


def rescaled(image: Pixels, scaling: Scaling) -> Pixels:
    """To another size and back; sides are mirrored up to multiples of BLOCK, so that a piece is scaled as the whole."""
    height, width = image.shape[:2]
    padded = np.pad(image, ((0, -height % BLOCK), (0, -width % BLOCK), (0, 0)), mode="symmetric")
    rows, columns = padded.shape[:2]
    sides = columns * scaling.sixteenths // BLOCK, rows * scaling.sixteenths // BLOCK
    other = Image.fromarray(padded).resize(sides, Resampling(scaling.there))
    return np.array(other.resize((columns, rows), Resampling(scaling.back)))[:height, :width]


def recompressed(image: Pixels, quality: int, *, full_colour: bool = False) -> Pixels:
    """The picture after being saved as JPEG with that quality, its colours at half resolution (4:2:0) or at full."""
    return _saved(image, "JPEG", quality=quality, subsampling="4:4:4" if full_colour else "4:2:0")


def _saved(image: Pixels, format_name: str, **how: int | str) -> Pixels:
    """The picture after being saved in a format; in pieces where it is too large for one."""
    axis = int(image.shape[1] > LARGEST_SIDE)
    if image.shape[axis] > LARGEST_SIDE:
        pieces = np.split(image, [LARGEST_SIDE], axis)
        return np.concatenate([_saved(piece, format_name, **how) for piece in pieces], axis)
    stream = BytesIO()
    Image.fromarray(image).save(stream, format_name, **how)
    with Image.open(stream, formats=[format_name]) as decoded:
        return np.array(decoded)


def _scaling(sixteenths: int, there: Sequence[int], back: Sequence[int], rng: np.random.Generator) -> Scaling:
    return Scaling(sixteenths, int(rng.choice(there)), int(rng.choice(back)))


def _quality(own: DegradationSettings, rng: np.random.Generator) -> int:
    return int(rng.integers(own.quality_min, own.quality_max + 1))

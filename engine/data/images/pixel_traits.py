"""What saving and scaling left in a picture's pixels, whatever kind of file it lies in now."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.fft import dct

from engine.data.images.decoding import Pixels

TRAITS_VERSION = "1"  # to be raised when the same picture comes to have other traits
LEAST_SIDE = 64  # px; in smaller pictures there are too few blocks to see anything
_LOOKED_AT = 256  # px, side of the piece in the middle
_BLOCK = 8  # px, of JPEG
_WAVES = dct(np.eye(_BLOCK), axis=0, norm="ortho").astype(np.float32)  # (frequency, pixel) of its cosine transform
_HIGH = [(down, along) for down in range(_BLOCK) for along in range(_BLOCK) if down + along >= 6]
_HALF_STEP = 0.5  # grey levels; what a coefficient that was set to 0 has left after rounding to bytes
_ROUNDING = 1e-3  # of sums in float32: many coefficients of bytes are exactly half a step, which is none
_SLOWEST = 16  # the spectrum's lowest part is the picture's own

Grey = NDArray[np.float32]  # (H, W)


@dataclass(frozen=True, slots=True)
class PixelTraits:
    """Traces in the grey values of a picture.

    ``jpeg``: how many more of the high frequencies in blocks of 8 x 8 pixels are zero on the one grid where most are
    than on the grids beside it, 0 to 1. Quantisation sets them to zero, so it is near 0 for what never was a JPEG.
    ``resampling``: the largest peak in the spectrum of second differences over their median, as interpolated pixels
    repeat at even distances (Gallagher 2005). ``sharpness``: second differences over first ones, on average; enlarged
    pictures have less, sharpened ones more.
    """

    jpeg: float
    resampling: float
    sharpness: float


def pixel_traits(picture: Pixels) -> PixelTraits | None:
    """The traces in the middle of a picture (H, W, 3); None where it is too small to see any."""
    if min(picture.shape[:2]) < LEAST_SIDE:
        return None
    grey = _middle(picture)
    return PixelTraits(_jpeg(grey), max(_resampling(grey), _resampling(grey.T)), _sharpness(grey))


def _middle(picture: Pixels) -> Grey:
    top, left = (max(0, side - _LOOKED_AT) // 2 for side in picture.shape[:2])
    piece = picture[top : top + _LOOKED_AT, left : left + _LOOKED_AT]
    return np.asarray(Image.fromarray(piece).convert("L"), np.float32)


def _jpeg(grey: Grey) -> float:
    zeros = _zeros(grey)
    shares = _on_grids(zeros) / (_on_grids(np.ones_like(zeros)) * len(_HIGH))
    return float(shares.max() - np.median(shares))


def _zeros(grey: Grey) -> NDArray[np.int64]:
    """How many of the high frequencies are zero in the block that begins at each pixel, (H - 7, W - 7).

    Of rows first: blocks side by side have these in common, which makes it four times as fast as block by block.
    """
    height, width = (side - _BLOCK + 1 for side in grey.shape)
    rows = [sum(wave[i] * grey[:, i : i + width] for i in range(_BLOCK)) for wave in _WAVES]
    zeros = np.zeros((height, width), np.int64)
    for down, along in _HIGH:
        coefficients = sum(_WAVES[down, i] * rows[along][i : i + height] for i in range(_BLOCK))
        zeros += np.abs(coefficients) < _HALF_STEP - _ROUNDING
    return zeros


def _on_grids(cells: NDArray[np.int64]) -> NDArray[np.int64]:
    """The sum over all cells of each of the 8 x 8 grids."""
    padded = np.pad(cells, [(0, -side % _BLOCK) for side in cells.shape])
    return padded.reshape(padded.shape[0] // _BLOCK, _BLOCK, -1, _BLOCK).sum(axis=(0, 2))  # type: ignore[no-any-return]


def _resampling(grey: Grey) -> float:
    """Along the rows."""
    bends = np.abs(np.diff(grey, 2, axis=1)).mean(axis=0)
    spectrum = np.abs(np.fft.rfft(bends - bends.mean()))[len(bends) // _SLOWEST :]
    middle = float(np.median(spectrum))
    return float(spectrum.max()) / middle if middle > 0 else 0.0


def _sharpness(grey: Grey) -> float:
    slopes, bends = ([np.abs(np.diff(grey, order, axis=axis)).mean() for axis in (0, 1)] for order in (1, 2))
    return float(sum(bends) / (sum(slopes) + _HALF_STEP))

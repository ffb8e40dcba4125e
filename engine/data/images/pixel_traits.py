"""What saving and scaling left in a picture's pixels, whatever kind of file it lies in now."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from PIL import Image
from scipy.fft import dctn

from engine.data.images.decoding import Pixels

LEAST_SIDE = 64  # px; in smaller pictures there are too few blocks to see anything
_LOOKED_AT = 256  # px, side of the piece in the middle
_BLOCK = 8  # px, of JPEG
_HIGH = np.add.outer(np.arange(_BLOCK), np.arange(_BLOCK)) >= 6
_HALF_STEP = 0.5  # grey levels; what a coefficient that was set to 0 has left after rounding to bytes
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
    shares = [zeros[top::_BLOCK, left::_BLOCK].mean() for top in range(_BLOCK) for left in range(_BLOCK)]
    return float(max(shares) - np.median(shares))


def _zeros(grey: Grey) -> NDArray[np.float64]:
    """Share of the high frequencies that are zero in the block that begins at each pixel, (H - 7, W - 7)."""
    blocks = sliding_window_view(grey, (_BLOCK, _BLOCK))
    return np.asarray((np.abs(dctn(blocks, axes=(2, 3), norm="ortho")[..., _HIGH]) < _HALF_STEP).mean(axis=-1))


def _resampling(grey: Grey) -> float:
    """Along the rows."""
    bends = np.abs(np.diff(grey, 2, axis=1)).mean(axis=0)
    spectrum = np.abs(np.fft.rfft(bends - bends.mean()))[len(bends) // _SLOWEST :]
    middle = float(np.median(spectrum))
    return float(spectrum.max()) / middle if middle > 0 else 0.0


def _sharpness(grey: Grey) -> float:
    slopes, bends = ([np.abs(np.diff(grey, order, axis=axis)).mean() for axis in (0, 1)] for order in (1, 2))
    return float(sum(bends) / (sum(slopes) + _HALF_STEP))

"""What of a long curve is drawn: the visible part, thinned to the pixels there are without losing a spike."""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_BLOCKS_PER_PIXEL = 1


def visible_rows(steps: NDArray[np.int64], low: float, high: float) -> slice:
    """Rows whose step lies in [low, high], and one beyond on either side so that lines run to the edge."""
    # Whole numbers, because a float makes NumPy convert all the steps first.
    first = max(int(np.searchsorted(steps, math.ceil(low))) - 1, 0)
    last = int(np.searchsorted(steps, math.floor(high), side="right")) + 1
    return slice(first, min(last, len(steps)))


def envelope(
    steps: NDArray[np.int64], values: NDArray[np.float32], low: float, high: float, pixels: int
) -> tuple[Floats, Floats]:
    """At most 2 points a pixel: the values themselves, or least and greatest of blocks of them.

    Blocks are a power of two long and start at multiples of it, so that the picture does not shimmer while
    a curve grows. Thinning a million values takes under a millisecond, hence no stored pyramid.
    """
    rows = visible_rows(steps, low, high)
    block = block_length(rows.stop - rows.start, pixels)
    if block == 1:
        return steps[rows].astype(np.float64), values[rows].astype(np.float64)
    starts = np.arange(rows.start // block * block, rows.stop, block)
    least = np.fmin.reduceat(values[: rows.stop], starts)
    greatest = np.fmax.reduceat(values[: rows.stop], starts)
    x = np.repeat(steps[starts].astype(np.float64), 2)
    return x, np.stack([least, greatest], axis=1).ravel().astype(np.float64)


def smoothed(
    steps: NDArray[np.int64], values: NDArray[np.float32], low: float, high: float, pixels: int, width: int
) -> tuple[Floats, Floats]:
    """Centred mean of ``width`` reports, thinned like ``envelope``; undefined values are left out of the mean."""
    rows = visible_rows(steps, low, high)
    block = block_length(rows.stop - rows.start, pixels)
    margin = max(width // (2 * block), 1) * block
    first = max(rows.start - margin, 0) // block * block
    last = min(rows.stop + margin, len(steps))
    if last <= first:
        return np.empty(0), np.empty(0)
    sums, counts = _block_sums(values[first:last], block)
    mean = _running_mean(sums, counts, max(round(width / block), 1))
    x = steps[first:last:block].astype(np.float64)
    inside = slice(max(int(np.searchsorted(x, low)) - 1, 0), int(np.searchsorted(x, high, side="right")) + 1)
    return x[inside], mean[inside]


def block_length(rows: int, pixels: int) -> int:
    """Values that are drawn as one: 1 while they fit, else the power of two that makes them fit."""
    fitting = max(_BLOCKS_PER_PIXEL * pixels, 1)
    return 1 if rows <= fitting else 1 << (int(np.ceil(rows / fitting)) - 1).bit_length()


def as_heights(y: Floats, *, logarithmic: bool) -> Floats:
    """What is drawn for figures: infinity, and on a logarithmic axis all that is not above 0, become gaps."""
    finite = np.where(np.isfinite(y), y, np.nan)
    return np.log10(np.where(finite > 0, finite, np.nan)) if logarithmic else finite


def finite_range(curves: list[Floats]) -> tuple[float, float] | None:
    """Least and greatest finite value of all curves; None where there is none."""
    finite = [curve[np.isfinite(curve)] for curve in curves]
    ends = [(part.min(), part.max()) for part in finite if len(part)]
    return (float(min(low for low, _ in ends)), float(max(high for _, high in ends))) if ends else None


def _block_sums(values: NDArray[np.float32], block: int) -> tuple[Floats, Floats]:
    starts = np.arange(0, len(values), block)
    with np.errstate(invalid="ignore"):  # infinities of both signs
        sums = np.add.reduceat(values, starts, dtype=np.float64)
    if np.isfinite(sums).all():
        return sums, np.diff(starts, append=len(values)).astype(np.float64)
    present = np.isfinite(values)
    sums = np.add.reduceat(np.where(present, values, 0), starts, dtype=np.float64)
    return sums, np.add.reduceat(present, starts, dtype=np.float64)


def _running_mean(sums: Floats, counts: Floats, width: int) -> Floats:
    """Mean over a centred window of blocks; NaN where the block itself holds no value."""
    size = len(sums)
    left = np.maximum(np.arange(size) - (width - 1) // 2, 0)
    right = np.minimum(np.arange(size) + width // 2 + 1, size)
    totals = np.concatenate([[0.0], np.cumsum(sums)])
    numbers = np.concatenate([[0.0], np.cumsum(counts)])
    window = numbers[right] - numbers[left]
    mean = (totals[right] - totals[left]) / np.maximum(window, 1)
    return np.where(counts > 0, mean, np.nan)

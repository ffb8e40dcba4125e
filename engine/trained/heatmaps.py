"""Patch maps as pictures: blue where a patch looks real, orange where it looks fake, over the picture itself."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.files import atomic_write
from engine.models.geometry import PatchGeometry

Rgb = NDArray[np.uint8]  # (H, W, 3)
Map = NDArray[np.float32]  # (h, w), logits: above 0 fake

REAL, FAKE = (46, 134, 222), (230, 97, 1)
"""Blue and orange, which stay apart for colour-blind eyes."""
BAND = 256  # rows
STRENGTH = 0.8  # of the colours over the picture where they are full; a patch that says nothing shows the picture


def overlay(image: Rgb, logits: Map, geometry: PatchGeometry, span: float | None = None) -> Rgb:
    """The picture in grey under its map, each cell over the pixels nearest to it; rims that no cell sees stay bare.

    ``span`` is the logit of full colour; without one, the 98th percentile of the map, but at least 1.
    """
    span = span or max(1.0, float(np.percentile(np.abs(logits), 98)))
    height, width = image.shape[:2]
    share = np.clip(logits / span, -1, 1)
    rows, columns = (
        _nearest_cells(side, cells, geometry) for side, cells in zip((height, width), logits.shape, strict=True)
    )
    result = np.empty_like(image)
    for first in range(0, height, BAND):
        band = slice(first, first + BAND)
        result[band] = _band(image[band], share, rows[band], columns)
    return result


def _band(image: Rgb, share: Map, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Rgb:
    """Some rows of the overlay, so that those of a photograph do not all lie in memory as fractions."""
    grey = np.asarray(Image.fromarray(image).convert("L"), np.float64)[..., None]
    seen = ((rows >= 0)[:, None] & (columns >= 0)[None, :])[..., None]
    at_pixel = share[np.maximum(rows, 0)][:, np.maximum(columns, 0)][..., None]
    opacity = STRENGTH * np.abs(at_pixel) * seen
    colour = np.where(at_pixel < 0, np.array(REAL), np.array(FAKE))
    result: Rgb = ((1 - opacity) * grey + opacity * colour).round().astype(np.uint8)
    return result


def save_picture(pixels: Rgb, path: Path) -> None:
    """Write a PNG; StorageError where it cannot be written."""
    atomic_write(path, lambda file: Image.fromarray(pixels).save(file, "PNG"))


def _nearest_cells(pixels: int, cells: int, geometry: PatchGeometry) -> NDArray[np.int64]:
    """For each pixel of an axis the cell whose middle is nearest, or -1 where no cell sees it."""
    places = np.arange(pixels)
    middle = geometry.offset + (geometry.field - 1) / 2
    nearest = np.clip(np.rint((places - middle) / geometry.stride), 0, cells - 1).astype(np.int64)
    first = nearest * geometry.stride + geometry.offset
    inside = (places >= first) & (places < first + geometry.field)
    return np.where(inside, nearest, -1)

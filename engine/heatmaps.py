"""Patch maps as pictures: blue where a patch looks real, orange where it looks fake, over the picture itself."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.files import atomic_write
from engine.geometry import PatchGeometry

Rgb = NDArray[np.uint8]  # (H, W, 3)
Map = NDArray[np.float32]  # (h, w), logits: above 0 fake

REAL, NEUTRAL, FAKE = (33, 102, 172), (247, 247, 247), (179, 88, 6)
"""Blue, white and orange, which stay apart for colour-blind eyes."""
STRENGTH = 0.65  # of the colours over the picture


def coloured(logits: Map, span: float) -> Rgb:
    """Blue below 0, white at 0, orange above; full colour at ``span`` and beyond."""
    share = np.clip(logits / span, -1, 1)[..., None]
    ends = np.where(share < 0, np.array(REAL), np.array(FAKE))
    mixed = np.array(NEUTRAL) + np.abs(share) * (ends - np.array(NEUTRAL))
    colours: Rgb = mixed.round().astype(np.uint8)
    return colours


def overlay(image: Rgb, logits: Map, geometry: PatchGeometry, span: float | None = None) -> Rgb:
    """The picture in grey under its map, each cell over the pixels that it sees; rims that none sees stay bare.

    ``span`` is the logit of full colour; without one, the 98th percentile of the map, but at least 1.
    """
    span = span or max(1.0, float(np.percentile(np.abs(logits), 98)))
    height, width = image.shape[:2]
    colours = coloured(logits, span)
    rows, columns = (
        _nearest_cells(side, cells, geometry) for side, cells in zip((height, width), logits.shape, strict=True)
    )
    grey = np.asarray(Image.fromarray(image).convert("L"), np.float64)[..., None]
    seen = ((rows >= 0)[:, None] & (columns >= 0)[None, :])[..., None]
    mixed = (1 - STRENGTH) * grey + STRENGTH * colours[np.maximum(rows, 0)][:, np.maximum(columns, 0)]
    result: Rgb = np.where(seen, mixed, grey).round().astype(np.uint8)
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

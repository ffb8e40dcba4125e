"""Patch maps of a few validation images at one validation: read from the run folder, and turned into colours."""

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.files import SHORT_PATIENCE_S, read_bytes, why_unreadable
from engine.parser_errors import ARRAY_ERRORS
from gui.words.translation import tr

Rgb = NDArray[np.uint8]  # (H, W, 3)
Map = NDArray[np.float32]  # (H, W), logits: above 0 fake, below 0 real

_NAMES = ("shared", "images", "labels", "teacher", "student")
_SHARED = re.compile(r"images-[0-9a-f]{8}\.npz")

_LOW, _MIDDLE, _HIGH = (33, 102, 172), (247, 247, 247), (179, 88, 6)
"""Blue, white and orange, which stay apart for colour-blind eyes."""


class PatchFileError(Exception):
    """A file of patch maps is missing or is not one; the text says which and why."""


@dataclass(frozen=True, slots=True)
class PatchMaps:
    """images (N, H, W, 3) uint8; labels (N,) 0 real, 1 fake; teacher and student (N, h, w), aligned logits."""

    images: NDArray[np.uint8]
    labels: NDArray[np.float32]
    teacher: NDArray[np.float32]
    student: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.images)

    @property
    def span(self) -> float:
        """Logit at the ends of the colour scale; from the teacher alone, so that it is the same over time."""
        return max(1.0, float(np.percentile(np.abs(self.teacher), 98)))


def read_patch_maps(path: Path) -> PatchMaps:
    """Patch maps of a file that the run wrote; PatchFileError where it cannot be used.

    The images are in a file of their own beside it, or, as older versions wrote them, in the same one.
    """
    arrays = _read_arrays(path)
    try:
        if "images" not in arrays:
            shared = str(arrays["shared"])
            if not _SHARED.fullmatch(shared):
                raise ValueError("they name no file of images")
            arrays |= _read_arrays(path.with_name(shared))
        maps = PatchMaps(*(arrays[name] for name in ("images", "labels", "teacher", "student")))
        known = _is_known(maps)
    except ARRAY_ERRORS as error:
        raise PatchFileError(tr("The patch maps {file} are damaged: {error}.", file=path.name, error=error)) from error
    if not known:
        raise PatchFileError(tr("The patch maps {file} have an unknown form.", file=path.name))
    return maps


def _read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    try:
        data = read_bytes(path, SHORT_PATIENCE_S)
    except FileNotFoundError as error:
        raise PatchFileError(tr("The patch maps {file} are no longer in the run's folder.", file=path.name)) from error
    except (OSError, ValueError) as error:
        raise PatchFileError(
            tr("The patch maps {file} cannot be read: {why}.", file=path.name, why=why_unreadable(error))
        ) from error
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return {name: arrays[name] for name in _NAMES if name in arrays}
    except ARRAY_ERRORS as error:
        raise PatchFileError(tr("The patch maps {file} are damaged: {error}.", file=path.name, error=error)) from error


def _is_known(maps: PatchMaps) -> bool:
    """Whether the arrays are of the kinds and shapes that the view draws."""
    numbers = all(array.dtype.kind == "f" for array in (maps.labels, maps.teacher, maps.student))
    count = len(maps.images)
    return (
        numbers
        and maps.images.dtype == np.uint8
        and maps.images.ndim == 4
        and maps.images.shape[3] == 3
        and maps.labels.shape == (count,)
        and maps.teacher.ndim == 3
        and len(maps.teacher) == count
        and maps.teacher.shape == maps.student.shape
        and maps.images.size > 0 < maps.teacher.size
    )


def colour(logits: Map, span: float) -> Rgb:
    """Blue below 0, white at 0, orange above; full colour at ``span`` and beyond, grey where not finite."""
    share = np.clip(np.nan_to_num(logits / span), -1, 1)[..., None]
    ends = np.where(share < 0, np.array(_LOW), np.array(_HIGH))
    mixed = np.array(_MIDDLE) + np.abs(share) * (ends - np.array(_MIDDLE))
    mixed[~np.isfinite(logits)] = 128
    return np.ascontiguousarray(mixed.round().astype(np.uint8))

"""Patch maps of a few validation images at one validation: read from the run folder, and turned into colours."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]  # (H, W, 3)
Map = NDArray[np.float32]  # (H, W), logits: above 0 fake, below 0 real

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
    """Patch maps of a file that the run wrote; PatchFileError where it cannot be used."""
    try:
        with np.load(path, allow_pickle=False) as data:
            maps = PatchMaps(*(data[name] for name in ("images", "labels", "teacher", "student")))
    except FileNotFoundError as error:
        raise PatchFileError(f"The patch maps {path.name} are no longer in the run's folder.") from error
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise PatchFileError(f"The patch maps {path.name} cannot be read: {error}") from error
    if maps.images.ndim != 4 or maps.teacher.ndim != 3 or maps.teacher.shape != maps.student.shape:
        raise PatchFileError(f"The patch maps {path.name} have an unknown form.")
    return maps


def colour(logits: Map, span: float) -> Rgb:
    """Blue below 0, white at 0, orange above; full colour at ``span`` and beyond, grey where not finite."""
    share = np.clip(np.nan_to_num(logits / span), -1, 1)[..., None]
    ends = np.where(share < 0, np.array(_LOW), np.array(_HIGH))
    mixed = np.array(_MIDDLE) + np.abs(share) * (ends - np.array(_MIDDLE))
    mixed[~np.isfinite(logits)] = 128
    return np.ascontiguousarray(mixed.round().astype(np.uint8))

"""Looks into one picture: what student and teacher say of every patch, and which patches are most suspicious."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.data.images.decoding import Pixels, UnreadableImageError, decode
from engine.data.images.views import evaluation_view
from engine.errors import DataError
from engine.evaluation.judgement import ProbabilityScale
from engine.models.geometry import PatchGeometry, align, alignment
from engine.settings import DataSettings
from engine.teacher.teacher import Teacher
from engine.trained.scoring import Scorer

Map = NDArray[np.float32]  # (h, w), logits: above 0 fake
SUSPICIOUS = 5


@dataclass(frozen=True, slots=True)
class Patch:
    """A cell of the student's map and the square of pixels that it sees."""

    row: int
    column: int
    top: int
    left: int
    side: int
    logit: float


@dataclass(frozen=True, slots=True)
class Inspection:
    """A picture as the networks see it, (size, size, 3), and their maps; teacher's and aligned are None without one.

    `teacher` is calibrated if the teacher is, so that its 0 too is the decision zero; `aligned` is the student's map
    on the teacher's cells. Scores are image logits; ``scale`` makes the student's a probability.
    """

    path: Path
    image: Pixels
    student: Map
    score: float
    suspicious: tuple[Patch, ...]
    geometry: PatchGeometry
    scale: ProbabilityScale
    aligned: Map | None = None
    teacher: Map | None = None
    teacher_score: float | None = None
    teacher_geometry: PatchGeometry | None = None


def inspect(path: Path, student: Scorer, teacher: Teacher | None = None) -> Inspection:
    """Maps and scores of a picture, seen as the student was trained; DataError where it cannot be read."""
    settings = DataSettings(**student.view)
    stride = teacher.geometry.stride if teacher else 8
    try:
        image = evaluation_view(decode(path, settings.max_megapixels), settings, stride)
    except UnreadableImageError as error:
        raise DataError(f"{path.name} cannot be read: {error}.", "Choose another picture.") from error
    batch = torch.from_numpy(np.ascontiguousarray(image)).permute(2, 0, 1)[None].to(student.device)
    with torch.no_grad():
        patch_map = student.detector(batch)
        score = float(student.image_logits(batch))
    geometry = student.detector.geometry
    cells = _map(patch_map)
    scale = student.judgement.scale
    found = Inspection(path, image, cells, score, most_suspicious(cells, geometry), geometry, scale)
    return found if teacher is None else _with_teacher(found, patch_map, batch, teacher)


@torch.no_grad()
def _with_teacher(found: Inspection, patch_map: torch.Tensor, batch: torch.Tensor, teacher: Teacher) -> Inspection:
    target = teacher.targets(batch)
    matching = alignment(found.geometry, teacher.geometry)
    aligned = align(patch_map, matching, (target.shape[2], target.shape[3]))
    return replace(
        found,
        aligned=_map(aligned),
        teacher=_map(target),
        teacher_score=float(target.mean()),
        teacher_geometry=teacher.geometry,
    )


def most_suspicious(cells: Map, geometry: PatchGeometry, count: int = SUSPICIOUS) -> tuple[Patch, ...]:
    """The patches with the highest logits that do not overlap, highest first."""
    remaining = cells.astype(np.float64)
    reach = -(-geometry.field // geometry.stride)  # cells from one patch to the next that shares no pixel with it
    patches: list[Patch] = []
    while len(patches) < count and np.isfinite(remaining).any():
        row, column = (int(i) for i in np.unravel_index(np.nanargmax(remaining), remaining.shape))
        top, left = geometry.span(row)[0], geometry.span(column)[0]
        patches.append(Patch(row, column, top, left, geometry.field, float(cells[row, column])))
        remaining[max(0, row - reach + 1) : row + reach, max(0, column - reach + 1) : column + reach] = np.nan
    return tuple(patches)


def _map(logits: torch.Tensor) -> Map:
    cells: Map = logits[0, 0].float().cpu().numpy()
    return cells

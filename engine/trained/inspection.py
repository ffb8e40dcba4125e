"""Looks into one picture: what student and teacher say of every patch, and what is most suspicious in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage

from engine.control import RunControl
from engine.data.images.decoding import Pixels, UnreadableImageError, decode
from engine.data.images.views import judged_view
from engine.errors import DataError
from engine.evaluation.judgement import Judgement
from engine.events import Emit, Progress
from engine.models.geometry import PatchGeometry, align, alignment
from engine.models.tiling import Tiling, watched
from engine.settings import DataSettings
from engine.teacher.teacher import Teacher
from engine.trained.scoring import Scorer

Map = NDArray[np.float32]  # (h, w), logits: above 0 fake
STUDENT_LOOKS, TEACHER_LOOKS = "student's map", "teacher's map"
SUSPICIOUS = 5
SMOOTHED = 8  # cells each way whose mean decides whether a place is suspicious: single cells are noise


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
class Region:
    """A connected part of a picture that looks fake: box and area in pixels, and the mean of its smoothed logits."""

    top: int
    left: int
    height: int
    width: int
    logit: float
    area: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """A picture as the networks see it, (H, W, 3), and their maps; teacher's and aligned are None without one.

    `teacher` is calibrated if the teacher is, so that its 0 too is the decision zero; `aligned` is the student's map
    on the teacher's cells. Scores are image logits; ``judgement`` makes a probability and a verdict of the student's.
    Where no cell sees the rim, `geometry` begins beyond it.
    """

    path: Path
    image: Pixels
    student: Map
    score: float
    suspicious: tuple[Patch, ...]
    regions: tuple[Region, ...]
    geometry: PatchGeometry
    judgement: Judgement
    aligned: Map | None = None
    teacher: Map | None = None
    teacher_score: float | None = None
    teacher_geometry: PatchGeometry | None = None
    remark: str = ""  # on the rim of the student's map, in a sentence


def inspect(
    path: Path,
    student: Scorer,
    teacher: Teacher | None = None,
    control: RunControl | None = None,
    emit: Emit = lambda event: None,
) -> Inspection:
    """Maps and scores of a picture, seen as the student was trained; DataError where it cannot be read.

    ``control`` can end this within a layer of a tile (StopRequestedError); ``emit`` is told each tile that is done.
    """
    control = control or RunControl()
    settings = DataSettings(**student.view).judging()
    stride = teacher.geometry.stride if teacher else 8
    geometries = [student.detector.geometry, *([teacher.geometry] if teacher else [])]
    least_side = max(geometry.least_side for geometry in geometries)
    try:
        image = judged_view(decode(path, settings.max_megapixels), settings, stride, least_side)
    except UnreadableImageError as error:
        raise DataError(f"{path.name} cannot be read: {error}.", "Choose another picture.") from error
    image = np.require(image, requirements=("C", "W"))
    batch = torch.from_numpy(image).permute(2, 0, 1)[None].to(student.device)
    control.check()
    with watched(student.detector, control, _tiles(emit, STUDENT_LOOKS, student.judge.tiling, image)):
        scores, patch_map = student.judged(batch)
    geometry, cells = student.detector.geometry, _map(patch_map)
    patches, regions = most_suspicious(cells, geometry), suspicious_regions(cells, geometry, student.threshold)
    judgement, remark = student.judgement, student.detector.rim_words
    found = Inspection(path, image, cells, float(scores), patches, regions, geometry, judgement, remark=remark)
    if teacher is None:
        return found
    with teacher.watched(control, _tiles(emit, TEACHER_LOOKS, teacher.tiling, image)):
        return _with_teacher(found, patch_map, batch, teacher)


def _tiles(emit: Emit, task: str, tiling: Tiling, image: Pixels) -> Callable[[int], None]:
    """Tells how many tiles of a picture (H, W, 3) are done; of a single one nothing."""
    total = tiling.tiles(*image.shape[:2])
    return lambda done: emit(Progress(task=task, done=done, total=total, unit="tiles")) if total > 1 else None


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
    remaining = np.where(np.isfinite(cells), cells, -np.inf)
    reach = -(-geometry.field // geometry.stride)  # cells from one patch to the next that shares no pixel with it
    patches: list[Patch] = []
    while len(patches) < count and remaining.size:
        row, column = (int(i) for i in np.unravel_index(remaining.argmax(), remaining.shape))
        if remaining[row, column] == -np.inf:
            break
        top, left = geometry.span(row)[0], geometry.span(column)[0]
        patches.append(Patch(row, column, top, left, geometry.field, float(cells[row, column])))
        remaining[max(0, row - reach + 1) : row + reach, max(0, column - reach + 1) : column + reach] = -np.inf
    return tuple(patches)


def suspicious_regions(
    cells: Map, geometry: PatchGeometry, threshold: float, count: int = SUSPICIOUS
) -> tuple[Region, ...]:
    """Connected places whose smoothed map is above ``threshold``, by its mean there, highest first; no specks."""
    smoothed = ndimage.uniform_filter(cells, SMOOTHED, mode="nearest")
    numbered, _ = ndimage.label(smoothed > threshold)
    least = min(SMOOTHED**2, cells.size) // 2
    found: list[Region] = []
    for number, box in enumerate(ndimage.find_objects(numbered), start=1):
        inside = smoothed[box][numbered[box] == number]  # the cells' own mean may lie below what they exceed smoothed
        if inside.size >= least:
            (top, bottom), (left, right) = ((geometry.span(s.start)[0], geometry.span(s.stop - 1)[1] + 1) for s in box)
            area = inside.size * geometry.stride**2
            found.append(Region(top, left, bottom - top, right - left, float(inside.mean()), area))
    return tuple(sorted(found, key=lambda region: region.logit, reverse=True)[:count])


def _map(logits: torch.Tensor) -> Map:
    cells: Map = logits[0, 0].float().cpu().numpy()
    return cells

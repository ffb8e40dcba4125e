"""Student and teacher on the same images: figures of both, and how far they agree."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.control import RunControl
from engine.data.listing.entries import ImageEntry
from engine.evaluation.evaluate import Evaluation
from engine.evaluation.reliability import probabilities
from engine.events import Emit, Progress
from engine.models.geometry import align, alignment
from engine.models.tiling import watched
from engine.trained.opened import TrainedStudent
from engine.trained.scoring import refuse_broken

FLAT = 0.05  # a map that spreads less has no shape to agree with

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An image on which the two differ; probabilities of being fake."""

    path: Path
    label: int
    source: str
    student: float
    teacher: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Evaluations on the same images, in one order; the teacher's parts are None where there is no teacher.

    `targets` are pooled calibrated teacher logits (N,), on the student's scale; `correlations` (N,) are over the
    teacher's cells, NaN where the teacher's map is flat.
    """

    student: Evaluation
    teacher: Evaluation | None = None
    targets: FloatArray | None = None
    correlations: FloatArray | None = None

    def disagreements(self, count: int = 20) -> tuple[Disagreement, ...]:
        """The images whose probabilities differ most, worst first."""
        if self.targets is None:
            return ()
        student, teacher = probabilities(self.student.logits), probabilities(self.targets)
        worst = np.argsort(-np.abs(student - teacher), kind="stable")[:count]
        entries = self.student.entries
        return tuple(
            Disagreement(entries[i].path, entries[i].label, entries[i].source, float(student[i]), float(teacher[i]))
            for i in worst
        )


def compare(
    student: TrainedStudent, entries: Sequence[ImageEntry], control: RunControl, emit: Emit, task: str = "comparison"
) -> Comparison:
    """Run both over the images once; CheckpointError where the student's answers are no numbers."""
    loader = student.loader(entries, control)
    rows: list[FloatArray] = []
    places: list[int] = []
    asked = student.teacher.watched(control) if student.teacher else nullcontext()
    with watched(student.student.detector, control), asked:
        for batch in loader.judged_batches():
            rows.append(_answers(student, batch.images.to(student.student.device)))
            places += batch.indices.tolist()
            del batch
            emit(Progress(task=task, done=len(places), total=len(entries)))
    table = np.concatenate(rows) if rows else np.zeros((0, 4))
    refuse_broken(table[:, 0])
    kept = loader.entries.take(np.array(places, np.int64))
    labels = kept.labels.astype(np.float64)
    own = Evaluation(kept, labels, table[:, 0])
    if student.teacher is None:
        return Comparison(own)
    return Comparison(own, Evaluation(kept, labels, table[:, 1]), table[:, 2], table[:, 3])


@torch.no_grad()
def _answers(student: TrainedStudent, images: torch.Tensor) -> FloatArray:
    """(B, 4): student's score; teacher's raw score, its calibrated one, and the correlation of the maps."""
    scores, patch_map = student.student.judged(images)
    nothing = torch.full_like(scores, float("nan"))
    columns = [scores, nothing, nothing, nothing]
    if student.teacher is not None:
        raw = student.teacher.maps(images)
        target = student.teacher.calibration(raw) if student.teacher.calibration else raw
        matching = alignment(student.student.detector.geometry, student.teacher.geometry)
        aligned = align(patch_map, matching, (target.shape[2], target.shape[3]))
        columns = [scores, raw.mean((1, 2, 3)), target.mean((1, 2, 3)), _correlations(aligned, target)]
    result: FloatArray = torch.stack(columns, dim=1).double().cpu().numpy()
    return result


def _correlations(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """Pearson's over the cells of each image, NaN where the second is flat."""
    a, b = (cells.flatten(1) - cells.flatten(1).mean(dim=1, keepdim=True) for cells in (first, second))
    spread = b.std(dim=1)
    r = (a * b).sum(dim=1) / (a.norm(dim=1) * b.norm(dim=1)).clamp_min(1e-12)
    return torch.where(spread > FLAT, r, torch.full_like(r, float("nan")))

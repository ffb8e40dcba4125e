"""Validates the student, keeps it if it is the best, and saves patch maps for the eye."""

import hashlib
import io
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.evaluation.evaluate import Judge, evaluate
from engine.evaluation.judging import judgement_on
from engine.events import BestStudent, PatchMapsSaved, Scores, Validated
from engine.files import atomic_write
from engine.health.chance import standard_error
from engine.models.detector import PatchDetector
from engine.models.geometry import align
from engine.models.student import evaluated_copy
from engine.run_folder.training_state import TrainingState
from engine.settings import CONTROL_STAGE, HealthSettings
from engine.training.context import RunContext
from engine.training.saving import save_best, save_weights

OUTRUN_FADE = 0.5
CONTROL_SURE = 2.0  # standard errors of the teacher's AUC


def validate(run: RunContext, state: TrainingState, detector: PatchDetector) -> float | None:
    """Evaluate a copy with fresh statistics; returns its AUC (None if undefined). ``state.best`` is kept up to date."""
    student, gap = evaluated_copy(detector, run.statistics_batches(), run.world)
    logits = Judge(student, run.settings.student)
    result = evaluate(logits, run.validation, run.device, run.progress("validation"))
    run.tell_unreadable()
    auc = result.overall.auc
    healthy = not run.guard.suspect
    if is_proof(result.overall, state.best, run.settings.health):
        state.proven = state.step
    best = is_better(auc, state.best, healthy=healthy)
    if state.stage == CONTROL_STAGE:
        best = best and is_above_teacher(auc, run.teacher_auc, result.overall.images)
    if best:
        state.best = BestStudent(auc, state.stage, state.epoch, healthy)
        save_best(run, state, student, judgement_on(result))
    if state.stage == CONTROL_STAGE and auc is not None and auc > state.plateau.best:
        save_weights(run, state, student, judgement_on(result), run.folder.control)
    if run.teacher_auc is not None and auc is not None and auc > run.teacher_auc:
        state.outrun_factor *= OUTRUN_FADE
    run.emit(
        Validated(
            stage=state.stage,
            epoch=state.epoch,
            step=state.step,
            loss=result.task_loss,
            scores=result.overall,
            sources=result.by_source,
            teacher_auc=run.teacher_auc,
            best=best,
            healthy=healthy,
            statistics_gap=gap,
        )
    )
    run.tell_caches()
    save_patch_maps(run, state, student)
    return auc


def is_proof(scores: Scores, best: BestStudent | None, health: HealthSettings) -> bool:
    """Whether an AUC says that nothing was lost: above what means nothing or is chance, and within a swing of the best.

    Chance is two standard errors of what guesses would have: with 20 images 0.82, with 300 0.58.
    """
    known = best.auc if best is not None and best.auc is not None else 0.0
    chance = 0.5 + 2 * standard_error(0.5, scores.images)
    least = max(health.no_signal_auc, chance, known - health.oscillation_swing)
    return scores.auc is not None and scores.auc > least


def is_better(auc: float | None, best: BestStudent | None, *, healthy: bool) -> bool:
    """Whether a student takes the best one's place: a healthy one before a suspect one, then by AUC."""
    if best is None:
        return True
    if healthy != best.healthy:
        return healthy
    return best.auc is None or (auc is not None and auc > best.auc)


def is_above_teacher(auc: float | None, teacher_auc: float | None, images: int) -> bool:
    """Whether a control of that AUC on so many images is clearly above the teacher: else it takes nobody's place.

    Where the two are alike, validation cannot tell which student is better, and students of such a teacher are the
    better ones on generators that neither has seen (README).
    """
    if auc is None or teacher_auc is None:
        return False
    return auc > teacher_auc + CONTROL_SURE * standard_error(teacher_auc, images)


@torch.no_grad()
def save_patch_maps(run: RunContext, state: TrainingState, student: PatchDetector) -> None:
    """Targets and aligned student maps of a few fixed validation images, for the patch view.

    The images and their labels lie once in a file that is named after their content.
    """
    if run.teacher is None or run.alignment is None:
        return
    batch = next(iter(run.patch_images.evaluation_batches()), None)
    if batch is None:
        return
    images = batch.images.to(run.device)
    target = run.teacher.targets(images, batch)
    aligned = align(student(images), run.alignment, (target.shape[2], target.shape[3]))
    pictures = {"images": batch.images.permute(0, 2, 3, 1).numpy(), "labels": batch.labels.numpy()}
    key = hashlib.sha256(b"".join(array.tobytes() for array in pictures.values())).hexdigest()[:8]
    shared = f"images-{key}.npz"
    if not (run.folder.path / "patches" / shared).is_file():
        _write_arrays(run.folder.path / "patches" / shared, pictures)
    maps = {
        "shared": np.array(shared),
        "teacher": target.squeeze(1).float().cpu().numpy(),
        "student": aligned.squeeze(1).float().cpu().numpy(),
    }
    name = f"patches/{state.step:08d}.npz"
    _write_arrays(run.folder.path / name, maps)
    run.emit(PatchMapsSaved(stage=state.stage, step=state.step, path=name))


def _write_arrays(path: Path, arrays: dict[str, NDArray[Any]]) -> None:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]
    atomic_write(path, lambda file: file.write(buffer.getvalue()))

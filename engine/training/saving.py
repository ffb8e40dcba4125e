"""What a run keeps: resumable states, and the best student as other programs load it."""

from pathlib import Path
from typing import Any

import torch
from torch.optim.swa_utils import AveragedModel

from engine.errors import CheckpointError
from engine.evaluation.judgement import Judgement
from engine.events import CheckpointSaved
from engine.files import atomic_write
from engine.models.detector import PatchDetector
from engine.models.loading.recognition import load_checkpoint
from engine.models.student import publishable_state
from engine.run_folder.checkpoint import Checkpoint, save_checkpoint
from engine.run_folder.training_state import TrainingState
from engine.settings.toml_file import dump_settings
from engine.training.context import RunContext


def save_state(
    run: RunContext,
    state: TrainingState,
    optimiser: dict[str, Any] | None = None,
    average: AveragedModel | None = None,
) -> None:
    """Write a resumable checkpoint and announce it."""
    run.folder.must_be_there()
    checkpoint = checkpoint_of(run, state, optimiser, average)
    path = save_checkpoint(checkpoint, run.folder.checkpoints)
    run.emit(
        CheckpointSaved(stage=state.stage, step=state.step, name="last", path=str(path), healthy=checkpoint.healthy)
    )


def checkpoint_of(
    run: RunContext,
    state: TrainingState,
    optimiser: dict[str, Any] | None = None,
    average: AveragedModel | None = None,
) -> Checkpoint:
    """The run as it stands, resumable; healthy unless an alert of the weights is not yet overcome."""
    return Checkpoint(
        state=state,
        student=run.student.network.state_dict(),
        optimiser=optimiser,
        average=average.state_dict() if average is not None else None,
        calibration=run.fitted.as_dict() if run.fitted else None,
        teacher_auc=run.teacher_auc,
        teacher_sha256=run.teacher.weights.sha256 if run.teacher else "",
        data_fingerprint=run.data_fingerprint,
        settings=dump_settings(run.settings),
        healthy=not run.guard.suspect and _is_finite(run.student),
        student_input=run.student.input_name,
        own_range=run.own_range,
        filter_padding=run.student.padding,
    )


def save_best(run: RunContext, state: TrainingState, student: PatchDetector, judgement: Judgement) -> None:
    """Write student.pth, and announce it."""
    save_weights(run, state, student, judgement, run.folder.weights)
    path = str(run.folder.weights)
    run.emit(CheckpointSaved(stage=state.stage, step=state.step, name="best", path=path, healthy=not run.guard.suspect))


def save_weights(
    run: RunContext, state: TrainingState, student: PatchDetector, judgement: Judgement, path: Path
) -> None:
    """Write a student with how its logits are judged, and read it back as any other program would."""
    run.folder.must_be_there()
    healthy = not run.guard.suspect
    notes = {"stage": state.stage, "epoch": state.epoch, "step": state.step} | ({} if healthy else {"suspect": True})
    notes |= judgement.notes()
    weights = publishable_state(student, run.settings, notes)

    def verify(path: Path) -> None:
        read = load_checkpoint(path).state_dict
        if any(not torch.equal(read[name], value) for name, value in weights.items()):
            raise CheckpointError(f"{path} does not hold what was written to it.", "Check the disk; it may be failing.")

    atomic_write(path, lambda file: torch.save(weights, file), verify=verify)


def _is_finite(student: PatchDetector) -> bool:
    """Of the weights; running statistics do not count, as they are taken anew wherever they are used."""
    return all(bool(torch.isfinite(parameter).all()) for parameter in student.network.parameters())

"""A checkpoint with something in every part of it."""

import torch

from engine.events import BestStudent
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.run_folder.checkpoint import Checkpoint
from engine.run_folder.training_state import Plateau, TrainingState


def checkpoint(step: int = 7) -> Checkpoint:
    """A state in the middle of stage 2, every part of it filled."""
    generator = torch.Generator().manual_seed(step)
    student = {name: torch.rand(value.shape, generator=generator) for name, value in TinyLaDeDa(8).state_dict().items()}
    state = TrainingState(
        stage=2,
        epoch=3,
        batch=2,
        stage_step=step,
        step=step,
        outrun_factor=0.25,
        skipped_in_row=1,
        plateau=Plateau(best=0.75, waited=1, since_best=2, factor=1 / 3),
        best=BestStudent(auc=0.75, stage=2, epoch=1),
    )
    return Checkpoint(
        state=state,
        student=student,
        optimiser={"state": {0: {"step": torch.tensor(7.0)}}, "param_groups": [{"lr": 0.1, "params": [0]}]},
        average=dict(student),
        calibration={"method": "affine", "centre": 0.5},
        teacher_auc=0.9,
        teacher_sha256="ab",
        data_fingerprint="cd",
        settings='preset = "recommended"',
        student_input="NPR, imagenet",
    )

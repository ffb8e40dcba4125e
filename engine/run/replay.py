"""Computes a step again that an incident kept, and says whether loss and gradients have the same bits."""

from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.advice.guard import Guard
from engine.control import RunControl
from engine.data.stores.caches import open_caches
from engine.errors import DataError
from engine.events import Emit
from engine.run.prepare import prepare
from engine.run_folder.checkpoint import Checkpoint
from engine.run_folder.folder import RunFolder
from engine.run_folder.training_state import TrainingState
from engine.settings.toml_file import parse_settings
from engine.training.context import RunContext
from engine.training.incident import gradients_of, pixels_digest, read_incident
from engine.training.loop import StageLoop

CPU = torch.device("cpu")


@dataclass(frozen=True, slots=True)
class ReplayedStep:
    """The step of an incident, computed again; only a step that a CPU computed has to have the same bits."""

    rule: str
    message: str
    step: int
    loss: float
    loss_then: float
    loss_equal: bool
    gradients_equal: bool
    exact: bool

    @property
    def equal(self) -> bool:
        """Whether everything came out the same."""
        return self.loss_equal and self.gradients_equal


def replay(path: Path, control: RunControl, emit: Emit) -> ReplayedStep:
    """Needs the run's images and teacher where its settings say; changes nothing.

    Raises RunFolderError, DataError or CheckpointError where the incident, the images or the teacher are missing or
    are not what they were.
    """
    kept = read_incident(path)
    settings = parse_settings(kept["settings"])
    former = _as_checkpoint(kept)
    folder = RunFolder(path.absolute().parent.parent)
    with (
        closing(open_caches(settings)) as caches,
        closing(prepare(settings, control, emit, folder, CPU, former, Guard(), caches)) as run,
    ):
        loss, gradients = _computed(run, former, kept["pixels"])
    return ReplayedStep(
        rule=kept["rule"],
        message=kept["message"],
        step=former.state.step,
        loss=float(loss),
        loss_then=float(kept["loss"]),
        loss_equal=_same_bits(loss, kept["loss"]),
        gradients_equal=gradients.keys() == kept["gradients"].keys()
        and all(_same_bits(value, kept["gradients"][name]) for name, value in gradients.items()),
        exact=kept["device"] == "cpu",
    )


def _computed(run: RunContext, former: Checkpoint, pixels: str) -> tuple[Tensor, dict[str, Tensor]]:
    """Loss and clipped gradients of the step that follows the checkpoint."""
    state = former.state
    loop = StageLoop(run, state, former)
    run.student.train()
    group = list(islice(run.train.training_batches(state.epoch, state.batch), loop.stage.accumulate))
    if pixels_digest(group) != pixels:
        raise DataError(
            "Some images of this step cannot be read any more, or show something else.",
            "Bring them back as they were.",
        )
    terms, _, _ = loop.gradients(group)
    return terms.total.detach(), gradients_of(run.student.network)


def _as_checkpoint(kept: dict[str, Any]) -> Checkpoint:
    names = ("student", "optimiser", "calibration", "teacher_auc", "teacher_sha256", "data_fingerprint", "settings")
    return Checkpoint(
        state=TrainingState.from_dict(kept["state"]),
        average=None,
        own_range=kept["own_range"],
        filter_padding="none" if kept["filter_padding"] == "none" else "zeros",
        **{name: kept[name] for name in names},
    )


def _same_bits(first: Tensor, second: Tensor) -> bool:
    return first.shape == second.shape and torch.equal(first.view(torch.int32), second.view(torch.int32))

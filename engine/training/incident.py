"""The step behind an error, kept whole in the run folder, so that it can be computed again: bit for bit on a CPU."""

import hashlib
import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from engine.data.batches.loader import Batch
from engine.errors import RunFolderError, StorageError
from engine.events import Alert, IncidentKept
from engine.files import atomic_write, read_bytes, why_unreadable
from engine.run_folder.training_state import TrainingState
from engine.settings.toml_file import dump_settings
from engine.torch_file import READER_ERRORS, load_own
from engine.training.context import RunContext
from engine.training.losses import LossTerms

log = logging.getLogger(__name__)

FORMAT = 1
LARGEST_BYTES = 64 * 2**20  # of one incident; the published student takes about 60 KB
_REPLAYED = {  # what computing the step again needs
    "rule": str,
    "message": str,
    "device": str,
    "state": dict,
    "student": dict,
    "optimiser": dict,
    "pixels": str,
    "loss": Tensor,
    "gradients": dict,
    "calibration": dict | None,
    "teacher_auc": float | None,
    "teacher_sha256": str,
    "data_fingerprint": str,
    "settings": str,
    "own_range": float,
}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Training as it was before a step."""

    state: dict[str, Any]
    student: dict[str, Tensor]
    optimiser: dict[str, Any]


class IncidentRecorder:
    """Told before and after each step of the loop; writes RUN/incidents/STEP-RULE.pt when a step raised an alarm.

    Only a step that is reported can do so, or one that was left out, before and after which the weights are the same.
    """

    def __init__(self, run: RunContext, state: TrainingState, optimiser: Optimizer) -> None:
        self._run, self._state, self._optimiser = run, state, optimiser
        self._before: Snapshot | None = None

    def before_step(self, *, is_reported: bool) -> None:
        """Remember where training is, if the step can raise an alarm."""
        self._before = self._now(self._state.as_dict()) if is_reported and self._is_kept else None

    def after_step(self, group: Sequence[Batch], terms: LossTerms) -> None:
        """Keep the step if it raised an alarm."""
        for alert in self._run.guard.take_alarms():
            if (
                self._is_kept
                and len(list(self._folder.glob(f"*-{alert.rule}.pt"))) < self._run.settings.health.incidents
            ):
                self._keep(alert, self._before or self._left_out(), group, terms)

    @property
    def _is_kept(self) -> bool:
        """Not where several processes each hold a share of the step, which one process cannot compute again."""
        return self._run.settings.health.incidents > 0 and self._run.world.size == 1

    @property
    def _folder(self) -> Path:
        return self._run.folder.path / "incidents"

    def _now(self, state: dict[str, Any]) -> Snapshot:
        student = {name: value.detach().clone() for name, value in self._run.student.network.state_dict().items()}
        return Snapshot(state, student, _copied(self._optimiser.state_dict()))

    def _left_out(self) -> Snapshot:
        state = self._state.as_dict()
        return self._now(state | {name: state[name] - 1 for name in ("step", "stage_step")})

    def _keep(self, alert: Alert, before: Snapshot, group: Sequence[Batch], terms: LossTerms) -> None:
        run = self._run
        content = {
            "format": FORMAT,
            "rule": alert.rule,
            "message": alert.message,
            "device": run.device.type,
            "state": before.state,
            "student": before.student,
            "optimiser": before.optimiser,
            "random_state": torch.get_rng_state(),
            "batches": [batch.indices for batch in group],
            "pixels": pixels_digest(group),
            "loss": terms.total.detach(),
            "parts": dict(terms.parts),
            "gradients": gradients_of(run.student.network),
            "calibration": run.fitted.as_dict() if run.fitted else None,
            "teacher_auc": run.teacher_auc,
            "teacher_sha256": run.teacher.weights.sha256 if run.teacher else "",
            "data_fingerprint": run.data_fingerprint,
            "settings": dump_settings(run.settings),
            "own_range": run.own_range,
            "filter_padding": run.student.padding,
        }
        buffer = io.BytesIO()
        torch.save(content, buffer)
        path = self._folder / f"{before.state['step']:08d}-{alert.rule}.pt"
        if buffer.tell() > LARGEST_BYTES:
            log.warning("the incident at step %d is too large to be kept", before.state["step"])
            return
        try:
            atomic_write(path, lambda file: file.write(buffer.getbuffer()))
        except StorageError:  # it is a help for later; training itself may still have room
            log.exception("the incident at step %d was not kept", before.state["step"])
            return
        name = path.relative_to(run.folder.path).as_posix()
        run.emit(IncidentKept(stage=alert.stage, step=before.state["step"], rule=alert.rule, path=name))


def read_incident(path: Path) -> dict[str, Any]:
    """What was kept of a step; RunFolderError where the file is none or is damaged."""
    try:
        content = load_own(io.BytesIO(read_bytes(path)))
        if not isinstance(content, dict):
            raise TypeError("it holds no names")
        known = int(content["format"]) == FORMAT
        if known:
            _check(content)
    except PermissionError as error:
        raise RunFolderError(
            f"{path} cannot be read: {why_unreadable(error)}.", "Close programs that have it open, then try again."
        ) from error
    except READER_ERRORS as error:
        raise RunFolderError(
            f"{path} is not an incident of a run, or is damaged.", "Name a file of the folder incidents in a run."
        ) from error
    if not known:
        raise RunFolderError(f"{path} was written by another version of PatchDistill.", "Use that version.")
    return content


def _check(content: dict[str, Any]) -> None:
    TrainingState.from_dict(content["state"])
    for name, value in {"own_range": 0.0, "filter_padding": "zeros"}.items():  # older versions did not keep them
        content.setdefault(name, value)
    wrong = [name for name, kind in _REPLAYED.items() if not isinstance(content[name], kind)]
    if wrong:
        raise TypeError(f"wrong kind: {', '.join(wrong)}")


def pixels_digest(group: Sequence[Batch]) -> str:
    """SHA-256 of the pixels of some batches."""
    digest = hashlib.sha256()
    for batch in group:
        digest.update(batch.images.contiguous().numpy().tobytes())
    return digest.hexdigest()


def _copied(value: Any) -> Any:
    """An optimiser's state, its tensors apart from the living ones; deepcopy takes many times as long for so many."""
    if isinstance(value, Tensor):
        return value.detach().clone()
    if isinstance(value, dict):
        return {name: _copied(inner) for name, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def gradients_of(network: nn.Module) -> dict[str, Tensor]:
    """The clipped gradient of every trained parameter."""
    return {name: p.grad.detach().clone() for name, p in network.named_parameters() if p.grad is not None}

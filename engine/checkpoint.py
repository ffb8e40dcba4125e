"""Everything that a run needs to go on exactly where it was, written atomically and read back before it counts.

RUN/checkpoints/last.pt       the newest state
RUN/checkpoints/previous.pt   the one before, in case the newest is lost
RUN/student.pth               the best student so far, loadable elsewhere
"""

import warnings
import zipfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

import torch
from torch import Tensor

from engine.errors import RunFolderError
from engine.events import BestStudent
from engine.files import atomic_write, replace_file
from engine.stages import Plateau

FORMAT = 1


@dataclass(slots=True)
class TrainingState:
    """Where training is: the next batch to be taken, and what later decisions depend on."""

    stage: int = 1
    epoch: int = 0  # epochs of this stage that are complete, validation included
    batch: int = 0  # batches of the current epoch that are done
    stage_step: int = 0  # optimiser steps of this stage
    step: int = 0  # optimiser steps of the run
    outrun_factor: float = 1.0
    skipped_in_row: int = 0
    plateau: Plateau = field(default_factory=Plateau)
    best: BestStudent | None = None

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a checkpoint."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """The inverse of `as_dict`."""
        best = values["best"]
        nested = {"plateau": Plateau(**values["plateau"]), "best": BestStudent(**best) if best else None}
        return cls(**(values | nested))

    def next_stage(self) -> None:
        """Move to the start of the next stage."""
        self.stage += 1
        self.epoch = self.batch = self.stage_step = self.skipped_in_row = 0
        self.plateau = Plateau()


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One resumable state: training position, weights, optimiser, average, and what must not change meanwhile."""

    state: TrainingState
    student: dict[str, Tensor]
    optimiser: dict[str, Any] | None
    average: dict[str, Tensor] | None
    calibration: dict[str, float | str] | None
    teacher_auc: float | None
    teacher_sha256: str
    data_fingerprint: str
    settings: str  # TOML


def save_checkpoint(checkpoint: Checkpoint, folder: Path) -> Path:
    """Write ``last.pt`` after the former one became ``previous.pt``; StorageError leaves both as they were."""
    content = {
        "format": FORMAT,
        "state": checkpoint.state.as_dict(),
        "student": checkpoint.student,
        "optimiser": checkpoint.optimiser,
        "average": checkpoint.average,
        "calibration": checkpoint.calibration,
        "teacher_auc": checkpoint.teacher_auc,
        "teacher_sha256": checkpoint.teacher_sha256,
        "data_fingerprint": checkpoint.data_fingerprint,
        "settings": checkpoint.settings,
    }
    last, incoming = folder / "last.pt", folder / "incoming.pt"
    atomic_write(incoming, lambda file: torch.save(content, file), verify=_read)
    if last.exists():
        replace_file(last, folder / "previous.pt")
    replace_file(incoming, last)
    return last


def load_last(folder: Path) -> Checkpoint | None:
    """The newest readable checkpoint, or None where there never was one; RunFolderError where all are damaged."""
    present = [path for path in (folder / "last.pt", folder / "previous.pt") if path.exists()]
    for path in present:
        try:
            return _read(path)
        except RunFolderError:
            continue
    if present:
        raise RunFolderError(
            f"Neither checkpoint in {folder} can be read: they are damaged.",
            "Start a new run; the best student so far, student.pth, can be its student checkpoint.",
        )
    return None


def _read(path: Path) -> Checkpoint:
    try:
        with zipfile.ZipFile(path) as archive:
            damaged = archive.testzip()  # torch.load does not look at the checksums
        if damaged is not None:
            raise RunFolderError(f"{path} is damaged: the checksum of {damaged} is wrong.")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # torch's remarks about odd files are for developers
            content = torch.load(path, map_location="cpu", weights_only=True)
        if content.pop("format") != FORMAT:
            raise RunFolderError(f"{path} was written by another version of PatchDistill.")
        state = TrainingState.from_dict(content.pop("state"))
        return Checkpoint(state=state, **content)
    except RunFolderError:
        raise
    except Exception as error:  # a damaged file makes the unpickler raise nearly anything
        raise RunFolderError(f"{path} is damaged: {error}.") from error

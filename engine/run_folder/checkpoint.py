"""Everything that a run needs to go on exactly where it was, written atomically and read back before it counts.

RUN/checkpoints/last.pt       the newest state
RUN/checkpoints/previous.pt   the one before, in case the newest is lost
RUN/checkpoints/healthy.pt    the newest healthy one, kept while the two above are suspect
RUN/checkpoints/proven.pt     the newest that was validated right there, and told real from fake as well as before
RUN/checkpoints/begin.pt      the beginning of the stage, if all else was already ill
RUN/checkpoints/taught.pt     the end of stage 2, where a control comes after it
RUN/student.pth               the best student so far, loadable elsewhere
"""

import contextlib
import io
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, cast

import torch
from pydantic import AfterValidator, ConfigDict, TypeAdapter
from torch import Tensor

from engine.errors import RunFolderError
from engine.files import atomic_write, is_refused, patiently, read_bytes, replace_file, why_unreadable
from engine.run_folder.training_state import TrainingState
from engine.torch_file import READER_ERRORS, load_own

FORMAT = 1
NAMES = ("last.pt", "previous.pt", "healthy.pt", "proven.pt", "begin.pt")


def _is_plain(tensor: Tensor) -> Tensor:
    """The tensor; ValueError for one that has no numbers of its own, or packs them."""
    if tensor.layout != torch.strided or tensor.device.type != "cpu" or tensor.is_quantized or tensor.is_complex():
        raise ValueError("it is no plain tensor")
    return tensor


Weights = dict[str, Annotated[Tensor, AfterValidator(_is_plain)]]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One resumable state: training position, weights, optimiser, average, and what must not change meanwhile."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(arbitrary_types_allowed=True)

    state: TrainingState
    student: Weights
    optimiser: dict[str, Any] | None
    average: Weights | None
    calibration: dict[str, float | str] | None
    teacher_auc: float | None
    teacher_sha256: str
    data_fingerprint: str
    settings: str  # TOML
    healthy: bool = True  # False: an error of the weights was seen and not yet overcome, or they are not finite
    student_input: str = ""  # how the student's pixels are prepared; unknown in incidents
    own_range: float = 0.0  # how far a given student's logits reached at the beginning of the run
    filter_padding: Literal["zeros", "none"] = "zeros"  # of the student; older versions padded and did not say so

    @property
    def begins(self) -> bool:
        """Whether no step of its stage has been taken."""
        return self.state.stage_step == 0

    @property
    def proven(self) -> bool:
        """Whether a validation of just these weights, or that none was trained yet, speaks for them."""
        return self.healthy and (self.begins or self.state.proven == self.state.step)


_CHECKED = TypeAdapter(Checkpoint)


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
        "healthy": checkpoint.healthy,
        "student_input": checkpoint.student_input,
        "own_range": checkpoint.own_range,
        "filter_padding": checkpoint.filter_padding,
    }
    last, incoming = folder / "last.pt", folder / "incoming.pt"
    stream = io.BytesIO()
    torch.save(content, stream)
    data = stream.getvalue()
    atomic_write(incoming, lambda file: file.write(data), verify=_read)
    if checkpoint.proven:
        kept = folder / ("begin.pt" if checkpoint.begins else "proven.pt")
        atomic_write(kept, lambda file: file.write(data), verify=partial(_refuse_other, data=data))
    if last.exists():
        if not checkpoint.healthy:
            _keep_healthy(folder)
        replace_file(last, folder / "previous.pt")
    replace_file(incoming, last)
    return last


def load_healthy(
    folder: Path, until_step: int, distrusted: Collection[int] = (), *, proven: bool = False
) -> Checkpoint | None:
    """The newest healthy checkpoint at ``until_step`` or before, else the oldest healthy one; None without any.

    Steps that are ``distrusted`` led to trouble again and count as too new. With ``proven`` it must be one whose
    validation was good, or the beginning of a stage: settings that did harm may have done so before it was noticed.
    """
    found = [checkpoint for name in NAMES if (checkpoint := _healthy(folder / name)) is not None]
    found.sort(key=lambda checkpoint: checkpoint.state.step, reverse=True)
    usable = [c for c in found if c.state.step <= until_step and c.state.step not in distrusted]
    trusted = [c for c in usable if c.proven or not proven]
    return next(iter([*trusted, *found[-1:]]), None)


def go_back(checkpoint: Checkpoint, folder: Path) -> Path:
    """Make an earlier state the newest, and let those go that came after it."""
    last = save_checkpoint(checkpoint, folder)
    for name in NAMES[1:]:
        later = _healthy(folder / name)
        if later is None or later.state.step > checkpoint.state.step:
            with contextlib.suppress(OSError):  # held by another program: it is written over by the next ones
                patiently(partial((folder / name).unlink, missing_ok=True))
    return last


def keep_taught(folder: Path) -> None:
    """Keep the newest state as the end of stage 2: a control comes now, and the run may yet be made longer."""
    data = read_bytes(folder / "last.pt")
    atomic_write(folder / "taught.pt", lambda file: file.write(data), verify=_read)


def load_taught(folder: Path) -> Checkpoint | None:
    """The end of stage 2; None where it was not kept, or is damaged."""
    return _healthy(folder / "taught.pt")


def load_last(folder: Path) -> Checkpoint | None:
    """The newest checkpoint that is not damaged, or None where there never was one.

    RunFolderError where all are damaged, or where another program keeps the newest from being read.
    """
    present = [folder / name for name in NAMES[:2] if (folder / name).exists()]
    for path in present:
        try:
            return _read(path)
        except RunFolderError as error:
            if is_refused(error):  # it may be whole: the one before must not take its place
                raise
    if present:
        raise RunFolderError(
            f"Neither checkpoint in {folder} can be read: they are damaged.",
            "Start a new run; the best student so far, student.pth, can be its student checkpoint.",
        )
    return None


def damaged_state(part: str) -> RunFolderError:
    """What is said where a checkpoint can be read, but a part of it is not what a run goes on from."""
    return RunFolderError(
        f"The {part} in the run's checkpoint cannot be used: the file is damaged, or was changed by another program.",
        "Start a new run; the best student so far, student.pth, can be its student checkpoint.",
    )


def _keep_healthy(folder: Path) -> None:
    """Before ``previous.pt`` is written over: keep it where it is the last healthy one."""
    if _healthy(folder / "last.pt") is None and _healthy(folder / "previous.pt") is not None:
        replace_file(folder / "previous.pt", folder / "healthy.pt")


def _healthy(path: Path) -> Checkpoint | None:
    """A checkpoint that can be read and was healthy."""
    try:
        checkpoint = _read(path) if path.exists() else None
    except RunFolderError:
        return None
    return checkpoint if checkpoint is not None and checkpoint.healthy else None


def _refuse_other(path: Path, data: bytes) -> None:
    """Raise RunFolderError unless a file holds what was just read from another one."""
    if read_bytes(path) != data:
        raise RunFolderError(f"{path} does not hold what was written to it.", "Check the disk; it may be failing.")


def _read(path: Path) -> Checkpoint:
    try:
        data = read_bytes(path)
    except OSError as error:
        raise RunFolderError(
            f"{path} cannot be read: {why_unreadable(error)}.",
            "Close programs that have it open (an antivirus scanner also counts), then try again.",
        ) from error
    try:
        content = cast(dict[str, Any], load_own(io.BytesIO(data)))
        if int(content.pop("format")) != FORMAT:
            raise RunFolderError(f"{path} was written by another version of PatchDistill.")
        return _CHECKED.validate_python(content)
    except READER_ERRORS as error:
        raise RunFolderError(f"{path} is damaged: {error}.") from error

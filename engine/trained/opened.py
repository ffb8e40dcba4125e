"""A trained student with what it was trained on, opened again to be exported, reported on or inspected."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.control import RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.scan.scan import ImageEntry, ScannedData, scan
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.caches import pictures_on_disk
from engine.errors import CheckpointError, DataError, Problem, RunFolderError, SettingsError
from engine.events import Emit
from engine.events.progress import progress_reporter
from engine.run_folder.checkpoint import Checkpoint, load_last
from engine.settings import DataSettings, RunSettings
from engine.settings.toml_file import load_settings
from engine.teacher.calibration import Calibration
from engine.teacher.teacher import Teacher, load_teacher
from engine.trained.scoring import Scorer, load_scorer

DEFAULT_STRIDE = 8
CPU = torch.device("cpu")
_KNOWN_OF_RUN = "How the images of this student are prepared is known from its run."


@dataclass(frozen=True, slots=True)
class TrainedStudent:
    """Teacher and images are None where there are none (any more), and ``remarks`` say why."""

    name: str
    weights: Path
    run: Path | None
    settings: RunSettings
    student: Scorer
    teacher: Teacher | None
    data: ScannedData | None
    remarks: tuple[str, ...] = ()

    @property
    def stride(self) -> int:
        """Of the grid that crops begin on."""
        return self.teacher.geometry.stride if self.teacher else DEFAULT_STRIDE

    @property
    def least_side(self) -> int:
        """Pixels that a picture must have each way, so that both have something to say."""
        geometries = [self.student.detector.geometry, *([self.teacher.geometry] if self.teacher else [])]
        return max(geometry.least_side for geometry in geometries)

    def loader(
        self, entries: Sequence[ImageEntry], control: RunControl, data: DataSettings | None = None
    ) -> ImageLoader:
        """The images as the run judges them, or as ``data`` says, to be gone through once: none is kept in memory."""
        return ImageLoader(
            entries,
            data or self.settings.data,
            self.settings.seed,
            self.stride,
            control,
            cache=ArrayCache(0),
            least_side=self.least_side,
        )


def open_trained(
    path: Path,
    control: RunControl,
    emit: Emit,
    images: Path | None = None,
    device: torch.device = CPU,
    filter_name: str | None = None,
    normalisation: str | None = None,
) -> TrainedStudent:
    """A run folder, the student.pth in one, or any weights; ``images``, if given, take the place of the run's.

    ``filter_name`` and ``normalisation`` say how weights that do not note it are fed; a run knows that of its student.

    A student can be taken away also where its run's images or checkpoints are lost: they are left out, with a remark.
    Raises RunFolderError, CheckpointError and DataError where run, weights or given images cannot be used, and
    SettingsError for what is told and cannot be.
    """
    run = path if path.is_dir() else path.parent
    if (run / "settings.toml").is_file() and (path.is_dir() or path.name == "student.pth"):
        if filter_name or normalisation:
            raise SettingsError([Problem("--filter, --normalisation", _KNOWN_OF_RUN, "Leave them out.")])
        return _of_run(run, control, emit, images, device)
    if path.is_dir():
        raise RunFolderError(
            f"{path} is not a run folder: it has no settings.toml.",
            "Choose a folder that a run was kept in, or a file of weights.",
        )
    student = load_scorer(path, filter_name, device=device, normalisation=normalisation)
    data = DataSettings(**student.view, train=(images,) if images else ())
    settings = RunSettings(data=data)
    return TrainedStudent(
        path.stem,
        path,
        None,
        settings,
        student,
        None,
        _scan(settings, control, emit) if images else None,
        student.weights.remarks,
    )


def _of_run(run: Path, control: RunControl, emit: Emit, images: Path | None, device: torch.device) -> TrainedStudent:
    settings = load_settings(run / "settings.toml")
    weights = run / "student.pth"
    if not weights.is_file():
        raise RunFolderError(
            f"The run {run.name} has no student yet: it ended before its first validation.",
            "Resume it, or choose another run.",
        )
    if images is not None:
        other = {"train": (images,), "validation": (), "test": (), "unlabelled": ()}
        data = settings.data.model_copy(update=other)
        settings = settings.model_copy(update={"data": data})
    checkpoint, teacher, remarks = _training(run, settings, device)
    found: ScannedData | None = None
    try:
        found = _scan(settings, control, emit)
    except DataError as error:
        if images is not None:
            raise
        remarks.append(f"The run's images are left out: {error.message}")
    known = checkpoint.data_fingerprint if checkpoint and images is None else None
    if found and known and found.fingerprint != known:
        remarks.append("The images are not those that the run was trained with: some were added, removed or changed.")
    student = load_scorer(weights, device=device)
    return TrainedStudent(run.name, weights, run, settings, student, teacher, found, tuple(remarks))


def _training(
    run: Path, settings: RunSettings, device: torch.device
) -> tuple[Checkpoint | None, Teacher | None, list[str]]:
    """The run's newest checkpoint, and the teacher by it."""
    try:
        checkpoint = load_last(run / "checkpoints")
    except RunFolderError as error:
        return None, None, [f"The teacher is left out: {error.message}"]
    return checkpoint, *_teacher(settings, checkpoint, device)


def _teacher(
    settings: RunSettings, checkpoint: Checkpoint | None, device: torch.device
) -> tuple[Teacher | None, list[str]]:
    """The teacher as the run used it, calibrated; else None and the reason."""
    if settings.loss.alpha_distill == 0 or settings.teacher.checkpoint is None:
        return None, ["The student was trained without a teacher."]
    try:
        teacher = load_teacher(settings.teacher, device)
    except CheckpointError as error:
        return None, [f"The teacher is left out: {error.message}"]
    if checkpoint is not None:
        if checkpoint.teacher_sha256 != teacher.weights.sha256:
            return None, ["The teacher is left out: its file is not the one that the run was trained with."]
        if checkpoint.calibration is not None and settings.loss.enable_scale_matching:
            teacher.calibration = Calibration(**checkpoint.calibration)  # type: ignore[arg-type]
    return teacher, [f"The teacher's file: {remark}" for remark in teacher.weights.remarks]


def _scan(settings: RunSettings, control: RunControl, emit: Emit) -> ScannedData:
    with pictures_on_disk(settings.data, settings.machine) as disk:
        return scan(settings.data, settings.seed, control, progress_reporter(emit, "scan"), disk)

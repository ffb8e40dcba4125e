"""The engine's work behind the Inspect page, for task threads: open networks, look into a picture, compare on many."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.control import RunControl
from engine.errors import TeacherError
from engine.events import Emit
from engine.events.progress import progress_reporter
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings
from gui.inspect.layers import Layer, grey_layer, map_layer, picture_layer
from gui.inspect.patch_maps import Map
from gui.words.translation import tr

if TYPE_CHECKING:
    from engine.models.geometry import PatchGeometry
    from engine.teacher.teacher import Teacher
    from engine.trained.comparison import Disagreement
    from engine.trained.inspection import Inspection
    from engine.trained.opened import TrainedStudent

FULL = 98  # per cent of the patches are within the range of the colours
LEAST_SPAN = 1.0  # logits: a map that says nothing is not made to look as if it did


@dataclass(frozen=True, slots=True)
class Pair:
    """Which weights to look through; ``teacher`` is None where there is none."""

    student: Path
    teacher: Path | None = None


@dataclass(frozen=True, slots=True)
class MapLayer:
    """A network's map as it is laid over the picture; full colour is at ``span`` logits from the threshold."""

    layer: Layer
    threshold: float
    span: float


@dataclass(frozen=True, slots=True)
class InspectionResult:
    """A picture that was looked into, ready to be drawn; each map has its own scale of colours.

    ``raw`` says that the teacher's logits are as it gives them, not brought to the student's scale as in training.
    """

    found: "Inspection"
    picture: Layer
    grey: Layer
    student: MapLayer
    teacher: MapLayer | None
    raw: bool = False


class Networks:
    """The pair that was opened last, kept until other weights are asked for; for one thread at a time."""

    def __init__(self) -> None:
        self._known: tuple[object, ...] = ()
        self._opened: TrainedStudent | None = None

    def open(self, pair: Pair) -> "TrainedStudent":
        """Student and teacher; CheckpointError and RunFolderError where they cannot be used."""
        files = [path for path in (pair.student, pair.teacher) if path is not None and path.is_file()]
        known = (pair, *(path.stat().st_mtime_ns for path in files))
        if self._opened is None or known != self._known:
            self._opened, self._known = _open(pair), known
        return self._opened


def look(networks: Networks, pair: Pair, picture: Path, control: RunControl, emit: Emit) -> InspectionResult:
    """Both networks' maps of a picture, whose tiles are told as they are done."""
    from engine.trained.inspection import inspect

    opened = networks.open(pair)
    found = inspect(picture, opened.student, opened.teacher, control, emit)
    student, teacher = _coloured(found.student, found.geometry, found.judgement.threshold), None
    if found.teacher is not None and found.teacher_geometry is not None:
        teacher = _coloured(found.teacher, found.teacher_geometry, 0.0)
    raw = opened.teacher is not None and opened.teacher.calibration is None
    return InspectionResult(found, picture_layer(found.image), grey_layer(found.image), student, teacher, raw)


def _coloured(logits: Map, geometry: "PatchGeometry", threshold: float) -> MapLayer:
    span = max(LEAST_SPAN, float(np.percentile(np.abs(logits - threshold), FULL)))
    return MapLayer(map_layer(logits, geometry, threshold, span), threshold, span)


def worst_disagreements(
    networks: Networks, pair: Pair, folder: Path, control: RunControl, emit: Emit
) -> "tuple[Disagreement, ...]":
    """The images of a labelled folder on which student and teacher differ most, worst first."""
    from engine.data.scan.scan import scan_test
    from engine.trained.comparison import compare

    opened = networks.open(pair)
    if opened.teacher is None:
        raise TeacherError(tr("Without a teacher there is nobody to disagree with."), tr("Choose a teacher above."))
    data = opened.settings.data.model_copy(update={"test": (folder,)})
    settings = opened.settings.model_copy(update={"data": data})
    entries = scan_test(data, control, progress_reporter(emit, "scan")).test
    return compare(replace(opened, settings=settings), entries, control, emit).disagreements()


def run_settings(student: Path) -> RunSettings:
    """Of the run that a student lies in; the defaults where it lies in none. SettingsError for a broken file."""
    settings = student.parent / "settings.toml"
    return load_settings(settings) if settings.is_file() else RunSettings()


def _open(pair: Pair) -> "TrainedStudent":
    from engine.trained.opened import CPU, TrainedStudent
    from engine.trained.scoring import load_scorer

    student = load_scorer(pair.student, device=CPU)
    settings = run_settings(pair.student)
    settings = settings.model_copy(update={"data": settings.data.model_copy(update=dict(student.view))})
    teacher = None if pair.teacher is None else _teacher(pair.teacher, pair.student.parent, settings)
    return TrainedStudent(pair.student.stem, pair.student, None, settings, student, teacher, None)


def _teacher(path: Path, run: Path, settings: RunSettings) -> "Teacher":
    """Calibrated as in the run, if it is the run's."""
    from engine.run_folder.checkpoint import load_last
    from engine.teacher.calibration import Calibration
    from engine.teacher.teacher import load_teacher
    from engine.trained.opened import CPU

    teacher = load_teacher(settings.teacher.model_copy(update={"checkpoint": path}), CPU)
    checkpoint = load_last(run / "checkpoints")
    same = checkpoint is not None and checkpoint.teacher_sha256 == teacher.weights.sha256
    if same and checkpoint and checkpoint.calibration and settings.loss.enable_scale_matching:
        teacher.calibration = Calibration(**checkpoint.calibration)  # type: ignore[arg-type]
    return teacher

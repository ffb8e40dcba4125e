"""What a run would meet, without training: the settings, the images, and the teacher on them."""

from pathlib import Path

from engine.advice.problems import find_problems
from engine.control import RunControl
from engine.data.scan.scan import ScannedData
from engine.data.stores.caches import pictures_on_disk
from engine.errors import DataError, EngineError, Problem
from engine.events import Emit, Event
from engine.health import HealthMonitor
from engine.machine.device import choose_device, unused_gpu, use_threads
from engine.models.geometry import alignment
from engine.models.loading.recognition import LoadedWeights, load_checkpoint
from engine.models.student import build_student
from engine.run.prepare import scan_images
from engine.settings import RunSettings
from engine.teacher.check import check_teacher, refuse_weak
from engine.teacher.teacher import load_teacher


def check(settings: RunSettings, control: RunControl, emit: Emit) -> list[Problem]:
    """Every problem of settings, images and networks; findings and alerts go to ``emit`` as in a run."""
    problems = find_problems(settings)
    monitor = HealthMonitor()

    def watched(event: Event) -> None:
        for item in (event, *monitor.observe(event, settings)):
            emit(item)

    failed = {problem.setting for problem in problems if problem.severity == "error"}
    data: ScannedData | None = None
    if not failed & {"data.train", "data.validation", "data.test", "data.unlabelled"}:
        try:
            with pictures_on_disk(settings.data, settings.machine) as disk:
                data = scan_images(settings, control, watched, disk)
        except DataError as error:
            problems.append(_problem(error.setting, error))
    problems += _check_networks(settings, data, control, watched, failed)
    return problems


def _check_networks(
    settings: RunSettings,
    data: ScannedData | None,
    control: RunControl,
    emit: Emit,
    failed: set[str],
) -> list[Problem]:
    setting = "student.checkpoint"
    found: list[Problem] = []
    try:
        device = choose_device(settings.machine)
        use_threads(settings.machine)
        student = build_student(settings.student, settings.seed) if setting not in failed else None
        if student is not None and settings.student.checkpoint is not None:
            found += _remarks(setting, load_checkpoint(settings.student.checkpoint))
        setting = "teacher.checkpoint"
        message, remedy = unused_gpu(device, settings.machine)
        found += [Problem("machine.device", message, remedy, "warning")] if message else []
        if settings.teacher.checkpoint is None or setting in failed:
            return found
        teacher = load_teacher(settings.teacher, device)
        found += _remarks(setting, teacher.weights)
        if student is not None:
            alignment(student.geometry, teacher.geometry)
        if data is not None:
            checked = check_teacher(teacher, data, settings, device, control, emit)
            refuse_weak(checked, settings.teacher, settings.health)
    except EngineError as error:
        found.append(_problem("machine.device" if error.kind == "machine" else setting, error))
    return found


def recognise_file(path: Path) -> str:
    """What a checkpoint is and what of it is not taken as it stands, in words; CheckpointError where it is none."""
    loaded = load_checkpoint(path)
    return ". ".join((f"{loaded.recognised}; {loaded.recognised.parameters:,} parameters", *loaded.remarks))


def _remarks(setting: str, loaded: LoadedWeights) -> list[Problem]:
    return [Problem(setting, remark, severity="warning") for remark in loaded.remarks]


def _problem(setting: str, error: EngineError) -> Problem:
    return Problem(setting, error.message, error.remedy)

"""Builds what a run needs from its settings: images found, student and teacher loaded, teacher checked."""

import copy
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import torch
from pydantic import TypeAdapter

from engine.advice.guard import Guard
from engine.control import RunControl, RunPhase
from engine.data.batches.loader import ImageLoader
from engine.data.batches.order import labelled_entries, sample
from engine.data.scan.scan import ScannedData, scan
from engine.data.scan.shortcuts import audit_shortcuts
from engine.data.stores.caches import Caches
from engine.data.stores.disk_store import DiskStore
from engine.errors import RunFolderError
from engine.events import Emit, PhaseChanged
from engine.events.progress import progress_reporter
from engine.machine.processes import ALONE, World
from engine.machine.watch import MachineWatch
from engine.models.detector import PatchDetector
from engine.models.geometry import alignment
from engine.models.shared_norm import normalise_together
from engine.models.student import build_student
from engine.run_folder.checkpoint import Checkpoint, damaged_state
from engine.run_folder.folder import RunFolder
from engine.settings import RunSettings
from engine.teacher.calibration import Calibration
from engine.teacher.check import check_teacher, refuse_weak
from engine.teacher.teacher import Teacher, load_teacher
from engine.training.context import RunContext

DEFAULT_STRIDE = 8
PATCH_IMAGES = 4


def scan_images(settings: RunSettings, control: RunControl, emit: Emit, disk: DiskStore | None = None) -> ScannedData:
    """Find the images and say what was found; ``disk`` keeps what takes long."""
    emit(PhaseChanged(phase=RunPhase.PREPARING, text="looking through the image folders"))

    data = scan(settings.data, settings.seed, control, progress_reporter(emit, "scan"), disk)
    emit(data.event())
    if data.train:
        progress = progress_reporter(emit, "shortcut audit")
        emit(audit_shortcuts(data.train, settings.data.max_megapixels, settings.seed, control, progress, disk))
    return data


def prepare(
    settings: RunSettings,
    control: RunControl,
    emit: Emit,
    folder: RunFolder,
    device: torch.device,
    former: Checkpoint | None,
    guard: Guard,
    caches: Caches,
    world: World = ALONE,
) -> RunContext:
    """Everything the stages share; with a former checkpoint, its weights, once images and teacher fit."""
    student = build_student(settings.student, settings.seed, former.filter_padding if former else "none")
    first = copy.deepcopy(student.network.state_dict())
    normalise_together(student, world)
    data = scan_images(settings, control, emit, caches.pictures.disk)
    teacher = load_teacher(settings.teacher, device, caches.maps) if settings.loss.alpha_distill > 0 else None
    images = _loaders(settings, control, data, student, teacher, caches, world)
    run = RunContext(
        settings=settings,
        control=control,
        emit=emit,
        folder=folder,
        device=device,
        student=student.to(device),
        teacher=teacher,
        alignment=alignment(student.geometry, teacher.geometry) if teacher else None,
        taught=images.taught,
        alone=images.alone,
        validation=images.validation,
        patch_images=images.shown,
        test=images.test,
        data_fingerprint=data.fingerprint,
        found=data.event(),
        machine=MachineWatch(folder.path),
        guard=guard,
        caches=caches,
        world=world,
        first=first,
        given=None if settings.student.checkpoint is None else first,
    )
    world.check_same(run.data_fingerprint)
    run.tell_machine(0, former.state.step if former else 0)
    if former is None:
        _start(run, data)
    else:
        _go_on(run, former)
    return run


class _Loaders(NamedTuple):
    """The images as a run looks at them: to learn from with its teacher and without, to judge, and to show."""

    taught: ImageLoader
    alone: ImageLoader
    validation: ImageLoader
    shown: ImageLoader
    test: ImageLoader | None


def _loaders(
    settings: RunSettings,
    control: RunControl,
    data: ScannedData,
    student: PatchDetector,
    teacher: Teacher | None,
    caches: Caches,
    world: World,
) -> _Loaders:
    whole = settings.data.model_copy(update={"label_fraction": 1.0})
    loader = partial(
        ImageLoader,
        settings=whole,
        seed=settings.seed,
        stride=teacher.geometry.stride if teacher else DEFAULT_STRIDE,
        control=control,
        cache=caches.pictures,
        world=world,
    )
    training = partial(loader, degradations=settings.degradations)
    geometries = [student.geometry, *([teacher.geometry] if teacher else [])]
    judged = partial(loader, least_side=max(geometry.least_side for geometry in geometries))
    any_readable = whole.model_copy(update={"max_unreadable": 1.0})
    shown = sample(data.validation, PATCH_IMAGES, settings.seed)
    return _Loaders(
        taught=_training_images(training, data, settings, teacher),
        alone=_training_images(training, data, settings, None, whole_epochs=settings.data.lacks_labels),
        validation=judged(data.validation),
        shown=loader(shown, settings=any_readable, control=RunControl(), world=ALONE),
        test=judged(data.test) if data.test else None,
    )


def _training_images(
    loader: Callable[..., ImageLoader],
    data: ScannedData,
    settings: RunSettings,
    teacher: Teacher | None,
    *,
    whole_epochs: bool = False,
) -> ImageLoader:
    """All pictures where a teacher speaks of those without a label; else those that have one.

    With ``whole_epochs`` these come again and again, until an epoch has as many batches as with all.
    """
    share, everything = settings.data.label_fraction, data.train + data.unlabelled
    if teacher is not None:
        return loader(everything, settings=settings.data, kept_maps=teacher.remembered.kept)
    if settings.data.epochs_over_all or whole_epochs:
        return loader(everything, settings=settings.data.model_copy(update={"unlabelled_share": 0.0}))
    return loader(labelled_entries(data.train, share, settings.seed) if share < 1 else data.train)


def _start(run: RunContext, data: ScannedData) -> None:
    settings = run.settings
    run.phase(RunPhase.PREPARING, "reading the first training images")
    run.fit_statistics()
    if run.teacher is not None:
        checked = check_teacher(
            run.teacher, data, settings, run.device, run.control, run.emit, run.caches.pictures, run.world
        )
        refuse_weak(checked, settings.teacher, settings.health)
        run.teacher_auc, run.fitted = checked.scores.auc, run.teacher.calibration
    run.measure_range()
    run.adopt(settings)


def _go_on(run: RunContext, former: Checkpoint) -> None:
    if run.data_fingerprint != former.data_fingerprint:
        raise RunFolderError(
            "The images are not those that this run was started with: some were added, removed or changed, so it "
            "cannot go on exactly where it was.",
            "Bring the images back, or start a new run with this run's student.pth as its student checkpoint.",
        )
    if run.teacher is not None and run.teacher.weights.sha256 != former.teacher_sha256:
        raise RunFolderError(
            "The teacher's file is not the one that this run was started with.",
            "Bring that file back, or start a new run.",
        )
    if not _is_continued(run.student, former):
        raise RunFolderError(
            "The student checkpoint is not of the network that this run trains, or its input is prepared otherwise.",
            "Bring back the file that the run was started with, or choose the run's own student.pth.",
        )
    run.student.network.load_state_dict(former.student)
    run.teacher_auc, run.own_range, run.stage = former.teacher_auc, former.own_range, former.state.stage
    if run.teacher is not None and former.calibration is not None:
        run.fitted = _calibration(former.calibration)
    run.adopt(run.settings)


def _calibration(saved: dict[str, float | str]) -> Calibration:
    try:
        return TypeAdapter(Calibration).validate_python(saved)
    except ValueError as error:
        raise damaged_state("calibration") from error


def _is_continued(student: PatchDetector, former: Checkpoint) -> bool:
    """Whether the student fits the checkpoint's weights: the same network and the same preparation of its input."""
    own, saved = (
        {name: value.shape for name, value in state.items()} for state in (student.network.state_dict(), former.student)
    )
    return own == saved and former.student_input in ("", student.input_name)

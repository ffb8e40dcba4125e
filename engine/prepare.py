"""Builds what a run needs from its settings: images found, student and teacher loaded, teacher checked."""

import copy
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial

import numpy as np
import torch

from engine.caches import Caches
from engine.calibration import Calibration
from engine.checkpoint import Checkpoint
from engine.context import RunContext
from engine.control import RunControl, RunPhase
from engine.data.batches import ImageLoader, labelled_subset
from engine.data.cache import ArrayCache
from engine.data.image_list import ImageList
from engine.data.scan import ImageEntry, ScannedData, fingerprint, scan
from engine.data.shortcuts import audit_shortcuts
from engine.distributed import ALONE, World
from engine.errors import RunFolderError
from engine.evaluate import evaluate_batches
from engine.events import Event, PhaseChanged, Progress, TeacherChecked, TeacherVariant
from engine.geometry import alignment
from engine.guard import Guard
from engine.losses import DistillationLoss
from engine.machine_report import MachineWatch
from engine.models.detector import PatchDetector
from engine.run_folder import RunFolder
from engine.settings import RunSettings
from engine.student import build_student
from engine.teacher import Teacher, calibrate, checked_event, collect_maps, load_teacher, refuse_weak
from engine.teacher_variants import IMAGES, try_variants

Emit = Callable[[Event], None]
DEFAULT_STRIDE = 8
PATCH_IMAGES = 4


def scan_images(settings: RunSettings, control: RunControl, emit: Emit) -> ScannedData:
    """Find the images and say what was found."""
    emit(PhaseChanged(phase=RunPhase.PREPARING, text="looking through the image folders"))

    def progress(done: int, total: int) -> None:
        emit(Progress(task="scan", done=done, total=total))

    data = scan(settings.data, settings.seed, control, progress)
    emit(data.event())
    if data.train:
        emit(audit_shortcuts(data.train, settings.data.max_megapixels, settings.seed, control))
    return data


def sample(entries: Sequence[ImageEntry], count: int, seed: int) -> ImageList:
    """At most ``count`` entries, drawn from the seed with equal shares of both classes as far as they go."""
    images = ImageList.of(entries)
    order = np.random.default_rng(seed).permutation(len(images))
    by_class = [order[images.labels[order] == label] for label in (0, 1)]
    fewer = min(len(group) for group in by_class)
    first = min(fewer, count // 2)
    rest = count - first
    smaller, larger = sorted(by_class, key=len)
    return images.take(np.concatenate([smaller[:first], larger[:rest]]))


def labelled_entries(images: ImageList, share: float, seed: int) -> ImageList:
    """The images whose labels may be used."""
    return images.take(labelled_subset(images.labels.astype(np.float32), share, seed))


def check_teacher(
    teacher: Teacher,
    data: ScannedData,
    settings: RunSettings,
    device: torch.device,
    control: RunControl,
    emit: Emit,
    pictures: ArrayCache | None = None,
    world: World = ALONE,
) -> TeacherChecked:
    """Calibrate on training images, score on validation images, and tell; the caller decides whether to refuse."""
    emit(PhaseChanged(phase=RunPhase.CALIBRATING, text="asking the teacher about a sample of the images"))
    stride = teacher.geometry.stride
    allowed = labelled_entries(ImageList.of(data.train), settings.data.label_fraction, settings.seed)
    drawn = sample(allowed, settings.teacher.calibration_images, settings.seed)
    views = settings.data.model_copy(update={"label_fraction": 1.0})  # those that lose their label are left out already
    loader = ImageLoader(drawn, views, settings.seed, stride, control, cache=pictures)
    with closing(loader):
        logits = collect_maps(teacher, loader, device)
    choice = calibrate(teacher, logits, settings.teacher)
    validation = ImageLoader(
        data.validation, settings.data, settings.seed, stride, control, cache=pictures, world=world
    )

    def progress(done: int, total: int) -> None:
        emit(Progress(task="teacher check", done=done, total=total))

    with closing(validation):
        result = evaluate_batches(teacher.batch_logits, validation, progress)
    event = checked_event(teacher, logits, choice, result, _variants(teacher, data, settings, control))
    emit(event)
    return event


def _variants(
    teacher: Teacher, data: ScannedData, settings: RunSettings, control: RunControl
) -> tuple[TeacherVariant, ...]:
    drawn = sample(data.validation, IMAGES, settings.seed)
    batches = list(ImageLoader(drawn, settings.data, settings.seed, teacher.geometry.stride).evaluation_batches())
    labels = torch.cat([batch.labels for batch in batches])
    images = [batch.images.to(teacher.device) for batch in batches]
    return try_variants(teacher, images, labels, settings.teacher, control)


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
    """Everything both stages share; with a former checkpoint, its weights, once images and teacher fit."""
    student = build_student(settings.student, settings.seed)
    given = None if settings.student.checkpoint is None else copy.deepcopy(student.network.state_dict())
    world.normalise_together(student)
    data = scan_images(settings, control, emit)
    teacher = load_teacher(settings.teacher, device, caches.maps) if settings.loss.alpha_distill > 0 else None
    stride = teacher.geometry.stride if teacher else DEFAULT_STRIDE

    whole = settings.data.model_copy(update={"label_fraction": 1.0})
    loader = partial(
        ImageLoader,
        settings=whole,
        seed=settings.seed,
        stride=stride,
        control=control,
        cache=caches.pictures,
        world=world,
    )
    share = settings.data.label_fraction
    if teacher is not None:
        train = loader(data.train, settings=settings.data, kept_maps=teacher.remembered.kept)
    else:  # an image without a label teaches nothing when nobody else teaches
        train = loader(labelled_entries(data.train, share, settings.seed) if share < 1 else data.train)
    any_readable = whole.model_copy(update={"max_unreadable": 1.0})
    shown = sample(data.validation, PATCH_IMAGES, settings.seed)
    run = RunContext(
        settings=settings,
        control=control,
        emit=emit,
        folder=folder,
        device=device,
        student=student.to(device),
        teacher=teacher,
        alignment=alignment(student.geometry, teacher.geometry) if teacher else None,
        train=train,
        validation=loader(data.validation),
        patch_images=loader(shown, settings=any_readable, control=RunControl(), world=ALONE),
        test=loader(data.test) if data.test else None,
        loss=DistillationLoss(settings.loss, settings.student),
        data_fingerprint=fingerprint(data.train + data.validation),
        found=data.event(),
        machine=MachineWatch(folder.path),
        guard=guard,
        caches=caches,
        world=world,
        given=given,
    )
    world.check_same(run.data_fingerprint)
    run.tell_machine(0, former.state.step if former else 0)
    if former is None:
        _start(run, data)
    else:
        _go_on(run, former)
    return run


def _start(run: RunContext, data: ScannedData) -> None:
    settings = run.settings
    if run.teacher is not None:
        checked = check_teacher(
            run.teacher, data, settings, run.device, run.control, run.emit, run.caches.pictures, run.world
        )
        refuse_weak(checked.scores, settings.teacher, settings.health)
        run.teacher_auc, run.fitted = checked.scores.auc, run.teacher.calibration
    run.fit_statistics()
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
    run.teacher_auc, run.own_range = former.teacher_auc, former.own_range
    if run.teacher is not None and former.calibration is not None:
        run.fitted = Calibration(**former.calibration)  # type: ignore[arg-type]
    run.adopt(run.settings)


def _is_continued(student: PatchDetector, former: Checkpoint) -> bool:
    """Whether a student can take over the former weights; its file, which may have moved, only says what it is."""
    own, saved = (
        {name: value.shape for name, value in state.items()} for state in (student.network.state_dict(), former.student)
    )
    return own == saved and former.student_input in ("", student.input_name)

"""The teacher's check: how good it is on these images, how its logits lie, and how it was probably fed."""

from contextlib import closing
from dataclasses import dataclass, replace
from math import nan

import numpy as np
import torch

from engine.control import RunControl, RunPhase
from engine.data.batches.loader import ImageLoader
from engine.data.batches.order import labelled_entries, sample
from engine.data.listing.image_list import ImageList
from engine.data.scan.scan import ScannedData
from engine.data.stores.array_cache import ArrayCache
from engine.errors import TeacherError
from engine.evaluation.evaluate import Evaluation, evaluate_batches
from engine.events import Emit, PhaseChanged, TeacherChecked, TeacherVariant
from engine.events.progress import ReportProgress, progress_reporter
from engine.health.rules.teacher import better_view
from engine.machine.processes import ALONE, World
from engine.number_words import exact
from engine.settings import DataSettings, HealthSettings, RunSettings, TeacherSettings
from engine.teacher.calibration import CalibrationChoice, choose
from engine.teacher.teacher import Teacher
from engine.teacher.variants import IMAGES, try_variants
from engine.teacher.views import WORTH_TRYING, try_views


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
    loader = ImageLoader(drawn, _of_sample(settings.data), settings.seed, stride, control, cache=pictures)
    with closing(loader):
        logits = collect_maps(teacher, loader, device, progress_reporter(emit, "calibration"))
    choice = calibrate(teacher, logits, settings.teacher)
    validation = ImageLoader(
        data.validation,
        settings.data,
        settings.seed,
        stride,
        control,
        cache=pictures,
        world=world,
        least_side=teacher.geometry.least_side,
    )
    with closing(validation):
        result = evaluate_batches(teacher.batch_logits, validation, progress_reporter(emit, "teacher check"))
    variants = _variants(teacher, data, settings, control)
    event = checked_event(teacher, logits, choice, result, variants)
    if event.scores.auc is not None and event.scores.auc < WORTH_TRYING:
        drawn, progress = sample(data.validation, IMAGES, settings.seed), progress_reporter(emit, "teacher views")
        event = replace(event, views=try_views(teacher, drawn, settings.data, control, progress))
    emit(event)
    return event


def _variants(
    teacher: Teacher, data: ScannedData, settings: RunSettings, control: RunControl
) -> tuple[TeacherVariant, ...]:
    drawn = sample(data.validation, IMAGES, settings.seed)
    loader = ImageLoader(drawn, _of_sample(settings.data), settings.seed, teacher.geometry.stride)
    with closing(loader):
        batches = list(loader.evaluation_batches())
    if not batches:
        return ()
    labels = torch.cat([batch.labels for batch in batches])
    images = [batch.images.to(teacher.device) for batch in batches]
    return try_variants(teacher, images, labels, settings.teacher, control)


def _of_sample(data: DataSettings) -> DataSettings:
    """For a sample of images that may all keep their label: of so few a share that cannot be read says nothing."""
    return data.model_copy(update={"label_fraction": 1.0, "max_unreadable": 1.0})


HISTOGRAM_BINS = 60


@dataclass(frozen=True, slots=True)
class PatchLogits:
    """Raw maps of the calibration images, each (h, w) float64, and their labels (N,)."""

    maps: list[np.ndarray]
    labels: np.ndarray


def collect_maps(
    teacher: Teacher, loader: ImageLoader, device: torch.device, progress: ReportProgress = lambda _done, _total: None
) -> PatchLogits:
    """Raw maps of every labelled image of the loader, in order."""
    seen = 0
    maps: list[np.ndarray] = []
    labels: list[float] = []
    for batch in loader.evaluation_batches():
        raw = teacher.remembered(batch.images.to(device), batch.seen).squeeze(1).double().cpu().numpy()
        kept = batch.labelled.numpy()
        maps.extend(raw[kept])
        labels.extend(batch.labels.numpy()[kept])
        seen += len(kept)
        progress(seen, len(loader.entries))
    return PatchLogits(maps, np.asarray(labels))


def calibrate(teacher: Teacher, logits: PatchLogits, settings: TeacherSettings) -> CalibrationChoice:
    """Choose the calibration from training images and let the teacher use it; TeacherError without finite maps."""
    if not logits.maps:
        raise TeacherError(
            "None of the training images that were drawn to calibrate the teacher on can be read.",
            "Repair these files, or draw more of them (teacher.calibration_images).",
        )
    for m in logits.maps:
        if not np.isfinite(m).all():
            raise TeacherError(
                "The teacher gives NaN or infinite patch logits, so nothing can be learned from it.",
                "Choose another checkpoint, or check that the teacher's input filter is the one it was trained with.",
            )
    choice = choose(logits.maps, logits.labels, settings.calibration)
    teacher.calibration = choice.calibration
    return choice


def checked_event(
    teacher: Teacher,
    logits: PatchLogits,
    choice: CalibrationChoice,
    validation: Evaluation,
    variants: tuple[TeacherVariant, ...],
) -> TeacherChecked:
    """What the check found, for users."""
    cells = np.concatenate([m.ravel() for m in logits.maps])
    counts, edges = np.histogram(cells, bins=HISTOGRAM_BINS)
    recognised = teacher.weights.recognised
    return TeacherChecked(
        architecture=str(recognised),
        parameters=recognised.parameters,
        scores=validation.overall,
        calibrated_auc=choice.auc,
        calibration=choice.calibration.as_dict() | {"raw_auc": nan if choice.raw_auc is None else choice.raw_auc},
        logit_min=float(cells.min()),
        logit_max=float(cells.max()),
        histogram_counts=tuple(int(n) for n in counts),
        histogram_edges=tuple(float(e) for e in edges),
        sources=validation.by_source,
        variants=variants,
    )


def refuse_weak(checked: TeacherChecked, settings: TeacherSettings, health: HealthSettings) -> None:
    """Raise TeacherError for a teacher that is no use on these labels, unless told to accept it."""
    auc = checked.scores.auc
    if settings.accept_weak or auc is None or auc >= settings.min_auc:
        return
    better = better_view(checked)
    if better is not None and better.auc >= settings.min_auc:
        raise TeacherError(
            f"The teacher's validation AUC is {auc:.3f}, below {exact(settings.min_auc)}, as it sees pictures now; on "
            f"{better.images:,} of them it is {better.auc:.3f} where they are seen {better.words}.",
            f'Set data.view = "{better.view}" and data.size = {better.size}.',
        )
    if auc < health.swapped_auc:
        raise TeacherError(
            f"The teacher's validation AUC is {auc:.3f}, far below chance (0.5): real and fake look swapped, "
            "either in the folders or in the label mapping.",
            "Check data.real_names and data.fake_names against the folders; set teacher.accept_weak = true to go on.",
        )
    views = " No other view that was tried is clearly better." if checked.views else ""
    raise TeacherError(
        f"The teacher's validation AUC is {auc:.3f}, below {exact(settings.min_auc)}: it hardly tells real from "
        f"fake on these images, so imitating it would teach nothing.{views}",
        "Check the input size and the teacher's input filter and normalisation, choose another teacher, fit the "
        "head of this one to your images (command fit-teacher), or set teacher.accept_weak = true to go on.",
    )

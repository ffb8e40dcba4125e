"""Fits the head of a teacher to images of one's own, and writes it as a teacher of its own."""

from collections import OrderedDict
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine import __version__
from engine.advice.problems import find_problems
from engine.control import RunControl, RunPhase
from engine.data.batches.loader import ImageLoader
from engine.data.batches.order import labelled_entries, sample
from engine.data.scan.related import belonging_together
from engine.data.scan.scan import ScannedData
from engine.data.stores.caches import Caches, open_caches
from engine.errors import CheckpointError, Problem, SettingsError
from engine.evaluation.metrics import auc
from engine.evaluation.reliability import Interval, intervals
from engine.events import Emit, PhaseChanged
from engine.events.progress import progress_reporter
from engine.files import atomic_write, refuse_existing
from engine.machine.device import choose_device, release_memory, use_threads
from engine.models.loading.recognition import load_checkpoint
from engine.models.loading.weights_file import METADATA_KEY
from engine.run.prepare import scan_images
from engine.run.resuming import refuse
from engine.settings import RunSettings
from engine.teacher.head_fit import FittedHead, ImageFeatures, collect_features, fit_head, own_head, with_head
from engine.teacher.teacher import Teacher, load_teacher

MOST_IMAGES = 5000  # to fit to: of more a head of 2,048 numbers hardly learns


@dataclass(frozen=True, slots=True)
class Ranking:
    """AUC of a head on one set, None where it is undefined, and its interval, in which what belongs together counts."""

    auc: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class FittedTeacher:
    """What came of it: the figures before and after by set, and where the teacher is, None where it is no use."""

    path: Path | None
    images: int
    strength: float
    before: Mapping[str, Ranking]
    after: Mapping[str, Ranking]


def usual_path(settings: RunSettings) -> Path:
    """Beside the teacher that is fitted."""
    given = _checkpoint(settings)
    return given.with_name(f"{given.stem}-fitted.pth")


def fit_teacher(
    settings: RunSettings,
    target: Path,
    control: RunControl,
    emit: Emit,
    *,
    most_images: int = MOST_IMAGES,
    overwrite: bool = False,
) -> FittedTeacher:
    """Fit on training images, choose the penalty on validation images, judge on both and on the test, write.

    What is no better than before, or what a run would refuse (teacher.min_auc), is not written. What the last layer
    makes of a picture is kept in the caches, so that a fit that was stopped goes on.
    Raises EngineError as a run does, StopRequestedError where ``control`` says stop.
    """
    _checkpoint(settings)
    refuse(find_problems(settings))
    refuse_existing([target], overwrite)
    device = choose_device(settings.machine)
    use_threads(settings.machine)
    try:
        with closing(open_caches(settings)) as caches:
            data = scan_images(settings, control, emit, caches.pictures.disk)
            teacher = load_teacher(settings.teacher, device, caches.maps)
            train, judged = _features(teacher, data, settings, control, emit, caches, most_images)
            emit(PhaseChanged(phase=RunPhase.CALIBRATING, text="fitting the teacher's head"))
            head = fit_head(train, judged["validation"])
    finally:
        release_memory()
    before = {name: _ranking(images, *own_head(teacher)) for name, images in judged.items()}
    after = {name: _ranking(images, head.weight, head.bias) for name, images in judged.items()}
    found = FittedTeacher(target, len(train.entries), head.strength, before, after)
    reached = after["validation"].auc or 0
    if reached <= (before["validation"].auc or 0) or reached < settings.teacher.min_auc:
        return FittedTeacher(None, found.images, found.strength, before, after)
    _write(teacher, head, found, target)
    return found


def _checkpoint(settings: RunSettings) -> Path:
    if settings.teacher.checkpoint is None:
        message = "No teacher is chosen, so there is none whose head could be fitted."
        raise SettingsError([Problem("teacher.checkpoint", message, "Choose a teacher checkpoint.")])
    return Path(settings.teacher.checkpoint)


def _features(
    teacher: Teacher,
    data: ScannedData,
    settings: RunSettings,
    control: RunControl,
    emit: Emit,
    caches: Caches,
    most_images: int,
) -> tuple[ImageFeatures, dict[str, ImageFeatures]]:
    """Of training images, as the run's fixed view shows them, and of the sets that are judged, as runs judge them."""
    emit(PhaseChanged(phase=RunPhase.CALIBRATING, text="asking the teacher's last layer about every image once"))
    whole = settings.data.model_copy(update={"label_fraction": 1.0})
    loader = partial(
        ImageLoader,
        settings=whole,
        seed=settings.seed,
        stride=teacher.geometry.stride,
        control=control,
        cache=caches.pictures,
        least_side=teacher.geometry.least_side,
    )
    collect = partial(collect_features, teacher, cache=caches.maps)
    labelled = labelled_entries(data.train, settings.data.label_fraction, settings.seed)
    drawn = sample(labelled, most_images, settings.seed) if len(labelled) > most_images else labelled
    with closing(loader(drawn)) as images:
        progress = progress_reporter(emit, "training images")
        train = collect(images, images.evaluation_batches(), progress=progress)
    judged = {}
    for name, entries in (("validation", data.validation), ("test", data.test)):
        if not entries:
            continue
        with closing(loader(entries)) as images:
            progress = progress_reporter(emit, f"{name} images")
            judged[name] = collect(images, images.judged_batches(), progress=progress)
    return train, judged


def _ranking(images: ImageFeatures, weight: Any, bias: float) -> Ranking:
    logits = images.logits(weight, bias)
    found = intervals(images.labels, logits, belonging_together(images.entries))
    return Ranking(auc(images.labels, logits), found.get("auc"))


def _write(teacher: Teacher, head: FittedHead, found: FittedTeacher, target: Path) -> None:
    """The weights under the published keys, with what they were made of in their notes, read back before they count."""
    weights = OrderedDict(with_head(teacher.weights.state_dict, head))
    vars(weights)["_metadata"] = {METADATA_KEY: _notes(teacher, found)}

    def verify(path: Path) -> None:
        read = load_checkpoint(path).state_dict
        if any(not torch.equal(read[name], value) for name, value in weights.items()):
            raise CheckpointError(f"{path} does not hold what was written to it.", "Check the disk; it may be failing.")

    atomic_write(target, partial(_save, weights), verify=verify)


def _save(weights: OrderedDict[str, Tensor], file: Any) -> None:
    torch.save(weights, file)


def _notes(teacher: Teacher, found: FittedTeacher) -> dict[str, Any]:
    """How it is fed, and its provenance."""
    detector, given = teacher.detector, teacher.weights
    return {
        "filter": detector.filter_name,
        "filter_padding": detector.padding,
        "normalisation": detector.normalisation,
        "head_fitted": {
            "from_sha256": given.sha256,
            "images": found.images,
            "strength": found.strength,
            "before": {name: asdict(ranking) for name, ranking in found.before.items()},
            "after": {name: asdict(ranking) for name, ranking in found.after.items()},
            "version": __version__,
        },
    }

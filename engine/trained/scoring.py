"""Uses a finished checkpoint, student or teacher alike: figures on labelled images, scores of any images."""

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from pydantic import ValidationError
from torch import Tensor

from engine.control import RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.listing.left_out import LeftOutFiles, also_unreadable
from engine.data.scan.scan import LISTED, ImageEntry, scan_test
from engine.data.stores.array_cache import ArrayCache
from engine.errors import CheckpointError, Problem, SettingsError
from engine.evaluation.evaluate import Evaluation, Judge, answers, evaluate
from engine.evaluation.judgement import Judgement, noted_judgement
from engine.events import Emit, PicturesScored, Progress, ScoredPicture
from engine.events.progress import ReportProgress, progress_reporter
from engine.machine.device import choose_device
from engine.models.detector import PatchDetector
from engine.models.filters import FILTER_NAMES, NORMALISATION_NAMES
from engine.models.loading.recognition import LoadedWeights, build_detector, load_checkpoint
from engine.models.tiling import watched
from engine.number_words import exact
from engine.settings import DataSettings, MachineSettings, StudentSettings
from engine.settings.toml_file import load_settings
from engine.trained.named_images import images_in

FIRST, AT_ONCE = 2, 8  # images: the first are waited for, and large photographs take a tenth of a second each
NO_NAMES: Mapping[str, Sequence[Any]] = {}
_NAME_BOTH = "Name the folders, or the labels of the CSV, of both classes: --real camera --fake generated."


@dataclass(frozen=True, slots=True)
class Scorer:
    """A checkpoint that judges pictures of any size, with the view that it was trained on."""

    view: Mapping[str, Any]  # settings of DataSettings
    device: torch.device
    detector: PatchDetector
    pooling: StudentSettings
    weights: LoadedWeights
    judgement: Judgement  # what is made of a logit

    @property
    def threshold(self) -> float:
        """The logit above which a picture counts as fake."""
        return self.judgement.threshold

    @property
    def judge(self) -> Judge:
        """Its maps, and image logits (B,), of uint8 images (B, 3, H, W) on its device."""
        return Judge(self.detector, self.pooling)

    @torch.no_grad()
    def image_logits(self, images: Tensor) -> Tensor:
        """Image logits (B,) of uint8 images (B, 3, H, W) on its device, whatever their size."""
        return self.judge(images)

    @torch.no_grad()
    def judged(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Image logits (B,) and the maps (B, 1, h, w) that they come from, of the same."""
        maps = self.judge.map(images)
        return self.judge.pooled(maps), maps

    def loader(self, entries: Sequence[ImageEntry], control: RunControl, **settings: Any) -> ImageLoader:
        """The images as this checkpoint judges them, whole, to be gone through once: none is kept in memory."""
        data = DataSettings(**self.view, **settings).judging()
        least_side = self.detector.geometry.least_side
        return ImageLoader(entries, data, seed=0, control=control, cache=ArrayCache(0), least_side=least_side)


def load_scorer(
    weights: Path,
    filter_name: str | None = None,
    view: str | None = None,
    size: int | None = None,
    device: torch.device | None = None,
    normalisation: str | None = None,
) -> Scorer:
    """A checkpoint ready for use; what it does not note about itself is as published unless told.

    Raises CheckpointError where it is none, SettingsError for what is told or noted and cannot be.
    """
    _refuse_unknown("--filter", "input filter", filter_name, FILTER_NAMES)
    _refuse_unknown("--normalisation", "normalisation", normalisation, NORMALISATION_NAMES)
    loaded = load_checkpoint(weights)
    device = device or choose_device(MachineSettings())
    detector = build_detector(loaded, filter_name, normalisation).to(device)
    notes = loaded.metadata
    noted = {name: notes[name] for name in ("pooling", "topk_ratio", "topk_minimum") if name in notes}
    seen = {"view": view or notes.get("view", "resize"), "size": notes.get("size", 256) if size is None else size}
    try:
        DataSettings(**seen)
        pooling = StudentSettings(**noted)
    except ValidationError as error:
        wrong = error.errors()[0]
        problem = f"{wrong['loc'][0]} = {wrong['input']!r} cannot be used: {wrong['msg']}."
        raise SettingsError(
            [Problem("", problem, "Say how the images are to be seen with --size and --view.")]
        ) from None
    judgement = noted_judgement(weights.name, notes)
    return Scorer(seen, device, detector, pooling, loaded, judgement)


def judged_at(scorer: Scorer, threshold: float | None = None, false_alarms: float | None = None) -> Scorer:
    """The same scorer with another threshold: a logit, or the one that its file notes for a share of false alarms.

    Raises SettingsError where it notes none for that share.
    """
    if false_alarms is not None:
        noted = scorer.judgement.threshold_for(false_alarms)
        if noted is None:
            raise _not_noted(scorer, false_alarms)
        threshold = noted.threshold
    if threshold is None:
        return scorer
    return replace(scorer, judgement=replace(scorer.judgement, threshold=threshold))


def _not_noted(scorer: Scorer, rate: float) -> SettingsError:
    rates = ", ".join(exact(alarms.rate) for alarms in scorer.judgement.false_alarms)
    remedy = f"It notes some for {rates}: take one of these, or name a threshold (--threshold)."
    none = "It notes none: export it again with labelled images (--data), or name a threshold (--threshold)."
    message = f"The file notes no threshold for a share of false alarms of {exact(rate)}."
    return SettingsError([Problem("--false-alarms", message, remedy if rates else none)])


def evaluate_folder(
    scorer: Scorer, folder: Path, control: RunControl, emit: Emit, class_names: Mapping[str, Sequence[Any]] = NO_NAMES
) -> Evaluation:
    """Score every labelled image of a folder or CSV; DataError where there is none.

    ``class_names`` are real_names, fake_names and classes as DataSettings has them; SettingsError where they cannot be.
    """
    try:
        settings = DataSettings(
            **scorer.view, **{name: tuple(names) for name, names in class_names.items()}, test=(folder,)
        ).judging()
    except ValidationError as error:
        raise SettingsError([Problem("--real, --fake", error.errors()[0]["msg"], _NAME_BOTH)]) from None
    data = scan_test(settings, control, progress_reporter(emit, "scan"))
    emit(data.event())
    with closing(scorer.loader(data.test, control)) as loader:
        result = _evaluated(scorer, loader, progress_reporter(emit, "evaluation"))
        if met := loader.met_unreadable():
            emit(also_unreadable(data.event(), {"test": met}, LISTED))
    return result


def class_names_of_run(
    weights: Path, real: Sequence[str] | None = None, fake: Sequence[str] | None = None
) -> dict[str, Sequence[Any]]:
    """What the classes were called in the run whose student.pth this is, if it is of one; what is told goes before it.

    Where folders are told for a class, what the run chose for that class or for such folders counts no more.
    """
    told = {"real": real, "fake": fake}
    names: dict[str, Sequence[Any]] = {f"{kind}_names": given for kind, given in told.items() if given}
    if weights.name != "student.pth" or not weights.with_name("settings.toml").is_file():
        return names
    try:
        data = load_settings(weights.with_name("settings.toml")).data
    except SettingsError:
        return names
    called = {name.casefold() for given in told.values() for name in given or ()}
    classes = [
        (path, kind)
        for path, kind in data.classes
        if not told.get(kind) and path.rpartition("/")[2].casefold() not in called
    ]
    return {"real_names": data.real_names, "fake_names": data.fake_names, "classes": classes} | names


def scored_batches(scorer: Scorer, paths: Sequence[Path], control: RunControl) -> Iterator[PicturesScored]:
    """What is found of every image, a few at a time and as soon as it is known: nearly in their order.

    Those that cannot be read are among them. Raises CheckpointError at the end where answers were no finite numbers.
    """
    entries = [ImageEntry(path, 0, "all", "") for path in images_in(paths, control, LeftOutFiles())]
    done, total, answered = 0, len(entries), [np.zeros(0)]
    with watched(scorer.detector, control):
        for first, end, at_once in ((0, FIRST, FIRST), (FIRST, total, AT_ONCE)):
            for rows, logits in _scored(scorer, entries[first:end], first, at_once, control):
                done += len(rows)
                answered.append(logits)
                yield PicturesScored(pictures=tuple(rows), done=done, total=total)
    refuse_broken(np.concatenate(answered))


def _scored(
    scorer: Scorer, entries: Sequence[ImageEntry], first: int, at_once: int, control: RunControl
) -> Iterator[tuple[list[ScoredPicture], NDArray[np.float64]]]:
    """Rows of images, the first of which has the place ``first``, unreadable ones among them, and their logits."""
    place_of, told = {entry.path: place for place, entry in enumerate(entries, start=first)}, 0
    with closing(scorer.loader(entries, control, max_unreadable=1.0, batch_size=at_once)) as loader:
        for places, logits in answers(lambda batch: scorer.image_logits(batch.images.to(scorer.device)), loader):
            unread = _unread(loader, place_of, told)
            told += len(unread)
            rows = [_row(scorer, entries[i].path, first + i, x) for i, x in zip(places, logits.tolist(), strict=True)]
            yield rows + unread, logits
        if unread := _unread(loader, place_of, told):
            yield unread, np.zeros(0)


def score_images(scorer: Scorer, paths: Sequence[Path], control: RunControl, emit: Emit) -> list[ScoredPicture]:
    """What was found of every image, in their order; a few at a time are told as soon as they are known."""
    found: list[ScoredPicture] = []
    for event in scored_batches(scorer, paths, control):
        emit(event)
        control.check()
        emit(Progress(task="scoring", done=event.done, total=event.total))
        found += event.pictures
    return sorted(found, key=lambda picture: picture.place)


def _row(scorer: Scorer, path: Path, place: int, logit: float) -> ScoredPicture:
    if not math.isfinite(logit):
        return ScoredPicture(str(path), place, reason="the network's answer is no finite number")
    return ScoredPicture(str(path), place, logit, scorer.judgement.scale.probability(logit))


def _unread(loader: ImageLoader, place_of: Mapping[Path, int], told: int) -> list[ScoredPicture]:
    """Those that could not be read, but for the first, which were told; the loader's thread adds to them meanwhile."""
    new = list(loader.unreadable.items())[told:]
    return [ScoredPicture(str(path), place_of[path], reason=reason) for path, reason in new]


def _evaluated(scorer: Scorer, loader: ImageLoader, progress: ReportProgress) -> Evaluation:
    """Answers that are numbers; CheckpointError where weights that are numbers themselves give others."""
    found = evaluate(scorer.image_logits, loader, scorer.device, progress)
    refuse_broken(found.logits)
    return found


def refuse_broken(logits: NDArray[np.float64]) -> None:
    """Raise CheckpointError unless all answers are finite numbers."""
    broken = int((~np.isfinite(logits)).sum())
    if broken:
        raise CheckpointError(
            f"The network's answer is no finite number for {broken:,} of {len(logits):,} images: its weights are "
            "broken.",
            "Choose an earlier checkpoint of that training.",
        )


def _refuse_unknown(option: str, what: str, name: str | None, known: Sequence[str]) -> None:
    if name is not None and name not in known:
        raise SettingsError([Problem(option, f"There is no {what} {name}.", f"Take one of {', '.join(known)}.")])

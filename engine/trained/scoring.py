"""Uses a finished checkpoint, student or teacher alike: figures on labelled images, scores of any images."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from pydantic import ValidationError
from torch import Tensor

from engine.control import RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.scan.duplicates import RealFiles
from engine.data.scan.layouts import image_folders
from engine.data.scan.scan import ImageEntry, scan_test
from engine.data.stores.array_cache import ArrayCache
from engine.errors import CheckpointError, DataError, Problem, SettingsError
from engine.evaluation.evaluate import Evaluation, Judge, evaluate
from engine.events import Emit
from engine.events.progress import ReportProgress, progress_reporter
from engine.machine.device import choose_device
from engine.models.detector import PatchDetector
from engine.models.filters import FILTER_NAMES, NORMALISATION_NAMES
from engine.models.loading.recognition import LoadedWeights, build_detector, load_checkpoint
from engine.settings import DataSettings, MachineSettings, StudentSettings
from engine.settings.toml_file import load_settings

NO_NAMES: Mapping[str, Sequence[str]] = {}
_NAME_BOTH = "Name the folders, or the labels of the CSV, of both classes: --real camera --fake generated."


@dataclass(frozen=True, slots=True)
class Scorer:
    """A checkpoint that judges pictures of any size, with the view that it was trained on."""

    view: Mapping[str, Any]  # settings of DataSettings
    device: torch.device
    detector: PatchDetector
    pooling: StudentSettings
    weights: LoadedWeights
    threshold: float  # logit above which a picture counts as fake

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
    return Scorer(seen, device, detector, pooling, loaded, _noted_threshold(weights, notes))


def evaluate_folder(
    scorer: Scorer, folder: Path, control: RunControl, emit: Emit, class_names: Mapping[str, Sequence[str]] = NO_NAMES
) -> Evaluation:
    """Score every labelled image of a folder or CSV; DataError where there is none.

    ``class_names`` are real_names and fake_names as DataSettings has them; SettingsError where they cannot be.
    """
    try:
        settings = DataSettings(
            **scorer.view, **{name: tuple(names) for name, names in class_names.items()}, test=(folder,)
        ).judging()
    except ValidationError as error:
        raise SettingsError([Problem("--real, --fake", error.errors()[0]["msg"], _NAME_BOTH)]) from None
    data = scan_test(settings, control, progress_reporter(emit, "scan"))
    emit(data.event())
    return _evaluated(scorer, scorer.loader(data.test, control), progress_reporter(emit, "evaluation"))


def class_names_of_run(weights: Path) -> dict[str, Sequence[str]]:
    """What the classes were called in the run whose student.pth this is; nothing for weights from elsewhere."""
    if weights.name != "student.pth" or not weights.with_name("settings.toml").is_file():
        return {}
    try:
        data = load_settings(weights.with_name("settings.toml")).data
    except SettingsError:
        return {}
    return {"real_names": data.real_names, "fake_names": data.fake_names}


def named_images(paths: Sequence[Path], control: RunControl) -> tuple[list[Path], list[Path]]:
    """Pictures that are named, or lie in a folder that is: each file once, and the paths that name one again."""
    file_of, named = RealFiles(), dict[str, list[Path]]()
    for path in _images(paths, control):
        named.setdefault(file_of(os.path.abspath(path)), []).append(path)  # noqa: PTH100 (Path.absolute keeps "..")
    return [first for first, *_ in named.values()], [path for _, *again in named.values() for path in again]


def score_images(
    scorer: Scorer, paths: Sequence[Path], control: RunControl, emit: Emit
) -> tuple[list[tuple[Path, float]], dict[Path, str]]:
    """(path, logit) of every image that could be read, and the reason for every one that could not."""
    entries = [ImageEntry(path, 0, "all", "") for path in _images(paths, control)]
    loader = scorer.loader(entries, control, max_unreadable=1.0)
    result = _evaluated(scorer, loader, progress_reporter(emit, "scoring"))
    scored = [(entry.path, float(logit)) for entry, logit in zip(result.entries, result.logits, strict=True)]
    return scored, loader.unreadable


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


def _noted_threshold(weights: Path, notes: Mapping[str, Any]) -> float:
    """The threshold that the file notes about itself, or else 0."""
    noted = notes.get("threshold", 0.0)
    if not isinstance(noted, int | float) or not abs(noted) <= sys.float_info.max:
        raise CheckpointError(
            f"{weights.name} notes the threshold {noted!r}, which is no number: decisions by it would mean nothing.",
            "Export the student again, or choose another file of weights.",
        )
    return float(noted)


def _images(paths: Sequence[Path], control: RunControl) -> Iterator[Path]:
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises for a name that is too long)
            found = [folder.path / name for folder in image_folders(path, control) for name in folder.names]
            if not found:
                raise DataError(f"The folder {path} holds no picture.", "Choose the folder that the pictures are in.")
            yield from sorted(found)
        elif os.path.exists(path):  # noqa: PTH110 (the same)
            yield path
        else:
            pattern = "*" in path.name  # which the shells of Windows leave to the program
            remedy = "Name the folder that the pictures are in: * is no pattern here." if pattern else "Check the path."
            raise DataError(f"There is no image or folder {path}.", remedy)

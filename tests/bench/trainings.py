"""Trainings on one set of pictures, judged on sound and damaged test images; their figures are kept in a file."""

import hashlib
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from engine.control import RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.images.decoding import Pixels, decode
from engine.data.images.degradations import blurred, recompressed
from engine.data.listing.entries import ImageEntry
from engine.data.scan.scan import scan, scan_test
from engine.demo.images import DemoData
from engine.demo.training import LABELS_ONLY, demo_settings
from engine.evaluation.evaluate import Judge, evaluate
from engine.models.loading.recognition import load_detector
from engine.run.run import run
from engine.settings import RunSettings, StudentSettings
from engine.settings.toml_file import quoted
from engine.teacher.teacher import load_teacher
from tests.bench import replaced_system

QUALITY, SIGMA = 85, 0.7
DAMAGES: dict[str, Callable[[Pixels], Pixels]] = {
    "jpeg": lambda pixels: recompressed(pixels, QUALITY),
    "blurred": lambda pixels: recompressed(blurred(pixels, SIGMA), QUALITY),
}
VALIDATIONS = 20  # at most: the kept student is the best of them
REPLACED = "the replaced system"


@dataclass(frozen=True, slots=True)
class Figures:
    """AUC on validation images and on the unseen generator's: as they are, as JPEG again, blurred before that."""

    validation: float
    unseen: float
    jpeg: float
    blurred: float


@dataclass(frozen=True, slots=True)
class Training:
    """A training of the bench: what it changes in the demo's settings, its passes, seed and share of labels."""

    recipe: tuple[str, ...]
    epochs: int
    seed: int
    labels: float = 1.0

    @property
    def overrides(self) -> tuple[str, ...]:
        """As overrides; labels alone on few images take passes enough for as many steps as with all images."""
        passes = round(1 / self.labels) if self.alone else 1
        return (
            f"stage2.epochs={self.epochs * passes}",
            f"stage2.validate_every={passes * math.ceil(self.epochs / VALIDATIONS)}",
            f"stage2.warmup_epochs={passes}",
            f"seed={self.seed}",
            f"data.label_fraction={self.labels}",
            *self.recipe,
        )

    @property
    def alone(self) -> bool:
        """Whether it has no teacher."""
        return set(LABELS_ONLY) <= set(self.recipe)


class NotMeasuredError(LookupError):
    """Figures that are not there, where nothing is to be measured."""


class Kept:
    """Figures in a JSON-lines file, each with what was measured, so that a bench that was stopped goes on."""

    def __init__(self, path: Path, *, measures: bool = True) -> None:
        self.path, self.measures = path, measures
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self._found = {record["key"]: Figures(**record["figures"]) for record in map(json.loads, lines)}

    def figures(self, of: str, settings: str, measure: Callable[[], Figures]) -> Figures:
        """What was measured before with the same settings, else what is now; several processes may write.

        NotMeasuredError where it was not and shall not be.
        """
        key = hashlib.sha256(settings.encode()).hexdigest()[:16]
        if key not in self._found and not self.measures:
            raise NotMeasuredError(of)
        if key not in self._found:
            began = time.monotonic()
            found = self._found[key] = measure()
            record = {"of": of, "figures": asdict(found), "seconds": round(time.monotonic() - began), "key": key}
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(record) + "\n")
            print(f"{of}: {found}", file=sys.stderr, flush=True)
        return self._found[key]


class Bench:
    """One set of pictures with its teacher, in a work folder that keeps caches, damaged copies and figures."""

    def __init__(self, data: DemoData, work: Path, *, measures: bool = True) -> None:
        torch.set_num_threads(1)
        self.data, self.work, self.caches = data, work / data.folder.name, work / "caches"
        self.work.mkdir(parents=True, exist_ok=True)
        self.kept = Kept(self.work / "figures.jsonl", measures=measures)
        self.settings = demo_settings(data)
        scanned = scan(self.settings.data, 0, RunControl(), lambda _done, _total: None)
        self.train_images = scanned.train
        damaged = (self._damaged(scanned.test, name) for name in DAMAGES)
        self.judged_on = (scanned.validation, scanned.test, *damaged)

    def trained(self, training: Training) -> Figures:
        """The best student of a run of the engine."""
        teacher = "no teacher" if training.alone else self.data.teacher.stem
        decisive = _decisive(demo_settings(self.data, training.overrides))
        return self.kept.figures(
            f"{teacher} {' '.join(training.overrides)}", f"{teacher} {decisive}", lambda: self._run(training.overrides)
        )

    def told(self, of: str, overrides: Sequence[str]) -> Figures:
        """The best student of a run with these overrides; ``of`` names all that is told of images."""
        return self.kept.figures(
            of, f"{of} {_decisive(demo_settings(self.data, overrides))}", lambda: self._run(overrides)
        )

    def replaced(self, epochs: int, seed: int) -> Figures:
        """The replaced system with as many steps."""
        of = f"{REPLACED}, {epochs} epochs, seed {seed}"
        return self.kept.figures(of, of, lambda: self._replaced(epochs, seed))

    def teacher(self) -> Figures:
        """The teacher itself."""
        teacher = load_teacher(self.settings.teacher, torch.device("cpu"))
        return self.kept.figures(
            self.data.teacher.stem, self.data.teacher.stem, lambda: self._judge(teacher.image_logits)
        )

    def _judge(self, logits: Callable[[Tensor], Tensor]) -> Figures:
        """Figures of what gives image logits (B,) for uint8 images (B, 3, H, W)."""
        results = (
            evaluate(logits, self._loader(images), torch.device("cpu"), lambda _done, _total: None)
            for images in self.judged_on
        )
        return Figures(*(result.overall.auc or 0.0 for result in results))

    def _run(self, overrides: Sequence[str]) -> Figures:
        with tempfile.TemporaryDirectory() as folder:
            places = f"output.folder={quoted(Path(folder))}", f"machine.cache_folder={quoted(self.caches)}"
            settings = demo_settings(self.data, (*places, *overrides))
            result = run(settings, RunControl(), lambda _event: None)
            if result.error is not None or result.weights is None:
                raise SystemExit(f"{overrides}: {result.error}")
            return self._judge(Judge(load_detector(result.weights), settings.student))

    def _replaced(self, epochs: int, seed: int) -> Figures:
        teacher = load_teacher(self.settings.teacher, torch.device("cpu"))
        batches = list(self._loader(self.train_images).evaluation_batches())
        images, labels = torch.cat([b.images for b in batches]), torch.cat([b.labels for b in batches])
        maps = torch.cat([teacher.maps(batch.images) for batch in batches])
        steps = epochs * (len(images) // 16)
        student = replaced_system.train(images, labels, maps, torch.ones_like(labels), steps=steps, seed=seed)
        return self._judge(Judge(student, StudentSettings()))

    def _loader(self, images: Sequence[ImageEntry]) -> ImageLoader:
        return ImageLoader(images, self.settings.data, 0)

    def _damaged(self, images: Sequence[ImageEntry], name: str) -> Sequence[ImageEntry]:
        """Copies that were damaged once and lose nothing more."""
        folder = self.work / name
        if not folder.exists():
            aside = Path(tempfile.mkdtemp(dir=self.work))
            for image in images:
                path = aside / ("fake" if image.label else "real") / f"{image.path.stem}.png"
                path.parent.mkdir(exist_ok=True)
                Image.fromarray(DAMAGES[name](decode(image.path, 100))).save(path)
            aside.replace(folder)
        settings = self.settings.data.model_copy(update={"test": (folder,)})
        return scan_test(settings, RunControl(), lambda _done, _total: None).test


def _decisive(settings: RunSettings) -> str:
    """All settings that decide the figures, in text; not where files are."""
    places = {"data": {"train", "validation", "test", "unlabelled"}, "teacher": {"checkpoint"}}
    return settings.model_dump_json(exclude={**places, "output": True, "machine": True, "health": True})

"""Compares recipes on the demo's data with one budget: labels only, raw MSE, the replaced system's, and ours.

    python -m tests.bench.recipes [--seeds 3] [--epochs 8] [--few 0.1 0.02] [--only NAME ...]

Prints a Markdown table: mean and range over seeds of validation AUC, AUC on the unseen generator, validation AUC with
10 % and 2 % of the labels, distance to the teacher's maps (1 - correlation over cells, validation), and seconds.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from engine.control import RunControl
from engine.data.batches import ImageLoader, labelled_subset
from engine.data.scan import ImageEntry, ScannedData, scan
from engine.demo import demo_settings
from engine.demo_data import DemoData, build_demo_data
from engine.evaluate import evaluate, student_logits
from engine.figures import percent
from engine.geometry import align, alignment
from engine.losses import relation
from engine.models.detector import PatchDetector
from engine.models.loading import load_detector
from engine.run import run
from engine.settings import RunSettings
from engine.teacher import calibrate, collect_maps, load_teacher
from tests.bench import replaced_system

NO_EXTRAS = ("loss.relation_weight=0", "loss.variance_weight=0", "loss.saturation_weight=0")
RECIPES: dict[str, tuple[str, ...]] = {
    "labels only": ("loss.alpha_distill=0", "loss.alpha_task=1"),
    "raw MSE, Adam 2e-4 (paper)": (
        "loss.alpha_distill=1",
        "loss.alpha_task=0",
        "loss.use_kl_loss=false",
        "loss.enable_scale_matching=false",
        *NO_EXTRAS,
        "loss.gradient_clip_norm=0",
        "loss.gradient_clip_value=0",
        "stage1.enabled=false",
        "stage2.head_lr=2e-4",
        "stage2.backbone_lr=2e-4",
        "stage2.weight_decay=0",
        "stage2.schedule='constant'",
        "stage2.warmup_epochs=0",
    ),
    "conservative preset": ("preset='conservative'",),
    "ours (recommended preset)": (),
    "ours, fading once outrun": ("loss.distill_fade='outrun'",),
    "ours, never fading": ("loss.distill_fade='none'",),
    "ours, without the image term": ("loss.image_weight=0",),
}
REPLACED = "replaced system"
FEW_LABELS = (0.1, 0.02)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One training: AUCs, distance to the teacher's maps, seconds."""

    validation: float
    unseen: float
    distance: float
    seconds: float


class Bench:
    """The demo's data and teacher, scanned once."""

    def __init__(self, data: DemoData, epochs: int) -> None:
        self.data, self.epochs = data, epochs
        self.settings = demo_settings(data)
        self.device = torch.device("cpu")
        self.scanned: ScannedData = scan(self.settings.data, 0, RunControl(), lambda _done, _total: None)
        self.teacher = load_teacher(self.settings.teacher, self.device)
        calibrate(
            self.teacher,
            collect_maps(self.teacher, self.loader(self.scanned.train), self.device),
            self.settings.teacher,
        )

    def loader(self, entries: Sequence[ImageEntry]) -> ImageLoader:
        return ImageLoader(entries, self.settings.data, 0, self.teacher.geometry.stride)

    def judge(self, student: PatchDetector, settings: RunSettings, seconds: float) -> Outcome:
        logits = student_logits(student, settings.student)
        sets = [
            evaluate(logits, self.loader(e), self.device, lambda _d, _t: None)
            for e in (self.scanned.validation, self.scanned.test)
        ]
        validation, unseen = (result.overall.auc or 0.0 for result in sets)
        return Outcome(validation, unseen, self.distance(student), seconds)

    @torch.no_grad()
    def distance(self, student: PatchDetector) -> float:
        matching = alignment(student.geometry, self.teacher.geometry)
        values: list[float] = []
        for batch in self.loader(self.scanned.validation).evaluation_batches():
            target = self.teacher.targets(batch.images)
            values.append(
                float(relation(align(student(batch.images), matching, (target.shape[2], target.shape[3])), target))
            )
        return statistics.mean(values)

    def ours(self, overrides: Sequence[str], seed: int, labels: float) -> Outcome:
        """A run of the engine; without a teacher, few labels mean few images, so passes are added to keep the steps."""
        with tempfile.TemporaryDirectory() as folder:
            place = f"output.folder='{Path(folder).as_posix()}'"
            alone = "loss.alpha_distill=0" in overrides
            passes = round(1 / labels) if alone else 1
            settings = demo_settings(
                self.data,
                (
                    place,
                    f"stage2.epochs={self.epochs * passes}",
                    f"stage2.validate_every={passes}",
                    f"stage2.warmup_epochs={passes}",
                    f"seed={seed}",
                    f"data.label_fraction={labels}",
                    *overrides,
                ),
            )
            result = run(settings, RunControl(), lambda _event: None)
            if result.error is not None or result.weights is None:
                raise SystemExit(f"{overrides}: {result.error}")
            return self.judge(load_detector(result.weights), settings, result.seconds)

    def replaced(self, seed: int, labels: float) -> Outcome:
        images, truth, maps = self.tensors()
        labelled = torch.from_numpy(labelled_subset(truth.numpy(), labels, seed))
        before = time.perf_counter()
        steps = self.epochs * (len(images) // 16)
        student = replaced_system.train(images, truth, maps, labelled, steps=steps, seed=seed)
        return self.judge(student, self.settings, time.perf_counter() - before)

    def tensors(self) -> tuple[Tensor, Tensor, Tensor]:
        """Training images, labels and raw teacher maps, whole."""
        batches = list(self.loader(self.scanned.train).evaluation_batches())
        maps = torch.cat([self.teacher.maps(batch.images) for batch in batches])
        return torch.cat([b.images for b in batches]), torch.cat([b.labels for b in batches]), maps


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--few", type=float, nargs="*", default=list(FEW_LABELS), help="shares of labels to try too")
    parser.add_argument("--only", nargs="*", default=[])
    arguments = parser.parse_args()
    bench = Bench(build_demo_data(), arguments.epochs)
    few_titles = [f"{percent(share)} labels" for share in arguments.few]
    titles = ("recipe", "validation", "unseen generator", *few_titles, "distance", "seconds")
    print(f"| {' | '.join(titles)} |\n{'|---' * len(titles)}|", flush=True)
    for name in (*RECIPES, REPLACED):
        if arguments.only and name not in arguments.only:
            continue
        full, *few = (
            [_train(bench, name, seed, share) for seed in range(arguments.seeds)] for share in (1.0, *arguments.few)
        )
        cells = [
            _cell([o.validation for o in full]),
            _cell([o.unseen for o in full]),
            *(_cell([o.validation for o in outcomes]) for outcomes in few),
            f"{statistics.mean(o.distance for o in full):.3f}",
            f"{statistics.mean(o.seconds for o in full):.0f}",
        ]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def _train(bench: Bench, name: str, seed: int, labels: float) -> Outcome:
    return bench.replaced(seed, labels) if name == REPLACED else bench.ours(RECIPES[name], seed, labels)


def _cell(values: list[float]) -> str:
    return f"{statistics.mean(values):.4f} ({min(values):.4f}-{max(values):.4f})"


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "2")
    main()

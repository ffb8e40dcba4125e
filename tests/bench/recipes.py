"""Compares recipes on the demo's data with one budget: labels only, raw MSE, the replaced system's, and ours.

    python -m tests.bench.recipes [--seeds 5] [--first-seed 3] [--epochs 8] [--only NAME ...] [--write]

Prints a Markdown table: mean and range over seeds of validation AUC, AUC on the unseen generator, validation AUC with
10 % and 2 % of the labels, and distance to the teacher's maps (1 - correlation over cells, validation). As many
trainings run beside each other as there are cores, each in one thread. The defaults of the program were chosen with
seeds 0 to 2, so the table is made with others.
"""

import argparse
import multiprocessing
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from engine.control import RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.scan.scan import ImageEntry, ScannedData, scan
from engine.demo.images import DemoData, build_demo_data
from engine.demo.training import LABELS_ONLY, demo_settings
from engine.evaluation.evaluate import evaluate, student_logits
from engine.models.detector import PatchDetector
from engine.models.geometry import align, alignment
from engine.models.recognition import load_detector
from engine.number_words import percent
from engine.run.run import run
from engine.settings import RunSettings
from engine.teacher.check import calibrate, collect_maps
from engine.teacher.teacher import load_teacher
from engine.training.losses import relation
from tests.bench import replaced_system
from tests.bench.readme import write_table

FEW_LABELS = (0.1, 0.02)
SPAWN = multiprocessing.get_context("spawn")  # torch computes in threads, which a fork would lose
NO_EXTRAS = ("loss.relation_weight=0", "loss.variance_weight=0", "loss.saturation_weight=0")
SLOWER = ("stage2.head_lr=5e-3", "stage2.backbone_lr=5e-3")


@dataclass(frozen=True, slots=True)
class Recipe:
    """A row: its learning rate, what it changes in the demo's settings, and whether few labels are tried."""

    rate: str
    overrides: tuple[str, ...] = ()
    few: bool = True


RECIPES = {
    "labels only": Recipe("1e-2", LABELS_ONLY),
    "**ours, fading by a cosine (recommended)**": Recipe("1e-2"),
    "ours, fading once the teacher is outrun": Recipe("1e-2", ("loss.distill_fade='outrun'",)),
    "ours, never fading": Recipe("1e-2", ("loss.distill_fade='none'",)),
    "ours without the image term": Recipe("1e-2", ("loss.image_weight=0",)),
    "labels only, half the rate": Recipe("5e-3", (*LABELS_ONLY, *SLOWER)),
    "ours, half the rate": Recipe("5e-3", SLOWER),
    "raw MSE, Adam 2e-4 (the paper's)": Recipe(
        "2e-4",
        (
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
        few=False,
    ),
    "conservative preset, from random weights": Recipe("5e-6", ("preset='conservative'",), few=False),
    "the replaced system": Recipe("5e-6", few=False),
}
REPLACED = "the replaced system"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One training: AUCs and distance to the teacher's maps."""

    validation: float
    unseen: float
    distance: float


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

    def train(self, name: str, seed: int, labels: float) -> Outcome:
        return self.replaced(seed) if name == REPLACED else self.ours(RECIPES[name].overrides, seed, labels)

    def judge(self, student: PatchDetector, settings: RunSettings) -> Outcome:
        logits = student_logits(student, settings.student)
        sets = [
            evaluate(logits, self.loader(e), self.device, lambda _d, _t: None)
            for e in (self.scanned.validation, self.scanned.test)
        ]
        validation, unseen = (result.overall.auc or 0.0 for result in sets)
        return Outcome(validation, unseen, self.distance(student))

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
            return self.judge(load_detector(result.weights), settings)

    def replaced(self, seed: int) -> Outcome:
        images, truth, maps = self.tensors()
        steps = self.epochs * (len(images) // 16)
        labelled = torch.ones_like(truth)
        return self.judge(replaced_system.train(images, truth, maps, labelled, steps=steps, seed=seed), self.settings)

    def tensors(self) -> tuple[Tensor, Tensor, Tensor]:
        """Training images, labels and raw teacher maps, whole."""
        batches = list(self.loader(self.scanned.train).evaluation_batches())
        maps = torch.cat([self.teacher.maps(batch.images) for batch in batches])
        return torch.cat([b.images for b in batches]), torch.cat([b.labels for b in batches]), maps


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--only", nargs="*", choices=RECIPES, default=list(RECIPES), metavar="NAME")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    arguments = parser.parse_args()
    seeds = range(arguments.first_seed, arguments.first_seed + arguments.seeds)
    data = build_demo_data()
    with ProcessPoolExecutor(initializer=_prepare, initargs=(data, arguments.epochs), mp_context=SPAWN) as pool:
        rows = {name: _columns(pool, name, seeds) for name in arguments.only}
        text = table({name: [[job.result() for job in jobs] for jobs in columns] for name, columns in rows.items()})
    print(text)
    if arguments.write:
        write_table("recipes", text)


def _columns(pool: ProcessPoolExecutor, name: str, seeds: range) -> list[list[Future[Outcome]]]:
    shares = (1.0, *FEW_LABELS) if RECIPES[name].few else (1.0,)
    return [[pool.submit(_train, name, seed, share) for seed in seeds] for share in shares]


def _prepare(data: DemoData, epochs: int) -> None:
    torch.set_num_threads(1)
    _Own.bench = Bench(data, epochs)


class _Own:
    """What a process prepares once for all its trainings."""

    bench: Bench


def _train(name: str, seed: int, labels: float) -> Outcome:
    outcome = _Own.bench.train(name, seed, labels)
    print(f"{name}, seed {seed}, {percent(labels)} labels: {outcome}", file=sys.stderr, flush=True)
    return outcome


def table(rows: Mapping[str, Sequence[Sequence[Outcome]]]) -> str:
    """A Markdown row for each recipe, from its outcomes by share of labels and seed."""
    few_titles = [f"{percent(share)} labels" for share in FEW_LABELS]
    titles = ("recipe", "learning rate", "validation", "unseen generator", *few_titles, "distance")
    return "\n".join((f"| {' | '.join(titles)} |", "|---" * len(titles) + "|", *(_row(*row) for row in rows.items())))


def _row(name: str, columns: Sequence[Sequence[Outcome]]) -> str:
    full, *few = columns
    cells = [_cell([o.validation for o in full]), _cell([o.unseen for o in full])]
    cells += [_cell([o.validation for o in outcomes]) for outcomes in few] or [""] * len(FEW_LABELS)
    return f"| {name} | {RECIPES[name].rate} | {' | '.join(cells)} | {statistics.mean(o.distance for o in full):.3f} |"


def _cell(values: list[float]) -> str:
    return f"{statistics.mean(values):.4f} ({min(values):.4f}-{max(values):.4f})"


if __name__ == "__main__":
    main()

"""The ways of training that are measured against each other: each takes a prepared folder and gives its figures."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import torch
from torch import Tensor
from torch.nn import functional

from engine.allocator import keep_freed_memory
from engine.control import RunControl
from engine.data.images import decode
from engine.events import Event, Progress, StepDone
from engine.geometry import align, alignment
from engine.losses import DistillationLoss
from engine.models.detector import PatchDetector
from engine.models.folding import folded
from engine.models.ladeda import LaDeDa
from engine.models.loading import build_detector, load_checkpoint
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.run import run
from engine.settings import LossSettings, Stage2Settings, StudentSettings
from engine.settings_file import load_settings, quoted
from engine.stages import clip_gradients, make_optimiser
from engine.teacher import Teacher
from tests.bench.plain import plain_map

SIDE, BATCH = 256, 16
LABELS = torch.tensor([0.0, 1.0] * (BATCH // 2))
Patches = Callable[[PatchDetector, Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class Measured:
    """Images per second by the median step, peak memory of the process, and the share of time by part."""

    images_per_s: float
    peak_mib: float
    shares: dict[str, float]


@dataclass(slots=True)
class Clock:
    """Times of steps, and what named parts take of them; a part inside another counts for the outer one."""

    steps: list[float] = field(default_factory=list)
    parts: dict[str, float] = field(default_factory=dict)
    _now: dict[str, float] = field(default_factory=dict)
    _inside: bool = False
    _since: float = field(default_factory=time.perf_counter)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Whatever happens inside belongs to ``name``."""
        outer, self._inside = self._inside, True
        before = time.perf_counter()
        try:
            yield
        finally:
            self._inside = outer
            if not outer:
                self._now[name] = self._now.get(name, 0.0) + time.perf_counter() - before

    def watch(self, owner: Any, function: str, part: str) -> None:
        """From now on, every call of the owner's function belongs to ``part``."""
        original = getattr(owner, function)

        def timed(*arguments: Any, **named: Any) -> Any:
            with self.part(part):
                return original(*arguments, **named)

        setattr(owner, function, timed)

    def step(self, *, counts: bool = True) -> None:
        """A step ends here, and the next one begins; one that does not count leaves no trace."""
        now = time.perf_counter()
        if counts:
            self.steps.append(now - self._since)
            for name, seconds in self._now.items():
                self.parts[name] = self.parts.get(name, 0.0) + seconds
        self._now, self._since = {}, now

    def measured(self, images: int = BATCH) -> Measured:
        """The figures of steps of so many images."""
        total = sum(self.steps)
        shares = {name: seconds / total for name, seconds in self.parts.items()}
        rest = max(0.0, 1 - sum(shares.values()))
        return Measured(images / statistics.median(self.steps), _peak_mib(), shares | {"other": rest})


class StudentStep:
    """Forward, loss, backward, clipping and optimiser, by the default settings."""

    def __init__(self, patches: Patches, clock: Clock) -> None:
        torch.manual_seed(0)
        self.detector = PatchDetector(TinyLaDeDa(), "right_diag").train()
        self.loss = DistillationLoss(LossSettings(), StudentSettings())
        self.optimiser = make_optimiser(self.detector.network, Stage2Settings())
        self.matching = alignment(self.detector.geometry, LaDeDa(9, 4, (1, 1, 1, 1)).geometry)
        self.patches, self.clock = patches, clock

    def __call__(self, images: Tensor, target: Tensor) -> None:
        self.optimiser.zero_grad(set_to_none=True)
        with self.clock.part("student"):
            patch_logits = self.patches(self.detector, images)
        with self.clock.part("loss"):
            aligned = align(patch_logits, self.matching, (target.shape[2], target.shape[3]))
            total = self.loss(patch_logits, aligned, target, LABELS, torch.ones(BATCH)).total
        with self.clock.part("student"):
            torch.autograd.backward(total)
        clip_gradients(list(self.detector.network.parameters()), 1.0, 0.5)
        self.optimiser.step()


def our_map(detector: PatchDetector, images: Tensor) -> Tensor:
    """Patch logits as the program computes them."""
    logits: Tensor = detector(images)
    return logits


def replaced_loop(folder: Path) -> Measured:
    """Every step decodes its images and asks the teacher again, in the plain layout."""
    clock, teacher, files = Clock(), _teacher(folder), files_of(folder)
    step = StudentStep(plain_map, clock)
    clock.step(counts=False)
    for number in range(2):
        with clock.part("images"):
            images = pixels_of(files[number * BATCH : (number + 1) * BATCH])
        with clock.part("teacher"), torch.no_grad():
            target = plain_map(teacher, images).clamp(-6, 6)
        step(images, target)
        clock.step()
    return clock.measured()


def two_steps_first(folder: Path) -> Measured:
    """The paper's first step: all patches of a batch's images cut out and written, and the teacher's logit of each."""
    clock, teacher = Clock(), _teacher(folder)
    clock.step(counts=False)
    with clock.part("images"):
        images = pixels_of(files_of(folder)[:BATCH])
        cut = images.unfold(2, 9, 8).unfold(3, 9, 8).permute(0, 2, 3, 1, 4, 5).reshape(-1, 3, 9, 9)
        np.save(folder / "patches.npy", cut.numpy())
    with clock.part("teacher"), torch.no_grad():
        np.save(folder / "logits.npy", plain_map(teacher, images).flatten().numpy())
    clock.step()
    return clock.measured()


def two_steps_second(folder: Path) -> Measured:
    """The paper's second step: the student learns from the patches and logits in the files, mean squares with Adam."""
    detector, clock = PatchDetector(TinyLaDeDa(), "right_diag").train(), Clock()
    optimiser = torch.optim.Adam(detector.parameters(), lr=2e-4)
    for number in range(6):
        with clock.part("images"):
            patches, logits = (
                torch.from_numpy(np.load(folder / name, mmap_mode="r").copy()) for name in ("patches.npy", "logits.npy")
            )
        optimiser.zero_grad()
        with clock.part("student"):
            predicted = plain_map(detector, patches).mean((1, 2, 3))
        with clock.part("loss"):
            loss = functional.mse_loss(predicted, logits)
        with clock.part("student"):
            torch.autograd.backward(loss)
        optimiser.step()
        clock.step(counts=number > 0)
    return clock.measured()


def ours(folder: Path) -> Measured:
    """A run of the program itself on its own caches: all steps inside an epoch, from the second epoch on."""
    epochs = 8
    settings = load_settings(
        None,
        (
            f"data.train={quoted(folder / 'data')}",
            f"teacher.checkpoint={quoted(folder / 'teacher.pth')}",
            f"output.folder={quoted(folder)}",
            f"machine.cache_folder={quoted(folder / 'caches')}",
            'machine.device="cpu"',
            f"data.size={SIDE}",
            f"data.batch_size={BATCH}",
            f"stage2.epochs={epochs}",
            f"stage2.validate_every={epochs}",
            "teacher.accept_weak=true",
            "teacher.calibration_images=16",
            "student.statistics_batches=1",
            "stage1.enabled=false",
        ),
    )
    clock, waited, epoch = Clock(), [0.0], 0
    clock.watch(Teacher, "targets", "teacher")
    clock.watch(PatchDetector, "forward", "student")
    clock.watch(torch.autograd, "backward", "student")
    clock.watch(DistillationLoss, "__call__", "loss")

    def emit(event: Event) -> None:
        nonlocal epoch
        if isinstance(event, Progress) and event.task == "epoch":
            epoch += event.done == 1
            clock.step(counts=event.done > 1 and epoch > 1)
        elif isinstance(event, StepDone) and event.epoch > 1:
            waited.append(event.data_share)

    result = run(settings, RunControl(), emit)
    if result.error is not None:
        raise SystemExit(str(result.error))
    found = clock.measured()
    images = min(statistics.mean(waited), found.shares["other"])
    shares = {"images": images} | found.shares | {"other": found.shares["other"] - images}
    return Measured(found.images_per_s, found.peak_mib, shares)


def student_alone(patches: Patches, steps: int, folder: Path, *, keep_memory: bool) -> Measured:
    """The student's step on one batch that lies in memory; a run keeps what is freed, a plain process does not."""
    if keep_memory:
        keep_freed_memory()
    images, target, clock = pixels_of(files_of(folder)[:BATCH]), torch.randn(BATCH, 1, 31, 31), Clock()
    step = StudentStep(patches, clock)
    for number in range(steps + 1):
        step(images, target)
        clock.step(counts=number > 0)
    return clock.measured()


def teacher_alone(folder: Path, *, fast: bool) -> Measured:
    """The teacher's maps of images in memory: plain in one batch, or folded one by one as the first pass asks."""
    teacher, clock, images = _teacher(folder), Clock(), pixels_of(files_of(folder)[:4])
    if fast:
        teacher = PatchDetector(folded(teacher.network), teacher.filter_name).eval()
    for number in range(4):
        with torch.no_grad(), clock.part("teacher"):
            for group in torch.split(images, 1 if fast else 4):
                (our_map if fast else plain_map)(teacher, group)
        clock.step(counts=number > 0)
    return clock.measured(len(images))


def _teacher(folder: Path) -> PatchDetector:
    return build_detector(load_checkpoint(folder / "teacher.pth")).eval().requires_grad_(False)


def files_of(folder: Path) -> list[Path]:
    return sorted((folder / "data" / "train").rglob("*.jpg"))


def pixels_of(files: list[Path]) -> Tensor:
    """Decoded images as uint8 (B, 3, H, W)."""
    return torch.from_numpy(np.stack([decode(file, 100) for file in files])).permute(0, 3, 1, 2).contiguous()


def _peak_mib() -> float:
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset / 2**20)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

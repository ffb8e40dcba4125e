"""The ways of training that are measured against each other: each takes a prepared folder and gives its figures."""

import statistics
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from engine.control import RunControl
from engine.data.images.decoding import decode
from engine.events import Event, Progress, StepDone
from engine.machine.allocator import keep_freed_memory
from engine.machine.device import choose_device
from engine.machine.processes import ALONE
from engine.models.detector import PatchDetector
from engine.models.geometry import align, alignment
from engine.models.ladeda import LaDeDa
from engine.models.loading.recognition import build_detector, load_checkpoint
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.run.run import run
from engine.settings import LossSettings, MachineSettings, Stage2Settings, StudentSettings, TeacherSettings
from engine.settings.toml_file import load_settings, quoted
from engine.teacher.teacher import Teacher, load_teacher
from engine.training.batch_loss import BatchArithmetic, BatchInputs
from engine.training.losses import DistillationLoss
from engine.training.optimiser import make_optimiser
from engine.training.step_graph import StepGraphs
from tests.bench.clock import Clock, Measured
from tests.bench.plain import plain_map
from tests.engine.helpers.gradients import clip_gradients

SIDE, BATCH = 256, 16
BOUNDS = 1.0, 0.5  # of each gradient, and of their norm
LABELS = torch.tensor([0.0, 1.0] * (BATCH // 2))
Patches = Callable[[PatchDetector, Tensor], Tensor]


class StudentStep:
    """Forward, loss, backward, clipping and optimiser, by the default settings; one CUDA graph where it is wanted."""

    def __init__(self, patches: Patches, clock: Clock, *, graphs: bool = False) -> None:
        torch.manual_seed(0)
        self.detector = PatchDetector(TinyLaDeDa(), "right_diag").to(clock.device).train()
        self.loss = DistillationLoss(LossSettings(), StudentSettings())
        self.optimiser = make_optimiser(self.detector.network, Stage2Settings())
        self.matching = alignment(self.detector.geometry, LaDeDa(9, 4, (1, 1, 1, 1)).geometry)
        self.patches, self.clock = patches, clock
        self.labels, self.labelled = LABELS.to(clock.device), torch.ones(BATCH, dtype=torch.bool, device=clock.device)
        arithmetic = BatchArithmetic(self.detector, self.loss, self.matching, ALONE, half=False)
        self.graphs = StepGraphs(arithmetic, self.detector.network, wanted=graphs)

    def __call__(self, images: Tensor, target: Tensor) -> None:
        self.optimiser.zero_grad(set_to_none=True)
        inputs = BatchInputs(images, self.labels, self.labelled, target)
        with self.clock.part("student"):
            played = self.graphs(inputs, self.loss.weights(1.0, with_teacher=True), BOUNDS)
        if played is None:
            self._differentiate(images, target)
            clip_gradients(self.detector.network.parameters(), *BOUNDS)
        else:
            played.norms.tolist()  # a run waits for them, too
        self.optimiser.step()

    def _differentiate(self, images: Tensor, target: Tensor) -> None:
        with self.clock.part("student"):
            patch_logits = self.patches(self.detector, images)
        with self.clock.part("loss"):
            aligned = align(patch_logits, self.matching, (target.shape[2], target.shape[3]))
            total = self.loss(patch_logits, aligned, target, self.labels, self.labelled).total
        with self.clock.part("student"):
            torch.autograd.backward(total)


def our_map(detector: PatchDetector, images: Tensor) -> Tensor:
    """Patch logits as the program computes them."""
    logits: Tensor = detector(images)
    return logits


def replaced_loop(folder: Path, device: torch.device) -> Measured:
    """Every step decodes its images and asks the teacher again, in the plain layout."""
    clock, teacher, files = Clock(device), _teacher(folder).to(device), files_of(folder)
    step = StudentStep(plain_map, clock)
    first = unmeasured(device)
    clock.step(counts=False)
    for number in range(first + 2):
        with clock.part("images"):
            images = pixels_of(files[number % 2 * BATCH :][:BATCH]).to(device)
        with clock.part("teacher"), torch.no_grad():
            target = plain_map(teacher, images).clamp(-6, 6)
        step(images, target)
        clock.step(counts=number >= first)
    return clock.measured(BATCH)


def two_steps_first(folder: Path, device: torch.device) -> Measured:
    """The paper's first step: all patches of a batch's images cut out and written, and the teacher's logit of each."""
    clock, teacher = Clock(device), _teacher(folder).to(device)
    first = unmeasured(device)
    clock.step(counts=False)
    for number in range(first + 1):
        with clock.part("images"):
            images = pixels_of(files_of(folder)[:BATCH])
            cut = images.unfold(2, 9, 8).unfold(3, 9, 8).permute(0, 2, 3, 1, 4, 5).reshape(-1, 3, 9, 9)
            np.save(folder / "patches.npy", cut.numpy())
        with clock.part("teacher"), torch.no_grad():
            np.save(folder / "logits.npy", plain_map(teacher, images.to(device)).flatten().cpu().numpy())
        clock.step(counts=number >= first)
    return clock.measured(BATCH)


def two_steps_second(folder: Path, device: torch.device) -> Measured:
    """The paper's second step: the student learns from the patches and logits in the files, mean squares with Adam."""
    detector, clock = PatchDetector(TinyLaDeDa(), "right_diag").to(device).train(), Clock(device)
    optimiser = torch.optim.Adam(detector.parameters(), lr=2e-4)
    for number in range(6):
        with clock.part("images"):
            patches, logits = (
                torch.from_numpy(np.load(folder / name, mmap_mode="r").copy()).to(device)
                for name in ("patches.npy", "logits.npy")
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
    return clock.measured(BATCH)


def ours(folder: Path, device: torch.device, *, overrides: tuple[str, ...] = (), from_epoch: int = 2) -> Measured:
    """A run of the program itself on its own caches: all steps inside an epoch, from the second epoch on."""
    epochs = 8
    settings = load_settings(
        None,
        (
            f"data.train={quoted(folder / 'data')}",
            f"teacher.checkpoint={quoted(folder / 'teacher.pth')}",
            f"output.folder={quoted(folder)}",
            f"machine.cache_folder={quoted(folder / 'caches')}",
            f"machine.device={device.type}",
            f"data.size={SIDE}",
            f"data.batch_size={BATCH}",
            f"stage2.epochs={epochs}",
            f"stage2.validate_every={epochs}",
            "teacher.accept_weak=true",
            "teacher.calibration_images=16",
            "student.statistics_batches=1",
            "stage1.enabled=false",
            *overrides,
        ),
    )
    clock, waited, epoch = Clock(device), [0.0], 0
    clock.watch(Teacher, "targets", "teacher")
    clock.watch(PatchDetector, "forward", "student")
    clock.watch(torch.autograd, "backward", "student")
    clock.watch(StepGraphs, "__call__", "student")
    clock.watch(DistillationLoss, "parts", "loss")

    def emit(event: Event) -> None:
        nonlocal epoch
        if isinstance(event, Progress) and event.task == "epoch":
            epoch += event.done == 1
            clock.step(counts=event.done > 1 and epoch >= from_epoch)
        elif isinstance(event, StepDone) and event.epoch >= from_epoch:
            waited.append(event.data_share)

    result = run(settings, RunControl(), emit)
    if result.error is not None:
        raise SystemExit(str(result.error))
    found = clock.measured(BATCH)
    images = min(statistics.mean(waited), found.shares["other"])
    shares = {"images": images} | found.shares | {"other": found.shares["other"] - images}
    return replace(found, shares=shares)


def student_alone(
    patches: Patches, steps: int, folder: Path, device: torch.device, *, keep_memory: bool, graphs: bool = False
) -> Measured:
    """The student's step on one batch that lies in memory; a run keeps what is freed, a plain process does not."""
    if keep_memory:
        keep_freed_memory()
    images, target = pixels_of(files_of(folder)[:BATCH]).to(device), torch.randn(BATCH, 1, 31, 31).to(device)
    if patches is our_map:
        images = images.contiguous(memory_format=torch.channels_last)  # as a run's batches are
    clock = Clock(device)
    step = StudentStep(patches, clock, graphs=graphs and device.type == "cuda")
    first = 1 + unmeasured(device)
    for number in range(first + steps):
        step(images, target)
        clock.step(counts=number >= first)
    return clock.measured(BATCH)


def teacher_alone(folder: Path, device: torch.device, *, fast: bool) -> Measured:
    """The teacher's maps of images in memory: plain, in float32, or as the first pass asks it (one by one on a CPU)."""
    images = pixels_of(files_of(folder)[: 4 if device.type == "cpu" else BATCH]).to(device)
    clock = Clock(device)
    ask = _as_first_pass(folder, device) if fast else partial(plain_map, _teacher(folder).to(device))
    if not fast:
        torch.backends.cudnn.allow_tf32 = False
    for number in range(4):
        with torch.no_grad(), clock.part("teacher"):
            for group in torch.split(images, 1 if fast and device.type == "cpu" else len(images)):
                ask(group)
        clock.step(counts=number > 0)
    return clock.measured(len(images))


def unmeasured(device: torch.device) -> int:
    """How many steps come before those that count: a GPU's first ones load its kernels."""
    return 0 if device.type == "cpu" else 5


def _as_first_pass(folder: Path, device: torch.device) -> Callable[[Tensor], Tensor]:
    settings = TeacherSettings(checkpoint=folder / "teacher.pth")
    return load_teacher(settings, choose_device(MachineSettings(device=device.type))).maps


def _teacher(folder: Path) -> PatchDetector:
    return build_detector(load_checkpoint(folder / "teacher.pth")).eval().requires_grad_(False)


def files_of(folder: Path) -> list[Path]:
    return sorted((folder / "data" / "train").rglob("*.jpg"))


def pixels_of(files: list[Path]) -> Tensor:
    """Decoded images as uint8 (B, 3, H, W)."""
    return torch.from_numpy(np.stack([decode(file, 100) for file in files])).permute(0, 3, 1, 2).contiguous()

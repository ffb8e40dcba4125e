"""Measures how fast each way of training goes on the same images, and writes the table into the README.

    python -m tests.bench.speed [--images 48] [--epochs 6] [--write]

Every way runs in a process of its own, so that peak memory is its own. LaDeDa9 at full width, 256 x 256, batch 16.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from engine.control import RunControl
from engine.data.images import decode
from engine.events import Event, StepDone
from engine.geometry import align, alignment
from engine.losses import DistillationLoss
from engine.models.detector import PatchDetector
from engine.models.folding import folded
from engine.models.ladeda import LaDeDa
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.run import run
from engine.settings import LossSettings, Stage2Settings, StudentSettings
from engine.settings_file import load_settings, quoted
from engine.stages import clip_gradients, make_optimiser
from tests.bench.plain import plain_map

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- speed -->", "<!-- /speed -->"
SIDE, BATCH = 256, 16
Patches = Callable[[PatchDetector, Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class Measured:
    """Images per second, peak memory of the process, and the share of time by part."""

    images_per_s: float
    peak_mib: float
    shares: str = ""


class Parts:
    """Adds up the time that named parts take."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def end(self, name: str) -> None:
        """What went by since the last end belongs to ``name``."""
        now = time.perf_counter()
        self.seconds[name] = self.seconds.get(name, 0.0) + now - self._last
        self._last = now

    def result(self, images: int) -> Measured:
        total = sum(self.seconds.values())
        shares = ", ".join(f"{name} {100 * seconds / total:.0f} %" for name, seconds in self.seconds.items())
        return Measured(images / total, peak_mib(), shares)


class StudentStep:
    """Forward, loss, backward, clipping and optimiser of the recommended recipe."""

    def __init__(self, patches: Patches) -> None:
        torch.manual_seed(0)
        self.detector = PatchDetector(TinyLaDeDa(), "right_diag").train()
        self.loss = DistillationLoss(LossSettings(), StudentSettings())
        self.optimiser = make_optimiser(self.detector.network, Stage2Settings())
        self.matching = alignment(self.detector.geometry, LaDeDa(9, 4, (1, 1, 1, 1)).geometry)
        self.patches = patches

    def __call__(self, images: Tensor, target: Tensor, labels: Tensor) -> None:
        self.optimiser.zero_grad(set_to_none=True)
        patch_logits = self.patches(self.detector, images)
        aligned = align(patch_logits, self.matching, (target.shape[2], target.shape[3]))
        total = self.loss(patch_logits, aligned, target, labels, torch.ones(len(labels))).total
        total.backward()  # type: ignore[no-untyped-call]
        clip_gradients(list(self.detector.network.parameters()), 1.0, 0.5)
        self.optimiser.step()


def ours_map(detector: PatchDetector, images: Tensor) -> Tensor:
    logits: Tensor = detector(images)
    return logits


def teacher_of(folder: Path) -> PatchDetector:
    network = LaDeDa()
    network.load_state_dict(torch.load(folder / "teacher.pth", weights_only=True))
    return PatchDetector(network, "NPR").eval().requires_grad_(False)


def files_of(folder: Path) -> list[Path]:
    return sorted((folder / "data" / "train").rglob("*.jpg"))


def pixels_of(files: list[Path]) -> Tensor:
    return torch.from_numpy(np.stack([decode(file, 100) for file in files])).permute(0, 3, 1, 2).contiguous()


def student_in_memory(patches: Patches, folder: Path, steps: int) -> Measured:
    images, labels, target = (
        pixels_of(files_of(folder)[:BATCH]),
        torch.tensor([0.0, 1.0] * 8),
        torch.randn(BATCH, 1, 31, 31),
    )
    step = StudentStep(patches)
    step(images, target, labels)
    fastest = min(_seconds(lambda: step(images, target, labels)) for _ in range(steps))
    return Measured(BATCH / fastest, peak_mib())


def teacher_pass(patches: Patches, folder: Path, steps: int, *, alone: bool) -> Measured:
    teacher = teacher_of(folder)
    if alone:
        teacher = PatchDetector(folded(teacher.network), "NPR").eval()
    images = pixels_of(files_of(folder)[:4])
    groups = list(torch.split(images, 1 if alone else 4))
    with torch.no_grad():
        fastest = min(_seconds(lambda: [patches(teacher, group) for group in groups]) for _ in range(steps))
    return Measured(len(images) / fastest, peak_mib())


def replaced_loop(folder: Path, steps: int) -> Measured:
    """Every step decodes its images and asks the teacher again, in the plain layout."""
    teacher, step, files = teacher_of(folder), StudentStep(plain_map), files_of(folder)
    labels = torch.tensor([0.0, 1.0] * 8)
    parts = Parts()
    for number in range(steps):
        images = pixels_of([files[(number * BATCH + i) % len(files)] for i in range(BATCH)])
        parts.end("decoding")
        with torch.no_grad():
            target = plain_map(teacher, images).clamp(-6, 6)
        parts.end("teacher")
        step(images, target, labels)
        parts.end("student")
    return parts.result(steps * BATCH)


def two_steps(folder: Path, steps: int) -> Measured:
    """The paper's way after its first step: 9 x 9 patches lie in a file, the student learns from those."""
    images = pixels_of(files_of(folder)[:BATCH])
    cut = images.unfold(2, 9, 8).unfold(3, 9, 8).permute(0, 2, 3, 1, 4, 5).reshape(-1, 3, 9, 9)
    np.save(folder / "patches.npy", cut.numpy())
    detector = PatchDetector(TinyLaDeDa(), "right_diag").train()
    optimiser = torch.optim.Adam(detector.parameters(), lr=2e-4)
    logits = torch.randn(len(cut))
    parts = Parts()
    for _ in range(steps):
        patches = torch.from_numpy(np.array(np.load(folder / "patches.npy", mmap_mode="r")))
        parts.end("reading")
        optimiser.zero_grad()
        functional.mse_loss(plain_map(detector, patches).mean((1, 2, 3)), logits).backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        parts.end("student")
    return parts.result(steps * BATCH)


def ours(folder: Path, epochs: int) -> Measured:
    """A run of the program itself; counted from the second epoch on, from its own events."""
    settings = load_settings(
        None,
        (
            f"data.train={quoted(folder / 'data')}",
            f"teacher.checkpoint={quoted(folder / 'teacher.pth')}",
            f"output.folder={quoted(folder)}",
            f"data.size={SIDE}",
            f"data.batch_size={BATCH}",
            f"stage2.epochs={epochs}",
            f"stage2.validate_every={epochs}",
            "teacher.accept_weak=true",
            "teacher.calibration_images=16",
            "student.statistics_batches=1",
            "stage1.enabled=false",
            "output.report_every=1",
        ),
    )
    times: dict[int, list[float]] = {}
    waited: list[float] = []

    def emit(event: Event) -> None:
        if isinstance(event, StepDone):
            times.setdefault(event.epoch, []).append(time.perf_counter())
            if event.epoch > 1:
                waited.append(event.data_share)

    result = run(settings, RunControl(), emit)
    if result.error is not None:
        raise SystemExit(str(result.error))
    gaps = [b - a for epoch, moments in times.items() if epoch > 1 for a, b in pairwise(moments)]
    share = sum(waited) / len(waited)
    return Measured(
        BATCH / min(gaps), peak_mib(), f"waiting for images {100 * share:.0f} %, rest {100 - 100 * share:.0f} %"
    )


def peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _seconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def write_images(folder: Path, count: int) -> None:
    """Photograph-like JPEGs: smooth colours under noise; half of them with the noise enlarged."""
    rng = np.random.default_rng(0)
    for split, number in (("train", count), ("val", 8)):
        for index in range(number):
            name = ("real", "fake")[index % 2]
            coarse = Image.fromarray(rng.integers(30, 226, (16, 16, 3), dtype=np.uint8))
            smooth = np.asarray(coarse.resize((SIDE, SIDE), Image.Resampling.BICUBIC)).astype(float)
            noise = rng.normal(0, 12, (SIDE >> (index % 2), SIDE >> (index % 2), 3))
            noise = noise.repeat(1 + index % 2, 0).repeat(1 + index % 2, 1)
            place = folder / "data" / split / name
            place.mkdir(parents=True, exist_ok=True)
            Image.fromarray((smooth + noise).clip(0, 255).astype(np.uint8)).save(place / f"{index:04}.jpg", quality=92)


def write_teacher(folder: Path) -> None:
    torch.manual_seed(0)
    torch.save(LaDeDa().state_dict(), folder / "teacher.pth")


WAYS: dict[str, Callable[[Path, int], Measured]] = {
    "replaced loop: teacher and decoding in every step": lambda folder, _epochs: replaced_loop(folder, 2),
    "the paper's two steps, the second alone": lambda folder, _epochs: two_steps(folder, 5),
    "ours, from the second epoch on": ours,
    "limit: the student's step, images in memory": lambda folder, _: student_in_memory(ours_map, folder, 15),
    "the student's step, plain modules": lambda folder, _: student_in_memory(plain_map, folder, 6),
    "teacher, plain modules, float32": lambda folder, _: teacher_pass(plain_map, folder, 3, alone=False),
    "teacher, folded, float32, one image at a time": lambda folder, _: teacher_pass(ours_map, folder, 3, alone=True),
}


def table(results: dict[str, Measured]) -> str:
    """Markdown rows, each with its ratio to the replaced loop."""
    slowest = next(iter(results.values())).images_per_s
    rows = ["| way | images/s | times the replaced loop | peak memory | share of time |", "|---|---|---|---|---|"]
    rows += [
        f"| {name} | {r.images_per_s:.2f} | {r.images_per_s / slowest:.1f} | {r.peak_mib:,.0f} MiB | {r.shares} |"
        for name, r in results.items()
    ]
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=48)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("--way", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.way:
        print(json.dumps(asdict(WAYS[arguments.way](arguments.folder, arguments.epochs))))
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_images(folder, arguments.images)
        write_teacher(folder)
        results = {name: _in_own_process(name, folder, arguments.epochs) for name in WAYS}
    machine = f"{torch.get_num_threads()} threads, torch {torch.__version__}, {os.cpu_count()} cores, no GPU."
    text = f"{table(results)}\n\n{machine}"
    print(text)
    if arguments.write:
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def _in_own_process(way: str, folder: Path, epochs: int) -> Measured:
    command = [
        sys.executable,
        "-m",
        "tests.bench.speed",
        "--way",
        way,
        "--folder",
        str(folder),
        "--epochs",
        str(epochs),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result = Measured(**json.loads(done.stdout.splitlines()[-1]))
    print(f"{way}: {result.images_per_s:.2f} images/s", file=sys.stderr, flush=True)
    return result


if __name__ == "__main__":
    main()

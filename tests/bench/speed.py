"""Measures how fast each way of training goes on the same images, and writes the table into the README.

    python -m tests.bench.speed [--quick] [--device cuda] [--write]

Every way runs in a process of its own, so that peak memory is its own. LaDeDa9 at full width with fixed random weights,
256 x 256 pixels, batches of 16; every figure is that of the median step. --quick takes a narrow teacher and few images:
it shows that all of this works, and its figures say nothing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from engine.models.ladeda import LaDeDa
from engine.number_words import whole_percent
from tests.bench import stage1, ways
from tests.bench.clock import Measured
from tests.bench.plain import plain_map
from tests.bench.readme import write_table
from tests.bench.ways import SIDE

JPEG_ON_HALF = ("degradations.strength=own", "degradations.jpeg_probability=0.5")
WAYS: dict[str, tuple[str, Callable[[Path, torch.device], Measured]]] = {
    "replaced": ("the replaced system's loop: teacher and decoding in every step", ways.replaced_loop),
    "first": ("the paper's first step: patches cut out, teacher asked", ways.two_steps_first),
    "second": ("the paper's second step: student on those patches", ways.two_steps_second),
    "ours": ("a run of PatchDistill, from the second epoch on", ways.ours),
    "jpeg": (
        "the same, half of the images JPEG once more, the teacher asked about the clean ones",
        partial(ways.ours, overrides=(*JPEG_ON_HALF, "degradations.teacher=clean")),
    ),
    "jpeg_views": (
        "the same, about what the student sees, of four fixed views, from the fifth epoch on",
        partial(
            ways.ours,
            overrides=(*JPEG_ON_HALF, "degradations.teacher=seen", "degradations.views=4"),
            from_epoch=5,
        ),
    ),
    "limit": (
        "the limit: the student's step, images in memory",
        partial(ways.student_alone, ways.our_map, 20, keep_memory=True, graphs=True),
    ),
    "plain": (
        "the student's step in plain modules",
        partial(ways.student_alone, plain_map, 10, keep_memory=False),
    ),
    "plain_kept": (
        "the same in a process that keeps the memory it frees, as a run does",
        partial(ways.student_alone, plain_map, 10, keep_memory=True),
    ),
    "steps": ("stage 1 by steps, one pass over features in memory", stage1.head_by_steps),
    "solver": ("stage 1 whole by the solver, on the same features", stage1.head_solved),
    "teacher": ("the teacher in plain modules, float32", partial(ways.teacher_alone, fast=False)),
    "folded": (
        "the teacher as the first pass asks it: float32 on a processor, float16 on a GPU",
        partial(ways.teacher_alone, fast=True),
    ),
}


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio between two ways, and what it is to reach on two cores and on a GPU."""

    what: str
    way: str
    to: str
    least: float
    on_gpu: float | None = None


TARGETS = (
    Target("a run against the replaced loop", "ours", "replaced", 30, on_gpu=10),
    Target("a run against its limit", "ours", "limit", 0.9),
    Target("a run with JPEG on half of the images against one without", "jpeg", "ours", 0.8, on_gpu=0.8),
    Target("the student's step against plain modules", "limit", "plain", 3.5),
    Target("the same, both keeping memory", "limit", "plain_kept", 3.5),
    Target("stage 1 whole against one pass of steps", "solver", "steps", 0.5),
    Target("the first pass against plain modules", "folded", "teacher", 1.6),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="narrow teacher, few images: figures that say nothing")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("--way", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.way:
        print(json.dumps(asdict(WAYS[arguments.way][1](arguments.folder, torch.device(arguments.device)))))
        return
    if arguments.quick and arguments.write:
        parser.error("--write wants the whole measurement, without --quick")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_images(folder, 32 if arguments.quick else 64)
        write_teacher(folder, 8 if arguments.quick else 64)
        results = {way: in_own_process(way, folder, arguments.device) for way in WAYS}
    text = report(results, arguments.device)
    print(text)
    if arguments.write:
        write_table("speed_cuda" if arguments.device == "cuda" else "speed", text)


def write_images(folder: Path, count: int) -> None:
    """Photograph-like JPEGs: smooth colours under noise; half of them with the noise enlarged."""
    rng = np.random.default_rng(0)
    for split, number in (("train", count), ("val", 4)):
        for index in range(number):
            grain = 1 + index % 2
            coarse = Image.fromarray(rng.integers(30, 226, (16, 16, 3), dtype=np.uint8))
            smooth = np.asarray(coarse.resize((SIDE, SIDE), Image.Resampling.BICUBIC)).astype(float)
            noise = rng.normal(0, 12, (SIDE // grain, SIDE // grain, 3)).repeat(grain, 0).repeat(grain, 1)
            place = folder / "data" / split / ("real", "fake")[index % 2]
            place.mkdir(parents=True, exist_ok=True)
            Image.fromarray((smooth + noise).clip(0, 255).astype(np.uint8)).save(place / f"{index:04}.jpg", quality=92)


def write_teacher(folder: Path, width: int) -> None:
    torch.manual_seed(0)
    torch.save(LaDeDa(width=width).state_dict(), folder / "teacher.pth")


def in_own_process(way: str, folder: Path, device: str) -> Measured:
    """The figures of a way that began with nothing in memory."""
    command = [sys.executable, "-m", "tests.bench.speed", "--way", way, "--folder", str(folder), "--device", device]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    result = Measured(**json.loads(done.stdout.splitlines()[-1]))
    print(f"{way}: {result.images_per_s:.2f} images/s", file=sys.stderr, flush=True)
    return result


def report(results: dict[str, Measured], device: str) -> str:
    """Two Markdown tables: every way, and the ratios with what they were to reach."""
    slowest = results["replaced"].images_per_s
    rows = ["| Way | images/s | times the replaced loop | peak memory | share of time |", "|---|---|---|---|---|"]
    for way, found in results.items():
        shares = ", ".join(f"{name} {whole_percent(share)}" for name, share in found.shares.items() if share >= 0.005)
        ratio = found.images_per_s / slowest
        rows.append(f"| {WAYS[way][0]} | {found.images_per_s:.2f} | {ratio:.1f} | {_memory(found)} | {shares} |")
    rows += ["", "| Ratio | found | to reach |", "|---|---|---|"]
    for target in TARGETS:
        ratio = results[target.way].images_per_s / results[target.to].images_per_s
        least = target.on_gpu if device == "cuda" else target.least
        rows.append(f"| {target.what} | {ratio:.2f} | {'-' if least is None else f'{least:g}'} |")
    card = torch.cuda.get_device_name() if device == "cuda" else "no GPU"
    rows += ["", f"{os.cpu_count()} cores, {torch.get_num_threads()} threads, torch {torch.__version__}, {card}."]
    return "\n".join(rows)


def _memory(found: Measured) -> str:
    on_gpu = f", {found.gpu_peak_mib:,.0f} MiB of the GPU's" if found.gpu_peak_mib else ""
    return f"{found.peak_mib:,.0f} MiB{on_gpu}"


if __name__ == "__main__":
    main()

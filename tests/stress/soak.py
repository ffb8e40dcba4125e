"""Lets one run's worth of events and many epochs pass, and watches whether memory, open files or threads grow."""

import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from engine.control import RunControl
from engine.demo.images import build_demo_data
from engine.demo.training import demo_settings
from engine.events import Event, PatchMapsSaved
from engine.run.run import run
from engine.settings.toml_file import quoted
from tests.stress.life import show
from tests.stress.many_steps import pass_through

GROWTH = 0.01  # of the memory after warm-up
EPOCHS = 10_000  # more than fit into the time
WARM_UP = 0.3
STEPS = 1_000_000
MIB = 2**20


@dataclass
class Soaked:
    """What was measured, and what grew that must not."""

    figures: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Reading:
    at_s: float
    epoch: int
    memory: int
    files: int
    threads: int
    events: int
    log: int


def soak(place: Path, minutes: float, steps: int = STEPS) -> Soaked:
    """Train on the demo for so long, then let as many steps pass through the files and the window's parts."""
    found = Soaked()
    _train(place, minutes, found)
    figures, faults = pass_through(place / "long", steps)
    found.figures |= figures
    found.faults += faults
    return found


def _train(place: Path, minutes: float, found: Soaked) -> None:
    process, control = psutil.Process(), RunControl()
    readings: list[_Reading] = []
    places = [f"{key}={quoted(place / key)}" for key in ("output.folder", "machine.cache_folder")]
    named = ("output.name=run", f"stage2.epochs={EPOCHS}", "stage2.early_stop=0")
    settings = demo_settings(build_demo_data(place), (*places, *named))

    def emit(event: Event) -> None:
        if isinstance(event, PatchMapsSaved):  # once an epoch
            memory = process.memory_info().rss
            folder = place / "output.folder" / "run"
            sizes = [_size(folder / name) for name in ("events.jsonl", "run.log")]
            readings.append(
                _Reading(time.monotonic(), len(readings), memory, process.num_fds(), process.num_threads(), *sizes)
            )
            if time.monotonic() > readings[0].at_s + minutes * 60:
                control.stop()
            if len(readings) % 50 == 0:
                show(f"soak: {len(readings)} epochs, {memory / MIB:.0f} MiB")

    result = run(settings, control, emit)
    if result.error is not None:
        found.faults.append(result.error.message)
    _compare(readings, found)


def _compare(readings: list[_Reading], found: Soaked) -> None:
    first, middle = readings[int(len(readings) * WARM_UP)], readings[int(len(readings) * (WARM_UP + 1) / 2)]
    last = readings[-1]
    growth = last.memory / first.memory - 1
    per_epoch = [(b.events - a.events) / max(1, b.epoch - a.epoch) for a, b in ((first, middle), (middle, last))]
    found.figures |= {
        "epochs trained": f"{len(readings):,}",
        "memory after warm-up, at the end": f"{first.memory / MIB:.1f}, {last.memory / MIB:.1f} MiB ({growth:+.2%})",
        "open files after warm-up, at the end": f"{first.files}, {last.files}",
        "threads after warm-up, at the end": f"{first.threads}, {last.threads}",
        "events.jsonl, bytes an epoch, middle and end": f"{per_epoch[0]:,.0f}, {per_epoch[1]:,.0f}",
        "run.log": f"{last.log:,} bytes",
    }
    if growth > GROWTH:
        found.faults.append(f"memory grew by {growth:.2%} after warm-up")
    if last.files > first.files or last.threads > first.threads:
        found.faults.append("open files or threads grew")
    if per_epoch[1] > 1.1 * per_epoch[0]:
        found.faults.append("events take more and more room")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0

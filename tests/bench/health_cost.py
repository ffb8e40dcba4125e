"""Measures what monitoring costs: the share of the training loop's time spent in figures, audits, rules and the log.

python -m tests.bench.health_cost [--epochs 8] [--set section.key=value ...]   (on the processor, by the demo)

Both are timed in the same run: the loop as a whole, and within it the calls that training would do without. On a GPU
the figures would be drawn from the device at other moments, so this says nothing about one.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from engine.advice.guard import Guard
from engine.control import RunControl
from engine.demo.images import build_demo_data
from engine.demo.training import demo_settings
from engine.number_words import percent
from engine.run.run import run
from engine.run_folder.folder import RunFolder
from engine.settings import RunSettings
from engine.settings.toml_file import quoted
from engine.training.loop import StageLoop
from engine.training.step_report import StepMeter

LIMIT = 0.03
LOOP = (StageLoop, "_train_epoch")
MONITORING = {
    "figures and audits": (StepMeter, "batch"),
    "reports": (StepMeter, "step"),
    "rules and ladder": (Guard, "observe"),
    "log": (RunFolder, "record"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the share; exit code 1 where it is above 3 %."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--set", action="append", default=[])
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        place = (f"output.folder={quoted(Path(folder))}", "machine.device=cpu", f"stage2.epochs={given.epochs}")
        total_s, spent_s = measured(demo_settings(build_demo_data(), (*place, *given.set)))
    for name, seconds in spent_s.items():
        print(f"{name:<24}{seconds:>8.2f} s {percent(seconds / total_s):>8}")
    share, whole = sum(spent_s.values()) / total_s, f"of {total_s:.1f} s (<= {percent(LIMIT)})"
    print(f"{'all of monitoring':<24}{sum(spent_s.values()):>8.2f} s {percent(share):>8} {whole}")
    return 0 if share <= LIMIT else 1


def measured(settings: RunSettings) -> tuple[float, dict[str, float]]:
    """Seconds in the training loop of a run, and within it in each part of monitoring."""
    loop, parts = Stopwatch(), {name: Stopwatch() for name in MONITORING}
    inside: list[Stopwatch] = []
    with ExitStack() as stack:
        stack.enter_context(timed(*LOOP, loop, inside))
        for name, (owner, method) in MONITORING.items():
            stack.enter_context(timed(owner, method, parts[name], inside))
        result = run(settings, RunControl(), lambda event: None)
    if result.error is not None:
        raise result.error
    return loop.seconds + sum(part.seconds for part in parts.values()), {n: part.seconds for n, part in parts.items()}


class Stopwatch:
    """Seconds spent in one place, without those of places inside it."""

    def __init__(self) -> None:
        self.seconds = 0.0


@contextmanager
def timed(owner: Any, method: str, watch: Stopwatch, inside: list[Stopwatch]) -> Iterator[None]:
    """A method is timed; only the innermost of those that are being timed counts, and none outside the loop."""
    real = getattr(owner, method)

    def timing(*arguments: Any, **named: Any) -> Any:
        if not inside and (owner, method) != LOOP:
            return real(*arguments, **named)
        inside.append(watch)
        before = time.perf_counter()
        try:
            return real(*arguments, **named)
        finally:
            lasted = time.perf_counter() - before
            inside.pop()
            watch.seconds += lasted
            if inside:
                inside[-1].seconds -= lasted

    setattr(owner, method, timing)
    try:
        yield
    finally:
        setattr(owner, method, real)


if __name__ == "__main__":
    sys.exit(main())

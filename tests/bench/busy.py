"""What a second process that computes costs: the teacher's pass and the student's step, by threads and how they wait.

    python -m tests.bench.busy [--seconds 6] [--rounds 3]

Each figure is a process of its own, as OpenMP reads how to wait when it is loaded; conditions alternate, so that a
machine that slows down slows all of them. Ratios are against the way that is quickest on the quiet machine.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WORK = ("teacher", "student")
WAYS: dict[str, dict[str, str]] = {  # how OpenMP's threads wait for one another
    "spinning": {"OMP_WAIT_POLICY": "active"},
    "as OpenMP likes": {},
    "asleep": {"OMP_WAIT_POLICY": "passive", "KMP_BLOCKTIME": "0"},
}
OTHERS = (0, 1, 2)  # threads of the other process that are busy


def main() -> None:
    """Print a table of images per second, and of their share of the quickest way on the quiet machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--worker", choices=WORK, help=argparse.SUPPRESS)
    parser.add_argument("--threads", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        print(_rate(options.worker, options.threads, options.seconds))
        return
    print(f"{os.cpu_count()} cores, {options.rounds} rounds of {options.seconds:g} s, images/s (share of the quickest)")
    for work in WORK:
        _table(work, options.seconds, options.rounds)


def _table(work: str, seconds: float, rounds: int) -> None:
    cases = [(way, threads) for threads in (os.cpu_count() or 1, 1) for way in WAYS if threads > 1 or not WAYS[way]]
    found: dict[tuple[str, int, int], list[float]] = {}
    for _ in range(rounds):
        for others in OTHERS:
            with _busy(others):
                for way, threads in cases:
                    found.setdefault((way, threads, others), []).append(_asked(work, way, threads, seconds))
    medians = {case: statistics.median(rates) for case, rates in found.items()}
    best = max(rate for (_, _, others), rate in medians.items() if others == 0)
    print(f"\n| {work} | threads |" + "".join(f" {others} busy |" for others in OTHERS))
    print("|---|---|" + "---|" * len(OTHERS))
    for way, threads in cases:
        cells = [f" {medians[way, threads, n]:.1f} ({medians[way, threads, n] / best:.2f}) |" for n in OTHERS]
        print(f"| {way} | {threads} |" + "".join(cells))


def _asked(work: str, way: str, threads: int, seconds: float) -> float:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OMP_", "KMP_", "GOMP_"))}
    words = [sys.executable, "-m", "tests.bench.busy", "--worker", work, "--threads", str(threads)]
    words += ["--seconds", str(seconds)]
    output = subprocess.run(words, env=environment | WAYS[way], check=True, stdout=subprocess.PIPE, text=True).stdout
    return float(output)


@contextmanager
def _busy(threads: int) -> Iterator[None]:
    """Other processes that compute without a pause, one for each thread."""
    endless = [sys.executable, "-c", "x = 1\nwhile True: x = x * 3 % 1000003"]
    others = [subprocess.Popen(endless) for _ in range(threads)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def _rate(work: str, threads: int, seconds: float) -> float:
    """Images per second of this process, after a first second that does not count."""
    import torch

    torch.set_num_threads(threads)
    step, images = _teacher() if work == "teacher" else _student()
    began = time.perf_counter()
    while time.perf_counter() < began + 1:
        step()
    began, steps = time.perf_counter(), 0
    while time.perf_counter() < began + seconds:
        step()
        steps += 1
    return steps * images / (time.perf_counter() - began)


def _teacher() -> tuple[Callable[[], object], int]:
    """One picture of 256 x 256 at a time, as the first pass asks it on a processor."""
    import torch

    from engine.models.detector import PatchDetector
    from engine.models.folding import folded
    from engine.models.ladeda import LaDeDa

    detector = PatchDetector(folded(LaDeDa(9).eval()), "NPR").eval()
    image = torch.randint(0, 256, (1, 3, 256, 256), dtype=torch.uint8)

    def step() -> object:
        with torch.inference_mode():
            return detector(image)

    return step, 1


def _student() -> tuple[Callable[[], object], int]:
    """A training step of 16 pictures of 256 x 256, without the loss's other terms."""
    import torch

    from engine.models.detector import PatchDetector
    from engine.models.tiny_ladeda import TinyLaDeDa

    detector = PatchDetector(TinyLaDeDa(), "right_diag").train()
    optimiser = torch.optim.AdamW(detector.parameters(), lr=1e-3)
    images = torch.randint(0, 256, (16, 3, 256, 256), dtype=torch.uint8)

    def step() -> object:
        optimiser.zero_grad()
        detector(images).square().mean().backward()
        return optimiser.step()

    return step, 16


if __name__ == "__main__":
    main()

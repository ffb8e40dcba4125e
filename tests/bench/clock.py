"""A clock for steps and the parts of them, and what it measured."""

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psutil
import torch


@dataclass(frozen=True, slots=True)
class Measured:
    """Images per second by the median step, peak memory of the process, share of time by part; the GPU's peak, too."""

    images_per_s: float
    peak_mib: float
    shares: dict[str, float]
    gpu_peak_mib: float = 0.0


@dataclass(slots=True)
class Clock:
    """Times of steps, and what named parts take of them; a part inside another counts for the outer one.

    A GPU is waited for at the end of each part and step, as it works on after the call that asked it to.
    """

    device: torch.device
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
                self._wait()
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
        self._wait()
        now = time.perf_counter()
        if counts:
            self.steps.append(now - self._since)
            for name, seconds in self._now.items():
                self.parts[name] = self.parts.get(name, 0.0) + seconds
        self._now, self._since = {}, now

    def measured(self, images: int) -> Measured:
        """The figures of steps of so many images."""
        total = sum(self.steps)
        shares = {name: seconds / total for name, seconds in self.parts.items()}
        rest = max(0.0, 1 - sum(shares.values()))
        on_gpu = self.device.type == "cuda"
        gpu_peak_mib = torch.cuda.max_memory_allocated() / 2**20 if on_gpu else 0.0
        rate = images / statistics.median(self.steps)
        return Measured(rate, _peak_mib(), shares | {"other": rest}, gpu_peak_mib)

    def _wait(self) -> None:
        if self.device.type == "cuda":
            torch.cuda.synchronize()


def _peak_mib() -> float:
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset / 2**20)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

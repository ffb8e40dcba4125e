"""How long batches take that are used for the first time, from which the time of a run is told."""

import copy
import time
from collections.abc import Callable, Iterator
from statistics import fmean

import torch
from torch import Tensor

from engine.models.detector import PatchDetector

EARLY = 4  # batches, one of which is not counted: large pictures take a while until all have come
PASSES = 3


class BatchClock:
    """Passes batches on and times them with their use; the first, which sets things up, does not count."""

    def __init__(self, early: Callable[["BatchClock"], None]) -> None:
        self.last: Tensor | None = None
        self._early = early
        self._loading: list[float] = []
        self._use: list[float] = []

    @property
    def batches(self) -> int:
        """How many count."""
        return max(0, len(self._use) - 1)

    @property
    def use_s(self) -> float:
        """Mean seconds in which a batch was used."""
        return fmean(self._use[1:])

    @property
    def whole_s(self) -> float:
        """Mean seconds of a batch: the wait for it, and its use."""
        return fmean(self._loading[1:]) + self.use_s

    def over(self, batches: Iterator[Tensor]) -> Iterator[Tensor]:
        """The batches; what comes ``early`` is told after a few."""
        asked = time.monotonic()
        for batch in batches:
            given = time.monotonic()
            yield batch
            self._use.append(time.monotonic() - given)
            self._loading.append(given - asked)
            self.last = batch
            if len(self._use) == EARLY:
                self._early(self)
            asked = time.monotonic()


@torch.no_grad()
def seconds_of_a_pass(detector: PatchDetector, images: Tensor) -> float:
    """A forward pass in train mode over a batch (B, 3, H, W), alone: beside decoding it takes up to thrice that.

    The quickest of a few, on a copy, so that no statistics change.
    """
    trained, seconds = copy.deepcopy(detector).train(), []
    for _ in range(PASSES):
        began = time.monotonic()
        trained(images).mean().item()  # waits for a GPU
        seconds.append(time.monotonic() - began)
    return min(seconds)

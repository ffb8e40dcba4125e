"""A teacher whose maps are spoilt now and then."""

import pytest
import torch
from torch import Tensor

from engine.data.batches.loader import Batch
from engine.teacher.teacher import Teacher


class SpoilsMaps:
    """A teacher whose maps are NaN at some calls: a fault in the hardware, for instance."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, calls: set[int]) -> None:
        self.calls, self.count = calls, 0
        self._targets = Teacher.targets
        spoiler = self

        def targets(teacher: Teacher, images: Tensor, batch: Batch) -> Tensor:
            maps = spoiler._targets(teacher, images, batch)
            spoiler.count += 1
            return maps * torch.nan if spoiler.count in spoiler.calls else maps

        monkeypatch.setattr(Teacher, "targets", targets)
